"""Runs of steps from one exchange with other processes to the next, with everything left where the compiled program has it.

The state stays on the device, packed in few arrays, and goes from call to call. To the host come the samples, a report and
the spikes of an interval; what arrives from other processes goes in with the next call, a buffer of fixed size, and is queued
by the compiled program before its first step.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np

from jneuron.base.outcome import Outcome
from jneuron.engine.run import FINITE, MOST_REPORTED, N_SPIKE, OUTCOME, SPIKES, run_interval
from jneuron.ir.packing import Packed, packing_of
from jneuron.ir.program import Params, State
from jneuron.lower.network import Room, with_room
from jneuron.lower.program import Lowered
from jneuron.session.backend import double_precision, jax
from jneuron.session.compile_cache import CompileCache
from jneuron.session.hosted import HostedCode
from jneuron.session.hosts import NO_PAIRS, Pairs

LONG = 1 << 14
"""Longer arrays go into a call by themselves: an argument costs as much as copying some 50 KiB."""
MOST_ARRIVALS = 256
"""Spikes that a call takes in; more go in with calls that make no step."""


class IntervalError(Exception):
    """An interval did not go well.

    Attributes:
        outcome: What the program said; OK where a voltage is no number.
        before, after: The state before it, with what had arrived, and after it.
        n_step: How many steps it was to have.
    """

    def __init__(self, outcome: Outcome, before: State, after: State, n_step: int) -> None:
        super().__init__(outcome)
        self.outcome, self.before, self.after, self.n_step = outcome, before, after, n_step


class Intervals:
    """A run in progress.

    Attributes:
        room: How many events and spikes the state has room for.
        samples: What steps have given since it was last emptied: times and probes after each step. (step, 1 + probe) each
        spikes: What has fired since it was last emptied: time [ms] and source number. (spike, 2) each
    """

    def __init__(
        self, lowered: Lowered, cache: CompileCache, hosted: HostedCode, params: Params, state: State, room: Room, n_most: int
    ) -> None:
        self._cache, self._hosted = cache, hosted
        self._constants = packing_of(params, long=LONG)
        with double_precision() as module:
            self._params: Packed = module.device_put(self._constants.pack(params, np))
        self._program = replace(lowered.program, capacity=n_most)
        self.room = room
        self.samples: list[Any] = []
        self.spikes: list[Pairs] = []
        self._numbers: dict[int, Any] = {}
        self._no_arrivals = np.zeros((MOST_ARRIVALS, 2))
        self._arrived: Pairs = NO_PAIRS
        sources = lowered.network.sources if lowered.network is not None else ()
        self._gids = np.array([s.gid if s.outbox is not None else -1 for s in sources], np.int64)
        self._ports = {s.gid: k for k, s in enumerate(sources) if s.variable is None and s.process is None}
        self._begin(state)

    def _begin(self, state: State) -> None:
        """Starts from a state, with a program for buffers of its sizes."""
        constants = self._constants
        changing = self._changing = packing_of(state, long=LONG)
        with double_precision() as module:
            self._packed: Packed = module.device_put(changing.pack(state, np))
            self._no_arrivals = module.device_put(self._no_arrivals)
        self._executable = self._cache.get(
            f"interval {constants.digest} {changing.digest}",
            lambda program, *arguments: run_interval(program, constants, changing, *arguments),
            self._program,
            (self._params, self._packed, self._no_arrivals, np.int32(0), np.int32(0)),
        )

    def state(self) -> State:
        """Returns the state, with what has arrived in its queue."""
        self._take_in(0)
        return self._unpacked(self._packed)

    def arrive(self, spikes: Pairs) -> None:
        """Takes spikes of other processes: time [ms] and gid, in order. (spike, 2)"""
        numbered = spikes.copy()
        numbered[:, 1] = [self._ports[int(gid)] for gid in spikes[:, 1].tolist()]
        self._arrived = np.concatenate([self._arrived, numbered]) if len(self._arrived) else numbered

    def advance(self, n_step: int) -> Pairs:
        """Makes steps, at most as many as an interval has; returns time [ms] and gid of what other processes are to hear of."""
        spikes = self._take_in(n_step)
        if not len(spikes):
            return NO_PAIRS
        self.spikes.append(spikes)
        gids = self._gids[spikes[:, 1].astype(np.int64)]
        told = gids >= 0
        return np.column_stack([spikes[told, 0], gids[told]])

    def _take_in(self, n_step: int) -> Pairs:
        """Queues what has arrived and makes steps; returns what has fired."""
        while len(self._arrived) > MOST_ARRIVALS:
            self._call(self._arrived[:MOST_ARRIVALS], 0)
            self._arrived = self._arrived[MOST_ARRIVALS:]
        if not n_step and not len(self._arrived):
            return NO_PAIRS
        spikes = self._call(self._arrived, n_step)
        self._arrived = NO_PAIRS
        return spikes

    def _call(self, arrived: Pairs, n_step: int) -> Pairs:
        buffer = self._no_arrivals
        if len(arrived):
            buffer = np.zeros((MOST_ARRIVALS, 2))
            buffer[: len(arrived)] = arrived
        self._hosted.mark()
        while True:
            with double_precision():
                counts = self._number(len(arrived)), self._number(n_step)
                arguments = self._params, self._packed, buffer, *counts
                packed, samples, report = self._hosted.run(partial(_finished, self._executable, arguments))
            said = np.asarray(report)
            outcome = Outcome(int(said[OUTCOME]))
            if outcome is Outcome.OK:
                break
            self._hosted.go_back()
            if outcome is Outcome.QUEUE_FULL:
                self._enlarge(replace(self.room, events=4 * self.room.events))
            elif outcome is Outcome.SPIKES_FULL:
                self._enlarge(replace(self.room, spikes=4 * self.room.spikes))
            else:
                break
        if outcome is not Outcome.OK or not said[FINITE]:
            self._fail(outcome, packed, arrived, n_step)
        self._packed = packed
        if n_step:
            self.samples.append(np.asarray(samples)[:n_step])
        n_spike = int(said[N_SPIKE])
        if n_spike > MOST_REPORTED:
            return np.array(self._unpacked(packed).net.spikes[:n_spike])
        return said[SPIKES : SPIKES + 2 * n_spike].reshape(-1, 2)

    def _number(self, n: int) -> Any:
        """Returns a number as an argument of a call: most calls have the same ones."""
        number = self._numbers.get(n)
        if number is None:
            number = self._numbers[n] = jax().device_put(np.int32(n))
        return number

    def _unpacked(self, packed: Packed) -> State:
        state: State = self._changing.unpack({dtype: np.asarray(values) for dtype, values in packed.items()})
        return state

    def _enlarge(self, room: Room) -> None:
        """Gives the present state larger buffers: the call is made again."""
        self.room = room
        state = self._unpacked(self._packed)
        self._begin(replace(state, net=with_room(state.net, room)))

    def _fail(self, outcome: Outcome, packed: Packed, arrived: Pairs, n_step: int) -> None:
        after = self._unpacked(packed)
        if n_step and len(arrived):
            self._call(arrived, 0)
        raise IntervalError(outcome, self._unpacked(self._packed), after, n_step)


def _finished(executable: Any, arguments: Any) -> Any:
    """Returns what a call has made when it is there: what failed on the way has been raised."""
    made = executable(*arguments)
    made[-1].block_until_ready()
    return made
