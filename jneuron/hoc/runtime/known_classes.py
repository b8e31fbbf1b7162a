"""Which classes have a component in which form: what emitted code asks before it goes straight to an attribute or a function.

`jneuron.hoc.syntax.emit.components` says what the sets mean. A class enters one when a general helper has found a component
in that form; all leave the sets of a name when something of that name is declared or compiled anew.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

SETS = ("_n_", "_t_", "_o_", "_s_")
METHODS = ("_q_", "_m_", "_g_")
WRITERS = "_u_"


class Methods(dict[type, Callable[..., Any]]):
    """The functions of one method, by class; a class that is not there has the general helper."""

    __slots__ = ("_general",)

    def __init__(self, general: Callable[..., Any]) -> None:
        self._general = general

    def __missing__(self, cls: type) -> Callable[..., Any]:
        return self._general


class KnownClasses:
    """The sets of one interpreter.

    They lie in the namespace of emitted code, where code that asks one has had it made.
    """

    def __init__(self, namespace: dict[str, Any]) -> None:
        self._namespace = namespace

    def note(self, kinds: str, name: str, cls: type) -> None:
        """Enters a class in the sets of a component, one for each letter of `kinds`."""
        for kind in kinds:
            known = self._namespace.get(f"_{kind}_{name}")
            if isinstance(known, set):
                known.add(cls)
            elif known is not None:
                known[cls] = getattr(cls, f"m_{name}")

    def note_writer(self, name: str, cls: type, write: Callable[[Any, float], None]) -> None:
        """Enters what writes a number of the objects of a class."""
        known = self._namespace.get(WRITERS + name)
        if known is not None:
            known[cls] = write

    def forget(self, name: str) -> None:
        """Empties the sets of a component."""
        for beginning in (*SETS, *METHODS):
            known = self._namespace.get(beginning + name)
            if known is not None:
                known.clear()
