"""Arrays of sections at the top level, such as `h.dend` after `create dend[3]`."""

from __future__ import annotations

import operator
from collections.abc import Iterator
from typing import Any

from jneuron.facade.section import handle_of
from jneuron.model.section import SectionDecl


class SectionArray:
    """Sections that belong to the interpreter and not to their handles."""

    def __init__(self, session: Any, name: str, size: int) -> None:
        self._session, self._name = session, name
        self._sections: list[SectionDecl] = []
        for i in range(size):
            section = session.model.create_section(f"{name}[{i}]")
            section.owner = self
            self._sections.append(section)

    def delete(self) -> None:
        """Deletes all its sections."""
        for section in self._sections:
            self._session.model.delete_section(section)

    def hname(self) -> str:
        """Returns NEURON's name of the array as a whole."""
        return f"{self._name}[?]"

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            raise TypeError("Obj is NULL")
        try:
            position = operator.index(index)
        except TypeError:
            position = -1
        if not 0 <= position < len(self._sections):
            raise IndexError(self._name)
        return handle_of(self._session, self._sections[position])

    def __len__(self) -> int:
        return len(self._sections)

    def __iter__(self) -> Iterator[Any]:
        return (handle_of(self._session, section) for section in self._sections)

    def __getattr__(self, name: str) -> Any:
        raise TypeError("Missing array index")

    def __repr__(self) -> str:
        return self.hname()


def create_array(session: Any, name: str, size: int) -> SectionArray:
    """Creates `h.<name>`, an array of sections; one that was there is deleted first."""
    old = vars(session.h).get(name)
    if isinstance(old, SectionArray):
        old.delete()
    array = SectionArray(session, name, size)
    object.__setattr__(session.h, name, array)
    return array
