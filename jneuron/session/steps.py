"""How many steps lead to a time, and what is left of a state or a chunk once it has been looked through."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from jneuron.ir.program import Chunk, State


def finished(chunk: Chunk) -> Chunk:
    """Returns a chunk whose numbers are there: what failed on the way has been raised."""
    chunk.outcome.block_until_ready()
    return chunk


def state_without_spikes(state: State) -> State:
    """Returns the state with an empty spike buffer."""
    if state.net is None:
        return state
    return replace(state, net=replace(state.net, n_spike=np.int32(0)))


def steps_until(t: float, dt: float, stop: float) -> tuple[int, float]:
    """Returns how many fixed steps a loop `while (t < stop) fadvance()` makes, with t as it accumulates, and the last t."""
    if not t < stop:
        return 0, t
    n_guess = int((stop - t) / dt) + 3
    halves = np.full(2 * n_guess + 1, 0.5 * dt)
    halves[0] = t
    times = np.add.accumulate(halves)[2::2]
    n_step = int(np.searchsorted(times, stop, side="left")) + 1
    return n_step, float(times[n_step - 1])
