"""Random hoc programs print and complain what they do under NEURON: compared with the stored runs.

`python -m compat_tests.hoc.test_random_programs FIRST NUMBER` runs more of them under both programs.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

import pytest

from compat_tests.hoc.case_list import RANDOM, RandomRun, run_random
from jneuron.validate.server import Runner

STORED = {int(seed): RandomRun(**run) for seed, run in json.loads(RANDOM.read_text(encoding="utf-8")).items()}


@pytest.fixture(scope="module")
def jneuron_runner() -> Iterator[Runner]:
    with Runner("jneuron", preload=["jneuron.hoc.runtime.interpreter"]) as runner:
        yield runner


@pytest.mark.parametrize("seed", STORED)
def test_random_program_does_what_it_does_under_neuron(seed: int, jneuron_runner: Runner) -> None:
    assert run_random(seed, jneuron_runner) == STORED[seed]


def main(first: int, number: int) -> int:
    """Runs programs under both; prints the seeds of those that differ, and returns 1 if any does."""
    with Runner("neuron") as neuron, Runner("jneuron", preload=["jneuron.hoc.runtime.interpreter"]) as jneuron:
        different = []
        for seed in range(first, first + number):
            expected = run_random(seed, neuron)
            # some NEURON does not survive
            if expected is not None and run_random(seed, jneuron) != expected:
                different.append(seed)
    print(f"{len(different)} of {number} differ: {different}")
    return bool(different)


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]), int(sys.argv[2])))
