"""Delivers events on the host: those that are due while finitialize runs.

The same compiled blocks as in a program run here with NumPy, on the tables directly, one event at a time.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from jneuron.base.errors import HocError
from jneuron.engine.events.watch import LEAST_ABOVE
from jneuron.ir.mechanism_type import EventRequest, MechanismType, SendRequest
from jneuron.lower.groups import Group
from jneuron.lower.hosted import vector_columns, vector_names
from jneuron.lower.queue import Condition, HostEvent, HostQueue
from jneuron.model.model import Model
from jneuron.model.network import NetConDecl, SourceDecl
from jneuron.model.point_process import PointProcessDecl


class HostEvents:
    """The queue of a simulation that stands still.

    Attributes:
        queue: Its events.
        spikes: (time, source) of what fired on the host, in order.
    """

    def __init__(self, model: Model, ops: Any) -> None:
        self._model, self._ops = model, ops
        self.queue = HostQueue()
        self.spikes: list[tuple[float, SourceDecl]] = []
        self._sources: tuple[int, dict[tuple[str, int], SourceDecl]] | None = None
        self._processes: tuple[int, dict[tuple[str, int], PointProcessDecl]] | None = None

    def clear(self) -> None:
        """Forgets all events."""
        self.queue.clear()
        self.spikes.clear()

    def deliver(self, until: float) -> None:
        """Delivers what is due by `until` [ms]."""
        while (event := self.queue.pop_due(until)) is not None:
            self._receive(event)

    def send(self, netcon: NetConDecl, time: float) -> None:
        """Queues a delivery over a connection at `time` [ms], whatever its delay."""
        self.queue.push(time, netcon=netcon, row=netcon.weight_start)

    def play_patterns(self) -> None:
        """Lets gids that live elsewhere fire as the PatternStims say: their connections' events are queued at once."""
        for spikes in self._model.patterns.values():
            for time, gid in spikes:
                port = self._model.input_ports.get(gid)
                if port is not None and time >= 0.0:
                    self.fire(port, time)

    def send_self(self, instance: tuple[str, int], time: float, flag: float, row: int) -> None:
        """Queues an instance's self event."""
        self.queue.push(time, instance=instance, flag=flag, row=row)

    def fire(self, source: SourceDecl, time: float) -> None:
        """Sends over all connections of a source that fires at `time` [ms]."""
        self.spikes.append((time, source))
        delay, active = self._model.tables["netcon"].column("delay"), self._model.tables["netcon"].column("active")
        for netcon in source.connections:
            if netcon.target is not None and active[netcon.row]:
                self.send(netcon, time + float(delay[netcon.row]))

    def _receive(self, event: HostEvent) -> None:
        if event.netcon is not None:
            process = event.netcon.target
            if process is None:
                return
            type_, row = process.type, process.row
        else:
            assert event.instance is not None
            type_, row = self._model.types[event.instance[0]], event.instance[1]
        block = type_.net_receive
        if block is None:
            return
        weights = self._model.tables["weight"]
        # an instance without connections has no weights: what it sends to itself finds zeros
        given = weights.column("weight")[event.row : event.row + len(block.arguments)]
        arguments = dict(zip(block.arguments, given if len(given) else np.zeros(len(block.arguments))))
        inputs = {"flag": event.flag, "t": event.time} | arguments
        others = self._vectors_to(type_, row)
        if block.for_netcons:
            inputs["@netcons"] = tuple(weights.column("weight")[others[:, i]] for i in range(len(block.arguments)))
            inputs["@own"] = others[:, 0] == event.row
        for name in block.kernel.reads - inputs.keys():
            inputs[name] = self._value(type_, row, name)
        with np.errstate(all="ignore"):
            outputs = block.kernel.function(self._ops, inputs)
        table = self._model.tables[type_.name]
        for name, value in outputs.items():
            pointer = self._model.pointers.get((type_.name, row, name))
            if pointer is not None:
                pointer.set(float(value))
            elif name in table:
                table.edit(name)[..., row] = value
            elif name == "v" and type_.sets_voltage:
                self._set_voltage(self._process(type_, row), float(value))
            elif name in arguments and len(given):
                weights.edit("weight")[event.row + block.arguments.index(name)] = value
        for i, values in enumerate(outputs.get("@netcons", ())):
            changed = values != inputs["@netcons"][i]
            weights.edit("weight")[others[changed, i]] = np.broadcast_to(values, changed.shape)[changed]
        self._watch(type_, row, outputs.get("@watch", ()))
        self._grant(type_, row, event, outputs)

    def _set_voltage(self, process: PointProcessDecl, v: float) -> None:
        assert process.section is not None
        row = self._model.node_row(process.section, process.slot)
        self._model.tables["node"].edit("v")[row] = v

    def _vectors_to(self, type_: MechanismType, row: int) -> Any:
        """Returns the rows of the weight vectors of all connections to an instance, if it goes through them."""
        block = type_.net_receive
        if block is None or not block.for_netcons:
            return np.zeros((0, 0), np.int64)
        process = self._process(type_, row)
        starts = [netcon.weight_start for _, netcon in sorted(process.connections.items())]
        return np.array(starts, np.int64)[:, None] + np.arange(len(block.arguments))

    def _watch(self, type_: MechanismType, row: int, requests: Any) -> None:
        """Begins to watch what WATCH statements name; the first that is executed ends all other watching."""
        made = [request for request in requests if request.when]
        if not made:
            return
        conditions = self.queue.watches[type_.name, row] = {}
        for place, request in enumerate(made):
            since = self.queue.n_watch + place / len(made)
            conditions[request.index] = Condition(bool(request.difference >= LEAST_ABOVE), float(request.flag), since)
        self.queue.n_watch += 1.0

    def _process(self, type_: MechanismType, row: int) -> PointProcessDecl:
        version = self._model.changes.topology
        if self._processes is None or self._processes[0] != version:
            found = {(process.type.name, process.row): process for process in self._model.point_processes.values()}
            self._processes = (version, found)
        return self._processes[1][type_.name, row]

    def _value(self, type_: MechanismType, row: int, name: str) -> Any:
        """Returns what a block reads, beside its arguments."""
        pointer = self._model.pointers.get((type_.name, row, name))
        if pointer is not None:
            return pointer.get()
        tables = self._model.tables
        if name in tables[type_.name]:
            return tables[type_.name].element(name, row)
        shared = tables.get(f"{type_.name}@global")
        if shared is not None and name in shared:
            return shared.column(name)[..., 0]
        if name in tables["hoc"]:
            return tables["hoc"].column(name)[0]
        if name in vector_names(type_):
            return vector_columns(type_, tables[type_.name], [row])[name][:, 0]
        process = self._process(type_, row)
        assert process.section is not None
        if name == "v":
            return tables["node"].column("v")[self._model.node_row(process.section, process.slot)]
        for use in type_.ions:
            if name in use.reads or name in use.writes:
                mechanism = f"{use.name}_ion"
                return tables[mechanism].column(name)[self._model.ion_row(process.section, process.slot, mechanism)]
        raise KeyError(name)

    def _grant(self, type_: MechanismType, row: int, event: HostEvent, outputs: dict[str, Any]) -> None:
        made = [(request, name) for name in ("@send", "@event", "@move") for request in outputs.get(name, ())]
        for request, name in sorted(made, key=lambda pair: pair[0].rank):
            if not request.when:
                continue
            due = event.time + float(request.delay) if name == "@send" else float(request.time)
            if due < event.time:
                call = name.replace("@", "net_")
                flag = float(request.flag) if name == "@send" else 1.0
                self.refuse_the_past(call, (type_.name, row), time=due, now=event.time, flag=flag)
            if name == "@send":
                self.send_self((type_.name, row), due, float(request.flag), event.row)
            elif name == "@event":
                self.fire_instance(type_.name, row, due)
            elif not self.queue.move((type_.name, row), due):
                self.refuse_to_move(type_.name, row)

    def grant_first(self, group: Group, requests: list[SendRequest | EventRequest]) -> None:
        """Grants what the INITIAL blocks of a group ask for: an instance at a time, in NEURON's order of instances."""
        n, name = len(group.rows), group.type.name
        now = float(self._model.tables["hoc"].column("t")[0])

        def of_all(value: Any, kind: type = float) -> list[Any]:
            return np.broadcast_to(np.asarray(value, kind), (n,)).tolist()  # type: ignore[no-any-return]

        asked: list[tuple[list[bool], list[float], list[float] | None]] = []
        for request in requests:
            if isinstance(request, SendRequest):
                times = now + np.asarray(request.delay, np.float64)
                asked.append((of_all(request.when, bool), of_all(times), of_all(request.flag)))
            else:
                asked.append((of_all(request.when, bool), of_all(request.time), None))
        for k in group.order.tolist():
            instance = (name, int(group.rows[k]))
            for when, due, flags in asked:
                if when[k] and due[k] < now:
                    call = "net_event" if flags is None else "net_send"
                    self.refuse_the_past(call, instance, time=due[k], now=now, flag=flags[k] if flags else 0.0)
                if when[k] and flags is not None:
                    self.send_self(instance, due[k], flags[k], 0)
                elif when[k]:
                    self.fire_instance(*instance, due[k])

    def refuse_to_move(self, type_name: str, row: int) -> None:
        """Raises NEURON's error for a net_move of an instance that has sent itself nothing with flag 1."""
        raise HocError(f"hocobj_call error: hoc_execerror: No event with flag=1 for net_move in  {self._name(type_name, row)}")

    def refuse_the_past(self, call: str, instance: tuple[str, int], *, time: float, now: float, flag: float) -> None:
        """Raises an error for an event that comes before the present, in the words with which NEURON ends its process."""
        what = f"SelfEvent target={self._name(*instance)} {time:.15g} flag={flag:g}"
        if call == "net_event":
            message = "net_event time < t"
        elif call == "net_move":
            message = f"net_move tt-nt_t = {time - now:g} {what}"
        else:
            message = f"net_send td-t = {time - now:g} {what}"
        raise HocError(f"hocobj_call error: hoc_execerror: {message}")

    def _name(self, type_name: str, row: int) -> str:
        """Returns how the user knows an instance."""
        process = self._process(self._model.types[type_name], row)
        handle = process.handle() if process.handle is not None else None
        return handle.hname() if handle is not None else type_name

    def fire_instance(self, type_name: str, row: int, time: float) -> None:
        """Lets an instance fire that calls net_event, if anybody listens."""
        source = self._source_of_instance().get((type_name, row))
        if source is not None:
            self.fire(source, time)

    def _source_of_instance(self) -> dict[tuple[str, int], SourceDecl]:
        version = self._model.changes.topology
        if self._sources is None or self._sources[0] != version:
            found = {(s.process.type.name, s.process.row): s for s in self._model.sources if s.process is not None}
            self._sources = (version, found)
        return self._sources[1]
