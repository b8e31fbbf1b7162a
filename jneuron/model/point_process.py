"""What the user declared about one point process or artificial cell."""

from __future__ import annotations

import weakref
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from jneuron.model.references import Held
from jneuron.model.section import SectionDecl

if TYPE_CHECKING:
    from jneuron.ir.mechanism_type import MechanismType


@dataclass(eq=False, slots=True, weakref_slot=True)
class PointProcessDecl:
    """One instance.

    Attributes:
        type: Its mechanism.
        row: Its row in the table of its type.
        order: Position in the order of creation; never used twice.
        section: Where it is; None for an artificial cell, or when it has no location.
        slot: Slot in the section (see `SectionDecl`).
        arrival: Position in the order in which point processes came to their nodes.
        handle: Weak reference to the object that stands for it in Python, or None.
        references: The living references onto its variables (see `references.note`).
        connections: The NetCons onto it.
        time_vector: Where an APCount puts the times it counts, weakly, or None.
    """

    type: MechanismType
    row: int
    order: int
    section: SectionDecl | None = None
    slot: int = 0
    arrival: int = 0
    handle: weakref.ref[Any] | None = None
    references: dict[int, Held] | None = None
    connections: dict[int, Any] = field(default_factory=dict)
    time_vector: weakref.ref[Any] | None = None

    @property
    def name(self) -> str:
        """The mechanism's name."""
        return self.type.name
