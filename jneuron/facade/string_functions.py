"""`h.StringFunctions`: what hoc does with strings."""

from __future__ import annotations

import re
import sys
from typing import Any

from jneuron.base.errors import UnsupportedError
from jneuron.facade.aliases import Alias, aliases_of, set_alias
from jneuron.facade.calls import Arguments, HocDepth, HocMethodsObject, Refusal, attach, check_keywords
from jneuron.facade.object_report import n_reference, places_of
from jneuron.facade.objects import HocObject
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
    """`ltrim(string, result[, characters])`: the string without white space, or these characters, at its beginning."""
    text = given.string(0)
    string_box(given, 1)[0] = text.lstrip(_trimmed(given))
    return 0.0


def _rtrim(functions: StringFunctions, given: Arguments) -> float:
    """`rtrim(string, result[, characters])`: the string without white space, or these characters, at its end."""
    text = given.string(0)
    string_box(given, 1)[0] = text.rstrip(_trimmed(given))
    return 0.0


def _trimmed(given: Arguments) -> str:
    """Returns the characters that trimming takes away."""
    return given.string(2) if given.has(2) else WHITE_SPACE


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


def _alias(functions: StringFunctions, given: Arguments) -> float:
    """`alias(object, name, place or object)` gives it that name, `alias(object, name)` takes it, `alias(object)` all."""
    owner = given.object(0)
    if not isinstance(owner, HocObject):
        # what NEURON gives a name lives no longer than the call
        return 0.0
    if not given.has(1):
        aliases_of(owner).clear()
        return 0.0
    name = given.string(1)
    if not given.has(2):
        aliases_of(owner).pop(name, None)
        return 0.0
    if name not in aliases_of(owner) and hasattr(owner, name):
        raise UnsupportedError(
            f"the alias {name} of {owner.hname()}", "it has a member of that name.", "choose a name that it does not have."
        )
    is_object = given.is_object(2)
    set_alias(owner, name, Alias(given.object(2) if is_object else given.reference(2), not is_object))
    return 0.0


def _alias_list(functions: StringFunctions, given: Arguments) -> Any:
    """Returns a List of Strings: the names that an object has been given."""
    owner, h = given.object(0), functions.session.h
    found = h.List()
    names = sorted(aliases_of(owner)) if isinstance(owner, HocObject) else []
    try:
        make = h.String
    except AttributeError:
        raise Refusal("String is not a HOC template") from None
    for name in names:
        found.append(make(name))
    return found


def _references(functions: StringFunctions, given: Arguments) -> int:
    """Prints the variables of hoc's and Lists that hold an object; returns their number."""
    held = given.object(0)
    if not isinstance(held, HocObject):
        raise Refusal("not an object of NEURON's")
    places = places_of(functions.session, held)
    print(f"{held.hname()} has {n_reference(functions.session, held)} references")
    for place in places:
        print(f"   {place}")
    print(f"  found {len(places)} of them")
    return len(places)


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
        "alias": _alias,
        "alias_list": _alias_list,
        "head": _head,
        "is_artificial": _is_artificial,
        "is_name": _is_name,
        "is_point_process": _is_point_process,
        "left": _left,
        "len": _len,
        "references": _references,
        "ltrim": _ltrim,
        "right": _right,
        "rtrim": _rtrim,
        "substr": _substr,
        "tail": _tail,
    },
)
