"""Derivatives, integrals and interpolation of sampled signals; spike trains."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jneuron.facade.calls import Arguments, Refusal
from jneuron.facade.vector.buffer import Array
from jneuron.facade.vector.core import Vector
from jneuron.facade.vector.ranges import beyond_end, elements

EULER, CENTRAL = 1, 2


def deriv(vector: Vector, given: Arguments) -> Vector:
    """`deriv([source,] [dt[, rule]])`: differentiates.

    Rule 1 is the forward difference and gives one element less. Rule 2, the default, is the central difference, with
    one-sided differences at both ends. When the Vector is named as its own source the central rule reads differences it
    has already written, as in NEURON; without a source it does not.
    """
    shift = 1 if given.is_object(0) else 0
    origin = given.of_class(0, "Vector") if shift else vector
    values = elements(origin)
    if len(values) < 2:
        raise Refusal("Can't take derivative of Vector with less than two points")
    dt = given.number(shift, 1.0)
    rule = int(given.checked(shift + 1, EULER, CENTRAL, CENTRAL))
    if rule == EULER:
        vector._buffer.assign(np.diff(values) / dt)
    elif shift and origin is vector:
        _central_in_place(values, dt)
    else:
        inner = (values[2:] - values[:-2]) / dt / 2
        vector._buffer.assign(
            np.concatenate([[(values[1] - values[0]) / dt], inner, [(values[-1] - values[-2]) / dt]]),
        )
    return vector


def integral(vector: Vector, given: Arguments) -> Vector:
    """`integral([source,] [dt])`: adds up; the first element is taken as it is, all others times `dt`."""
    shift = 1 if given.is_object(0) else 0
    values = elements(given.of_class(0, "Vector")) if shift else elements(vector)
    dt = given.number(shift, 1.0)
    if not len(values):
        raise beyond_end(vector, "integral", 0)
    summands = values * dt
    summands[0] = values[0]
    vector._buffer.assign(np.add.accumulate(summands))
    return vector


def interpolate(vector: Vector, given: Arguments) -> Vector:
    """`interpolate(places, x[, y])`: becomes y, or its own old values, at `places`.

    The search for the interval never goes back: a place below an earlier one is extrapolated from the interval of that
    one, as in NEURON. Otherwise places outside `x` get the value of the nearest end.
    """
    places, x = elements(given.of_class(0, "Vector")), elements(given.of_class(1, "Vector"))
    y = elements(given.of_class(2, "Vector")) if given.has(2) else elements(vector)
    if not len(x) or len(y) < len(x):
        raise beyond_end(vector, "interpolate", min(len(x), len(y)))
    above = _first_not_below(places, x)
    inside = (above > 0) & (above < len(x))
    result = np.where(above == 0, y[0], y[len(x) - 1])
    right = above[inside]
    left = right - 1
    share = (places[inside] - x[left]) / (x[right] - x[left])
    result[inside] = (1 - share) * y[left] + share * y[right]
    vector._buffer.assign(result)
    return vector


def medfltr(vector: Vector, given: Arguments) -> Vector:
    """`medfltr([source,] [n_point])`: replaces each element by the median of `n_point` elements around it, 3 by default.

    Beyond the ends the end elements are repeated. `n_point` may be half the size at most. (NEURON 9.0.2 itself crashes
    here; this is what its manual describes.)
    """
    shift = 1 if given.is_object(0) else 0
    values = elements(given.of_class(0, "Vector")) if shift else elements(vector)
    n_point = int(given.checked(shift, 1, len(values) // 2)) if given.has(shift) else 3
    if len(values):
        before = n_point // 2
        padded = np.pad(values, (before, n_point - 1 - before), mode="edge")
        windows = np.lib.stride_tricks.sliding_window_view(padded, n_point)
        values = np.median(windows, axis=1)
    vector._buffer.assign(values)
    return vector


def spikebin(vector: Vector, given: Arguments) -> Vector:
    """`spikebin(source, threshold[, width])`: becomes 1 where the source rises to the threshold from below, else 0.

    With a width each element stands for that many samples.
    """
    origin, threshold = given.of_class(0, "Vector"), given.number(1)
    width = int(given.checked(2, 1, np.inf, 1))
    if origin is vector:
        elements(vector)[:] = 0.0
        return vector
    above = elements(origin) >= threshold
    rises = above.copy()
    rises[1:] &= ~above[:-1]
    n_bin = len(rises) // width
    vector._buffer.assign(rises[: n_bin * width].reshape(n_bin, width).any(axis=1))
    return vector


def psth(vector: Vector, given: Arguments) -> Vector:
    """`psth(counts, dt, n_trial, n_event)`: the rate [Hz] in bins just wide enough to hold `n_event` events.

    Each bin grows from its element to the right and to the left in turn.
    """
    counts = elements(given.of_class(0, "Vector")).copy()
    dt, n_trial = given.checked(1, 0, np.inf), np.float64(given.checked(2, 0, np.inf))
    n_event = given.checked(3, 0, len(counts) // 2)
    n_bin = len(counts)
    cumulative = np.concatenate([[0.0], np.add.accumulate(counts)])
    left, right = np.arange(n_bin), np.arange(n_bin)
    for step in range(2 * n_bin):
        short = cumulative[right + 1] - cumulative[left] < n_event
        if not short.any():
            break
        if step % 2:
            left[short & (left > 0)] -= 1
        else:
            right[short & (right < n_bin - 1)] += 1
    events = cumulative[right + 1] - cumulative[left]
    vector._buffer.assign(events / n_trial * 1000.0 / ((right - left + 1) * dt))
    return vector


def inf(vector: Vector, given: Arguments) -> Vector:
    """`inf(current, dt, g, e, c, threshold, reset[, refractory])`: runs a leaky integrate-and-fire cell.

    A spike shows as a zero, the element after it is `reset`; then `refractory` must pass before the next spike. A Vector
    given as its own current is driven by its own potential, as in NEURON.
    """
    is_own_source = given.of_class(0, "Vector") is vector
    current = elements(given.of_class(0, "Vector")).tolist()
    dt, conductance, rest, capacitance, threshold, reset = (given.number(index) for index in range(1, 7))
    refractory = given.number(7, 0.0)
    if not current:
        raise beyond_end(vector, "inf", 0)
    trace = [rest]
    wait = 0.0
    while len(trace) < len(current):
        v = trace[-1]
        drive = v if is_own_source else current[len(trace) - 1]
        v += dt * (drive - conductance * (v - rest)) / capacitance
        if v >= threshold and wait <= 0:
            trace += [0.0, reset]
            wait = refractory
        else:
            trace.append(v)
            wait -= dt
    vector._buffer.assign(trace[: len(current)])
    return vector


def trigavg(vector: Vector, given: Arguments) -> float:
    """`trigavg(source, triggers, before, after)`: averages the source around triggers; returns how many counted.

    A trigger counts if its window lies within the source, short of the last element.
    """
    values = elements(given.of_class(0, "Vector"))
    triggers = elements(given.of_class(1, "Vector")).astype(int)
    before = int(given.checked(2, 0, len(values) - 1))
    after = int(given.checked(3, 0, len(values) - 1))
    counted = triggers[(triggers - before >= 0) & (triggers + after < len(values))]
    windows = counted[:, None] + np.arange(-before, after)
    vector._buffer.assign(np.add.reduce(values[windows], axis=0) / np.float64(len(counted)))
    return float(len(counted))


def _central_in_place(values: Array, dt: float) -> None:
    x = values.tolist()
    x[0], x[-1] = (x[1] - x[0]) / dt, (x[-1] - x[-2]) / dt
    for index in range(1, len(x) - 1):
        x[index] = (x[index + 1] - x[index - 1]) / dt / 2
    values[:] = x


def _first_not_below(places: Array, x: Array) -> NDArray[np.int_]:
    """Returns for each place the first index with place <= x, searching on from where the place before ended."""
    if not np.isnan(places).any() and (np.diff(x) >= 0).all():
        return np.maximum.accumulate(np.searchsorted(x, places, side="left")) if len(places) else np.zeros(0, dtype=int)
    found, position = [], 0
    for place in places.tolist():
        while position < len(x) and not place <= x[position]:
            position += 1
        found.append(position)
    return np.array(found, dtype=int)


METHODS = {
    "deriv": deriv,
    "integral": integral,
    "interpolate": interpolate,
    "medfltr": medfltr,
    "spikebin": spikebin,
    "psth": psth,
    "inf": inf,
    "trigavg": trigavg,
}
