"""Runs a network whose cells are spread over several processes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jneuron.session.hosts import Hosts

if TYPE_CHECKING:
    from jneuron.session.session import Session

SLACK = 1e-9
"""A step that is missing by this part of itself counts as whole."""


def shortest_delay(session: Session, hosts: Hosts, at_most: float) -> float:
    """Returns the shortest delay of all connections between processes, but no more than `at_most` [ms]."""
    delays = session.model.tables["netcon"].column("delay")
    ports = session.model.input_ports.values()
    own = min((float(delays[netcon.row]) for port in ports for netcon in port.connections), default=at_most)
    return min(at_most, *hosts.allgather(own))


def advance_together(session: Session, hosts: Hosts, n_step: int, *, at_most: float) -> None:
    """Makes `n_step` steps on every process, with an exchange of spikes after each interval.

    A spike that is fired after an interval's begin t0 is due after t0 + delay, hence not before the interval's end.
    """
    interval = max(int(shortest_delay(session, hosts, at_most) / session.dt + SLACK), 1)
    outbox = session.model.outbox
    outbox.clear()
    while n_step > 0:
        n_part = min(n_step, interval)
        session.runner.advance(n_part)
        n_step -= n_part
        _exchange(session, hosts)


def _exchange(session: Session, hosts: Hosts) -> None:
    """Gives the other processes this one's spikes, and takes theirs."""
    model = session.model
    sent = hosts.allgather(list(model.outbox))
    model.outbox.clear()
    ports = model.input_ports
    arrived = [(time, gid) for rank, spikes in enumerate(sent) if rank != hosts.rank for time, gid in spikes if gid in ports]
    if not arrived:
        return
    events = session.simulation.host_events()
    # by time and gid: the same order for any number of processes
    for time, gid in sorted(arrived):
        events.fire(ports[gid], time)
    events.spikes.clear()
