"""The distributions of `h.Random`, each in NEURON's own algorithm: how a draw is made from a stream's numbers.

    draw(stream)        one draw
    draw_many(stream, n)   n draws, the same as n times one

Logarithms, exponentials and powers are those of the C library, as in NEURON: NumPy's differ in the last bit.

Source: the GNU C++ library (libg++ 2), which NEURON's distributions come from; Devroye (1986), Non-Uniform Random Variate
Generation, for the methods.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from jneuron.facade.random.stream import Stream

Floats = npt.NDArray[np.float64]


class Distribution(ABC):
    """What is drawn."""

    @abstractmethod
    def draw(self, stream: Stream) -> float:
        """Returns one draw."""

    @abstractmethod
    def draw_many(self, stream: Stream, n: int) -> Floats:
        """Returns `n` draws in order."""


class Uniform(Distribution):
    """Uniform between two limits in any order."""

    def __init__(self, one: float, other: float) -> None:
        self._low = min(one, other)
        self._width = max(one, other) - self._low

    def draw(self, stream: Stream) -> float:
        # what `next` does, written out
        place, known = stream.at, stream.known
        if place < len(known):
            stream.at = place + 1
            return self._low + self._width * known[place]
        return self._low + self._width * stream.next()

    def draw_many(self, stream: Stream, n: int) -> Floats:
        return self._low + self._width * stream.take(n)


@dataclass(frozen=True)
class DiscreteUniform(Distribution):
    """Whole numbers from `low` to `high`, both included."""

    low: int
    high: int

    def draw(self, stream: Stream) -> float:
        return float(self.low + math.floor(float(self.high - self.low + 1) * stream.next()))

    def draw_many(self, stream: Stream, n: int) -> Floats:
        return self.low + np.floor(float(self.high - self.low + 1) * stream.take(n))


class Normal(Distribution):
    """Normal by the polar method, which makes two deviates at a time: the second one waits for the next draw.

    The waiting deviate stays when the stream is moved.
    """

    def __init__(self, mean: float, variance: float) -> None:
        self._mean = mean
        self._deviation = _sqrt(variance)
        self._waiting: float | None = None

    def draw(self, stream: Stream) -> float:
        if self._waiting is not None:
            second, self._waiting = self._waiting, None
            return second * self._deviation + self._mean
        while True:
            u, v = 2.0 * stream.next() - 1.0, 2.0 * stream.next() - 1.0
            square = u * u + v * v
            if square <= 1.0:
                factor = _stretch(square)
                self._waiting = v * factor
                return u * factor * self._deviation + self._mean

    def draw_many(self, stream: Stream, n: int) -> Floats:
        standard = np.empty(n + 1)
        start = 0
        if n and self._waiting is not None:
            standard[0], self._waiting, start = self._waiting, None, 1
        while start < n:
            made = self._pairs(stream, (n - start + 1) // 2)
            standard[start : start + len(made)] = made
            start += len(made)
        if start > n:
            self._waiting = float(standard[n])
        with np.errstate(all="ignore"):
            return standard[:n] * self._deviation + self._mean

    def _pairs(self, stream: Stream, n_most: int) -> Floats:
        """Returns the deviates of at most `n_most` pairs, and at least of one in any number of turns."""
        # a point in the square lies in the circle with a chance of pi / 4
        points = 2.0 * stream.ahead(2 * (n_most + n_most // 3 + 8)).reshape(-1, 2) - 1.0
        squares = points[:, 0] * points[:, 0] + points[:, 1] * points[:, 1]
        inside = np.flatnonzero(squares <= 1.0)[:n_most]
        stream.skip(2 * (int(inside[-1]) + 1) if len(inside) == n_most else points.size)
        return (points[inside] * _each(_stretch, squares[inside])[:, None]).ravel()


class LogNormal(Distribution):
    """Lognormal of a given mean and variance."""

    def __init__(self, mean: float, variance: float) -> None:
        square = mean * mean
        with np.errstate(all="ignore"):
            of_mean = _log(np.float64(square) / _sqrt(variance + square))
            of_variance = _log((variance + square) / np.float64(square))
        self._normal = Normal(of_mean, of_variance)

    def draw(self, stream: Stream) -> float:
        return _pow(math.e, self._normal.draw(stream))

    def draw_many(self, stream: Stream, n: int) -> Floats:
        return _each(lambda x: _pow(math.e, x), self._normal.draw_many(stream, n))


@dataclass(frozen=True)
class NegativeExponential(Distribution):
    """Negative exponential."""

    mean: float

    def draw(self, stream: Stream) -> float:
        return -self.mean * _log(stream.next())

    def draw_many(self, stream: Stream, n: int) -> Floats:
        return -self.mean * _logs(stream.take(n))


@dataclass(frozen=True)
class Weibull(Distribution):
    """Weibull of shape `alpha` and scale `beta`."""

    alpha: float
    beta: float

    def draw(self, stream: Stream) -> float:
        return _pow(-self.beta * _log(1.0 - stream.next()), self._power)

    def draw_many(self, stream: Stream, n: int) -> Floats:
        power = self._power
        return _each(lambda x: _pow(x, power), -self.beta * _logs(1.0 - stream.take(n)))

    @property
    def _power(self) -> float:
        return 1.0 / self.alpha if self.alpha else math.copysign(math.inf, self.alpha)


class Erlang(Distribution):
    """Erlang of a given mean and variance, its order rounded to a whole number."""

    def __init__(self, mean: float, variance: float) -> None:
        with np.errstate(all="ignore"):
            self._order = max(_to_int(float(np.float64(mean * mean) / variance + 0.5)), 1)
            self._rate = float(np.float64(self._order) / mean)

    def draw(self, stream: Stream) -> float:
        product = 1.0
        for _ in range(self._order):
            product *= stream.next()
        return -_log(product) / self._rate if self._rate else math.inf

    def draw_many(self, stream: Stream, n: int) -> Floats:
        numbers = stream.take(n * self._order).reshape(n, self._order)
        product = np.ones(n)
        for column in numbers.T:
            product *= column
        with np.errstate(all="ignore"):
            return -_logs(product) / self._rate


class HyperGeometric(Distribution):
    """Hyperexponential of a given mean and variance, which NEURON calls hypergeometric."""

    def __init__(self, mean: float, variance: float) -> None:
        self._mean = mean
        with np.errstate(all="ignore"):
            z = np.float64(variance) / (mean * mean)
            self._p = float(0.5 * (1.0 - np.sqrt((z - 1.0) / (z + 1.0))))

    def draw(self, stream: Stream) -> float:
        chance = 1.0 - self._p if stream.next() > self._p else self._p
        return _log(stream.next()) * -self._mean / (2.0 * chance)

    def draw_many(self, stream: Stream, n: int) -> Floats:
        which, number = stream.take(2 * n).reshape(n, 2).T
        chance = np.where(which > self._p, 1.0 - self._p, self._p)
        with np.errstate(all="ignore"):
            return _logs(number) * -self._mean / (2.0 * chance)


@dataclass(frozen=True)
class Binomial(Distribution):
    """Number of successes in `n_trial` trials."""

    n_trial: int
    chance: float

    def draw(self, stream: Stream) -> float:
        return float(sum(stream.next() < self.chance for _ in range(self.n_trial)))

    def draw_many(self, stream: Stream, n: int) -> Floats:
        trials = stream.take(n * self.n_trial).reshape(n, self.n_trial)
        return np.count_nonzero(trials < self.chance, axis=1).astype(float)


@dataclass(frozen=True)
class Geometric(Distribution):
    """Number of draws until one is not below `chance`, which is below 1."""

    chance: float

    def draw(self, stream: Stream) -> float:
        count = 1
        while stream.next() < self.chance:
            count += 1
        return float(count)

    def draw_many(self, stream: Stream, n: int) -> Floats:
        ends = np.zeros(0, int)
        n_ahead = n
        while len(ends) < n:
            n_ahead = 2 * n_ahead + int(n / (1.0 - self.chance))
            ends = np.flatnonzero(stream.ahead(n_ahead) >= self.chance)[:n]
        if n:
            stream.skip(int(ends[-1]) + 1)
        return np.diff(ends, prepend=-1).astype(float)


@dataclass(frozen=True)
class Poisson(Distribution):
    """Poisson: how many numbers can be multiplied before the product falls below exp(-mean)."""

    mean: float

    @property
    def bound(self) -> float:
        """Below this the product ends a draw; 0 where no draw would ever end."""
        return _exp(-self.mean)

    def draw(self, stream: Stream) -> float:
        bound = self.bound
        count, product = 0, 1.0
        while product >= bound:
            product *= stream.next()
            count += 1
        return count - 1.0

    def draw_many(self, stream: Stream, n: int) -> Floats:
        bound = self.bound
        if bound > 1.0:
            return np.full(n, -1.0)
        ends: list[int] = []
        n_ahead, begin = 0, 0
        while len(ends) < n:
            # go on in a longer piece behind the last whole draw
            n_ahead = 2 * n_ahead + int(n * (self.mean + 1.0)) + 8
            begin = ends[-1] + 1 if ends else 0
            product = 1.0
            for place, number in enumerate(stream.ahead(n_ahead)[begin:].tolist(), begin):
                product *= number
                if product < bound:
                    ends.append(place)
                    product = 1.0
        if n:
            stream.skip(ends[n - 1] + 1)
        return np.diff(np.array(ends[:n], float), prepend=-1.0) - 1.0


def _stretch(square: float) -> float:
    """Returns what turns a point of the unit circle into two normal deviates."""
    return math.sqrt(-2.0 * math.log(square) / square) if square > 0.0 else math.inf


def _each(function: Callable[[float], float], values: Floats) -> Floats:
    return np.fromiter(map(function, values.tolist()), float, len(values))


def _logs(values: Floats) -> Floats:
    try:
        return _each(math.log, values)
    except ValueError:
        return _each(_log, values)


# ---- the C library's functions: no exceptions


def _log(x: float) -> float:
    if x > 0.0:
        return math.log(x)
    return -math.inf if x == 0.0 else math.nan


def _exp(x: float) -> float:
    try:
        return math.exp(x)
    except OverflowError:
        return math.inf


def _sqrt(x: float) -> float:
    return math.sqrt(x) if x >= 0.0 else math.nan


def _pow(x: float, power: float) -> float:
    try:
        return math.pow(x, power)
    except OverflowError:
        return math.inf
    except ValueError:
        return math.nan if x < 0.0 else math.inf


def _to_int(x: float) -> int:
    """Returns what C makes of a double cast to int on the machines NEURON runs on."""
    return int(x) if abs(x) < 2.0**31 else -(2**31)
