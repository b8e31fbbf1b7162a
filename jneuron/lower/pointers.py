"""Resolves POINTER variables: for each, which columns its instances point into, and where."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from jneuron.base.errors import HocError
from jneuron.ir.mechanism_type import VariableKind
from jneuron.ir.program import Key
from jneuron.lower.groups import Group
from jneuron.lower.layout import Layout
from jneuron.model.model import Model


@dataclass(frozen=True, eq=False)
class Pointers:
    """All pointers of a program.

    Attributes:
        keys: For each group its POINTER variables with the columns they point into.
        arrays: For each group "name/k": (element of the k-th column, whether the instance points there).
        targets: The columns pointed into.
    """

    keys: tuple[tuple[tuple[str, tuple[Key, ...]], ...], ...]
    arrays: tuple[dict[str, tuple[np.ndarray, np.ndarray]], ...]
    targets: set[Key]


def resolve_pointers(model: Model, layout: Layout, groups: list[Group]) -> Pointers:
    """Returns the pointers of all groups; a pointer that was never set is refused by name."""
    keys, arrays, targets = [], [], set()
    for group in groups:
        group_keys: list[tuple[str, tuple[Key, ...]]] = []
        group_arrays: dict[str, tuple[np.ndarray, np.ndarray]] = {}
        for variable in group.type.variables:
            if variable.kind is not VariableKind.POINTER:
                continue
            columns = _columns(model, layout, group, variable.name)
            group_keys.append((variable.name, tuple(columns)))
            for k, (element, here) in enumerate(columns.values()):
                group_arrays[f"{variable.name}/{k}"] = (element, here)
            targets |= {key for key in columns if key[0] in model.types}
        keys.append(tuple(group_keys))
        arrays.append(group_arrays)
    return Pointers(tuple(keys), tuple(arrays), targets)


def _columns(model: Model, layout: Layout, group: Group, name: str) -> dict[Key, tuple[np.ndarray, np.ndarray]]:
    n = len(group.rows)
    columns: dict[Key, tuple[np.ndarray, np.ndarray]] = {}
    for instance, row in enumerate(group.rows):
        reference = model.pointers.get((group.type.name, int(row), name))
        found = layout.find(reference) if reference is not None else None
        if found is None:
            raise HocError(f"{group.type.name}: pointer {name} of an instance is not set")
        key, element = found
        elements, here = columns.setdefault(key, (np.zeros(n, np.int32), np.zeros(n, bool)))
        elements[instance], here[instance] = element, True
    return columns
