"""Single elements of a Vector: `v.x[i]`, and the references `v._ref_x[i]`."""

from __future__ import annotations

import operator
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from jneuron.facade.calls import as_float
from jneuron.facade.vector.buffer import Buffer

if TYPE_CHECKING:
    from jneuron.facade.vector.core import Vector


class Elements:
    """What `v.x` is: the elements, counted from zero."""

    __slots__ = ("_vector",)

    def __init__(self, vector: Vector) -> None:
        self._vector = vector

    def __len__(self) -> int:
        return len(self._vector)

    def __iter__(self) -> Iterator[float]:
        return iter(self._vector)

    def __getitem__(self, index: Any) -> float:
        buffer = self._vector._buffer
        return buffer.data.item(_checked(self._vector, index, buffer.size))

    def __setitem__(self, index: Any, value: float) -> None:
        buffer = self._vector._buffer
        try:
            buffer.data[_checked(self._vector, index, buffer.size)] = as_float(value)
        except IndexError:
            raise IndexError("index out of bounds") from None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Elements) and other._vector is self._vector

    def __hash__(self) -> int:
        return hash(self._vector)

    def __repr__(self) -> str:
        return f"{self._vector.hname()}.x[?]"


class ElementReferences:
    """What `v._ref_x` is: a reference that lacks its index yet."""

    __slots__ = ("_vector",)

    def __init__(self, vector: Vector) -> None:
        self._vector = vector

    def __getitem__(self, index: Any) -> ElementReference:
        buffer = self._vector._buffer
        return ElementReference(buffer, _checked(self._vector, index, buffer.size))

    def __setitem__(self, index: Any, value: object) -> None:
        raise TypeError("incomplete hoc pointer")

    def __repr__(self) -> str:
        return "<incomplete pointer to hoc array x>"


class ElementReference:
    """One element of a Vector, wherever its memory moves."""

    __slots__ = ("buffer", "index")

    def __init__(self, buffer: Buffer, index: int) -> None:
        self.buffer, self.index = buffer, index

    def get(self) -> float:
        """Returns the element."""
        return self[0]

    def set(self, value: float) -> None:
        """Writes the element."""
        self[0] = value

    def __getitem__(self, offset: int) -> float:
        return self.buffer.data.item(self._position(offset))

    def __setitem__(self, offset: int, value: float) -> None:
        self.buffer.data[self._position(offset)] = value

    def _position(self, offset: int) -> int:
        position = self.index + operator.index(offset)
        if not 0 <= position < len(self.buffer.data):
            raise IndexError("reference to an element that the Vector no longer has")
        return position

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ElementReference) and other.buffer is self.buffer and other.index == self.index

    def __hash__(self) -> int:
        return hash((id(self.buffer), self.index))

    def __repr__(self) -> str:
        return f"data_handle<double>{{raw={self.buffer.data.ctypes.data + 8 * self.index:#x}}}"


def _checked(vector: Vector, index: Any, size: int) -> int:
    """Returns the index as an int; neither negative indices nor floats are taken, as in NEURON."""
    if isinstance(index, slice):
        raise TypeError("sequence index must be integer, not 'slice'")
    if not hasattr(index, "__index__") or not 0 <= index < size:
        raise IndexError(f"{vector.hname()}.x")
    return operator.index(index)
