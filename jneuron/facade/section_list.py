"""`h.SectionList`: sections in a row. It does not keep them alive."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jneuron.facade.calls import Arguments, HocMethodsObject, Refusal, attach, refuse
from jneuron.facade.current_section import current_section, section_keyword
from jneuron.facade.implements import implements
from jneuron.facade.section import Section
from jneuron.facade.tree import root_of, subtree
from jneuron.model.section import SectionDecl


@implements("SectionList")
class SectionList(HocMethodsObject):
    """NEURON's list of sections: `SectionList()` or `SectionList(sections)`."""

    hoc_name = "SectionList"
    __slots__ = ("_sections",)
    _sections: list[SectionDecl]

    def __init__(self, *values: Any, **keywords: Any) -> None:
        if keywords:
            section_keyword(self.session, keywords)
        super().__init__()
        object.__setattr__(self, "_sections", [])
        try:
            if values:
                self._fill(Arguments("SectionList", values).object(0))
        except Refusal as refusal:
            refuse(refusal, "SectionList", values)

    def _fill(self, sections: Any) -> None:
        if not hasattr(sections, "__iter__"):
            raise Refusal("argument must be an iterable")
        for section in sections:
            if not isinstance(section, Section):
                raise Refusal("iterable must contain only Section objects")
            self._sections.append(section.living())

    def living(self) -> list[SectionDecl]:
        """Returns the sections that still exist."""
        sections = self._sections
        for section in sections:
            if not section.alive:
                sections[:] = [section for section in sections if section.alive]
                break
        return sections

    def __iter__(self) -> Iterator[Section]:
        return (self.session.interface.section(decl) for decl in list(self.living()) if decl.alive)

    def __len__(self) -> int:
        return len(self.living())

    def __contains__(self, item: object) -> bool:
        return isinstance(item, Section) and any(item.decl is decl for decl in self.living())

    def __getitem__(self, index: Any) -> Any:
        raise TypeError("unsubscriptable object")


def _section(self: SectionList, given: Arguments) -> SectionDecl:
    # the section meant by a call: its argument, or the currently accessed one
    if not given.values:
        return current_section(self.session)
    value = given.object(0)
    if not isinstance(value, Section):
        raise Refusal("not a Python nrn.Section")
    return value.living()


def _append(self: SectionList, given: Arguments) -> float:
    """Adds a section at the end."""
    self._sections.append(_section(self, given))
    return 1.0


def _remove(self: SectionList, given: Arguments) -> float:
    """Takes a section out, or all sections of another list; returns how many."""
    if given.values and isinstance(given.object(0), SectionList):
        out = given.values[0].living()
    else:
        out = [_section(self, given)]
    before = len(self.living())
    self._sections[:] = [section for section in self._sections if not any(section is each for each in out)]
    return float(before - len(self._sections))


def _wholetree(self: SectionList, given: Arguments) -> float:
    """Adds all sections of the tree that a section belongs to."""
    self._sections.extend(subtree(root_of(_section(self, given))))
    return 1.0


def _subtree(self: SectionList, given: Arguments) -> float:
    """Adds a section and everything below it."""
    self._sections.extend(subtree(_section(self, given)))
    return 1.0


def _children(self: SectionList, given: Arguments) -> float:
    """Adds the sections connected to a section."""
    self._sections.extend(reversed(_section(self, given).children))
    return 1.0


def _allroots(self: SectionList, given: Arguments) -> float:
    """Adds all root sections; returns 1."""
    self._sections.extend(self.session.model.roots())
    return 1.0


def _unique(self: SectionList, given: Arguments) -> int:
    """Leaves each section once; returns how many were taken out."""
    before = len(self.living())
    self._sections[:] = list(dict.fromkeys(self._sections))
    return before - len(self._sections)


def _contains(self: SectionList, given: Arguments) -> bool:
    """Tells whether a section is in the list."""
    wanted = _section(self, given)
    return any(section is wanted for section in self.living())


def _size(self: SectionList, given: Arguments) -> int:
    """Returns the number of sections."""
    return len(self)


def _printnames(self: SectionList, given: Arguments) -> float:
    """Prints the names."""
    for section in self.living():
        print(section.full_name())
    return 1.0


METHODS = {
    "append": _append,
    "remove": _remove,
    "wholetree": _wholetree,
    "subtree": _subtree,
    "children": _children,
    "allroots": _allroots,
    "unique": _unique,
    "contains": _contains,
    "size": _size,
    "printnames": _printnames,
}
attach(SectionList, METHODS)
implements(*(f"SectionList.{name}" for name in METHODS))(SectionList)
