"""One simulator: its declarations, mechanism library, clock, section stack and compiled programs."""

from __future__ import annotations

from collections import Counter

from jneuron.mech.library import Library
from jneuron.model.model import Model
from jneuron.model.section import SectionDecl


class Session:
    """An independent NEURON.

    Attributes:
        model: What the user declared.
        library: The mechanisms known by name.
        section_stack: The currently accessed sections, innermost last.
    """

    def __init__(self) -> None:
        self.model = Model()
        self.library = Library()
        self.section_stack: list[SectionDecl] = []
        self._object_counts: Counter[str] = Counter()

    def next_object_index(self, class_name: str) -> int:
        """Returns the number of the next object of a class: NEURON's numbers count up for ever."""
        index = self._object_counts[class_name]
        self._object_counts[class_name] += 1
        return index

    def insert(self, section: SectionDecl, name: str) -> None:
        """Inserts the density mechanism or ion `name` into a section."""
        if name.endswith("_ion"):
            self.model.insert_ion(section, name)
        else:
            self.model.insert(section, self.library.get(name))
