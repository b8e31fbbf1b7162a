"""Setting L, diam, Ra and rallbranch, with what that does to 3-D points.

A section with 3-D points takes its length and its diameters from them. Setting L stretches the points about the first one;
setting a diameter gives each point the diameter of the segment it lies in, whereupon the segment's own diameter follows
from the points again and may differ from what was set. `pt3dconst(1)` (`Model.points_fixed`) makes L deaf, and lets a
diameter that is set last until the next discretisation.
"""

from __future__ import annotations

from jneuron.geometry.points import diameters_from_segments, note_change, scale_to_length
from jneuron.model.model import Model
from jneuron.model.points import NO_POINTS
from jneuron.model.section import SectionDecl


def set_length(model: Model, section: SectionDecl, length: float) -> None:
    """Sets L [um]."""
    if model.points_fixed:
        return
    section.length, section.length_of_points = length, False
    if section.points is not NO_POINTS:
        scale_to_length(section, length)
    note_change(model, section)


def set_diameter(model: Model, section: SectionDecl, diam: float) -> None:
    """Sets the diameter of all segments [um]."""
    model.set_in_section(section, "morphology", "diam", diam)
    _note_diameters(model, section)


def set_segment_diameter(model: Model, section: SectionDecl, slot: int, diam: float) -> None:
    """Sets the diameter of the segment at a slot [um]."""
    model.set_in_segment(section, "morphology", "diam", slot - 1, diam)
    if section.points is not NO_POINTS or not section.geometry_stale:
        _note_diameters(model, section)


def set_resistivity(model: Model, section: SectionDecl, resistivity: float) -> None:
    """Sets Ra [Ohm cm]."""
    section.Ra = resistivity
    note_change(model, section)


def set_rallbranch(model: Model, section: SectionDecl, branches: float) -> None:
    """Sets how many equal branches the section stands for."""
    section.rallbranch = branches
    note_change(model, section)


def _note_diameters(model: Model, section: SectionDecl) -> None:
    if model.points_fixed:
        model.changes.mark_geometry()
        return
    if section.points is not NO_POINTS:
        segments = range(section.nseg)
        diameters_from_segments(section, [model.value_in_segment(section, "morphology", "diam", i) for i in segments])
    note_change(model, section)
