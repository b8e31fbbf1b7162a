"""The event queue: the earliest event, a heap in which a row has four children, and a calendar where they are many.

Events at equal times leave in the order of their ranks. A new event gets the next rank; when it comes before the earliest
one, that one gets a new rank first: NEURON keeps the earliest item outside its tree and puts it back behind its equals.

An event is a row of one array, and all of this is scalar work on single rows. XLA does it in place, a microsecond an event
whatever the size of the queue, as long as no array is read in an old version after it has been written: otherwise it copies
the array. Hence the form of the loops here: each turn writes the row that the turn before has decided on, then reads. What
passes from one turn to the next is the loop's carry, which keeps XLA from merging reads into later writes. Four children
instead of two make half as many turns; with 50,000 events in the queue an event costs a fifth to a third less.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import jax.numpy as jnp
from jax import lax

from jneuron.engine.events.calendar import day_of, is_to_come, noted, place_for, with_next_day_at_end
from jneuron.engine.events.rows import element, put, put_row, rows
from jneuron.ir.net_table import AT_HEAD, MOVABLE, N_CHILD, N_COLUMN, NOWHERE, ORDER, TIME, WHAT, Queue

Array = Any


def earliest_time(queue: Queue) -> Array:
    """Returns when the next event is due, inf if there is none [ms]."""
    return queue.head[0, TIME]


def event_row(*, time: Array, more: Array, what: Array, row: Array) -> Array:
    """Returns an event without a rank; see `jneuron.ir.net_table`. (1, 5)"""
    return jnp.stack([jnp.asarray(x, jnp.float64) for x in (time, 0.0, more, what, row)])[None]


def on_the_day(queue: Queue, t: Array) -> Queue:
    """Returns the queue with an empty calendar begun on the day of `t` [ms]."""
    if queue.calendar is None:
        return queue
    today = jnp.where(queue.calendar.size == 0, day_of(t), queue.calendar.today)
    return replace(queue, calendar=replace(queue.calendar, today=today))


def push(queue: Queue, event: Array, *, when: Array, n_connection: int) -> Queue:
    """Returns the queue with one more event, where `when` holds."""
    spare = jnp.int32(queue.heap.shape[0] - 1)
    full = _n_rest(queue) >= queue.heap.shape[0] - N_CHILD
    fits = when & ~full
    earlier = fits & (event[0, TIME] < queue.head[0, TIME])

    # the event that was earliest goes back behind its equals
    is_order = (jnp.arange(N_COLUMN) == ORDER)[None]
    back = jnp.where(is_order, queue.next_order, queue.head)
    event = jnp.where(is_order, queue.next_order + 1.0, event)
    item, head = jnp.where(earlier, back, event), jnp.where(earlier, event, queue.head)

    # an empty head needs no place in the heap
    stays = fits & (queue.head[0, TIME] != jnp.inf)
    calendar, to_come = queue.calendar, jnp.bool_(False)
    place: tuple[Array, ...] = ()
    if calendar is not None:
        to_come = stays & is_to_come(calendar, item[0, TIME])
        place = place_for(calendar, item[0, TIME], when=to_come)
        stays = stays & ~to_come
    start = jnp.where(stays, queue.size, spare)
    queue = replace(
        queue,
        head=head,
        next_order=queue.next_order + jnp.where(fits, 2.0, 0.0),
        place=_noted(queue.place, head, jnp.int32(AT_HEAD), n_connection, earlier),
        lost=queue.lost | (when & full),
    )
    # a place that was read before the loop is written after it
    queue, place = _sift_up(queue, start, item, n_connection, place)
    if calendar is not None:
        calendar = noted(calendar, item, place, when=to_come)
    return replace(queue, size=queue.size + stays, calendar=calendar)


def pop(queue: Queue, *, when: Array, n_connection: int) -> Queue:
    """Returns the queue without its earliest event, where `when` holds."""
    if queue.calendar is not None:
        queue = _with_next_days(queue, when=when)
    queue, _ = _without(queue, jnp.int32(AT_HEAD), when=when, n_connection=n_connection)
    return queue


def can_move(queue: Queue, own: Array) -> Array:
    """Tells whether an instance has an event that `move` finds."""
    return element(queue.place, own) != NOWHERE


def move(queue: Queue, own: Array, time: Array, *, when: Array, n_connection: int) -> tuple[Queue, Array, Array]:
    """Takes out an instance's movable event, to be pushed again with another time, where `when` holds.

    The earliest event stays where it is, with its new time, while it comes before all others or with them.

    Returns:
        The queue; the event with its new time; whether it is to be pushed.
    """
    place = element(queue.place, own)
    when = when & (place != NOWHERE)
    at_head = place == AT_HEAD
    event = jnp.where(at_head, queue.head, rows(queue.heap, jnp.maximum(place, 0)))
    first = jnp.where(queue.size > 0, queue.heap[0, TIME], jnp.inf)
    is_time = (jnp.arange(N_COLUMN) == TIME)[None]
    moved = jnp.where(is_time, time, event)
    stays = when & at_head & (time <= first)
    queue = replace(queue, head=jnp.where(stays, moved, queue.head))
    goes = when & ~stays
    queue, (moved, goes) = _without(queue, place, when=goes, n_connection=n_connection, carried=(moved, goes))
    return queue, moved, goes


def unmovable(queue: Queue, own: Array, *, when: Array) -> Queue:
    """Returns the queue with an instance's movable event, if there is one, made one that net_move does not find."""
    place = jnp.where(when, element(queue.place, own), NOWHERE)
    spare = queue.heap.shape[0] - 1
    is_what = (jnp.arange(N_COLUMN) == WHAT)[None]
    slot = jnp.where(place >= 0, place, spare)
    row = rows(queue.heap, slot)
    heap = put_row(queue.heap, slot, jnp.where(is_what, jnp.floor(row), row))
    head = jnp.where(is_what & (place == AT_HEAD), jnp.floor(queue.head), queue.head)
    return replace(queue, heap=heap, head=head)


def forget_place(queue: Queue, own: Array, *, when: Array) -> Queue:
    """Returns the queue with no movable event known of an instance, where `when` holds."""
    return replace(queue, place=put(queue.place, jnp.where(when, own, queue.place.shape[0] - 1), NOWHERE))


def _n_rest(queue: Queue) -> Array:
    """Returns how many events there are beside the earliest."""
    return queue.size if queue.calendar is None else queue.size + queue.calendar.size


def _with_next_days(queue: Queue, *, when: Array) -> Queue:
    """Returns the queue with the days begun, where `when` holds, until the heap has the earliest event beside the head."""

    def is_behind(queue: Queue) -> Array:
        assert queue.calendar is not None
        is_first = (queue.size > 0) & (day_of(queue.heap[0, TIME]) <= queue.calendar.today)
        return when & (queue.calendar.size > 0) & ~is_first

    return lax.while_loop(is_behind, _with_next_day, queue)  # type: ignore[no-any-return]


def _with_next_day(queue: Queue) -> Queue:
    """Returns the queue with the events of the next day in the heap."""
    assert queue.calendar is not None
    calendar, heap = with_next_day_at_end(queue.calendar, queue.heap, queue.size)
    n_moved = queue.calendar.size - calendar.size

    def lift(k: Array, queue: Queue) -> Queue:
        queue, _ = _sift_up(queue, k, rows(queue.heap, k), 0)
        return queue

    size = queue.size + n_moved
    queue = lax.fori_loop(queue.size, size, lift, replace(queue, heap=heap, calendar=None))
    return replace(queue, size=size, calendar=calendar)


def _without(queue: Queue, place: Array, *, when: Array, n_connection: int, carried: tuple[Array, ...] = ()) -> Any:
    """Returns the queue without the event at a place, and what is carried past the loops: read from the queue before."""
    spare = jnp.int32(queue.heap.shape[0] - 1)
    empty = jnp.full((1, N_COLUMN), jnp.inf)
    has_rest = when & (queue.size > 0)
    # the last event of the heap takes the free place, unless smaller ones move up into it
    size = jnp.where(has_rest, queue.size - 1, queue.size)

    def fill(carry: Any) -> Any:
        heap, marks, head, at, to, row, carried, going = carry
        heap, marks = put_row(heap, to, row), _noted(marks, row, to, n_connection, to < spare)
        last = rows(heap, size)
        child = jnp.maximum(N_CHILD * at + 1, 0)
        # the head has one child: the first row
        smallest, smaller = _first_of(rows(heap, child, N_CHILD), jnp.where(at >= 0, size - child, 1))
        down = (child < size) & _before(smaller, last)
        row, to = jnp.where(down, smaller, last), jnp.where(going & (at >= 0), at, spare)
        at_head = going & (at < 0)
        marks = _noted(marks, row, jnp.int32(AT_HEAD), n_connection, at_head)
        head = jnp.where(at_head, row, head)
        carried = _unknown(at, carried)
        return heap, marks, head, jnp.where(down, child + smallest, at), to, row, carried, going & down

    head = jnp.where(when & (place == AT_HEAD), empty, queue.head)
    # where the last event is itself what goes, nothing is left to fill
    start = (queue.heap, queue.place, head, place, spare, empty, carried, has_rest & (place < size))
    heap, marks, head, at, _, _, carried, _ = lax.while_loop(lambda c: c[-1] | (c[4] < spare), fill, start)
    queue = replace(queue, heap=heap, place=marks, head=head, size=size)
    if not carried:
        return queue, carried
    # what came from the end may belong further up than the place it fills
    filled = has_rest & (at >= 0) & (place < size)
    queue, _ = _sift_up(queue, jnp.where(filled, at, spare), rows(heap, size), n_connection)
    return queue, carried


def _sift_up(queue: Queue, start: Array, item: Array, n_connection: int, carried: tuple[Array, ...] = ()) -> Any:
    """Returns the queue with an event put at a place of the heap, or further up, and what is carried past the loop.

    Nothing is done at the spare row.
    """
    spare = jnp.int32(queue.heap.shape[0] - 1)

    def lift(carry: Any) -> Any:
        heap, marks, at, to, row, item, carried = carry
        heap, marks = put_row(heap, to, row), _noted(marks, row, to, n_connection, to < spare)
        parent = lax.shift_right_arithmetic(at - 1, jnp.int32(2))
        above = rows(heap, jnp.maximum(parent, 0))
        up = (at > 0) & _before(item, above)
        carried = _unknown(at, carried)
        return heap, marks, jnp.where(up, parent, -1), jnp.where(at >= 0, at, spare), jnp.where(up, above, item), item, carried

    carry = (queue.heap, queue.place, jnp.where(start < spare, start, -1), spare, item, item, carried)
    heap, marks, *_, carried = lax.while_loop(lambda c: (c[2] >= 0) | (c[3] < spare), lift, carry)
    return replace(queue, heap=heap, place=marks), carried


def _unknown(at: Array, carried: tuple[Array, ...]) -> tuple[Array, ...]:
    """Returns what a loop carries as it is, though the compiler does not know: it would read it anew after the loop."""
    return tuple(jnp.where(at < AT_HEAD, at.astype(x.dtype), x) for x in carried)


def _first_of(siblings: Array, n: Array) -> tuple[Array, Array]:
    """Returns which of the first `n` rows, all if there are fewer, leaves first, and the row."""
    found = [(jnp.int32(k), jnp.where(k < n, siblings[k, TIME], jnp.inf), siblings[k, ORDER]) for k in range(N_CHILD)]
    while len(found) > 1:
        pairs = zip(found[::2], found[1::2], strict=True)
        found = [_first_of_two(a, b) for a, b in pairs]
    smallest = found[0][0]
    return smallest, rows(siblings, smallest)


def _first_of_two(a: tuple[Array, ...], b: tuple[Array, ...]) -> tuple[Array, ...]:
    """Returns which of two events leaves first, each given by number, time and rank."""
    (_, time_a, order_a), (_, time_b, order_b) = a, b
    second = (time_b < time_a) | ((time_b == time_a) & (order_b < order_a))
    return tuple(jnp.where(second, y, x) for x, y in zip(a, b, strict=True))


def _before(a: Array, b: Array) -> Array:
    return (a[0, TIME] < b[0, TIME]) | ((a[0, TIME] == b[0, TIME]) & (a[0, ORDER] < b[0, ORDER]))


def _noted(marks: Array, row: Array, place: Array, n_connection: int, when: Array) -> Array:
    """Returns the places of movable events with that of one row, where `when` holds."""
    if not marks.shape[0]:
        return marks
    what, spare = row[0, WHAT], marks.shape[0] - 1
    own = jnp.floor(what) - n_connection
    # an empty row is all inf, which has no fraction
    is_movable = when & (what - jnp.floor(what) == MOVABLE)
    return put(marks, jnp.where(is_movable, own, spare).astype(jnp.int32), place)
