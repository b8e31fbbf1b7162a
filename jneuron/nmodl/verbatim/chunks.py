"""Parses C, whole or piece by piece where the whole can't be parsed."""

from __future__ import annotations

import re
from typing import Any

from pycparser import c_ast, c_parser
from pycparser.c_parser import ParseError

from jneuron.nmodl.verbatim.c_types import NotTranslatedError, prelude

_BRACES = re.compile(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|[{}();]')
_GOES_ON = re.compile(r"\s*(?:;|\w+\s*(?:;|=|,|\[))")
_STRUCT = re.compile(r"\b(struct|enum)\s+(\w+)\s*\{")


def parse(text: str, typedefs: str = "") -> list[Any]:
    """Returns the declarations and functions in C text.

    Raises:
        NotTranslatedError: The text does not parse.
    """
    try:
        tree = c_parser.CParser().parse(f"{prelude(typedefs + text)}{typedefs}\n{text}", filename="")
    except (ParseError, AssertionError, AttributeError) as error:
        raise NotTranslatedError(f"the C does not parse: {str(error).lstrip(':')}") from None
    return [item for item in tree.ext if not _is_of_prelude(item)]


def _is_of_prelude(item: Any) -> bool:
    return isinstance(item, c_ast.Typedef) and item.coord is not None and item.coord.line <= 1


def known_tags(text: str) -> str:
    """Returns typedefs for the structs and enumerations in C++ text, whose tags are types by themselves."""
    tags = {name: word for word, name in _STRUCT.findall(text)}
    own = {name for name in tags if re.search(rf"\}}\s*{name}\s*;|typedef\s+struct\s+{name}\s+{name}\b", text)}
    return " ".join(f"typedef {word} {name} {name};" for name, word in tags.items() if name not in own)


def pieces(text: str) -> list[str]:
    """Returns the declarations and functions of C text one by one, each at its own line."""
    found: list[str] = []
    depth = begin = 0
    for match in _BRACES.finditer(text):
        character = match.group()
        depth += (character in "{(") - (character in "})")
        is_body = character == "}" and not _GOES_ON.match(text, match.end())
        if depth == 0 and (character == ";" or is_body):
            line = text.count("\n", 0, begin) + 1
            found.append(f"#line {line}\n{text[begin : match.end()]}")
            begin = match.end()
    return found
