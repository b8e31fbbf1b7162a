"""The 3-D points of one section.

Coordinates and diameters are single precision, arc lengths double. Models add points one call at a time, by the ten
thousand: those wait in a row and are measured together when somebody first looks at them.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import sub
from typing import Any

import numpy as np
import numpy.typing as npt

MANY = 64
"""From how many points on NumPy measures faster than a loop."""


def _column(name: str, doc: str) -> Any:
    """Returns the property for a column that is up to date whenever it is seen."""
    slot = f"_{name}"

    def get(points: Points) -> array[float]:
        if points._arc is None:
            points._begin()
        if points._added:
            points._take_added()
        column: array[float] = getattr(points, slot)
        return column

    def put(points: Points, column: array[float]) -> None:
        if points._arc is None:
            points._begin()
        setattr(points, slot, column)

    return property(get, put, doc=doc)


class Points:
    """Points from the connected end of the section on."""

    __slots__ = ("_added", "_arc", "_diam", "_x", "_y", "_z")

    x = _column("x", "First coordinates, single precision. [um]")
    y = _column("y", "Second coordinates, single precision. [um]")
    z = _column("z", "Third coordinates, single precision. [um]")
    diam = _column("diam", "Diameters, single precision; negative where the point bears a spine. [um]")
    arc = _column("arc", "Distance along the section from the first point. [um]")

    _arc: array[float] | None

    def __init__(self) -> None:
        # most sections have none: the columns are made for the first
        self._arc = None

    def _begin(self) -> None:
        self._x, self._y, self._z, self._diam = array("f"), array("f"), array("f"), array("f")
        self._arc = array("d")
        self._added = array("f")

    def __len__(self) -> int:
        return 0 if self._arc is None else len(self._arc) + len(self._added) // 4

    def __repr__(self) -> str:
        return f"<Points: {len(self)}>"

    def add(self, xyzd: Sequence[float]) -> None:
        """Appends a point x, y, z, diam [um]; raises TypeError for what is no number."""
        if self._arc is None:
            self._begin()
        added = self._added
        n_added = len(added)
        try:
            added.extend(xyzd)
        except TypeError:
            # all of it or nothing
            del added[n_added:]
            raise

    def to_array(self) -> npt.NDArray[np.float32]:
        """Returns a copy of x, y, z, diam. (point, 4)"""
        return np.stack([np.frombuffer(column, np.float32) for column in (self.x, self.y, self.z, self.diam)], axis=1)

    def measure(self, first: int) -> None:
        """Works out the arc lengths from the point `first` on; those before it are measured already."""
        del self.arc[first:]
        self._measure_rest()

    def _take_added(self) -> None:
        added = self._added
        self._added = array("f")
        for place, column in enumerate((self._x, self._y, self._z, self._diam)):
            column.extend(added[place::4])
        self._measure_rest()

    def _measure_rest(self) -> None:
        # arc lengths of the points that have none yet
        arc = self._arc
        assert arc is not None
        first, end = len(arc), len(self._x)
        if first == end:
            return
        if first == 0:
            arc.append(0.0)
        along = accumulate(self._steps(max(first, 1)), initial=arc[-1])
        next(along)
        arc.extend(along)

    def _steps(self, first: int) -> Iterable[float]:
        """Yields the distances of the points from `first` on from those before them."""
        # differences in single precision, as NEURON takes them
        columns = (self._x, self._y, self._z)
        if len(self._x) - first >= MANY:
            dx, dy, dz = (np.diff(np.frombuffer(column, np.float32)[first - 1 :]).astype(np.float64) for column in columns)
            return np.sqrt(dx * dx + dy * dy + dz * dz).tolist()  # type: ignore[no-any-return]
        differences = (array("f", map(sub, column[first:], column[first - 1 : -1])) for column in columns)
        return [math.sqrt(dx * dx + dy * dy + dz * dz) for dx, dy, dz in zip(*differences, strict=True)]
