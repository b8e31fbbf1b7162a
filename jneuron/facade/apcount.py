"""`h.APCount`: counts how often the voltage rises above a threshold; `record` keeps the times."""

from __future__ import annotations

import weakref

from jneuron.facade.calls import Arguments, attach
from jneuron.facade.implements import implements
from jneuron.facade.point_process import PointProcess


@implements("APCount", "APCount.record")
class APCount(PointProcess):
    """A counter of spikes."""

    __slots__ = ()


def _record(self: APCount, given: Arguments) -> float:
    """Records the times into a Vector; `record()` ends it."""
    vector = weakref.ref(given.of_class(0, "Vector")) if given.has(0) else None
    self.session.model.record_count(self.decl, vector)
    return 1.0


attach(APCount, {"record": _record})
