"""A process with one model under one simulator that runs it again whenever it is asked.

    python worker.py neuron|jneuron MODEL

writes a line of JSON with the times of importing, building and running for the first time, then, for every line it reads,
one with the time of a run [s].
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Model:
    """Equal unbranched HH cells, each with a current clamp.

    Attributes:
        n_cell: How many.
        nseg: Segments of each; a cell has two nodes more than that, without area.
        duration: Of a run [ms].
    """

    n_cell: int
    nseg: int
    duration: float

    @property
    def n_step(self) -> int:
        """Steps of a run at NEURON's default dt."""
        return round(self.duration / 0.025)


MODELS = {
    "one node": Model(1, 1, 1000.0),
    "one cell of 101 nodes": Model(1, 99, 200.0),
    "one cell of 1001 nodes": Model(1, 999, 50.0),
    "100 cells of 101 nodes": Model(100, 99, 10.0),
    "1000 cells of 101 nodes": Model(1000, 99, 2.5),
}


def build(h: Any, model: Model) -> list[Any]:
    """Builds the cells; the returned objects keep them alive."""
    h.load_file("stdrun.hoc")
    keep: list[Any] = []
    for number in range(model.n_cell):
        cell = h.Section(name=f"cell{number}")
        cell.L, cell.diam, cell.nseg = 10.0 * model.nseg, 2.0, model.nseg
        cell.insert("hh")
        clamp = h.IClamp(cell(0))
        clamp.delay, clamp.dur, clamp.amp = 1, 1e9, 0.1 + 0.5 * number / model.n_cell
        keep += [cell, clamp]
    keep.append(h.Vector().record(keep[0](0.5)._ref_v))
    return keep


def main(simulator: str, name: str) -> None:
    """Serves runs of one model."""
    model = MODELS[name]
    import_s, h = _timed(lambda: _load(simulator))
    build_s, cells = _timed(lambda: build(h, model))

    def run() -> float:
        h.finitialize(-65)
        h.continuerun(model.duration)
        # reading a voltage waits for whatever is still being computed
        return cells[0](0.5).v

    first_s, _ = _timed(run)
    _say({"import_s": import_s, "build_s": build_s, "first_s": first_s})
    for _ in sys.stdin:
        run_s, v = _timed(run)
        _say({"run_s": run_s, "v": v})


def _load(simulator: str) -> Any:
    if simulator == "neuron":
        from neuron import h
    else:
        from jneuron import h
    return h


def _timed(action: Callable[[], Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    outcome = action()
    return time.perf_counter() - start, outcome


def _say(message: dict[str, float]) -> None:
    print(json.dumps(message), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
