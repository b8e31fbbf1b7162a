"""The 3-D points of one section.

Coordinates and diameters are single precision, arc lengths double. Models add points one call at a time, by the ten
thousand: they lie in one row of numbers, and are measured together when somebody first asks for a length.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence
from operator import sub
from typing import Any

import numpy as np
import numpy.typing as npt

MANY = 64
"""From how many points on NumPy measures faster than a loop."""

PLACES = {"x": 0, "y": 1, "z": 2, "diam": 3}
"""Where the numbers of a point lie among its four."""


def _column(name: str, doc: str) -> Any:
    """Returns the property for a column: a copy is read, and all of it written; arc lengths stay what they are."""
    place = PLACES[name]

    def get(points: Points) -> array[float]:
        return points.numbers[place::4]

    def put(points: Points, column: array[float]) -> None:
        points.numbers[place::4] = column

    return property(get, put, doc=doc)


class Points:
    """Points from the connected end of the section on.

    Attributes:
        numbers: x, y, z, diam of one point after another, single precision.
        is_shared: Whether several sections have them: a section that changes its points takes a copy first.
    """

    __slots__ = ("_arc", "is_shared", "numbers")

    x = _column("x", "First coordinates, single precision. [um]")
    y = _column("y", "Second coordinates, single precision. [um]")
    z = _column("z", "Third coordinates, single precision. [um]")
    diam = _column("diam", "Diameters, single precision; negative where the point bears a spine. [um]")

    def __init__(self, numbers: array[float] | None = None) -> None:
        self.numbers = array("f") if numbers is None else numbers
        # arc lengths as far as they have been measured
        self._arc = array("d")
        self.is_shared = False

    def copy(self) -> Points:
        """Returns the same points for one section alone."""
        copied = Points(self.numbers[:])
        copied._arc = self._arc[:]
        return copied

    def description(self) -> tuple[bytes, bytes]:
        """Returns what is equal for points that are equal."""
        return self.numbers.tobytes(), self.arc.tobytes()

    def __len__(self) -> int:
        return len(self.numbers) >> 2

    def __repr__(self) -> str:
        return f"<Points: {len(self)}>"

    @property
    def arc(self) -> array[float]:
        """Distance along the section from the first point. [um]"""
        if len(self._arc) < len(self.numbers) >> 2:
            self._measure_rest()
        return self._arc

    @arc.setter
    def arc(self, column: array[float]) -> None:
        self._arc = column

    def element(self, column: str, i: int) -> float:
        """Returns x, y, z, diam or arc of point i, which there is."""
        return self.arc[i] if column == "arc" else self.numbers[4 * i + PLACES[column]]

    def add(self, xyzd: Sequence[float]) -> None:
        """Appends x, y, z, diam [um] of a point, or of several; raises TypeError for what is no number."""
        numbers = self.numbers
        n_number = len(numbers)
        try:
            numbers.extend(xyzd)
        except TypeError:
            # all of it or nothing
            del numbers[n_number:]
            raise

    def insert(self, i: int, xyzd: Sequence[float]) -> None:
        """Puts a point before point i."""
        self.numbers[4 * i : 4 * i] = array("f", xyzd)
        del self._arc[i:]

    def remove(self, i: int) -> None:
        """Takes point i out."""
        del self.numbers[4 * i : 4 * i + 4], self._arc[i:]

    def change(self, i: int, xyzd: Sequence[float]) -> None:
        """Moves point i and gives it a diameter."""
        numbers, first = self.numbers, 4 * i
        numbers[first], numbers[first + 1], numbers[first + 2], numbers[first + 3] = xyzd
        del self._arc[i:]

    def change_diameter(self, i: int, diam: float) -> None:
        """Gives point i a diameter."""
        self.numbers[4 * i + 3] = diam

    def stretch(self, factor: float) -> None:
        """Moves all points away from the first one, so that every length grows by a factor."""
        self._arc = array("d", [arc * factor for arc in self.arc])
        numbers = self.numbers
        x, y, z = numbers[:3]
        for i in range(0, len(numbers), 4):
            numbers[i] = x + (numbers[i] - x) * factor
            numbers[i + 1] = y + (numbers[i + 1] - y) * factor
            numbers[i + 2] = z + (numbers[i + 2] - z) * factor

    def to_array(self) -> npt.NDArray[np.float32]:
        """Returns a copy of x, y, z, diam. (point, 4)"""
        return np.array(self.numbers, np.float32).reshape(-1, 4)

    def _measure_rest(self) -> None:
        # the arc lengths of the points that have none yet; differences in single precision, as NEURON takes them
        arc, numbers = self._arc, self.numbers
        if not arc:
            arc.append(0.0)
        first, total = len(arc), arc[-1]
        if len(self) - first >= MANY:
            points = np.frombuffer(numbers, np.float32).reshape(-1, 4)[first - 1 :, :3]
            dx, dy, dz = np.diff(points, axis=0).astype(np.float64).T
            steps = np.sqrt(dx * dx + dy * dy + dz * dz)
            arc.frombytes(np.cumsum(np.concatenate([[total], steps]))[1:].tobytes())
            return
        change = iter(array("f", map(sub, numbers[4 * first :], numbers[4 * first - 4 : -4])))
        for dx, dy, dz, _ in zip(change, change, change, change, strict=True):
            total += math.sqrt(dx * dx + dy * dy + dz * dz)
            arc.append(total)


NO_POINTS = Points()
"""What sections without points share."""
NO_POINTS.is_shared = True
