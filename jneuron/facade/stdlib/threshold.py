"""`h.threshold(reference)`: the smallest value that makes a model fire, by halving."""

from __future__ import annotations

from typing import Any

from jneuron.facade.calls import Arguments, Refusal
from jneuron.facade.functions import function

THRESH = "thresh.hoc"
HIGHEST = 1e5
ACCURACY = 1e-3
SMALLEST = 1e-7


def _fires(session: Any) -> bool:
    session.runner.call("run")
    try:
        return bool(session.h.APCount[0].n > 0)
    except IndexError:
        raise Refusal("Object ID doesn't exist") from None


@function("thresh_excited", THRESH)
def thresh_excited(session: Any, given: Arguments) -> float:
    """Runs, and tells whether APCount[0] has counted anything."""
    return float(_fires(session))


@function("threshold", THRESH)
def threshold(session: Any, given: Arguments) -> float:
    """`threshold(reference)`: sets a variable to the smallest value at which APCount[0] counts, to three digits; returns it."""
    place = given.reference(0)
    low, high = 0.0, HIGHEST
    if place.get() == 0.0:
        place.set(1.0)

    # double or halve until the threshold lies between
    while low == 0.0 or high == HIGHEST:
        now = place.get()
        if _fires(session):
            high = now
            place.set(high / 2.0)
        else:
            low = now
            place.set(2.0 * low)
        if session.hoc("stoprun"):
            return place.get()
        if low > high:
            return high

    # halve what is left
    accuracy = SMALLEST + ACCURACY * high
    place.set((high + low) / 2.0)
    while high - low > accuracy:
        if _fires(session):
            high = place.get()
        else:
            low = place.get()
        place.set((high + low) / 2.0)
        if session.hoc("stoprun"):
            break
    return place.get()
