"""NEURON's fixed step: implicit Euler (secondorder 0), or Crank-Nicolson staggered with the states (1 and 2).

One step from t to t + dt:

    deliver what is due by t + dt/2          what was due by t, then the threshold crossings of the last step, first
    t + dt/2: continuous plays, currents     c_m dv/dt + sum of currents = axial currents, linearised at v
    solve for the change of v                twice the change over half a step if secondorder is set
    t + dt: continuous plays, states         with the new voltage
    BEFORE STEP blocks, record

NEURON ends a step by delivering what is due by t + dt. That is the first thing the next step does here; after the last
step of a run the session does it.
"""

from __future__ import annotations

from typing import Any

import jax.numpy as jnp
from jax import lax

from jneuron.engine.currents import membrane_currents
from jneuron.engine.diffusion import diffuse_states
from jneuron.engine.events.deliver import process_events
from jneuron.engine.frame import Frame
from jneuron.engine.hines.solve import solve_all
from jneuron.engine.play import play_lines, play_steps
from jneuron.engine.states import advance_states, run_kernels
from jneuron.engine.transfer import transfer
from jneuron.ir.program import State
from jneuron.ir.program_keys import transient_keys

Array = Any


def step(frame: Frame, sample_at: Array | None = None) -> tuple[Array, Array]:
    """Advances the frame by one step.

    Args:
        frame: The values at its start.
        sample_at: Times of samples from half a step before the step's start to its middle [ms], in order, then inf; used
            where the program samples among events (`Program.between`). (sample,)

    Returns:
        The probes' values after the step (probe,), and at each of `sample_at`, after the events before it and before the
        others (sample, probe).
    """
    between = solve_for_voltage(frame, sample_at)
    return go_on_from_voltage(frame), between


def solve_for_voltage(frame: Frame, sample_at: Array | None = None) -> Array:
    """Makes the first part of a step: events, currents and the new voltage; returns the samples among the events."""
    dt = frame.params.hoc["dt"]
    begin = frame.t

    # events: what was due by the end of the last step, threshold crossings, what is due by the half step
    between, looks = frame.xp.zeros(0), None
    if frame.program.between:
        assert sample_at is not None
        between, looks = _samples_among_events(frame, sample_at, begin + 0.5 * dt)
    play_steps(frame, begin + 0.5 * dt)
    process_events(frame, begin + 0.5 * dt, looks)

    # voltage
    frame.t = begin + 0.5 * dt
    play_lines(frame)
    change = _voltage_change(frame, dt)
    _second_order_currents(frame, change)
    frame.v = frame.v + (2.0 * change if frame.program.second_order else change)
    return between


def go_on_from_voltage(frame: Frame) -> Array:
    """Makes the second part of a step: what follows the voltage; returns the probes' values after the step."""
    transfer(frame)

    # states
    frame.t = frame.t + 0.5 * frame.params.hoc["dt"]
    play_lines(frame)
    advance_states(frame)
    diffuse_states(frame)
    run_kernels(frame, "after_solve")
    run_kernels(frame, "before_step")

    samples = sample(frame)
    play_steps(frame, frame.t)
    frame.end_where_failed()
    return samples


def _samples_among_events(frame: Frame, sample_at: Array, half_step: Array) -> tuple[Array, Array]:
    """Takes the samples that are due before the half step, each after the events by then. (sample, probe)

    Returns also whether thresholds have yet to be looked at: that comes before what is due after t.

    Order: of a sample and an event at the same time, NEURON takes first what was queued first: the event, unless its delay is
        shorter than the time since the sample before. Here the event comes first always.
    """

    def take(carry: tuple[State, Array], at: Array) -> tuple[tuple[State, Array], Array]:
        state, unseen = carry
        here = Frame(frame.ops, frame.program, frame.params, state)
        until = jnp.minimum(at, half_step)
        looks = unseen & (until > here.t)
        play_steps(here, until)
        process_events(here, until, looks)
        return (here.state(), unseen & ~looks), sample(here, complete=False)

    (state, unseen), samples = lax.scan(take, (frame.state(), jnp.bool_(True)), sample_at)
    frame.go_on_from(state)
    return samples, unseen


def _voltage_change(frame: Frame, dt: Array) -> Array:
    program, params = frame.program, frame.params
    membrane = membrane_currents(frame)
    # cm [uF/cm2] / dt [ms] is 1e-3 S/cm2
    capacitance = 0.001 * (2.0 / dt if program.second_order else 1.0 / dt) * params.cable["cm"]
    diagonal = membrane.diagonal + capacitance
    change = solve_all(program.buckets, params.parents, params.cable, frame.v, diagonal, membrane.rhs)
    frame.node["i_cap"] = capacitance * change
    frame.node["i_membrane_"] = membrane.leaving(change, capacitance, params.cable["area"])
    return change


def _second_order_currents(frame: Frame, change: Array) -> None:
    """Brings ion currents to the middle of the step, as secondorder 2 asks."""
    if frame.program.second_order != 2:
        return
    for spec, ion in zip(frame.program.ions, frame.ions, strict=True):
        if spec.followed:
            ion[f"i{spec.name}"] = ion[f"i{spec.name}"] + ion[f"di{spec.name}_dv_"] * change


def sample(frame: Frame, *, complete: bool = True) -> Array:
    """Returns the recorded elements, in the order of the probes. (probe,)

    Args:
        frame: The values.
        complete: Whether the step has been made; before that, what it has yet to work out (currents) is given as 0.
    """
    xp = frame.xp
    if not frame.program.probes:
        return xp.zeros(0)
    parts = []
    pending = frozenset() if complete else transient_keys(frame.program)
    for (key, n), index in zip(frame.program.probes, frame.params.probes, strict=True):
        if key in pending:
            parts.append(xp.zeros(n))
            continue
        column = frame.column(key)
        parts.append(xp.broadcast_to(column, (n,)) if getattr(column, "ndim", 0) == 0 else column.reshape(-1)[index])
    return parts[0] if len(parts) == 1 else xp.concatenate(parts)
