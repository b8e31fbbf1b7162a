"""Every network script gives NEURON's spike trains under jneuron: compared with the stored runs."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from compat_tests.network.case_list import BOUNDS, MANIFEST, case_names, script_hash, script_of, stem_of
from jneuron.validate.capture import Capture
from jneuron.validate.metrics import compare
from jneuron.validate.report import render
from jneuron.validate.server import Runner


@pytest.fixture(scope="module")
def runner() -> Iterator[Runner]:
    # jax may be shared by the forks as long as it has computed nothing
    with Runner("jneuron", preload=["jax"]) as runner:
        yield runner


@pytest.mark.parametrize("name", case_names())
def test_network_agrees_with_stored_neuron(name: str, runner: Runner) -> None:
    findings = compare(Capture.load(stem_of(name)), runner.run(script_of(name)), BOUNDS.get(name))
    assert all(finding.agrees for finding in findings), f"{name}\n{render(findings, everything=False)}"


def test_stored_runs_belong_to_the_scripts_as_they_are() -> None:
    stored = json.loads(MANIFEST.read_text(encoding="utf-8"))["cases"]
    assert {name: entry["sha256"] for name, entry in stored.items()} == {name: script_hash(name) for name in case_names()}
