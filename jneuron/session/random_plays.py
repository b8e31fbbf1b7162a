"""Variables that get a new draw at every initialisation and every step: `Random.play`.

Within a run the draws of many steps are made at once and played by the compiled program, each from the beginning of its step
on. What the program does not contain, and single steps, are served a draw at a time.
"""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
import numpy.typing as npt

from jneuron.model.reference import Reference

if TYPE_CHECKING:
    from jneuron.model.probes import PlayDecl, Probes

Floats = npt.NDArray[np.float64]
MOST = 1024
"""Draws that are made at once, for one variable."""
FEW = 8
"""For fewer steps, draws are made one by one."""
DUE = 0.25
"""When in its step a draw is due, as a part of the step: before the half step, at which events are delivered, and not at the
step's begin, which is the end of the one before."""


class Draws(Protocol):
    """A generator with its distribution (jneuron.facade.random.random.Random)."""

    def draws(self, n: int) -> Floats:
        """Returns the next n draws."""


class Column:
    """Numbers that are played like those of a Vector."""

    def __init__(self, fill: float) -> None:
        self.values = np.full(MOST, fill)

    def as_numpy(self) -> Floats:
        """Returns the numbers."""
        return self.values


class RandomPlay:
    """One variable that is drawn.

    Attributes:
        decl: What tells the program that the variable is played into.
    """

    def __init__(self, probes: Probes, random: Any, reference: Reference) -> None:
        self._random, self._reference = weakref.ref(random), reference
        self._values, self._times = Column(0.0), Column(np.inf)
        self.decl: PlayDecl = probes.play(self._values, reference, times=self._times, at_once=True)

    @property
    def random(self) -> Any:
        """The Random, or None once the user has dropped it or the variable has gone."""
        return self._random() if getattr(self._reference, "alive", True) else None

    def draw(self) -> None:
        """Gives the variable its next draw."""
        random = self.random
        if random is not None:
            self._reference.set(float(random.draws(1)[0]))

    def lay_out(self, values: Floats, t: float, dt: float) -> None:
        """Lays out a draw for each of the steps from t [ms] on."""
        n = len(values)
        self._values.values[:n] = values
        self._times.values[:n] = t + dt * (np.arange(n) + DUE)
        self._times.values[n:] = np.inf

    def clear(self) -> None:
        """Lays out nothing."""
        self._times.values[:] = np.inf


def lay_out_draws(plays: list[RandomPlay], n_step: int, t: float, dt: float) -> None:
    """Makes the draws of so many steps: a Random that drives several variables serves them in turn, step by step."""
    by_random: dict[int, list[RandomPlay]] = {}
    for play in plays:
        by_random.setdefault(id(play.random), []).append(play)
    for together in by_random.values():
        random: Draws = together[0].random
        drawn = random.draws(n_step * len(together)).reshape(n_step, len(together))
        for k, play in enumerate(together):
            play.lay_out(drawn[:, k], t, dt)
