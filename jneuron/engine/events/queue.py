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


def element(x: Array, i: Array) -> Array:
    """Returns `x[..., i]` for an index in range."""
    return lax.dynamic_index_in_dim(x, i, axis=x.ndim - 1, keepdims=False)


def put(x: Array, i: Array, value: Array, *, when: Array) -> Array:
    """Returns `x` with `x[..., i]` replaced where `when` holds; `i` must be in range even where it does not.

    A slice is written in place; a scatter would be a loop of its own.
    """
    new = jnp.where(when, value, element(x, i)).astype(x.dtype)
    return lax.dynamic_update_index_in_dim(x, new, i, axis=x.ndim - 1)


def earliest_time(net: NetState) -> Array:
    """Returns when the next event is due, inf if there is none [ms]."""
    return element(net.time, net.first)


def push(net: NetState, *, when: Array, time: Array, what: Array, flag: Array, row: Array) -> NetState:
    """Returns the queue with one more event, where `when` holds; a full queue is the run's outcome."""
    n_slot = net.time.shape[0]
    full = net.n_queued >= n_slot
    slot = jnp.minimum(net.n_queued, n_slot - 1)
    fits = when & ~full
    earlier = fits & (time < earliest_time(net))

    # the event that was earliest goes back behind its equals
    order = put(net.order, net.first, net.next_order, when=earlier)
    next_order = net.next_order + earlier
    return replace(
        net,
        time=put(net.time, slot, time, when=fits),
        order=put(order, slot, next_order, when=fits),
        what=put(net.what, slot, what, when=fits),
        flag=put(net.flag, slot, flag, when=fits),
        row=put(net.row, slot, row, when=fits),
        n_queued=net.n_queued + fits,
        next_order=next_order + fits,
        first=jnp.where(earlier, slot, net.first),
        outcome=jnp.where(when & full & (net.outcome == Outcome.OK), jnp.int32(Outcome.QUEUE_FULL), net.outcome),
    )


def remove(net: NetState, slot: Array, *, when: Array) -> NetState:
    """Returns the queue without the event in `slot`, where `when` holds; the last one takes its place."""
    last = jnp.maximum(net.n_queued - 1, 0)

    def moved(x: Array) -> Array:
        return put(x, slot, element(x, last), when=when)

    time = put(moved(net.time), last, jnp.inf, when=when)
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
