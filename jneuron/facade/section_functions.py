"""The functions of the top level that are about sections: names, the stack, the tree, mechanisms there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from jneuron.facade.calls import OUT_OF_RANGE, Arguments, HocDepth, Refusal
from jneuron.facade.current_section import current_section, current_section_or_none
from jneuron.facade.functions import function
from jneuron.facade.ref import HocRef
from jneuron.facade.section_text import psection_text, topology_text
from jneuron.facade.tree import true_parent
from jneuron.geometry.node_order import refuse_loops
from jneuron.model.section import SectionDecl


class AllSections:
    """What `h.allsec()` iterates over: the sections tree by tree as NEURON lists them, from the first again with every loop."""

    def __init__(self, session: Any) -> None:
        self._session = session
        self._rest = self._decls()

    def _decls(self) -> Iterator[SectionDecl]:
        return iter(list(self._session.model.sections.values()))

    def __iter__(self) -> Iterator[Any]:
        self._rest = self._decls()
        return self

    def __next__(self) -> Any:
        for decl in self._rest:
            if decl.alive:
                return self._session.interface.section(decl)
        raise StopIteration

    def __bool__(self) -> bool:
        return True

    def __len__(self) -> int:
        raise TypeError("hoc all section iterator() has no len()")

    def __repr__(self) -> str:
        return "<all section iterator next>"


@function("allsec")
def allsec(session: Any, given: Arguments) -> AllSections:
    """Iterates over all sections."""
    return AllSections(session)


@function("cas")
def cas(session: Any, given: Arguments) -> Any:
    """Returns the currently accessed section."""
    section = current_section_or_none(session)
    if section is None or not section.alive:
        raise TypeError("Section access unspecified")
    return session.interface.section(section)


@function("pop_section")
def pop_section(session: Any, given: Arguments) -> float:
    """Takes the top of the section stack off."""
    if session.section_stack:
        session.section_stack.pop()
    return 1.0


@function("push_section")
def push_section(session: Any, given: Arguments) -> float:
    """Puts a section on the stack, given by name or by the number `this_section` gives."""
    if given.is_string(0):
        name = given.string(0)
        for decl in session.model.sections.values():
            if hoc_name(decl) == name:
                session.section_stack.append(decl)
                return 1.0
        raise Refusal(f"push_section: arg not a sectionname: {name}")
    number = given.number(0)
    for decl in session.model.sections.values():
        if float(id(decl)) == number:
            session.section_stack.append(decl)
            return 1.0
    raise Refusal("push_section: not a section pointer")


@function("this_section")
def this_section(session: Any, given: Arguments) -> float:
    """Returns a number that identifies the currently accessed section."""
    return float(id(current_section(session)))


@function("parent_section")
def parent_section(session: Any, given: Arguments) -> float:
    """Returns the number of the section from which the currently accessed one really hangs, or 0."""
    parent = true_parent(current_section(session))
    return float(id(parent)) if parent is not None else 0.0


@function("parent_connection")
def parent_connection(session: Any, given: Arguments) -> float:
    """Returns where on its parent the currently accessed section is connected."""
    return current_section(session).parent_x


@function("section_orientation")
def section_orientation(session: Any, given: Arguments) -> float:
    """Returns which end of the currently accessed section is nearer to the root."""
    return current_section(session).child_x


@function("section_owner")
def section_owner(session: Any, given: Arguments) -> Any:
    """Returns the cell that the currently accessed section belongs to."""
    cell = current_section(session).cell
    return cell() if cell is not None else None


@function("delete_section")
def delete_section(session: Any, given: Arguments) -> float:
    """Deletes the currently accessed section; returns 1 for one that hoc made, 0 for one of Python's."""
    section = current_section(session)
    made_by_hoc = section.owner is not None
    session.model.delete_section(section)
    return float(made_by_hoc)


@function("disconnect")
def disconnect(session: Any, given: Arguments) -> float:
    """Makes the currently accessed section a root."""
    if given.values:
        raise Refusal(
            "disconnect takes no positional arguments and disconnects the HOC currently accessed section. If using Python, did "
            "you mean a named arg of the form, sec=section? Or you can use section.disconnect()."
        )
    session.model.disconnect(current_section(session))
    return 0.0


def hoc_name(decl: SectionDecl) -> str:
    """Returns the name that hoc code sees: a section made in Python belongs to `_pysec`."""
    return decl.full_name() if decl.owner is not None or decl.name.startswith("__nrnsec_") else f"_pysec.{decl.full_name()}"


@function("secname")
def secname(session: Any, given: Arguments) -> str:
    """Returns the name of the currently accessed section."""
    if given.has(0) and given.number(0) not in (0.0, 1.0):
        raise Refusal(OUT_OF_RANGE)
    return hoc_name(current_section(session))


@function("sectionname")
def sectionname(session: Any, given: Arguments) -> float:
    """Puts the name of the currently accessed section into a boxed string."""
    box = given.any(0)
    if isinstance(box, str) and HocDepth.value:
        # a literal of hoc's: what is put into it is lost
        return 1.0
    if not isinstance(box, HocRef):
        raise Refusal("Expecting string argument")
    box[0] = hoc_name(current_section(session))
    return 1.0


@function("issection")
def issection(session: Any, given: Arguments) -> float:
    """Tells whether the currently accessed section's name matches a pattern."""
    pattern = given.string(0)
    name = current_section(session).full_name()
    return float(section_pattern(pattern).fullmatch(name) is not None)


@lru_cache(maxsize=256)
def section_pattern(pattern: str) -> re.Pattern[str]:
    """Returns hoc's pattern for section names as a regular expression: `[ ]` is literal, `<a-c>` is a class."""
    text = pattern.replace("[", r"\[").replace("]", r"\]")
    try:
        return re.compile(re.sub(r"<([^>]*)>", r"[\1]", text))
    except re.error:
        raise Refusal("") from None


def pattern_within(pattern: str) -> re.Pattern[str]:
    """Returns what a name agrees with that has the pattern somewhere: an `|` parts what stands around it too."""
    return section_pattern(f".*{pattern.lstrip('*+')}.*")


@function("section_exists")
def section_exists(session: Any, given: Arguments) -> float:
    """Tells whether a section that hoc created exists."""
    name = given.string(0)
    if given.is_number(1):
        name = f"{name}[{int(given.number(1))}]"
    return float(any(d.owner is not None and d.full_name() == name for d in session.model.sections.values()))


@function("ismembrane")
def ismembrane(session: Any, given: Arguments) -> float:
    """Tells whether a mechanism is inserted in the currently accessed section."""
    return float(given.string(0) in current_section(session).mechanisms)


@function("topology")
def topology(session: Any, given: Arguments) -> float:
    """Prints the trees; a circle of sections is refused."""
    refuse_loops(session.model)
    print(topology_text(session), end="")
    return 1.0


@function("psection")
def psection(session: Any, given: Arguments) -> float:
    """Prints everything about the currently accessed section."""
    print(psection_text(session, current_section(session)), end="")
    return 1.0
