"""Random networks of conductance cells, artificial cells, generators, plastic synapses and net_move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

import jneuron
from compat_tests.network.case_list import MECHANISMS

END = 15.0
CELLS = ("hh", "hh", "hh", "fire", "fire", "fire", "move", "move", "relay", "relay", "stim", "stim")
"""What sends: conductance cells, IntFire1, Mover, Relay, NetStim."""
TARGETS = ("stdp", "stdp", "stdp", "tired", "tired", "tired", "fire", "fire", "fire", "move", "move", "relay", "relay")
"""What receives: two synapses on each conductance cell, and the artificial cells."""
HELD_BY = (0, 1, 2, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9)
"""The cell of each target."""
WEIGHT = {"stdp": 0.02, "tired": 0.04, "fire": 0.6, "move": 2.0, "relay": 1.0}
N_LINK = 26


@dataclass(frozen=True)
class Mixed:
    """A network: every one has as many cells and connections, and so one compiled program.

    Attributes:
        links: (source, target, delay [ms]), in the order of declaration.
        order: The order in which the cells are made.
    """

    links: tuple[tuple[int, int, float], ...]
    order: tuple[int, ...] = tuple(range(len(CELLS)))


@dataclass(frozen=True)
class Outcome:
    """What a run leaves: spikes (time [ms], cell) as they came, all weights by connection, what cells have at the end."""

    spikes: tuple[tuple[float, int], ...]
    weights: tuple[tuple[float, ...], ...]
    values: tuple[tuple[float, ...], ...]


def networks() -> Any:
    """Returns networks without two connections of equal delay; relays pass nothing on to relays, which would not end."""
    # two connections to each target: all networks have weights of one length, and so one compiled program
    targets = [k % len(TARGETS) for k in range(N_LINK)]
    others = [k for k, kind in enumerate(CELLS) if kind != "relay"]
    sources = [st.sampled_from(others if TARGETS[k] == "relay" else range(len(CELLS))) for k in targets]
    drawn = st.tuples(*(st.tuples(source, st.floats(0.0, 3.0)) for source in sources))
    return drawn.map(
        lambda found: Mixed(
            tuple((a, b, 0.013 + 0.0371 * k + x) for k, ((a, x), b) in enumerate(zip(found, targets, strict=True)))
        )
    )


def simulated(net: Mixed, stops: Sequence[float] = ()) -> Outcome:
    """Returns what a run to the end leaves that is cut at `stops` [ms]."""
    session = jneuron.Session()
    session.interface.load_mechanisms(str(MECHANISMS))
    h = session.h
    h.load_file("stdrun.hoc")
    cells, targets = _made(h, net.order)
    links = []
    for source, target, delay in net.links:
        start = cells[source](0.5)._ref_v if CELLS[source] == "hh" else cells[source]
        section = {"sec": cells[source]} if CELLS[source] == "hh" else {}
        links.append(h.NetCon(start, targets[target], **section))
        links[-1].delay, links[-1].weight[0] = delay, WEIGHT[TARGETS[target]]
    times, ids, heard = h.Vector(), h.Vector(), []
    for k, cell in enumerate(cells):
        heard.append(h.NetCon(cell(0.5)._ref_v, None, sec=cell) if CELLS[k] == "hh" else h.NetCon(cell, None))
        heard[-1].record(times, ids, k)
    h.finitialize(-65)
    for stop in (*sorted(stops), END):
        h.continuerun(stop)
    return Outcome(
        spikes=tuple((time, int(cell)) for time, cell in zip(times, ids, strict=True)),
        weights=tuple(tuple(link.weight[i] for i in range(int(link.wcnt()))) for link in links),
        values=tuple(_values(kind, cell) for kind, cell in zip(CELLS, cells, strict=True)),
    )


def _made(h: Any, order: Sequence[int]) -> tuple[list[Any], list[Any]]:
    """Returns the cells, and what receives; made in the given order of cells."""
    cells: list[Any] = [None] * len(CELLS)
    targets: list[Any] = [None] * len(TARGETS)
    for k in order:
        kind = CELLS[k]
        if kind == "hh":
            cell = cells[k] = h.Section(name=f"soma{k}")
            cell.L = cell.diam = 18 + k
            cell.insert("hh")
            received: list[Any] = [h.StdpSyn(cell(0.5)), h.TsodyksSyn(cell(0.5))]
        else:
            cells[k] = {"fire": h.IntFire1, "move": h.Mover, "relay": h.Relay, "stim": h.NetStim}[kind]()
            received = [cells[k]]
        if kind == "fire":
            cells[k].refrac, cells[k].tau = 0.6 + 0.1 * k, 8.0
        elif kind == "move":
            cells[k].wait = 2.3 + 0.1 * k
        elif kind == "relay":
            cells[k].pause, cells[k].hops = 0.05 * k, 2
        elif kind == "stim":
            cells[k].start, cells[k].interval, cells[k].number, cells[k].noise = 0.4, 1.0, 1000, 0.5
            cells[k].noiseFromRandom123(k, 2, 3)
        places = [place for place, owner in enumerate(HELD_BY) if owner == k]
        for place, what in zip(places, received, strict=False):
            targets[place] = what
    return cells, targets


def _values(kind: str, cell: Any) -> tuple[float, ...]:
    if kind == "hh":
        synapses = cell(0.5).point_processes()
        return cell(0.5).v, cell(0.5).hh.m, *(synapse.g for synapse in synapses)
    if kind == "move":
        return cell.n, cell.n_input
    return (cell.n,) if kind == "relay" else ()
