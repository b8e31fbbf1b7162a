"""What the user declared about one section.

A section has `nseg + 2` slots along x: slot 0 is the end x = 0, slots 1 .. nseg are the segments in order of x, slot
nseg + 1 is the end x = 1. Slot s lies in row `node_start + s` of the table "node" (voltage), a segment's slot s in row
`mechanisms[name] + s - 1` of the table of each density mechanism. The end at which a section is connected has no node of
its own: it is a node of the parent (`Model.node_of`).
"""

from __future__ import annotations

import weakref
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from jneuron.model.points import Points
from jneuron.model.references import Held

SHORTEST = 1e-9
"""The least length of a section [um]."""


@dataclass(eq=False, slots=True, weakref_slot=True)
class SectionDecl:
    """One section.

    Attributes:
        name: As given by `name=`, or made up as NEURON does; without the cell's name.
        cell: Weak reference to the cell it belongs to, or None.
        cell_name: The cell's name when the section was created, or an empty string.
        order: Position in the order of creation; never used twice.
        nseg, Ra, rallbranch: As in NEURON. [1, ohm cm, 1]
        length: L when last looked at. [um]
        length_of_points: Whether points have been added since.
        parent: The section it is connected to, or None.
        parent_x: Where on the parent.
        child_x: Which of its own ends is connected: 0 or 1.
        children: From the far end to the connected one, of two at one place the older first (NEURON lists them in reverse).
        points: Its 3-D points; with two or more they determine L and the diameters.
        logical_connection: Where a style point (pt3dstyle) puts its start: x, y, z in single precision, or None. [um]
        mechanisms: First row of each density mechanism and ion, in order of insertion.
        listings: The mechanisms of each segment as NEURON lists them: newest first, and turned round in a segment that was
            copied from another when nseg grew.
        end_rows: Row of a mechanism that lives on an end node (ions used by a point process there): (name, slot) -> row.
        node_start: First row in the table "node".
        geometry_stale: Whether area, ri, and with 3-D points diam, have yet to be worked out.
        handle: Weak reference to the object that stands for it in Python, or None.
        owner: What keeps it alive besides its handle: the interpreter that created it, or None.
        references: The living references onto its segments (see `references.note`).
        alive: False once deleted.
    """

    name: str
    order: int
    node_start: int
    cell: weakref.ref[Any] | None = None
    cell_name: str = ""
    nseg: int = 1
    length: float = 100.0
    length_of_points: bool = False
    Ra: float = 35.4
    rallbranch: float = 1.0
    parent: SectionDecl | None = None
    parent_x: float = 0.0
    child_x: float = 0.0
    children: list[SectionDecl] = field(default_factory=list)
    points: Points = field(default_factory=Points)
    logical_connection: tuple[float, ...] | None = None
    mechanisms: dict[str, int] = field(default_factory=dict)
    listings: list[tuple[str, ...]] = field(default_factory=list)
    end_rows: dict[tuple[str, int], int] = field(default_factory=dict)
    point_processes: list[Any] = field(default_factory=list)
    geometry_stale: bool = True
    handle: weakref.ref[Any] | None = None
    owner: Any = None
    references: dict[int, Held] | None = None
    alive: bool = True

    @property
    def L(self) -> float:
        """Length [um]; that of the 3-D points where there are any."""
        if self.length_of_points:
            self.L = max(self.points.arc[-1], SHORTEST)
        return self.length

    @L.setter
    def L(self, length: float) -> None:
        self.length, self.length_of_points = length, False

    def full_name(self) -> str:
        """Returns the name with the cell's in front, where there is a cell."""
        return f"{self.cell_name}.{self.name}" if self.cell_name else self.name

    def slot(self, x: float) -> int:
        """Returns the slot at arc position `x` in 0 .. 1."""
        if x <= 0.0:
            return 0
        if x >= 1.0:
            return self.nseg + 1
        return 1 + min(int(x * self.nseg), self.nseg - 1)

    def distance_of(self, child: SectionDecl) -> float:
        """Returns where a child hangs, as a fraction of the way from the connected end to the far end."""
        return child.parent_x if self.child_x == 0.0 else 1.0 - child.parent_x

    def x_of_slot(self, slot: int) -> float:
        """Returns the arc position of a slot's centre."""
        if slot == 0:
            return 0.0
        if slot == self.nseg + 1:
            return 1.0
        return (slot - 0.5) / self.nseg


@lru_cache(maxsize=4096)
def with_mechanisms(listing: tuple[str, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    """Returns a segment's listing once mechanisms have come, one after the other, to its front."""
    for name in names:
        listing = (name, *(each for each in listing if each != name))
    return listing
