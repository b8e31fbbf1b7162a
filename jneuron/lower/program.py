"""Lowers a model: static structure and the map from tables to columns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from jneuron.ir.cable import Cable
from jneuron.ir.mechanism_type import VariableKind
from jneuron.ir.program import GroupSpec, Key, Program
from jneuron.lower.buckets import Arrangement, arrange
from jneuron.lower.diffusion import Links, diffusion_links
from jneuron.lower.groups import Group, gather_groups, kept_variables, kernels_in_order, shared_globals
from jneuron.lower.ions import ion_rows, ion_specs
from jneuron.lower.layout import Layout
from jneuron.lower.network import Network, lower_network
from jneuron.lower.pointers import Pointers, places_outside, resolve_pointers
from jneuron.lower.probes import PlayPlan, RecordPlan, plan_plays, plan_records
from jneuron.lower.transfer import TransferPlan, plan_transfers
from jneuron.model.model import Model
from jneuron.model.probes import Sampling


@dataclass(frozen=True, eq=False)
class Lowered:
    """A program and what is needed to fill it.

    Attributes:
        program: Static structure.
        layout: Where the tables' rows lie in it.
        cable, arrangement: The discretised trees and their places.
        groups: Instances of each mechanism, as in `program.groups`.
        records, plays, pointers, diffusion, network: What traced indices are made from.
    """

    program: Program
    layout: Layout
    cable: Cable
    arrangement: Arrangement
    groups: tuple[Group, ...]
    records: RecordPlan
    plays: tuple[PlayPlan, ...]
    pointers: Pointers
    diffusion: tuple[Links, ...]
    network: Network | None
    transfers: TransferPlan


@dataclass(frozen=True)
class Options:
    """What a program is lowered for.

    Attributes:
        capacity: Steps of a chunk at most.
        follow_all: Whether every ion's current is summed.
    """

    capacity: int = 1024
    follow_all: bool = False


def lower(model: Model, cable: Cable, order: dict[str, int], options: Options) -> Lowered:
    """Returns the program of a model as it stands.

    Args:
        model: The declarations.
        cable: Its discretisation.
        order: NEURON's order of mechanism types.
        options: Sizes and extras.
    """
    arrangement = arrange(cable)
    groups = gather_groups(model, cable, arrangement, order)
    rows_of_ion = ion_rows(model, cable, arrangement)
    layout = Layout(_rows(model, cable, arrangement, groups, rows_of_ion), places_outside(model, groups))

    records = plan_records(model.probes, layout)
    plays = plan_plays(model.probes, layout)
    pointers = resolve_pointers(model, layout, groups)
    network = lower_network(model, layout, groups)
    transfers = plan_transfers(model.transfers, layout)
    changed = {play.key for play in plays} | pointers.targets | {target for _, target in transfers.keys}
    second_order = int(model.tables["hoc"].column("secondorder")[0])
    wanted = {key for key, _ in records.keys} | changed
    ions = ion_specs(model, rows_of_ion, groups, wanted, follow_all=options.follow_all or second_order == 2)
    specs = tuple(_group_spec(model, group, changed, pointers, k) for k, group in enumerate(groups))
    program = Program(
        buckets=arrangement.buckets,
        groups=specs,
        ions=ions,
        probes=records.keys,
        plays=tuple((p.key, p.mode) for p in plays),
        net=network.spec if network else None,
        second_order=second_order,
        capacity=options.capacity,
        transfers=transfers.keys,
        between=network is not None and any(d.sampling is not Sampling.EVERY_STEP for d in model.probes.records),
    )
    diffusion = tuple(diffusion_links(cable, arrangement, group) for group in groups)
    return Lowered(program, layout, cable, arrangement, tuple(groups), records, plays, pointers, diffusion, network, transfers)


def _group_spec(model: Model, group: Group, changed: set[Key], pointers: Pointers, k: int) -> GroupSpec:
    type_ = group.type
    table = model.tables.get(f"{type_.name}@global")
    exact = bool(type_.tables) and table is not None and "usetable" in table and not table.column("usetable")[0]
    kept = set(kept_variables(type_)) | {name for place, name in changed if place == type_.name}
    kept -= {v.name for v in type_.variables if v.kind is VariableKind.POINTER}
    return GroupSpec(
        name=type_.name,
        digest=type_.digest,
        n_instance=len(group.rows),
        start=group.start,
        kept=frozenset(kept),
        exact=exact,
        pointers=pointers.keys[k],
        shared=shared_globals(type_),
        in_order=kernels_in_order(type_, len(group.rows), overlap=pointers.overlap(group, k)),
        type=type_,
    )


def _rows(
    model: Model, cable: Cable, arrangement: Arrangement, groups: list[Group], rows_of_ion: dict[str, np.ndarray]
) -> dict[str, np.ndarray]:
    """Returns each table's rows in the order of the program's columns."""
    rows: dict[str, np.ndarray] = {group.type.name: group.rows for group in groups}
    rows |= rows_of_ion
    rows["node"] = cable.row_of_node[arrangement.node_at].astype(np.int64)
    segments = _segment_rows(cable, arrangement)
    rows |= segments
    rows["hoc"] = np.zeros(1, np.int64)
    for group in groups:
        if f"{group.type.name}@global" in model.tables:
            rows[f"{group.type.name}@global"] = np.zeros(1, np.int64)
    rows["weight"] = np.arange(len(model.tables["weight"]), dtype=np.int64)
    return rows


def _segment_rows(cable: Cable, arrangement: Arrangement) -> dict[str, np.ndarray]:
    """Returns the rows of the mechanisms that every segment has, -1 on nodes of zero area. (node,) each"""
    rows = {name: np.full(cable.n_node, -1, np.int64) for name in ("morphology", "capacitance")}
    for section in cable.sections:
        first = section.node_start + 1
        here = arrangement.place_of[cable.node_of_row[first : first + section.nseg]]
        for name, values in rows.items():
            start = section.mechanisms[name]
            values[here] = np.arange(start, start + section.nseg)
    return rows
