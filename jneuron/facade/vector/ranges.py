"""What many methods share: optional sources, the `start, end` arguments, padded sizes."""

from __future__ import annotations

from jneuron.facade.calls import Arguments, Refusal
from jneuron.facade.vector.buffer import Array
from jneuron.facade.vector.core import Vector


def elements(vector: Vector) -> Array:
    """Returns the elements in use; shares memory."""
    return vector._buffer.view()


def source(vector: Vector, given: Arguments) -> Array:
    """Returns the elements of the Vector in front of the arguments, or of this one when there are none."""
    return elements(given.of_class(0, "Vector")) if given.values else elements(vector)


def whole_or_range(vector: Vector, given: Arguments, first: int) -> Array:
    """Returns the elements from argument `first` to the one after it, both included; all when they are left out."""
    values = elements(vector)
    if not given.has(first):
        return values
    start = int(given.checked(first, 0, len(values) - 1))
    end = int(given.checked(first + 1, start, len(values) - 1))
    return values[start : end + 1]


def beyond_end(vector: Vector, method: str, size: int) -> Refusal:
    """Returns what NEURON says when a method reads the element `size` of a Vector of that size."""
    return Refusal(
        f"{vector.hname()}::{method}: vector::_M_range_check: __n (which is {size}) >= this->size() (which is {size})"
    )


def power_of_two(size: int) -> int:
    """Returns the smallest power of two that is not below `size`."""
    return 1 << max(size - 1, 0).bit_length()
