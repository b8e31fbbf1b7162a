"""A calendar of events: those of the coming days in no order, one list a day, so that the heap stays short.

With tens of thousands of events in one heap, most of an event's time goes into waiting for memory: each level of the heap is
another place. Events of days to come are put at the front of their day's list, which touches three places whatever is in the
queue; when the day comes they go into the heap, in which they are few and near each other.
Since all events up to today are in the heap, nothing changes in the order in which they leave.

What lies further ahead than the calendar reaches goes into the heap too, so a day's list has events of that day only.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import jax.numpy as jnp
from jax import lax

from jneuron.engine.events.rows import element, put, put_row, rows
from jneuron.ir.net_table import DAYS_PER_MS, N_DAY, NOBODY, Calendar

Array = Any


def day_of(time: Array) -> Array:
    """Returns the number of the day of a time [ms]."""
    return jnp.floor(time * DAYS_PER_MS)


def is_to_come(calendar: Calendar, time: Array) -> Array:
    """Tells whether an event at a time [ms] belongs into the calendar."""
    day = day_of(time)
    return (day > calendar.today) & (day < calendar.today + N_DAY)


def place_for(calendar: Calendar, time: Array, *, when: Array) -> tuple[Array, Array, Array]:
    """Returns where an event of a day to come goes: its slot, its day's page and the event before which it goes."""
    spare = jnp.int32(calendar.events.shape[0] - 1)
    slot = jnp.where(when, element(calendar.free, calendar.size), spare)
    page = jnp.where(when, _page(day_of(time)), N_DAY)
    return slot, page, element(calendar.first, page)


def noted(calendar: Calendar, event: Array, place: tuple[Array, Array, Array], *, when: Array) -> Calendar:
    """Returns the calendar with one more event at the place for it, where `when` holds; there must be room."""
    slot, page, before = place
    return replace(
        calendar,
        events=put_row(calendar.events, slot, event),
        following=put(calendar.following, slot, before),
        first=put(calendar.first, page, jnp.where(when, slot, NOBODY)),
        size=calendar.size + when,
    )


def with_next_day_at_end(calendar: Calendar, heap: Array, size: Array) -> tuple[Calendar, Array]:
    """Moves the events of the next day to the end of a heap of some size: they do not lie right there yet.

    That is a loop of its own, without anything else, so that the processor waits for several events at a time.
    """
    today = calendar.today + 1.0
    page = _page(today)

    def move(carry: Any) -> Any:
        heap, free, slot, n_moved = carry
        heap = put_row(heap, size + n_moved, rows(calendar.events, slot))
        free = put(free, calendar.size - n_moved - 1, slot)
        return heap, free, element(calendar.following, slot), n_moved + 1

    carry = heap, calendar.free, element(calendar.first, page), jnp.int32(0)
    heap, free, slot, n_moved = lax.while_loop(lambda c: c[2] != NOBODY, move, carry)
    # the list has come to its end: what it ended with is what it begins with now
    first = put(calendar.first, page, slot)
    return replace(calendar, free=free, first=first, size=calendar.size - n_moved, today=today), heap


def _page(day: Array) -> Array:
    return (day.astype(jnp.int64) & (N_DAY - 1)).astype(jnp.int32)
