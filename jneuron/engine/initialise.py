"""What finitialize does to the numbers, in NEURON's order; runs on the host with NumPy, or inside a compiled program."""

from __future__ import annotations

from typing import Any

from jneuron.engine.currents import membrane_currents
from jneuron.engine.frame import Frame
from jneuron.engine.hines.axial import axial_currents
from jneuron.engine.ions import initialise_ions
from jneuron.engine.states import run_kernel, run_kernels
from jneuron.ir.mechanism_type import EventRequest, SendRequest

Array = Any


def initialise_mechanisms(frame: Frame) -> list[tuple[int, SendRequest | EventRequest]]:
    """Runs the INITIAL blocks of all mechanisms; returns the events they ask for, with the group that asks."""
    requests: list[tuple[int, Any]] = []
    initialise_ions(frame)
    run_kernels(frame, "before_initial")
    for g in _initial_order(frame):
        spec = frame.program.groups[g]
        if "initial" not in spec.type.kernels or not spec.n_instance:
            continue
        outputs = run_kernel(frame, g, "initial")
        frame.absorb(g, outputs)
        frame.note_failures(g, outputs)
        requests += [(g, request) for name in ("@send", "@event") for request in outputs.get(name, ())]
    run_kernels(frame, "after_initial")
    return requests


def _initial_order(frame: Frame) -> list[int]:
    """Returns the groups with those first that write concentrations."""

    def reads_only(g: int) -> bool:
        uses = frame.program.groups[g].type.ions
        return not any(name in use.writes for use in uses for name in (f"{use.name}i", f"{use.name}o"))

    return sorted(range(len(frame.program.groups)), key=reads_only)


def present_currents(frame: Frame) -> None:
    """Works out all currents at the present voltage, as fcurrent() does; `i_membrane_` is then a density [mA/cm2]."""
    membrane = membrane_currents(frame)
    if frame.program.n_node:
        frame.node["i_membrane_"] = membrane.injected - membrane.rhs


def initial_currents(frame: Frame) -> None:
    """Works out all currents at the present voltage, as the end of finitialize does.

    What leaves a node through its membrane is then what comes in from its neighbours and from electrodes.
    """
    membrane = membrane_currents(frame)
    if frame.program.n_node:
        cable = frame.params.cable
        axial = axial_currents(frame.program.buckets, frame.params.parents, cable, frame.v)
        frame.node["i_membrane_"] = (axial + membrane.injected) * cable["area"] * 0.01
