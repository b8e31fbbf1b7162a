"""The compiled event queue hands out events in the order of a plain one."""

from __future__ import annotations

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jneuron.base.outcome import Outcome
from jneuron.engine.events.queue import earliest_time, push, remove
from jneuron.ir.net_table import TIME, WHAT, NetState

N_SLOT = 8


@pytest.fixture(autouse=True)
def _strict():
    with jax.enable_x64(True), jax.numpy_rank_promotion("raise"):
        yield


def empty_queue(n_slot: int = N_SLOT) -> NetState:
    slots = np.zeros((5, n_slot + 1))
    slots[TIME] = np.inf
    return NetState(
        weights=np.zeros(1),
        queue=jnp.asarray(slots),
        n_queued=jnp.int32(0),
        next_order=jnp.float64(0.0),
        first=jnp.int32(0),
        above=np.zeros(0, bool),
        spikes=np.zeros((2, 2)),
        n_spike=np.int32(0),
        outcome=jnp.int32(Outcome.OK),
    )


class PlainQueue:
    """The specification: a sorted list beside the earliest item, which goes back behind its equals when it is overtaken."""

    def __init__(self) -> None:
        self.least: tuple[float, int] | None = None
        self.rest: list[tuple[float, int]] = []

    def push(self, time: float, what: int) -> None:
        if self.least is None:
            self.least = (time, what)
        elif time < self.least[0]:
            self._insert(self.least)
            self.least = (time, what)
        else:
            self._insert((time, what))

    def _insert(self, item: tuple[float, int]) -> None:
        place = sum(other[0] <= item[0] for other in self.rest)
        self.rest.insert(place, item)

    def pop(self) -> tuple[float, int] | None:
        item = self.least
        self.least = self.rest.pop(0) if self.rest else None
        return item


@jax.jit
def pushed(net: NetState, time: float, what: int) -> NetState:
    return push(net, when=jnp.bool_(True), time=time, what=what, flag=jnp.float64(0.0), row=jnp.int32(0))


@jax.jit
def popped(net: NetState) -> tuple[NetState, jax.Array, jax.Array]:
    time, what = earliest_time(net), net.queue[WHAT, net.first]
    return remove(net, net.first, when=jnp.isfinite(time)), time, what


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(st.none(), st.integers(0, 4)), max_size=40))
def test_leaves_in_the_order_of_the_plain_queue(actions):
    net, plain, n_queued = empty_queue(), PlainQueue(), 0
    for number, action in enumerate(actions):
        if action is None:
            net, time, what = popped(net)
            expected = plain.pop()
            n_queued = max(n_queued - 1, 0)
            if expected is None:
                assert np.isinf(time)
            else:
                assert (float(time), int(what)) == expected
        elif n_queued < N_SLOT:
            net = pushed(net, 0.25 * action, number)
            plain.push(0.25 * action, number)
            n_queued += 1
    assert int(net.n_queued) == n_queued


def test_a_full_queue_says_so_and_keeps_what_it_has():
    net = empty_queue(2)
    for k in range(3):
        net = pushed(net, float(k), k)
    assert int(net.outcome) == Outcome.QUEUE_FULL
    assert int(net.n_queued) == 2
    net, time, what = popped(net)
    assert (float(time), int(what)) == (0.0, 0)


def test_what_is_not_to_be_pushed_changes_nothing():
    net = pushed(empty_queue(), 1.0, 7)
    same = push(net, when=jnp.bool_(False), time=0.5, what=8, flag=jnp.float64(0.0), row=jnp.int32(0))
    assert float(earliest_time(same)) == 1.0
    assert int(same.n_queued) == 1
