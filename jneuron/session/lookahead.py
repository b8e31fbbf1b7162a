"""Steps made before they are asked for.

A script that calls `fadvance` in a loop of its own would pay for a call into the compiled program at every step. After a few
such calls in a row a whole run of steps is made at once, with the state after each of them kept, and the calls that follow
are served from there. Whatever the user writes in between makes the rest of the run worthless: the next step then starts
from the state the user saw.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from jneuron.ir.net_table import TIME
from jneuron.ir.program import Params, Program, State
from jneuron.session.backend import jax
from jneuron.session.recorder import Between

Floats = npt.NDArray[np.float64]
PATIENCE = 3
"""Calls in a row, with nothing written between them, before steps are made ahead."""
MOST_AHEAD = 64
"""How many steps are made ahead at most."""


@dataclass(slots=True)
class Lookahead:
    """Steps made ahead.

    Attributes:
        program: What made them.
        params: Their constants.
        start: The state before the first.
        states: The states after each. (step, ...)
        times: Time after each [ms]. (step,)
        samples: Values after each step. (step, probe)
        between: What was sampled among the events of each step.
        n_step: How many of them can be served.
        k: How many have been served.
    """

    program: Program
    params: Params
    start: State
    states: State
    times: Floats
    samples: Floats
    between: Between
    n_step: int
    k: int = 0

    def state_after(self, n_step: int) -> State:
        """Returns the state after `n_step` of the steps."""
        if n_step == 0:
            return self.start
        taken: State = jax().tree.map(lambda x: np.asarray(x)[n_step - 1], self.states)
        return taken


def spikes_of(states: State, k: int) -> list[tuple[float, int]]:
    """Returns time and source of what fired in step k alone."""
    net: Any = states.net
    if net is None:
        return []
    begin = int(np.asarray(net.n_spike)[k - 1]) if k else 0
    end = int(np.asarray(net.n_spike)[k])
    return [(time, int(source)) for time, source in np.asarray(net.spikes)[k][begin:end].tolist()]


def first_due_at_end(states: State, times: Floats) -> int:
    """Returns how many steps end before one at whose end an event is due: the host delivers that."""
    if states.net is None:
        return len(times)
    earliest = np.asarray(states.net.queue.head)[:, 0, TIME]
    due = np.flatnonzero(earliest <= times)
    return int(due[0]) if len(due) else len(times)


def n_ahead(state: State) -> int:
    """Returns how many steps to make ahead: as many states as are cheap to keep."""
    n_number = sum(int(np.prod(leaf.shape)) for leaf in jax().tree.leaves(state))
    return int(max(4, min(MOST_AHEAD, (1 << 20) // max(n_number, 1))))
