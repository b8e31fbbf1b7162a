"""The 3-D points of one section.

Coordinates and diameters are single precision, arc lengths double. Models add points one call at a time, by the ten
thousand: those wait in a row and are measured together when somebody first looks at them.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt


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

    def _take_added(self) -> None:
        assert self._arc is not None
        added = np.frombuffer(self._added, np.float32).reshape(-1, 4)
        self._added = array("f")
        first = len(self._arc)
        for column, values in zip((self._x, self._y, self._z, self._diam), added.T, strict=True):
            column.frombytes(values.tobytes())
        self._arc.extend(self._distances(first))

    def _distances(self, first: int) -> array[float]:
        """Returns the arc lengths from the point `first` on, whose predecessors are measured already."""
        assert self._arc is not None
        before = max(first - 1, 0)
        # differences in single precision, as NEURON takes them
        dx, dy, dz = (np.diff(np.frombuffer(c, np.float32)[before:]).astype(np.float64) for c in (self._x, self._y, self._z))
        steps = np.sqrt(dx * dx + dy * dy + dz * dz)
        arc = np.cumsum(np.concatenate([self._arc[before : before + 1] if first else [0.0], steps]))
        return array("d", (arc[1:] if first else arc).tobytes())
