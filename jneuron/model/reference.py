"""A place that holds a number: what record, play, POINTER, `h.Pointer` and `h.PtrVector` read and write."""

from __future__ import annotations

from typing import Protocol, runtime_checkable


@runtime_checkable
class Reference(Protocol):
    """What `_ref_v`, `h.ref(3)` and `vector._ref_x[0]` have in common."""

    def get(self) -> float:
        """Returns the number that stands there now."""
        ...

    def set(self, value: float) -> None:
        """Writes a number there."""
        ...
