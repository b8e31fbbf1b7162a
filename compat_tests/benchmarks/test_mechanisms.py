"""What mechanisms cost: a .mod file read and emitted, found in the cache, and a cell of fifteen of them beside NEURON's."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from compat_tests.benchmarks.processes import HAS_NEURON, ROOT
from jneuron.lang.source import read_source
from jneuron.mech import cache
from jneuron.mech.library import describe
from jneuron.nmodl.pipeline import compile_source
from jneuron.nmodl.verbatim.chunks import statements_of

MODS = sorted((ROOT / "jneuron" / "mech" / "mod").glob("*.mod"))
C_MODS = sorted((ROOT / "compat_tests" / "nmodl" / "verbatim" / "mods").glob("*.mod"))
FIRST_FILE = """
import sys, time
from pathlib import Path
from jneuron import h
from jneuron.lang.source import read_source
start = time.process_time()
from jneuron.nmodl.pipeline import compile_source
compile_source(read_source(Path(sys.argv[1])))
print(1e3 * (time.process_time() - start))
"""
ROUNDS, DURATION_MS, DT_MS = 7, 100.0, 0.025
NEEDED = ("emodelrunner", "bluepyopt", "deap", "efel")

pytestmark = pytest.mark.benchmark


def cpu_ms(action: Any, rounds: int = 5) -> float:
    """Returns the CPU time of an action [ms], the median of some rounds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        action()
        times.append(1e3 * (time.process_time() - start))
    return median(times)


def test_read_and_emit(benchmark: Any) -> None:
    sources = {path.stem: read_source(path) for path in MODS}
    benchmark.pedantic(lambda: compile_source(sources["hh"]), rounds=ROUNDS, warmup_rounds=1)
    times = {name: cpu_ms(lambda s=source: compile_source(s)) for name, source in sources.items()}  # type: ignore[misc]
    benchmark.extra_info |= {"median_cpu_ms": round(median(times.values()), 1), "worst_cpu_ms": round(max(times.values()), 1)}


def test_read_and_emit_files_with_c(benchmark: Any) -> None:
    paths = [path for path in C_MODS if b"VERBATIM" in path.read_bytes()]
    sources = {path.stem: read_source(path) for path in paths}

    def compiled(source: Any) -> None:
        # a second compilation of a text finds its C parsed
        statements_of.cache_clear()
        compile_source(source)

    benchmark.pedantic(lambda: compiled(sources["vb_stream"]), rounds=ROUNDS, warmup_rounds=1)
    times = {name: cpu_ms(lambda s=source: compiled(s), 3) for name, source in sources.items()}  # type: ignore[misc]
    benchmark.extra_info |= {"median_cpu_ms": round(median(times.values()), 1), "worst_cpu_ms": round(max(times.values()), 1)}


def test_first_file_with_c_of_a_process(benchmark: Any) -> None:
    def first() -> float:
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        command = [sys.executable, "-c", FIRST_FILE, str(ROOT / "compat_tests/nmodl/verbatim/mods/vb_stream.mod")]
        done = subprocess.run(command, env=environment | {"PYTHONPATH": str(ROOT)}, check=True, capture_output=True, text=True)
        return float(done.stdout)

    first()
    times: list[float] = []
    benchmark.pedantic(lambda: times.append(first()), rounds=3)
    benchmark.extra_info["cpu_ms_with_imports_of_the_compiler"] = round(median(times), 1)


def test_from_the_cache(benchmark: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JNEURON_CACHE_DIR", str(tmp_path))
    for path in MODS:
        cache.load_mechanism(path)
    benchmark.pedantic(lambda: cache.load_mechanism(MODS[0]), rounds=ROUNDS, warmup_rounds=1)
    times = [cpu_ms(lambda p=path: cache.load_mechanism(p)) for path in MODS]  # type: ignore[misc]
    benchmark.extra_info |= {"median_cpu_ms": round(median(times), 2), "worst_cpu_ms": round(max(times), 2)}


def test_a_glance_at_a_folder_of_fifty_files(benchmark: Any, tmp_path: Path) -> None:
    for number in range(50):
        shutil.copy(MODS[number % len(MODS)], tmp_path / f"m{number}.mod")
    benchmark.pedantic(lambda: [describe(path) for path in tmp_path.glob("*.mod")], rounds=ROUNDS, warmup_rounds=1)
    benchmark.extra_info["cpu_ms"] = round(cpu_ms(lambda: [describe(path) for path in tmp_path.glob("*.mod")]), 1)


class Cell:
    """EModelRunner's pyramidal cell in a process of its own; CPU times."""

    def __init__(self, folder: Path, through: tuple[str, ...], environment: dict[str, str]) -> None:
        command = [sys.executable, *through, "-m", "compat_tests.clients.emodel_cell", str(folder), str(DURATION_MS)]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT), "NEURON_MODULE_OPTIONS": "-nogui", **environment},
        )
        self.first = self._read()

    def run(self) -> float:
        """Returns the CPU time of a run [s]."""
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        return self._read()["run_s"]

    def _read(self) -> dict[str, float]:
        assert self._process.stdout is not None
        return json.loads(self._process.stdout.readline())

    def end(self) -> None:
        """Ends the process."""
        self._process.communicate()


@pytest.mark.skipif(not HAS_NEURON or any(find_spec(name) is None for name in NEEDED), reason="needs NEURON and EModelRunner")
def test_a_cell_of_fifteen_mechanisms(benchmark: Any, tmp_path: Path) -> None:
    from compat_tests.clients.emodel_cell import example_folder

    folder = tmp_path / "model"
    shutil.copytree(example_folder(), folder)
    nrnivmodl = Path(sys.executable).parent / "nrnivmodl"
    subprocess.run([str(nrnivmodl), "mechanisms"], cwd=folder, check=True, capture_output=True)
    environment = {"JNEURON_CACHE_DIR": str(tmp_path / "cache")}
    cold = Cell(folder, ("-m", "jneuron"), environment)
    cold.end()
    ours, theirs = Cell(folder, ("-m", "jneuron"), environment), Cell(folder, (), {})
    times, neuron_times = [], []
    benchmark.pedantic(
        lambda: times.append(ours.run()), setup=lambda: neuron_times.append(theirs.run()), rounds=ROUNDS, warmup_rounds=1
    )
    ours.end()
    theirs.end()
    n_step = DURATION_MS / DT_MS
    benchmark.extra_info |= {
        "cold_first_run_cpu_s": round(cold.first["first_s"], 2),
        "first_run_from_cache_cpu_s": round(ours.first["first_s"], 2),
        "cpu_us_per_step": round(1e6 * median(times) / n_step, 1),
        "neuron_cpu_us_per_step": round(1e6 * median(neuron_times) / n_step, 1),
        "times_neuron": round(median(neuron_times) / median(times), 2),
    }
