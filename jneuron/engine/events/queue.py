"""The event queue: an unsorted buffer with the place of the earliest event kept.

Events at equal times leave in the order of their ranks. A new event gets the next rank; when it comes before the earliest
one, that one gets a new rank first: NEURON keeps the earliest item outside its tree and puts it back behind its equals.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import jax.numpy as jnp
from jax import lax

from jneuron.base.outcome import Outcome
from jneuron.ir.net_table import NetState

Array = Any


def earliest_time(net: NetState) -> Array:
    """Returns when the next event is due, inf if there is none [ms]."""
    return net.time[net.first]


def push(net: NetState, *, when: Array, time: Array, what: Array, flag: Array, row: Array) -> NetState:
    """Returns the queue with one more event, where `when` holds; a full queue is the run's outcome."""
    n_slot = net.time.shape[0]
    full = net.n_queued >= n_slot
    slot = jnp.where(when & ~full, net.n_queued, n_slot).astype(jnp.int32)
    earlier = when & (time < earliest_time(net))

    # the event that was earliest goes back behind its equals
    step_back = jnp.where(earlier, net.first, n_slot).astype(jnp.int32)
    order = net.order.at[step_back].set(net.next_order, mode="drop")
    next_order = net.next_order + earlier
    return replace(
        net,
        time=net.time.at[slot].set(time, mode="drop"),
        order=order.at[slot].set(next_order, mode="drop"),
        what=net.what.at[slot].set(what, mode="drop"),
        flag=net.flag.at[slot].set(flag, mode="drop"),
        row=net.row.at[slot].set(row, mode="drop"),
        n_queued=net.n_queued + (when & ~full),
        next_order=next_order + when,
        first=jnp.where(earlier & ~full, slot, net.first),
        outcome=jnp.where(when & full & (net.outcome == Outcome.OK), jnp.int32(Outcome.QUEUE_FULL), net.outcome),
    )


def remove(net: NetState, slot: Array, *, when: Array) -> NetState:
    """Returns the queue without the event in `slot`, where `when` holds; the last one takes its place."""
    n_slot = net.time.shape[0]
    last = jnp.maximum(net.n_queued - 1, 0)
    to = jnp.where(when, slot, n_slot)

    def moved(x: Array) -> Array:
        return x.at[to].set(x[last], mode="drop")

    time = moved(net.time).at[jnp.where(when, last, n_slot)].set(jnp.inf, mode="drop")
    order = moved(net.order)
    at_earliest = jnp.where(time == jnp.min(time), order, jnp.iinfo(jnp.int64).max)
    return replace(
        net,
        time=time,
        order=order,
        what=moved(net.what),
        flag=moved(net.flag),
        row=moved(net.row),
        n_queued=jnp.where(when, last, net.n_queued),
        first=lax.argmin(at_earliest, 0, jnp.int32),
    )
