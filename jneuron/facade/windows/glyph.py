"""`h.Glyph`: a small drawing to be put into Graphs; every method returns the Glyph, so that calls can be chained."""

from __future__ import annotations

from typing import Any

from jneuron.facade.calls import Arguments, attach
from jneuron.facade.windows.accepted import Window


class Glyph(Window):
    """NEURON's Glyph.

    Attributes:
        strokes: What was drawn: the method and its numbers, in order.
    """

    hoc_name = "Glyph"
    __slots__ = ("strokes",)
    strokes: list[tuple[str, tuple[float, ...]]]

    def _open(self, given: Arguments) -> None:
        object.__setattr__(self, "strokes", [])


def _stroke(glyph: Glyph, given: Arguments) -> Any:
    """Adds a stroke to the drawing."""
    numbers = tuple(given.number(k) for k in range(len(given.values)) if given.is_number(k))
    glyph.strokes.append((given.method, numbers))
    return glyph


def _erase(glyph: Glyph, given: Arguments) -> Any:
    """Takes all strokes away."""
    glyph.strokes.clear()
    return glyph


attach(
    Glyph,
    dict.fromkeys(("circle", "close", "cpt", "curve", "fill", "gif", "l", "m", "path", "s"), _stroke) | {"erase": _erase},
)
