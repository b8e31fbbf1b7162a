"""Host columns: the values of all instances of one mechanism, a column per variable, a row per instance.

While a simulation stands still the table is the truth. After a run the newest values of some columns lie in the compiled
program's state: the session marks those columns stale and lends the table a `pull` function, and the first read of a column
brings it back. Writing a column marks it dirty, so that the next run takes it along; nothing else is copied.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Indices = npt.NDArray[np.int64]

FEW_COLUMNS = 3
"""Up to how many columns one row is given its defaults faster by Python than by NumPy."""
FEWEST_ROWS, MOST_ROWS = 16, 4096
"""How many rows more are there at a time for those who take them one by one."""


class Table:
    """Columns of one mechanism.

    Attributes:
        name: The mechanism ("hh", "na_ion", "node", "hoc" ...).
        defaults: Value of each variable in a new row.
        lengths: Length of each array variable.
        streams: Variables that are streams of random numbers: kernels want them as unsigned 32-bit numbers.
        stale: Columns whose newest values lie elsewhere.
        dirty: Columns written since the session last took them.
        pull: Brings the named column up to date; set by the session.
        on_new_rows: What else to do with new rows, or None: gets the table, the first row and their number.
        fresh: Columns known to be up to date, for reading past all checks; only variables that are no arrays.
        open: Those of them that are dirty too, for writing past all checks.
        rows: New rows for whoever makes many objects: `rows.pop()` takes one, `allocate_row` is for when there are none.
        released: Single rows that were given back: `released.append(row)` gives one.
    """

    def __init__(
        self, name: str, defaults: dict[str, float], lengths: dict[str, int] | None = None, streams: Iterable[str] = ()
    ) -> None:
        self.name = name
        self.streams = frozenset(streams)
        self.defaults = dict(defaults)
        self.lengths = dict(lengths or {})
        self.stale: set[str] = set()
        self.dirty: set[str] = set()
        self.fresh: dict[str, memoryview[float]] = {}
        self.open: dict[str, memoryview[float]] = {}
        self.pull: Callable[[Table, str], None] | None = None
        self.on_new_rows: Callable[[Table, int, int], None] | None = None
        self.rows: list[int] = []
        self.released: list[int] = []
        # whether what is in `rows` has never been used before
        self._rows_are_last = False
        # first rows of released blocks by their length: those that have their defaults again, and those that have not
        self._ready: dict[int, list[int]] = {}
        self._free: dict[int, list[int]] = {1: self.released}
        # rows that are to have their defaults again when a stale column has come
        self._refills: dict[str, list[Any]] = {}
        self._end = 0
        # all columns lie in one block, so that rows are copied and reset in one operation
        self._columns: dict[str, Floats] = {}
        self._capacity = 0
        self._block = np.empty((0, 0))
        self._lay_out(0)

    def _lay_out(self, capacity: int) -> None:
        """Makes room for `capacity` rows of every variable; keeps what there is."""
        self.fresh.clear()
        self.open.clear()
        lengths = [max(self.lengths.get(name, 0), 1) for name in self.defaults]
        old = self._block
        self._capacity = capacity
        self._fill = np.repeat(np.array(list(self.defaults.values()), np.float64), lengths)[:, np.newaxis]
        self._block = np.empty((len(self._fill), capacity))
        self._block[:] = self._fill
        self._block[: old.shape[0], : old.shape[1]] = old
        first = 0
        for name, length in zip(self.defaults, lengths, strict=True):
            is_array = self.lengths.get(name, 0) > 0
            self._columns[name] = self._block[first : first + length] if is_array else self._block[first]
            first += length

    def __contains__(self, name: str) -> bool:
        return name in self._columns

    def __len__(self) -> int:
        """Returns the number of rows ever in use at one time."""
        rows = self.rows
        return self._end - len(rows) if self._rows_are_last and rows and rows[0] == self._end - 1 else self._end

    def names(self) -> tuple[str, ...]:
        """Returns the variables in the order in which they were declared."""
        return tuple(self._columns)

    def add_columns(self, defaults: dict[str, float]) -> None:
        """Adds variables to every row, those that are not there yet."""
        if defaults.keys() - self.defaults.keys():
            self.defaults |= {name: default for name, default in defaults.items() if name not in self.defaults}
            self._lay_out(self._capacity)

    def allocate_row(self) -> int:
        """Returns a new row, filled with defaults; sees to it that there are more in `rows`."""
        if self.rows:
            return self.rows.pop()
        if self.on_new_rows is not None:
            return self.allocate(1)
        ready = self._ready.get(1)
        self._rows_are_last = not (ready or self.released)
        if self._rows_are_last:
            n_row = min(MOST_ROWS, max(self._end, FEWEST_ROWS))
            first = self._append(n_row)
            self.rows.extend(range(first + n_row - 1, first - 1, -1))
        elif not ready and len(self.released) == 1:
            self.rows.append(self._reused_row())
        else:
            ready = ready or self._made_ready(1)
            self.rows.extend(ready)
            ready.clear()
        if len(self.dirty) < len(self._columns):
            self.dirty.update(self._columns)
        return self.rows.pop()

    def _take_back(self) -> None:
        """Takes rows back that nobody has taken: what is new must be dirty in all columns."""
        rows = self.rows
        if rows:
            if len(self) < self._end:
                self._end -= len(rows)
            else:
                self._ready.setdefault(1, []).extend(rows)
            rows.clear()

    def _reused_row(self) -> int:
        """Returns the one released row, which has its defaults again now."""
        if self.stale or self.lengths or len(self._columns) > FEW_COLUMNS:
            return self._made_ready(1).pop()
        row = self.released.pop()
        for name, column in self._columns.items():
            column[row] = self.defaults[name]
        return row

    def allocate(self, n_row: int) -> int:
        """Returns the first of `n_row` adjacent new rows, filled with defaults."""
        ready = self._ready.get(n_row) or self._made_ready(n_row)
        if ready:
            start = ready.pop()
            if len(self.dirty) < len(self._columns):
                self.dirty.update(self._columns)
        else:
            start = self._append(n_row)
        if self.on_new_rows is not None:
            self.on_new_rows(self, start, n_row)
        return start

    def allocate_many(self, n_block: int, n_row: int) -> list[int]:
        """Returns the first row of each of many blocks of `n_row` adjacent new rows, filled with defaults."""
        starts: list[int] = []
        ready = self._made_ready(n_row)
        if ready:
            starts = ready[-n_block:]
            del ready[-n_block:]
            self.dirty.update(self._columns)
        n_more = n_block - len(starts)
        if n_more:
            first = self._append(n_more * n_row)
            starts += range(first, first + n_more * n_row, n_row)
        if self.on_new_rows is not None:
            for start in starts:
                self.on_new_rows(self, start, n_row)
        return starts

    def _made_ready(self, n_row: int) -> list[int]:
        """Returns the blocks of `n_row` released rows, all of which have their defaults again now."""
        ready = self._ready.get(n_row)
        if ready is None:
            ready = self._ready[n_row] = []
        released = self._free.get(n_row)
        if released:
            if len(released) == 1:
                self._refill(slice(released[0], released[0] + n_row))
            else:
                self._refill((np.array(released)[:, np.newaxis] + np.arange(n_row)).ravel())
            ready += released
            released.clear()
        return ready

    def _append(self, n_row: int) -> int:
        """Returns the first of `n_row` adjacent rows never used before; they hold the defaults."""
        start = self._end
        end = self._end = start + n_row
        if end > self._capacity:
            self._lay_out(max(end, 2 * self._capacity))
        if len(self.dirty) < len(self._columns):
            self.dirty.update(self._columns)
        return start

    def move(self, start: int, n_row: int, source: Indices) -> int:
        """Returns the first of as many new rows as `source` is long, in place of the `n_row` from `start` on.

        Args:
            source: For each new row the old one that it is a copy of, counted from `start`.
        """
        n_new = len(source)
        reusable = self._free.get(n_new) or self._ready.get(n_new)
        new = reusable.pop() if reusable else self._append(n_new)
        if self.on_new_rows is not None:
            self.on_new_rows(self, new, n_new)
        block = self._edit_all() if self.stale or len(self.dirty) < len(self._columns) else self._block
        if n_row == 1:
            block[:, new : new + n_new] = block[:, start : start + 1]
        else:
            block[:, new : new + n_new] = block[:, start : start + n_row].take(source, axis=1)
        self.release(start, n_row)
        return new

    def reset(self, row: int) -> None:
        """Gives a row its defaults again."""
        self._refill(slice(row, row + 1))

    def _refill(self, rows: Any) -> None:
        """Gives rows their defaults again: where a column's newest values lie elsewhere, when they have come."""
        if not self.stale:
            self._edit_all()[:, rows] = self._fill
            return
        for name, column in self._columns.items():
            if name in self.stale:
                self._refills.setdefault(name, []).append(rows)
            else:
                column[..., rows] = self.defaults[name]
                self.dirty.add(name)

    def arrived(self, name: str) -> None:
        """Notes that a column has its newest values again."""
        self.stale.discard(name)
        for rows in self._refills.pop(name, ()):
            self._columns[name][..., rows] = self.defaults[name]

    def release(self, start: int, n_row: int) -> None:
        """Gives rows back for later use."""
        released = self._free.get(n_row)
        if released is None:
            self._free[n_row] = [start]
        else:
            released.append(start)

    def column(self, name: str) -> Floats:
        """Returns the column, up to date, for reading. (capacity,) or (length, capacity)"""
        if name in self.stale:
            self._fetch(name)
        return self._columns[name]

    def element(self, name: str, row: int) -> Any:
        """Returns one row's value as a kernel wants it. () or (length,)"""
        value = self.column(name)[..., row]
        return value.astype(np.uint32) if name in self.streams else value

    def edit(self, name: str) -> Floats:
        """Returns the column, up to date, for writing in place."""
        if name in self.stale:
            self._fetch(name)
        self.dirty.add(name)
        return self._columns[name]

    def _edit_all(self) -> Floats:
        if self.stale:
            for name in tuple(self.stale):
                self._fetch(name)
        if len(self.dirty) < len(self._columns):
            self.dirty.update(self._columns)
        return self._block

    def look(self, name: str) -> memoryview[float]:
        """Returns a column that is no array, up to date, for reading; enters it in `fresh`."""
        view = self.fresh[name] = memoryview(self.column(name))  # type: ignore[arg-type]
        return view

    def open_up(self, name: str) -> memoryview[float]:
        """Returns a column that is no array, up to date, for writing in place; enters it in `open`."""
        view = self.open[name] = memoryview(self.edit(name))  # type: ignore[arg-type]
        return view

    def leave_behind(self, names: set[str]) -> None:
        """Notes that the newest values of some columns lie elsewhere now."""
        # what is in use is in the newest values
        for name in names & self._refills.keys():
            self.arrived(name)
        # what is fetched may overwrite rows that nothing uses
        self._take_back()
        for n_row, starts in self._ready.items():
            self._free.setdefault(n_row, []).extend(starts)
        self._ready.clear()
        self.stale |= names
        self.fresh.clear()
        self.open.clear()
        if self.dirty:
            self.dirty -= names

    def clean(self) -> None:
        """Notes that what has been written has been taken along."""
        self._take_back()
        self.dirty.clear()
        self.open.clear()

    def take_over(self, name: str) -> Floats:
        """Returns the column for writing every row in use: what lies elsewhere does not count any more."""
        self.arrived(name)
        self.dirty.add(name)
        return self._columns[name]

    def store(self, name: str) -> Floats:
        """Returns the column as it lies here, for the session to bring up to date."""
        return self._columns[name]

    def _fetch(self, name: str) -> None:
        assert self.pull is not None
        self.pull(self, name)
        self.arrived(name)
