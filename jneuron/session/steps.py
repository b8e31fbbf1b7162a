"""How many steps lead to a time, and what is left of a state or a chunk once it has been looked through."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from jneuron.ir.program import Chunk, State
from jneuron.lower.program import Lowered
from jneuron.model.network import SourceDecl


def finished(chunk: Chunk) -> Chunk:
    """Returns a chunk whose numbers are there: what failed on the way has been raised."""
    chunk.outcome.block_until_ready()
    return chunk


def state_without_spikes(state: State) -> State:
    """Returns the state with an empty spike buffer."""
    if state.net is None:
        return state
    return replace(state, net=replace(state.net, n_spike=np.int32(0)))


def spikes_in(lowered: Lowered, state: State) -> list[tuple[float, SourceDecl]]:
    """Returns what has fired since the spike buffer was emptied, in order: times [ms] and sources."""
    network, net = lowered.network, state.net
    if network is None or not int(net.n_spike):
        return []
    spikes = np.asarray(net.spikes)[: int(net.n_spike)].tolist()
    return [(time, network.sources[int(number)]) for time, number in spikes]


MOST_STEPS = 1 << 20
"""Steps that are counted ahead at most."""


def steps_until(t: float, dt: float, stop: float) -> tuple[int, float]:
    """Returns how many fixed steps a loop `while (t < stop) fadvance()` makes, with t as it accumulates, and the last t.

    Where there are very many of them, those that lead part of the way.
    """
    if not t < stop:
        return 0, t
    n_guess = int(min((stop - t) / dt + 3, MOST_STEPS))
    halves = np.full(2 * n_guess + 1, 0.5 * dt)
    halves[0] = t
    times = np.add.accumulate(halves)[2::2]
    n_step = min(int(np.searchsorted(times, stop, side="left")) + 1, n_guess)
    return n_step, float(times[n_step - 1])
