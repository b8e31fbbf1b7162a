"""The 3-D points of one section.

Coordinates and diameters are single precision, arc lengths double. They are arrays that grow cheaply at the end: models add
points one call at a time, by the ten thousand.
"""

from __future__ import annotations

from array import array

import numpy as np
import numpy.typing as npt


class Points:
    """Points from the connected end of the section on.

    Attributes:
        x, y, z: Coordinates, single precision. [um]
        diam: Diameters, single precision; negative where the point bears a spine. [um]
        arc: Distance along the section from the first point. [um]
    """

    __slots__ = ("arc", "diam", "x", "y", "z")

    def __init__(self) -> None:
        self.x, self.y, self.z, self.diam = array("f"), array("f"), array("f"), array("f")
        self.arc = array("d")

    def __len__(self) -> int:
        return len(self.arc)

    def __repr__(self) -> str:
        return f"<Points: {len(self)}>"

    def to_array(self) -> npt.NDArray[np.float32]:
        """Returns a copy of x, y, z, diam. (point, 4)"""
        return np.stack([np.frombuffer(column, np.float32) for column in (self.x, self.y, self.z, self.diam)], axis=1)
