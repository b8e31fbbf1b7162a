"""The connections of a model: sources of events and NetCons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from jneuron.base.errors import HocError
from jneuron.model.network import NetConDecl, SourceDecl
from jneuron.model.point_process import NO_CONNECTIONS, PointProcessDecl
from jneuron.model.references import DEAD, ColumnReference
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
    _source_table: Table

    if TYPE_CHECKING:

        def node_of(self, section: SectionDecl, slot: int) -> tuple[SectionDecl, int]: ...

    def _check_own(self, section: SectionDecl) -> None:
        """Refuses a living section of another simulator."""
        if section.alive and self.sections.get(section.order) is not section:
            raise HocError(f"{section.full_name()} belongs to another Session")

    def source_of_process(self, process: PointProcessDecl) -> SourceDecl:
        """Returns the source for a process that sends events: the one there is, or a new one."""
        known = self._source_of_key.get(process.order)
        return known if known is not None else self._new_source(process.order, process=process)

    def source_of_variable(self, variable: ColumnReference, section: SectionDecl) -> SourceDecl:
        """Returns the source for a variable of a section: the one there is, or a new one."""
        if self.sections.get(section.order) is not section:
            self._check_own(section)
        key = variable.table.name, variable.variable, variable.row, variable.index
        known = self._source_of_key.get(key)
        # one whose variable has gone may still be recorded from; its place may have been given to another
        if known is not None and (known.variable is None or known.variable.row != DEAD):
            return known
        return self._new_source(key, variable=variable, section=section)

    def source_of_voltage(self, section: SectionDecl, slot: int) -> SourceDecl | None:
        """Returns the source there is for the voltage at a slot, or None."""
        if section.parent is not None:
            section, slot = self.node_of(section, slot)
        known = self._source_of_key.get(("node", "v", section.node_start + slot, 0))
        return known if known is not None and known.variable is not None and known.variable.row != DEAD else None

    def _new_source(self, key: Any, **sender: Any) -> SourceDecl:
        source = SourceDecl(row=self._source_table.allocate_row(), entered=key, **sender)
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

    def create_netcon(self, source: SourceDecl | None, target: PointProcessDecl | None) -> NetConDecl:
        """Returns a new connection with NEURON's defaults (delay 1 ms, weights 0)."""
        # made by the million: without constructor, and with the short ways written out
        netcon = NetConDecl()
        order = netcon.order = self._n_created
        self._n_created = order + 1
        self.netcons[order] = netcon
        netcon.target, netcon.source = target, source
        netcon.had_source = source is not None
        if source is not None:
            source.connections[netcon] = None
        n_weight = 1
        if target is not None:
            receive = target.type.net_receive
            if receive is not None:
                n_weight = len(receive.arguments)
            if target.connections is NO_CONNECTIONS:
                target.connections = {order: netcon}
            else:
                target.connections[order] = netcon  # type: ignore[index]
        netcon.n_weight, table = n_weight, self._weight_table
        if n_weight == 1:
            netcon.weight_start = table.rows.pop() if table.rows else table.allocate_row()
        else:
            netcon.weight_start = table.allocate(n_weight) if n_weight else 0
        table = self._netcon_table
        netcon.row = table.rows.pop() if table.rows else table.allocate_row()
        changes = self.changes
        changes.topology += 1
        changes.geometry += 1
        return netcon

    def set_connection(self, netcon: NetConDecl, numbers: Sequence[float]) -> None:
        """Sets threshold, delay and first weight of a connection that has a source."""
        threshold, delay, weight = numbers
        source = netcon.source
        assert source is not None
        try:
            self._source_table.open["threshold"][source.row] = threshold
            self._netcon_table.open["delay"][netcon.row] = delay
            if netcon.n_weight:
                self._weight_table.open["weight"][netcon.weight_start] = weight
        except KeyError:
            self._source_table.open_up("threshold")
            self._netcon_table.open_up("delay")
            self._weight_table.open_up("weight")
            self.set_connection(netcon, numbers)

    def set_source(self, netcon: NetConDecl, source: SourceDecl) -> None:
        """Lets a connection without a source start from `source`."""
        netcon.source, netcon.had_source = source, True
        source.connections[netcon] = None
        self.changes.mark_topology()

    def set_target(self, netcon: NetConDecl, target: PointProcessDecl | None) -> None:
        """Changes what a connection leads to; its weights stay as far as the new target has them too."""
        if netcon.target is not None:
            netcon.target.disconnect(netcon.order)
        netcon.target = target
        if target is not None:
            target.connect(netcon.order, netcon)
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
        order, target, source = netcon.order, netcon.target, netcon.source
        self.netcons.pop(order, None)
        if target is not None and target.connections is not NO_CONNECTIONS:
            target.connections.pop(order, None)  # type: ignore[attr-defined]
        self._netcon_table.released.append(netcon.row)
        if netcon.n_weight == 1:
            self._weight_table.released.append(netcon.weight_start)
        elif netcon.n_weight:
            self._weight_table.release(netcon.weight_start, netcon.n_weight)
        if source is not None:
            del source.connections[netcon]
            if not source.connections and source.is_idle:
                self._delete_source(source)
        changes = self.changes
        changes.topology += 1
        changes.geometry += 1

    def forget_gids(self, sources: Iterable[SourceDecl]) -> None:
        """Takes their gids from sources, and deletes all that nothing needs any more."""
        for source in sources:
            source.gid = -1
        for source in [source for source in self.sources if source.is_idle]:
            self._delete_source(source)
        self.changes.mark_topology()
