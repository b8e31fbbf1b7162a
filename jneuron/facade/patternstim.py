"""`h.PatternStim`: plays recorded spikes to those who listen to their gids."""

from __future__ import annotations

from jneuron.facade.calls import Arguments, attach
from jneuron.facade.implements import implements
from jneuron.facade.point_process import PointProcess


@implements("PatternStim", "PatternStim.play")
class PatternStim(PointProcess):
    """Spikes that come from outside: `play(times, gids)`; only gids that no cell here has are heard."""

    __slots__ = ()


def _play(self: PatternStim, given: Arguments) -> float:
    """Takes over times [ms] and gids for all runs from the next initialisation on; without arguments, ends it."""
    patterns = self.session.model.patterns
    if not given.has(1):
        patterns.pop(self.decl, None)
        return 1.0
    times, gids = given.of_class(0, "Vector"), given.of_class(1, "Vector")
    patterns[self.decl] = [(float(time), int(gid)) for time, gid in zip(times, gids, strict=False)]
    return 0.0


attach(PatternStim, {"play": _play})
