"""What a string means as hoc: a function for `apply`, a class for `List`, a variable for `Pointer`, a statement for `play`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jneuron.facade.calls import Refusal
from jneuron.facade.objects import HocObject
from jneuron.model.reference import Reference


def hoc_function(session: Any, name: str) -> Callable[..., Any]:
    """Returns the function of the top level."""
    found = getattr(session.h, name, None)
    if found is None:
        raise Refusal(f"{name}  is undefined")
    if isinstance(found, type) or not callable(found):
        raise Refusal(f"{name} undefined function")
    return found  # type: ignore[no-any-return]


def hoc_class(session: Any, name: str) -> type[HocObject]:
    """Returns the class of objects that `name` makes."""
    found = getattr(session.h, name, None)
    if not (isinstance(found, type) and issubclass(found, HocObject) and found.hoc_name == name):
        raise Refusal(f"{name} is not a template name")
    return found


def hoc_reference(session: Any, name: str) -> Reference:
    """Returns the place where a number of the top level stands."""
    found = getattr(session.h, f"_ref_{name}", None)
    if found is None:
        raise Refusal(f"undefined variable {name}")
    return found  # type: ignore[no-any-return]


def with_placeholder(statement: str) -> str:
    """Returns a statement that has `$1` for a value: one without names the variable that gets the value, as in NEURON."""
    return statement if "$1" in statement else f"{statement}=$1"


class StatementTarget:
    """What a Vector is played into when it is played through a statement: executed with each value for `$1`.

    Attributes:
        text: The statement.
    """

    __slots__ = ("_session", "text")

    def __init__(self, session: Any, statement: str) -> None:
        self._session, self.text = session, with_placeholder(statement)

    def get(self) -> float:
        """Returns nothing that means anything: a statement has no value."""
        return 0.0

    def set(self, value: float) -> None:
        """Executes the statement."""
        execute_with(self._session, self.text, value)


def execute_with(session: Any, statement: str, value: float) -> None:
    """Executes a hoc statement with a value for `$1`."""
    session.h(statement.replace("$1", f"({value!r})"))
