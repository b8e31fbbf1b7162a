"""The event queue: an unsorted buffer with the place of the earliest event kept.

Events at equal times leave in the order of their ranks. A new event gets the next rank; when it comes before the earliest
one, that one gets a new rank first: NEURON keeps the earliest item outside its tree and puts it back behind its equals.

An event is one column of one array, so that it is written with one slice; what must not be written goes to a spare slot.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import jax.numpy as jnp
from jax import lax

from jneuron.base.outcome import Outcome
from jneuron.ir.net_table import ORDER, TIME, NetState

Array = Any


def element(x: Array, i: Array) -> Array:
    """Returns `x[..., i]` for an index in range."""
    sizes = (*x.shape[:-1], 1)
    starts = (*(jnp.int32(0) for _ in x.shape[:-1]), jnp.asarray(i, jnp.int32))
    return lax.dynamic_slice(x, starts, sizes, allow_negative_indices=False).reshape(x.shape[:-1])


def put(x: Array, i: Array, value: Array) -> Array:
    """Returns `x` with `x[..., i]` replaced; a slice is written in place, where a scatter would be a loop of its own."""
    starts = (*(jnp.int32(0) for _ in x.shape[:-1]), jnp.asarray(i, jnp.int32))
    column = jnp.broadcast_to(jnp.asarray(value, x.dtype), x.shape[:-1])[..., None]
    return lax.dynamic_update_slice(x, column, starts, allow_negative_indices=False)


def earliest_time(net: NetState) -> Array:
    """Returns when the next event is due, inf if there is none [ms]."""
    return element(net.queue[TIME], net.first)


def push(net: NetState, *, when: Array, time: Array, what: Array, flag: Array, row: Array) -> NetState:
    """Returns the queue with one more event, where `when` holds; a full queue is the run's outcome."""
    spare = net.queue.shape[1] - 1
    full = net.n_queued >= spare
    fits = when & ~full
    slot = jnp.where(fits, net.n_queued, spare)
    earlier = fits & (time < earliest_time(net))

    # the event that was earliest goes back behind its equals
    order = put(net.queue[ORDER], jnp.where(earlier, net.first, spare), net.next_order)
    next_order = net.next_order + earlier
    event = jnp.stack([jnp.asarray(x, jnp.float64) for x in (time, next_order, flag, what, row)])
    queue = put(lax.dynamic_update_slice(net.queue, order[None], (ORDER, 0)), slot, event)
    return replace(
        net,
        queue=queue,
        n_queued=net.n_queued + fits,
        next_order=next_order + fits,
        first=jnp.where(earlier, slot, net.first),
        outcome=jnp.where(when & full & (net.outcome == Outcome.OK), jnp.int32(Outcome.QUEUE_FULL), net.outcome),
    )


def remove(net: NetState, slot: Array, *, when: Array) -> NetState:
    """Returns the queue without the event in `slot`, where `when` holds; the last one takes its place."""
    spare = net.queue.shape[1] - 1
    last = jnp.maximum(net.n_queued - 1, 0)
    queue = put(net.queue, jnp.where(when, slot, spare), element(net.queue, last))
    queue = put(queue, jnp.where(when, last, spare), jnp.inf)
    time, order = queue[TIME, :spare], queue[ORDER, :spare]
    return replace(
        net,
        queue=queue,
        n_queued=jnp.where(when, last, net.n_queued),
        first=lax.argmin(jnp.where(time == jnp.min(time), order, jnp.inf), 0, jnp.int32),
    )
