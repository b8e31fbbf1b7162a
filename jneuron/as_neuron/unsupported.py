"""A module that can be imported and not used."""

from __future__ import annotations

from types import ModuleType
from typing import Any

from jneuron.base.errors import UnsupportedError


class UnsupportedModule(ModuleType):
    """Stands for a module of NEURON's that is not there yet; whoever takes something from it is told so.

    Attributes:
        reason: Why it is not there.
    """

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(name)
        self.reason = reason

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(f"module '{self.__name__}' has no attribute '{name}'")
        raise UnsupportedError(f"{self.__name__}.{name}", self.reason)
