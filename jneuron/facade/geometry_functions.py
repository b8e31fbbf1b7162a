"""The functions of the top level that measure: distance, area, ri, and the 3-D points of the currently accessed section."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import numpy as np

from jneuron.facade.calls import OUT_OF_RANGE, Arguments, Refusal
from jneuron.facade.current_section import current_section
from jneuron.facade.functions import FUNCTIONS, Function, function
from jneuron.facade.implements import implements
from jneuron.facade.segment import Segment
from jneuron.geometry import define_shape, points
from jneuron.geometry.paths import Place, distance, lambda_f
from jneuron.geometry.segments import refresh
from jneuron.model.section import SectionDecl

NO_ORIGIN = "Distance origin not valid. Need to initialize origin with distance()"


def place_of(session: Any, given: Arguments, index: int, section: SectionDecl | None = None) -> Place:
    """Returns the place that an argument names: a segment, or x on the currently accessed section."""
    value = given.any(index)
    if isinstance(value, Segment):
        return Place(value.living(), value.slot)
    if given.is_number(index):
        where = section or current_section(session)
        return Place(where, where.slot(given.checked(index, 0.0, 1.0)))
    given.object(index)
    raise Refusal("not a Python nrn.Segment")


@function("distance")
def measure_distance(session: Any, given: Arguments) -> float:
    """Returns the length of the path between two segments, or from the origin set before [um].

    `distance(a(x), b(y))`; `distance()` or `distance(0, segment)` sets the origin, `distance(segment)` measures from it.
    """
    interface = session.interface
    if len(given.values) == 2 and isinstance(given.values[0], Segment):
        return distance(place_of(session, given, 0), place_of(session, given, 1))
    if not given.values:
        section = current_section(session)
        interface.distance_origin = Place(section, section.slot(0.0))
        return 0.0
    if len(given.values) > 2:
        raise Refusal(OUT_OF_RANGE)
    if len(given.values) == 2:
        if int(given.number(0)) == 0:
            interface.distance_origin = place_of(session, given, 1)
            return given.values[1].x if isinstance(given.values[1], Segment) else given.number(1)
        target = place_of(session, given, 1)
    else:
        target = place_of(session, given, 0)
    origin = interface.distance_origin
    if origin is None or not origin.section.alive:
        raise Refusal(NO_ORIGIN)
    return distance(origin, target)


def _slot_at(session: Any, given: Arguments) -> tuple[SectionDecl, int]:
    x = given.number(0)
    if not 0.0 <= x <= 1.0:
        raise Refusal("range variable domain is 0<=x<=1")
    section = current_section(session)
    refresh(session.model, section)
    return section, section.slot(x)


@function("area")
def area(session: Any, given: Arguments) -> float:
    """Returns the membrane area at x [um2]."""
    section, slot = _slot_at(session, given)
    if not 1 <= slot <= section.nseg:
        return 0.0
    return float(session.model.tables["node"].column("area")[section.node_start + slot])


@function("ri")
def ri(session: Any, given: Arguments) -> float:
    """Returns the axial resistance from x to the neighbour nearer to the root [MOhm]."""
    section, slot = _slot_at(session, given)
    return float(session.model.tables["node"].column("ri")[session.model.node_row(section, slot)])


@function("lambda_f", "stdlib.hoc")
def length_constant(session: Any, given: Arguments) -> float:
    """Returns the length constant at a frequency [Hz] of the currently accessed section [um]."""
    return lambda_f(session.model, current_section(session), given.number(0))


@function("define_shape")
def shape(session: Any, given: Arguments) -> float:
    """Gives every section 3-D points."""
    define_shape.define_shape(session.model, _print)
    return 1.0


def _print(text: str) -> None:
    print(text, end="")


# ---- 3-D points


@function("n3d")
def n3d(session: Any, given: Arguments) -> float:
    """Returns the number of 3-D points."""
    return float(len(current_section(session).points))


@function("pt3dadd")
def pt3dadd(session: Any, given: Arguments) -> float:
    """Appends a point x, y, z, diam [um], or replaces all points by those in four Vectors."""
    section = current_section(session)
    if len(given.values) == 4 and type(given.values[0]) is float:
        with suppress(TypeError):
            points.add_point(session.model, section, given.values)
            return 1.0
    if not given.is_object(0):
        points.add_point(session.model, section, [given.number(i) for i in range(4)])
        return 1.0
    columns = [np.asarray(given.of_class(i, "Vector"), float) for i in range(4)]
    if len({len(column) for column in columns}) > 1:
        raise Refusal("pt3dadd: the Vectors differ in size")
    points.set_points(session.model, section, np.column_stack(columns))
    return 1.0


@function("pt3dclear")
def pt3dclear(session: Any, given: Arguments) -> float:
    """Takes all points out; returns the size asked for."""
    size = given.checked(0, 0, 30000, 0.0)
    points.clear_points(current_section(session))
    return float(int(size))


@function("pt3dinsert")
def pt3dinsert(session: Any, given: Arguments) -> float:
    """Puts a point before point i."""
    section = current_section(session)
    index = int(given.checked(0, 0, len(section.points)))
    points.insert_point(session.model, section, index, [given.number(i) for i in range(1, 5)])
    return 0.0


@function("pt3dchange")
def pt3dchange(session: Any, given: Arguments) -> float:
    """Changes point i, or its diameter."""
    section = current_section(session)
    index = int(given.checked(0, 0, len(section.points) - 1))
    if len(given.values) == 2:
        points.change_point_diameter(session.model, section, index, given.number(1))
    else:
        points.change_point(session.model, section, index, [given.number(i) for i in range(1, 5)])
    return 0.0


@function("pt3dremove")
def pt3dremove(session: Any, given: Arguments) -> float:
    """Takes point i out."""
    section = current_section(session)
    points.remove_point(session.model, section, int(given.checked(0, 0, len(section.points) - 1)))
    return 0.0


@function("pt3dstyle")
def pt3dstyle(session: Any, given: Arguments) -> float:
    """Sets or takes back (`pt3dstyle(0)`) a start drawn apart from the first point; tells whether there is one."""
    section = current_section(session)
    if given.has(0):
        if given.number(0) == 0.0:
            points.set_style_point(section, None)
        else:
            points.set_style_point(section, [given.number(i) for i in range(1, 4)])
    return float(section.logical_connection is not None)


@function("pt3dconst")
def pt3dconst(session: Any, given: Arguments) -> float:
    """Sets whether L and diam leave 3-D points alone; returns what was set before."""
    before = float(session.model.points_fixed)
    if given.has(0):
        session.model.points_fixed = bool(given.checked(0, 0, 1))
    return before


@function("getSpineArea")
def spine_area(session: Any, given: Arguments) -> float:
    """Returns the area of a spine [um2]."""
    return float(session.model.spine_area)


@function("setSpineArea")
def set_spine_area(session: Any, given: Arguments) -> float:
    """Sets the area of a spine [um2]."""
    session.model.spine_area = given.number(0)
    session.model.changes.mark_geometry()
    for section in session.model.sections.values():
        session.model.mark_stale(section)
    return float(session.model.spine_area)


def _coordinate(name: str, column: str, convert: Callable[[float], float]) -> Callable[[Any, Arguments], float]:
    def get(session: Any, given: Arguments) -> float:
        section = current_section(session)
        index = int(given.number(0))
        if not 0 <= index < len(section.points):
            raise Refusal(OUT_OF_RANGE)
        return convert(section.points.element(column, index))

    get.__doc__ = f"Returns {name} of point i."
    return get


for _name, _column, _convert in (
    ("x3d", "x", float),
    ("y3d", "y", float),
    ("z3d", "z", float),
    ("arc3d", "arc", float),
    ("diam3d", "diam", abs),
    ("spine3d", "diam", lambda diam: float(diam < 0.0)),
):
    FUNCTIONS[_name] = Function(_name, implements(_name)(_coordinate(_name, _column, _convert)))
