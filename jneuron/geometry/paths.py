"""Lengths along trees: distances between places, and the length constant."""

from __future__ import annotations

import math
from typing import NamedTuple

from jneuron.base.errors import HocError
from jneuron.geometry.segments import diameter
from jneuron.model.model import Model
from jneuron.model.section import SectionDecl

UNREACHABLE = 1e20
"""What NEURON gives as the distance between different trees."""

ZERO = 1e-11
"""hoc's float_epsilon: lambda_f takes what is smaller for zero."""


class Place(NamedTuple):
    """A slot of a section."""

    section: SectionDecl
    slot: int


def distance(one: Place, other: Place) -> float:
    """Returns the length of the path between two places [um], from node to node.

    Order: the partial sums run as NEURON's, which climbs from whichever section comes later in its order.
    """
    return distance_to(one, other.section, other.slot)


def distance_to(one: Place, b: SectionDecl, slot: int) -> float:
    """Returns the same as `distance` for a place given by section and slot."""
    a, along_a, along_b = one.section, _from_connected_end(one.section, one.slot), _from_connected_end(b, slot)

    # most measure from a section nearer to the root: then the other alone climbs
    total, section, along = 0.0, b, along_b
    while section is not a:
        if section.parent is None:
            return _distance_over_branching(a, along_a, b, along_b)
        total += along
        along = _start_of(section, section.parent)
        section = section.parent
    return total + abs(along_a - along)


def _distance_over_branching(a: SectionDecl, along_a: float, b: SectionDecl, along_b: float) -> float:
    total, depth_a, depth_b = 0.0, _depth(a), _depth(b)
    while a is not b:
        if depth_a > depth_b or (depth_a == depth_b and _comes_later(a, b)):
            if a.parent is None:
                return UNREACHABLE
            total, along_a = total + along_a, _start_of(a, a.parent)
            a, depth_a = a.parent, depth_a - 1
        else:
            if b.parent is None:
                return UNREACHABLE
            total, along_b = total + along_b, _start_of(b, b.parent)
            b, depth_b = b.parent, depth_b - 1
    return total + abs(along_a - along_b)


def lambda_f(model: Model, section: SectionDecl, frequency: float) -> float:
    """Returns the length constant for alternating current [um] of a section.

    Args:
        frequency: [Hz]

    Source: the AC length constant of a cylinder, 1e5 sqrt(d / (4 pi f Ra cm)) um, averaged over frusta.
    """
    middle = section.slot(0.5) - 1
    cm = model.value_in_segment(section, "capacitance", "cm", middle)
    points = section.points
    if len(points) < 2:
        diam = diameter(model, section, middle)
        return 1e10 if abs(cm) <= ZERO else 1e5 * math.sqrt(diam / (4.0 * math.pi * frequency * section.Ra * cm))
    if abs(cm) <= ZERO:
        return 1e10

    # length in units of the length constant, frustum by frustum
    units = 0.0
    arcs, diameters = points.arc, [abs(diam) for diam in points.diam]
    for i in range(1, len(arcs)):
        if diameters[i - 1] <= ZERO:
            raise HocError(f"lambda_f error: 0 diameter for 3d point {i - 1} of {section.full_name()}.")
        units += (arcs[i] - arcs[i - 1]) / math.sqrt(diameters[i - 1] + diameters[i])
    units *= math.sqrt(2.0) * 1e-5 * math.sqrt(4.0 * math.pi * frequency * section.Ra * cm)
    return section.L / units


def _from_connected_end(section: SectionDecl, slot: int) -> float:
    nseg, is_plain = section.nseg, section.child_x == 0.0
    length = section.L if section.length_of_points else section.length
    if 1 <= slot <= nseg:
        return length * (((slot - 1 if is_plain else nseg - slot) + 0.5) / nseg)
    return 0.0 if (slot == 0) == is_plain else length


def _start_of(section: SectionDecl, parent: SectionDecl) -> float:
    # where on its parent a section hangs, measured from the parent's connected end to the node there
    x, nseg = section.parent_x, parent.nseg
    length = parent.L if parent.length_of_points else parent.length
    if 0.0 < x < 1.0:
        segment = int(x * nseg)
        return length * (((segment if parent.child_x == 0.0 else nseg - 1 - segment) + 0.5) / nseg)
    return length if (x >= 1.0) == (parent.child_x == 0.0) else 0.0


def _depth(section: SectionDecl) -> int:
    depth = 0
    while section.parent is not None:
        section, depth = section.parent, depth + 1
    return depth


def _comes_later(a: SectionDecl, b: SectionDecl) -> bool:
    # of two sections at one depth, which NEURON's order of sections puts later
    while a.parent is not None and b.parent is not None and a.parent is not b.parent:
        a, b = a.parent, b.parent
    if a.parent is None or b.parent is None:
        return True
    siblings = a.parent.children
    return siblings.index(a) < siblings.index(b)
