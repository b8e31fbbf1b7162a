"""A place in the tables: what `_ref_` hands out, and what record, play, POINTER and NetCon hold on to.

A reference follows its segment when nseg changes, and is dead once the segment, its section, its mechanism or its point
process is gone.
"""

from __future__ import annotations

import weakref
from dataclasses import dataclass
from typing import Any

from jneuron.model.table import Table

DEAD = -1


@dataclass(eq=False, slots=True, weakref_slot=True)
class ColumnReference:
    """One element of a column.

    Attributes:
        table: The mechanism's table.
        variable: Name of the column.
        row: Row in it; DEAD when there is none any more.
        index: Element of an array variable; 0 for a scalar.
        owner: The declaration whose row it is (a section or a point process), None for a global.
    """

    table: Table
    variable: str
    row: int
    index: int = 0
    owner: Any = None

    @property
    def alive(self) -> bool:
        """Whether the place still exists."""
        return self.row != DEAD

    @property
    def key(self) -> tuple[str, str, int, int]:
        """What tells one place from another."""
        return self.table.name, self.variable, self.row, self.index

    def get(self) -> float:
        """Returns the present value."""
        self._check()
        column = self.table.column(self.variable)
        return float(column[self.index, self.row] if column.ndim == 2 else column[self.row])

    def set(self, value: float) -> None:
        """Writes the value."""
        self._check()
        column = self.table.edit(self.variable)
        if column.ndim == 2:
            column[self.index, self.row] = value
        else:
            column[self.row] = value

    def offset(self, offset: int) -> ColumnReference:
        """Returns the reference to the element `offset` further on; raises IndexError outside the variable."""
        self._check()
        element = self.index + offset
        if not 0 <= element < max(self.table.lengths.get(self.variable, 0), 1):
            raise IndexError(f"{self!r} next_array_element({offset}): out of range")
        return ColumnReference(self.table, self.variable, self.row, element, self.owner)

    def __getitem__(self, offset: int) -> float:
        return self.offset(int(offset)).get() if offset else self.get()

    def __setitem__(self, offset: int, value: float) -> None:
        (self.offset(int(offset)) if offset else self).set(value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ColumnReference) and other.key == self.key

    def __hash__(self) -> int:
        return hash((self.table.name, self.variable, self.index))

    def __repr__(self) -> str:
        name = "Node::field::Voltage" if self.table.name == "node" else f"cont={self.table.name} {self.variable}"
        if not self.alive:
            return f"data_handle<double>{{{name} died/{len(self.table)}}}"
        return f"data_handle<double>{{{name} row={self.row}/{len(self.table)} val={self.get():g}}}"

    def _check(self) -> None:
        if self.row == DEAD:
            raise ValueError("Invalid data_handle")


class Held(weakref.ref[ColumnReference]):
    """A living reference, in the register of its owner: takes itself out when the reference goes."""

    __slots__ = ("register",)
    register: dict[int, Held]


def note(reference: ColumnReference) -> ColumnReference:
    """Enters a reference in its owner's register; returns it."""
    owner = reference.owner
    register = owner.references
    if register is None:
        register = owner.references = {}
    held = Held(reference, _forget)
    held.register = register
    register[id(held)] = held
    return reference


def living_references(owner: Any) -> list[ColumnReference]:
    """Returns the references onto what belongs to a declaration."""
    found = [held() for held in list(owner.references.values())] if owner.references else []
    return [reference for reference in found if reference is not None]


def _forget(held: Held) -> None:
    held.register.pop(id(held), None)


def kill(owner: Any, mechanism: str | None = None) -> None:
    """Makes the references of a declaration dead, or only those onto one of its mechanisms."""
    for reference in living_references(owner):
        if mechanism is None or reference.table.name == mechanism:
            reference.row = DEAD
