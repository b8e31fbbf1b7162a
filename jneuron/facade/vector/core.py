"""The class Vector: how it is made, and how it behaves as a Python sequence.

Its methods are functions in the modules beside this one, attached in `methods`.
"""

from __future__ import annotations

import operator
import struct
import weakref
from collections.abc import Callable, Iterator
from typing import Any, ClassVar

import numpy as np

from jneuron.base.errors import HocError
from jneuron.facade.calls import (
    Arguments,
    HocMethodsObject,
    Refusal,
    as_float,
    check_keywords,
    is_number,
    method,
    object_name,
    refuse,
)
from jneuron.facade.objects import HocObject
from jneuron.facade.vector.buffer import Array, Buffer
from jneuron.facade.vector.elements import ElementReferences, Elements

NUMBER_KINDS = "biuf"
LARGEST_SIZE = 2**33
BYTE_ORDER_MARK = struct.pack("=d", 2.0)


class Vector(HocMethodsObject):
    """NEURON's Vector: numbers in a row, with a hundred methods."""

    hoc_name = "Vector"
    __slots__ = ("_buffer", "_label")
    _bound: ClassVar[list[weakref.ref]] = []

    def __init__(self, *values: Any, **keywords: Any) -> None:
        if keywords:
            check_keywords(keywords)
        HocObject.__init__(self)
        _set_label(self, "")
        if not values or (len(values) == 1 and type(values[0]) is float and 0.0 <= values[0] <= LARGEST_SIZE):
            _set_buffer(self, Buffer(int(values[0]) if values else 0))
            return
        _set_buffer(self, Buffer())
        try:
            self._fill(Arguments("Vector", values))
        except Refusal as refusal:
            refuse(refusal, "Vector", values)

    def __init_subclass__(cls, **keywords: Any) -> None:
        super().__init_subclass__(**keywords)
        Vector._bound.append(weakref.ref(cls))

    def _fill(self, given: Arguments) -> None:
        if given.is_number(0):
            size = int(given.checked(0, 0, 1e10))
            if size > LARGEST_SIZE:
                raise Refusal(f"{self.hname()} constructor: cannot create std::vector larger than max_size()")
            self._buffer = Buffer(size)
            if given.has(1):
                self._buffer.data[:] = given.number(1)
        else:
            self._buffer.assign(numbers_of(given.object(0)))

    # ---- a sequence

    def __len__(self) -> int:
        return self._buffer.size

    def __bool__(self) -> bool:
        return self._buffer.size > 0

    def __iter__(self) -> Iterator[float]:
        # elements written during the loop are seen; a loop that changes the size still runs over the old one
        return map(self._buffer.data.item, range(self._buffer.size))

    def __contains__(self, value: object) -> bool:
        return is_number(value) and bool((self._buffer.view() == value).any())

    def __getitem__(self, index: Any) -> Any:
        buffer = self._buffer
        if type(index) is int and 0 <= index < buffer.size:
            return buffer.data.item(index)
        if isinstance(index, slice):
            return type(self).of(buffer.view()[index])
        position = operator.index(index)
        if position < 0:
            position += buffer.size
        if not 0 <= position < buffer.size:
            raise IndexError(self.hname())
        return buffer.data.item(position)

    def __setitem__(self, index: Any, value: Any) -> None:
        buffer = self._buffer
        if type(index) is int and type(value) is float and 0 <= index < buffer.size:
            buffer.data[index] = value
            return
        if isinstance(index, slice):
            self._set_slice(index, value)
            return
        position = operator.index(index)
        if position < 0:
            position += buffer.size
        if not 0 <= position < buffer.size:
            raise IndexError("index out of bounds")
        buffer.data[position] = as_float(value)

    def _set_slice(self, index: slice, values: Any) -> None:
        try:
            values = [as_float(value) for value in values]
        except TypeError:
            if hasattr(values, "__iter__"):
                raise
            raise TypeError("can only assign an iterable") from None
        places = range(*index.indices(self._buffer.size))
        n_set = min(len(places), len(values))
        self._buffer.data[list(places[:n_set])] = values[:n_set]
        if len(places) != len(values):
            which = "long" if len(values) > len(places) else "short"
            raise IndexError(f"iterable object must have the same length as slice (it's too {which})")

    @property
    def x(self) -> Elements:
        """The elements, in hoc's spelling: `v.x[i]`."""
        return Elements(self)

    @x.setter
    def x(self, value: object) -> None:
        raise TypeError("'x' requires subscript for assignment")

    @property
    def _ref_x(self) -> ElementReferences:
        return ElementReferences(self)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_ref_") and hasattr(type(self), name[5:]):
            raise TypeError(f"Hoc pointer error, {name[5:]} is not a hoc variable or range variable or strdef")
        return super().__getattr__(name)

    # ---- operators make new Vectors

    def __add__(self, other: Any) -> Any:
        return self._combined("add", other)

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:
        return self._combined("sub", other)

    def __rsub__(self, other: Any) -> Any:
        return (-self).add(other) if is_number(other) else NotImplemented

    def __mul__(self, other: Any) -> Any:
        return self._combined("mul", other)

    __rmul__ = __mul__

    def __truediv__(self, other: Any) -> Any:
        return self._combined("div", other)

    def __rtruediv__(self, other: Any) -> Any:
        return self.c().pow(-1).mul(other) if is_number(other) else NotImplemented

    def __neg__(self) -> Vector:
        return self.c().mul(-1)

    def __pos__(self) -> Vector:
        return self.c()

    def __abs__(self) -> Vector:
        return self.c().abs()

    def _combined(self, method: str, other: Any) -> Any:
        if is_number(other) or isinstance(other, HocObject):
            return getattr(self.c(), method)(other)
        return NotImplemented

    # ---- NumPy and pickle

    @property
    def __array_interface__(self) -> dict[str, Any]:
        view = self._buffer.view()
        address = view.ctypes.data if len(view) else 0
        return {"shape": view.shape, "typestr": "<f8", "version": 3, "data": (address, True)}

    def __copy__(self) -> Vector:
        return type(self).of(self._buffer.view())

    def __deepcopy__(self, memo: dict[int, Any]) -> Vector:
        return self.__copy__()

    def __reduce__(self) -> tuple[Callable, tuple[int], tuple[int, bytes, int, bytes]]:
        view = self._buffer.view()
        return _new_of_default_session, (0,), (1, BYTE_ORDER_MARK, len(view), view.tobytes())

    def __setstate__(self, state: tuple[int, bytes, int, bytes]) -> None:
        _, mark, _, data = state
        order = "=" if mark == BYTE_ORDER_MARK else ">" if np.little_endian else "<"
        self._buffer.assign(np.frombuffer(data, dtype=f"{order}f8"))

    # ---- for the modules beside this one, and for recordings

    def clear_samples(self) -> None:
        """Empties the Vector before a run."""
        self._buffer.resize(0)

    def add_samples(self, samples: Array) -> None:
        """Adds recorded samples at the end."""
        buffer, start = self._buffer, self._buffer.size
        buffer.resize(start + len(samples))
        buffer.data[start : buffer.size] = samples

    @classmethod
    def of(cls, values: Array) -> Vector:
        """Returns a new Vector with a copy of `values`."""
        vector = cls()
        vector._buffer.assign(values)
        return vector

    def append(self, *values: Any, **keywords: Any) -> Vector:
        """Adds numbers, and the elements of Vectors, at the end; returns the Vector."""
        if len(values) == 1 and type(values[0]) in (float, int) and not keywords:
            self._buffer.append(values[0])
            return self
        return _append_any(self, *values, **keywords)


# past the class's own __setattr__, which is for users
_set_label: Callable[[Vector, str], None] = Vector.__dict__["_label"].__set__
_set_buffer: Callable[[Vector, Buffer], None] = Vector.__dict__["_buffer"].__set__


def _append(vector: Vector, given: Arguments) -> Vector:
    for index in range(len(given.values)):
        if given.is_object(index):
            other = given.of_class(index, "Vector")
            if other is vector:
                raise Refusal("append  argument needs to be copied first")
            vector.add_samples(other._buffer.view())
        else:
            vector._buffer.append(given.number(index))
    return vector


_append_any = method("append", _append)


def numbers_of(values: Any) -> Array:
    """Returns the numbers in a Python object: a sequence, an array or an iterator.

    Raises:
        Refusal: It is none of these, or an item is no number.
    """
    if values is None or isinstance(values, HocObject):
        raise Refusal(f"{object_name(values)}  is not a PythonObject")
    if hasattr(values, "__array_interface__") or hasattr(values, "__array__"):
        array = np.asarray(values)
        if array.dtype.kind in NUMBER_KINDS and array.ndim == 1:
            return array.astype(float)
    elif isinstance(values, dict | set | frozenset) or not (hasattr(values, "__getitem__") or hasattr(values, "__next__")):
        raise Refusal(f"{object_name(values)}  does not support the Python Sequence or Iterator protocol")
    items = list(values)
    if all(type(item) in (float, int) for item in items):
        return np.array(items, dtype=float)
    for index, item in enumerate(items):
        if not is_number(item):
            raise Refusal(f"item {index} is not a valid number")
    return np.array(items, dtype=float)


def _new_of_default_session(_: int) -> Vector:
    """Returns an empty Vector of the oldest living session, where an unpickled one belongs."""
    for reference in Vector._bound:
        bound = reference()
        if bound is not None and bound.session is not None:
            return bound()
    raise HocError("a Vector can be unpickled only after jneuron was imported")
