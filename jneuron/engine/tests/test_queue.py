"""The queue of a compiled program against a plain Python one, over random pushes, pops and moves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jneuron.engine.events.queue import event_row, forget_place, move, on_the_day, pop, push, unmovable
from jneuron.ir.net_table import MOVABLE, N_CHILD, N_COLUMN, N_DAY, NOBODY, NOWHERE, TIME, WHAT, Calendar, Queue

N_SLOT, N_OWN = 16, 4


@pytest.fixture(autouse=True)
def double() -> Iterator[None]:
    with jax.enable_x64(True):
        yield


def empty_queue(n_slot: int = N_SLOT) -> Queue:
    return Queue(
        head=jnp.full((1, N_COLUMN), jnp.inf),
        heap=jnp.zeros((n_slot + N_CHILD, N_COLUMN)),
        size=jnp.int32(0),
        next_order=jnp.float64(0.0),
        place=jnp.full(N_OWN + 1, NOWHERE, jnp.int32),
        lost=jnp.bool_(False),
        calendar=None,
    )


def queue_with_calendar(n_slot: int = N_SLOT) -> Queue:
    calendar = Calendar(
        events=jnp.zeros((n_slot + 1, N_COLUMN)),
        following=jnp.zeros(n_slot + 1, jnp.int32),
        first=jnp.full(N_DAY + 1, NOBODY, jnp.int32),
        free=jnp.arange(n_slot + 1, dtype=jnp.int32),
        size=jnp.int32(0),
        today=jnp.float64(-jnp.inf),
    )
    return replace(empty_queue(n_slot), place=jnp.zeros(0, jnp.int32), calendar=calendar)


class PlainQueue:
    """NEURON's rule, one item at a time: the earliest is kept outside a list sorted by (time, rank)."""

    def __init__(self) -> None:
        self.head: list[Any] | None = None
        self.rest: list[list[Any]] = []
        self.n = 0

    def push(self, time: float, name: float) -> list[Any]:
        item = [time, 0, name]
        self.insert(item)
        return item

    def insert(self, item: list[Any]) -> None:
        if self.head is None:
            self.head = item
        elif item[0] < self.head[0]:
            self._into_rest(self.head)
            self.head = item
        else:
            self._into_rest(item)

    def _into_rest(self, item: list[Any]) -> None:
        item[1], self.n = self.n, self.n + 1
        self.rest.append(item)

    def pop(self) -> list[Any]:
        assert self.head is not None
        item, self.head = self.head, None
        if self.rest:
            self.head = min(self.rest, key=lambda i: (i[0], i[1]))
            self.rest.remove(self.head)
        return item

    def move(self, item: list[Any], time: float) -> None:
        if item is self.head:
            if not self.rest or time <= min(i[0] for i in self.rest):
                item[0] = time
            else:
                self.pop()
                item[0] = time
                self._into_rest(item)
            return
        self.rest = [i for i in self.rest if i is not item]
        item[0] = time
        self.insert(item)


@jax.jit
def pushed(queue: Queue, time: float, what: float) -> Queue:
    event = event_row(time=jnp.asarray(time), more=jnp.asarray(1.0), what=jnp.asarray(what), row=jnp.asarray(0.0))
    return push(queue, event, when=jnp.bool_(True), n_connection=0)


@jax.jit
def popped(queue: Queue) -> tuple[Queue, jax.Array]:
    event = queue.head[0]
    own = jnp.floor(event[WHAT]).astype(jnp.int32)
    movable = event[WHAT] - jnp.floor(event[WHAT]) == MOVABLE
    queue = pop(queue, when=jnp.bool_(True), n_connection=0)
    return forget_place(queue, own, when=movable), event


@jax.jit
def moved(queue: Queue, own: int, time: float) -> Queue:
    queue, event, goes = move(queue, jnp.int32(own), jnp.asarray(time), when=jnp.bool_(True), n_connection=0)
    return push(queue, event, when=goes, n_connection=0)


@jax.jit
def unmarked(queue: Queue, own: int) -> Queue:
    return unmovable(queue, jnp.int32(own), when=jnp.bool_(True))


ACTIONS = st.lists(st.tuples(st.sampled_from(["push", "send", "pop", "move"]), st.integers(0, 5), st.integers(0, N_OWN - 1)))


@settings(max_examples=200, deadline=None)
@given(ACTIONS)
def test_events_leave_in_the_order_of_neurons_queue(actions: list[tuple[str, int, int]]) -> None:
    queue, plain = empty_queue(), PlainQueue()
    movable: dict[int, list[Any]] = {}
    n = 0
    for action, time, own in actions:
        if action in ("push", "send") and n < N_SLOT:
            what = own + (MOVABLE if action == "send" else 0.0)
            if action == "send" and own in movable:
                queue = unmarked(queue, own)
                movable.pop(own)[2] = float(own)
            queue = pushed(queue, float(time), what)
            item = plain.push(float(time), what)
            if action == "send":
                movable[own] = item
            n += 1
        elif action == "pop" and n:
            queue, event = popped(queue)
            item = plain.pop()
            assert (float(event[TIME]), float(event[WHAT])) == (item[0], item[2])
            movable = {k: v for k, v in movable.items() if v is not item}
            n -= 1
        elif action == "move" and own in movable:
            queue = moved(queue, own, float(time))
            plain.move(movable[own], float(time))
    while n:
        queue, event = popped(queue)
        item = plain.pop()
        assert (float(event[TIME]), float(event[WHAT])) == (item[0], item[2])
        n -= 1
    assert float(queue.head[0, TIME]) == np.inf


@jax.jit
def stepped(queue: Queue, t: float) -> Queue:
    return on_the_day(queue, jnp.asarray(t))


# hundredths of a millisecond, within a day, a few days apart, and beyond what a calendar reaches
DELAYS = st.one_of(st.integers(0, 3), st.integers(0, 30), st.integers(9_000, 11_000))


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.one_of(st.tuples(st.just("push"), DELAYS), st.tuples(st.sampled_from(["pop", "step"]), st.just(0))), max_size=60
    )
)
def test_a_calendar_changes_nothing_in_the_order(actions: list[tuple[str, int]]) -> None:
    queue, plain = queue_with_calendar(), PlainQueue()
    now, n, what = 0.0, 0, 0.0
    for action, delay in actions:
        if action == "push" and n < N_SLOT:
            queue = pushed(queue, now + 0.01 * delay, what)
            plain.push(now + 0.01 * delay, what)
            n, what = n + 1, what + 1.0
        elif action == "pop" and n:
            queue, event = popped_alone(queue)
            item = plain.pop()
            assert (float(event[TIME]), float(event[WHAT])) == (item[0], item[2])
            now, n = max(now, item[0]), n - 1
        elif action == "step":
            queue = stepped(queue, now)
    while n:
        queue, event = popped_alone(queue)
        item = plain.pop()
        assert (float(event[TIME]), float(event[WHAT])) == (item[0], item[2])
        n -= 1
    assert float(queue.head[0, TIME]) == np.inf
    assert sorted(queue.calendar.free[:-1].tolist()) == list(range(N_SLOT))


@jax.jit
def popped_alone(queue: Queue) -> tuple[Queue, jax.Array]:
    event = queue.head[0]
    return pop(queue, when=jnp.bool_(True), n_connection=0), event


@pytest.mark.parametrize("make", [empty_queue, queue_with_calendar])
def test_a_full_queue_says_so_and_keeps_its_events(make: Callable[[int], Queue]) -> None:
    queue = stepped(make(4), 0.0)
    for time in (3.0, 1.0, 2.0, 5.0, 4.0):
        queue = pushed(queue, time, 0.0)
    assert not bool(queue.lost)
    queue = pushed(queue, 0.0, 0.0)
    assert bool(queue.lost)
    times = []
    for _ in range(5):
        queue, event = popped_alone(queue)
        times.append(float(event[TIME]))
    assert times == [1.0, 2.0, 3.0, 4.0, 5.0]


@pytest.mark.parametrize("n_slot", [64, 4096])
def test_no_turn_copies_the_heap(n_slot: int) -> None:
    def turns(queue: Queue, until: jax.Array) -> Queue:
        def turn(queue: Queue) -> Queue:
            event = queue.head
            queue = pop(queue, when=jnp.bool_(True), n_connection=0)
            queue, other, goes = move(queue, jnp.int32(1), event[0, TIME] + 3.0, when=event[0, TIME] > 2.0, n_connection=0)
            queue = push(queue, other, when=goes, n_connection=0)
            return push(queue, event + 1.0, when=jnp.bool_(True), n_connection=0)

        return jax.lax.while_loop(lambda q: q.head[0, TIME] < until, turn, queue)

    text = jax.jit(turns, donate_argnums=0).lower(empty_queue(n_slot), jnp.float64(1.0)).compile().as_text()
    assert not [line for line in text.splitlines() if " copy(" in line and f"f64[{n_slot + N_CHILD},{N_COLUMN}]" in line]


@pytest.mark.parametrize("n_slot", [8192, 65536])
def test_no_turn_copies_the_calendar(n_slot: int) -> None:
    def turns(queue: Queue, until: jax.Array) -> Queue:
        def turn(queue: Queue) -> Queue:
            event = queue.head
            queue = pop(queue, when=jnp.bool_(True), n_connection=0)
            return push(queue, event + 1.0, when=jnp.bool_(True), n_connection=0)

        return jax.lax.while_loop(lambda q: q.head[0, TIME] < until, turn, queue)

    text = jax.jit(turns, donate_argnums=0).lower(queue_with_calendar(n_slot), jnp.float64(1.0)).compile().as_text()
    sizes = f"[{n_slot + N_CHILD},", f"[{n_slot + 1}", f"[{N_DAY + 1}]"
    assert not [line for line in text.splitlines() if " copy(" in line and any(size in line for size in sizes)]
