"""Fills the TABLEs of mechanisms, and fills them again when what they depend on has changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from jneuron.base.errors import HocError
from jneuron.ir.mechanism_type import MechanismType, Table, VariableKind
from jneuron.model.model import Model


class TableStore:
    """Filled TABLEs by mechanism, with the values they were filled for."""

    def __init__(self, ops: Any) -> None:
        self._ops = ops
        self._filled: dict[tuple[str, str], tuple[tuple[Any, ...], np.ndarray]] = {}

    def tables_of(self, model: Model, type_: MechanismType, rows: Any, *, at_call: bool) -> dict[str, Any]:
        """Returns the TABLEs of a type by key. (intervals + 1, output)

        Args:
            model: The declarations.
            type_: The mechanism.
            rows: The rows of its instances.
            at_call: Whether those of which `Table.at_call` holds may come as a `TableAtCall`.
        """
        tables = {
            table.key: TableAtCall(self, type_, table, len(rows))
            if at_call and table.at_call
            else self._filled_table(model, type_, table, rows)
            for table in type_.tables
        }
        return tables | filled_by_user(model, type_)

    def fill(self, type_: MechanismType, table: Table, columns: Mapping[str, Any]) -> Mapping[str, Any]:
        """Fills a table from these numbers unless it has been for the same; returns its columns, and what it set besides."""
        now = tuple(float(np.asarray(columns[name]).reshape(-1)[0]) for name in sorted(table.depends))
        key = (type_.name, table.key)
        if key in self._filled and self._filled[key][0] == now:
            return {table.key: self._filled[key][1]}
        with np.errstate(all="ignore"):
            values = dict(table.fill.function(self._ops, columns))
        values[table.key] = np.asarray(values[table.key], float)
        self._filled[key] = (now, values[table.key])
        return values

    def _filled_table(self, model: Model, type_: MechanismType, table: Table, rows: Any) -> np.ndarray:
        keys = {each.key: each for each in type_.tables}
        needed = table.fill.reads | set(table.depends)
        # a procedure may look up what another one has in its table
        columns = {name: self._filled_table(model, type_, keys[name], rows) for name in needed & keys.keys()}
        columns |= {name: _value(model, type_, name, rows) for name in needed - keys.keys()}
        before = self._filled.get((type_.name, table.key))
        values = self.fill(type_, table, columns)
        if before is not self._filled[type_.name, table.key]:
            if not table.at_call:
                _leave_last_row(model, type_, table, values[table.key], rows)
            # what the procedure sets besides: a global, or a variable of the first instance
            for name in values.keys() - {table.key}:
                shared = model.tables.get(f"{type_.name}@global", ())
                owner = f"{type_.name}@global" if name in shared else type_.name
                model.tables[owner].edit(name)[..., 0 if name in shared else rows[0]] = values[name]
        return values[table.key]


class TableAtCall:
    """A TABLE that is filled when it is looked up on the host, from what the first of the instances has then."""

    def __init__(self, store: TableStore, type_: MechanismType, table: Table, n_instance: int) -> None:
        self._store, self._type, self._table = store, type_, table
        self._is_first = np.arange(n_instance) == 0
        self._lengths = {variable.name: variable.length for variable in type_.variables}
        self._lengths |= {variable.name: variable.length for variable in type_.globals}

    def at_call(self, columns: Mapping[str, Any]) -> Mapping[str, Any]:
        """Returns its columns by its key, and what filling it has set."""
        values = self._store.fill(self._type, self._table, {n: self._of_first(n, value) for n, value in columns.items()})
        # for one instance alone the numbers are its own
        own = {name for name in values if self._type.variable(name) is not None and np.ndim(columns.get(name, 0.0))}
        return {**values, **{name: np.where(self._is_first, values[name], columns[name]) for name in own}}

    def _of_first(self, name: str, value: Any) -> Any:
        return value if np.ndim(value) <= bool(self._lengths.get(name)) else value[..., 0]


def _leave_last_row(model: Model, type_: MechanismType, table: Table, filled: np.ndarray, rows: Any) -> None:
    """Leaves the table's last row in the first instance, whose variables NEURON fills it with."""
    place = 0
    for name in table.outputs:
        variable = type_.variable(name)
        n_row = max(variable.length, 1) if variable is not None else 1
        # what steps work out lies with the program, and is worked out again before anybody can look
        if variable is not None and variable.kind is VariableKind.ASSIGNED and name not in model.tables[type_.name].stale:
            last = filled[-1, place : place + n_row]
            model.tables[type_.name].edit(name)[..., rows[0]] = last if variable.length else last[0]
        place += n_row


def unused_tables(model: Model, type_: MechanismType) -> dict[str, Any]:
    """Returns empty TABLEs, for a type whose tables are switched off."""
    return {table.key: np.zeros((2, len(table.outputs))) for table in type_.tables} | filled_by_user(model, type_)


def filled_by_user(model: Model, type_: MechanismType) -> dict[str, dict[str, np.ndarray]]:
    """Returns the FUNCTION_TABLEs of a type by key.

    Raises:
        HocError: One has not been filled.
    """
    tables = {}
    for name in type_.function_tables:
        filled = model.function_tables.get((type_.name, name))
        if filled is None:
            raise HocError("hocobj_call error: hoc_execerror: table not specified in hoc_func_table")
        tables[f"table {name}"] = filled.filled()
    return tables


def _value(model: Model, type_: MechanismType, name: str, rows: Any) -> Any:
    """Returns what a fill kernel reads: a global, or an instance variable of the first instance."""
    shared = model.tables.get(f"{type_.name}@global")
    if shared is not None and name in shared:
        return shared.column(name)[..., 0]
    if name in model.tables[type_.name]:
        return model.tables[type_.name].column(name)[..., rows[0]]
    if name == "usetable":
        return True
    return model.tables["hoc"].column(name)[0]
