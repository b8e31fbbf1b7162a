"""Arithmetic element by element, and filling with simple functions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from jneuron.facade.calls import OUT_OF_RANGE, Arguments, Refusal, is_number
from jneuron.facade.hoc_names import hoc_function
from jneuron.facade.objects import HocObject
from jneuron.facade.vector.buffer import Array
from jneuron.facade.vector.core import Vector
from jneuron.facade.vector.ranges import elements, source, whole_or_range

LARGEST_RAMP = 2.0**31 - 1
RAMP_SLACK = 1e-9


def add(vector: Vector, given: Arguments) -> Vector:
    """Adds a number or a Vector in place."""
    return _combine(vector, given, np.add, "add")


def sub(vector: Vector, given: Arguments) -> Vector:
    """Subtracts a number or a Vector in place."""
    return _combine(vector, given, np.subtract, "sub")


def mul(vector: Vector, given: Arguments) -> Vector:
    """Multiplies by a number or, element by element, by a Vector in place."""
    return _combine(vector, given, np.multiply, "mult")


def div(vector: Vector, given: Arguments) -> Vector:
    """Divides by a number or, element by element, by a Vector in place; only the number zero is refused."""
    if given.is_number(0) and given.number(0) == 0:
        raise Refusal("Vector Division by zero")
    return _combine(vector, given, np.divide, "div")


def power(vector: Vector, given: Arguments) -> Vector:
    """`pow(exponent)` or `pow(source, exponent)`: raises to a power."""
    shift = 1 if given.is_object(0) else 0
    base = elements(given.of_class(0, "Vector")) if shift else elements(vector)
    exponent = given.number(shift)
    if exponent == -1 and (base == 0).any():
        raise Refusal("Vector Invalid comparator in .where()\n")
    if exponent == 0.5:
        return _assign(vector, _square_roots(base))
    return _assign(vector, np.power(base, exponent))


def absolute(vector: Vector, given: Arguments) -> Vector:
    """Takes absolute values, of the Vector itself or of a source."""
    return _assign(vector, np.abs(source(vector, given)))


def sqrt(vector: Vector, given: Arguments) -> Vector:
    """Takes square roots, of the Vector itself or of a source."""
    return _assign(vector, _square_roots(source(vector, given)))


def log(vector: Vector, given: Arguments) -> Vector:
    """Takes natural logarithms, of the Vector itself or of a source."""
    return _assign(vector, np.log(source(vector, given)))


def log10(vector: Vector, given: Arguments) -> Vector:
    """Takes logarithms to base 10, of the Vector itself or of a source."""
    return _assign(vector, np.log10(source(vector, given)))


def tanh(vector: Vector, given: Arguments) -> Vector:
    """Takes hyperbolic tangents, of the Vector itself or of a source."""
    return _assign(vector, np.tanh(source(vector, given)))


def floor(vector: Vector, given: Arguments) -> Vector:
    """Rounds down, the Vector itself or a source."""
    return _assign(vector, np.floor(source(vector, given)))


def scale(vector: Vector, given: Arguments) -> float:
    """`scale(low, high)`: maps the extremes to `low` and `high`; returns the factor, 0 for a constant Vector."""
    low, high = given.number(0), given.number(1)
    values = elements(vector)
    if not len(values):
        raise Refusal("Vector must have size > 0")
    smallest, largest = values.min(), values.max()
    if largest == smallest:
        return 0.0
    factor = (high - low) / (largest - smallest)
    values[:] = (values - smallest) * factor + low
    return float(factor)


def sin(vector: Vector, given: Arguments) -> Vector:
    """`sin(frequency, phase[, dt])`: fills with a sine wave; frequency in Hz, dt in ms, 1 by default."""
    frequency, phase, dt = given.number(0), given.number(1), given.number(2, 1.0)
    period = 2 * np.pi / 1000 * frequency * dt
    values = elements(vector)
    values[:] = np.sin(period * np.arange(len(values)) + phase)
    return vector


def fill(vector: Vector, given: Arguments) -> Vector:
    """`fill(value[, start, end])`."""
    values = whole_or_range(vector, given, 1)
    values[:] = given.number(0)
    return vector


def indgen(vector: Vector, given: Arguments) -> Vector:
    """`indgen()`, `indgen(step)`, `indgen(start, step)`, `indgen(start, stop, step)`: fills with a ramp.

    Only the last form changes the size.
    """
    start, step = 0.0, 1.0
    if given.has(2):
        start, stop, step = given.number(0), given.number(1), given.number(2)
        vector._buffer.resize(_ramp_size(start, stop, step))
    elif given.has(1):
        start, step = given.number(0), given.number(1)
    elif given.has(0):
        step = given.number(0)
    values = elements(vector)
    values[:] = start + np.arange(len(values)) * step
    return vector


def apply(vector: Vector, given: Arguments) -> Vector:
    """`apply(function[, start, end])`: replaces elements by a function of them, a hoc name or a Python callable."""
    if given.has(3):
        raise Refusal("Too many parameters to apply method.")
    values = whole_or_range(vector, given, 1)
    function = hoc_function(vector.session, given.string(0)) if given.is_string(0) else given.any(0)
    if not callable(function) or isinstance(function, HocObject):
        raise Refusal("apply: first argument must be a HOC string or a Python callable")
    for index, value in enumerate(values.tolist()):
        result = function(value)
        if not is_number(result):
            raise Refusal("Expected a numeric result from Python function")
        values[index] = result
    return vector


def reduce(vector: Vector, given: Arguments) -> float:
    """`reduce("function"[, base, start, end])`: adds up a hoc function of the elements."""
    values = whole_or_range(vector, given, 2).tolist()
    function = hoc_function(vector.session, given.string(0))
    total = given.number(1, 0.0)
    for value in values:
        total += function(value)
    return total


def setrand(vector: Vector, given: Arguments) -> Vector:
    """`setrand(random[, start, end])`: fills with draws."""
    return _draw(vector, given, lambda old, drawn: drawn)


def addrand(vector: Vector, given: Arguments) -> Vector:
    """`addrand(random[, start, end])`: adds draws."""
    return _draw(vector, given, np.add)


def _combine(vector: Vector, given: Arguments, operation: Any, name: str) -> Vector:
    other: Array | float
    if given.is_object(0):
        other = elements(given.of_class(0, "Vector"))
        if len(other) != len(vector):
            raise Refusal(f"Vector Vector argument to .{name}() wrong size\n")
    else:
        other = given.number(0)
    values = elements(vector)
    operation(values, other, out=values)
    return vector


def _assign(vector: Vector, values: Array) -> Vector:
    vector._buffer.assign(values)
    return vector


def _square_roots(values: Array) -> Array:
    if (values < 0).any():
        raise Refusal("sqrt argument out of domain")
    return np.sqrt(values)


def _ramp_size(start: float, stop: float, step: float) -> int:
    size = np.floor(np.float64(stop - start) / step + RAMP_SLACK) + 1
    if size > LARGEST_RAMP or np.isnan(size):
        raise Refusal("size too large")
    if size < 0:
        raise Refusal("empty set")
    if size == 0:
        raise Refusal(OUT_OF_RANGE)
    return int(size)


def _draw(vector: Vector, given: Arguments, combine: Callable[[Array, Array], Array]) -> Vector:
    random = given.of_class(0, "Random")
    values = whole_or_range(vector, given, 1)
    values[:] = combine(values, random.draws(len(values)))
    return vector


METHODS = {
    "add": add,
    "sub": sub,
    "mul": mul,
    "div": div,
    "pow": power,
    "abs": absolute,
    "sqrt": sqrt,
    "log": log,
    "log10": log10,
    "tanh": tanh,
    "floor": floor,
    "scale": scale,
    "sin": sin,
    "fill": fill,
    "indgen": indgen,
    "apply": apply,
    "reduce": reduce,
    "setrand": setrand,
    "addrand": addrand,
}
