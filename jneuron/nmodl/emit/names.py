"""Python names for NMODL names."""

from __future__ import annotations

import keyword

_TAKEN = frozenset(
    {"ops", "xp", "columns", "send", "event", "move", "watch", "range", "float", "int", "tuple", "newton", "sparse", "ghk",
     "SendRequest", "EventRequest", "WatchRequest", "refuse", "choose", "recursive", "none_active", "active", "solve_dense",
     "sparse_linear", "steady_state", "steady_state_linear", "states", "old", "step", "carry", "unknowns"}
)  # fmt: skip


def python_name(name: str) -> str:
    """Returns the Python name of an NMODL variable or function."""
    name = name.replace(" ", "_").replace("@", "solver_")
    return name + "_" if keyword.iskeyword(name) or name in _TAKEN else name


def function_name(name: str) -> str:
    """Returns the Python name of an emitted function; no variable has such a name."""
    return f"{python_name(name)}__"


class Names:
    """Hands out names that are still free in one function."""

    def __init__(self, taken: set[str]) -> None:
        self._taken = set(taken)

    def fresh(self, stem: str) -> str:
        """Returns `stem` with a number that makes it new."""
        number = 1
        while f"{stem}_{number}" in self._taken:
            number += 1
        self._taken.add(f"{stem}_{number}")
        return f"{stem}_{number}"
