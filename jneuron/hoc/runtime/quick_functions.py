"""Functions of the top level that loops call on strings, as emitted code calls them: the short way for what is in order.

Everything else (arguments that are missing or of another kind) is the business of the function that users call.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jneuron.facade.c_format import quick_text
from jneuron.facade.ref import StringRef
from jneuron.facade.system_functions import compare_texts

Function = Callable[..., Any]


def quick_function(name: str, general: Function) -> Function:
    """Returns the function of a name, from the one that users call."""
    make = QUICK.get(name)
    return make(general) if make is not None else general


def _strcmp(general: Function) -> Function:
    def compare(*given: Any) -> Any:
        if len(given) == 2:
            first, second = given
            one = first._value if type(first) is StringRef else first
            other = second._value if type(second) is StringRef else second
            if type(one) is str and type(other) is str:
                return compare_texts(one, other)
        return general(*given)

    return compare


def _sprint(general: Function) -> Function:
    def put(*given: Any) -> Any:
        if len(given) > 1 and type(given[0]) is StringRef and type(given[1]) is str:
            text = quick_text(given[1], given[2:])
            if text is not None:
                given[0]._value = text
                return 1.0
        return general(*given)

    return put


QUICK: dict[str, Callable[[Function], Function]] = {"strcmp": _strcmp, "sprint": _sprint}
"""By name: what makes the short way from the long one."""
