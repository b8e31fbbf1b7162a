"""Resolves connections: sources, targets and weights as columns."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import Any

import numpy as np

from jneuron.base.outcome import Outcome
from jneuron.ir.net_table import DELAY, OWN, WEIGHT, NetParams, NetState
from jneuron.ir.program import Key, NetSpec
from jneuron.lower.groups import Group
from jneuron.lower.layout import Layout, inverted
from jneuron.lower.queue import HostQueue, queue_with_room
from jneuron.model.model import Model
from jneuron.model.network import NetConDecl, SourceDecl
from jneuron.model.references import ColumnReference

MANY_EVENTS, MANY_SPIKES = 1 << 17, 1 << 15
"""Buffers have room for this many events and spikes at most before any run has asked for more."""


@dataclass(frozen=True)
class Room:
    """How many events and spikes the state of a network has room for."""

    events: int = 64
    spikes: int = 256


def room_for(room: Room, model: Model, n_queued: int) -> Room:
    """Returns room that is enlarged if what is known of a model and of the events that wait says so."""
    n_event = n_queued + min(len(model.netcons) + len(model.point_processes), MANY_EVENTS)
    n_spike = min(16 * len(model.sources), MANY_SPIKES)
    return Room(_doubled(room.events, 2 * n_event), _doubled(room.spikes, n_spike))


def _doubled(size: int, least: int) -> int:
    """Returns `size`, doubled until it is no less than `least`."""
    while size < least:
        size *= 2
    return size


def with_room(net: NetState, room: Room) -> NetState:
    """Returns a network's state with larger buffers; what is in them stays."""
    n_spike = int(net.n_spike)
    spikes = np.zeros((room.spikes + 1, 2))
    spikes[:n_spike] = np.asarray(net.spikes)[:n_spike]
    return replace(net, queue=queue_with_room(net.queue, room.events), spikes=spikes)


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
        table = model.tables["netcon"]
        rows = self.columns["row"]
        connections = np.zeros((max(len(rows), 1), 3))
        connections[: len(rows), DELAY] = table.column("delay")[rows]
        connections[: len(rows), WEIGHT] = self.columns["weight"]
        active = table.column("active")[rows] != 0.0
        connections[: len(rows), OWN] = np.where(active, self.columns["own"], -1)
        return NetParams(
            first=self.columns["first"],
            connections=connections,
            threshold=model.tables["source"].column("threshold")[self.columns["source_row"]],
            watched=self.columns["watched"],
            source_of_watched=self.columns["source_of_watched"],
            source_of=self.columns["source_of"],
            offset=self.columns["offset"],
            vectors=self.columns["vectors"],
        )

    def host_state(self, model: Model, queue: HostQueue, room: Room) -> NetState:
        """Returns the state with the events of the host's queue."""
        above = [queue.above.get(id(self.sources[s]), False) for s in self.columns["source_of_watched"]]
        return NetState(
            weights=self.host_weights(model),
            queue=queue.columns(self, room.events),
            above=np.array(above, bool),
            watches=queue.watch_columns(self),
            n_watch=np.float64(queue.n_watch),
            spikes=np.zeros((room.spikes + 1, 2)),
            n_spike=np.int32(0),
            outcome=np.int32(Outcome.OK),
            failed=np.int32(0),
            refused=np.zeros(4),
        )

    def host_weights(self, model: Model) -> Any:
        """Returns all weight vectors, and room for what is thrown away. (weight + longest vector,)"""
        table = model.tables["weight"]
        blocks = [group.type.net_receive for group in self.target_groups]
        spare = max([len(block.arguments) for block in blocks if block is not None], default=0)
        return np.concatenate([table.column("weight")[: len(table)], np.zeros(max(spare, 1))])

    @cached_property
    def numbers(self) -> dict[int, int]:
        """The number of each connection, by id of its declaration."""
        return {id(netcon): c for c, netcon in enumerate(self.connections)}

    def own(self, type_name: str, row: int) -> int | None:
        """Returns the number of an instance among all that receive events, or None if it does not."""
        return self._own_numbers.get((type_name, row))

    @cached_property
    def _own_numbers(self) -> dict[tuple[str, int], int]:
        pairs = [(group.type.name, int(row)) for group in self.target_groups for row in group.rows]
        return {pair: own for own, pair in enumerate(pairs)}

    def instance_of(self, own: int) -> tuple[str, int]:
        """Returns the type and table row of an instance by its number."""
        k = int(np.searchsorted(self.columns["offset"], own, side="right")) - 1
        group = self.target_groups[k]
        return group.type.name, int(group.rows[own - int(self.columns["offset"][k])])


def lower_network(model: Model, layout: Layout, groups: list[Group]) -> Network | None:
    """Returns the network, or None where nothing sends or receives events."""
    targets = tuple(g for g, group in enumerate(groups) if group.type.net_receive is not None)
    if not targets and not model.sources:
        return None
    sources = tuple(source for source in model.sources if not source.is_idle)
    connections = _connections(model)
    target_groups = tuple(groups[g] for g in targets)
    offset = np.concatenate([[0], np.cumsum([len(group.rows) for group in target_groups])]).astype(np.int32)
    columns = _connection_columns(connections, sources, _numbers_of(model, target_groups, offset))
    keys, watched, source_of_watched = _watched(sources, layout)
    columns["watched"], columns["source_of_watched"] = watched, source_of_watched
    columns["source_row"] = np.array([sources[k].row for k in source_of_watched], np.int64)
    columns["source_of"] = _source_of(sources, target_groups, offset)
    columns["offset"] = offset
    columns["vectors"] = _vectors(connections, columns["own"], target_groups, offset)
    blocks = [group.type.net_receive for group in target_groups]
    received: set[Key] = {(group.type.name, name) for group in target_groups for name in _written(group)}
    if any(group.type.sets_voltage for group in target_groups):
        received.add(("node", "v"))
    spec = NetSpec(
        n_source=len(sources),
        n_connection=len(connections),
        watched=keys,
        targets=targets,
        moves=any("@move" in block.kernel.writes for block in blocks if block is not None),
        detect_late=bool(received & set(keys)) or any(block.watches for block in blocks if block is not None),
    )
    return Network(spec, sources, connections, columns, target_groups)


def _written(group: Group) -> frozenset[str]:
    block = group.type.net_receive
    return block.kernel.writes if block is not None else frozenset()


def _connections(model: Model) -> tuple[NetConDecl, ...]:
    """Returns all connections, a source at a time in the order of creation; those without source come last."""
    sent = chain.from_iterable(source.connections for source in model.sources)
    return (*sent, *(netcon for netcon in model.netcons.values() if netcon.source is None))


def _connection_columns(
    connections: tuple[NetConDecl, ...], sources: tuple[SourceDecl, ...], own: dict[Any, int]
) -> dict[str, Any]:
    """Returns first connections, rows, targets and weights; `own` has the number of each declaration that receives."""
    n_of_source = np.fromiter((len(source.connections) for source in sources), np.int64, len(sources))
    n = len(connections)
    return {
        "first": np.concatenate([[0], np.cumsum(n_of_source)]).astype(np.int32),
        "row": np.fromiter(map(attrgetter("row"), connections), np.int64, n),
        "own": np.fromiter((own.get(netcon.target, -1) for netcon in connections), np.int32, n),
        "weight": np.fromiter(map(attrgetter("weight_start"), connections), np.int32, n),
    }


def _numbers_of(model: Model, targets: tuple[Group, ...], offset: Any) -> dict[Any, int]:
    """Returns the number of each declaration among all that receive events."""
    numbers: dict[Any, int] = {}
    own_of_row = {
        group.type.name: np.where((instance := inverted(group.rows)) >= 0, instance + offset[k], -1).tolist()
        for k, group in enumerate(targets)
    }
    for process in model.point_processes.values():
        of_type = own_of_row.get(process.type.name, ())
        if process.row < len(of_type):
            numbers[process] = of_type[process.row]
    return numbers


def _vectors(connections: tuple[NetConDecl, ...], own: Any, targets: tuple[Group, ...], offset: Any) -> tuple[Any, ...]:
    """Returns the weight vectors that FOR_NETCONS goes through, in the order in which the connections were made."""
    found: list[Any] = []
    for k, group in enumerate(targets):
        block = group.type.net_receive
        if block is None or not block.for_netcons:
            found.append(None)
            continue
        starts: list[list[tuple[int, int]]] = [[] for _ in group.rows]
        for c in np.flatnonzero((own >= offset[k]) & (own < offset[k + 1])):
            starts[own[c] - offset[k]].append((connections[c].order, connections[c].weight_start))
        table = np.full((len(starts), max([1, *map(len, starts)])), -1, np.int32)
        for instance, pairs in enumerate(starts):
            table[instance, : len(pairs)] = [start for _, start in sorted(pairs)]
        found.append(table)
    return tuple(found)


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


def _source_of(sources: tuple[SourceDecl, ...], targets: tuple[Group, ...], offset: Any) -> np.ndarray:
    """Returns the source that each instance is; for one that is none, -1."""
    source_of = np.full(int(offset[-1]), -1, np.int32)
    places = {group.type.name: (inverted(group.rows), int(offset[k])) for k, group in enumerate(targets)}
    for s, source in enumerate(sources):
        if source.process is not None and source.variable is None and source.process.type.name in places:
            instance, start = places[source.process.type.name]
            source_of[start + instance[source.process.row]] = s
    return source_of
