"""Area, axial resistance and diameter of segments, worked out when somebody needs them.

A segment of length dx and diameter d has the area pi d dx; from its centre to either end the axial resistance is
0.01 Ra (dx / 2) / (pi d^2 / 4) [MOhm] with Ra in Ohm cm and lengths in um. The `ri` of a node is that of its own half plus
that of its neighbour's half; the last node of a section, of zero area, has its neighbour's half only. The first node of a
section never counts a half of the parent's: a branch hangs on the parent's node without resistance. With 3-D points the same
quantities are integrals over frusta (`jneuron.geometry.frusta`).

Results lie in the tables: "node".area and "node".ri, in the rows of the section's own nodes, and "morphology".diam. A
section's `geometry_stale` says that they are out of date.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from jneuron.base.errors import HocError
from jneuron.geometry.frusta import integrate, join_points
from jneuron.ir.cable import OPEN_RI, ZERO_AREA
from jneuron.model.model import Model
from jneuron.model.section import SectionDecl

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]


class SegmentShape(NamedTuple):
    """Segments of many sections one after another, each section from its connected end on.

    Attributes:
        area: Of each segment. [um2] (segment,)
        near: Axial resistance from the centre towards the connected end. [MOhm] (segment,)
        far: Axial resistance from the centre away from it. [MOhm] (segment,)
    """

    area: Floats
    near: Floats
    far: Floats


def refresh(model: Model, section: SectionDecl) -> None:
    """Brings area, ri and diam of one section up to date."""
    if not section.geometry_stale:
        return
    measure(model, [section])
    # who asks for one section asks for the next one soon: many cost little more than one
    others = _thick_cylinders(model)
    if others:
        _measure_cylinders(model, others)


def diameter(model: Model, section: SectionDecl, segment: int) -> float:
    """Returns the diameter of a segment counted from 0 [um]; a section without points is worked out where it is refused."""
    if section.geometry_stale and len(section.points) >= 2:
        refresh(model, section)
    diam = model.value_in_segment(section, "morphology", "diam", segment)
    if diam <= 0.0:
        refresh(model, section)
    return diam


def _thick_cylinders(model: Model) -> list[SectionDecl]:
    """Returns the stale sections without 3-D points whose diameters are all above 0, of those that have rows.

    What it passes over has to be asked for by itself, so that nothing is looked through twice.
    """
    cylinders = [section for section in model.stale_sections if section.plan is None and len(section.points) < 2]
    model.stale_sections = {section: None for section in model.waiting.sections if section.geometry_stale}
    if not cylinders:
        return []
    nseg = np.array([section.nseg for section in cylinders], np.int64)
    rows = _segment_rows(cylinders, nseg)
    diam = model.tables["morphology"].column("diam")[rows]
    least = np.minimum.reduceat(diam, np.cumsum(nseg) - nseg)
    return [section for section, d in zip(cylinders, least.tolist(), strict=True) if d > 0.0]


def measure(model: Model, sections: Sequence[SectionDecl]) -> None:
    """Works out area and ri, and from 3-D points diam, of the sections, stale or not."""
    cylinders = [section for section in sections if len(section.points) < 2]
    if cylinders:
        _measure_cylinders(model, cylinders)
    drawn = [section for section in sections if len(section.points) >= 2]
    if drawn:
        _measure_drawn(model, drawn)


def _measure_cylinders(model: Model, sections: Sequence[SectionDecl]) -> None:
    nseg = np.array([section.nseg for section in sections], np.int64)
    rows = _segment_rows(sections, nseg)
    diam = model.tables["morphology"].column("diam")[rows]
    _refuse_thin(model, sections, nseg, diam)
    shape = cylinder_shape(
        nseg,
        length=np.array([section.L for section in sections]),
        resistivity=np.array([section.Ra for section in sections]),
        diam=diam,
    )
    _write(model, sections, nseg, shape)


def _measure_drawn(model: Model, sections: Sequence[SectionDecl]) -> None:
    nseg = np.array([section.nseg for section in sections], np.int64)
    sums = integrate(join_points([section.points for section in sections], nseg))
    resistivity = np.repeat([section.Ra for section in sections], nseg)
    shape = SegmentShape(
        area=sums.area + sums.n_spine * model.spine_area,
        near=sums.near * resistivity / np.pi * (4.0 * 0.01),
        far=sums.far * resistivity / np.pi * (4.0 * 0.01),
    )
    _write(model, sections, nseg, shape)

    # a diameter that rounding alone has changed is left as it was
    rows = _segment_rows(sections, nseg)
    diam = model.tables["morphology"].edit("diam")
    changed = (np.abs(sums.diam - diam[rows]) > 1e-9) | (sums.diam < 1e-5)
    diam[rows[changed]] = sums.diam[changed]


def cylinder_shape(nseg: Integers, *, length: Floats, resistivity: Floats, diam: Floats) -> SegmentShape:
    """Returns the segments of sections without 3-D points.

    Args:
        nseg: Segments of each section. (section,)
        length: [um] (section,)
        resistivity: Ra. [Ohm cm] (section,)
        diam: [um] (segment,)
    """
    dx = np.repeat(length / nseg, nseg)
    half = 1e-2 * np.repeat(resistivity, nseg) * (dx / 2) / (np.pi * diam * diam / 4.0)
    return SegmentShape(area=np.pi * diam * dx, near=half, far=half)


def _segment_rows(sections: Sequence[SectionDecl], nseg: Integers) -> Integers:
    # rows of the segments in the table of diameters
    return _rows([s.mechanisms["morphology"] for s in sections], nseg, [s.child_x == 1.0 for s in sections])


def _rows(starts: Sequence[int], nseg: Integers, reverse: Sequence[bool]) -> Integers:
    # rows of the segments of each section, from its connected end on
    step = np.arange(nseg.sum()) - np.repeat(np.cumsum(nseg) - nseg, nseg)
    backwards = np.repeat(np.array(reverse, bool), nseg)
    return np.repeat(np.array(starts, np.int64), nseg) + np.where(backwards, np.repeat(nseg, nseg) - 1 - step, step)


def _refuse_thin(model: Model, sections: Sequence[SectionDecl], nseg: Integers, diam: Floats) -> None:
    thin = diam <= 0.0
    if not thin.any():
        return
    # as in NEURON the diameter is mended, so that the next attempt succeeds
    section = sections[int(np.searchsorted(np.cumsum(nseg), np.flatnonzero(thin)[0], side="right"))]
    start = section.mechanisms["morphology"]
    values = model.tables["morphology"].edit("diam")[start : start + section.nseg]
    values[values <= 0.0] = 1e-6
    raise HocError(f"hoc_execerror: {section.full_name()} diameter diam = 0. Setting to 1e-6")


def _write(model: Model, sections: Sequence[SectionDecl], nseg: Integers, shape: SegmentShape) -> None:
    n_node = nseg + 1
    first = np.cumsum(n_node) - n_node
    last = first + nseg
    is_segment = np.ones(int(n_node.sum()), bool)
    is_segment[last] = False

    # a node's resistance: the far half of its neighbour plus its own near half
    near = np.zeros(len(is_segment))
    near[is_segment] = shape.near
    far = np.zeros(len(is_segment))
    far[1:][is_segment[:-1]] = shape.far
    area = np.full(len(is_segment), ZERO_AREA)
    area[is_segment] = shape.area

    # nodes of a section occupy slots 1 .. nseg + 1 from a connected 0 end, nseg .. 0 from a connected 1 end
    reverse = [section.child_x == 1.0 for section in sections]
    starts = [section.node_start + (0 if back else 1) for section, back in zip(sections, reverse, strict=True)]
    rows = _rows(starts, n_node, reverse)
    model.tables["node"].edit("area")[rows] = area
    model.tables["node"].edit("ri")[rows] = 1.0 / (1.0 / (near + far))

    # the connected end is a node of its own in a root only
    ends = [section.node_start + (section.nseg + 1 if back else 0) for section, back in zip(sections, reverse, strict=True)]
    model.tables["node"].edit("area")[ends] = ZERO_AREA
    model.tables["node"].edit("ri")[ends] = OPEN_RI
    for section in sections:
        section.geometry_stale = False
        model.stale_sections.pop(section, None)
