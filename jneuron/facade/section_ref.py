"""`h.SectionRef`: a section seen from its place in the tree."""

from __future__ import annotations

from typing import Any

from jneuron.facade.calls import Arguments, HocMethodsObject, Refusal, attach, refuse
from jneuron.facade.current_section import current_section, current_section_or_none, section_keyword
from jneuron.facade.implements import implements
from jneuron.facade.section import Section
from jneuron.facade.tree import root_of, true_parent
from jneuron.model.section import SectionDecl


@implements("SectionRef", "SectionRef.sec", "SectionRef.parent", "SectionRef.trueparent", "SectionRef.root", "SectionRef.child")
class SectionRef(HocMethodsObject):
    """A reference to a section: `SectionRef(sec=section)`. It does not keep the section alive."""

    hoc_name = "SectionRef"
    __slots__ = ("_decl",)
    _decl: SectionDecl

    def __init__(self, *values: Any, **keywords: Any) -> None:
        section = section_keyword(self.session, keywords) if keywords else None
        super().__init__()
        try:
            if values:
                given = Arguments("SectionRef", values).object(0)
                if not isinstance(given, Section):
                    raise Refusal("not a Python nrn.Section")
                section = given.living()
            object.__setattr__(self, "_decl", section or current_section(self.session))
        except Refusal as refusal:
            refuse(refusal, "SectionRef", values)

    def _handle(self, decl: SectionDecl | None) -> Section:
        if decl is None or not decl.alive:
            raise TypeError("No value")
        return self.session.interface.section(decl)  # type: ignore[no-any-return]

    @property
    def sec(self) -> Section:
        """The section."""
        return self._handle(self._decl)

    @property
    def parent(self) -> Section:
        """The section it is connected to."""
        return self._handle(self._decl.parent)

    @property
    def trueparent(self) -> Section:
        """The section nearer to the root from which it really hangs."""
        return self._handle(true_parent(self._decl))

    @property
    def root(self) -> Section:
        """The root of its tree."""
        return self._handle(root_of(self._decl))

    @property
    def child(self) -> Children:
        """The sections connected to it, by number."""
        return Children(self)


class Children:
    """`ref.child[i]`."""

    __slots__ = ("_ref",)

    def __init__(self, ref: SectionRef) -> None:
        self._ref = ref

    def __len__(self) -> int:
        return len(self._ref._decl.children)

    def __getitem__(self, index: Any) -> Section:
        children = self._ref._decl.children[::-1]
        position = index.__index__()
        if not 0 <= position < len(children):
            raise IndexError(f"{self._ref.hname()}.child")
        return self._ref._handle(children[position])

    def __repr__(self) -> str:
        return f"{self._ref.hname()}.child[?]"


def _nchild(self: SectionRef, given: Arguments) -> int:
    """Returns the number of sections connected to it."""
    return len(self._decl.children)


def _has_parent(self: SectionRef, given: Arguments) -> bool:
    """Tells whether it is connected to another section."""
    return self._decl.parent is not None


def _has_trueparent(self: SectionRef, given: Arguments) -> bool:
    """Tells whether `trueparent` exists."""
    return true_parent(self._decl) is not None


def _is_cas(self: SectionRef, given: Arguments) -> bool:
    """Tells whether it is the currently accessed section."""
    return current_section_or_none(self.session) is self._decl


def _exists(self: SectionRef, given: Arguments) -> bool:
    """Tells whether the section still exists."""
    return self._decl.alive


def _unname(self: SectionRef, given: Arguments) -> float:
    """Takes the name of a section that hoc created; returns 1, or 0 for one that has none to lose."""
    return float(self.session.interpreter.unname_section(_living(self)))


def _rename(self: SectionRef, given: Arguments) -> float:
    """`rename(name)` names a section, `rename(name, list)` those of a List of SectionRefs, as an array; returns 1 or 0."""
    if self._decl.owner is not None and self._decl.name:
        # said before the arguments are looked at
        print(f"{self._decl.full_name()} must first be unnamed")
        return 0.0
    name = given.string(0)
    refs = list(given.of_class(1, "List")) if given.has(1) else [self]
    decls = [_living(ref) for ref in refs]
    return float(self.session.interpreter.rename_sections(decls, name, is_array=given.has(1)))


def _living(ref: SectionRef) -> SectionDecl:
    if not ref._decl.alive:
        raise Refusal("Reference to a deleted section")
    return ref._decl


METHODS = {
    "unname": _unname,
    "rename": _rename,
    "nchild": _nchild,
    "has_parent": _has_parent,
    "has_trueparent": _has_trueparent,
    "is_cas": _is_cas,
    "exists": _exists,
}
attach(SectionRef, METHODS)
implements(*(f"SectionRef.{name}" for name in METHODS))(SectionRef)
