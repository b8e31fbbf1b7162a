"""What reads and writes one variable of sections: each name that code has gets functions of its own, made from a text.

They go straight to the columns where those are up to date (`Table.fresh`, `Table.open`) and the place lies inside the section;
everything else (the ends, what is not there, columns that lie elsewhere) goes the general way, `SectionSupport.value` and
`set_value`. Emitted code calls

    _r_v(section, x)           the value at x
    _d_v(declaration, x)       the same
    _c_v(declaration)          the value in the middle
    _w_v(declaration, x, value)  writes at x, everywhere where x is None; returns the value
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from jneuron.geometry.dimensions import set_diameter, set_length, set_rallbranch, set_resistivity
from jneuron.hoc.runtime.values import whole
from jneuron.ir.kinds import VariableKind
from jneuron.model.points import NO_POINTS
from jneuron.model.section import SectionDecl

if TYPE_CHECKING:
    from jneuron.hoc.runtime.sections import SectionSupport

DIMENSIONS = {
    "L": (set_length, "x is None", "decl.length = value"),
    "Ra": (set_resistivity, "x is None", "decl.Ra = value"),
    "rallbranch": (set_rallbranch, "x is None", "decl.rallbranch = value"),
    "diam": (set_diameter, "x is None", "decl.plan.own_values()['morphology', 'diam'] = value"),
    "nseg": (
        lambda model, section, value: model.set_nseg(section, whole(value)),
        "1.0 <= value <= 32767.0",
        "model.set_nseg(decl, int(value + 1e-11))",
    ),
}
"""What writes a number of a section, which values it takes, and what is enough while a section has neither rows nor points."""
GIVEN = {
    "_r_": ("section, ", "section.decl"),
    "_w_": ("decl, ", "decl"),
    "_d_": ("decl, ", "decl"),
    "_c_": ("decl, ", "decl"),
}
"""Beginnings of the functions' names: what they are given first, and the Python for the declaration."""


READ = """
def read({parameters}{x}):
    decl = {decl}
    plan = decl.plan
    if {inside}:
        try:
            if plan is not None:
                value = plan.values.get(({mechanism!r}, {column!r}), default)
                if type(value) is float and {mechanism!r} in plan.shape.mechanisms and {planned}:
                    return value
            elif {condition}:
                return fresh[{column!r}][{start} + {segment}]
        except KeyError:
            pass
    return general(decl, x)
"""
WRITE = """
def write({parameters}x, value):
    decl = {decl}
    plan = decl.plan
    try:
        if plan is not None:
            if {mechanism!r} not in plan.shape.mechanisms:
                pass
            elif x is None or (decl.nseg == 1 and 0.0 <= x <= 1.0):
                values = plan.values
                (values if type(values) is dict else plan.own_values())[{mechanism!r}, {column!r}] = value
                return value
            elif 0.0 <= x <= 1.0:
                plan.set_value({mechanism!r}, {column!r}, int(x * decl.nseg) if x < 1.0 else decl.nseg - 1, value)
                return value
        elif x is None:
            start, view = {start}, opened[{column!r}]
            if decl.nseg == 1:
                view[start] = value
            else:
                for row in range(start, start + decl.nseg):
                    view[row] = value
            return value
        elif 0.0 <= x <= 1.0:
            opened[{column!r}][{start} + (int(x * decl.nseg) if x < 1.0 else decl.nseg - 1)] = value
            return value
    except KeyError:
        pass
    general(decl, x, value)
    return value
"""
WRITE_VOLTAGE = """
def write({parameters}x, value):
    decl = {decl}
    if x is not None and 0.0 < x < 1.0 and decl.alive:
        row = decl.node_start + 1 + int(x * decl.nseg)
        if 'v' in opened:
            opened['v'][row] = value
            return value
    elif x is None and decl.alive:
        set_voltage(decl, value)
        return value
    general(decl, x, value)
    return value
"""
READ_FIELD = """
def read({parameters}x=0.5):
    decl = {decl}
    return {field} if {condition} else general(decl, x)
"""
WRITE_DIMENSION = """
def write({parameters}x, value):
    decl = {decl}
    if not {condition} or not decl.alive:
        general(decl, x, value)
    elif model.points_fixed:
        general(decl, x, value)
    elif decl.plan is None or decl.points is not none:
        put(model, decl, value)
    else:
        {enough}
    return value
"""
FIELDS = {
    "L": ("(decl.L if decl.length_of_points else decl.length)", "decl.alive"),
    "Ra": ("decl.Ra", "decl.alive"),
    "nseg": ("float(decl.nseg)", "decl.alive"),
    "rallbranch": ("float(decl.rallbranch)", "decl.alive"),
}
GENERAL_ONLY = "def access({parameters}*values):\n    return general({decl}, *values)\n"
GENERAL_READ = "def access({parameters}x=0.5):\n    return general({decl}, x)\n"


def accessor(support: SectionSupport, key: str) -> Callable[..., Any]:
    """Returns the function that code knows by a key such as `_r_v`."""
    kind, name = key[:3], key[3:]
    if kind == "_w_":
        text, own = _writer(support, name)
    else:
        text, own = _reader(support, name, in_middle=kind == "_c_")
    parameters, declaration = GIVEN[kind]
    text = text.replace("{parameters}", parameters).replace("{decl}", declaration)
    exec(text, own)
    return next(value for name, value in own.items() if name in ("read", "write", "access"))  # type: ignore[no-any-return]


def _filled(text: str, **parts: Any) -> str:
    # what is left open for `accessor`
    return text.format(parameters="{parameters}", decl="{decl}", **parts)


def _reader(support: SectionSupport, name: str, *, in_middle: bool) -> tuple[str, dict[str, Any]]:
    own: dict[str, Any] = {"general": lambda decl, x: support.value(decl, name, x, ())}
    if name in FIELDS:
        field, condition = FIELDS[name]
        return _filled(READ_FIELD, field=field, condition=condition), own
    place = _place(support, name)
    if place is None:
        return GENERAL_READ, own
    mechanism, column, start, condition = place
    tables = support.session.model.tables

    def general(decl: SectionDecl, x: float) -> Any:
        value = support.value(decl, name, x, ())
        if mechanism in tables:
            tables[mechanism].look(column)
            own["fresh"], own["default"] = tables[mechanism].fresh, tables[mechanism].defaults[column]
        return value

    own |= {"general": general, "fresh": {}, "default": None, "none": NO_POINTS}
    if in_middle:
        parts = {"x": "x=0.5", "inside": "True", "segment": "(decl.nseg >> 1)"}
    elif name == "v":
        # at the ends there are nodes of their own
        parts = {"x": "x", "inside": "0.0 < x < 1.0", "segment": "int(x * decl.nseg)"}
    else:
        parts = {"x": "x", "inside": "0.0 <= x <= 1.0", "segment": "(int(x * decl.nseg) if x < 1.0 else decl.nseg - 1)"}
    # diameters follow from 3-D points where there are any
    planned = "decl.points is none" if name == "diam" else "True"
    return _filled(READ, mechanism=mechanism, column=column, start=start, condition=condition, planned=planned, **parts), own


def _writer(support: SectionSupport, name: str) -> tuple[str, dict[str, Any]]:
    own: dict[str, Any] = {"dict": dict, "general": lambda decl, x, value: support.set_value(decl, name, x, (), value)}
    if name in DIMENSIONS:
        put, condition, enough = DIMENSIONS[name]
        own |= {"put": put, "model": support.session.model, "none": NO_POINTS}
        return _filled(WRITE_DIMENSION, condition=condition, enough=enough), own
    place = _place(support, name)
    if place is None:
        return GENERAL_ONLY, own
    mechanism, column, start, _ = place
    tables = support.session.model.tables

    def general(decl: SectionDecl, x: float | None, value: float) -> None:
        support.set_value(decl, name, x, (), value)
        # a value that was there before has not been written: steps made ahead stay worth something
        if mechanism in tables and column in tables[mechanism].dirty:
            tables[mechanism].open_up(column)
            own["opened"] = tables[mechanism].open

    own |= {"general": general, "opened": {}, "set_voltage": support.session.model.set_voltage}
    if name == "v":
        return _filled(WRITE_VOLTAGE), own
    return _filled(WRITE, mechanism=mechanism, column=column, start=start), own


def _place(support: SectionSupport, name: str) -> tuple[str, str, str, str] | None:
    """Returns table, column, the Python for the first segment's row, and what else has to hold; None for what has no column."""
    if name == "v":
        return "node", "v", "decl.node_start + 1", "decl.alive"
    if name == "diam":
        return "morphology", "diam", "decl.mechanisms['morphology']", "not decl.geometry_stale"
    variable = support.session.interface.names.find(name)
    if variable is None or variable.length or variable.kind is VariableKind.POINTER:
        return None
    return variable.mechanism, variable.column, f"decl.mechanisms[{variable.mechanism!r}]", "True"
