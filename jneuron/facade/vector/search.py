"""Comparisons, and where they hold.

Numbers count as equal when they differ by no more than hoc's `float_epsilon`; `<` and `>` exclude what counts as equal.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from jneuron.facade.calls import Arguments, Refusal
from jneuron.facade.vector.buffer import Array
from jneuron.facade.vector.core import Vector
from jneuron.facade.vector.ranges import elements

Mask = NDArray[np.bool_]

COMPARISONS: dict[str, Callable[[Array, float, float], Mask]] = {
    "==": lambda x, a, slack: np.abs(x - a) <= slack,
    "!=": lambda x, a, slack: ~(np.abs(x - a) <= slack),
    ">": lambda x, a, slack: x > a + slack,
    "<": lambda x, a, slack: x < a - slack,
    ">=": lambda x, a, slack: x >= a - slack,
    "<=": lambda x, a, slack: x <= a + slack,
}
INTERVALS = {"[]": (">=", "<="), "[)": (">=", "<"), "(]": (">", "<="), "()": (">", "<")}


def where(vector: Vector, given: Arguments) -> Vector:
    """`where([source,] operation, a[, b])`: keeps the elements for which a comparison holds."""
    shift = _source_shift(given)
    values = elements(given.of_class(0, "Vector")) if shift else elements(vector)
    vector._buffer.assign(values[_holds(vector, values, given, shift)])
    return vector


def indwhere(vector: Vector, given: Arguments) -> int:
    """`indwhere(operation, a[, b])`: returns the first index at which a comparison holds, -1 if there is none."""
    holds = _holds(vector, elements(vector), given, 0)
    return int(holds.argmax()) if holds.any() else -1


def indvwhere(vector: Vector, given: Arguments) -> Vector:
    """`indvwhere([source,] operation, a[, b])`: becomes the indices at which a comparison holds.

    A Vector given as its own source is emptied first, as in NEURON.
    """
    shift = _source_shift(given)
    values = elements(given.of_class(0, "Vector")) if shift else elements(vector)
    holds = _holds(vector, values, given, shift)
    is_own_source = shift and given.of_class(0, "Vector") is vector
    vector._buffer.assign([] if is_own_source else np.flatnonzero(holds))
    return vector


def contains(vector: Vector, given: Arguments) -> bool:
    """Tells whether an element equals a number."""
    wanted = given.number(0)
    return bool(COMPARISONS["=="](elements(vector), wanted, float_epsilon(vector)).any())


def eq(vector: Vector, given: Arguments) -> float:
    """Returns 1 if another Vector has the same size and equal elements, else 0."""
    other = elements(given.of_class(0, "Vector"))
    values = elements(vector)
    if len(other) != len(values):
        return 0.0
    return float((np.abs(values - other) <= float_epsilon(vector)).all())


def float_epsilon(vector: Vector) -> float:
    """Returns hoc's `float_epsilon`: how far equal numbers may lie apart."""
    return vector.session.hoc("float_epsilon")


def _source_shift(given: Arguments) -> int:
    return 1 if given.is_object(0) else 0


def _holds(vector: Vector, values: Array, given: Arguments, first: int) -> Mask:
    """Returns where the comparison spelled by the arguments from `first` on holds."""
    operation, limit, slack = given.string(first), given.number(first + 1), float_epsilon(vector)
    if operation in COMPARISONS:
        return COMPARISONS[operation](values, limit, slack)
    if operation in INTERVALS:
        above, below = (COMPARISONS[each] for each in INTERVALS[operation])
        return above(values, limit, slack) & below(values, given.number(first + 2), slack)
    raise Refusal(f"Vector Invalid comparator in .{given.method}()\n")


METHODS = {"where": where, "indwhere": indwhere, "indvwhere": indvwhere, "contains": contains, "eq": eq}
