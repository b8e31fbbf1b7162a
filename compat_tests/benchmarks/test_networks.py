"""CPU time of networks, jneuron's beside NEURON's in one go: the same spikes, and what a run costs without compiling."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from statistics import median
from typing import Any

import pytest

from compat_tests.benchmarks.network_worker import MODELS
from compat_tests.benchmarks.processes import HAS_NEURON, ROOT

ROUNDS = 3

pytestmark = pytest.mark.benchmark


HNN = "hnn-core's network, 40 ms"


def measured(simulator: str, name: str) -> dict[str, Any]:
    if name == HNN:
        arguments = ["compat_tests.benchmarks.hnn_worker", simulator, str(ROUNDS)]
    else:
        arguments = ["compat_tests.benchmarks.network_worker", simulator, name, str(ROUNDS)]
    command = [sys.executable, "-m", *arguments]
    environment = {**os.environ, "NEURON_MODULE_OPTIONS": "-nogui"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.mark.parametrize("name", [*MODELS, HNN])
def test_network(name: str, benchmark: Any) -> None:
    if name == HNN and find_spec("hnn_core") is None:
        pytest.skip("hnn-core is not installed")
    theirs = measured("neuron", name) if HAS_NEURON else None
    ours = benchmark.pedantic(measured, args=("jneuron", name), rounds=1)
    run_s = median(ours["runs_s"])
    benchmark.extra_info |= {"build_s": round(ours["build_s"], 3), "compile_s": round(ours["first_s"] - run_s, 3)}
    benchmark.extra_info |= {"us_per_step": round(1e6 * run_s / ours["steps"], 2), "spikes": ours["spikes"]}
    if theirs is not None:
        assert ours["spikes"] == theirs["spikes"]
        their_run_s = median(theirs["runs_s"])
        benchmark.extra_info |= {"neuron_us_per_step": round(1e6 * their_run_s / theirs["steps"], 2)}
        benchmark.extra_info |= {"times_neuron": round(their_run_s / run_s, 2), "neuron_build_s": round(theirs["build_s"], 3)}
