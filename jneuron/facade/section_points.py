"""The 3-D points of a section, as methods of Section."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jneuron.base.units import number
from jneuron.facade.implements import implements
from jneuron.geometry import points

OUT_OF_RANGE = "Arg out of range\n"


def attach(cls: type) -> None:
    """Makes the functions below methods of Section."""
    for method in METHODS:
        implements(f"Section.{method.__name__}")(method)
        setattr(cls, method.__name__, method)


def n3d(section: Any) -> int:
    """Returns the number of 3-D points."""
    return len(section.living().points)


def pt3dadd(section: Any, *arguments: Any) -> None:
    """Appends a point x, y, z, diam [um]."""
    decl = section.decl
    if not decl.alive:
        section.living()
    if len(arguments) != 4:
        _count(arguments, 4)
    try:
        points.add_point(section.session.model, decl, arguments)
    except TypeError:
        # quantities, or nonsense
        points.add_point(section.session.model, decl, [number(value, "um") for value in arguments])


def pt3dclear(section: Any, buffer: Any = 0) -> int:
    """Takes all points out; returns the size asked for."""
    decl = section.living()
    size = _integer(buffer)
    if size < 0:
        raise Exception(OUT_OF_RANGE)
    points.clear_points(decl)
    return size


def pt3dchange(section: Any, *arguments: Any) -> None:
    """Changes point i: `pt3dchange(i, x, y, z, diam)`, or its diameter: `pt3dchange(i, diam)`."""
    decl = section.living()
    model = section.session.model
    if len(arguments) == 2:
        index, diam = _integer(arguments[0]), number(arguments[1], "um")
        _in_range(lambda: points.change_point_diameter(model, decl, index, diam))
        return
    _count(arguments, 5)
    index, xyzd = _integer(arguments[0]), [number(value, "um") for value in arguments[1:]]
    _in_range(lambda: points.change_point(model, decl, index, xyzd))


def pt3dinsert(section: Any, *arguments: Any) -> None:
    """Puts a point before point i: `pt3dinsert(i, x, y, z, diam)`."""
    decl = section.living()
    _count(arguments, 5)
    index, xyzd = _integer(arguments[0]), [number(value, "um") for value in arguments[1:]]
    _in_range(lambda: points.insert_point(section.session.model, decl, index, xyzd))


def pt3dremove(section: Any, *arguments: Any) -> None:
    """Takes point i out."""
    decl = section.living()
    _count(arguments, 1)
    index = _integer(arguments[0])
    _in_range(lambda: points.remove_point(section.session.model, decl, index))


def pt3dstyle(section: Any, *arguments: Any) -> bool:
    """Sets or takes back (`pt3dstyle(0)`) a start drawn apart from the first point; tells whether there is one."""
    decl = section.living()
    if len(arguments) == 1:
        _integer(arguments[0])
        points.set_style_point(decl, None)
    elif arguments:
        _count(arguments, 4)
        points.set_style_point(decl, [number(value, "um") for value in arguments[1:]])
    return decl.logical_connection is not None


def x3d(section: Any, *arguments: Any) -> float:
    """Returns x of point i [um]."""
    return _element(section, "x", arguments)


def y3d(section: Any, *arguments: Any) -> float:
    """Returns y of point i [um]."""
    return _element(section, "y", arguments)


def z3d(section: Any, *arguments: Any) -> float:
    """Returns z of point i [um]."""
    return _element(section, "z", arguments)


def arc3d(section: Any, *arguments: Any) -> float:
    """Returns the distance of point i from the first point along the section [um]."""
    return _element(section, "arc", arguments)


def diam3d(section: Any, *arguments: Any) -> float:
    """Returns the diameter at point i [um]."""
    return abs(_element(section, "diam", arguments))


def spine3d(section: Any, *arguments: Any) -> bool:
    """Tells whether point i bears a spine."""
    return _element(section, "diam", arguments) < 0.0


METHODS: tuple[Callable[..., Any], ...] = (
    *(n3d, pt3dadd, pt3dclear, pt3dchange, pt3dinsert, pt3dremove, pt3dstyle),
    *(x3d, y3d, z3d, arc3d, diam3d, spine3d),
)


def _element(section: Any, column: str, arguments: tuple[Any, ...]) -> float:
    decl = section.living()
    _count(arguments, 1)
    index = _integer(arguments[0])
    if not 0 <= index < len(decl.points):
        raise Exception(OUT_OF_RANGE)
    value: float = decl.points.element(column, index)
    return value


def _in_range(change: Callable[[], None]) -> None:
    try:
        change()
    except IndexError:
        raise Exception(OUT_OF_RANGE) from None


def _count(arguments: tuple[Any, ...], expected: int) -> None:
    if len(arguments) != expected:
        plural = "" if expected == 1 else "s"
        raise TypeError(f"function takes exactly {expected} argument{plural} ({len(arguments)} given)")


def _integer(value: Any) -> int:
    if not hasattr(value, "__index__"):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return int(value)
