"""Connections and events as columns.

Instances that receive events are numbered through all target groups, a group at a time: an instance's `own` number. A source
sends over the connections `first[s] .. first[s + 1] - 1`, in the order in which they were made.

An event in the queue is a row of five numbers. `WHAT` says what it is: a connection's delivery (less than the number of
connections), or a self event (that number plus `own`, plus a half where net_move may find it: an instance's latest self
event with flag 1). `MORE` is the flag of a self event; a connection's delivery has flag 0 and keeps the target's `own`
there.
"""

from __future__ import annotations

from typing import Any

from jneuron.ir.pytree import pytree

Array = Any

TIME, ORDER, MORE, WHAT, ROW = range(5)
"""Columns of an event: due time [ms], rank among events of equal time, see above, see above, first element of the weight
vector it carries."""
N_COLUMN = 5
N_CHILD = 4
"""Children of a row of the queue's heap."""
N_DAY, DAYS_PER_MS = 4096, 40.0
"""How many days a calendar reaches ahead, a power of two, and how long they are: NEURON's default step."""
NOBODY = -1
"""What a calendar's lists end with."""
MOVABLE = 0.5
"""What WHAT has on top for the self event that net_move finds."""

DELAY, WEIGHT, OWN = range(3)
"""Columns of a connection: delay [ms], first element of its weight vector, `own` of its target, or -1 where it sends nothing
(it is not active, or has no target)."""

AT_HEAD, NOWHERE = -1, -2
"""Places of an instance's movable event that are no row of the heap: it is the earliest event; there is none."""


@pytree
class NetParams:
    """Constants of a network.

    Attributes:
        first: First connection of each source, and one more entry for the end. (source + 1,) int32
        connections: See `DELAY`, `WEIGHT`, `OWN`. (connection, 3)
        threshold: Of each watched source. [mV] (watched,)
        watched: For each watched column the flat elements, in the order of the sources they belong to. (watched,) int32 each
        source_of_watched: Source of each watched element. (watched,) int32
        source_of: Source that an instance is, by its own number, -1 if nobody listens. (own,) int32
        offset: First own number of each target group. (target group + 1,) int32
        vectors: For each target group with FOR_NETCONS the weight vectors of all connections to an instance, -1 where there
            are fewer. (instance, most connections) int32
    """

    first: Array
    connections: Array
    threshold: Array
    watched: tuple[Array, ...]
    source_of_watched: Array
    source_of: Array
    offset: Array
    vectors: tuple[Array, ...]


@pytree
class Calendar:
    """Events of the coming days; see `jneuron.engine.events.calendar`.

    Attributes:
        events: They lie anywhere. (slot, 5)
        following: For each of them the next one of its day. (slot + 1,) int32
        first: One of each day's events, by the day modulo the number of days; one more entry takes what is thrown away.
            (N_DAY + 1,) int32
        free: The slots without an event, from `size` on. (slot + 1,) int32
        size: How many events there are. () int32
        today: Number of the day whose events, and those before, are in the heap. ()
    """

    events: Array
    following: Array
    first: Array
    free: Array
    size: Array
    today: Array


@pytree
class Queue:
    """The events that are on their way; see `jneuron.engine.events.queue`.

    Attributes:
        head: The earliest event; its time is inf where there is none. (1, 5)
        heap: All others that are not in the calendar. A row's children lie from N_CHILD i + 1 on; the last row takes what is
            thrown away, the others past the slots let the children of any row be read at once. (slot + N_CHILD, 5)
        size: Events in the heap. () int32
        next_order: Rank of the next event. ()
        place: Where each instance's movable event lies; one more entry takes what is thrown away. Empty in programs without
            net_move. (own + 1,) int32
        lost: Whether an event found no room. () bool
        calendar: None where the heap does without: queues with little room, and programs with net_move.
    """

    head: Array
    heap: Array
    size: Array
    next_order: Array
    place: Array
    lost: Array
    calendar: Calendar | None


@pytree
class Watches:
    """The WATCH conditions of a target group.

    Attributes:
        on: Whether a condition is watched. (condition, instance) bool
        above: Whether it held when it was last looked at. (condition, instance) bool
        flag: What it sends. (condition, instance)
        since: Rank of the WATCH statement that began it, among all that were executed. (condition, instance)
    """

    on: Array
    above: Array
    flag: Array
    since: Array


@pytree
class NetState:
    """What events change.

    Attributes:
        weights: All weight vectors, and room at the end for what is thrown away. (weight + longest vector,)
        queue: The event queue.
        above: Whether a watched source was above its threshold. (watched,) bool
        watches: For each target group its WATCH conditions, None without any.
        n_watch: What the next WATCH statements are ranked by. ()
        spikes: Time [ms] and source of what has been sent since the session last looked, and a row to throw away.
            (spike + 1, 2)
        n_spike: How many. () int32
        outcome: See `jneuron.base.outcome`. () int32
        failed: Own number of the instance that a failure is about. () int32
        refused: The request that failed: its kind, its time and the present [ms], its flag. (4,)
    """

    weights: Array
    queue: Queue
    above: Array
    watches: tuple[Watches | None, ...]
    n_watch: Array
    spikes: Array
    n_spike: Array
    outcome: Array
    failed: Array
    refused: Array
