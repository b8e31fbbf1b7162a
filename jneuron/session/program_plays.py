"""The plays that the compiled program does: how far each has come, and whether its Vectors have changed since.

A stepwise play is a series of events, and each has its effect once: what the user writes afterwards stays, also when the
program is made anew or the event queue has been on the host. What a Vector holds counts when its time comes, so a Vector
that is changed during a run changes what is played.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from jneuron.ir.array_ops import Array
from jneuron.lower.probes import PlayPlan, play_arrays, play_views
from jneuron.model.probes import PlayDecl
from jneuron.session.random_plays import Floats


class ProgramPlays:
    """What is known of them while the program runs and between two programs."""

    def __init__(self) -> None:
        self._n_played: dict[PlayDecl, int] = {}
        self._points: dict[PlayDecl, tuple[Floats, Floats]] = {}

    def begin(self) -> None:
        """Begins a run: nothing has been played."""
        self._n_played.clear()
        self._points.clear()

    def begin_anew(self, decls: Iterable[PlayDecl]) -> None:
        """Notes that other values have been laid out for plays, of which none has taken effect."""
        for decl in decls:
            self._n_played.pop(decl, None)

    def note_progress(self, plans: Sequence[PlayPlan], counts: Sequence[Array]) -> None:
        """Notes how many values of each play have taken effect, as a program's state has them."""
        self._n_played.update((plan.decl, int(count)) for plan, count in zip(plans, counts, strict=True))

    def progress(self, plans: Sequence[PlayPlan]) -> tuple[np.ndarray, ...]:
        """Returns how many values of each play have taken effect."""
        return tuple(np.asarray(self._n_played.get(plan.decl, 0)) for plan in plans)

    def go_to(self, plans: Sequence[PlayPlan], t: float) -> None:
        """Makes what is due by t the last that has taken effect."""
        for plan in plans:
            times, _ = play_arrays(plan.decl)
            self._n_played[plan.decl] = int(np.searchsorted(times, t, side="right"))

    def note_points(self, plans: Sequence[PlayPlan]) -> None:
        """Notes what the Vectors hold, as the program is given it."""
        self._points.update((plan.decl, play_arrays(plan.decl)) for plan in plans)

    def changed(self, plans: Sequence[PlayPlan], t: float, until: float) -> list[int]:
        """Returns the positions of the plays whose Vectors hold something else now of what counts from t to `until` [ms]."""
        return [k for k, plan in enumerate(plans) if self._has_changed(plan.decl, t, until)]

    def _has_changed(self, decl: PlayDecl, t: float, until: float) -> bool:
        # this stands before every step
        known = self._points.get(decl)
        if known is None:
            return True
        known_times, known_values = known
        times, values = play_views(decl)
        n = len(values) if times is None else min(len(times), len(values))
        if n != len(known_values):
            return True
        # the points on both sides belong to what lies between; bytes, for mostly it is two or three numbers
        first = max(known_times.searchsorted(t) - 2, 0)
        last = min(known_times.searchsorted(until) + 2, n)
        if known_values[first:last].tobytes() != values[first:last].tobytes():
            return True
        return times is not None and known_times[first:last].tobytes() != times[first:last].tobytes()
