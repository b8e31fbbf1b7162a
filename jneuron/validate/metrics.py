"""How far two runs of one script are apart: named metrics, each with its tolerance, never a mean.

    voltage      max |difference| [mV], sample by sample
    spikes       same count, and max |shift| [ms], spike by spike
    samples      max |difference| relative to the largest magnitude in the reference: one quantity over time
    values       max |difference| / |value|, value by value; values below a millionth of the largest count as that
    text         identical, but for addresses of memory, which differ between two runs of one program

A result's name picks the metric: `v`, `v_...` are voltages, `spikes`, `spikes_...` are spike times; other Vectors are
samples, other numbers values. A case may carry a bound of its own, with its reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from jneuron.validate.capture import Capture, Failure

DEFAULT_TOLERANCE = {"voltage": 1e-9, "spikes": 1e-9, "samples": 1e-10, "values": 1e-11, "text": 0.0}
NEURONS_INFINITY = 1e20
_ADDRESS = re.compile(r"0x[0-9a-f]{6,}")


@dataclass(frozen=True)
class Bound:
    """How far a result may be off, and why so far.

    Attributes:
        metric: One of the names above.
        tolerance: In the metric's unit.
        reason: Why this tolerance; empty for the default one.
    """

    metric: str
    tolerance: float
    reason: str = ""


@dataclass(frozen=True)
class Finding:
    """One result, compared.

    Attributes:
        name: The result's name; "stdout", "failure" and "ignored exceptions" for how the run went.
        bound: What it was held to.
        measured: The distance in the metric's unit; infinite where the two can't be matched up.
        detail: What a person wants to know about a difference.
    """

    name: str
    bound: Bound
    measured: float
    detail: str = ""

    @property
    def agrees(self) -> bool:
        """Tells whether the distance is within the bound; a NaN is not."""
        return self.measured <= self.bound.tolerance


def default_bound(name: str, *, is_series: bool) -> Bound:
    """Returns the bound for numeric results of this name; `is_series` tells Vectors from lists and single numbers."""
    stem = name.split()[-1] if name.startswith("samples ") else name
    if re.match(r"v(_|\d|$)", stem):
        return Bound("voltage", DEFAULT_TOLERANCE["voltage"])
    if re.match(r"spikes([_ ]|\d|$)", name):
        return Bound("spikes", DEFAULT_TOLERANCE["spikes"])
    metric = "samples" if is_series else "values"
    return Bound(metric, DEFAULT_TOLERANCE[metric])


def compare(reference: Capture, measured: Capture, bounds: Mapping[str, Bound] | None = None) -> list[Finding]:
    """Compares two runs result by result; how the runs ended and what they printed come first."""
    bounds = bounds or {}
    run = [
        _compare_failures(reference.failure, measured.failure),
        _compare_texts("stdout", reference.stdout.splitlines(), measured.stdout.splitlines()),
        _count_complaints(measured),
    ]
    texts = [
        _compare_texts(name, reference.texts.get(name), measured.texts.get(name))
        for name in _all_names(reference.texts, measured.texts)
    ]
    numbers = []
    for name in _all_names(reference.numbers, measured.numbers):
        bound = bounds.get(name) or default_bound(name, is_series=name in reference.series)
        numbers += [_compare_numbers(name, reference.numbers.get(name), measured.numbers.get(name), bound)]
    return run + texts + numbers


def _all_names(first: Mapping[str, object], second: Mapping[str, object]) -> Iterator[str]:
    yield from first
    yield from (name for name in second if name not in first)


def _compare_failures(reference: Failure | None, measured: Failure | None) -> Finding:
    bound = Bound("text", 0.0)
    said = ["finished" if end is None else f"{end.kind}: {end.message}" for end in (reference, measured)]
    if _without_addresses(said[0]) == _without_addresses(said[1]):
        return Finding("failure", bound, 0.0)
    return Finding("failure", bound, np.inf, f"expected {said[0]!r}, got {said[1]!r}")


def _count_complaints(measured: Capture) -> Finding:
    """Finds exceptions that Python could only print: those of finalisers."""
    complaints = [line for line in measured.stderr if line.startswith("Exception ignored")]
    return Finding("ignored exceptions", Bound("text", 0.0), float(len(complaints)), "".join(complaints[:1]))


def _compare_texts(name: str, reference: list[str] | None, measured: list[str] | None) -> Finding:
    bound = Bound("text", 0.0)
    if reference is None or measured is None:
        return Finding(name, bound, np.inf, "only in the reference" if measured is None else "not in the reference")
    for number, (expected, got) in enumerate(zip(reference, measured, strict=False), 1):
        if _without_addresses(expected) != _without_addresses(got):
            return Finding(name, bound, np.inf, f"line {number}: expected {expected!r}, got {got!r}")
    if len(reference) != len(measured):
        longer, which = (reference, "missing") if len(reference) > len(measured) else (measured, "extra")
        return Finding(name, bound, np.inf, f"{which} line: {longer[min(len(reference), len(measured))]!r}")
    return Finding(name, bound, 0.0)


def _without_addresses(line: str) -> str:
    return _ADDRESS.sub("0x...", line)


def _compare_numbers(name: str, reference: np.ndarray | None, measured: np.ndarray | None, bound: Bound) -> Finding:
    if reference is None or measured is None:
        return Finding(name, bound, np.inf, "only in the reference" if measured is None else "not in the reference")
    if reference.shape != measured.shape:
        return Finding(name, bound, np.inf, f"expected {reference.shape} values, got {measured.shape}")

    # where both are the same infinity, or both are no number, they agree
    same = (reference == measured) | (np.isnan(reference) & np.isnan(measured))
    if same.all():
        return Finding(name, bound, 0.0)
    with np.errstate(invalid="ignore"):
        difference = np.where(same, 0.0, np.abs(measured - reference) / _scale(reference, bound.metric))
    worst = int(np.argmax(np.where(np.isnan(difference), np.inf, difference)))
    expected, got = float(reference.ravel()[worst]), float(measured.ravel()[worst])
    return Finding(name, bound, float(difference.ravel()[worst]), f"at {worst}: expected {expected!r}, got {got!r}")


def _scale(reference: np.ndarray, metric: str) -> np.ndarray | float:
    """Returns what a difference is measured in: 1 where the metric has a unit."""
    if metric not in ("samples", "values"):
        return 1.0
    magnitude = np.abs(reference)
    ordinary = magnitude[magnitude < NEURONS_INFINITY]
    largest = float(np.max(ordinary, initial=0.0)) or 1.0
    return largest if metric == "samples" else np.maximum(magnitude, 1e-6 * largest)
