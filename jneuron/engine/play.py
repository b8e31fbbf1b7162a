"""Vectors played into variables.

A continuous play sets its variable to the value of the polyline at the time of the half step and of the full step, not at
the start: a run begins with what the last one left there, unless a point of the polyline is due. A
stepwise play is a series of events: each sets the variable at its time, in the step whose half-step time has reached it.
"""

from __future__ import annotations

from typing import Any

from jneuron.engine.array_ops import scatter_set
from jneuron.engine.frame import Frame

Array = Any


def play_lines(frame: Frame) -> None:
    """Sets the targets of continuous plays for the present time."""
    for k, (key, mode) in enumerate(frame.program.plays):
        if mode == "line":
            play = frame.params.plays[k]
            _set(frame, key, play["index"], polyline(frame.xp, play, frame.t))


def play_line_starts(frame: Frame) -> None:
    """Sets the targets of continuous plays that have a point at the start; on the host."""
    for k, (key, mode) in enumerate(frame.program.plays):
        play = frame.params.plays[k]
        if mode == "line" and play["n"] and play["times"][0] <= frame.t:
            _set(frame, key, play["index"], polyline(frame.xp, play, frame.t))


def play_steps(frame: Frame, until: Array) -> None:
    """Sets the targets of stepwise plays whose time has come."""
    xp = frame.xp
    played = list(frame.played)
    for k, (key, mode) in enumerate(frame.program.plays):
        if mode != "step":
            continue
        play = frame.params.plays[k]
        n_due = xp.searchsorted(play["times"], until, side="right")
        last = play["values"][xp.maximum(n_due - 1, 0)]
        present = frame.column(key).reshape(-1)[play["index"]]
        _set(frame, key, play["index"], xp.where(n_due > played[k], last, present))
        played[k] = n_due.astype(int)
    frame.played = tuple(played)


def polyline(xp: Any, play: Any, t: Array) -> Array:
    """Returns a play's polyline at t: constant before it, its last piece prolonged after it."""
    times, values, n = play["times"], play["values"], play["n"]
    i = xp.minimum(xp.searchsorted(times, t, side="right"), n)
    high = xp.clip(i, xp.minimum(1, n - 1), n - 1)
    low = xp.maximum(high - 1, 0)
    t0, t1 = times[low], times[high]
    slope = xp.where(t1 > t0, (t - t0) / xp.where(t1 > t0, t1 - t0, 1.0), 0.0)
    return values[low] + xp.where(i == 0, 0.0, slope) * (values[high] - values[low])


def _set(frame: Frame, key: Any, index: Array, value: Array) -> None:
    place, name = key
    xp = frame.xp
    if place == "node" and name == "v":
        frame.v = scatter_set(xp, frame.v, index, value)
        return
    for g, spec in enumerate(frame.program.groups):
        if spec.name == place:
            column = frame.column(key)
            frame.groups[g][name] = scatter_set(xp, column.reshape(-1), index, value).reshape(column.shape)
            return
    for k, ion in enumerate(frame.program.ions):
        if f"{ion.name}_ion" == place:
            frame.ions[k][name] = scatter_set(xp, frame.column(key), index, value)
            return
    raise KeyError(key)
