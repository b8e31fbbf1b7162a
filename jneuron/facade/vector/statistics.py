"""Sums, extremes, moments and order.

Order: sums run from the first element to the last, one addition after the other, as NEURON's do; NumPy's own sums go
pairwise and round differently.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from jneuron.facade.calls import Arguments, Refusal
from jneuron.facade.vector.buffer import Array
from jneuron.facade.vector.core import Vector
from jneuron.facade.vector.ranges import elements, whole_or_range


def total(values: Array) -> float:
    """Returns the sum, added up in order."""
    return float(np.add.accumulate(values)[-1]) if len(values) else 0.0


def largest(vector: Vector, given: Arguments) -> float:
    """`max([start, end])`; 0 for an empty Vector."""
    return _at_extreme(vector, given, np.argmax)


def smallest(vector: Vector, given: Arguments) -> float:
    """`min([start, end])`; 0 for an empty Vector."""
    return _at_extreme(vector, given, np.argmin)


def max_ind(vector: Vector, given: Arguments) -> float:
    """`max_ind([start, end])`: returns the first index of the largest element, -1 for an empty Vector."""
    return _index_of_extreme(vector, given, np.argmax)


def min_ind(vector: Vector, given: Arguments) -> float:
    """`min_ind([start, end])`: returns the first index of the smallest element, -1 for an empty Vector."""
    return _index_of_extreme(vector, given, np.argmin)


def sum_(vector: Vector, given: Arguments) -> float:
    """`sum([start, end])`."""
    return total(whole_or_range(vector, given, 0))


def sumsq(vector: Vector, given: Arguments) -> float:
    """`sumsq([start, end])`: the sum of squares."""
    values = whole_or_range(vector, given, 0)
    return total(values * values)


def mag(vector: Vector, given: Arguments) -> float:
    """Returns the Euclidean length."""
    values = elements(vector)
    return math.sqrt(total(values * values))


def mean(vector: Vector, given: Arguments) -> float:
    """`mean([start, end])`.

    With a range this is not the mean: NEURON computes `sum / end - start + 1`, and so do we.
    """
    values = whole_or_range(vector, given, 0)
    if not len(vector):
        raise Refusal("Vector must have size > 0")
    if not given.has(0):
        return total(values) / len(values)
    start, end = int(given.number(0)), int(given.number(1))
    if end - start < 1:
        raise Refusal("end - start must be > 0")
    return total(values) / end - start + 1


def var(vector: Vector, given: Arguments) -> float:
    """`var([start, end])`: the variance of a sample."""
    return _variance(_sample(vector, given))


def stdev(vector: Vector, given: Arguments) -> float:
    """`stdev([start, end])`: the standard deviation of a sample."""
    return math.sqrt(_variance(_sample(vector, given)))


def stderr(vector: Vector, given: Arguments) -> float:
    """`stderr([start, end])`: the standard error of the mean."""
    values = _sample(vector, given)
    return math.sqrt(_variance(values)) / math.sqrt(len(values))


def median(vector: Vector, given: Arguments) -> float:
    """Returns the median."""
    values = np.sort(elements(vector))
    if not len(values):
        raise Refusal("Vector must have size > 0")
    middle = len(values) // 2
    if len(values) % 2:
        return float(values[middle])
    return float((values[middle - 1] + values[middle]) / 2)


def dot(vector: Vector, given: Arguments) -> float:
    """Returns the scalar product; surplus elements of the longer Vector don't count."""
    values, other = elements(vector), elements(given.of_class(0, "Vector"))
    n_common = min(len(values), len(other))
    return total(values[:n_common] * other[:n_common])


def meansqerr(vector: Vector, given: Arguments) -> float:
    """`meansqerr(other[, weights])`: returns the mean of the squared, weighted differences."""
    values, other = elements(vector), elements(given.of_class(0, "Vector"))
    weights = elements(given.of_class(1, "Vector")) if given.has(1) else None
    if not len(values) or len(other) < len(values):
        raise Refusal("Vector Vector argument too small\n")
    difference = values - other[: len(values)]
    squares = difference * difference
    if weights is not None:
        if len(weights) < len(values):
            raise Refusal("Vector second Vector size too small\n")
        squares = squares * weights[: len(values)]
    return total(squares) / len(values)


def sort(vector: Vector, given: Arguments) -> Vector:
    """Sorts in place, smallest first."""
    elements(vector).sort()
    return vector


def sortindex(vector: Vector, given: Arguments) -> Vector:
    """`sortindex([target])`: returns the indices that would sort; equal elements keep their order."""
    target = given.of_class(0, "Vector") if given.values else type(vector)()
    target._buffer.assign(np.argsort(elements(vector), kind="stable"))
    return target


def _index_of_extreme(vector: Vector, given: Arguments, argument_of: Any) -> float:
    if not len(vector):
        return -1.0
    values = whole_or_range(vector, given, 0)
    start = int(given.number(0)) if given.has(0) else 0
    return start + _first_extreme(values, argument_of)


def _at_extreme(vector: Vector, given: Arguments, argument_of: Any) -> float:
    if not len(vector):
        return 0.0
    values = whole_or_range(vector, given, 0)
    return float(values[_first_extreme(values, argument_of)])


def _first_extreme(values: Array, argument_of: Any) -> int:
    """Returns the position of an extreme; NaN counts only in the first place, where nothing compares better."""
    position = int(argument_of(values))
    if position and np.isnan(values[position]):
        known = np.flatnonzero(~np.isnan(values))
        position = int(known[argument_of(values[known])])
    return position


def _sample(vector: Vector, given: Arguments) -> Array:
    values = whole_or_range(vector, given, 0)
    if len(values) < 2:
        raise Refusal("end - start must be > 1" if given.has(0) else "Vector must have size > 1")
    return values


def _variance(values: Array) -> float:
    deviation = values - total(values) / len(values)
    return total(deviation * deviation) / (len(values) - 1)


METHODS = {
    "max": largest,
    "min": smallest,
    "max_ind": max_ind,
    "min_ind": min_ind,
    "sum": sum_,
    "sumsq": sumsq,
    "mag": mag,
    "mean": mean,
    "var": var,
    "stdev": stdev,
    "stderr": stderr,
    "median": median,
    "dot": dot,
    "meansqerr": meansqerr,
    "sort": sort,
    "sortindex": sortindex,
}
