"""The manners common to every object NEURON hands out: its name, its number, its identity.

A facade class is written once and bound to each simulator: `bind(Vector, session)` makes the subclass that
`session.h.Vector` is, with the session as a class attribute, so that constructing an object needs no global.
"""

from __future__ import annotations

import atexit
import gc
import re
import sys
from collections.abc import Callable, Iterable
from typing import Any, ClassVar

_leaving = False


class HocObject:
    """An object of one of NEURON's classes.

    Attributes:
        session: The simulator it belongs to (set by `bind`).
        hoc_name: NEURON's name of the class.
        numbers: What counts the objects of that name (set by `bind`).
        _has_unref: Whether it is a template that wants to be told how many references to an object are left.
    """

    session: ClassVar[Any] = None
    hoc_name: ClassVar[str] = ""
    numbers: ClassVar[Any] = None
    _has_unref: ClassVar[bool] = False
    __slots__ = ("__weakref__", "_hoc_aliases", "_hoc_index")
    _hoc_index: int

    def __init__(self) -> None:
        numbers = self.numbers
        number = numbers.n_created
        numbers.n_created = number + 1
        numbers.n_living += 1
        set_index(self, number)

    def __del__(self) -> None:
        if not _leaving and hasattr(self, "_hoc_index"):
            numbers = self.numbers
            numbers.n_living -= 1
            if numbers.n_living <= 0:
                numbers.n_created = 0

    def __class_getitem__(cls, index: int) -> Any:
        """Returns the living object that NEURON calls `Class[index]`."""
        for item in gc.get_objects():
            if type(item) is cls and getattr(item, "_hoc_index", -1) == index:
                return item
        raise IndexError(f"{cls.hoc_name}[{index}] instance does not exist")

    def __reduce__(self) -> Any:
        raise TypeError("HocObject: Only Vector instance can be pickled")

    def hname(self) -> str:
        """Returns NEURON's name of this object, such as `Vector[3]`."""
        return f"{self.hoc_name}[{self._hoc_index}]"

    def same(self, other: object) -> bool:
        """Tells whether `other` is this very object."""
        return self is other

    def hocobjptr(self) -> int:
        """Returns a number that identifies the object while it lives."""
        return id(self)

    def baseattr(self, name: str) -> Any:
        """Returns the attribute that a subclass may have hidden."""
        return getattr(self, name)

    def __repr__(self) -> str:
        return self.hname()

    def __dir__(self) -> list[str]:
        return visible_names(object.__dir__(self), ("decl", "hoc_name", "living", "numbers", "session"))


# past the __setattr__ of classes, which is for users
set_index: Callable[[HocObject, int], None] = HocObject.__dict__["_hoc_index"].__set__


def bind(cls: type, session: Any) -> type:
    """Returns `cls` bound to `session`; the class keeps its name."""
    members = {"session": session, "__slots__": (), "__module__": "hoc", "__doc__": cls.__doc__}
    if issubclass(cls, HocObject):
        members["numbers"] = session.object_numbers[cls.hoc_name]
    return type(cls.__name__, (cls,), members)


def compare(mine: Any, other: object, kind: type, decide: Callable[[Any, Any], bool]) -> Any:
    """Returns what `decide` says of two objects of one kind, and NotImplemented for others."""
    return decide(mine, other) if isinstance(other, kind) else NotImplemented


def visible_names(names: Iterable[str], hidden: tuple[str, ...]) -> list[str]:
    """Returns the names of an object that `dir` shows: not those that only serve this package."""
    ours = ("__annotations__", "__del__", "__getattr__", "__slots__", "__weakref__")
    # those with m_ are what hoc code calls them by
    return sorted(name for name in names if name not in hidden and name not in ours and not re.match(r"_[a-z]|m_", name))


def let_go(holders: list[Any], first: int = 0, end: int | None = None) -> None:
    """Takes objects out of a list, and tells each whose template wants to know how many references to it are left."""
    released = holders[first:end]
    del holders[first:end]
    # the first one goes first
    released.reverse()
    while released:
        item = released.pop()
        if isinstance(item, HocObject) and item._has_unref:
            # the counter's own reference, and ours
            left = sys.getrefcount(item) - 2
            if left > 0:
                item.m_unref(float(left))  # type: ignore[attr-defined]


@atexit.register
def _note_leaving() -> None:
    global _leaving
    _leaving = True


def leaving() -> bool:
    """Tells whether the interpreter is shutting down: handles that go then delete nothing any more."""
    return _leaving
