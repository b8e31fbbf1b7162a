"""Sections of the top level that lose their name and get another: `SectionRef.unname` and `rename`."""

from __future__ import annotations

from typing import Any

from jneuron.base.errors import UnsupportedError
from jneuron.hoc.runtime.scope import Symbol, TopScope
from jneuron.hoc.runtime.sections import Sections
from jneuron.hoc.syntax.kinds import Kind
from jneuron.model.section import SectionDecl


def unname(top: TopScope, decl: SectionDecl) -> bool:
    """Takes the name of a section that hoc created: that name is from now on the name of a deleted section."""
    if decl.owner is None or not decl.name:
        return False
    if decl.cell is not None:
        raise UnsupportedError(
            "SectionRef.unname of a section of an object", "its names belong to a template.", "give the template other names."
        )
    held_by = top.namespace[f"g_{decl.name.partition('[')[0]}"]
    gone = SectionDecl(decl.name, decl.order)
    gone.alive = False
    held_by.replace(decl, gone)
    decl.name = ""
    return True


def rename(session: Any, top: TopScope, named: list[SectionDecl], name: str, *, is_array: bool) -> bool:
    """Gives sections without a name one; sections that had it are deleted. Returns False where that can't be."""
    for decl in named:
        if decl.owner is None:
            return False
        if decl.name:
            print(f"{decl.full_name()} must first be unnamed")
            return False
    symbol = top.symbols.get(name)
    if top.kind(name) not in (Kind.UNDEFINED, Kind.SECTION) or (symbol is not None and len(symbol.sizes) > 1):
        print("The new name already exists and is not a SECTION or has a dimension > 1")
        return False
    old = top.namespace.get(f"g_{name}")
    if isinstance(old, Sections):
        for place, decl in enumerate(old.data):
            if decl.alive:
                print(f"Previously existing {name}[{place}] points to a section which is being deleted")
        old.delete()
    made = Sections.of(session, name, named, is_array=is_array)
    for place, decl in enumerate(named):
        decl.name = f"{name}[{place}]" if is_array else name
    top.declare(name, Symbol(Kind.SECTION, (len(named),) if is_array else ()))
    top.namespace[f"g_{name}"] = made
    return True
