"""`h.ref(x)`: a box for a number, a string or an object, to be passed where hoc passes by reference."""

from __future__ import annotations

from collections.abc import Iterator
from numbers import Real
from typing import Any, NoReturn

import numpy as np

from jneuron.facade.objects import HocObject


class HocRef:
    """What every box has: one element, at index 0."""

    __slots__ = ("__weakref__", "_value")

    def __init__(self, value: Any) -> None:
        self._value = value

    def __getitem__(self, index: Any) -> Any:
        _check_index(index)
        return self._value

    def __setitem__(self, index: Any, value: Any) -> None:
        _check_index(index)
        self._value = self._accept(value)

    def _accept(self, value: Any) -> Any:
        raise NotImplementedError

    def _shown(self) -> str:
        raise NotImplementedError

    def __len__(self) -> NoReturn:
        raise TypeError("Most HocObject have no len()")

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Iterator[Any]:
        raise TypeError("Not an iterable HocObject")

    def hname(self) -> str:
        """Returns what the box shows."""
        return f"<hoc ref {self._shown()}>"

    def __repr__(self) -> str:
        return self.hname()


class NumberRef(HocRef):
    """A boxed number; it is a `Reference` too."""

    __slots__ = ()

    def get(self) -> float:
        """Returns the number."""
        return self._value

    def set(self, value: float) -> None:
        """Replaces the number."""
        self._value = self._accept(value)

    def _accept(self, value: Any) -> float:
        if not _is_number(value):
            raise TypeError(f"must be real number, not {type(value).__name__}")
        return float(value)

    def _shown(self) -> str:
        return f"value {self._value:f}"


class StringRef(HocRef):
    """A boxed string: what hoc calls a strdef."""

    __slots__ = ()

    def _accept(self, value: Any) -> str:
        if not isinstance(value, str):
            raise TypeError(f"string expected, not {type(value).__name__}")
        return value

    def _shown(self) -> str:
        return f'str "{self._value}"'


class ObjectRef(HocRef):
    """A boxed object: what hoc calls an objref; None is the null object."""

    __slots__ = ()

    def _accept(self, value: Any) -> Any:
        return value

    def _shown(self) -> str:
        if self._value is None:
            return 'value "NULLobject"'
        name = self._value.hname() if isinstance(self._value, HocObject) else "PythonObject[0]"
        return f'value "{name}"'


def ref(*values: Any) -> HocRef:
    """Returns a box holding one number, string or object."""
    if len(values) != 1:
        raise TypeError("single arg must be number, string, or Object")
    value = values[0]
    if _is_number(value):
        return NumberRef(float(value))
    return StringRef(value) if isinstance(value, str) else ObjectRef(value)


def _is_number(value: Any) -> bool:
    return isinstance(value, Real | np.bool_)


def _check_index(index: Any) -> None:
    if not (hasattr(index, "__index__") and index == 0):
        raise IndexError("index for hoc ref must be 0")
