"""Objects and strings of the top level that NEURON's library files declare: graphList, hoc_sf_, temp_string_ ...

`Variables` holds them for one session. A file's variables come into being when it is loaded, with the objects that the file
makes then: their numbers count, so that the next List of the user's has NEURON's name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from jneuron.facade.implements import IMPLEMENTED
from jneuron.facade.ref import StringRef

STRINGS: dict[str, dict[str, str]] = {
    "stdlib.hoc": {"tstr": ""},
    "stdrun.hoc": {"temp_string_": "t", "temp_string2_": "", "tempstr1": "", "tempstr2": ""},
    "grapher.hoc": {"temp_string_": ""},
}
"""Strings by the file that declares them."""

OBJECTS: dict[str, tuple[str, ...]] = {
    "": ("hoc_obj_[2]",),
    "stdlib.hoc": ("hoc_sf_", "clipboard_file[2]"),
    "stdrun.hoc": (
        *("tobj", "tobj1", "pyobj", "tempobj", "nrnmainmenu_", "numericalmethodpanel", "movie_timer", "movierunbox"),
        *("graphItem", "graphList[4]", "flush_list", "fast_flush_list"),
    ),
    "stdgui.hoc": ("tempobj2",),
    "pointman.hoc": ("tempobj",),
    "pointgrp.hoc": ("tempobj",),
    "electrod.hoc": ("tempobj",),
    "inserter.hoc": ("tempobj", "tempobj2"),
    "vecwrap.hoc": ("tobj",),
    "import3d.hoc": ("nil", "tobj", "save_window_", "scene_vector_[1]", "ocbox_"),
}
"""Object variables by the file that declares them, with the length of arrays; the empty name is what is always there."""

MADE: dict[str, tuple[tuple[str, str], ...]] = {
    "stdlib.hoc": (("StringFunctions", "hoc_sf_"),),
    "stdrun.hoc": (
        ("Timer", "movie_timer"),
        *(("List", f"graphList[{k}]") for k in range(4)),
        ("List", "flush_list"),
        ("List", "fast_flush_list"),
    ),
    "nrngui.hoc": (("StringFunctions", ""), ("List", ""), ("List", ""), *(("Vector", ""),) * 3, ("PWManager", "")),
}
"""What a file makes when it is loaded: the class, and the variable that gets the object, empty for what it keeps to itself."""

ARGUMENTS = {"Timer": ("moviestep()",)}


class ObjectArray:
    """An array of objects at the top level: `h.graphList[0]`."""

    __slots__ = ("_items", "_name")

    def __init__(self, name: str, length: int) -> None:
        self._name = name
        self._items: list[Any] = [None] * length

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._items)

    def __getitem__(self, index: Any) -> Any:
        return self._items[self._checked(index)]

    def __setitem__(self, index: Any, value: Any) -> None:
        self._items[self._checked(index)] = value

    def _checked(self, index: Any) -> int:
        position = index.__index__()
        if not 0 <= position < len(self._items):
            raise IndexError(self._name)
        return int(position)

    def __repr__(self) -> str:
        return f"{self._name}[?]"


class TopStringRef(StringRef):
    """A reference to a string variable of the top level."""

    __slots__ = ("_name", "_values")

    def __init__(self, values: dict[str, Any], name: str) -> None:
        super().__init__(values[name])
        self._values, self._name = values, name

    def __getitem__(self, index: Any) -> Any:
        super().__getitem__(index)
        return self._values[self._name]

    def __setitem__(self, index: Any, value: Any) -> None:
        super().__setitem__(index, value)
        self._values[self._name] = value

    def _shown(self) -> str:
        return f'pstr "{self._values[self._name]}"'


class Variables:
    """The library's objects and strings in one session.

    Attributes:
        values: Strings, objects, None and `ObjectArray` by name.
    """

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self._kept: list[Any] = []
        self._declare(OBJECTS[""])

    def load(self, file: str, make: Callable[[str], type]) -> None:
        """Declares what a file declares and makes what it makes; `make` returns a class by name."""
        self.values |= {name: text for name, text in STRINGS.get(file, {}).items() if name not in self.values}
        self._declare(OBJECTS.get(file, ()))
        for class_name, variable in MADE.get(file, ()):
            made = make(class_name)(*ARGUMENTS.get(class_name, ()))
            name, _, index = variable.rstrip("]").partition("[")
            if index:
                self.values[name][int(index)] = made
            elif name:
                self.values[name] = made
            else:
                self._kept.append(made)

    def _declare(self, names: tuple[str, ...]) -> None:
        for declared in names:
            name, _, length = declared.rstrip("]").partition("[")
            if name not in self.values:
                self.values[name] = ObjectArray(name, int(length)) if length else None

    def __contains__(self, name: str) -> bool:
        return name in self.values

    def set(self, name: str, value: Any) -> None:
        """Writes a variable; raises what NEURON raises where the kind does not fit."""
        old = self.values[name]
        if isinstance(old, str) and not isinstance(value, str):
            raise TypeError(f"argument must be str, not {type(value).__name__}")
        if isinstance(old, ObjectArray):
            raise IndexError(
                f"number of dimensions error:hoc_execerror: array dimension of {name} now 1 (at compile time it was 0)"
            )
        self.values[name] = value

    def string_reference(self, name: str) -> TopStringRef | None:
        """Returns a reference to a string variable, None for anything else."""
        return TopStringRef(self.values, name) if isinstance(self.values.get(name), str) else None


IMPLEMENTED.update(name for names in STRINGS.values() for name in names)
IMPLEMENTED.update(name.partition("[")[0] for names in OBJECTS.values() for name in names)
