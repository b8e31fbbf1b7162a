"""A place in the tables: what `_ref_` hands out, and what record, play, POINTER and NetCon hold on to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from jneuron.model.table import Table


@dataclass(frozen=True, slots=True)
class ColumnReference:
    """One element of a column.

    Attributes:
        table: The mechanism's table.
        variable: Name of the column.
        row: Row in it.
        index: Element of an array variable; 0 for a scalar.
        owner: The declaration whose row it is (a section or a point process), None for a global.
    """

    table: Table
    variable: str
    row: int
    index: int = 0
    owner: Any = None

    def get(self) -> float:
        """Returns the present value."""
        column = self.table.column(self.variable)
        return float(column[self.index, self.row] if column.ndim == 2 else column[self.row])

    def set(self, value: float) -> None:
        """Writes the value."""
        column = self.table.edit(self.variable)
        if column.ndim == 2:
            column[self.index, self.row] = value
        else:
            column[self.row] = value
