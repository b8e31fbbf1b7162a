"""A chunk: up to `capacity` steps in one compiled program.

The number of steps is traced, so that one compilation serves every chunk. Samples go into a buffer in the loop's carry; the
loop also ends early when an event or spike buffer is full: the session then runs the chunk again from its start with a
larger one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import jax.numpy as jnp
from jax import lax

from jneuron.base.outcome import Outcome
from jneuron.engine.array_ops import JaxOps
from jneuron.engine.events.arrive import queue_arrivals
from jneuron.engine.events.deliver import deliver_by
from jneuron.engine.frame import Frame
from jneuron.engine.step.fixed import go_on_from_voltage, solve_for_voltage, step
from jneuron.ir.packing import Packed, Packing
from jneuron.ir.program import Chunk, Key, Params, Program, State
from jneuron.ir.pytree import pytree

Array = Any
Columns = dict[Key, Array]


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


OUTCOME, FINITE, N_SPIKE, SPIKES = range(4)
"""What a report of an interval says: how it ended, whether all voltages are numbers, and how many spikes there were, the
first of which follow: time [ms] and source one after another."""
MOST_REPORTED = 64
"""Spikes that a report has room for: more are looked up in the state."""


def run_interval(
    program: Program,
    constants: Packing,
    changing: Packing,
    params: Packed,
    packed: Packed,
    arrived: Array,
    n_arrived: Array,
    n_step: Array,
) -> tuple[dict[str, Array], Array, Array]:
    """Queues what other processes have sent, and makes the steps until they are to be heard of again.

    Args:
        program: Static structure; an interval has at most `capacity` steps.
        constants, changing: How the constants lie, and how the state lies.
        params: The constants, packed.
        packed: The state, packed; its spikes are those of the interval before.
        arrived, n_arrived: See `queue_arrivals`.
        n_step: How many steps. () int32

    Returns:
        The state after the last step, packed; time [ms] and probes after each step (capacity, 1 + probe); a report: see
        `OUTCOME` and what follows it.
    """
    state: State = changing.unpack(packed)
    numbers: Params = constants.unpack(params)
    if program.net is not None:
        net = replace(state.net, n_spike=jnp.int32(0))
        state = replace(state, net=queue_arrivals(program.net, numbers.net, net, arrived, n_arrived))
    chunk = run_chunk(program, numbers, state, n_step, jnp.zeros((0, 0)))
    after = chunk.state
    report = [chunk.outcome.astype(jnp.float64), jnp.all(jnp.isfinite(after.v)).astype(jnp.float64)]
    if after.net is None:
        report.append(jnp.float64(0.0))
        spikes = jnp.zeros(0)
    else:
        report.append(after.net.n_spike.astype(jnp.float64))
        spikes = after.net.spikes[:MOST_REPORTED].reshape(-1)
    samples = jnp.concatenate([chunk.times[:, None], chunk.samples], axis=1)
    return changing.pack(after, jnp), samples, jnp.concatenate([jnp.stack(report), spikes])


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


def run_step_with_all(program: Program, params: Params, state: State) -> tuple[State, Columns]:
    """Runs one step and returns, beside the state, every column that lives within a step only.

    What a user reads after a run (an ion current, a gate's steady state) is worked out here once, instead of being carried
    through every step.
    """
    frame = Frame(JaxOps(), program, params, state)
    step(frame, jnp.full(1, jnp.inf))
    return frame.state(), transients(frame)


@pytree
class Halfway:
    """A step that has been made as far as the new voltage.

    Attributes:
        state: What it has changed so far; t is the middle of the step.
        node, groups, ions: What lives within a step only, by name, for the nodes and for each group and ion.
        between: The probes among the events at the step's start; see `Chunk`. (sample, probe)
    """

    state: State
    node: Mapping[str, Array]
    groups: tuple[Mapping[str, Array], ...]
    ions: tuple[Mapping[str, Array], ...]
    between: Array


def run_to_voltage(program: Program, params: Params, state: State, sample_at: Array) -> tuple[Halfway, Columns]:
    """Makes the first part of a step, with everything kept.

    Args:
        program: Static structure.
        params: Constants.
        state: Where to start.
        sample_at: Times of the samples among the step's events [ms]. (sample,)

    Returns:
        What the second part starts from, and the columns that live within a step only.
    """
    frame = Frame(JaxOps(), program, params, state)
    between = solve_for_voltage(frame, sample_at if program.between else None)
    after, columns = frame.state(), transients(frame)
    kept = [spec.kept | spec.shared for spec in program.groups]
    groups = tuple({n: x for n, x in g.items() if n not in names} for g, names in zip(frame.groups, kept, strict=True))
    followed = tuple(
        {name: x for name, x in ion.items() if name not in spec.dynamic}
        for spec, ion in zip(program.ions, frame.ions, strict=True)
    )
    return Halfway(state=after, node=dict(frame.node), groups=groups, ions=followed, between=between), columns


def run_from_voltage(program: Program, params: Params, halfway: Halfway) -> tuple[State, Array]:
    """Makes the second part of a step; returns the state after it and the probes."""
    frame, samples = _frame_from_voltage(program, params, halfway)
    return frame.state(), samples


def run_from_voltage_with_all(program: Program, params: Params, halfway: Halfway) -> tuple[State, Array, Columns]:
    """Makes the second part of a step; returns the state after it, the probes, and the columns that live within it only."""
    frame, samples = _frame_from_voltage(program, params, halfway)
    return frame.state(), samples, transients(frame)


def _frame_from_voltage(program: Program, params: Params, halfway: Halfway) -> tuple[Frame, Array]:
    frame = Frame(JaxOps(), program, params, halfway.state)
    frame.node.update(halfway.node)
    for group, values in zip(frame.groups, halfway.groups, strict=True):
        group.update(values)
    for ion, values in zip(frame.ions, halfway.ions, strict=True):
        ion.update(values)
    return frame, go_on_from_voltage(frame)


def transients(frame: Frame) -> Columns:
    """Returns the columns of a frame that its state does not keep, by key."""
    columns: Columns = {("node", name): values for name, values in frame.node.items()}
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
