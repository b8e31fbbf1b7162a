"""`h.GUIMath`: distances in single precision, as NEURON's windows work them out."""

from __future__ import annotations

import numpy as np

from jneuron.facade.calls import Arguments, attach
from jneuron.facade.windows.accepted import Window

NEAREST = 2
"""The rounding that NEURON runs with, by its number: to the nearest."""


class GUIMath(Window):
    """NEURON's GUIMath."""

    hoc_name = "GUIMath"
    __slots__ = ()


def _points(given: Arguments) -> np.ndarray:
    return np.array([[given.number(k), given.number(k + 1)] for k in (0, 2, 4)], np.float32)


def _distance(given: Arguments, *, within: bool) -> float:
    point, start, end = _points(given)
    along = end - start
    length = np.float32(along @ along)
    if not length:
        return float(np.sqrt(np.float32((point - start) @ (point - start))))
    place = np.float32((point - start) @ along) / length
    if within:
        place = np.clip(place, np.float32(0.0), np.float32(1.0))
    away = point - (start + place * along)
    return float(np.sqrt(np.float32(away @ away)))


def _d2line(maths: GUIMath, given: Arguments) -> float:
    """`d2line(x, y, x1, y1, x2, y2)`: returns the distance of a point from the line through two points."""
    return _distance(given, within=False)


def _d2line_seg(maths: GUIMath, given: Arguments) -> float:
    """`d2line_seg(x, y, x1, y1, x2, y2)`: returns the distance of a point from the stretch between two points."""
    return _distance(given, within=True)


def _inside(maths: GUIMath, given: Arguments) -> bool:
    """`inside(x, y, left, bottom, right, top)`: tells whether a point is in a rectangle."""
    x, y, left, bottom, right, top = (given.number(k) for k in range(6))
    return left <= x <= right and bottom <= y <= top


def _feround(maths: GUIMath, given: Arguments) -> int:
    """Returns the number of the way numbers are rounded; it can't be changed here."""
    given.number(0, 0.0)
    return NEAREST


attach(GUIMath, {"d2line": _d2line, "d2line_seg": _d2line_seg, "inside": _inside, "feround": _feround})
