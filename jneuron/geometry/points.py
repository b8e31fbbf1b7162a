"""Changes to 3-D points, with NEURON's arithmetic.

Coordinates are rounded to single precision when they are stored; so is the difference of two coordinates; the arc length
that follows from it is double. A change at point i works out the arc lengths from i on, and the section's length is the arc
length of the last point from then on. Diameters, areas and resistances follow when they are next needed.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from jneuron.model.model import Model
from jneuron.model.points import Points
from jneuron.model.section import SHORTEST, SectionDecl


def add_point(model: Model, section: SectionDecl, xyzd: Sequence[float]) -> None:
    """Appends one point x, y, z, diam [um]."""
    section.points.add(xyzd)
    section.length_of_points = True
    if not section.geometry_stale:
        model.mark_stale(section)
        model.changes.mark_geometry()


def set_points(model: Model, section: SectionDecl, xyzd: npt.ArrayLike) -> None:
    """Replaces all points. (point, 4) [um]"""
    new = np.asarray(xyzd, np.float32).reshape(-1, 4)
    section.points = points = Points()
    for column, values in zip((points.x, points.y, points.z, points.diam), new.T, strict=True):
        column.frombytes(values.tobytes())
    dx, dy, dz = np.diff(new[:, :3], axis=0).astype(np.float64).T
    arc = np.zeros(len(new))
    arc[1:] = np.cumsum(np.sqrt(dx * dx + dy * dy + dz * dz))
    points.arc.frombytes(arc.tobytes())
    _note(model, section)


def insert_point(model: Model, section: SectionDecl, index: int, xyzd: Sequence[float]) -> None:
    """Puts a point before the point at `index`; the number of points as `index` appends it."""
    points = section.points
    _check(index, len(points) + 1)
    for column, value in zip((points.x, points.y, points.z, points.diam), xyzd, strict=True):
        column.insert(index, value)
    points.arc.insert(index, 0.0)
    _measure(model, section, index)


def remove_point(model: Model, section: SectionDecl, index: int) -> None:
    """Takes one point out."""
    points = section.points
    _check(index, len(points))
    for column in (points.x, points.y, points.z, points.diam, points.arc):
        del column[index]
    _measure(model, section, index)


def change_point(model: Model, section: SectionDecl, index: int, xyzd: Sequence[float]) -> None:
    """Moves a point and gives it a diameter."""
    points = section.points
    _check(index, len(points))
    for column, value in zip((points.x, points.y, points.z, points.diam), xyzd, strict=True):
        column[index] = value
    _measure(model, section, index)


def change_point_diameter(model: Model, section: SectionDecl, index: int, diam: float) -> None:
    """Gives a point a diameter [um]."""
    _check(index, len(section.points))
    section.points.diam[index] = diam
    _note(model, section)


def clear_points(section: SectionDecl) -> None:
    """Takes all points out; length, diameters and areas stay as they are."""
    section.L, section.points = section.L, Points()


def set_style_point(section: SectionDecl, xyz: Sequence[float] | None) -> None:
    """Sets where the section's start is drawn apart from its first point, or with None takes that back (pt3dstyle)."""
    section.logical_connection = None if xyz is None else tuple(array("f", xyz))


def scale_to_length(section: SectionDecl, length: float) -> None:
    """Stretches the points about the first one so that the section becomes `length` long [um]."""
    points = section.points
    end = points.arc[-1]
    factor = length / end if end else length * math.inf
    for name in ("x", "y", "z"):
        column = getattr(points, name)
        start = column[0]
        setattr(points, name, array("f", [start + (value - start) * factor for value in column]))
    points.arc = array("d", [arc * factor for arc in points.arc])
    section.L = max(points.arc[-1], SHORTEST)


def diameters_from_segments(section: SectionDecl, diam: Sequence[float]) -> None:
    """Gives every point the diameter of the segment it lies in.

    Args:
        section: A section with 3-D points.
        diam: Diameters in order of x. [um] (nseg,)
    """
    points, nseg, length = section.points, section.nseg, section.L
    if nseg == 1:
        points.diam = array("f", [diam[0]]) * len(points)
        return
    slots = [section.slot(min(arc / length, 1.0)) for arc in points.arc]
    points.diam = array("f", [diam[min(max(slot, 1), nseg) - 1] for slot in slots])


def _check(index: int, end: int) -> None:
    if not 0 <= index < end:
        raise IndexError("Arg out of range")


def _measure(model: Model, section: SectionDecl, first: int) -> None:
    # arc lengths from the point `first` on
    section.points.measure(first)
    _note(model, section)


def _note(model: Model, section: SectionDecl) -> None:
    if len(section.points):
        section.L = max(section.points.arc[-1], SHORTEST)
    model.mark_stale(section)
    model.changes.mark_geometry()
