"""The module `nrn`: sections, segments, mechanisms."""

from __future__ import annotations

from typing import Any

from jneuron import default_session
from jneuron.facade.mechanism import MechFunc, RangeVar

_interface = default_session().interface

__all__ = ["MechFunc", "Mechanism", "RangeVar", "Section", "Segment", "allsec", "cas"]

Section = _interface.Section
Segment = _interface.Segment
Mechanism = _interface.Mechanism


def allsec() -> Any:
    """Iterates over all sections."""
    return default_session().h.allsec()


def cas() -> Any:
    """Returns the currently accessed section."""
    return default_session().h.cas()


def __getattr__(name: str) -> Any:
    if not name.startswith("__") and default_session().interface.names.is_density(name):
        return Mechanism
    raise AttributeError(f"module 'nrn' has no attribute '{name}'")
