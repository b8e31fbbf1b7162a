"""What the user declared about one section.

A section has `nseg + 2` slots along x: slot 0 is the end x = 0, slots 1 .. nseg are the segments in order of x, slot
nseg + 1 is the end x = 1. Slot s lies in row `node_start + s` of the table "node" (voltage), a segment's slot s in row
`mechanisms[name] + s - 1` of the table of each density mechanism. The end at which a section is connected has no node of
its own: it is a node of the parent (`Model.node_of`).
"""

from __future__ import annotations

import weakref
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from jneuron.model.points import NO_POINTS, Points
from jneuron.model.references import Held

if TYPE_CHECKING:
    from jneuron.model.placement import Plan

SHORTEST = 1e-9
"""The least length of a section [um]."""

Listing = tuple[str, ...]
"""The mechanisms of a segment as NEURON lists them."""

NO_END_ROWS: Mapping[tuple[str, int], int] = MappingProxyType({})

PLACED = frozenset(("mechanisms", "listings", "node_start"))
"""What a section has once it has rows."""


@dataclass(init=False, eq=False, slots=True, weakref_slot=True)
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
        plan: What has been said of a section that has no rows yet (see `jneuron.model.placement`), else None. It gets
            them when `mechanisms`, `listings` or `node_start` is first asked for.
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
    cell: weakref.ref[Any] | None
    cell_name: str
    nseg: int
    length: float
    length_of_points: bool
    Ra: float
    rallbranch: float
    parent: SectionDecl | None
    parent_x: float
    child_x: float
    children: list[SectionDecl] | tuple[()]
    points: Points
    logical_connection: tuple[float, ...] | None
    plan: Plan | None
    mechanisms: dict[str, int]
    listings: Sequence[Listing]
    node_start: int
    end_rows: Mapping[tuple[str, int], int]
    point_processes: list[Any] | tuple[()]
    geometry_stale: bool
    handle: weakref.ref[Any] | None
    owner: Any
    references: dict[int, Held] | None
    alive: bool

    def __init__(self, name: str, order: int) -> None:
        self.name, self.order = name, order
        self.cell = self.parent = self.logical_connection = self.plan = None
        self.handle = self.owner = self.references = None
        self.cell_name = ""
        self.nseg = 1
        self.length, self.length_of_points = 100.0, False
        self.Ra, self.rallbranch = 35.4, 1.0
        self.parent_x = self.child_x = 0.0
        # what few sections have is made for the first one
        self.children = self.point_processes = ()
        self.points = NO_POINTS
        self.end_rows = NO_END_ROWS
        self.geometry_stale = self.alive = True

    def __getattr__(self, name: str) -> Any:
        if name not in PLACED or self.plan is None:
            raise AttributeError(name)
        self.plan.waiting.place(self)
        return getattr(self, name)

    def has(self, mechanism: str) -> bool:
        """Tells whether a density mechanism or ion is inserted."""
        return mechanism in (self.mechanisms if self.plan is None else self.plan.shape.mechanisms)

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
        nseg = self.nseg
        if 0.0 < x < 1.0:
            slot = int(x * nseg) + 1
            return slot if slot <= nseg else nseg
        return 0 if x <= 0.0 else nseg + 1

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
def with_mechanisms(listing: Listing, names: tuple[str, ...]) -> Listing:
    """Returns a segment's listing once mechanisms have come, one after the other, to its front."""
    for name in names:
        listing = (name, *(each for each in listing if each != name))
    return listing


def slot_starts(section: SectionDecl) -> dict[str, int]:
    """Returns the row that slot 0 has, or would have, in the table of each mechanism."""
    return {"node": section.node_start, **{name: start - 1 for name, start in section.mechanisms.items()}}
