"""The drawing NEURON makes up for sections without 3-D points (define_shape), and the moving of drawn ones.

Sections are taken in NEURON's order. A section without points becomes a straight line in the plane of its start: it goes on
in its parent's direction, at right angles from a place between the parent's ends, backwards from the parent's start; children
of one place fan out over 0.8 radians. A section with points is moved so that its first point, or its style point, lies
where it hangs on the parent; a root is left where it is. Coordinates and angles are single precision.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from jneuron.geometry.node_order import sections_of_tree
from jneuron.geometry.points import own_points, set_points
from jneuron.geometry.segments import measure
from jneuron.geometry.single_precision import atan2, cos, sin, single
from jneuron.model.model import Model
from jneuron.model.section import SectionDecl

TREE_DISTANCE = 100.0
FAN = 0.8


class _Start(NamedTuple):
    # where a section begins, and the direction it would go on in
    x: float
    y: float
    z: float
    dx: float
    dy: float


def define_shape(model: Model, report: Callable[[str], None]) -> None:
    """Gives every section 3-D points; `report` prints NEURON's remark about a parent that is seen end on."""
    sections = [section for root in model.roots() for section in sections_of_tree(root)]
    measure(model, sections)
    for i, section in enumerate(sections):
        start = _start(section, i)
        if len(section.points):
            if section.parent is not None and not model.points_fixed:
                _move(section, start)
            continue
        if abs(start.dy) < 1e-6 and abs(start.dx) < 1e-6:
            assert section.parent is not None
            report(f"nrn_define_shape: {section.parent.full_name()} first and last 3-d point at same (x,y)\n")
        _draw(model, section, start)


def _start(section: SectionDecl, index: int) -> _Start:
    parent = section.parent
    if parent is None:
        return _Start(0.0, 0.0, single(index * TREE_DISTANCE), 1.0, 0.0)
    # one column after another would be copied for its two ends
    first, last = parent.points.numbers[:3], parent.points.numbers[-4:-1]
    dx, dy = single(last[0] - first[0]), single(last[1] - first[1])
    along = parent.distance_of(section)
    if along < 0.5:
        dx, dy = -dx, -dy
    x, y, z = (single(b * along + a * (1.0 - along)) for a, b in zip(first, last, strict=True))
    return _Start(x, y, z, dx, dy)


def _angle(section: SectionDecl, start: _Start) -> float:
    seen_end_on = abs(start.dy) < 1e-6 and abs(start.dx) < 1e-6
    angle = 0.0 if seen_end_on else atan2(start.dy, start.dx)
    parent = section.parent
    if parent is None:
        return angle
    if 0.0 < section.parent_x < 1.0:
        angle = single(angle + math.pi / 2.0)

    # children of one place share the fan
    siblings = [child for child in parent.children[::-1] if child.parent_x == section.parent_x]
    if len(siblings) > 1:
        angle = single(angle + (siblings.index(section) / (len(siblings) - 1.0) * FAN - FAN / 2.0))
    return angle


def _draw(model: Model, section: SectionDecl, start: _Start) -> None:
    angle, length = _angle(section, start), section.L
    end_x = single(start.x + length * cos(angle))
    end_y = single(start.y + length * sin(angle))

    # the start, the middle of every segment, the end
    row = section.mechanisms["morphology"]
    diam = model.tables["morphology"].column("diam")[row : row + section.nseg]
    if section.child_x == 1.0:
        diam = diam[::-1]
    fraction = np.concatenate([[0.0], (np.arange(section.nseg) + 0.5) / section.nseg, [1.0]])
    x = start.x * (1.0 - fraction) + end_x * fraction
    y = start.y * (1.0 - fraction) + end_y * fraction
    z = np.full(len(fraction), start.z)
    set_points(model, section, np.stack([x, y, z, np.concatenate([diam[:1], diam, diam[-1:]])], axis=1))

    # rounding must not change the length
    section.points.arc[-1] = length
    section.L = length


def _move(section: SectionDecl, start: _Start) -> None:
    anchor = section.logical_connection or tuple(section.points.numbers[:3])
    if anchor == (start.x, start.y, start.z):
        return
    points = own_points(section)
    for name, target, origin in zip("xyz", (start.x, start.y, start.z), anchor, strict=True):
        shift = np.float32(target) - np.float32(origin)
        moved = np.frombuffer(getattr(points, name), np.float32) + shift
        setattr(points, name, array("f", moved.astype(np.float32).tobytes()))
