"""Every hoc case prints, leaves and complains what it does under NEURON: compared with the stored runs."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from compat_tests.hoc.case_list import MANIFEST, RUNS, case_names, run_case, script_hash
from jneuron.validate.capture import Capture
from jneuron.validate.metrics import compare
from jneuron.validate.report import render
from jneuron.validate.server import Runner


@pytest.fixture(scope="module")
def jneuron_runner() -> Iterator[Runner]:
    with Runner("jneuron", preload=["jax", "jneuron.hoc.runtime.interpreter"]) as runner:
        yield runner


@pytest.mark.parametrize("name", case_names())
def test_case_agrees_with_stored_neuron(name: str, jneuron_runner: Runner) -> None:
    findings = compare(Capture.load(RUNS / name), run_case(name, jneuron_runner))
    assert all(finding.agrees for finding in findings), f"{name}\n{render(findings, everything=False)}"


def test_stored_runs_belong_to_the_cases_as_they_are() -> None:
    stored = json.loads(MANIFEST.read_text(encoding="utf-8"))["cases"]
    assert stored == {name: script_hash(name) for name in case_names()}
