"""Membrane currents and conductances of all mechanisms, in NEURON's order.

For every mechanism the current is worked out at v + 0.001 mV and at v; the difference quotient is its conductance. A density
mechanism's current counts outward in mA/cm2; a point process's, in nA, is divided by the area of its node (100 / area turns
nA/um2 into mA/cm2); an ELECTRODE_CURRENT counts inward.

`i_membrane_` is what leaves a node through its membrane, capacitance included and ELECTRODE_CURRENTs not. [nA]
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from jneuron.engine.frame import Frame
from jneuron.engine.in_order import run_in_order
from jneuron.engine.ions import advance_potentials
from jneuron.engine.states import run_kernels
from jneuron.ir.mechanism_type import MechanismKind

Array = Any
DELTA_V = 0.001


@dataclass(slots=True)
class Membrane:
    """What the currents add to the matrix.

    Attributes:
        rhs: Right side, minus the outward current. [mA/cm2] (node,)
        diagonal: Conductance. [S/cm2] (node,)
        injected: The share of ELECTRODE_CURRENTs in `rhs`. [mA/cm2] (node,)
        injected_slope: Their share in `diagonal`. [S/cm2] (node,)
    """

    rhs: Array
    diagonal: Array
    injected: Array
    injected_slope: Array

    def leaving(self, change: Array, capacitance: Array, area: Array) -> Array:
        """Returns `i_membrane_` [nA] of a step that changes the voltage by `change` [mV]. (node,)"""
        slope = self.diagonal - self.injected_slope + capacitance
        return (self.injected - self.rhs + slope * change) * area * 0.01


def membrane_currents(frame: Frame) -> Membrane:
    """Works out all currents at the present voltage; ion currents and assigned variables stay in the frame."""
    xp = frame.xp
    zero = xp.zeros_like(frame.v)
    membrane = Membrane(rhs=zero, diagonal=zero, injected=zero, injected_slope=zero)
    for ion, values in zip(frame.program.ions, frame.ions, strict=True):
        if ion.followed:
            values[f"i{ion.name}"] = zero
            values[f"di{ion.name}_dv_"] = zero
    run_kernels(frame, "before_breakpoint")
    advance_potentials(frame)
    for g, spec in enumerate(frame.program.groups):
        if "current" in spec.type.kernels:
            _add_current(frame, g, membrane)
    return membrane


def _add_current(frame: Frame, g: int, membrane: Membrane) -> None:
    spec = frame.program.groups[g]
    kernel = spec.type.kernels["current"]
    point = spec.type.kind is MechanismKind.POINT

    # the current a little above the present voltage, then at it
    if "current" in spec.in_order:
        above, here = run_in_order(frame, g, kernel, (DELTA_V, 0.0))
    elif "@conductance" not in kernel.writes and ("v" in kernel.reads or kernel.reads & kernel.writes):
        v = frame.at_instances(g, frame.v)
        # what a block prints comes twice for each instance
        frame.ops.gather_prints()
        above = kernel.function(frame.ops, frame.inputs(g, kernel.reads, v + DELTA_V))
        if kernel.reads & kernel.writes:
            frame.absorb(g, above)
        # the ion's currents are the instance's own until the block has run twice
        own = {name: above[name] for name in (f"i{use.name}" for use in spec.type.ions) if name in kernel.reads & above.keys()}
        here = kernel.function(frame.ops, frame.inputs(g, kernel.reads, v) | own)
        frame.ops.print_out(frame.params.groups[g].get("@order"))
    else:
        above = here = kernel.function(frame.ops, frame.inputs(g, kernel.reads))
    frame.absorb(g, here)
    _add_ion_currents(frame, g, here, above)
    if "@current" not in here:
        return

    current = here["@current"]
    scale = 100.0 / frame.at_instances(g, frame.params.cable["area"]) if point else None
    injects = spec.type.electrode_current
    inward = current if injects else -current
    inward = inward * scale if point else inward
    membrane.rhs = frame.add_at_nodes(g, membrane.rhs, inward)
    if injects:
        membrane.injected = frame.add_at_nodes(g, membrane.injected, inward)
    slope = _slope(here, above, "@current", "@conductance")
    if slope is not None:
        slope = -slope if injects else slope
        slope = slope * scale if point else slope
        membrane.diagonal = frame.add_at_nodes(g, membrane.diagonal, slope)
        if injects:
            membrane.injected_slope = frame.add_at_nodes(g, membrane.injected_slope, slope)


def _add_ion_currents(frame: Frame, g: int, here: Any, above: Any) -> None:
    spec = frame.program.groups[g]
    for use in spec.type.ions:
        name = f"i{use.name}"
        k = next(k for k, ion in enumerate(frame.program.ions) if ion.name == use.name)
        if name not in use.writes or name not in here or not frame.program.ions[k].followed:
            continue
        scale = 1.0
        if spec.type.kind is MechanismKind.POINT:
            scale = 100.0 / frame.at_instances(g, frame.params.cable["area"])
        ion = frame.ions[k]
        ion[name] = frame.add_at_nodes(g, ion[name], here[name] * scale)
        slope = f"d{name}_dv_"
        change = _slope(here, above, name, f"@conductance {use.name}")
        if change is not None:
            ion[slope] = frame.add_at_nodes(g, ion[slope], change * scale)


def _slope(here: Any, above: Any, current: str, conductance: str) -> Array | None:
    """Returns the derivative of a current with respect to v: what the file gives, or a difference; None for 0."""
    if "@conductance" in here:
        return here.get(conductance)
    return None if above is here else (above[current] - here[current]) / DELTA_V
