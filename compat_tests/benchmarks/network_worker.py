"""A process with one network under one simulator.

    python -m compat_tests.benchmarks.network_worker neuron|jneuron MODEL ROUNDS

Writes one line of JSON: CPU seconds of building, of the first run (compiling included) and of each later run, the number of
spikes and of events delivered.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable
from typing import Any

DT = 0.025
Network = tuple[list[Any], Any, float]
"""What keeps a network alive, the Vector of its spike times, and how long a run is [ms]."""


def _recorded(h: Any, sources: list[Any]) -> tuple[list[Any], Any]:
    times, ids, outs = h.Vector(), h.Vector(), []
    for k, source in enumerate(sources):
        outs.append(h.NetCon(source(0.5)._ref_v, None, sec=source) if hasattr(source, "nseg") else h.NetCon(source, None))
        outs[-1].record(times, ids, k)
    return [outs, ids], times


def ring(h: Any) -> Network:
    """256 cells of 50 nodes, eight spikes going round."""
    cells, synapses, keep = [], [], []
    for k in range(256):
        cell = h.Section(name=f"cell{k}")
        cell.L, cell.diam, cell.nseg = 480, 5, 48
        cell.insert("hh")
        cells.append(cell)
        synapses.append(h.ExpSyn(cell(0.1)))
    for k, cell in enumerate(cells):
        keep.append(h.NetCon(cell(0.9)._ref_v, synapses[(k + 1) % 256], 0, 1, 0.5, sec=cell))
    for k in range(0, 256, 32):
        stim = h.NetStim()
        stim.number, stim.start = 1, 1
        keep += [stim, h.NetCon(stim, synapses[k], 0, 0, 0.5)]
    more, times = _recorded(h, cells)
    return [cells, synapses, keep, more], times, 20.0


def point_cells(h: Any) -> Network:
    """1,000 HH cells of one segment with 100 random connections each."""
    random.seed(1)
    cells, synapses, keep = [], [], []
    for k in range(1000):
        cell = h.Section(name=f"cell{k}")
        cell.L = cell.diam = 20
        cell.insert("hh")
        clamp = h.IClamp(cell(0.5))
        clamp.dur, clamp.amp = 1e9, 0.1 + 0.3 * random.random()
        synapses.append(h.ExpSyn(cell(0.5)))
        cells.append(cell)
        keep.append(clamp)
    for synapse in synapses:
        keep += [
            h.NetCon(cell(0.5)._ref_v, synapse, 0, random.uniform(1, 10), 1e-4, sec=cell)
            for cell in random.choices(cells, k=100)
        ]
    more, times = _recorded(h, cells)
    return [cells, synapses, keep, more], times, 50.0


def _artificial(h: Any, n_cell: int) -> Network:
    random.seed(1)
    cells, keep = [h.IntFire1() for _ in range(n_cell)], []
    for cell in cells:
        keep += [
            h.NetCon(other, cell, 0, random.uniform(1, 10), random.gauss(0.02, 0.05)) for other in random.choices(cells, k=100)
        ]
    for k, cell in enumerate(cells[: n_cell // 5]):
        stim = h.NetStim()
        stim.interval, stim.noise, stim.number, stim.start = 5, 1, 1e9, 0
        stim.noiseFromRandom123(k, 0, 0)
        keep += [stim, h.NetCon(stim, cell, 0, 1, 1.1)]
    more, times = _recorded(h, cells)
    return [cells, keep, more], times, 100.0


MODELS: dict[str, Callable[[Any], Network]] = {
    "ring of 256 cells of 50 nodes": ring,
    "1000 HH cells, 100 connections each": point_cells,
    "1000 IntFire1, 100000 connections": lambda h: _artificial(h, 1000),
    "10000 IntFire1, 1000000 connections": lambda h: _artificial(h, 10000),
}


def main(simulator: str, name: str, rounds: int) -> None:
    """Builds and runs one network."""
    if simulator == "neuron":
        from neuron import h
    else:
        from jneuron import h
    h.load_file("stdrun.hoc")
    begin = time.process_time()
    keep, spikes, duration = MODELS[name](h)
    seconds = {"build_s": time.process_time() - begin}
    runs = []
    for _ in range(rounds + 1):
        h.finitialize(-65)
        begin = time.process_time()
        h.continuerun(duration)
        runs.append(time.process_time() - begin)
    assert keep
    print(json.dumps({**seconds, "first_s": runs[0], "runs_s": runs[1:], "spikes": len(spikes), "steps": round(duration / DT)}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
