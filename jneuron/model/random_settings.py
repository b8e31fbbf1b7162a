"""What all random numbers of a simulator share, and the streams of mechanisms' RANDOM variables."""

from __future__ import annotations

from typing import Protocol
from weakref import WeakSet

from jneuron.base.random123 import NO_STREAM
from jneuron.model.table import Table

FIRST_ID = 1
WORD_ROW, INDEX_ROW = 4, 5
"""Where a stream's column holds the word drawn next and the global index; the identifiers are the rows 0 to 2."""


class Settling(Protocol):
    """What has worked numbers out ahead."""

    def settle(self) -> None:
        """Forgets the numbers that a change of the settings will change."""


class RandomSettings:
    """What random numbers depend on besides their own stream.

    Attributes:
        global_index: The part of the key of Random123 that all streams have in common.
        low_index: The low index of MCellRan4 streams that have none of their own.
        use_mcellran4: Whether `scop_random` in mechanisms is to use MCellRan4.
        n_mcellran4: How many MCellRan4 streams were made.
    """

    def __init__(self) -> None:
        self.global_index = 0
        self.low_index = 0
        self.use_mcellran4 = False
        self.n_mcellran4 = 0
        self._n_variable = 0
        self._tables: list[Table] = []
        self._working_ahead: WeakSet[Settling] = WeakSet()

    def add(self, stream: Settling) -> None:
        """Notes what is to settle before the settings change."""
        self._working_ahead.add(stream)

    def set_global_index(self, index: int) -> None:
        """Sets the global index; a stream of `h.Random` uses up the block it is in first."""
        self._settle()
        self.global_index = index
        for table in self._tables:
            for name in table.streams:
                table.edit(name)[INDEX_ROW] = index

    def set_low_index(self, index: int) -> None:
        """Sets the low index, at once for all streams."""
        self._settle()
        self.low_index = index

    def _settle(self) -> None:
        for stream in self._working_ahead:
            stream.settle()

    def add_table(self, table: Table) -> None:
        """Gives every new row of a table with RANDOM variables streams of its own."""
        if table.streams:
            self._tables.append(table)
            table.on_new_rows = self._start

    def _start(self, table: Table, start: int, n_row: int) -> None:
        for row in range(start, start + n_row):
            for name in table.names():
                if name in table.streams and table.defaults[name] < 0:
                    table.edit(name)[:, row] = self._started((0, 0, 0), NO_STREAM)
                elif name in table.streams:
                    self._n_variable += 1
                    table.edit(name)[:, row] = self._started((FIRST_ID, 0, self._n_variable), 0)

    def _started(self, ids: tuple[int, int, int], word: int) -> tuple[int, ...]:
        """Returns a stream at its beginning."""
        return (*ids, 0, word, self.global_index, *ids, self.global_index)
