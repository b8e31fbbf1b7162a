"""A chunk: up to `capacity` steps in one compiled program.

The number of steps is traced, so that one compilation serves every chunk. Samples go into a buffer in the loop's carry; the
loop also ends early when an event or spike buffer is full: the session then runs the chunk again from its start with a
larger one.
"""

from __future__ import annotations

from typing import Any

import jax.numpy as jnp
from jax import lax

from jneuron.base.outcome import Outcome
from jneuron.engine.array_ops import JaxOps
from jneuron.engine.events.deliver import deliver_by
from jneuron.engine.frame import Frame
from jneuron.engine.step.fixed import step
from jneuron.ir.packing import Packed, Packing
from jneuron.ir.program import Chunk, Params, Program, State

Array = Any


def run_chunk(program: Program, params: Params, state: State, n_step: Array, sample_at: Array) -> Chunk:
    """Runs `n_step` steps.

    Args:
        program: Static structure.
        params: Constants.
        state: Where to start.
        n_step: At most `program.capacity`. () int32
        sample_at: For each step the times of the samples it takes among its events; see `step`. Empty unless
            `program.between`. [ms] (capacity, sample)
    """

    ops = JaxOps()

    def proceed(carry: tuple[Any, ...]) -> Array:
        k, state = carry[:2]
        return (k < n_step) & (_outcome(state) == Outcome.OK)

    def body(carry: tuple[Any, ...]) -> tuple[Any, ...]:
        k, state, times, samples, between = carry
        frame = Frame(ops, program, params, state)
        row, row_between = step(frame, sample_at[k] if program.between else None)
        times = lax.dynamic_update_slice(times, frame.t.reshape(1), (k,))
        if program.n_probe:
            samples = lax.dynamic_update_slice(samples, row[None], (k, jnp.int32(0)))
        if program.between:
            between = lax.dynamic_update_slice(between, row_between[None], (k, jnp.int32(0), jnp.int32(0)))
        return k + 1, frame.state(), times, samples, between

    times = jnp.zeros(program.capacity)
    samples = jnp.zeros((program.capacity, program.n_probe))
    between = jnp.zeros((*sample_at.shape, program.n_probe))
    _, state, times, samples, between = lax.while_loop(proceed, body, (jnp.int32(0), state, times, samples, between))
    outcome = _outcome(state)
    return Chunk(state=state, times=times, samples=samples, between=between, between_at=sample_at, outcome=outcome)


def run_ahead(program: Program, params: Params, state: State, sample_at: Array) -> tuple[Chunk, State, Array]:
    """Runs `program.capacity` steps and keeps the state after each of them; see `run_chunk` for the arguments.

    Returns:
        The chunk, the states (step, ...), and how many steps went well before a buffer was full. ()
    """
    ops = JaxOps()

    def body(state: State, at: Array | None) -> tuple[State, tuple[Any, ...]]:
        frame = Frame(ops, program, params, state)
        row, between = step(frame, at)
        after = frame.state()
        return after, (after, frame.t, row, between, _outcome(after) == Outcome.OK)

    last, (states, times, samples, between, well) = lax.scan(
        body, state, sample_at if program.between else None, length=program.capacity
    )
    outcome = _outcome(last)
    chunk = Chunk(state=last, times=times, samples=samples, between=between, between_at=sample_at, outcome=outcome)
    return chunk, states, jnp.sum(jnp.cumprod(well.astype(jnp.int32)))


def run_packed(
    program: Program, constants: Packing, changing: Packing, params: Packed, packed: Packed, n_step: Array
) -> dict[str, Array]:
    """Makes steps with all numbers in few arrays.

    Args:
        program: Static structure.
        constants, changing: How the constants lie, and how the state with the row of samples lies: (State, (probe,)).
        params: The constants.
        packed: The state before the first step, with any samples.
        n_step: How many steps: with a number that is known when it compiles, XLA would take the loop apart into many small
            kernels. () int32

    Returns:
        The state after the last step, with its samples, packed as before.
    """
    ops = JaxOps()

    def make(carry: tuple[Array, dict[str, Array]]) -> tuple[Array, dict[str, Array]]:
        k, packed = carry
        state, _ = changing.unpack(packed)
        frame = Frame(ops, program, constants.unpack(params), state)
        row, _ = step(frame, None)
        return k + 1, changing.pack((frame.state(), row), jnp)

    _, after = lax.while_loop(lambda carry: carry[0] < n_step, make, (jnp.int32(0), dict(packed)))
    return after


def run_packed_with_all(
    program: Program, constants: Packing, changing: Packing, columns: Packing, params: Packed, packed: Packed, n_step: Array
) -> dict[str, Array]:
    """Returns the columns that live within the last of `n_step` steps only, packed as `columns` says.

    For the other arguments see `run_packed`, and for what is returned `run_step_with_all`.
    """

    def make(carry: tuple[Array, Packed, dict[str, Array]]) -> tuple[Array, Packed, dict[str, Array]]:
        k, packed, _ = carry
        state, row = changing.unpack(packed)
        after, all_columns = run_step_with_all(program, constants.unpack(params), state)
        wanted = {key: all_columns[key] for key in columns.tree}
        return k + 1, changing.pack((after, row), jnp), columns.pack(wanted, jnp)

    nothing = {dtype: jnp.zeros(size, dtype) for dtype, size in columns.sizes.items()}
    start = jnp.int32(0), dict(packed), nothing
    _, _, made = lax.while_loop(lambda carry: carry[0] < n_step, make, start)
    return made


def deliver_due(program: Program, params: Params, state: State) -> State:
    """Returns the state after delivery of what is due by its time: NEURON ends a step with it."""
    frame = Frame(JaxOps(), program, params, state)
    deliver_by(frame, frame.t)
    return frame.state()


def run_step_with_all(program: Program, params: Params, state: State) -> tuple[State, dict[tuple[str, str], Array]]:
    """Runs one step and returns, beside the state, every column that lives within a step only.

    What a user reads after a run (an ion current, a gate's steady state) is worked out here once, instead of being carried
    through every step.
    """
    frame = Frame(JaxOps(), program, params, state)
    step(frame, jnp.full(1, jnp.inf))
    return frame.state(), transients(frame)


def transients(frame: Frame) -> dict[tuple[str, str], Array]:
    """Returns the columns of a frame that its state does not keep, by key."""
    columns: dict[tuple[str, str], Array] = {("node", name): values for name, values in frame.node.items()}
    for spec, group in zip(frame.program.groups, frame.groups, strict=True):
        shared = {v.name for v in spec.type.globals}
        columns |= {
            (f"{spec.name}@global" if name in shared else spec.name, name): values
            for name, values in group.items()
            if name not in spec.kept | spec.shared
        }
    for ion, ion_values in zip(frame.program.ions, frame.ions, strict=True):
        columns |= {(f"{ion.name}_ion", name): values for name, values in ion_values.items() if name not in ion.dynamic}
    return columns


def _outcome(state: State) -> Array:
    return jnp.int32(Outcome.OK) if state.net is None else state.net.outcome
