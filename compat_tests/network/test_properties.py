"""Random networks of artificial cells: against a plain Python queue, in any order of declaration, in any cuts of the run."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import jneuron

N_CELL, N_LINK, N_INPUT, END = 6, 18, 12, 12.1
REFRACTORY, TAU = 0.75, 10.0
Spikes = list[tuple[float, int]]


@dataclass(frozen=True)
class Net:
    """A network of IntFire1 cells.

    Attributes:
        links: (source, target, delay, weight), in the order of declaration.
        inputs: (time, cell): events that make a cell fire, in the order in which they are sent.
    """

    links: tuple[tuple[int, int, float, float], ...]
    inputs: tuple[tuple[float, int], ...]


CELLS = st.integers(0, N_CELL - 1)
# few different delays and times: ties are what is to be found out about
COARSE = st.tuples(CELLS, CELLS, st.sampled_from([0.0, 0.5, 1.0, 1.5, 3.0]), st.sampled_from([0.4, 0.7, 1.2]))
FINE = st.tuples(CELLS, CELLS, st.floats(0.011, 4.0), st.floats(-0.5, 1.5))
INPUTS = st.lists(st.tuples(st.sampled_from([0.5, 1.0, 1.25, 2.0, 4.0]), CELLS), min_size=N_INPUT, max_size=N_INPUT)


def nets(links: Any) -> Any:
    return st.builds(
        lambda found, inputs: Net(tuple(found), tuple(inputs)), st.lists(links, min_size=N_LINK, max_size=N_LINK), INPUTS
    )


def simulated(net: Net, stops: tuple[float, ...] = (END,)) -> Spikes:
    h = jneuron.Session().h
    h.load_file("stdrun.hoc")
    cells = [h.IntFire1() for _ in range(N_CELL)]
    for cell in cells:
        cell.refrac, cell.tau = REFRACTORY, TAU
    links = [h.NetCon(cells[a], cells[b], 0, delay, weight) for a, b, delay, weight in net.links]
    triggers = [h.NetCon(None, cell) for cell in cells]
    for trigger in triggers:
        trigger.weight[0] = 5
    times, ids, outs = h.Vector(), h.Vector(), []
    for k, cell in enumerate(cells):
        outs.append(h.NetCon(cell, None))
        outs[-1].record(times, ids, k)
    h.finitialize()
    for time, cell in net.inputs:
        triggers[cell].event(time)
    for stop in stops:
        h.continuerun(stop)
    assert len(links) == N_LINK
    return list(zip(times, (int(i) for i in ids), strict=True))


def expected(net: Net) -> Spikes:
    """The same network with a list for a queue: the earliest item outside, all others by (time, order of arrival)."""
    head: list[Any] | None = None
    rest: list[list[Any]] = []
    arrived = 0

    def to_rest(item: list[Any]) -> None:
        nonlocal arrived
        item[1], arrived = arrived, arrived + 1
        rest.append(item)

    def push(time: float, cell: int, weight: float, flag: int) -> None:
        nonlocal head
        item = [time, 0, cell, weight, flag]
        if head is None:
            head = item
        elif time < head[0]:
            to_rest(head)
            head = item
        else:
            to_rest(item)

    m, t0, refractory = [0.0] * N_CELL, [0.0] * N_CELL, [False] * N_CELL
    spikes: Spikes = []
    for time, cell in net.inputs:
        push(time, cell, 5.0, 0)
    while head is not None and head[0] <= END:
        t, _, cell, weight, flag = head
        head = min(rest, key=lambda item: (item[0], item[1])) if rest else None
        if head is not None:
            rest.remove(head)
        if flag == 1:
            refractory[cell], m[cell], t0[cell] = False, 0.0, t
        elif not refractory[cell]:
            m[cell] = m[cell] * math.exp(-(t - t0[cell]) / TAU) + weight
            t0[cell] = t
            if m[cell] > 1:
                refractory[cell], m[cell] = True, 2.0
                push(t + REFRACTORY, cell, 0.0, 1)
                spikes.append((t, cell))
                for source, target, delay, strength in net.links:
                    if source == cell:
                        push(t + delay, target, strength, 0)
    return spikes


@settings(max_examples=15, deadline=None)
@given(nets(COARSE))
def test_trains_are_those_of_a_plain_queue_ties_included(net: Net) -> None:
    assert simulated(net) == expected(net)


@settings(max_examples=6, deadline=None)
@given(nets(FINE), st.lists(st.floats(0.1, END - 0.1), min_size=1, max_size=4))
def test_cuts_of_a_run_change_nothing_to_the_bit(net: Net, stops: list[float]) -> None:
    assert simulated(net, (*sorted(stops), END)) == simulated(net)


@settings(max_examples=6, deadline=None)
@given(nets(FINE), st.permutations(range(N_LINK)))
def test_the_order_of_connections_counts_for_ties_alone(net: Net, order: list[int]) -> None:
    # one weight for all: sums at one cell do not depend on the order in which equal times come
    links = [(a, b, 0.05 * k + delay, 0.6) for k, (a, b, delay, _) in enumerate(net.links)]
    one, other = Net(tuple(links), net.inputs), Net(tuple(links[k] for k in order), net.inputs)
    assert sorted(simulated(one)) == sorted(simulated(other))
