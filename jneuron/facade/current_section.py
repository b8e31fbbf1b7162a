"""The currently accessed section, and the keyword `sec=` that sets it for one call."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jneuron.base.errors import HocError
from jneuron.facade.calls import Refusal
from jneuron.model.section import SectionDecl


def current_section(session: Any) -> SectionDecl:
    """Returns the section on top of the stack, else the oldest one."""
    section = current_section_or_none(session)
    if section is None:
        raise Refusal("Section access unspecified")
    if not section.alive:
        raise Refusal("Accessing a deleted section")
    return section


def current_section_or_none(session: Any) -> SectionDecl | None:
    """Returns the section on top of the stack, else the oldest one, else None.

    The oldest one takes the place of a section that was deleted; where there is none the deleted one is returned.
    """
    stack = session.section_stack
    oldest: SectionDecl | None = next(iter(session.model.sections.values()), None)
    if not stack:
        return oldest
    if oldest is not None and not stack[-1].alive:
        stack[-1] = oldest
    top: SectionDecl = stack[-1]
    return top


def section_keyword(session: Any, keywords: Mapping[str, Any]) -> SectionDecl | None:
    """Returns the section given as `sec=`; raises for any other keyword, as NEURON does."""
    if len(keywords) != 1 or "sec" not in keywords:
        raise HocError("invalid keyword argument")
    section = keywords["sec"]
    if not isinstance(section, session.interface.Section):
        raise TypeError("sec is not a Section")
    return section.living()  # type: ignore[no-any-return]
