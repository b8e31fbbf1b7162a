"""Each metric measures what its name says."""

from __future__ import annotations

import numpy as np
import pytest

from jneuron.validate.capture import Capture, Failure
from jneuron.validate.metrics import Bound, Finding, compare, default_bound


def _only(findings: list[Finding], name: str) -> Finding:
    return next(finding for finding in findings if finding.name == name)


def _compared(name: str, reference: list[float], measured: list[float], *, series: bool = False) -> Finding:
    names = frozenset([name]) if series else frozenset()
    first = Capture(numbers={name: np.array(reference)}, series=names)
    return _only(compare(first, Capture(numbers={name: np.array(measured)}, series=names)), name)


@pytest.mark.parametrize(
    ("name", "series", "metric"),
    [
        ("v", True, "voltage"),
        ("v_soma", True, "voltage"),
        ("v3", False, "voltage"),
        ("values", False, "values"),
        ("vc", True, "samples"),
        ("spikes", True, "spikes"),
        ("spikes_2", True, "spikes"),
        ("ina", True, "samples"),
        ("areas", False, "values"),
        ("samples v_soma", True, "voltage"),
    ],
)
def test_the_name_picks_the_metric(name: str, series: bool, metric: str) -> None:
    assert default_bound(name, is_series=series).metric == metric


def test_voltages_differ_by_their_largest_difference_not_the_mean() -> None:
    finding = _compared("v", [0.0] * 1000, [0.0] * 999 + [1e-8], series=True)
    assert finding.measured == 1e-8
    assert not finding.agrees


def test_samples_are_measured_against_the_largest() -> None:
    assert _compared("i", [1e-3, 100.0], [1e-3 + 1e-9, 100.0], series=True).measured == pytest.approx(1e-11, rel=1e-4)


def test_values_are_measured_one_by_one() -> None:
    assert _compared("areas", [1e-3, 100.0], [1e-3 + 1e-9, 100.0]).measured == pytest.approx(1e-6, rel=1e-4)


def test_neurons_stand_in_for_infinity_does_not_hide_other_values() -> None:
    assert not _compared("ri", [1e30, 3.0], [1e30, 3.0 + 1e-6], series=True).agrees


def test_a_lost_spike_is_a_difference() -> None:
    finding = _compared("spikes", [1.0, 2.0], [1.0], series=True)
    assert finding.measured == np.inf


def test_a_nan_never_agrees_with_a_number() -> None:
    assert not _compared("v", [1.0], [np.nan], series=True).agrees


def test_nans_and_infinities_agree_with_their_like() -> None:
    assert _compared("x", [np.nan, np.inf], [np.nan, np.inf]).agrees


def test_empty_vectors_agree() -> None:
    assert _compared("spikes", [], [], series=True).agrees


def test_a_missing_result_is_a_difference() -> None:
    findings = compare(Capture(numbers={"a": np.zeros(1)}), Capture(numbers={"b": np.zeros(1)}))
    assert [finding.name for finding in findings if not finding.agrees] == ["a", "b"]


def test_printed_text_differs_by_line() -> None:
    finding = _only(compare(Capture(stdout="a\nb\n"), Capture(stdout="a\nc\n")), "stdout")
    assert "line 2" in finding.detail


def test_addresses_in_text_do_not_count() -> None:
    first = Capture(texts={"said": ["char** 0x7f790b583330"]})
    second = Capture(texts={"said": ["char** 0x55cab214ee60"]})
    assert all(finding.agrees for finding in compare(first, second))


def test_exceptions_are_compared_by_kind_and_message() -> None:
    first = Capture(failure=Failure("ValueError", "L must be > 0."))
    assert all(finding.agrees for finding in compare(first, Capture(failure=Failure("ValueError", "L must be > 0."))))
    assert not all(finding.agrees for finding in compare(first, Capture(failure=Failure("TypeError", "L must be > 0."))))


def test_a_bound_of_the_case_replaces_the_default() -> None:
    bounds = {"v": Bound("voltage", 1.0, "for the test")}
    findings = compare(Capture(numbers={"v": np.zeros(1)}), Capture(numbers={"v": np.full(1, 0.5)}), bounds)
    assert _only(findings, "v").agrees
