"""What C code on the host holds, as programs see it: Vectors as columns, kernels for what only the host can draw from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import numpy as np

from jneuron.base.random123 import FROM_OBJECT
from jneuron.ir.mechanism_type import MechanismType, VariableKind
from jneuron.model.model import Model
from jneuron.model.random_settings import WORD_ROW
from jneuron.model.table import Table

ELEMENTS = " elements"


def vector_columns(type_: MechanismType, table: Table, rows: Any) -> dict[str, Any]:
    """Returns the Vectors that a type's instances hold, as kernels see them. (1 + capacity, instance)

    Capacities are powers of two, so that a Vector that grows seldom needs a new compilation.
    """
    columns: dict[str, Any] = {}
    for name in vector_names(type_):
        vectors = [_elements(type_, table, name, row) for row in rows]
        longest = max((len(v) for v in vectors if v is not None), default=0)
        column = np.zeros((1 + (1 << max(longest - 1, 0).bit_length()), len(rows)))
        column[0] = [-1 if v is None else len(v) for v in vectors]
        for k, vector in enumerate(vectors):
            if vector is not None:
                column[1 : 1 + len(vector), k] = vector
        columns[name] = column
    return columns


def vector_names(type_: MechanismType) -> tuple[str, ...]:
    """Returns the VECTOR variables of a type."""
    return tuple(v.name for v in type_.variables if v.kind is VariableKind.VECTOR)


def _elements(type_: MechanismType, table: Table, name: str, row: int) -> Any:
    assert type_.host is not None
    vector = type_.host.handle(float(table.column(name.removesuffix(ELEMENTS))[row]))
    return None if vector is None else vector.view()


def serving_type(model: Model, type_: MechanismType, rows: Iterable[int]) -> MechanismType:
    """Returns the type with kernels on the host where an instance holds an `h.Random`, which only the host draws from."""
    host = type_.host
    if host is None or not host.variants:
        return type_
    table, rows = model.tables[type_.name], list(rows)
    streams = [v.name for v in type_.variables if v.kind is VariableKind.RANDOM]
    if not any((table.column(name)[WORD_ROW, rows] == FROM_OBJECT).any() for name in streams):
        return type_
    variants = {name: kernel for name, kernel in host.variants.items() if kernel.reads & set(streams)}
    kernels = {name: variants.get(name, kernel) for name, kernel in type_.kernels.items()}
    block = type_.net_receive
    if block is not None:
        block = replace(
            block,
            kernel=variants.get("net_receive", block.kernel),
            initial=variants.get("net_initial", block.initial) if block.initial is not None else None,
        )
    return replace(type_, kernels=kernels, net_receive=block, digest=f"{type_.digest} on the host")
