"""Time of whole processes: the import alone, and the tutorial with a cold and a warm compile cache."""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from compat_tests.benchmarks.processes import HAS_NEURON, Spent, time_process

ROUNDS = 7
TUTORIAL = "docs/tutorials/reconstructed_neuron.py"

pytestmark = pytest.mark.benchmark


def test_import(benchmark: Any) -> None:
    ours: list[Spent] = []
    theirs: list[Spent] = []

    def let_neuron_import() -> None:
        if HAS_NEURON:
            theirs.append(time_process([sys.executable, "-c", "from neuron import h"], {}))

    def import_jneuron() -> None:
        ours.append(time_process([sys.executable, "-c", "from jneuron import h"], {}))

    benchmark.pedantic(import_jneuron, setup=let_neuron_import, rounds=ROUNDS, warmup_rounds=1)
    benchmark.extra_info["cpu_s"] = round(median(spent.cpu_s for spent in ours), 3)
    if theirs:
        benchmark.extra_info["neuron_cpu_s"] = round(median(spent.cpu_s for spent in theirs), 3)


@pytest.mark.parametrize("cache", ["cold", "warm"])
def test_tutorial(cache: str, benchmark: Any, tmp_path: Path) -> None:
    folders = iter(range(100))

    def run() -> None:
        folder = tmp_path / (f"cold{next(folders)}" if cache == "cold" else "warm")
        time_process([sys.executable, "-m", "jneuron", TUTORIAL], {"JNEURON_CACHE_DIR": str(folder)})

    benchmark.pedantic(run, rounds=3 if cache == "cold" else ROUNDS, warmup_rounds=1)
    if HAS_NEURON:
        under_neuron = [time_process([sys.executable, TUTORIAL], {}).wall_s for _ in range(3)]
        benchmark.extra_info["neuron_s"] = round(median(under_neuron), 3)
