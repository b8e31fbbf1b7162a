"""Attributes of NEURON's own objects in the form in which emitted code reaches them: straight to what holds the value."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any

from jneuron.facade.calls import HocMethodsObject
from jneuron.facade.objects import HocObject
from jneuron.facade.point_process import PointProcess
from jneuron.model.table import Table


def quick_number(cls: type, name: str) -> property | None:
    """Returns what reads a number of the objects of a class, or None where only the attribute itself can tell."""
    if not issubclass(cls, PointProcess):
        found = inspect.getattr_static(cls, name, None)
        return found if isinstance(found, property) else None
    variable = cls.visible.get(name)
    if variable is None or variable.length:
        return None
    table, column = cls.session.model.tables[cls.hoc_name], variable.name
    fresh = table.fresh

    def read(process: PointProcess) -> float:
        decl = process.decl
        if decl.section is None:
            process._check_located()
        view = fresh[column] if column in fresh else table.look(column)
        return view[decl.row]  # type: ignore[no-any-return]

    return property(read)


def quick_writer(owner: Any, name: str) -> Callable[[Any, float], None] | None:
    """Returns what writes a number of an object and those of its class, or None where only the attribute itself can tell."""
    cls: Any = type(owner)
    if issubclass(cls, PointProcess):
        return _process_writer(cls, name)
    if getattr(cls, "hoc_name", "") == "NetCon" and name in CONNECTION_COLUMNS:
        return _connection_writer(cls, name)
    found = inspect.getattr_static(cls, name, None)
    if not isinstance(found, property) or found.fget is None or found.fset is None:
        return None
    if cls.__setattr__ is not HocMethodsObject.__setattr__:
        return None
    read, put = found.fget, found.fset

    def write(owner: Any, value: float) -> None:
        # a value that is there already is not written: steps made ahead stay worth something
        if read(owner) != value:
            put(owner, value)

    return write if type(read(owner)) is float else None


CONNECTION_COLUMNS = {
    "delay": ("netcon", "row"),
    "weight": ("weight", "weight_start"),
    "threshold": ("source", "source.row"),
}
"""Numbers of a NetCon: their table, and what has the row; the weights without an index stand for the first."""


def _connection_writer(cls: Any, name: str) -> Callable[[Any, float], None]:
    of_table, row = CONNECTION_COLUMNS[name]
    table, row_of = cls.session.model.tables[of_table], attrgetter(row)
    opened = table.open

    def write(netcon: Any, value: float) -> None:
        decl = netcon.decl
        if name == "weight" and not decl.n_weight:
            netcon.weight[0] = value
        elif name == "threshold" and decl.source is None:
            netcon.threshold = value
        elif name in opened:
            opened[name][row_of(decl)] = value
        else:
            write_changed(table, name, row_of(decl), value)

    return write


def write_changed(table: Table, column: str, row: int, value: float) -> None:
    """Writes a number of an object in a column that is not open yet.

    A value that is there already is not written where nobody else has written: steps made ahead stay worth something.
    """
    if column in table.dirty or (table.fresh[column] if column in table.fresh else table.look(column))[row] != value:
        table.open_up(column)[row] = value


def _process_writer(cls: type[PointProcess], name: str) -> Callable[[Any, float], None] | None:
    variable = cls.visible.get(name)
    if variable is None or variable.length or cls.__setattr__ is not PointProcess.__setattr__:
        return None
    table, column = cls.session.model.tables[cls.hoc_name], variable.name
    opened = table.open

    def write(process: PointProcess, value: float) -> None:
        decl = process.decl
        if decl.section is None:
            process._check_located()
        if column in opened:
            opened[column][decl.row] = value
        else:
            write_changed(table, column, decl.row, value)

    return write


def quick_method(cls: type, name: str) -> Callable[..., Any] | None:
    """Returns a form of a method that spares calls which are made often most of their way, or None."""
    make = QUICK.get((getattr(cls, "hoc_name", ""), name))
    return make(getattr(cls, name)) if make is not None else None


def _size(general: Callable[..., Any]) -> Callable[..., Any]:
    # arguments too many are no mistake
    return lambda vector, _first=None, _second=None: float(vector._buffer.size)


def _append_object(general: Callable[..., Any]) -> Callable[..., Any]:
    def append(objects: Any, *given: Any) -> Any:
        if len(given) == 1 and objects._living is None and isinstance(given[0], HocObject):
            objects._objects.append(given[0])
            return float(len(objects._objects))
        return general(objects, *given)

    return append


def _append(general: Callable[..., Any]) -> Callable[..., Any]:
    def append(vector: Any, *given: Any) -> Any:
        if len(given) == 1 and type(given[0]) is float:
            vector._buffer.append(given[0])
            return vector
        return general(vector, *given)

    return append


def _get(general: Callable[..., Any]) -> Callable[..., Any]:
    def get(vector: Any, *given: Any) -> Any:
        if len(given) == 1 and type(given[0]) is float:
            buffer, place = vector._buffer, int(given[0])
            if given[0] >= 0.0 and place < buffer.size:
                return buffer.memory[place]
        return general(vector, *given)

    return get


def _object(general: Callable[..., Any]) -> Callable[..., Any]:
    def item(objects: Any, index: Any = None, _more: Any = None) -> Any:
        # the list's own objects: none where it shows what lives
        if type(index) is float and 0.0 <= index < len(objects._objects):
            return objects._objects[int(index)]
        return general(objects) if index is None else general(objects, index)

    return item


def _count(general: Callable[..., Any]) -> Callable[..., Any]:
    return lambda objects, _first=None, _second=None: float(len(objects))


def _append_section(general: Callable[..., Any]) -> Callable[..., Any]:
    def append(sections: Any, *given: Any) -> Any:
        stack = sections.session.section_stack
        if given or not stack or not stack[-1].alive:
            return general(sections, *given)
        sections._sections.append(stack[-1])
        return 1.0

    return append


def _repick(general: Callable[..., Any]) -> Callable[..., Any]:
    # arguments too many are no mistake
    return lambda random, *given: random._distribution.draw(random._stream)


QUICK: Mapping[tuple[str, str], Callable[[Callable[..., Any]], Callable[..., Any]]] = {
    ("Vector", "size"): _size,
    ("Vector", "append"): _append,
    ("Vector", "get"): _get,
    ("List", "append"): _append_object,
    ("List", "o"): _object,
    ("List", "object"): _object,
    ("List", "count"): _count,
    ("SectionList", "append"): _append_section,
    ("Random", "repick"): _repick,
}
"""By class and name: what makes the quick form of a method from the method itself."""
