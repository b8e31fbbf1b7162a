"""What of NEURON's interface is there: the register that the coverage table is made from.

A name is NEURON's own: `finitialize` for a function of `h`, `Vector.add` for a method, `Section.connect`,
`Segment.area`. Whatever stands in NEURON's inventory and not here raises `UnsupportedError`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

Anything = TypeVar("Anything", bound=Callable[..., Any])

IMPLEMENTED: set[str] = set()
"""NEURON's names that work here."""


def implements(*names: str) -> Callable[[Anything], Anything]:
    """Returns a decorator that notes what it decorates as NEURON's `names`."""

    def note(target: Anything) -> Anything:
        IMPLEMENTED.update(names)
        return target

    return note
