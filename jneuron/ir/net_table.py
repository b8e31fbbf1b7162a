"""Connections and events as columns.

Every event is one of two things: a connection's delivery (`what` < number of connections), or a self event of an instance
(`what` - number of connections counts the instances of all target groups, a group at a time). A source sends over the
connections `first[s] .. first[s + 1] - 1`, in the order in which they were made.
"""

from __future__ import annotations

from typing import Any

from jneuron.ir.pytree import pytree

Array = Any


@pytree
class NetParams:
    """Constants of a network.

    Attributes:
        first: First connection of each source, and one more entry for the end. (source + 1,) int32
        delay: [ms] (connection,)
        active: Whether a connection takes part. (connection,) bool
        target: Position of its target's group in `NetSpec.targets`, -1 without target. (connection,) int32
        instance: Its target. (connection,) int32
        weight: First element of its weight vector. (connection,) int32
        threshold: Of each watched source. [mV] (watched,)
        watched: For each watched column the flat elements, in the order of the sources they belong to. (watched,) int32 each
        source_of_watched: Source of each watched element. (watched,) int32
        source_of: For each target group the source that an instance is, -1 if nobody listens. (instance,) int32 each
        offset: First self event number of each target group. (target group + 1,) int32
    """

    first: Array
    delay: Array
    active: Array
    target: Array
    instance: Array
    weight: Array
    threshold: Array
    watched: tuple[Array, ...]
    source_of_watched: Array
    source_of: tuple[Array, ...]
    offset: Array


TIME, ORDER, FLAG, WHAT, ROW = range(5)
"""Rows of the event queue."""


@pytree
class NetState:
    """What events change.

    Attributes:
        weights: All weight vectors. (weight,)
        queue: A column an event: delivery time [ms], inf where the slot is free; rank among events of equal time; flag of a
            self event; which event; first element of the weight vector it carries. The last slot takes what is thrown away.
            (5, slot + 1)
        n_queued: Events in the queue; they fill the slots from 0. () int32
        next_order: Rank of the next event. ()
        first: Slot of the earliest event. () int32
        above: Whether a watched source was above its threshold. (watched,) bool
        spikes: Time [ms] and source of what has been sent since the session last looked, and a slot to throw away.
            (2, spike + 1)
        n_spike: How many. () int32
        outcome: See `jneuron.base.outcome`. () int32
    """

    weights: Array
    queue: Array
    n_queued: Array
    next_order: Array
    first: Array
    above: Array
    spikes: Array
    n_spike: Array
    outcome: Array
