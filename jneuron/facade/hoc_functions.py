"""The functions of the top level that run hoc code, or ask what it has defined."""

from __future__ import annotations

import sys
from typing import Any

from jneuron.facade.calls import Arguments, Refusal
from jneuron.facade.functions import function


@function("execute")
def execute(session: Any, given: Arguments) -> float:
    """Executes statements as one block, in the context of an object if one is given."""
    owner = given.object(1) if given.has(1) else None
    with session.interpreter.called_with(given.values):
        session.interpreter.run_statement(_unshown(given.string(0)), owner)
    return 0.0


def _unshown(statement: str) -> str:
    """Returns a statement in braces, so that no value is shown; one behind `~` is a statement of the top level."""
    return statement[1:] if statement.startswith("~") else f"{{{statement}}}"


@function("execute1")
def execute1(session: Any, given: Arguments) -> float:
    """Executes a statement; an error returns 0 and, with a last argument 0, is not shown."""
    owner = given.any(1) if given.is_object(1) else None
    last = given.values[-1] if len(given.values) > 1 else 1.0
    show = not (isinstance(last, float | int) and last == 0)
    with session.interpreter.called_with(given.values):
        return float(session.interpreter.try_statement(given.string(0), owner, show=show))


@function("nrnpython")
def nrnpython(session: Any, given: Arguments) -> float:
    """Executes Python statements in `__main__`; returns 1, or 0 where they fail."""
    return float(session.interpreter.run_python(given.string(0)))


@function("xopen")
def xopen(session: Any, given: Arguments) -> float:
    """Executes a file."""
    name = given.string(0)
    with session.interpreter.called_with(given.values):
        found = session.interpreter.run_named(name)
    if not found:
        raise Refusal(f"Can't open  {name}")
    return 1.0


def _load_part(session: Any, given: Arguments, word: str) -> float:
    for index in range(len(given.values)):
        name = given.string(index)
        if not session.defined_in_hoc(name) and not session.interpreter.find_definition(word, name):
            sys.stderr.write(f"Couldn't find a file that declares {name}\n")
    return 1.0


@function("load_proc")
def load_proc(session: Any, given: Arguments) -> float:
    """Executes the files that define procedures, unless they are there."""
    return _load_part(session, given, "proc")


@function("load_func")
def load_func(session: Any, given: Arguments) -> float:
    """Executes the files that define functions, unless they are there."""
    return _load_part(session, given, "func")


@function("load_template")
def load_template(session: Any, given: Arguments) -> float:
    """Executes the files that define templates, unless they are there."""
    return _load_part(session, given, "begintemplate")


@function("symbols")
def symbols(session: Any, given: Arguments) -> float:
    """Prints the names that hoc code has defined."""
    print(session.interpreter.symbol_text(), end="")
    return 1.0


@function("object_push")
def object_push(session: Any, given: Arguments) -> float:
    """Makes an object the context of the statements that follow."""
    session.interpreter.push_object(given.object(0))
    return 0.0


@function("object_pop")
def object_pop(session: Any, given: Arguments) -> float:
    """Ends what `object_push` began."""
    session.interpreter.pop_object()
    return 0.0


@function("object_pushed")
def object_pushed(session: Any, given: Arguments) -> float:
    """Tells whether an object is the context."""
    return float(session.interpreter.has_pushed)


@function("hoc_pointer_")
def hoc_pointer(session: Any, given: Arguments) -> float:
    """Takes a reference and does nothing: the way to test one."""
    given.reference(0)
    return 1.0
