"""Texts by a printf format, with hoc's conversions: %d %ld %o %x %c %e %f %lf %g %s %%; others are printed as they are."""

from __future__ import annotations

import re

from jneuron.facade.calls import Arguments, Refusal, object_name

CONVERSION = re.compile(r"%(?:%|([-+ #0]*\d*(?:\.\d+)?)l?([doxcefgs]))")
WHOLE = "dox"


def formatted_text(given: Arguments, index: int) -> str:
    """Returns the text of the format in argument `index`, with the arguments after it in their places."""
    text = given.string(index)
    place = index

    def convert(match: re.Match[str]) -> str:
        nonlocal place
        flags, kind = match.groups()
        if kind is None:
            return "%"
        place += 1
        if not given.has(place):
            raise Refusal(f"{given.method} not enough arguments")
        if kind == "s":
            return f"%{flags}s" % (object_name(given.object(place)) if given.is_object(place) else given.string(place))
        number = given.number(place)
        if kind == "c":
            return f"%{flags}s" % chr(int(number) % 256)
        return f"%{flags}{kind}" % (int(number) if kind in WHOLE else number)

    return CONVERSION.sub(convert, text)
