"""Size and growth, copies and pieces, order."""

from __future__ import annotations

from typing import Any

import numpy as np

from jneuron.facade.calls import OUT_OF_RANGE, Arguments, Refusal, object_name
from jneuron.facade.objects import HocObject
from jneuron.facade.vector.buffer import Array
from jneuron.facade.vector.core import Vector, numbers_of
from jneuron.facade.vector.ranges import elements

LARGEST = 1e10


def size(vector: Vector, given: Arguments) -> int:
    """Returns the number of elements."""
    return vector._buffer.size


def buffer_size(vector: Vector, given: Arguments) -> int:
    """`buffer_size([capacity])`: reserves room; returns the room there is."""
    if given.values:
        vector._buffer.reserve(int(given.checked(0, vector._buffer.size, LARGEST)))
    return len(vector._buffer.data)


def resize(vector: Vector, given: Arguments) -> Vector:
    """Sets the size; new elements are zero."""
    vector._buffer.resize(int(given.checked(0, 0, LARGEST)))
    return vector


def clear(vector: Vector, given: Arguments) -> Vector:
    """Sets the size to zero and keeps the room."""
    vector._buffer.resize(0)
    return vector


def get(vector: Vector, given: Arguments) -> float:
    """Returns one element."""
    return vector._buffer.data.item(int(given.checked(0, 0, vector._buffer.size - 1)))


def set_element(vector: Vector, given: Arguments) -> Vector:
    """`set(index, value)`."""
    value = given.number(1)
    vector._buffer.data[int(given.checked(0, 0, vector._buffer.size - 1))] = value
    return vector


def insrt(vector: Vector, given: Arguments) -> Vector:
    """`insrt(index, value, ...)`: inserts numbers and the elements of Vectors before an element."""
    place = int(given.checked(0, 0, vector._buffer.size))
    added: list[float] = []
    for index in range(1, len(given.values)):
        if given.is_object(index):
            other = given.of_class(index, "Vector")
            if other is vector:
                raise Refusal("insrt  argument needs to be copied first")
            added += elements(other).tolist()
        else:
            added.append(given.number(index))
    vector._buffer.assign(np.insert(elements(vector), place, added))
    return vector


def remove(vector: Vector, given: Arguments) -> Vector:
    """`remove(start[, end])`: takes elements out, both ends included."""
    last = vector._buffer.size - 1
    start = int(given.checked(0, 0, last))
    end = int(given.checked(1, start, last, start))
    vector._buffer.assign(np.delete(elements(vector), slice(start, end + 1)))
    return vector


def at(vector: Vector, given: Arguments) -> Vector:
    """`c([start[, end]])`, `at(...)`: returns a new Vector with the elements from start to end, both included."""
    n_element = vector._buffer.size
    start = int(given.checked(0, 0, n_element - 1 if n_element else np.inf, 0.0))
    end = int(given.checked(1, start, n_element - 1)) if given.has(1) else n_element - 1
    return type(vector).of(elements(vector)[start : end + 1])


def labelled_copy(vector: Vector, given: Arguments) -> Vector:
    """`cl([start[, end]])`: as `c`, with the label."""
    copied = at(vector, given)
    copied._label = vector._label
    return copied


def index(vector: Vector, given: Arguments) -> Vector:
    """`index([source,] places)`: takes the elements of a source at `places`; zero where there is none."""
    shift = 1 if given.has(1) else 0
    values = elements(given.of_class(0, "Vector")) if shift else elements(vector)
    places = elements(given.of_class(shift, "Vector")).astype(int)
    exists = (places >= 0) & (places < len(values))
    taken = np.zeros(len(places))
    taken[exists] = values[places[exists]]
    vector._buffer.assign(taken)
    return vector


def ind(vector: Vector, given: Arguments) -> Vector:
    """`ind(places)`: returns a new Vector of the elements at `places`; places that don't exist are left out."""
    places = elements(given.of_class(0, "Vector")).astype(int)
    return type(vector).of(elements(vector)[places[(places >= 0) & (places < len(vector))]])


def copy(vector: Vector, given: Arguments) -> Vector:
    """Copies from a source, in one of NEURON's forms.

    `copy(source)`, `copy(source, place)`, `copy(source, source_start, source_end)`,
    `copy(source, place, source_start, source_end[, place_step, source_step])`, `copy(source, source_places[, places])`.
    An end of -1 is the last element. The Vector grows as needed.
    """
    values = elements(given.of_class(0, "Vector"))
    if not given.has(1):
        vector._buffer.assign(values)
    elif given.is_object(1):
        _copy_places(vector, values, given)
    else:
        _copy_range(vector, given.of_class(0, "Vector"), given)
    return vector


def from_double(vector: Vector, given: Arguments) -> Vector:
    """`from_double(n, reference)`: takes `n` numbers from where a reference points."""
    n_number, reference = int(given.number(0)), given.reference(1)
    later = [reference[offset] for offset in range(1, n_number)]  # type: ignore[index]
    vector._buffer.assign([reference.get(), *later][:n_number])
    return vector


def from_python(vector: Vector, given: Arguments) -> Vector:
    """Takes over the numbers of a Python sequence, array or iterator."""
    vector._buffer.assign(numbers_of(given.object(0)))
    return vector


def to_python(vector: Vector, given: Arguments) -> Any:
    """Returns a list of the elements, or fills a given sequence of the same size and returns that."""
    values = elements(vector).tolist()
    if not given.values:
        return values
    target = given.object(0)
    if target is None or isinstance(target, HocObject):
        raise Refusal(f"{object_name(target)}  is not a PythonObject")
    if len(target) != len(values):
        raise Refusal(f"{vector.hname()} Python Sequence not same size as Vector")
    for position, value in enumerate(values):
        try:
            target[position] = value
        except TypeError:
            raise Refusal(f"Could not set a Python Sequence item {position} of {len(values)}") from None
    return target


def as_numpy(vector: Vector, given: Arguments) -> Array:
    """Returns an array that shares memory with the Vector, until the Vector outgrows its buffer."""
    return elements(vector)


def reverse(vector: Vector, given: Arguments) -> Vector:
    """Turns the order round."""
    vector._buffer.assign(elements(vector)[::-1].copy())
    return vector


def rotate(vector: Vector, given: Arguments) -> Vector:
    """`rotate(n[, 0])`: moves elements to the right; with a second argument zeros move in instead of what moved out."""
    values = elements(vector)
    places = int(given.number(0))
    if len(values):
        if places != len(values):
            places = int(np.fmod(places, len(values)))
        rotated = np.roll(values, places)
        if given.has(1):
            rotated[: max(places, 0)] = 0.0
            rotated[len(values) + min(places, 0) :] = 0.0
        values[:] = rotated
    return vector


def rebin(vector: Vector, given: Arguments) -> Vector:
    """`rebin([source,] factor)`: adds up groups of `factor` elements; what is left over at the end is dropped."""
    shift = 1 if given.is_object(0) else 0
    values = elements(given.of_class(0, "Vector")) if shift else elements(vector)
    factor = int(given.number(shift))
    if factor == 0:
        raise Refusal(OUT_OF_RANGE)
    if factor < 0:
        vector._buffer.resize(0)
        return vector
    n_group = len(values) // factor
    vector._buffer.assign(np.add.reduce(values[: n_group * factor].reshape(n_group, factor), axis=1))
    return vector


def resample(vector: Vector, given: Arguments) -> Vector:
    """`resample(source, rate)`: repeats or drops elements; `rate` new elements for an old one."""
    values = elements(given.of_class(0, "Vector"))
    rate = given.checked(1, 0, len(values) / 2)
    places = np.arange(int(len(values) * rate)) / rate if rate else np.zeros(0)
    vector._buffer.assign(values[places.astype(int)])
    return vector


def _copy_places(vector: Vector, values: Array, given: Arguments) -> None:
    """Copies between the places two index Vectors name; places that don't exist are left out."""
    taken = elements(given.of_class(1, "Vector")).astype(int)
    put = elements(given.of_class(2, "Vector")).astype(int) if given.has(2) else taken
    n_pair = min(len(taken), len(put))
    taken, put = taken[:n_pair], put[:n_pair]
    exists = (taken >= 0) & (taken < len(values)) & (put >= 0) & (put < len(vector))
    elements(vector)[put[exists]] = values[taken[exists]]


def _copy_range(vector: Vector, origin: Vector, given: Arguments) -> None:
    """Copies a stretch of `origin`, which may be `vector` itself: then elements already written are read again."""
    last = len(origin) - 1
    place, first = int(given.number(1)), 2
    if len(given.values) == 3:
        place, first = 0, 1
    start = int(given.checked(first, 0, last)) if given.has(first) else 0
    end = int(given.checked(first + 1, -1, last)) if given.has(first) else last
    end = last if end == -1 else end
    if start > end + 1 or (given.has(first) and start > end):
        raise Refusal("Vector.copy: src_end arg smaller than src_start")
    if place < 0:
        raise Refusal(OUT_OF_RANGE)
    place_step = int(given.checked(4, 1, np.inf)) if given.has(4) else 1
    source_step = int(given.checked(5, 1, np.inf)) if given.has(4) else 1
    n_copied = (end - start) // source_step + 1
    needed = place + (n_copied - 1) * place_step + 1
    if needed > len(vector):
        vector._buffer.resize(needed)
    target, values = elements(vector), elements(origin)
    taken = np.arange(n_copied) * source_step + start
    put = np.arange(n_copied) * place_step + place
    if origin is vector:
        for to, taken_from in zip(put.tolist(), taken.tolist(), strict=True):
            target[to] = values[taken_from]
    else:
        target[put] = values[taken]


METHODS = {
    "size": size,
    "buffer_size": buffer_size,
    "resize": resize,
    "clear": clear,
    "get": get,
    "set": set_element,
    "insrt": insrt,
    "remove": remove,
    "at": at,
    "c": at,
    "cl": labelled_copy,
    "index": index,
    "ind": ind,
    "copy": copy,
    "from_double": from_double,
    "from_python": from_python,
    "to_python": to_python,
    "as_numpy": as_numpy,
    "reverse": reverse,
    "rotate": rotate,
    "rebin": rebin,
    "resample": resample,
}
