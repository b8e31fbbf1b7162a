"""The tree of sections: connecting, parents, order of traversal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from jneuron.base.errors import HocError
from jneuron.base.units import is_number, type_name
from jneuron.facade.segment import Segment
from jneuron.geometry.node_order import loop_error
from jneuron.model.section import SectionDecl

if TYPE_CHECKING:
    from jneuron.facade.section import Section


def connect(child: Section, arguments: tuple[Any, ...]) -> None:
    """Connects `child` as `Section.connect(*arguments)` asks."""
    interface = child.session.interface
    if not arguments:
        raise TypeError("function takes at least 1 argument (0 given)")
    first = arguments[0]
    if isinstance(first, Segment):
        parent, parent_x = first.sec, first.x
        child_x = _number(arguments[1]) if len(arguments) > 1 else 0.0
    elif isinstance(first, interface.Section):
        parent = first
        parent_x = _number(arguments[1]) if len(arguments) > 1 else 1.0
        child_x = _number(arguments[2]) if len(arguments) > 2 else 0.0
    else:
        raise TypeError("first arg not a nrn.Section or nrn.Segment")
    parent_decl = parent.living()
    if not 0.0 <= parent_x <= 1.0:
        raise ValueError("out of range 0 <= parentx <= 1.")
    if child_x not in (0.0, 1.0):
        raise ValueError("child connection end must be  0 or 1")
    if parent_decl is child.decl:
        raise HocError(f"hoc_execerror: {child} connection will form loop")
    child.session.model.connect(child.decl, parent_decl, parent_x=parent_x, child_x=child_x)


def lineage(decl: SectionDecl) -> Iterator[SectionDecl]:
    """Yields a section, its parent, and so on to the root; a section that is its own ancestor is refused."""
    at: SectionDecl | None = decl
    seen: set[int] = set()
    while at is not None:
        if id(at) in seen:
            raise loop_error(at)
        seen.add(id(at))
        yield at
        at = at.parent


def root_of(decl: SectionDecl) -> SectionDecl:
    """Returns the root of a section's tree."""
    *_, root = lineage(decl)
    return root


def subtree(decl: SectionDecl) -> list[SectionDecl]:
    """Returns a section and everything below it, each before its children, children as NEURON lists them."""
    found, waiting = [], [decl]
    root_of(decl)
    while waiting:
        section = waiting.pop()
        found.append(section)
        waiting.extend(section.children)
    return found


def parent_segment(section: Section) -> Segment | None:
    """Returns the segment a section is connected to, or None."""
    decl = section.living()
    if decl.parent is None:
        return None
    return section.session.interface.segment(decl.parent, decl.parent_x)  # type: ignore[no-any-return]


def true_parent(decl: SectionDecl) -> SectionDecl | None:
    """Returns the section from which `decl` really hangs: not one that it only shares the root end with."""
    for at in lineage(decl):
        if at.parent is not None and at.parent_x != at.parent.child_x:
            return at.parent
    return None


def true_parent_segment(section: Section) -> Segment | None:
    """Returns the segment nearer to the root from which a section really hangs, or None."""
    for at in lineage(section.living()):
        if at.parent is not None and at.parent_x != at.parent.child_x:
            return section.session.interface.segment(at.parent, at.parent_x)  # type: ignore[no-any-return]
    return None


def _number(value: Any) -> float:
    if not is_number(value):
        raise TypeError(f"must be real number, not {type_name(value)}")
    return float(value)
