"""`h.table_f_suffix(...)`: filling a FUNCTION_TABLE.

The forms, for a function of n arguments:

    table_f(number)                       the same value everywhere
    table_f(values, points)               two Vectors, for one argument
    table_f(&values[0], then for each argument: size, low, high   or   size, &points[0])
"""

from __future__ import annotations

from typing import Any

import numpy as np

from jneuron.facade.calls import Arguments, Refusal, is_reference
from jneuron.model.function_table import Axis, FunctionTableDecl, Reader


def fill(session: Any, mechanism: str, name: str, n_argument: int, given: Arguments) -> float:
    """Fills a table from the arguments of a call; returns 0, as NEURON does."""
    model = session.model
    model.function_tables[mechanism, name] = _declaration(n_argument, given)
    model.changes.mark_topology()
    return 0.0


def _declaration(n_argument: int, given: Arguments) -> FunctionTableDecl:
    if not given.has(1):
        value = given.number(0)
        return FunctionTableDecl(lambda: [value])
    if given.is_object(0):
        if n_argument > 1:
            raise Refusal("Vector arguments allowed only for functions of one variable")
        return _from_vectors(given.of_class(0, "Vector"), given.of_class(1, "Vector"))
    place, axes = 1, []
    for _ in range(n_argument):
        axis, place = _axis(given, place)
        axes.append(axis)
    size = int(np.prod([axis.size for axis in axes]))
    return FunctionTableDecl(_elements(given.reference(0), size), tuple(axes))


def _from_vectors(values: Any, points: Any) -> FunctionTableDecl:
    if len(values) != len(points):
        raise Refusal("Vector arguments not same size")
    n = len(points)
    grid = Axis(n, lambda: points.as_numpy()[:n])
    return FunctionTableDecl(lambda: values.as_numpy()[:n], (grid,))


def _axis(given: Arguments, place: int) -> tuple[Axis, int]:
    """Returns the axis described from argument `place` on, and where the next one begins."""
    size = int(given.number(place))
    if size < 1:
        raise Refusal("size arg < 1 in hoc_spec_table")
    if given.has(place + 1) and is_reference(given.values[place + 1]):
        return Axis(size, _elements(given.values[place + 1], size)), place + 2
    low, high = given.number(place + 1), given.number(place + 2)
    if high < low:
        raise Refusal("min > max in hoc_spec_table")
    return Axis(size, None, low, high), place + 3


def _elements(reference: Any, size: int) -> Reader:
    """Returns what reads `size` numbers from a reference on."""

    def read() -> list[float]:
        try:
            return [reference[place] for place in range(size)]
        except (IndexError, TypeError):
            raise Refusal(f"a FUNCTION_TABLE of {size} values is given a reference to fewer") from None

    read()
    return read
