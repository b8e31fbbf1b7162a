"""The module `neuron.coreneuron`: its switches are there, and turning them on is refused."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

from jneuron.base.errors import UnsupportedError

SWITCHES = ("enable", "gpu", "file_mode", "verbose", "sim_config", "skip_write_model_to_disk", "warp_balance", "model_stats")


class _Switches(ModuleType):
    def __getattr__(self, name: str) -> Any:
        if name in SWITCHES:
            return False
        raise AttributeError(f"module 'neuron.coreneuron' has no attribute '{name}'")

    def __setattr__(self, name: str, value: Any) -> None:
        if name in SWITCHES and value:
            raise UnsupportedError(f"coreneuron.{name}", "programs are compiled here anyway.", "leave it off.")
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Switches
