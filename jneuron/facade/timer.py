"""`h.Timer`: calls something again and again while a window is open; without a display it never does."""

from __future__ import annotations

from typing import Any

from jneuron.facade.calls import Arguments, HocMethodsObject, Refusal, attach, check_keywords, refuse
from jneuron.facade.ref import StringRef

DEFAULT_INTERVAL = 0.5


class Timer(HocMethodsObject):
    """NEURON's Timer: `Timer(statement)`, where the statement is hoc code or a callable."""

    hoc_name = "Timer"
    __slots__ = ("_interval",)
    _interval: float

    def __init__(self, *values: Any, **keywords: Any) -> None:
        check_keywords(keywords)
        super().__init__()
        given = Arguments("Timer", values)
        try:
            if not callable(given.any(0)) or isinstance(values[0], StringRef):
                given.string(0)
        except Refusal as refusal:
            refuse(refusal, "Timer", values)
        self._interval = DEFAULT_INTERVAL


def _seconds(timer: Timer, given: Arguments) -> float:
    """Returns the interval [s], after setting it if one is given."""
    if not given.has(0):
        return timer._interval
    timer._interval = given.number(0)
    return timer._interval


def _nothing(timer: Timer, given: Arguments) -> float:
    """Does nothing, as in a NEURON without a display."""
    return 0.0


attach(Timer, {"end": _nothing, "seconds": _seconds, "start": _nothing})
