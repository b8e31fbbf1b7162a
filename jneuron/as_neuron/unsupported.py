"""A module that can be imported and not used."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import Any

from jneuron.base.errors import UnsupportedError


class UnsupportedModule(ModuleType):
    """Stands for a module of NEURON's that is not there yet; whoever takes something from it is told so.

    Attributes:
        reason: Why it is not there.
        submodules: The modules in it, which can be imported and not used either.
    """

    def __init__(self, name: str, reason: str, submodules: tuple[str, ...] = ()) -> None:
        super().__init__(name)
        self.reason, self.submodules = reason, submodules

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(f"module '{self.__name__}' has no attribute '{name}'")
        if name in self.submodules:
            return import_module(f"{self.__name__}.{name}")
        raise UnsupportedError(f"{self.__name__}.{name}", self.reason)
