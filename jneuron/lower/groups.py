"""Gathers the instances of each mechanism."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from jneuron.ir.cable import Cable
from jneuron.ir.mechanism_type import Kernel, MechanismKind, MechanismType, VariableKind
from jneuron.ir.program_keys import STARTING
from jneuron.lower.buckets import Arrangement
from jneuron.lower.hosted import serving_type
from jneuron.model.model import Model
from jneuron.model.section import SectionDecl

Indices = npt.NDArray[np.int64]
BOOKKEEPING = ("morphology", "capacitance")


@dataclass(frozen=True, eq=False)
class Group:
    """All instances of a type.

    Attributes:
        type: The mechanism.
        rows: Row in the type's table. (instance,)
        nodes: Place of the node; empty for artificial cells. (instance,)
        start: First place where instances lie side by side on adjacent nodes, else None.
        order: The instances in NEURON's order: by node, on one node the latest first. (instance,)
    """

    type: MechanismType
    rows: Indices
    nodes: Indices
    start: int | None
    order: Indices


def gather_groups(model: Model, cable: Cable, arrangement: Arrangement, order: dict[str, int]) -> list[Group]:
    """Returns the groups in NEURON's order of types (`order`)."""
    rows: dict[str, list[Indices]] = {}
    nodes: dict[str, list[Any]] = {}
    for section in cable.sections:
        first = section.node_start + 1
        here = arrangement.place_of[cable.node_of_row[first : first + section.nseg]]
        for name, start in section.mechanisms.items():
            if name in model.types:
                rows.setdefault(name, []).append(np.arange(start, start + section.nseg))
                nodes.setdefault(name, []).append(here)
    groups = [
        _density(model.types[name], np.concatenate(rows[name]), np.concatenate(nodes[name]), arrangement) for name in rows
    ]
    groups += _point_groups(model, cable, arrangement)
    groups = [replace(group, type=serving_type(model, group.type, group.rows)) for group in groups]
    model.serving = {group.type.name: group.type for group in groups}
    return sorted(groups, key=lambda g: order[g.type.name])


def _density(type_: MechanismType, rows: Indices, nodes: Indices, arrangement: Arrangement) -> Group:
    by_node = np.argsort(nodes, kind="stable")
    rows, nodes = rows[by_node], nodes[by_node].astype(np.int64)
    adjacent = bool(np.all(np.diff(nodes) == 1))
    return Group(type_, rows, nodes, int(nodes[0]) if adjacent else None, np.argsort(arrangement.node_at[nodes]))


def _point_groups(model: Model, cable: Cable, arrangement: Arrangement) -> list[Group]:
    rows: dict[str, list[int]] = {}
    nodes: dict[str, list[int]] = {}
    located: dict[str, list[int]] = {}
    for process in model.point_processes.values():
        name = process.type.name
        if process.type.kind is MechanismKind.ARTIFICIAL:
            rows.setdefault(name, []).append(process.row)
        elif process.section is not None:
            rows.setdefault(name, []).append(process.row)
            nodes.setdefault(name, []).append(node_place(model, cable, arrangement, process.section, process.slot))
            located.setdefault(name, []).append(process.arrival)
    return [_points(model.types[n], rows[n], nodes.get(n, []), located.get(n, []), arrangement) for n in rows]


def _points(type_: MechanismType, rows: list[int], nodes: list[int], located: list[int], arrangement: Arrangement) -> Group:
    """Returns a group; of the instances at one node the one that came there last is the first."""
    here = np.array(nodes, np.int64)
    order = np.lexsort((-np.array(located), arrangement.node_at[here])) if nodes else np.arange(len(rows))
    return Group(type_, np.array(rows, np.int64), here, None, order)


def node_place(model: Model, cable: Cable, arrangement: Arrangement, section: SectionDecl, slot: int) -> int:
    """Returns where the node of a section's slot lies."""
    return int(arrangement.place_of[cable.node_of_row[model.node_row(section, slot)]])


def kept_variables(type_: MechanismType) -> frozenset[str]:
    """Returns the variables of a type that live from step to step.

    They are its states, what is read before it is written, and what events write: nothing works that out again.
    """
    written = step_writes(type_)
    by_events = type_.net_receive.kernel.writes if type_.net_receive is not None else frozenset()
    read = frozenset().union(*(k.reads for k in _step_kernels(type_)))
    states = {v.name for v in type_.variables if v.kind in (VariableKind.STATE, VariableKind.RANDOM)}
    own = {v.name for v in type_.variables}
    return frozenset(written & (states | read | type_.carried | by_events) & own)


def step_writes(type_: MechanismType) -> frozenset[str]:
    """Returns the names that a step may write."""
    return frozenset().union(*(k.writes for k in _step_kernels(type_)))


def _step_kernels(type_: MechanismType) -> list[Kernel]:
    steps = [kernel for name, kernel in type_.kernels.items() if name not in STARTING]
    if type_.net_receive is not None:
        steps += [type_.net_receive.kernel, *type_.net_receive.watches]
    return steps


def shared_globals(type_: MechanismType) -> frozenset[str]:
    """Returns the globals that live from step to step: a step kernel sets them, and one reads them before it does."""
    read = frozenset().union(*(k.reads for k in _step_kernels(type_)))
    return step_writes(type_) & read & {v.name for v in type_.globals}


def kernels_in_order(type_: MechanismType, n_instance: int, *, overlap: bool) -> frozenset[str]:
    """Returns the kernels that must run on one instance after another.

    Args:
        type_: The mechanism.
        n_instance: How many instances there are.
        overlap: Whether what the POINTERs of instances point at overlaps.
    """
    if n_instance < 2:
        return frozenset()
    shared = {v.name for v in type_.globals}
    pointers = {v.name for v in type_.variables if v.kind is VariableKind.POINTER}
    return frozenset(
        name
        for name, kernel in type_.kernels.items()
        if (kernel.reads - kernel.kept) & kernel.writes & shared or (overlap and kernel.writes & pointers)
    )


def is_written(type_: MechanismType, name: str) -> bool:
    """Tells whether any kernel writes a variable."""
    return any(name in kernel.writes for kernel in _kernels(type_))


def read_variables(type_: MechanismType) -> frozenset[str]:
    """Returns the instance variables that any kernel reads."""
    return frozenset().union(*(k.reads for k in _kernels(type_))) & {v.name for v in type_.variables}


def _kernels(type_: MechanismType) -> list[Kernel]:
    kernels = [*type_.kernels.values(), *(each.kernel for each in type_.diffusion)]
    if type_.net_receive is not None:
        kernels += [type_.net_receive.kernel, *type_.net_receive.watches]
    return kernels
