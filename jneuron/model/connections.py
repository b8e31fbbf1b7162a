"""The connections of a model: sources of events and NetCons."""

from __future__ import annotations

import weakref
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from jneuron.base.errors import HocError
from jneuron.model.network import NetConDecl, SourceDecl
from jneuron.model.point_process import PointProcessDecl
from jneuron.model.references import ColumnReference
from jneuron.model.section import SectionDecl
from jneuron.model.table import Table

if TYPE_CHECKING:
    from jneuron.model.changes import Changes
    from jneuron.model.probes import Probes


class Connections:
    """What `Model` knows of connections.

    Attributes:
        netcons: NetCons by their order of creation.
        sources: In order of creation; the values say nothing.
        input_ports: Sources that fire when a gid of another host does, by the gid.
    """

    tables: dict[str, Table]
    sections: dict[int, SectionDecl]
    netcons: dict[int, NetConDecl]
    sources: dict[SourceDecl, None]
    input_ports: dict[int, SourceDecl]
    changes: Changes
    probes: Probes
    _source_of_key: dict[Any, SourceDecl]
    _n_created: int
    _netcon_table: Table
    _weight_table: Table

    def _check_own(self, section: SectionDecl) -> None:
        """Refuses a living section of another simulator."""
        if section.alive and self.sections.get(section.order) is not section:
            raise HocError(f"{section.full_name()} belongs to another Session")

    def source_of(
        self, *, variable: Any = None, process: PointProcessDecl | None = None, section: SectionDecl | None = None
    ) -> SourceDecl:
        """Returns the source for a variable or a process: the one there is, or a new one."""
        if section is not None:
            self._check_own(section)
        key = process.order if process is not None else variable.key
        known = self._source_of_key.get(key)
        # one whose variable has gone may still be recorded from; its place may have been given to another
        if known is not None and (known.variable is None or known.variable.alive):
            return known
        row = self.tables["source"].allocate(1)
        source = SourceDecl(row=row, variable=variable, process=process, section=section, entered=key)
        self.sources[source] = None
        self._source_of_key[key] = source
        self.changes.mark_topology()
        return source

    def input_port(self, gid: int) -> SourceDecl:
        """Returns the source that fires when a gid of another host does: the one there is, or a new one."""
        port = self.input_ports.get(gid)
        if port is None:
            port = self.input_ports[gid] = SourceDecl(row=self.tables["source"].allocate(1), gid=gid)
            self.sources[port] = None
            self.changes.mark_topology()
        return port

    def _delete_source(self, source: SourceDecl) -> None:
        for netcon in source.connections:
            netcon.source = None
        del self.sources[source]
        if self._source_of_key.get(source.entered) is source:
            del self._source_of_key[source.entered]
        self.tables["source"].release(source.row, 1)

    def create_netcon(
        self, source: SourceDecl | None, target: PointProcessDecl | None, handle: weakref.ref[Any] | None = None
    ) -> NetConDecl:
        """Returns a new connection with NEURON's defaults (delay 1 ms, weights 0)."""
        receive = target.type.net_receive if target is not None else None
        n_weight = len(receive.arguments) if receive is not None else 1
        order = self._n_created
        row = self._netcon_table.allocate(1)
        weight_start = self._weight_table.allocate(n_weight) if n_weight else 0
        netcon = NetConDecl(order, row, weight_start, n_weight, source, target, handle, source is not None)
        self._n_created = order + 1
        self.netcons[order] = netcon
        if target is not None:
            target.connections[order] = netcon
        if source is not None:
            source.connections[netcon] = None
        self.changes.mark_topology()
        return netcon

    def set_source(self, netcon: NetConDecl, source: SourceDecl) -> None:
        """Lets a connection without a source start from `source`."""
        netcon.source, netcon.had_source = source, True
        source.connections[netcon] = None
        self.changes.mark_topology()

    def set_target(self, netcon: NetConDecl, target: PointProcessDecl | None) -> None:
        """Changes what a connection leads to; its weights stay as far as the new target has them too."""
        if netcon.target is not None:
            netcon.target.connections.pop(netcon.order, None)
        netcon.target = target
        if target is not None:
            target.connections[netcon.order] = netcon
            receive = target.type.net_receive
            self._resize_weights(netcon, len(receive.arguments) if receive is not None else 0)
        self.changes.mark_topology()

    def _resize_weights(self, netcon: NetConDecl, n_weight: int) -> None:
        if n_weight == netcon.n_weight:
            return
        table = self.tables["weight"]
        old = table.column("weight")[netcon.weight_start : netcon.weight_start + netcon.n_weight].copy()
        if netcon.n_weight:
            table.release(netcon.weight_start, netcon.n_weight)
        netcon.weight_start, netcon.n_weight = (table.allocate(n_weight) if n_weight else 0), n_weight
        kept = min(len(old), n_weight)
        table.edit("weight")[netcon.weight_start : netcon.weight_start + kept] = old[:kept]

    def record_source(
        self, source: SourceDecl, *, time_vector: Any = None, id_vector: Any = None, record_id: float = 0.0
    ) -> None:
        """Sets where the spikes of a source are recorded; with nothing given, ends it."""
        source.time_vector, source.id_vector, source.record_id = time_vector, id_vector, record_id
        self.changes.mark_topology()

    def call_at_spikes(self, source: SourceDecl, statement: Any) -> None:
        """Sets what the spikes of a source call, None for nothing."""
        source.statement = statement
        self.changes.mark_topology()

    def record_count(self, process: PointProcessDecl, vector: Any) -> None:
        """Sets the Vector (weakly) that an APCount puts its times into, or None."""
        process.time_vector = vector
        count = ColumnReference(self.tables[process.type.name], "n", process.row, owner=process)
        self.probes.record_counted(count, vector() if vector is not None else None)

    def delete_netcon(self, netcon: NetConDecl) -> None:
        """Deletes a connection, and its source when nothing else needs it."""
        self.netcons.pop(netcon.order, None)
        if netcon.target is not None:
            netcon.target.connections.pop(netcon.order, None)
        self.tables["netcon"].release(netcon.row, 1)
        if netcon.n_weight:
            self.tables["weight"].release(netcon.weight_start, netcon.n_weight)
        source = netcon.source
        if source is not None:
            del source.connections[netcon]
            if source.is_idle:
                self._delete_source(source)
        self.changes.mark_topology()

    def forget_gids(self, sources: Iterable[SourceDecl]) -> None:
        """Takes their gids from sources, and deletes all that nothing needs any more."""
        for source in sources:
            source.gid = -1
        for source in [source for source in self.sources if source.is_idle]:
            self._delete_source(source)
        self.changes.mark_topology()
