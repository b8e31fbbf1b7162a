"""The stored runs are NEURON's: compared with a live NEURON where one is installed."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

import pytest

from compat_tests.case_list import BOUNDS, case_names, run_case, stem_of
from jneuron.validate.capture import Capture
from jneuron.validate.metrics import compare
from jneuron.validate.report import render
from jneuron.validate.server import Runner

pytestmark = [pytest.mark.live, pytest.mark.skipif(find_spec("neuron") is None, reason="NEURON is not installed")]


@pytest.fixture(scope="module")
def neuron_runner() -> Iterator[Runner]:
    with Runner("neuron") as runner:
        yield runner


@pytest.mark.parametrize("name", case_names())
def test_stored_run_is_what_neuron_does(name: str, neuron_runner: Runner) -> None:
    findings = compare(Capture.load(stem_of(name)), run_case(name, neuron_runner), BOUNDS.get(name))
    assert all(finding.agrees for finding in findings), f"{name}\n{render(findings, everything=False)}"
