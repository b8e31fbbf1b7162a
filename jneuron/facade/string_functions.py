"""`h.StringFunctions`: what hoc does with strings."""

from __future__ import annotations

import re
import sys
from typing import Any

from jneuron.facade.calls import Arguments, HocDepth, HocMethodsObject, Refusal, attach, attach_refusing, check_keywords
from jneuron.facade.point_process import PointProcess
from jneuron.facade.ref import StringRef
from jneuron.ir.kinds import MechanismKind

WHITE_SPACE = " \t\n\v\f\r"


class StringFunctions(HocMethodsObject):
    """A bag of functions; it holds nothing."""

    hoc_name = "StringFunctions"
    __slots__ = ()

    def __init__(self, *values: Any, **keywords: Any) -> None:
        check_keywords(keywords)
        super().__init__()


def _len(functions: StringFunctions, given: Arguments) -> int:
    """Returns the length of a string."""
    return len(given.string(0))


def _substr(functions: StringFunctions, given: Arguments) -> int:
    """`substr(string, part)`: returns where the part begins, -1 if it isn't there."""
    return given.string(0).find(given.string(1))


def _head(functions: StringFunctions, given: Arguments) -> int:
    """`head(string, pattern, result)`: the text before the first match; returns its length, -1 without a match."""
    match = _search(given)
    result = string_box(given, 2)
    result[0] = "" if match is None else match.string[: match.start()]
    return -1 if match is None else match.start()


def _tail(functions: StringFunctions, given: Arguments) -> int:
    """`tail(string, pattern, result)`: the text after the first match; returns where it begins, -1 without a match."""
    match = _search(given)
    result = string_box(given, 2)
    result[0] = "" if match is None else match.string[match.end() :]
    return -1 if match is None else match.end()


def _search(given: Arguments) -> re.Match[str] | None:
    text, pattern = given.string(0), given.string(1)
    try:
        return re.search(pattern, text)
    except re.error as error:
        sys.stderr.write(f"{error}\n")
        return None


def _right(functions: StringFunctions, given: Arguments) -> float:
    """`right(string, n)`: leaves out the first n characters, in place."""
    box, n = _box_and_count(given)
    box[0] = box[0][n:]
    return 1.0


def _left(functions: StringFunctions, given: Arguments) -> float:
    """`left(string, n)`: keeps the first n characters, in place."""
    box, n = _box_and_count(given)
    box[0] = box[0][:n]
    return 1.0


def _box_and_count(given: Arguments) -> tuple[StringRef, int]:
    box = string_box(given, 0)
    return box, int(given.checked(1, 0, len(box[0])))


def _ltrim(functions: StringFunctions, given: Arguments) -> float:
    """`ltrim(string, result)`: the string without white space at its beginning."""
    text = given.string(0)
    string_box(given, 1)[0] = text.lstrip(WHITE_SPACE)
    return 0.0


def _rtrim(functions: StringFunctions, given: Arguments) -> float:
    """`rtrim(string, result)`: the string without white space at its end."""
    text = given.string(0)
    string_box(given, 1)[0] = text.rstrip(WHITE_SPACE)
    return 0.0


def _is_name(functions: StringFunctions, given: Arguments) -> bool:
    """Tells whether a string is a name that the top level knows."""
    name = given.string(0)
    return name.isidentifier() and hasattr(functions.session.h, name)


def _is_point_process(functions: StringFunctions, given: Arguments) -> int:
    """Returns the number of a point process's class, counted from 1; 0 for another object."""
    process = given.object(0)
    return _number_of_class(functions, process.type.name) if isinstance(process, PointProcess) else 0


def _is_artificial(functions: StringFunctions, given: Arguments) -> int:
    """Returns the number of an artificial cell's class, as `is_point_process` does; 0 for another object."""
    process = given.object(0)
    if isinstance(process, PointProcess) and process.type.kind is MechanismKind.ARTIFICIAL:
        return _number_of_class(functions, process.type.name)
    return 0


def _number_of_class(functions: StringFunctions, name: str) -> int:
    library = functions.session.library
    names = [each for each in library if library.kind(each) in (MechanismKind.POINT, MechanismKind.ARTIFICIAL)]
    return names.index(name) + 1


def string_box(given: Arguments, index: int) -> StringRef:
    """Returns a boxed string, to be written."""
    box = given.any(index)
    if not isinstance(box, StringRef):
        text = given.string(index)
        if HocDepth.value:
            # a literal of hoc's: what is put into it is lost
            return StringRef(text)
        raise Refusal(f"{given.method} needs a string in a box: h.ref('')")
    return box


attach(
    StringFunctions,
    {
        "head": _head,
        "is_artificial": _is_artificial,
        "is_name": _is_name,
        "is_point_process": _is_point_process,
        "left": _left,
        "len": _len,
        "ltrim": _ltrim,
        "right": _right,
        "rtrim": _rtrim,
        "substr": _substr,
        "tail": _tail,
    },
)
attach_refusing(
    StringFunctions,
    ("alias", "alias_list"),
    reason="aliases belong to objects of hoc templates.",
    workaround="set an attribute of a Python object.",
)
attach_refusing(StringFunctions, ("references",), reason="Python keeps the references.", workaround="use gc.get_referrers.")
