"""Workers and whole processes, timed."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).parents[2]
HAS_NEURON = find_spec("neuron") is not None


class Worker:
    """One `worker.py`, or another module that answers like it: start it, ask it to run, leave it.

    Attributes:
        first: Times of import, build and first run [s]; the first run of jneuron includes compiling.
    """

    def __init__(self, simulator: str, model: str, environment: Mapping[str, str], module: str = "worker") -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", f"compat_tests.benchmarks.{module}", simulator, model],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "NEURON_MODULE_OPTIONS": "-nogui", **environment},
        )
        self.first = self._read()

    def run(self) -> float:
        """Returns the time of one run [s]."""
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        return self._read()["run_s"]

    def _read(self) -> dict[str, float]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"the worker ended with status {self._process.wait()}")
        return json.loads(line)

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()


@dataclass(frozen=True)
class Spent:
    """What a whole process took.

    Attributes:
        wall_s: From start to end [s].
        cpu_s: Processor time, user and system [s].
    """

    wall_s: float
    cpu_s: float


def time_process(command: Sequence[str], environment: Mapping[str, str]) -> Spent:
    """Runs a command in the repository's root and returns what it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(
        command,
        check=True,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "NEURON_MODULE_OPTIONS": "-nogui", **environment},
    )
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Spent(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
