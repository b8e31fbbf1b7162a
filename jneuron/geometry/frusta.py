"""Area, axial resistance and mean diameter of segments as integrals over the frusta between 3-D points.

Points, and the borders between halves of segments, cut a section into pieces whose diameter runs linearly from d1 to d2 over
the length h. With s the slant height, s^2 = h^2 + ((d2 - d1) / 2)^2, a piece has

    area         pi (d1 + d2) / 2 s
    resistance   0.04 Ra h / (pi d1 d2)        [MOhm]
    diameter     (d1 + d2) / 2, weighted with h / dx

Sums run in order along the section, as NEURON adds them up. Pieces shorter than 1e-15 um count as that long.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from jneuron.model.points import Points

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

SHORTEST_PIECE = 1e-15


class Profile(NamedTuple):
    """The diameter along many sections, one after another.

    Attributes:
        nseg: Segments of each section. (section,)
        first_point: First point of each section. (section,)
        n_point: Points of each section, at least two. (section,)
        arc: Distance from the connected end. [um] (point,)
        diam: Diameter. [um] (point,)
        has_spine: Whether the point bears a spine. (point,)
    """

    nseg: Integers
    first_point: Integers
    n_point: Integers
    arc: Floats
    diam: Floats
    has_spine: npt.NDArray[np.bool_]


class FrustumSums(NamedTuple):
    """What is integrated, each section from its connected end on.

    Attributes:
        diam: Mean diameter; NaN where a section has no length. [um] (segment,)
        area: Without spines. [um2] (segment,)
        n_spine: Spines on each segment. (segment,)
        near, far: Sum of h / (d1 d2) over the near and the far half of the segment. [1/um] (segment,)
    """

    diam: Floats
    area: Floats
    n_spine: Integers
    near: Floats
    far: Floats


def join_points(points: Sequence[Points], nseg: Integers) -> Profile:
    """Returns the diameter along sections that have two or more points each."""
    count = np.array([len(p) for p in points], np.int64)
    single = np.concatenate([np.frombuffer(p.diam, np.float32) for p in points])
    return Profile(
        nseg=nseg,
        first_point=np.cumsum(count) - count,
        n_point=count,
        arc=np.concatenate([np.frombuffer(p.arc, np.float64) for p in points]),
        diam=np.abs(single).astype(np.float64),
        has_spine=single < 0.0,
    )


def integrate(profile: Profile) -> FrustumSums:
    """Integrates over every segment."""
    n_half = int(2 * profile.nseg.sum())
    dx = np.repeat(profile.arc[profile.first_point + profile.n_point - 1] / profile.nseg, profile.nseg)
    border = _borders(profile, dx)
    place = _place_points(profile, border)
    start, end = _pieces(profile, border, place)

    # integrals over each piece
    (x1, y1), (x2, y2) = start, end
    length = x2 - x1
    diam = (y2 + y1) * length
    length = np.where(length < SHORTEST_PIECE, SHORTEST_PIECE, length)
    conductance = y2 * y1 / length
    resistance = 1.0 / np.where(conductance == 0.0, SHORTEST_PIECE, conductance)
    rise = 0.5 * (y2 - y1)
    area = (y2 + y1) * np.sqrt(length * length + rise * rise)

    # summed over halves and segments in order of x
    half = place.half_of_piece
    per_half = _sums(half, resistance, n_half)
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = _sums(half // 2, diam, n_half // 2) * (0.5 / dx)
    return FrustumSums(
        diam=mean,
        area=_sums(half // 2, area, n_half // 2) * 0.5 * np.pi,
        n_spine=place.n_spine,
        near=per_half[0::2],
        far=per_half[1::2],
    )


def _sums(place: Integers, values: Floats, n_place: int) -> Floats:
    # bincount adds in order of the values
    return np.bincount(place, values, n_place).astype(np.float64)


class _Placement(NamedTuple):
    # where points lie among the borders of halves
    inner: Integers  # the points between the first and the last one that end a piece
    piece_of_inner: Integers
    piece_of_border: Integers
    point_before_border: Integers
    half_of_piece: Integers
    n_spine: Integers


def _borders(profile: Profile, dx: Floats) -> Floats:
    # the far border of each half segment: two additions of half a segment, as NEURON rounds them
    index = np.arange(len(dx)) - np.repeat(np.cumsum(profile.nseg) - profile.nseg, profile.nseg)
    middle = index * dx + dx / 2.0
    return np.stack([middle, middle + dx / 2.0], axis=1).ravel()


def _place_points(profile: Profile, border: Floats) -> _Placement:
    # the half in which each point lies, counted along all sections
    n_half = len(border)
    first_half = np.cumsum(2 * profile.nseg) - 2 * profile.nseg
    last_half = first_half + 2 * profile.nseg
    half_of_point = np.empty(len(profile.arc), np.int64)
    end_point = profile.first_point + profile.n_point
    spans = np.column_stack([profile.first_point, end_point, first_half, last_half])
    for point, end, half, stop in spans.tolist():
        half_of_point[point:end] = border[half:stop].searchsorted(profile.arc[point:end]) + half

    # the first and the last point of a section end no piece, nor does one that rounding puts beyond the last border
    ends_piece = half_of_point < np.repeat(last_half, profile.n_point)
    ends_piece[profile.first_point] = ends_piece[end_point - 1] = False
    inner = np.flatnonzero(ends_piece)
    half_of_inner = half_of_point[inner]

    # pieces in order: within a half the points, then its border
    before = np.cumsum(np.bincount(half_of_inner, minlength=n_half))
    section_of_half = np.repeat(np.arange(len(profile.nseg)), 2 * profile.nseg)
    before_section = np.concatenate([[0], before])[first_half]
    piece_of_inner = np.arange(len(inner)) + half_of_inner
    piece_of_border = before + np.arange(n_half)
    half_of_piece = np.empty(len(inner) + n_half, np.int64)
    half_of_piece[piece_of_inner] = half_of_inner
    half_of_piece[piece_of_border] = np.arange(n_half)
    return _Placement(
        inner=inner,
        piece_of_inner=piece_of_inner,
        piece_of_border=piece_of_border,
        point_before_border=profile.first_point[section_of_half] + before - before_section[section_of_half],
        half_of_piece=half_of_piece,
        n_spine=_count_spines(profile, border, first_half),
    )


def _count_spines(profile: Profile, border: Floats, first_half: Integers) -> Integers:
    # a spine on a border belongs to the half that begins there, one on the last point to the last half
    n_spine = np.zeros(len(border), np.int64)
    section_of_point = np.repeat(np.arange(len(profile.nseg)), profile.n_point)
    for point in np.flatnonzero(profile.has_spine):
        section = section_of_point[point]
        borders = border[first_half[section] : first_half[section] + 2 * profile.nseg[section]]
        half = int(borders.searchsorted(profile.arc[point], side="right"))
        is_last = point == profile.first_point[section] + profile.n_point[section] - 1
        if is_last:
            n_spine[first_half[section] + len(borders) - 1] += 1
        elif half < len(borders):
            n_spine[first_half[section] + half] += 1
    per_segment: Integers = n_spine[0::2] + n_spine[1::2]
    return per_segment


def _pieces(profile: Profile, border: Floats, place: _Placement) -> tuple[tuple[Floats, Floats], tuple[Floats, Floats]]:
    # arc and diameter where each piece starts and ends
    j = place.point_before_border
    gap = profile.arc[j + 1] - profile.arc[j]
    with np.errstate(divide="ignore", invalid="ignore"):
        fraction = np.where(np.abs(gap) < 1e-10, 1.0, (border - profile.arc[j]) / gap)
    x2, y2 = np.empty(len(place.half_of_piece)), np.empty(len(place.half_of_piece))
    x2[place.piece_of_inner], y2[place.piece_of_inner] = profile.arc[place.inner], profile.diam[place.inner]
    x2[place.piece_of_border] = border
    y2[place.piece_of_border] = (1.0 - fraction) * profile.diam[j] + fraction * profile.diam[j + 1]

    # a piece starts where the one before it ends, the first of a section at its first point
    x1, y1 = np.concatenate([[0.0], x2[:-1]]), np.concatenate([[0.0], y2[:-1]])
    first_half = np.cumsum(2 * profile.nseg) - 2 * profile.nseg
    first_piece = np.concatenate([[0], place.piece_of_border + 1])[first_half]
    x1[first_piece], y1[first_piece] = profile.arc[profile.first_point], profile.diam[profile.first_point]
    return (x1, y1), (x2, y2)
