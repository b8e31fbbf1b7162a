"""Delivers events on the host: those that are due while finitialize runs.

The same compiled blocks as in a program run here with NumPy, on the tables directly, one event at a time.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from jneuron.ir.mechanism_type import MechanismType
from jneuron.lower.hosted import vector_columns, vector_names
from jneuron.lower.queue import HostEvent, HostQueue
from jneuron.model.model import Model
from jneuron.model.network import NetConDecl, SourceDecl


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
        type_ = self._model.serving.get(type_.name, type_)
        block = type_.net_receive
        if block is None:
            return
        weights = self._model.tables["weight"]
        arguments = {name: weights.column("weight")[event.row + i] for i, name in enumerate(block.arguments)}
        inputs = {"flag": event.flag, "t": event.time} | arguments
        for name in block.kernel.reads - inputs.keys():
            inputs[name] = self._value(type_, row, name)
        with np.errstate(all="ignore"):
            outputs = block.kernel.function(self._ops, inputs)
        table = self._model.tables[type_.name]
        for name, value in outputs.items():
            if name in table:
                table.edit(name)[..., row] = value
            elif name in arguments:
                weights.edit("weight")[event.row + block.arguments.index(name)] = value
        self._grant(type_, row, event, outputs)

    def _value(self, type_: MechanismType, row: int, name: str) -> Any:
        """Returns what a block reads, beside its arguments."""
        tables = self._model.tables
        if name in tables[type_.name]:
            return tables[type_.name].element(name, row)
        if name in vector_names(type_):
            return vector_columns(type_, tables[type_.name], [row])[name][:, 0]
        shared = tables.get(f"{type_.name}@global")
        if shared is not None and name in shared:
            return shared.column(name)[..., 0]
        if name in tables["hoc"]:
            return tables["hoc"].column(name)[0]
        process = next(p for p in self._model.point_processes.values() if p.type is type_ and p.row == row)
        assert process.section is not None
        if name == "v":
            return tables["node"].column("v")[self._model.node_row(process.section, process.slot)]
        for use in type_.ions:
            if name in use.reads or name in use.writes:
                mechanism = f"{use.name}_ion"
                return tables[mechanism].column(name)[self._model.ion_row(process.section, process.slot, mechanism)]
        raise KeyError(name)

    def _grant(self, type_: MechanismType, row: int, event: HostEvent, outputs: dict[str, Any]) -> None:
        for send in outputs.get("@send", ()):
            if send.when:
                self.send_self((type_.name, row), event.time + float(send.delay), float(send.flag), event.row)
        for move in outputs.get("@move", ()):
            if move.when:
                self._move((type_.name, row), float(move.time))
        for emitted in outputs.get("@event", ()):
            if emitted.when:
                self.fire_instance(type_.name, row, float(emitted.time))

    def fire_instance(self, type_name: str, row: int, time: float) -> None:
        """Lets an instance fire that calls net_event, if anybody listens."""
        for source in self._model.sources:
            if source.process is not None and source.process.type.name == type_name and source.process.row == row:
                self.fire(source, time)

    def _move(self, instance: tuple[str, int], time: float) -> None:
        for event in self.queue.events:
            if event.instance == instance and event.flag == 1.0:
                self.queue.events.remove(event)
                self.queue.push(time, instance=instance, flag=1.0, row=event.row)
                return
