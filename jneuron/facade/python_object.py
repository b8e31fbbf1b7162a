"""`h.PythonObject()`: Python's `__main__`, as hoc code reaches it; any other Python object is itself."""

from __future__ import annotations

import builtins
import sys
from typing import Any

from jneuron.facade.implements import implements
from jneuron.facade.objects import HocObject


@implements("PythonObject")
class PythonObject(HocObject):
    """What `new PythonObject()` is: its attributes are the names of `__main__`, and Python's built-in ones."""

    hoc_name = "PythonObject"
    __slots__ = ()

    def __new__(cls) -> Any:
        """Returns the one object that stands for `__main__`: it is no HocObject, so hoc treats it like any Python object."""
        return _Main()


class _Main:
    def __getattr__(self, name: str) -> Any:
        names = vars(sys.modules["__main__"])
        if name in names:
            return names[name]
        try:
            return getattr(builtins, name)
        except AttributeError:
            raise AttributeError(f"module '__main__' has no attribute '{name}'") from None

    def __setattr__(self, name: str, value: Any) -> None:
        vars(sys.modules["__main__"])[name] = value
