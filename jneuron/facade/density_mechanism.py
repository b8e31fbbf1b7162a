"""`h.hh`: a density mechanism as an object that can be inserted."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jneuron.facade.implements import implements

ONTOLOGY = {"na": "CHEBI:29101", "k": "CHEBI:29103", "ca": "CHEBI:29108", "cl": "CHEBI:17996"}
"""Entries of ions in the ChEBI ontology."""


@implements(*(f"DensityMechanism.{name}" for name in ("name", "insert", "uninsert", "ions", "file", "code")))
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

    @property
    def ions(self) -> dict[str, dict[str, Any]]:
        """The ions it uses: what it reads and writes, by name."""
        used: dict[str, dict[str, Any]] = {}
        for use in self._session.library.get(self._name).ions:
            used[use.name] = {
                "read": list(use.reads),
                "write": list(use.writes),
                "charge": use.valence,
                "ontology_id": ONTOLOGY.get(use.name),
            }
        return used

    @property
    def file(self) -> str:
        """Path of its .mod file."""
        return self._session.library.get(self._name).source  # type: ignore[no-any-return]

    @property
    def code(self) -> str:
        """Text of its .mod file."""
        return Path(self.file).read_text(encoding="utf-8", errors="replace")

    def __repr__(self) -> str:
        return f"neuron.DensityMechanism('{self._name}')"


def density_mechanism(session: Any, name: str) -> DensityMechanism:
    """Returns `h.<name>`; each mechanism has a class of its own, as in NEURON."""
    cls = type(name, (DensityMechanism,), {"__module__": "neuron"})
    return cls(session, name)
