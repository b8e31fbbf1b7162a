"""Texts by a printf format, with hoc's conversions: %d %ld %o %x %c %e %f %lf %g %s %%; others are printed as they are."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

from jneuron.facade.calls import Arguments, Refusal, object_name
from jneuron.facade.ref import StringRef

CONVERSION = re.compile(r"%(?:%|([-+ #0]*\d*(?:\.\d+)?)(l?)([doxcefgs]))")
LEAST_INT, LEAST_LONG = -(2**31), -(2**63)


class Conversion(NamedTuple):
    """One conversion of a format.

    Attributes:
        flags: Flags, width and precision.
        kind: Its letter, in capitals where the number is a long.
    """

    flags: str
    kind: str


def formatted_text(given: Arguments, index: int) -> str:
    """Returns the text of the format in argument `index`, with the arguments after it in their places."""
    form, conversions = _in_python(given.string(index))
    values = [_converted(given, place, each.kind) for place, each in enumerate(conversions, index + 1)]
    for value in values:
        if value != value:
            form, values = _with_nan(given.string(index), conversions, values)
            break
    # a text of C's has no such character
    return (form % tuple(values)).replace("\0", "")


def quick_text(form: str, values: tuple[Any, ...]) -> str | None:
    """Returns the text of a format with numbers and strings in their places, or None where something is out of the ordinary."""
    n_value, show = _in_python_shortly(form)
    return show(*values) if len(values) == n_value else None


ORDINARY = {
    "d": ("int({0})", "type({0}) is float and -2147483648.0 <= {0} <= 2147483647.0"),
    **dict.fromkeys("fge", ("{0}", "type({0}) is float and {0} == {0}")),
    "s": ("({0} if type({0}) is str else {0}._value)", "(type({0}) is str or type({0}) is StringRef)"),
}
"""By the letter of a conversion: the Python for what is shown of a value, and for whether the value is nothing unusual."""


@lru_cache(maxsize=1000)
def _in_python_shortly(text: str) -> tuple[int, Callable[..., str | None]]:
    """Returns how many values a format takes, and what makes the text of them, or None where one is out of the ordinary."""
    form, conversions = _in_python(text)
    kinds = [conversion.kind for conversion in conversions]
    if not all(kind in ORDINARY for kind in kinds):
        return len(kinds), lambda *values: None
    names = [f"v{place}" for place in range(len(kinds))]
    shown = "".join(f"{ORDINARY[kind][0].format(name)}, " for kind, name in zip(kinds, names, strict=True))
    tests = " and ".join(ORDINARY[kind][1].format(name) for kind, name in zip(kinds, names, strict=True)) or "True"
    # a text of C's has no such character
    cut = ".replace('\\0', '')" if "s" in kinds or "\0" in form else ""
    code = f"lambda {', '.join(names)}: ({form!r} % ({shown})){cut} if {tests} else None"
    return len(kinds), eval(code, {"StringRef": StringRef})  # type: ignore[no-any-return]


@lru_cache(maxsize=1000)
def _in_python(text: str) -> tuple[str, tuple[Conversion, ...]]:
    """Returns Python's form of a format, and its conversions."""
    pieces, conversions, end = [], [], 0
    for match in CONVERSION.finditer(text):
        flags, length, kind = match.groups()
        pieces.append(text[end : match.start()].replace("%", "%%"))
        end = match.end()
        if kind is None:
            pieces.append("%%")
            continue
        pieces.append(f"%{flags}{'s' if kind == 'c' else kind}")
        conversions.append(Conversion(flags, kind.upper() if length and kind in "dox" else kind))
    return "".join([*pieces, text[end:].replace("%", "%%")]), tuple(conversions)


def _with_nan(text: str, conversions: tuple[Conversion, ...], values: list[Any]) -> tuple[str, list[Any]]:
    """Returns form and values where a value is no number: C shows its sign, Python does not."""
    rest = iter(zip(conversions, values, strict=True))

    def form(match: re.Match[str]) -> str:
        if match[3] is None:
            return "%%"
        conversion, value = next(rest)
        if value != value:
            width = re.match(r"[-+ #0]*\d*", conversion.flags)
            return f"%{width[0].replace('0', '', 1) if width else ''}s"
        return f"%{conversion.flags}{'s' if conversion.kind == 'c' else conversion.kind.lower()}"

    shown = [("-nan" if math.copysign(1.0, value) < 0.0 else "nan") if value != value else value for value in values]
    return CONVERSION.sub(form, text), shown


def _converted(given: Arguments, place: int, kind: str) -> Any:
    values = given.values
    if len(values) <= place:
        raise Refusal(f"{given.method} not enough arguments")
    if kind == "s":
        return object_name(given.object(place)) if given.is_object(place) else given.string(place)
    number = values[place] if type(values[place]) is float else given.number(place)
    if kind == "c":
        return chr(int(number) % 256)
    return _whole(number, kind) if kind in "doxDOX" else number


def _whole(number: float, kind: str) -> int:
    """Returns what C makes of a number as an int or a long: the least one where it does not fit."""
    least = LEAST_LONG if kind.isupper() else LEAST_INT
    whole = int(number) if least <= number < -least else least
    return whole if kind in "dD" else whole % (-2 * least)
