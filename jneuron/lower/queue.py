"""The event queue while the simulation stands still.

Events are kept by what they go to (a connection, or an instance's row in its table), so that they outlive a change of
structure; `columns` turns them into a program's queue, `take_back` reads a program's queue again. Order is NEURON's: see
`jneuron.engine.events.queue`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, Any

import numpy as np

from jneuron.ir.net_table import (
    AT_HEAD,
    MORE,
    MOVABLE,
    N_CHILD,
    N_COLUMN,
    N_DAY,
    NOBODY,
    NOWHERE,
    ORDER,
    ROW,
    TIME,
    WHAT,
    Calendar,
    NetState,
    Queue,
    Watches,
)
from jneuron.model.network import NetConDecl

if TYPE_CHECKING:
    from jneuron.lower.network import Network

Instance = tuple[str, int]
"""An instance: its type's name and its row in the type's table."""


@dataclass(slots=True, eq=False)
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
    instance: Instance | None = None
    flag: float = 0.0
    row: int = 0

    def __lt__(self, other: HostEvent) -> bool:
        return (self.time, self.order) < (other.time, other.order)


@dataclass(slots=True)
class Condition:
    """One WATCH condition of an instance."""

    above: bool
    flag: float
    since: float


@dataclass(slots=True)
class HostQueue:
    """The events, and what else a network remembers from step to step.

    Attributes:
        head: The earliest event, None when there is none.
        rest: All others, as a heap.
        next_order: Rank of the next event.
        movable: The event that net_move finds, by instance.
        above: Which sources (by id of their declaration) were above threshold.
        watches: The WATCH conditions under watch, by instance and number.
        n_watch: What the next WATCH statements are ranked by.
    """

    head: HostEvent | None = None
    rest: list[HostEvent] = field(default_factory=list)
    next_order: int = 0
    movable: dict[Instance, HostEvent] = field(default_factory=dict)
    above: dict[int, bool] = field(default_factory=dict)
    watches: dict[Instance, dict[int, Condition]] = field(default_factory=dict)
    n_watch: float = 0.0

    @property
    def events(self) -> list[HostEvent]:
        """All events, in order."""
        return [] if self.head is None else [self.head, *sorted(self.rest)]

    def __len__(self) -> int:
        return len(self.rest) + (self.head is not None)

    def clear(self) -> None:
        """Forgets all events, threshold states and conditions."""
        self.head, self.next_order, self.n_watch = None, 0, 0.0
        for kept in (self.rest, self.movable, self.above, self.watches):
            kept.clear()

    def push(self, time: float, **what: Any) -> None:
        """Adds an event; a self event with flag 1 is the one that net_move finds from now on."""
        event = HostEvent(time, 0, **what)
        self._insert(event)
        if event.instance is not None and event.flag == 1.0:
            self.movable[event.instance] = event

    def _insert(self, event: HostEvent) -> None:
        if self.head is None:
            self.head = event
        elif event.time < self.head.time:
            # the earliest goes back behind its equals
            self._to_rest(self.head)
            self.head = event
        else:
            self._to_rest(event)

    def _to_rest(self, event: HostEvent) -> None:
        event.order, self.next_order = self.next_order, self.next_order + 1
        heappush(self.rest, event)

    def pop_due(self, until: float) -> HostEvent | None:
        """Takes out the earliest event if it is due by `until` [ms]."""
        if self.head is None or self.head.time > until:
            return None
        event = self._pop()
        if event.instance is not None and event.flag == 1.0:
            self.movable.pop(event.instance, None)
        return event

    def _pop(self) -> HostEvent:
        event = self.head
        assert event is not None
        self.head = heappop(self.rest) if self.rest else None
        return event

    def move(self, instance: Instance, time: float) -> bool:
        """Gives an instance's self event with flag 1 another time; returns False where there is none."""
        event = self.movable.get(instance)
        if event is None:
            return False
        if event is self.head:
            if self.rest and time > self.rest[0].time:
                self._pop()
                event.time = time
                self._to_rest(event)
            else:
                event.time = time
            return True
        self.rest = [other for other in self.rest if other is not event]
        heapify(self.rest)
        event.time = time
        self._insert(event)
        return True

    # ---- to a program and back

    def columns(self, network: Network, n_slot: int) -> Queue:
        """Returns a program's queue with room for `n_slot` events, or for all there are."""
        kept, rows = [], []
        for event in self.events:
            row = self._row(event, network)
            if row is not None:
                kept.append(event)
                rows.append(row)
        head = np.array(rows[:1] if rows else [(np.inf,) * N_COLUMN])
        return queue_of(
            head,
            np.array(rows[1:]).reshape(-1, N_COLUMN),
            next_order=self.next_order,
            place=self._places(network, kept),
            n_slot=n_slot,
        )

    def _row(self, event: HostEvent, network: Network) -> tuple[float, ...] | None:
        if event.netcon is not None:
            what: float | None = network.numbers.get(id(event.netcon))
            target = event.netcon.target
            more: float | None = network.own(target.type.name, target.row) if target is not None else None
        else:
            assert event.instance is not None
            own = network.own(*event.instance)
            what, more = None if own is None else network.spec.n_connection + own, event.flag
            if what is not None and network.spec.moves and self.movable.get(event.instance) is event:
                what += MOVABLE
        return None if what is None or more is None else (event.time, event.order, more, what, event.row)

    def _places(self, network: Network, events: list[HostEvent]) -> Any:
        if not network.spec.moves:
            return np.zeros(0, np.int32)
        places = np.full(int(network.columns["offset"][-1]) + 1, NOWHERE, np.int32)
        for k, event in enumerate(events):
            if event.instance is not None and self.movable.get(event.instance) is event:
                places[network.own(*event.instance)] = AT_HEAD if k == 0 else k - 1
        return places

    def watch_columns(self, network: Network) -> tuple[Watches | None, ...]:
        """Returns a program's WATCH conditions."""
        columns: list[Watches | None] = []
        for group in network.target_groups:
            block = group.type.net_receive
            if block is None or not block.watches:
                columns.append(None)
                continue
            shape = len(block.watches), len(group.rows)
            watches = Watches(np.zeros(shape, bool), np.zeros(shape, bool), np.zeros(shape), np.zeros(shape))
            for instance, row in enumerate(group.rows):
                for k, condition in self.watches.get((group.type.name, int(row)), {}).items():
                    watches.on[k, instance], watches.above[k, instance] = True, condition.above
                    watches.flag[k, instance], watches.since[k, instance] = condition.flag, condition.since
            columns.append(watches)
        return tuple(columns)

    def take_back(self, network: Network, net: NetState) -> None:
        """Replaces everything by what a program's state holds."""
        queue = net.queue
        head = np.asarray(queue.head)[0]
        self.movable.clear()
        self.head = self._event(network, head) if head[TIME] < np.inf else None
        self.rest = [self._event(network, row) for row in _rest_of(queue)]
        heapify(self.rest)
        self.next_order = int(queue.next_order)
        above, numbers = np.asarray(net.above), network.columns["source_of_watched"]
        self.above = {id(network.sources[s]): bool(above[k]) for k, s in enumerate(numbers)}
        self.watches.clear()
        self.n_watch = float(net.n_watch)
        for group, watches in zip(network.target_groups, net.watches, strict=True):
            if watches is not None:
                self._take_watches(group.type.name, group.rows, watches)

    def _event(self, network: Network, row: Any) -> HostEvent:
        what = int(row[WHAT])
        event = HostEvent(float(row[TIME]), int(row[ORDER]), row=int(row[ROW]))
        if what < network.spec.n_connection:
            event.netcon = network.connections[what]
            return event
        event.instance, event.flag = network.instance_of(what - network.spec.n_connection), float(row[MORE])
        if row[WHAT] != what or (not network.spec.moves and event.flag == 1.0):
            self.movable[event.instance] = event
        return event

    def _take_watches(self, name: str, rows: Any, watches: Watches) -> None:
        on, above, flag, since = (np.asarray(x) for x in (watches.on, watches.above, watches.flag, watches.since))
        for k, instance in zip(*np.nonzero(on), strict=True):
            conditions = self.watches.setdefault((name, int(rows[instance])), {})
            conditions[int(k)] = Condition(bool(above[k, instance]), float(flag[k, instance]), float(since[k, instance]))


# ---- a program's queue

LONG = 8192
"""Room from which on a queue has a calendar: a shorter one stays in the processor's nearest memory."""


def queue_of(head: Any, rest: Any, *, next_order: float, place: Any, n_slot: int) -> Queue:
    """Returns a program's queue.

    Args:
        head: The earliest event. (1, 5)
        rest: The others, in order or as a heap. (event, 5)
        next_order: Rank of the next event.
        place: Where each instance's movable event lies; see `Queue`.
        n_slot: How many events to have room for, if there are no more.
    """
    n_slot = max(n_slot, len(rest))
    heap = np.zeros((n_slot + N_CHILD, N_COLUMN))
    # sorted, hence a heap
    heap[: len(rest)] = rest
    has_calendar = n_slot >= LONG and not len(place)
    return Queue(
        head=head,
        heap=heap,
        size=np.int32(len(rest)),
        next_order=np.float64(next_order),
        place=place,
        lost=np.bool_(False),
        calendar=_empty_calendar(n_slot) if has_calendar else None,
    )


def _empty_calendar(n_slot: int) -> Calendar:
    return Calendar(
        events=np.zeros((n_slot + 1, N_COLUMN)),
        following=np.zeros(n_slot + 1, np.int32),
        first=np.full(N_DAY + 1, NOBODY, np.int32),
        free=np.arange(n_slot + 1, dtype=np.int32),
        size=np.int32(0),
        # a step begins an empty calendar on its own day
        today=np.float64(-np.inf),
    )


def queue_with_room(queue: Queue, n_slot: int) -> Queue:
    """Returns a program's queue with room for `n_slot` events."""
    rest = _rest_of(queue)
    if queue.calendar is not None:
        rest = rest[np.lexsort((rest[:, ORDER], rest[:, TIME]))]
    return queue_of(np.asarray(queue.head), rest, next_order=queue.next_order, place=queue.place, n_slot=n_slot)


def _rest_of(queue: Queue) -> Any:
    """Returns all events of a program's queue but the earliest. (event, 5)"""
    heap, calendar = np.asarray(queue.heap)[: int(queue.size)], queue.calendar
    if calendar is None:
        return heap
    is_taken = np.ones(len(calendar.events), bool)
    is_taken[np.asarray(calendar.free)[int(calendar.size) :]] = False
    return np.concatenate([heap, np.asarray(calendar.events)[is_taken]])
