"""What the user declared about connections: sources of events and NetCons."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from jneuron.model.point_process import PointProcessDecl
from jneuron.model.references import ColumnReference
from jneuron.model.section import SectionDecl


@dataclass(eq=False, slots=True, weakref_slot=True)
class SourceDecl:
    """Something that sends events: a variable watched for a threshold, or a mechanism that calls net_event.

    All NetCons on one variable share one source, and so one threshold, as in NEURON.

    Attributes:
        row: Row in the table "source" (threshold [mV]).
        variable: The watched variable, or None.
        process: The mechanism that sends the events, or None.
        section: Section of the watched variable.
        gid: Its global id, or -1.
        entered: The key under which the model knows it; that of a variable that has gone since is its old one.
        connections: In order of creation; the values say nothing.
        time_vector, id_vector: Where `record` puts spike times and ids, weakly; None if unused.
        record_id: The number that goes into `id_vector`.
        statement: What `record` calls at a spike; None if unused.
        outbox: Where spikes for other processes are collected, as (time, gid); None without any.
    """

    row: int
    variable: ColumnReference | None = None
    process: PointProcessDecl | None = None
    section: SectionDecl | None = None
    gid: int = -1
    entered: Any = None
    output_index: int = -1
    connections: dict[NetConDecl, None] = field(default_factory=dict)
    time_vector: weakref.ref[Any] | None = None
    id_vector: weakref.ref[Any] | None = None
    record_id: float = 0.0
    statement: Callable[[], Any] | None = None
    outbox: list[tuple[float, int]] | None = None

    @property
    def key(self) -> Any:
        """What tells this source from others: the sender's number, or the place of the variable."""
        if self.process is not None:
            return self.process.order
        assert self.variable is not None
        return self.variable.key

    @property
    def is_idle(self) -> bool:
        """Whether nobody hears of its events."""
        is_recorded = self.time_vector is not None and self.time_vector() is not None
        return not (self.connections or self.gid >= 0 or is_recorded or self.statement is not None)


class NetConDecl:
    """One connection.

    Attributes:
        order: Position in the order of creation.
        row: Row in the table "netcon" (delay [ms], active).
        weight_start: First row of its weight vector in the table "weight", in the order of NET_RECEIVE's arguments.
        n_weight: Length of the weight vector.
        source: None for a NetCon whose events are only sent by `event()`.
        target: None while it has no target.
        had_source: Whether it ever had a source.

    `Connections.create_netcon` makes it, and fills it in. It does not know the object that stands for it in Python: a million
    of these are made, and few are ever asked for theirs.
    """

    __slots__ = ("had_source", "n_weight", "order", "row", "source", "target", "weight_start")
    order: int
    row: int
    weight_start: int
    n_weight: int
    source: SourceDecl | None
    target: PointProcessDecl | None
    had_source: bool
