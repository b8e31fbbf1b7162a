"""What the user declared about one point process or artificial cell."""

from __future__ import annotations

import weakref
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from jneuron.model.references import Held
from jneuron.model.section import SectionDecl

if TYPE_CHECKING:
    from jneuron.ir.mechanism_type import MechanismType

NO_CONNECTIONS: Mapping[int, Any] = MappingProxyType({})
"""What processes that nothing is connected to share."""


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
        connections: The NetCons onto it, by their order.
        time_vector: Where an APCount puts the times it counts, weakly, or None.
    """

    __slots__ = (
        *("__weakref__", "arrival", "connections", "handle", "order", "references", "row", "section", "slot"),
        *("time_vector", "type"),
    )
    type: MechanismType
    row: int
    order: int
    section: SectionDecl | None
    slot: int
    arrival: int
    handle: weakref.ref[Any] | None
    references: dict[int, Held] | None
    connections: Mapping[int, Any]
    time_vector: weakref.ref[Any] | None

    def __init__(self, type_: MechanismType, row: int, order: int) -> None:
        self.type, self.row, self.order = type_, row, order
        self.section = self.handle = self.references = self.time_vector = None
        self.slot = self.arrival = 0
        self.connections = NO_CONNECTIONS

    def connect(self, order: int, netcon: Any) -> None:
        """Notes a NetCon onto it."""
        if self.connections is NO_CONNECTIONS:
            self.connections = {order: netcon}
        else:
            self.connections[order] = netcon  # type: ignore[index]

    def disconnect(self, order: int) -> None:
        """Forgets a NetCon onto it; does nothing where it has none of that order."""
        if self.connections is not NO_CONNECTIONS:
            self.connections.pop(order, None)  # type: ignore[attr-defined]

    @property
    def name(self) -> str:
        """The mechanism's name."""
        return self.type.name
