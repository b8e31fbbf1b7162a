"""Unbranched pieces of a reconstruction, before they become sections."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


@dataclass(eq=False, slots=True)
class Piece:
    """An unbranched run of points of one type.

    Attributes:
        id: Index of its first own point in the file.
        type: As in SWC: 1 soma, 2 axon, 3 dendrite, 4 apical dendrite, others as the file says.
        xyz: Coordinates; a piece with a parent begins with the parent's point. [um] (point, 3)
        diam: Diameters. [um] (point,)
        parent: The piece it hangs on, or None.
        parent_x: Where on the parent.
        first: 1 if the first point is the parent's and no part of the section: the section hangs on it by a wire; else 0.
        parent_id: What NEURON keeps as `pid` of the piece.
        is_contour: Whether the points are an outline instead of a centre line.
        contours: Further outlines of the same body.
        is_subsidiary: Whether it is one of another piece's contours, and no section.
        name_index: Its number among the sections of its type.
        own_first: Index of its first own point (`id`) among its points: 1 where a point was put before it.
    """

    id: int
    type: int
    xyz: Floats
    diam: Floats
    parent: Piece | None = None
    parent_x: float = 1.0
    first: int = 0
    parent_id: int = -1
    is_contour: bool = False
    contours: list[Piece] = field(default_factory=list)
    is_subsidiary: bool = False
    name_index: int = 0
    own_first: int = 0

    @property
    def n_point(self) -> int:
        """The number of points, with the parent's."""
        return len(self.diam)

    def insert_point(self, xyz: Floats, diam: float) -> None:
        """Puts a point before the others."""
        self.xyz = np.vstack([xyz, self.xyz])
        self.diam = np.concatenate([[diam], self.diam])
        self.own_first = 1
