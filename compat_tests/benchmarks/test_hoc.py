"""Speed of hoc code: processor time of loops, calls and accesses, of reading points, of making cells; NEURON in alternation.

Cells that Python makes, and its loops over segments, take the same way through the model and stand here too.

`extra_info` has both times of one repetition [us], their ratio, and the ratio that is asked for.
"""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from compat_tests.benchmarks.cells import CELLS
from compat_tests.benchmarks.hoc_programs import ASKED, POINTS, POINTS_ASKED, PROGRAMS, lines_of_points
from compat_tests.benchmarks.processes import HAS_NEURON, Worker
from compat_tests.benchmarks.python_loops import LOOPS

ROUNDS = 9
CELLS_ASKED = LOOPS_ASKED = 2.0

pytestmark = pytest.mark.benchmark


@pytest.mark.parametrize("name", PROGRAMS)
def test_hoc_code(name: str, benchmark: Any) -> None:
    _measure(benchmark, name, PROGRAMS[name].repeats, ASKED[name])


@pytest.mark.parametrize("name", CELLS)
def test_cells(name: str, benchmark: Any) -> None:
    _measure(benchmark, name, CELLS[name].repeats, CELLS_ASKED)


@pytest.mark.parametrize("name", LOOPS)
def test_segments_in_python(name: str, benchmark: Any) -> None:
    _measure(benchmark, name, LOOPS[name].repeats, LOOPS_ASKED)


def test_lines_of_points(benchmark: Any, tmp_path: Path) -> None:
    path = tmp_path / "points.hoc"
    path.write_text(lines_of_points(), encoding="utf-8")
    _measure(benchmark, str(path), POINTS, POINTS_ASKED)


def _measure(benchmark: Any, name: str, repeats: int, asked: float) -> None:
    times: dict[str, list[float]] = {"jneuron": [], "neuron": []}
    with ExitStack() as workers:
        known = {"jneuron": Worker("jneuron", name, {}, "hoc_worker")}
        if HAS_NEURON:
            known["neuron"] = Worker("neuron", name, {}, "hoc_worker")
        for worker in known.values():
            workers.enter_context(worker)
            # procedures are compiled when they are first called
            worker.run()

        def run(simulator: str) -> None:
            if simulator in known:
                times[simulator].append(known[simulator].run())

        benchmark.pedantic(lambda: run("jneuron"), setup=lambda: run("neuron"), rounds=ROUNDS)
    ours = min(times["jneuron"]) / repeats
    benchmark.extra_info["us"] = round(ours * 1e6, 3)
    if times["neuron"]:
        theirs = min(times["neuron"]) / repeats
        benchmark.extra_info["neuron_us"] = round(theirs * 1e6, 3)
        benchmark.extra_info["times_neuron"] = round(ours / theirs, 2)
        benchmark.extra_info["times_neuron_asked"] = asked
