"""`h.hh`: a density mechanism as an object that can be inserted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jneuron.facade.implements import implements


@implements("DensityMechanism")
class DensityMechanism:
    """A density mechanism of a session."""

    def __init__(self, session: Any, name: str) -> None:
        self._session, self._name = session, name

    @property
    def name(self) -> str:
        """Its name."""
        return self._name

    def insert(self, sections: Any) -> None:
        """Inserts it into a section, or into each of several."""
        for section in self._each(sections):
            section.insert(self._name)

    def uninsert(self, sections: Any) -> None:
        """Takes it out of a section, or out of each of several."""
        for section in self._each(sections):
            section.uninsert(self._name)

    def _each(self, sections: Any) -> Iterable[Any]:
        return [sections] if isinstance(sections, self._session.interface.Section) else sections

    def __repr__(self) -> str:
        return f"neuron.DensityMechanism('{self._name}')"
