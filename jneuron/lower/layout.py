"""The only map between the model's tables and a program's columns.

Every column of a program is the image of a column of a table: element k of it is row `rows[k]` there (-1 where it has no
row). Recording, playing, pointers, the mirror and selection all translate places through this map. What POINTERs point at
outside the tables, an element of a Vector or a variable of hoc, has a column of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from jneuron.ir.program import Key
from jneuron.model.reference import Reference
from jneuron.model.references import ColumnReference
from jneuron.model.table import Table

Indices = npt.NDArray[np.int64]

NUMBERS: Key = ("number", "number")
"""The column of what POINTERs point at outside the tables."""

CABLE_COLUMNS = {
    ("capacitance", "cm"): ("cable", "cm"),
    ("node", "area"): ("cable", "area"),
    ("capacitance", "i_cap"): ("node", "i_cap"),
}
"""Table columns that a program knows by another name: they lie along its nodes."""


@dataclass(frozen=True, eq=False)
class Elements:
    """The elements of a program's columns that one table's rows fill.

    Attributes:
        rows_or_first: The row of each element, 0 where there is none. (element,)
        absent: The elements without a row, None where all have one.
        present: The others; rows: their rows.
    """

    rows_or_first: Indices
    absent: Indices | None
    present: Indices
    rows: Indices

    @classmethod
    def of(cls, rows: Indices) -> Elements:
        """Returns what there is to know of `rows`, -1 where an element has none."""
        absent, present = np.flatnonzero(rows < 0), np.flatnonzero(rows >= 0)
        return cls(np.maximum(rows, 0), absent if len(absent) else None, present, rows[present])


@dataclass(frozen=True, eq=False)
class Layout:
    """Where the rows of tables lie in a program.

    Attributes:
        rows: For each table, its row of each element of the program's columns, -1 where there is none.
        numbers: The places outside the tables, in the order of their column.
    """

    rows: dict[str, Indices]
    numbers: dict[Reference, int] = field(default_factory=dict)
    _places: dict[str, Indices] = field(default_factory=dict)
    _elements: dict[str, Elements] = field(default_factory=dict)

    def elements(self, table: str) -> Elements:
        """Returns which elements of a table's columns have a row."""
        found = self._elements.get(table)
        if found is None:
            found = self._elements[table] = Elements.of(self.rows[table])
        return found

    def place(self, table: str, row: int) -> int:
        """Returns the element that is a table's row; -1 if the program has none."""
        inverse = self._places.get(table)
        if inverse is None:
            inverse = self._places[table] = inverted(self.rows[table])
        return int(inverse[row]) if row < len(inverse) else -1

    def find(self, reference: Reference) -> tuple[Key, int] | None:
        """Returns the column and the flat element of a reference, or None if the program does not contain it."""
        if not isinstance(reference, ColumnReference):
            return (NUMBERS, self.numbers[reference]) if reference in self.numbers else None
        table = reference.table.name
        if not reference.alive or table not in self.rows:
            return None
        place = self.place(table, reference.row)
        if place < 0:
            return None
        key = CABLE_COLUMNS.get((table, reference.variable), (table, reference.variable))
        return key, reference.index * len(self.rows[table]) + place

    def gather(self, table: Table, name: str, *, fetch: bool = True) -> Any:
        """Returns a table's column in the program's order; elements without a row get the default.

        Without `fetch` a column that is out of date is taken as it lies here.
        """
        elements = self.elements(table.name)
        values = (table.column(name) if fetch else table.store(name)).take(elements.rows_or_first, axis=-1)
        if elements.absent is not None:
            values[..., elements.absent] = table.defaults[name]
        return values.astype(np.uint32) if name in table.streams else values

    def scatter(self, table: Table, name: str, values: Any) -> None:
        """Puts a program's column back into the table, without marking it dirty."""
        elements = self.elements(table.name)
        values = np.asarray(values)
        if table.name.endswith("@global"):
            # a global is one number, or one array, in one row
            values = values[..., np.newaxis]
        if elements.absent is not None:
            values = values[..., elements.present]
        table.store(name).T[elements.rows] = values.T

    def gather_numbers(self) -> npt.NDArray[np.float64] | None:
        """Returns the numbers outside the tables as they are now, None without any. (number,)"""
        return np.array([reference.get() for reference in self.numbers]) if self.numbers else None

    def scatter_numbers(self, values: Any) -> None:
        """Writes the numbers outside the tables that a program has changed."""
        if values is not None:
            for reference, value in zip(self.numbers, np.asarray(values).tolist(), strict=True):
                if reference.get() != value:
                    reference.set(value)


def inverted(rows: Indices) -> Indices:
    """Returns the element of each row, -1 where a row has none."""
    inverse = np.full(int(rows.max(initial=-1)) + 1, -1, np.int64)
    here = np.flatnonzero(rows >= 0)
    inverse[rows[here]] = here
    return inverse
