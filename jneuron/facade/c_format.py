"""Texts by a printf format, with hoc's conversions: %d %ld %o %x %c %e %f %lf %g %s %%.

A conversion goes from its % to the next of these letters, or to the next %, which ends it as a text without a value. What C
knows besides is C's: `%hd`, and the letter in the middle of `%i c` and `%E f`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from jneuron.facade.calls import Arguments, Refusal, object_name
from jneuron.facade.ref import StringRef

CONVERSION = re.compile(r"%([^doxcefgs%]*)([doxcefgs%])")
IN_C = re.compile(r"([-+ #0]*\d*(?:\.\d+)?)(hh|h|ll|l|q|j|z|t|L)?([iuXEGF]?)(.*)", re.DOTALL)
OF_INTEGERS = "doxc"
AS_C_HAS_IT = {"i": ("d", "d"), "u": ("o", "d"), "X": ("x", "X")}
"""By a letter of C's that hoc does not look for: what it is converted as, and Python's letter."""
LEAST_INT, LEAST_LONG = -(2**31), -(2**63)


class Conversion(NamedTuple):
    """One conversion of a format.

    Attributes:
        flags: Flags, width and precision.
        kind: Its letter, in capitals where the number is a long.
        shown: The letter that Python has for it.
    """

    flags: str
    kind: str
    shown: str


NOT_SHOWN = Conversion(".0", "g", "s")


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
    pieces, conversions = [], []
    for piece, conversion in _pieces(text):
        pieces.append(piece.replace("%", "%%"))
        if conversion is not None:
            pieces.append(f"%{conversion.flags}{conversion.shown}")
            conversions.append(conversion)
    return "".join(pieces), tuple(conversions)


def _pieces(text: str) -> Iterator[tuple[str, Conversion | None]]:
    """Yields the texts of a format, each with the conversion that comes after it, if one does."""
    end = 0
    for match in CONVERSION.finditer(text):
        between, (inside, letter) = text[end : match.start()], match.groups()
        end = match.end()
        if letter == "%":
            # a text: it ends with the sign only where nothing stands between the two
            yield f"{between}%{inside}", None
            continue
        flags, length, own, rest = IN_C.fullmatch(inside).groups()  # type: ignore[union-attr]
        kind = letter.upper() if length in ("l", "ll", "q", "j", "z", "t") and letter in "dox" else letter
        if own and (own in "iuX") == (letter in OF_INTEGERS) and letter != "s":
            # C takes the first letter that it knows, and the rest for text
            yield between, Conversion(flags, *AS_C_HAS_IT.get(own, (letter, own)))
            yield rest + letter, None
        elif own or rest:
            # nothing that C knows: a value is taken, and not shown
            yield f"{between}%{inside}{letter}", NOT_SHOWN
        else:
            yield between, Conversion(flags, kind, "s" if kind == "c" else letter)
    yield text[end:], None


def _with_nan(text: str, conversions: tuple[Conversion, ...], values: list[Any]) -> tuple[str, list[Any]]:
    """Returns form and values where a value is no number: C shows its sign, Python does not."""
    rest = iter(values)
    pieces = []
    for piece, conversion in _pieces(text):
        pieces.append(piece.replace("%", "%%"))
        if conversion is None:
            continue
        value = next(rest)
        if value != value and conversion.shown != "s":
            width = re.match(r"[-+ #0]*\d*", conversion.flags)
            pieces.append(f"%{width[0].replace('0', '', 1) if width else ''}s")
        else:
            pieces.append(f"%{conversion.flags}{conversion.shown}")
    shown = [("-nan" if math.copysign(1.0, value) < 0.0 else "nan") if value != value else value for value in values]
    return "".join(pieces), shown


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
