"""Runs a network whose cells are spread over several processes.

All processes make the same steps and give each other their spikes after every interval that is no longer than any connection
between them takes: a spike that is fired after an interval's begin is due after its end. What a run is made of between two
exchanges stays where it is; see `jneuron.session.intervals`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from jneuron.base.errors import HocError
from jneuron.model.model import Model
from jneuron.session.hosts import NO_PAIRS, Hosts, Pairs

if TYPE_CHECKING:
    from jneuron.session.session import Session

SLACK = 1e-9
"""A step that is missing by this part of itself counts as whole."""
TOO_SHORT = "hocobj_call error: hoc_execerror: mindelay is 0 (or less than dt for fixed step method)"


def shortest_delay(session: Session, hosts: Hosts, at_most: float) -> float:
    """Returns the shortest delay of all connections between processes, but no more than `at_most` [ms]."""
    delays = session.model.tables["netcon"].column("delay")
    ports = session.model.input_ports.values()
    own = min((float(delays[netcon.row]) for port in ports for netcon in port.connections), default=at_most)
    return min(at_most, *hosts.allgather(own))


class Exchange:
    """The spikes that go from process to process during a run.

    Attributes:
        n_interval: Steps from one exchange to the next.
        n_left: Steps until the next one.
    """

    def __init__(self, model: Model, hosts: Hosts, n_interval: int) -> None:
        self._model, self._hosts = model, hosts
        self._fired: list[Pairs] = []
        self.n_interval = self.n_left = n_interval

    def note(self, fired: Pairs) -> None:
        """Keeps spikes for the next exchange: time [ms] and gid of each. (spike, 2)"""
        if len(fired):
            self._fired.append(fired)

    def moved(self, n_step: int) -> bool:
        """Notes that steps have been made, no more than `n_left`; tells whether an exchange is due."""
        self.n_left -= n_step
        if self.n_left:
            return False
        self.n_left = self.n_interval
        return True

    def carry_out(self) -> Pairs:
        """Returns the spikes of the other processes that somebody here listens to, and gives them this one's.

        They come by time and gid: the same order for any number of processes.
        """
        outbox = self._model.outbox
        if outbox:
            self._fired.append(np.array(outbox, np.float64))
            outbox.clear()
        own = np.concatenate(self._fired) if self._fired else NO_PAIRS
        self._fired.clear()
        arrived = self._hosts.pairs_of_others(own)
        if not len(arrived):
            return arrived
        ports = self._model.input_ports
        heard = arrived[[gid in ports for gid in arrived[:, 1].tolist()]]
        return heard[np.lexsort((heard[:, 1], heard[:, 0]))]


def advance_together(session: Session, hosts: Hosts, n_step: int, *, at_most: float) -> None:
    """Makes `n_step` steps on every process, with an exchange of spikes after each interval.

    Raises:
        HocError: A connection between processes takes less than a step.
    """
    n_interval = int(shortest_delay(session, hosts, at_most) / session.dt + SLACK)
    if n_interval < 1:
        raise HocError(TOO_SHORT)
    simulation = session.simulation
    exchange = simulation.exchange = Exchange(session.model, hosts, n_interval)
    try:
        # what has fired since the last run, as cells do while a run begins
        simulation.queue_spikes(exchange.carry_out())
        session.runner.advance(n_step)
        simulation.queue_spikes(exchange.carry_out())
    finally:
        simulation.exchange = None
