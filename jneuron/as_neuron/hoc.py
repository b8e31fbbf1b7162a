"""The module `hoc`: the classes that NEURON's objects have."""

from __future__ import annotations

from typing import Any

from jneuron import default_session
from jneuron.facade.objects import HocObject

__all__ = ["HocObject", "execute"]


def execute(statement: str) -> Any:
    """Executes hoc code."""
    return default_session().h(statement)


def __getattr__(name: str) -> Any:
    h = default_session().h
    if name.startswith("__") or not isinstance(getattr(h, name, None), type):
        raise AttributeError(f"module 'hoc' has no attribute '{name}'")
    return getattr(h, name)
