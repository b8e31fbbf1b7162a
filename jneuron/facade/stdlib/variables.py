"""Objects and strings of the top level that NEURON's library files declare: graphList, hoc_sf_, temp_string_ ...

`Variables` holds them for one session, in the boxes in which hoc keeps its own. A file's variables come into being when it
is loaded, with the objects that the file makes then: their numbers count, so that the next List of the user's has NEURON's
name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Protocol

from jneuron.facade.implements import IMPLEMENTED
from jneuron.facade.ref import NumberRef, ObjectRef, StringRef

Content = NumberRef | StringRef | ObjectRef | list[ObjectRef]

STRINGS: dict[str, dict[str, str]] = {
    "stdlib.hoc": {"tstr": ""},
    "stdrun.hoc": {"temp_string_": "t", "temp_string2_": "", "tempstr1": "", "tempstr2": ""},
    "grapher.hoc": {"temp_string_": ""},
}
"""Strings by the file that declares them."""

NUMBERS: dict[str, dict[str, float]] = {"stdrun.hoc": {"cnt": 0.0, "i": 4.0, "j": 0.0, "itmp": 0.0}}
"""Numbers that a file leaves behind, of no use but that they exist."""

OBJECTS: dict[str, tuple[str, ...]] = {
    "": ("hoc_obj_[2]",),
    "stdlib.hoc": ("hoc_sf_", "clipboard_file[2]"),
    "stdrun.hoc": (
        *("tobj", "tobj1", "pyobj", "tempobj", "nrnmainmenu_", "numericalmethodpanel", "movie_timer", "movierunbox"),
        *("cvode", "graphItem", "graphList[4]", "flush_list", "fast_flush_list"),
    ),
    "stdgui.hoc": ("tempobj2",),
    "pointman.hoc": ("tempobj",),
    "pointgrp.hoc": ("tempobj",),
    "electrod.hoc": ("tempobj",),
    "inserter.hoc": ("tempobj", "tempobj2"),
    "grapher.hoc": ("grapherlist", "temp_object_"),
    "vecwrap.hoc": ("tobj",),
    "import3d.hoc": ("nil", "tobj", "save_window_", "scene_vector_[1]", "ocbox_"),
}
"""Object variables by the file that declares them, with the length of arrays; the empty name is what is always there."""

MADE: dict[str, tuple[tuple[str, str], ...]] = {
    "stdlib.hoc": (("StringFunctions", "hoc_sf_"),),
    "stdrun.hoc": (
        ("CVode", "cvode"),
        ("Timer", "movie_timer"),
        *(("List", f"graphList[{k}]") for k in range(4)),
        ("List", "flush_list"),
        ("List", "fast_flush_list"),
    ),
    "grapher.hoc": (("List", "grapherlist"),),
    "nrngui.hoc": (("StringFunctions", ""), ("List", ""), ("List", ""), *(("Vector", ""),) * 3, ("PWManager", "")),
}
"""What a file makes when it is loaded: the class, and the variable that gets the object, empty for what it keeps to itself."""

ARGUMENTS = {"Timer": ("moviestep()",)}

MADE_LATER = {"numericalmethodpanel": "NumericalMethodPanel"}
"""Variables whose object is made when it is first looked at, with the class."""


class ObjectArray:
    """An array of objects at the top level: `h.graphList[0]`."""

    __slots__ = ("_items", "_name")

    def __init__(self, name: str, items: list[ObjectRef]) -> None:
        self._name, self._items = name, items

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Any]:
        return (item[0] for item in self._items)

    def __getitem__(self, index: Any) -> Any:
        return self._items[self._checked(index)][0]

    def __setitem__(self, index: Any, value: Any) -> None:
        self._items[self._checked(index)][0] = value

    def _checked(self, index: Any) -> int:
        position = index.__index__()
        if not 0 <= position < len(self._items):
            raise IndexError(self._name)
        return int(position)

    def __repr__(self) -> str:
        return f"{self._name}[?]"


class Interpreter(Protocol):
    """What the hoc interpreter does with the library's variables once it is there."""

    def take_over(self, name: str, content: Content) -> None:
        """Makes a variable of the library's a variable of hoc's."""

    def get(self, name: str) -> Any:
        """Returns a variable as Python sees it."""

    def set(self, name: str, value: Any) -> None:
        """Assigns a variable."""


class Variables:
    """The library's objects and strings in one session; hoc code may declare any of them anew."""

    def __init__(self) -> None:
        self._contents: dict[str, Content] = {}
        self._kept: list[Any] = []
        self._interpreter: Interpreter | None = None
        self._make: Callable[[str], type] | None = None
        self._declare(OBJECTS[""])

    def join(self, interpreter: Interpreter) -> None:
        """Hands all variables over to an interpreter, those of files loaded later too."""
        self._interpreter = interpreter
        for name, content in self._contents.items():
            interpreter.take_over(name, content)

    def load(self, file: str, make: Callable[[str], type]) -> None:
        """Declares what a file declares and makes what it makes; `make` returns a class by name."""
        self._make = make
        for name, text in STRINGS.get(file, {}).items():
            self._enter(name, StringRef(text))
        for name, number in NUMBERS.get(file, {}).items():
            self._enter(name, NumberRef(number))
        self._declare(OBJECTS.get(file, ()))
        for class_name, variable in MADE.get(file, ()):
            made = make(class_name)(*ARGUMENTS.get(class_name, ()))
            name, _, index = variable.rstrip("]").partition("[")
            if index:
                self.get(name)[int(index)] = made
            elif name:
                self.set(name, made)
            else:
                self._kept.append(made)

    def _declare(self, names: tuple[str, ...]) -> None:
        for declared in names:
            name, _, length = declared.rstrip("]").partition("[")
            self._enter(name, [ObjectRef(None) for _ in range(int(length))] if length else ObjectRef(None))

    def _enter(self, name: str, content: Content) -> None:
        if name not in self._contents:
            self._contents[name] = content
            if self._interpreter is not None:
                self._interpreter.take_over(name, content)

    def __contains__(self, name: str) -> bool:
        return name in self._contents

    def get(self, name: str) -> Any:
        """Returns a string, an object, None, or an array of objects."""
        value = self._content_of(name)
        if value is None and name in MADE_LATER and self._make is not None:
            # its template makes it
            self._make(MADE_LATER[name])
            value = self._content_of(name)
        return value

    def _content_of(self, name: str) -> Any:
        if self._interpreter is not None:
            return self._interpreter.get(name)
        content = self._contents[name]
        return ObjectArray(name, content) if isinstance(content, list) else content[0]

    def set(self, name: str, value: Any) -> None:
        """Writes a variable; raises what NEURON raises where the kind does not fit."""
        old = self._contents[name]
        if isinstance(old, StringRef) and not isinstance(value, str):
            raise TypeError(f"argument must be str, not {type(value).__name__}")
        if isinstance(old, list):
            raise IndexError(
                f"number of dimensions error:hoc_execerror: array dimension of {name} now 1 (at compile time it was 0)"
            )
        if self._interpreter is not None:
            self._interpreter.set(name, value)
        else:
            old[0] = value

    def reference(self, name: str) -> NumberRef | StringRef | None:
        """Returns a reference to a number or string, None for anything else."""
        content = self._contents.get(name)
        return content if isinstance(content, NumberRef | StringRef) else None


IMPLEMENTED.update(name for names in STRINGS.values() for name in names)
IMPLEMENTED.update(name for names in NUMBERS.values() for name in names)
IMPLEMENTED.update(name.partition("[")[0] for names in OBJECTS.values() for name in names)
