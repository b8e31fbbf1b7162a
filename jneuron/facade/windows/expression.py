"""What a Graph plots: a variable by its path (`soma.v(.5)`, `cell[2].dend[3].cai(.1)`, `t`), or any hoc expression."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from jneuron.base.errors import HocError
from jneuron.facade.current_section import current_section_or_none
from jneuron.facade.list import LivingObjects
from jneuron.model.reference import Reference

STEP = re.compile(r"\s*([A-Za-z_]\w*)\s*((?:\[\s*\d+\s*\]\s*)*)")
PLACE = re.compile(r"\(\s*([0-9.eE+-]+)\s*\)\s*$")
MIDDLE = 0.5
VALUE = "graph_value_"
"""The variable of hoc's that takes the value of an expression."""


def find_reference(session: Any, text: str, scope: Any = None) -> Reference | None:
    """Returns the variable that a path names as seen from an object or the top level, None for anything but a path.

    A range variable without a section is one of the currently accessed section, one without x stands at the middle.
    """
    place = PLACE.search(text)
    x = float(place[1]) if place is not None else None
    steps = _steps(text[: place.start()] if place is not None else text)
    if not steps:
        return None
    try:
        return _follow(session, steps, x, session.h if scope is None else scope)
    except (AttributeError, TypeError, LookupError, ValueError, RuntimeError, NotImplementedError):
        # what is no plain path is an expression
        return None


def _steps(text: str) -> list[tuple[str, list[int]]]:
    """Returns names with their indices; empty where the text is not a path."""
    steps, position = [], 0
    while position < len(text):
        step = STEP.match(text, position)
        if step is None:
            return []
        steps.append((step[1], [int(index) for index in re.findall(r"\d+", step[2])]))
        position = step.end()
        if position < len(text):
            if text[position] != ".":
                return []
            position += 1
    return steps


def _follow(session: Any, steps: list[tuple[str, list[int]]], x: float | None, at: Any) -> Reference | None:
    *path, (variable, indices) = steps
    for name, positions in path:
        at = getattr(at, name)
        if isinstance(at, type) and positions:
            at = _instance(at, positions.pop(0))
        for position in positions:
            at = at[position]
    if isinstance(at, session.interface.Section):
        at = at(MIDDLE if x is None else x)
    elif at is session.h and (x is not None or variable == "v" or session.interface.names.find(variable) is not None):
        section = current_section_or_none(session)
        if section is None:
            return None
        at = session.interface.segment(section, MIDDLE if x is None else x)
    elif x is not None:
        return None
    reference = getattr(at, f"_ref_{variable}")
    for position in indices:
        reference = reference[position] if not hasattr(reference, "offset") else reference.offset(position)
    return reference if isinstance(reference, Reference) else None


def _instance(cls: type, index: int) -> Any:
    """Returns the living object that NEURON calls `Class[index]`; raises LookupError where there is none."""
    for item in LivingObjects(cls).items():
        if item.hname().endswith(f"[{index}]"):
            return item
    raise LookupError(f"{cls.__name__}[{index}]")


def evaluator(session: Any, text: str, scope: Any = None) -> Callable[[], float]:
    """Returns what works out a hoc expression as seen from an object or the top level; it raises HocError where that fails."""

    # hoc_ac_ is a number of the simulator: writing it would tell the run that something has changed
    variable = VALUE if scope is None else "hoc_ac_"

    def value() -> float:
        if not session.interpreter.try_statement(f"{variable} = ({text})", scope, show=False):
            raise HocError(f"{text} has no value")
        return float(getattr(session.h, variable))

    return value
