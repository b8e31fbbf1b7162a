"""Which objects live, and which variables hold them: `allobjects`, `allobjectvars`, `StringFunctions.references`.

The numbers of references are those that NEURON would count: variables of hoc's, places in Lists and aliases; in a call from
Python the handle that Python holds and the argument of the call as well.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from typing import Any

from jneuron.facade.aliases import aliases_of
from jneuron.facade.calls import Arguments, HocDepth
from jneuron.facade.classes import TEMPLATES
from jneuron.facade.functions import function
from jneuron.facade.objects import HocObject

_BEFORE_MECHANISMS = ("SectionList", "SectionRef")
_AFTER_MECHANISMS = (
    *("Graph", "HBox", "VBox", "Timer", "Deck", "SymChooser", "StringFunctions", "List", "Vector", "File", "Pointer", "Matrix"),
    *("Random", "Shape", "PlotShape", "MechanismStandard", "MechanismType", "NetCon", "Impedance", "SaveState"),
    *("FInitializeHandler", "StateTransitionEvent", "PythonObject", "CVode", "ParallelContext"),
)
"""NEURON's own classes in its order; templates come behind them."""

FROM_PYTHON = 2
"""References to an object that Python has asked about: its own handle, and the argument of the call."""


@function("allobjects")
def allobjects(session: Any, given: Arguments) -> float:
    """Prints the living objects, all or those of a class; returns the number of references to an object that is given."""
    if given.has(0) and not given.is_string(0):
        held = given.object(0)
        return float(n_reference(session, held)) if isinstance(held, HocObject) else 0.0
    wanted = given.string(0) if given.has(0) else ""
    for item in living_objects(session):
        if not wanted or item.hoc_name == wanted:
            print(f"{item.hname()} with {n_reference(session, item, asked=False)} refs")
    return 0.0


@function("allobjectvars")
def allobjectvars(session: Any, given: Arguments) -> float:
    """Prints the object variables of the top level, with those of the objects that they hold."""
    print("obp _pysec[0] -> NULL")
    for name, values in session.interpreter.object_variables():
        _print_variable(session, name, values, [])
    return 0.0


def _print_variable(session: Any, name: str, values: list[Any], above: list[Any]) -> None:
    for index, value in enumerate(values):
        margin = "   " * len(above)
        if value is None:
            print(f"{margin}obp {name}[{index}] -> NULL")
            continue
        print(f"{margin}obp {name}[{index}] -> {_named(value)} with {n_reference(session, value, asked=False)} refs.")
        if any(value is each for each in above):
            continue
        for inner, held in session.interpreter.object_variables(value):
            _print_variable(session, inner, held, [*above, value])


def _named(value: Any) -> str:
    return value.hname() if isinstance(value, HocObject) else "PythonObject"


def living_objects(session: Any) -> list[HocObject]:
    """Returns the living objects of a session, class after class as NEURON has them."""
    found = [
        item
        for item in gc.get_objects()
        if isinstance(item, HocObject) and item.session is session and hasattr(item, "_hoc_index")
    ]
    names = [*_BEFORE_MECHANISMS, *session.library, *_AFTER_MECHANISMS, *TEMPLATES, *session.interface.classes]
    order = {name: place for place, name in reversed(list(enumerate(names)))}
    return sorted(found, key=lambda item: (order.get(item.hoc_name, len(names)), item._hoc_index))


def places_of(session: Any, held: HocObject) -> list[str]:
    """Returns the names of the variables and Lists' elements that hold an object."""
    return [name for name, value in _places(session) if value is held]


def n_reference(session: Any, held: Any, *, asked: bool = True) -> int:
    """Returns how many references NEURON would count to an object, about which it has been `asked` from Python or not."""
    n = sum(value is held and not name.endswith(".this") for name, value in _places(session))
    n += sum(
        alias.content is held
        for owner in living_objects(session)
        for alias in aliases_of(owner).values()
    )  # fmt: skip
    if HocDepth.value:
        return n
    return n + FROM_PYTHON if asked else max(n, 1)


def _places(session: Any) -> Iterator[tuple[str, Any]]:
    """Yields the name and content of every variable and List's element, as NEURON walks through them."""
    interpreter, objects = session.interpreter, living_objects(session)
    for name, values in interpreter.object_variables():
        yield from _elements(name, values)
    for owner in objects:
        for name, values in interpreter.object_variables(owner):
            yield from _elements(f"{owner.hname()}.{name}", values)
    for owner in objects:
        if owner.hoc_name == "List":
            yield from ((f"{owner.hname()}.object({place})", value) for place, value in enumerate(owner._objects))  # type: ignore[attr-defined]


def _elements(name: str, values: list[Any]) -> Iterator[tuple[str, Any]]:
    if len(values) == 1:
        yield name, values[0]
    else:
        yield from ((f"{name}[{index}]", value) for index, value in enumerate(values))
