"""A report names what differs, by how much, and what was allowed."""

from __future__ import annotations

import numpy as np

from jneuron.validate.capture import Capture
from jneuron.validate.metrics import compare
from jneuron.validate.report import render, summary


def test_differences_are_named_with_their_size_and_bound() -> None:
    findings = compare(Capture(numbers={"v": np.zeros(2)}), Capture(numbers={"v": np.array([0.0, 0.25])}))
    text = render(findings, everything=False)
    assert "v" in text.split()
    assert "2.50e-01 mV (bound 1e-09, voltage)" in text
    assert "at 1: expected 0.0, got 0.25" in text
    assert "stdout" not in text


def test_the_summary_counts() -> None:
    assert summary(compare(Capture(), Capture())) == "NEURON and jneuron agree: 3 results compared."
    assert summary(compare(Capture(stdout="a"), Capture())) == "1 of 3 results differ."
