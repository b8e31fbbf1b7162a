"""The volume of a segment, as `segment.volume()` gives it."""

from __future__ import annotations

import math

import numpy as np

from jneuron.geometry.segments import refresh
from jneuron.model.model import Model
from jneuron.model.section import SectionDecl


def segment_volume(model: Model, section: SectionDecl, slot: int) -> float:
    """Returns the volume of the segment at a slot [um3]; 0 at the ends.

    A segment of a section with 3-D points is made of frusta: pi h (d1^2 + d1 d2 + d2^2) / 12 each.
    """
    if not 1 <= slot <= section.nseg:
        return 0.0
    refresh(model, section)
    points = section.points
    if len(points) < 2:
        diam = float(model.tables["morphology"].column("diam")[section.mechanisms["morphology"] + slot - 1])
        return math.pi * diam * diam / 4.0 * (section.L / section.nseg)

    # the points inside the segment, and its two borders
    arc = np.frombuffer(points.arc, np.float64)
    diam_of_point = np.abs(np.frombuffer(points.diam, np.float32)).astype(float)
    step = section.L / section.nseg
    place = slot if section.child_x == 0.0 else section.nseg + 1 - slot
    low, high = (place - 1) * step, place * step
    inside = arc[(arc > low) & (arc < high)]
    cuts = np.concatenate([[low], inside, [high]])
    diam_at = np.interp(cuts, arc, diam_of_point)
    first, second = diam_at[:-1], diam_at[1:]
    return math.pi / 12.0 * sum((np.diff(cuts) * (first * first + first * second + second * second)).tolist())
