"""The event queue while the simulation stands still.

Events are kept by what they go to (a connection, or an instance's row in its table), so that they outlive a change of
structure; `columns` turns them into a program's slots, `take_back` reads a program's slots again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from jneuron.ir.net_table import ORDER, TIME, NetState
from jneuron.model.network import NetConDecl

if TYPE_CHECKING:
    from jneuron.lower.network import Network


@dataclass(slots=True)
class HostEvent:
    """One event: for a connection, or for an instance (type, row in its table).

    Attributes:
        time: When it is due [ms].
        order: Rank among events of equal time.
        flag: Of a self event.
        row: First element of the weight vector it carries.
    """

    time: float
    order: int
    netcon: NetConDecl | None = None
    instance: tuple[str, int] | None = None
    flag: float = 0.0
    row: int = 0


@dataclass(slots=True)
class HostQueue:
    """Events in no particular order.

    Attributes:
        events: What is queued.
        next_order: Rank of the next event.
        above: Which sources (by id of their declaration) were above threshold.
    """

    events: list[HostEvent] = field(default_factory=list)
    next_order: int = 0
    above: dict[int, bool] = field(default_factory=dict)

    def clear(self) -> None:
        """Forgets all events and threshold states."""
        self.events.clear()
        self.above.clear()
        self.next_order = 0

    def push(self, time: float, **what: Any) -> None:
        """Adds an event; the one that was earliest goes back behind its equals if this one comes before it."""
        if self.events:
            first = min(self.events, key=lambda e: (e.time, e.order))
            if time < first.time:
                first.order = self.next_order
                self.next_order += 1
        self.events.append(HostEvent(time, self.next_order, **what))
        self.next_order += 1

    def pop_due(self, until: float) -> HostEvent | None:
        """Takes out the earliest event if it is due by `until` [ms]."""
        if not self.events:
            return None
        first = min(self.events, key=lambda e: (e.time, e.order))
        if first.time > until:
            return None
        self.events.remove(first)
        return first

    def columns(self, network: Network) -> dict[str, Any]:
        """Returns the slots of a program's queue."""
        number = {id(netcon): c for c, netcon in enumerate(network.connections)}
        slots = np.zeros((5, network.spec.queue + 1))
        slots[TIME] = np.inf
        n_queued = 0
        for event in self.events:
            target = number.get(id(event.netcon)) if event.netcon is not None else network.self_event(*event.instance)  # type: ignore[misc]
            if target is not None:
                slots[:, n_queued] = event.time, event.order, event.flag, target, event.row
                n_queued += 1
        first = int(np.lexsort((slots[ORDER, :-1], slots[TIME, :-1]))[0])
        return {
            "queue": slots,
            "n_queued": np.int32(n_queued),
            "next_order": np.float64(self.next_order),
            "first": np.int32(first),
        }

    def take_back(self, network: Network, net: NetState) -> None:
        """Replaces the events by those of a program's state."""
        n_queued = int(net.n_queued)
        self.events = []
        for time, order, flag, what, row in np.asarray(net.queue)[:, :n_queued].T.tolist():
            event = HostEvent(time, int(order), flag=flag, row=int(row))
            if what < network.spec.n_connection:
                event.netcon = network.connections[int(what)]
            else:
                event.instance = network.instance_of(int(what))
            self.events.append(event)
        self.next_order = int(net.next_order)
        above = np.asarray(net.above)
        numbers = network.columns["source_of_watched"]
        self.above = {id(network.sources[s]): bool(above[k]) for k, s in enumerate(numbers)}
