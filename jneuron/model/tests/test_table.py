"""Rows and columns of a mechanism's table."""

from __future__ import annotations

import numpy as np
import pytest

from jneuron.model.table import Table


@pytest.fixture
def table() -> Table:
    return Table("some", {"a": 1.0, "b": 2.0}, {"b": 3})


def test_new_rows_hold_the_defaults(table: Table) -> None:
    table.allocate(2)
    assert table.column("a")[:2].tolist() == [1.0, 1.0]
    assert table.column("b")[:, :2].tolist() == [[2.0, 2.0]] * 3


def test_rows_used_again_hold_the_defaults(table: Table) -> None:
    start = table.allocate(2)
    table.edit("b")[:, start] = 7.0
    table.release(start, 2)
    assert table.allocate(2) == start
    assert table.column("b")[:, start].tolist() == [2.0] * 3


def test_growth_keeps_what_there_is(table: Table) -> None:
    start = table.allocate(1)
    table.edit("a")[start] = 5.0
    table.allocate(100)
    assert table.column("a")[0] == 5.0


@pytest.mark.parametrize("n_row", [1, 2])
def test_moved_rows_are_copies_of_their_sources(table: Table, n_row: int) -> None:
    start = table.allocate(n_row)
    table.edit("b")[:, start : start + n_row] = np.arange(3 * n_row).reshape(3, n_row)
    old = table.column("b")[:, start : start + n_row].copy()
    source = np.array([0, n_row - 1, n_row - 1])
    new = table.move(start, n_row, source)
    assert np.array_equal(table.column("b")[:, new : new + 3], old[:, source])


def test_a_column_added_later_keeps_the_others(table: Table) -> None:
    start = table.allocate(1)
    table.edit("a")[start] = 5.0
    table.add_columns({"a": 9.0, "c": 3.0})
    assert (table.column("a")[0], table.column("c")[0]) == (5.0, 3.0)
    assert table.column("b").shape[0] == 3


def test_fetches_stale_columns_before_rows_move(table: Table) -> None:
    start = table.allocate(2)

    def pull(table: Table, name: str) -> None:
        table.store(name)[:2] = 8.0

    table.pull = pull
    table.stale.add("a")
    new = table.move(start, 2, np.array([0]))
    assert table.column("a")[new] == 8.0


def test_rows_reset_while_stale_have_their_defaults_when_the_column_has_come(table: Table) -> None:
    first, second = table.allocate(1), table.allocate(1)
    pulled = []

    def pull(table: Table, name: str) -> None:
        pulled.append(name)
        table.store(name)[:2] = 8.0

    table.pull = pull
    table.stale.add("a")
    table.reset(first)
    assert not pulled
    column = table.column("a")
    assert (column[first], column[second]) == (table.defaults["a"], 8.0)


def test_rows_that_are_ready_are_dirty_when_they_are_taken(table: Table) -> None:
    table.allocate_row()
    table.clean()
    row = table.rows.pop() if table.rows else table.allocate_row()
    assert table.dirty == set(table.names())
    assert row == 1


def test_rows_that_nobody_has_taken_do_not_count(table: Table) -> None:
    taken = [table.allocate_row() for _ in range(3)]
    assert table.rows
    assert taken == [0, 1, 2]
    assert len(table) == 3


def test_rows_that_are_ready_stay_apart_from_blocks(table: Table) -> None:
    first, block = table.allocate_row(), table.allocate(3)
    others = [table.allocate_row() for _ in range(50)]
    assert len({first, *range(block, block + 3), *others}) == 54


@pytest.mark.parametrize("n_released", [1, 2, 5])
def test_released_rows_hold_the_defaults_when_they_are_taken_again(table: Table, n_released: int) -> None:
    taken = [table.allocate_row() for _ in range(5)]
    name = table.names()[0]
    table.edit(name)[...] = 77.0
    table.rows.clear()
    table.released.extend(taken[:n_released])
    again = [table.allocate_row() for _ in range(n_released)]
    assert sorted(again) == taken[:n_released]
    assert {float(table.column(name)[row]) for row in again} == {table.defaults[name]}


def test_a_single_row_of_few_columns_holds_the_defaults_when_it_is_taken_again() -> None:
    table = Table("weight", {"weight": 0.5})
    row = table.allocate_row()
    table.edit("weight")[row] = 77.0
    table.clean()
    table.released.append(row)
    assert table.allocate_row() == row
    assert table.column("weight")[row] == 0.5
    assert "weight" in table.dirty
