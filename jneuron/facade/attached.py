"""Names that mechanisms bring, as attributes of the classes that show them.

NEURON finds every name by `__getattribute__` alone, and scripts call that method (`segment.__getattribute__("hh")`). So a name
becomes an attribute of its class as soon as its mechanism is known, which also saves Python a miss and a search.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class Attached(property):
    """One such name; where it means nothing (a mechanism that is not there), its reader refuses as NEURON does."""


def attach(cls: type, name: str, read: Callable[[Any], Any]) -> bool:
    """Makes a name an attribute of a class, unless it has something of that name; returns whether it has not."""
    if hasattr(cls, name):
        return False
    setattr(cls, name, Attached(read))
    return True


def attached_names(cls: type) -> list[str]:
    """Returns the names that mechanisms have brought to a class."""
    return [name for name, value in vars(cls).items() if isinstance(value, Attached)]
