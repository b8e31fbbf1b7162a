"""Resolves connections: sources, targets and weights as columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from jneuron.base.outcome import Outcome
from jneuron.ir.net_table import NetParams, NetState
from jneuron.ir.program import Key, NetSpec
from jneuron.lower.groups import Group
from jneuron.lower.layout import Layout, inverted
from jneuron.lower.queue import HostQueue
from jneuron.model.model import Model
from jneuron.model.network import NetConDecl, SourceDecl
from jneuron.model.references import ColumnReference


@dataclass(frozen=True, eq=False)
class Network:
    """The network of a program.

    Attributes:
        spec: Its sizes.
        sources: The declarations, in the order of source numbers.
        connections: The declarations, in the order of connection numbers.
        columns: The traced constants that depend on structure alone.
        target_groups: The groups that receive events, in the order of `spec.targets`.
    """

    spec: NetSpec
    sources: tuple[SourceDecl, ...]
    connections: tuple[NetConDecl, ...]
    columns: dict[str, Any]
    target_groups: tuple[Group, ...]

    def host_params(self, model: Model) -> NetParams:
        """Returns the constants as the tables have them."""
        rows = np.array([c.row for c in self.connections], np.int64)
        watched = [self.sources[s].row for s in self.columns["source_of_watched"]]
        return NetParams(
            delay=model.tables["netcon"].column("delay")[rows],
            active=model.tables["netcon"].column("active")[rows] != 0.0,
            threshold=model.tables["source"].column("threshold")[np.array(watched, np.int64)],
            **self.columns,
        )

    def host_state(self, model: Model, queue: HostQueue) -> NetState:
        """Returns the state with the events of the host's queue."""
        slots = queue.columns(self)
        above = [queue.above.get(id(self.sources[s]), False) for s in self.columns["source_of_watched"]]
        return NetState(
            weights=self.host_weights(model),
            above=np.array(above, bool),
            spikes=np.zeros((2, self.spec.spikes + 1)),
            n_spike=np.int32(0),
            outcome=np.int32(Outcome.OK),
            **slots,
        )

    def host_weights(self, model: Model) -> Any:
        """Returns all weight vectors, and at least one number. (weight,)"""
        table = model.tables["weight"]
        return table.column("weight")[: len(table)].copy() if len(table) else np.zeros(1)

    def self_event(self, type_name: str, row: int) -> int | None:
        """Returns the number of an instance's self events, or None if it takes none."""
        for k, group in enumerate(self.target_groups):
            if group.type.name == type_name:
                instance = int(inverted(group.rows)[row])
                return self.spec.n_connection + int(self.columns["offset"][k]) + instance
        return None

    def instance_of(self, what: int) -> tuple[str, int]:
        """Returns the type and table row of a self event's instance."""
        own = what - self.spec.n_connection
        k = int(np.searchsorted(self.columns["offset"], own, side="right")) - 1
        group = self.target_groups[k]
        return group.type.name, int(group.rows[own - int(self.columns["offset"][k])])


def lower_network(model: Model, layout: Layout, groups: list[Group], *, queue: int, spikes: int) -> Network | None:
    """Returns the network, or None where nothing sends or receives events."""
    targets = tuple(g for g, group in enumerate(groups) if group.type.net_receive is not None)
    if not targets and not model.sources:
        return None
    sources = tuple(model.sources)
    connections = _connections(model)
    number = {id(source): s for s, source in enumerate(sources)}
    target_groups = tuple(groups[g] for g in targets)
    columns = _connection_columns(connections, number, target_groups, len(sources))
    keys, watched, source_of_watched = _watched(sources, layout)
    columns["watched"], columns["source_of_watched"] = watched, source_of_watched
    columns["source_of"] = tuple(_source_of(sources, group) for group in target_groups)
    counts = [len(group.rows) for group in target_groups]
    columns["offset"] = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
    spec = NetSpec(
        n_source=len(sources), n_connection=len(connections), watched=keys, targets=targets, queue=queue, spikes=spikes
    )
    return Network(spec, sources, connections, columns, target_groups)


def _connections(model: Model) -> tuple[NetConDecl, ...]:
    """Returns all connections, a source at a time in the order of creation; those without source come last."""
    sent = [netcon for source in model.sources for netcon in source.connections]
    known = {id(netcon) for netcon in sent}
    return tuple(sent + [netcon for netcon in model.netcons.values() if id(netcon) not in known])


def _connection_columns(
    connections: tuple[NetConDecl, ...], number: dict[int, int], targets: tuple[Group, ...], n_source: int
) -> dict[str, Any]:
    position = {group.type.name: k for k, group in enumerate(targets)}
    instances = [inverted(group.rows) for group in targets]
    n_of_source = np.zeros(n_source, np.int64)
    target = np.full(len(connections), -1, np.int32)
    instance = np.zeros(len(connections), np.int32)
    weight = np.zeros(len(connections), np.int32)
    for c, netcon in enumerate(connections):
        if netcon.source is not None:
            n_of_source[number[id(netcon.source)]] += 1
        weight[c] = netcon.weight_start
        process = netcon.target
        k = position.get(process.type.name, -1) if process is not None else -1
        if process is not None and k >= 0 and process.row < len(instances[k]) and instances[k][process.row] >= 0:
            target[c], instance[c] = k, instances[k][process.row]
    first = np.concatenate([[0], np.cumsum(n_of_source)]).astype(np.int32)
    return {"first": first, "target": target, "instance": instance, "weight": weight}


def _watched(sources: tuple[SourceDecl, ...], layout: Layout) -> tuple[tuple[Key, ...], tuple[np.ndarray, ...], np.ndarray]:
    """Returns the watched columns, the elements in each, and the source of each element in that order."""
    by_key: dict[Key, list[tuple[int, int]]] = {}
    for s, source in enumerate(sources):
        found = layout.find(source.variable) if isinstance(source.variable, ColumnReference) else None
        if found is not None:
            by_key.setdefault(found[0], []).append((found[1], s))
    elements = tuple(np.array([e for e, _ in pairs], np.int32) for pairs in by_key.values())
    numbers = np.array([s for pairs in by_key.values() for _, s in pairs], np.int32)
    return tuple(by_key), elements, numbers


def _source_of(sources: tuple[SourceDecl, ...], group: Group) -> np.ndarray:
    instance = inverted(group.rows)
    source_of = np.full(len(group.rows), -1, np.int32)
    for s, source in enumerate(sources):
        if source.process is not None and source.process.type.name == group.type.name and source.variable is None:
            source_of[instance[source.process.row]] = s
    return source_of
