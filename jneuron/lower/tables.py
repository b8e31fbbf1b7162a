"""Fills the TABLEs of mechanisms, and fills them again when what they depend on has changed."""

from __future__ import annotations

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

    def tables_of(self, model: Model, type_: MechanismType, rows: Any) -> dict[str, Any]:
        """Returns the TABLEs of a type by key. (intervals + 1, output)"""
        tables = {table.key: self._filled_table(model, type_, table, rows) for table in type_.tables}
        return tables | filled_by_user(model, type_)

    def _filled_table(self, model: Model, type_: MechanismType, table: Table, rows: Any) -> np.ndarray:
        keys = {each.key: each for each in type_.tables}
        needed = table.fill.reads | set(table.depends)
        # a procedure may look up what another one has in its table
        columns = {name: self._filled_table(model, type_, keys[name], rows) for name in needed & keys.keys()}
        columns |= {name: _value(model, type_, name, rows) for name in needed - keys.keys()}
        now = tuple(float(np.asarray(columns[name]).reshape(-1)[0]) for name in sorted(table.depends))
        key = (type_.name, table.key)
        if key not in self._filled or self._filled[key][0] != now:
            with np.errstate(all="ignore"):
                values = table.fill.function(self._ops, columns)
            filled = np.asarray(values[table.key], float)
            self._filled[key] = (now, filled)
            _leave_last_row(model, type_, table, filled, rows)
            # what the procedure sets besides: a global, or a variable of the first instance
            for name in values.keys() - {table.key}:
                shared = model.tables.get(f"{type_.name}@global", ())
                owner = f"{type_.name}@global" if name in shared else type_.name
                model.tables[owner].edit(name)[..., 0 if name in shared else rows[0]] = values[name]
        return self._filled[key][1]


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
