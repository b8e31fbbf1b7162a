"""Texts by a printf format, with hoc's conversions: %d %ld %o %x %c %e %f %lf %g %s %%; others are printed as they are."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from jneuron.facade.calls import Arguments, Refusal, object_name

CONVERSION = re.compile(r"%(?:%|([-+ #0]*\d*(?:\.\d+)?)l?([doxcefgs]))")
WHOLE = "dox"


def formatted_text(given: Arguments, index: int) -> str:
    """Returns the text of the format in argument `index`, with the arguments after it in their places."""
    form, kinds = _in_python(given.string(index))
    return form % tuple([_converted(given, place, kind) for place, kind in enumerate(kinds, index + 1)])


@lru_cache(maxsize=1000)
def _in_python(text: str) -> tuple[str, str]:
    """Returns Python's form of a format, and the kinds of its conversions."""
    pieces, kinds, end = [], [], 0
    for match in CONVERSION.finditer(text):
        flags, kind = match.groups()
        pieces.append(text[end : match.start()].replace("%", "%%"))
        end = match.end()
        if kind is None:
            pieces.append("%%")
            continue
        pieces.append(f"%{flags}{'s' if kind == 'c' else kind}")
        kinds.append(kind)
    return "".join([*pieces, text[end:].replace("%", "%%")]), "".join(kinds)


def _converted(given: Arguments, place: int, kind: str) -> Any:
    values = given.values
    if len(values) <= place:
        raise Refusal(f"{given.method} not enough arguments")
    if kind == "s":
        return object_name(given.object(place)) if given.is_object(place) else given.string(place)
    number = values[place] if type(values[place]) is float else given.number(place)
    if kind == "c":
        return chr(int(number) % 256)
    return int(number) if kind in WHOLE else number
