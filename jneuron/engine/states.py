"""What happens after the voltage is updated: states advance, every mechanism in NEURON's order."""

from __future__ import annotations

from typing import Any

from jneuron.engine.frame import Frame
from jneuron.engine.in_order import run_in_order

Array = Any


def advance_states(frame: Frame) -> None:
    """Runs the SOLVE statements of all BREAKPOINT blocks."""
    run_kernels(frame, "state")


def run_kernels(frame: Frame, name: str) -> None:
    """Runs the named kernel of every mechanism that has it."""
    for g, spec in enumerate(frame.program.groups):
        kernel = spec.type.kernels.get(name)
        if kernel is not None and spec.n_instance:
            outputs = run_kernel(frame, g, name)
            frame.absorb(g, outputs)
            frame.note_failures(g, outputs)


def run_kernel(frame: Frame, g: int, name: str) -> dict[str, Array]:
    """Returns the results of the named kernel of a group, with which the frame is not changed yet."""
    kernel = frame.program.groups[g].type.kernels[name]
    if name in frame.program.groups[g].in_order:
        return run_in_order(frame, g, kernel)[0]
    outputs: dict[str, Array] = kernel.function(frame.ops, frame.inputs(g, kernel.reads))
    return outputs
