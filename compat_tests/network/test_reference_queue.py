"""Random networks of artificial cells that send themselves events, move them and pass them on, against a plain Python queue."""

from __future__ import annotations

import math
from typing import Any

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

import jneuron
from compat_tests.network.case_list import MECHANISMS

KINDS = ("fire", "fire", "fire", "move", "move", "move", "relay", "relay", "stim", "stim")
N_LINK, END, TAU, REFRACTORY = 24, 12.1, 10.0, 0.75
WAITS, STARTS, INTERVALS, PAUSES = {3: 2.0, 4: 2.5, 5: 3.25}, {8: 0.5, 9: 0.75}, {8: 1.0, 9: 1.5}, {6: 0.0, 7: 0.25}
HOPS = 2
Link = tuple[int, int, float, float]
Spikes = list[tuple[float, int]]


def link_of(source: int, target: int, delay: float, strength: int) -> Link:
    """Returns a connection whose weight suits its target; movers put off for half a step or more, or a loop would not end."""
    weights = {"fire": (0.4, 0.7, 1.2), "move": (0.5, 1.0, 2.0), "relay": (1.0, 1.0, 1.0)}
    return source, target, delay, weights[KINDS[target]][strength]


LINKS = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 7), st.sampled_from([0.0, 0.5, 1.0, 1.5, 3.0]), st.integers(0, 2))
    .filter(lambda link: not (KINDS[link[0]] == KINDS[link[1]] == "relay"))
    .map(lambda link: link_of(*link)),
    min_size=N_LINK,
    max_size=N_LINK,
)


class PlainQueue:
    """NEURON's order: the earliest item outside, all others by time and order of arrival."""

    def __init__(self) -> None:
        self.head: list[Any] | None = None
        self.rest: list[list[Any]] = []
        self.n_arrived = 0

    def keep(self, item: list[Any]) -> None:
        item[1], self.n_arrived = self.n_arrived, self.n_arrived + 1
        self.rest.append(item)

    def push(self, item: list[Any]) -> None:
        if self.head is None:
            self.head = item
        elif item[0] < self.head[0]:
            self.keep(self.head)
            self.head = item
        else:
            self.keep(item)

    def pop(self) -> list[Any]:
        item, self.head = self.head, min(self.rest, key=lambda other: (other[0], other[1]), default=None)
        self.rest = [other for other in self.rest if other is not self.head]
        assert item is not None
        return item

    def move(self, item: list[Any], time: float) -> None:
        if item is self.head:
            if self.rest and time > min(other[0] for other in self.rest):
                self.pop()
                item[0] = time
                self.keep(item)
            else:
                item[0] = time
            return
        self.rest = [other for other in self.rest if other is not item]
        item[0] = time
        self.push(item)


def expected(links: list[Link]) -> Spikes:
    """Returns the spikes, one event after another."""
    queue, spikes = PlainQueue(), []
    m, last, refractory = [0.0] * 3, [0.0] * 3, [False] * 3
    waiting: dict[int, list[Any]] = {}

    def send(time: float, cell: int, weight: float, flag: int) -> list[Any]:
        item = [time, 0, cell, weight, flag]
        queue.push(item)
        return item

    def fire(time: float, cell: int) -> None:
        spikes.append((time, cell))
        for source, target, delay, weight in links:
            if source == cell:
                send(time + delay, target, weight, 0)

    for cell, start in STARTS.items():
        send(start, cell, 0.0, 3)
    for cell, wait in WAITS.items():
        waiting[cell] = send(wait, cell, 0.0, 1)
    while queue.head is not None and queue.head[0] <= END:
        t, _, cell, weight, flag = queue.pop()
        kind = KINDS[cell]
        if kind == "stim":
            if flag == 1:
                fire(t, cell)
            send(t + (INTERVALS[cell] if flag == 1 else 0.0), cell, 0.0, 1)
        elif kind == "move":
            if flag == 1:
                fire(t, cell)
                waiting[cell] = send(t + WAITS[cell], cell, 0.0, 1)
            else:
                queue.move(waiting[cell], t + weight)
        elif kind == "relay":
            if flag < HOPS:
                send(t + PAUSES[cell], cell, weight, flag + 1)
            else:
                fire(t, cell)
        elif flag == 1:
            refractory[cell], m[cell], last[cell] = False, 0.0, t
        elif not refractory[cell]:
            m[cell], last[cell] = m[cell] * math.exp(-(t - last[cell]) / TAU) + weight, t
            if m[cell] > 1:
                refractory[cell], m[cell] = True, 2.0
                send(t + REFRACTORY, cell, 0.0, 1)
                fire(t, cell)
    return spikes


def simulated(links: list[Link]) -> Spikes:
    """Returns the spikes under jneuron."""
    session = jneuron.Session()
    session.interface.load_mechanisms(str(MECHANISMS))
    h = session.h
    h.load_file("stdrun.hoc")
    made = {"fire": h.IntFire1, "move": h.Mover, "relay": h.Relay, "stim": h.NetStim}
    cells = [made[kind]() for kind in KINDS]
    for k, (kind, cell) in enumerate(zip(KINDS, cells, strict=True)):
        if kind == "fire":
            cell.tau, cell.refrac = TAU, REFRACTORY
        elif kind == "move":
            cell.wait = WAITS[k]
        elif kind == "relay":
            cell.pause, cell.hops = PAUSES[k], HOPS
        else:
            cell.start, cell.interval, cell.number, cell.noise = STARTS[k], INTERVALS[k], 1000, 0
    kept = [h.NetCon(cells[a], cells[b], 0, delay, weight) for a, b, delay, weight in links]
    times, ids = h.Vector(), h.Vector()
    for k, cell in enumerate(cells):
        kept.append(h.NetCon(cell, None))
        kept[-1].record(times, ids, k)
    h.finitialize()
    h.continuerun(END)
    return list(zip(times, (int(i) for i in ids), strict=True))


@seed(7)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(LINKS)
def test_self_events_moves_and_ties_come_as_from_a_plain_queue(links: list[Link]) -> None:
    assert simulated(links) == expected(links)
