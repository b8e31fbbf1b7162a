"""Vectors played into what no program changes: a box (`h.ref`), an element of a Vector, a statement, a capacitance.

They are brought up to date between steps: for the middle of a step before it is made, and at its end.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from jneuron.engine.play import polyline
from jneuron.lower.columns import padded_play
from jneuron.lower.program import Lowered
from jneuron.model.probes import PlayDecl, Probes
from jneuron.model.references import ColumnReference


@dataclass(slots=True)
class HostPlay:
    """One play under way.

    Attributes:
        decl: The declaration.
        points: Times, values and their number as they were last; see `padded_play`.
        n_played: Of a stepwise play, how many values have taken effect.
    """

    decl: PlayDecl
    points: dict[str, Any]
    n_played: int = 0

    def follow(self, t: float, *, start: bool = False) -> None:
        """Sets the target for time t [ms]; at the start a polyline counts only if it has begun."""
        reference, times = self.decl.reference, self.decl.times
        if self.decl.vector() is not None and (times is None or times() is not None):
            self.points = padded_play(self.decl)
        if not int(self.points["n"]) or (start and self.points["times"][0] > t):
            return
        if self.decl.continuous:
            reference.set(float(polyline(np, self.points, t)))
            return
        n_due = int(np.searchsorted(self.points["times"], t, side="right"))
        if n_due > self.n_played:
            reference.set(float(self.points["values"][n_due - 1]))
            self.n_played = n_due

    def go_back(self, t: float) -> None:
        """Makes what is due by t the last that has taken effect."""
        self.n_played = int(np.searchsorted(self.points["times"], t, side="right"))


def set_steps(probes: Probes, t: float) -> None:
    """Sets the variables of stepwise plays to the values they have at t [ms]."""
    for decl in probes.plays:
        if (
            decl.continuous
            or decl.vector() is None
            or not isinstance(decl.reference, ColumnReference)
            or not decl.reference.alive
        ):
            continue
        points = padded_play(decl)
        n_due = int(np.searchsorted(points["times"], t, side="right"))
        if n_due:
            decl.reference.set(float(points["values"][n_due - 1]))


def host_plays(probes: Probes, lowered: Lowered) -> list[HostPlay]:
    """Returns the plays that the program does not do itself."""
    done = {id(play.decl) for play in lowered.plays}
    return [
        HostPlay(decl, padded_play(decl))
        for decl in probes.plays
        if id(decl) not in done and getattr(decl.reference, "alive", True) and decl.vector() is not None
    ]
