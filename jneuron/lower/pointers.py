"""Resolves POINTER variables: for each, which columns its instances point into, and where."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from jneuron.base.errors import HocError, UnsupportedError
from jneuron.ir.mechanism_type import VariableKind
from jneuron.ir.program import Key
from jneuron.lower.groups import Group, is_written, read_variables
from jneuron.lower.layout import Layout
from jneuron.model.model import Model
from jneuron.model.reference import Reference
from jneuron.model.references import ColumnReference


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

    def overlap(self, group: Group, k: int) -> bool:
        """Tells whether instances of group number `k` point at one place, or at variables of each other."""
        if any(key[0] == group.type.name for _, keys in self.keys[k] for key in keys):
            return True
        elements: dict[Key, list[int]] = {}
        for name, keys in self.keys[k]:
            for place, key in enumerate(keys):
                rows, here = self.arrays[k][f"{name}/{place}"]
                elements.setdefault(key, []).extend(rows[here].tolist())
        return any(len(set(rows)) < len(rows) for rows in elements.values())


def places_outside(model: Model, groups: list[Group]) -> dict[Reference, int]:
    """Returns what POINTERs of the groups' instances point at outside the tables, numbered."""
    rows = {group.type.name: set(group.rows.tolist()) for group in groups}
    places: dict[Reference, int] = {}
    for (mechanism, row, _), reference in model.pointers.items():
        if not isinstance(reference, ColumnReference) and row in rows.get(mechanism, ()):
            places.setdefault(reference, len(places))
    return places


def resolve_pointers(model: Model, layout: Layout, groups: list[Group]) -> Pointers:
    """Returns the pointers of all groups; a pointer that was never set is refused by name."""
    keys, arrays, targets = [], [], set()
    for group in groups:
        group_keys: list[tuple[str, tuple[Key, ...]]] = []
        group_arrays: dict[str, tuple[np.ndarray, np.ndarray]] = {}
        # one that nothing looks at need not be set
        block = group.type.net_receive
        watched = frozenset().union(*(watch.reads for watch in block.watches)) if block is not None else frozenset()
        used = read_variables(group.type) | watched
        for variable in group.type.variables:
            if variable.kind is not VariableKind.POINTER or not (
                variable.name in used or is_written(group.type, variable.name)
            ):
                continue
            columns = _columns(model, layout, group, variable.name)
            _check_writable(group, variable.name, columns)
            group_keys.append((variable.name, tuple(columns)))
            for k, (element, here) in enumerate(columns.values()):
                group_arrays[f"{variable.name}/{k}"] = (element, here)
            targets |= {key for key in columns if key[0] in model.types or key[0].endswith("_ion")}
        _check_apart(group, dict(group_keys), group_arrays)
        keys.append(tuple(group_keys))
        arrays.append(group_arrays)
    return Pointers(tuple(keys), tuple(arrays), targets)


def _check_writable(group: Group, name: str, columns: dict[Key, tuple[np.ndarray, np.ndarray]]) -> None:
    """Refuses a POINTER that is written and points at what no step changes; NET_RECEIVE may write weights, and weights only."""
    block = group.type.net_receive
    if block is not None and name in block.kernel.writes:
        for key in columns.keys() - {("weight", "weight")}:
            raise UnsupportedError(
                f"a POINTER to {key[1]} in NET_RECEIVE", f"{name} of {group.type.name} points there; point at a weight."
            )
        return
    for key in columns if is_written(group.type, name) else ():
        if key[0] in ("cable", "hoc", "weight") or key in (("node", "i_cap"), ("node", "i_membrane_")):
            raise UnsupportedError(
                f"a POINTER that writes {key[1]}", f"{name} of {group.type.name} points there; point at a mechanism's variable."
            )


def _check_apart(group: Group, keys: dict[str, tuple[Key, ...]], arrays: dict[str, tuple[np.ndarray, np.ndarray]]) -> None:
    """Refuses two POINTERs of one instance at one place, of which one is written: a block reads before it writes."""
    seen: dict[tuple[Key, int, int], str] = {}
    for name in sorted(keys, key=lambda name: not is_written(group.type, name)):
        for k, key in enumerate(keys[name]):
            rows, here = arrays[f"{name}/{k}"]
            for instance in np.flatnonzero(here).tolist():
                other = seen.setdefault((key, int(rows[instance]), instance), name)
                if other != name and is_written(group.type, other):
                    raise UnsupportedError(
                        f"a POINTER that writes what another POINTER of {group.type.name} reads",
                        f"{other} and {name} of one instance point at one place; use one POINTER for both.",
                    )


def _external(model: Model, group: Group, name: str) -> Reference | None:
    """Returns the global of another mechanism that an EXTERNAL stands for; None for a POINTER that is not set.

    Raises:
        HocError: No mechanism that has been used has this global.
    """
    variable = group.type.variable(name)
    if variable is None or variable.visible:
        return None
    for other in model.types.values():
        for shared in other.globals:
            if name == f"{shared.name}_{other.name}":
                return ColumnReference(model.tables[f"{other.name}@global"], shared.name, 0)
    raise HocError(f"{group.type.name}: EXTERNAL {name} is no GLOBAL of a mechanism in the model")


def _columns(model: Model, layout: Layout, group: Group, name: str) -> dict[Key, tuple[np.ndarray, np.ndarray]]:
    n = len(group.rows)
    columns: dict[Key, tuple[np.ndarray, np.ndarray]] = {}
    for instance, row in enumerate(group.rows):
        reference = model.pointers.get((group.type.name, int(row), name)) or _external(model, group, name)
        found = layout.find(reference) if reference is not None else None
        if found is None:
            raise HocError(f"{group.type.name}: pointer {name} of an instance is not set")
        key, element = found
        elements, here = columns.setdefault(key, (np.zeros(n, np.int32), np.zeros(n, bool)))
        elements[instance], here[instance] = element, True
    return columns
