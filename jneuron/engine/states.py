"""What happens after the voltage is updated: states advance, every mechanism in NEURON's order."""

from __future__ import annotations

from jneuron.engine.frame import Frame


def advance_states(frame: Frame) -> None:
    """Runs the SOLVE statements of all BREAKPOINT blocks."""
    run_kernels(frame, "state")


def run_kernels(frame: Frame, name: str) -> None:
    """Runs the named kernel of every mechanism that has it."""
    for g, spec in enumerate(frame.program.groups):
        kernel = spec.type.kernels.get(name)
        if kernel is not None and spec.n_instance:
            frame.absorb(g, kernel.function(frame.ops, frame.inputs(g, kernel.reads)))
