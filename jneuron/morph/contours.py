"""From outlines of a soma to a centre line with diameters.

One outline: the points, spread evenly along it, have a major axis (the eigenvector of the greatest eigenvalue of their second
moments) and a minor one in the xy plane. The outline's two sides, made convex, are functions of the place along the major
axis; their distance at 21 places is the diameter there. Several outlines, one above another: each becomes one point, with the
mean of two estimates of its radius, from the perimeter and from the distance to its centre.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from jneuron.base.errors import HocError
from jneuron.morph.eigen import symmetric_eigen
from jneuron.morph.imported import Floats, Piece

EPSILON = 1e-11
"""hoc compares numbers to within this."""

N_SAMPLE = 101
N_SLICE = 20


@dataclass(frozen=True, eq=False, slots=True)
class SpreadOutline:
    """An outline as points at equal distances along it.

    Attributes:
        xyz: (101, 3) [um]
        centre: Their mean. (3,) [um]
    """

    xyz: Floats
    centre: Floats


def spread(xyz: Floats) -> SpreadOutline:
    """Returns an outline's points spread along it from the first to the last; lengths are taken in the xy plane.

    Args:
        xyz: (point, 3) [um]
    """
    steps = np.diff(xyz[:, :2], axis=0)
    along = np.concatenate([[0.0], np.cumsum(np.sqrt((steps * steps).sum(axis=1)))])
    places = np.arange(N_SAMPLE) * (along[-1] / (N_SAMPLE - 1))
    samples = np.column_stack([_interpolate(places, along, column) for column in xyz.T])
    return SpreadOutline(samples, np.cumsum(samples, axis=0)[-1] / N_SAMPLE)


def centre_line(piece: Piece) -> Floats:
    """Returns x, y, z, diam of the centre line of an outline or a stack of them. (point, 4) [um]"""
    if piece.contours:
        return np.array([_circle(contour.xyz) for contour in (piece, *piece.contours)])
    return _slices(spread(piece.xyz))


def stack_centre(piece: Piece) -> Floats:
    """Returns the middle of the line through the centres of a stack of outlines. (3,) [um]"""
    centres = np.array([spread(contour.xyz).centre for contour in (piece, *piece.contours)])
    steps = np.sqrt((np.diff(centres, axis=0) ** 2).sum(axis=1))
    along = np.concatenate([[0.0], np.cumsum(steps)])
    half = along[-1] / 2.0
    if half == 0.0:
        first: Floats = centres[0]
        return first
    i = int(np.argmax(along > half))
    share = (half - along[i - 1]) / (along[i] - along[i - 1])
    middle: Floats = share * centres[i] + (1.0 - share) * centres[i - 1]
    return middle


def _circle(xyz: Floats) -> Floats:
    outline = spread(xyz)
    edges = np.roll(xyz, -1, axis=0) - xyz
    perimeter = np.cumsum(np.sqrt((edges * edges).sum(axis=1)))[-1]
    offset = outline.xyz - outline.centre
    radius = np.cumsum(np.sqrt((offset * offset).sum(axis=1)))[-1] / N_SAMPLE
    return np.array([*outline.centre, radius + perimeter / (2.0 * np.pi)])


def _slices(outline: SpreadOutline) -> Floats:
    points = outline.xyz - outline.centre
    major, minor = _axes(points)

    # place along the major axis and distance from it, beginning at the far end
    place, distance = _project(points, major), _project(points, minor)
    first = int(np.argmax(place))
    place, distance = np.roll(place, -first), np.roll(distance, -first)
    last = int(np.argmin(place))

    # the two sides, from the near end to the far one
    one = _convex(place[:last][::-1], distance[:last][::-1])
    other = _convex(place[last:], distance[last:])
    ends = np.sort(np.concatenate([one[0], other[0]]))
    low, high = ends[1], ends[-2]
    places = low + np.arange(N_SLICE + 1) * ((high - low) / N_SLICE)
    diam = np.abs(_interpolate(places, *one) - _interpolate(places, *other))

    # no end without width
    diam[0] = (diam[0] + diam[1]) / 2.0
    diam[-1] = (diam[-1] + diam[-2]) / 2.0
    return np.column_stack([outline.centre + places[:, None] * major, diam])


def _project(points: Floats, axis: Floats) -> Floats:
    along: Floats = points[:, 0] * axis[0] + points[:, 1] * axis[1] + points[:, 2] * axis[2]
    return along


def _axes(points: Floats) -> tuple[Floats, Floats]:
    # sums in order, so that symmetric outlines are cut where NEURON cuts them
    moments = np.array([[np.cumsum(one * other)[-1] for other in points.T] for one in points.T])
    pairs = symmetric_eigen(moments)
    values, vectors = pairs.values, pairs.vectors
    major = vectors[:, np.argmax(values)]
    # its direction is a convention: the greatest component is positive
    if major[np.argmax(np.abs(major))] < 0.0:
        major = -major
    minor = vectors[:, 3 - int(np.argmax(values)) - int(np.argmin(values))].copy()
    minor[2] = 0.0
    size = np.sqrt(minor[0] * minor[0] + minor[1] * minor[1])
    if size < 1e-6:
        raise HocError("Failed to compute soma centroid from contour.")
    return major, minor / size


def _convex(place: Floats, distance: Floats) -> tuple[Floats, Floats]:
    # take out points where the side turns back
    places, distances = place.tolist(), distance.tolist()
    j = len(places) - 1
    while j > 0:
        if places[j] <= places[j - 1] + EPSILON:
            del places[j], distances[j]
            if j != len(places):
                j += 1
        j -= 1
    return np.array(places), np.array(distances)


def _interpolate(places: Floats, along: Floats, values: Floats) -> Floats:
    # linear; the first and the last value beyond the ends
    i = np.clip(np.searchsorted(along, places, side="left"), 1, len(along) - 1)
    gap = along[i] - along[i - 1]
    share = (places - along[i - 1]) / np.where(gap == 0.0, 1.0, gap)
    inside = share * values[i] + (1.0 - share) * values[i - 1]
    return np.where(places <= along[0], values[0], np.where(places >= along[-1], values[-1], inside))
