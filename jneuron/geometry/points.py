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
from jneuron.model.points import NO_POINTS, Points
from jneuron.model.section import SHORTEST, SectionDecl


def add_point(model: Model, section: SectionDecl, xyzd: Sequence[float]) -> None:
    """Appends x, y, z, diam of one point, or of several one after another [um]."""
    points = section.points
    if points.is_shared:
        points = section.points = points.copy()
    points.add(xyzd)
    section.length_of_points = True
    note_change(model, section)


def set_points(model: Model, section: SectionDecl, xyzd: npt.ArrayLike) -> None:
    """Replaces all points. (point, 4) [um]"""
    clear_points(section)
    new = array("f", np.asarray(xyzd, np.float32).tobytes())
    if new:
        section.points = Points(new)
    _note(model, section)


def insert_point(model: Model, section: SectionDecl, index: int, xyzd: Sequence[float]) -> None:
    """Puts a point before the point at `index`; the number of points as `index` appends it."""
    _check(index, len(section.points) + 1)
    own_points(section).insert(index, xyzd)
    _note(model, section)


def remove_point(model: Model, section: SectionDecl, index: int) -> None:
    """Takes one point out."""
    _check(index, len(section.points))
    if len(section.points) == 1:
        clear_points(section)
    else:
        own_points(section).remove(index)
    _note(model, section)


def change_point(model: Model, section: SectionDecl, index: int, xyzd: Sequence[float]) -> None:
    """Moves a point and gives it a diameter."""
    _check(index, len(section.points))
    own_points(section).change(index, xyzd)
    _note(model, section)


def change_point_diameter(model: Model, section: SectionDecl, index: int, diam: float) -> None:
    """Gives a point a diameter [um]."""
    _check(index, len(section.points))
    own_points(section).change_diameter(index, diam)
    _note(model, section)


def own_points(section: SectionDecl) -> Points:
    """Returns the points of a section for changing them."""
    if section.points.is_shared:
        section.points = section.points.copy()
    return section.points


def clear_points(section: SectionDecl) -> None:
    """Takes all points out; length, diameters and areas stay as they are."""
    section.L, section.points = section.L, NO_POINTS


def set_style_point(section: SectionDecl, xyz: Sequence[float] | None) -> None:
    """Sets where the section's start is drawn apart from its first point, or with None takes that back (pt3dstyle)."""
    section.logical_connection = None if xyz is None else tuple(array("f", xyz))


def scale_to_length(section: SectionDecl, length: float) -> None:
    """Stretches the points about the first one so that the section becomes `length` long [um]."""
    points = own_points(section)
    end = points.arc[-1]
    points.stretch(length / end if end else length * math.inf)
    section.L = max(points.arc[-1], SHORTEST)


def diameters_from_segments(section: SectionDecl, diam: Sequence[float]) -> None:
    """Gives every point the diameter of the segment it lies in.

    Args:
        section: A section with 3-D points.
        diam: Diameters in order of x. [um] (nseg,)
    """
    points, nseg = own_points(section), section.nseg
    if nseg == 1:
        points.diam = array("f", diam) * len(points)
        return
    length = section.L
    slots = [section.slot(min(arc / length, 1.0)) for arc in points.arc]
    points.diam = array("f", [diam[min(max(slot, 1), nseg) - 1] for slot in slots])


def _check(index: int, end: int) -> None:
    if not 0 <= index < end:
        raise IndexError("Arg out of range")


def _note(model: Model, section: SectionDecl) -> None:
    # the length of the last point is worked out when somebody asks
    section.length_of_points = section.points is not NO_POINTS or section.length_of_points
    note_change(model, section)


def note_change(model: Model, section: SectionDecl) -> None:
    """Notes that area and resistance of a section have changed, unless that is known or no program knows the section yet."""
    if section.plan is None and not section.geometry_stale:
        model.mark_stale(section)
        model.changes.mark_geometry()
