"""The label and printing; and the names of the methods that need a file or a window."""

from __future__ import annotations

import re
import sys
from typing import Any

from jneuron.facade.calls import Arguments, Refusal
from jneuron.facade.vector.core import Vector
from jneuron.facade.vector.ranges import whole_or_range

NUMBERS_IN_ROW = 5
SPECIFIER = re.compile(r"%([-+ #0]*\d*(?:\.\d+)?)(l?)([a-zA-Z%])")
FLOAT_FORMATS = "eEfFgGaA"


def label(vector: Vector, given: Arguments) -> str:
    """`label([text])`: sets the name that a Graph would show; returns it."""
    if given.values:
        vector._label = given.string(0)
    return vector._label


def printf(vector: Vector, given: Arguments) -> int:
    """`printf([format,] [start, end])`: prints elements to stdout, five in a row unless there is a format.

    `printf(file, [format,] [start, end])` writes them into a File, one in a line unless there is a format.
    """
    if given.is_object(0):
        return _print_into(given.of_class(0, "File"), vector, given)
    text = given.string(0) if given.is_string(0) else None
    values = whole_or_range(vector, given, 0 if text is None else 1).tolist()
    if text is None:
        rows = [values[start : start + NUMBERS_IN_ROW] for start in range(0, len(values), NUMBERS_IN_ROW)]
        shown = "\n".join("".join(f"{value:g}\t" for value in row) for row in rows) + "\n"
        if values and len(values) % NUMBERS_IN_ROW == 0:
            shown += "\n"
    else:
        shown = "".join(formatted(vector, text, value) for value in values)
    sys.stdout.write(shown)
    return len(values)


def _print_into(file: Any, vector: Vector, given: Arguments) -> int:
    text = given.string(1) if given.is_string(1) else None
    values = whole_or_range(vector, given, 1 if text is None else 2).tolist()
    shown = "".join(formatted(vector, text or "%g\n", value) for value in values) + "\n"
    file.write_bytes(shown.encode("latin-1", "replace"))
    return len(values)


def formatted(vector: Vector, text: str, value: float) -> str:
    """Returns `value` in a printf format that has one place for a number."""
    n_place = 0

    def place(match: re.Match[str]) -> str:
        nonlocal n_place
        flags, _, kind = match.groups()
        if kind == "%":
            return "%"
        if kind not in FLOAT_FORMATS:
            raise Refusal(f"{vector.hname()}::printf: invalid format specifier")
        n_place += 1
        if n_place > 1:
            raise Refusal(f"{vector.hname()}::printf: argument not found")
        return _hexadecimal(value, kind) if kind in "aA" else f"%{flags}{kind}" % value

    return SPECIFIER.sub(place, text)


def _hexadecimal(value: float, kind: str) -> str:
    """Returns C's %a: Python's, without the zeros at the end of the fraction."""
    text = re.sub(r"\.?0*p", "p", value.hex())
    return text if kind == "a" else text.upper()


METHODS = {"label": label, "printf": printf}
