"""What hoc's variables hold: arrays, arrays of objects, and the places that `&x` hands out."""

from __future__ import annotations

import math
from itertools import product
from typing import Any

from jneuron.facade.calls import HocExecError
from jneuron.facade.ref import ObjectRef, StringRef

EPSILON = 1e-11


def whole(index: float) -> int:
    """Returns an index as hoc rounds it: down, but for rounding errors."""
    try:
        return int(index + EPSILON)
    except (ValueError, OverflowError):
        return -1


class Grid:
    """Sizes of an array, and the position of an element in it.

    Attributes:
        row: Its length if it has one dimension, else -1.
        height, width: Its sizes if it has two dimensions, else -1.
    """

    __slots__ = ("data", "height", "name", "row", "sizes", "width")

    def __init__(self, name: str, sizes: tuple[int, ...], data: list[Any]) -> None:
        self.name, self.sizes, self.data = name, sizes, data
        self.row = sizes[0] if len(sizes) == 1 else -1
        self.height, self.width = sizes if len(sizes) == 2 else (-1, -1)

    def position(self, indices: tuple[float, ...]) -> int:
        """Returns the place of an element in the row of all elements; missing indices count as zero."""
        if len(indices) != len(self.sizes):
            if indices:
                raise HocExecError(f"wrong # of subscripts {self.name}")
            return 0
        place = 0
        for dimension, (index, size) in enumerate(zip(indices, self.sizes, strict=True)):
            position = whole(index)
            if not 0 <= position < size:
                raise HocExecError(f"subscript {dimension} index {position} of {self.name} out of range {size}")
            place = place * size + position
        return place

    def outside(self, *places: int) -> int:
        """Refuses indices that are not those of an element."""
        return self.position(tuple(map(float, places)))


class Numbers(Grid):
    """A `double` array."""

    __slots__ = ()

    def __init__(self, name: str, sizes: tuple[int, ...]) -> None:
        super().__init__(name, sizes, [0.0] * math.prod(sizes))

    def get(self, *indices: float) -> float:
        """Returns an element."""
        return self.data[self.position(indices)]  # type: ignore[no-any-return]

    def set(self, value: float, *indices: float) -> float:
        """Writes an element; returns the value."""
        self.data[self.position(indices)] = value
        return value

    def update(self, operator: str, value: float, *indices: float) -> float:
        """Writes an element by `+=` and its like; returns the new value."""
        place = self.position(indices)
        self.data[place] = new = combined(operator, self.data[place], value)
        return new

    def reference(self, *indices: float) -> ElementReference:
        """Returns the place of an element."""
        return ElementReference(self, self.position(indices))


class Boxes(Grid):
    """An array of objrefs or strdefs."""

    __slots__ = ()

    def __init__(self, name: str, sizes: tuple[int, ...]) -> None:
        super().__init__(name, sizes, [ObjectRef(None) for _ in product(*map(range, sizes))])

    def box(self, *indices: float) -> ObjectRef:
        """Returns the box at an index."""
        return self.data[self.position(indices)]  # type: ignore[no-any-return]


def combined(operator: str, old: Any, value: Any) -> Any:
    """Returns `old <operator> value`; with no operator the value."""
    if not operator:
        return value
    if operator == "+":
        return old + value
    if operator == "-":
        return old - value
    if operator == "*":
        return old * value
    return old / divisor(value)


def divisor(value: Any) -> Any:
    """Returns what `/=` divides by."""
    if value == 0.0:
        raise HocExecError("Divide by 0")
    return value


class Place:
    """A place that holds a number: the base of what `&x` hands out."""

    __slots__ = ("__weakref__",)

    def get(self) -> float:
        """Returns the number."""
        raise NotImplementedError

    def set(self, value: float) -> None:
        """Writes the number."""
        raise NotImplementedError

    def offset(self, offset: int) -> Place:
        """Returns the place `offset` further on."""
        if offset:
            raise IndexError(f"{self!r} next_array_element({offset}): out of range")
        return self

    def __getitem__(self, offset: int) -> float:
        return self.offset(offset).get() if offset else self.get()

    def __setitem__(self, offset: int, value: float) -> None:
        (self.offset(offset) if offset else self).set(value)

    @property
    def key(self) -> tuple[Any, ...]:
        """What tells one place from another."""
        raise NotImplementedError

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Place) and other.key == self.key

    def __hash__(self) -> int:
        return hash(self.key)

    def __repr__(self) -> str:
        return f"data_handle<double>{{raw={id(self):#x} val={self.get():g}}}"


class EntryReference(Place):
    """A global scalar: an entry of the namespace."""

    __slots__ = ("_entries", "_name")

    def __init__(self, entries: dict[str, Any], name: str) -> None:
        self._entries, self._name = entries, name

    def get(self) -> float:
        return self._entries[self._name]  # type: ignore[no-any-return]

    def set(self, value: float) -> None:
        self._entries[self._name] = float(value)

    @property
    def key(self) -> tuple[Any, ...]:
        return id(self._entries), self._name


class AttributeReference(Place):
    """A scalar of an object of a template."""

    __slots__ = ("_name", "_owner")

    def __init__(self, owner: Any, name: str) -> None:
        self._owner, self._name = owner, name

    def get(self) -> float:
        return getattr(self._owner, self._name)  # type: ignore[no-any-return]

    def set(self, value: float) -> None:
        setattr(self._owner, self._name, float(value))

    @property
    def key(self) -> tuple[Any, ...]:
        return id(self._owner), self._name


class ElementReference(Place):
    """An element of a `double` array."""

    __slots__ = ("_array", "_place")

    def __init__(self, array: Numbers, place: int) -> None:
        self._array, self._place = array, place

    def get(self) -> float:
        return self._array.data[self._place]  # type: ignore[no-any-return]

    def set(self, value: float) -> None:
        self._array.data[self._place] = float(value)

    def offset(self, offset: int) -> ElementReference:
        place = self._place + offset
        if not 0 <= place < len(self._array.data):
            raise IndexError(f"{self!r} next_array_element({offset}): out of range")
        return ElementReference(self._array, place)

    @property
    def key(self) -> tuple[Any, ...]:
        return id(self._array), self._place


def is_box(value: Any) -> bool:
    """Tells whether a value is the box of a string or of an object."""
    return isinstance(value, StringRef | ObjectRef)
