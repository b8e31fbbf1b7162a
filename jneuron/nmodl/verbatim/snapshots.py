"""What C code can change, noted in place, so that a run that is made again starts from the same."""

from __future__ import annotations

from typing import Any, Protocol

from jneuron.nmodl.verbatim.memory import Ptr
from jneuron.nmodl.verbatim.runtime import Record


class Restorable(Protocol):
    """An object that notes its own state."""

    def state(self) -> Any:
        """Returns what `restore` takes."""

    def restore(self, state: Any) -> None:
        """Goes back to a state."""


class Snapshot:
    """The contents of everything that can be reached from `roots`."""

    def __init__(self, roots: Any) -> None:
        self._kept: list[tuple[Any, Any]] = []
        self._seen: set[int] = set()
        self._visit(roots)

    def _visit(self, value: Any) -> None:
        if value is None or isinstance(value, int | float | str | bytes) or id(value) in self._seen:
            return
        self._seen.add(id(value))
        if isinstance(value, memoryview):
            self._kept.append((value, bytes(value)))
        elif isinstance(value, list | tuple):
            if isinstance(value, list):
                self._kept.append((value, list(value)))
            for item in value:
                self._visit(item)
        elif isinstance(value, dict):
            self._kept.append((value, dict(value)))
            for item in value.values():
                self._visit(item)
        elif isinstance(value, Ptr):
            self._kept.append((value, (value.m, value.o)))
            self._visit(value.m)
        elif isinstance(value, Record):
            self._visit(vars(value))
        elif hasattr(value, "restore"):
            self._kept.append((value, value.state()))

    def restore(self) -> None:
        """Puts everything back."""
        for value, contents in self._kept:
            if isinstance(value, memoryview):
                if not value.readonly:
                    value.cast("B")[:] = contents
            elif isinstance(value, list):
                value[:] = contents
            elif isinstance(value, dict):
                value.clear()
                value.update(contents)
            elif isinstance(value, Ptr):
                value.m, value.o = contents
            else:
                value.restore(contents)
