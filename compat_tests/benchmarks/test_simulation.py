"""Time of a run, jneuron's beside NEURON's: rounds of the two alternate, so that both see the same machine."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from compat_tests.benchmarks.processes import HAS_NEURON, Worker
from compat_tests.benchmarks.worker import MODELS

ROUNDS = 7

pytestmark = pytest.mark.benchmark


@pytest.mark.parametrize("name", MODELS)
def test_run(name: str, benchmark: Any, tmp_path: Path) -> None:
    model = MODELS[name]
    environment = {"JNEURON_CACHE_DIR": str(tmp_path)}
    with ExitStack() as stack:
        ours = stack.enter_context(Worker("jneuron", name, environment))
        theirs = stack.enter_context(Worker("neuron", name, environment)) if HAS_NEURON else None
        times: list[float] = []
        neuron_times: list[float] = []

        def let_neuron_run() -> None:
            if theirs is not None:
                neuron_times.append(theirs.run())

        benchmark.pedantic(lambda: times.append(ours.run()), setup=let_neuron_run, rounds=ROUNDS, warmup_rounds=1)
        with Worker("jneuron", name, environment) as warm:
            warm_first_s = warm.first["first_s"]

    n_node = model.n_cell * (model.nseg + 2)
    benchmark.extra_info |= {
        "compile_s": round(ours.first["first_s"] - median(times), 4),
        "first_run_from_cache_s": round(warm_first_s, 4),
        "build_s": round(ours.first["build_s"], 4),
        "us_per_step": round(1e6 * median(times) / model.n_step, 3),
        "ns_per_node_and_step": round(1e9 * median(times) / model.n_step / n_node, 2),
    }
    if neuron_times:
        ratios = sorted(theirs_s / ours_s for theirs_s, ours_s in zip(neuron_times, times, strict=True))
        benchmark.extra_info |= {
            "neuron_us_per_step": round(1e6 * median(neuron_times) / model.n_step, 3),
            "times_neuron": round(median(ratios), 2),
            "times_neuron_spread": [round(ratios[0], 2), round(ratios[-1], 2)],
        }
