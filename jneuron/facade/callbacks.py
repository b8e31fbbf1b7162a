"""What NEURON calls back: a Python callable, a callable with arguments in a tuple, or a hoc statement."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from typing import Any

from jneuron.base.errors import HocError
from jneuron.facade.calls import Refusal
from jneuron.facade.ref import StringRef

CALLABLE = "PythonObject"
"""What stands for the name of a callable where a statement shows its text."""

FAILED = "hocobj_call error: hoc_execerror: Python Callback failed [hoccommand_exec]:\n"


def callback(session: Any, what: Any, owner: Any = None) -> Callable[[], Any]:
    """Returns what calls `what`; `(f, x)` means f(x), `(f, (x, y))` means f(x, y).

    A string is hoc code: it is executed in the context of `owner`, else at the top level.
    """
    if isinstance(what, StringRef):
        what = what[0]
    if isinstance(what, str):
        return session.interpreter.statement(what, owner)  # type: ignore[no-any-return]
    function, arguments = what, ()
    if isinstance(what, tuple) and len(what) == 2:
        function, given = what
        arguments = given if isinstance(given, tuple) else (given,)
    if not callable(function):
        raise Refusal("Python object is not callable")

    def call() -> None:
        try:
            function(*arguments)
        except Exception as error:
            raise HocError(FAILED + describe(error)) from error

    return call


def describe(error: Exception) -> str:
    """Returns the text of an error as NEURON shows it: the traceback below the call."""
    below = error.__traceback__.tb_next if error.__traceback__ is not None else None
    return "".join(traceback.format_exception(type(error), error, below))
