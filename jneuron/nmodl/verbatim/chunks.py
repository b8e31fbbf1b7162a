"""Parses C, whole or piece by piece where the whole can't be parsed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pycparser import c_ast, c_parser
from pycparser.c_parser import ParseError

from jneuron.nmodl.verbatim.c_types import NotTranslatedError, prelude

_BRACES = re.compile(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|[{}();]')
_GOES_ON = re.compile(r"\s*(?:;|\w+\s*(?:;|=|,|\[))")
_STRUCT = re.compile(r"\b(struct|enum)\s+(\w+)\s*\{")
_FUNCTION = re.compile(r"(?:#[^\n]*\n)?[\s\w*]*?\b(\w+)\s*\((?:[^(){};]|\([^(){};]*\))*\)\s*\{")
_N_KEPT = 64


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


@lru_cache(_N_KEPT)
def statements_of(code: str, typedefs: str = "") -> tuple[Any, ...]:
    """Returns the statements in C text; kept, since kernels and host functions are made of the same text.

    Raises:
        NotTranslatedError: The text does not parse.
    """
    if not is_balanced(code):
        raise NotTranslatedError("the C does not parse: its braces are not balanced")
    return tuple(parse(f"void body(void) {{\n{code}\n}}\n", typedefs)[-1].body.block_items or ())


def is_balanced(code: str) -> bool:
    """Whether each brace of C text is closed in it, and none closes what began before."""
    depth = 0
    for match in _BRACES.finditer(code):
        depth += (match.group() == "{") - (match.group() == "}")
        if depth < 0:
            return False
    return depth == 0


def _is_of_prelude(item: Any) -> bool:
    return isinstance(item, c_ast.Typedef) and item.coord is not None and item.coord.line <= 1


def known_tags(text: str) -> str:
    """Returns typedefs for the structs and enumerations in C++ text, whose tags are types by themselves."""
    tags = {name: word for word, name in _STRUCT.findall(text)}
    own = {name for name in tags if re.search(rf"\}}\s*{name}\s*;|typedef\s+struct\s+{name}\s+{name}\b", text)}
    return " ".join(f"typedef {word} {name} {name};" for name, word in tags.items() if name not in own)


@dataclass(frozen=True)
class FileLevel:
    """C at file level, with the functions apart, so that only those that are needed are ever parsed.

    Attributes:
        rest: Everything else, with `#line` directives.
        functions: The text of each function, with `#line`, by name.
    """

    rest: str
    functions: dict[str, str]


def functions_apart(texts: Iterable[tuple[int, str]]) -> FileLevel | None:
    """Returns C texts, each with its first line, with their functions apart; None where these can't be told."""
    rest: list[str] = []
    functions: dict[str, str] = {}
    for line, text in texts:
        for piece in pieces(text, line):
            found = _FUNCTION.match(piece)
            body = piece.partition("\n")[2].lstrip()
            if found is not None and found.group(1) not in functions:
                functions[found.group(1)] = piece
            elif found is not None or body.startswith("{"):
                return None
            else:
                rest.append(piece)
    return FileLevel("\n".join(rest), functions)


def pieces(text: str, line: int = 1) -> list[str]:
    """Returns the declarations and functions of C text one by one, each below a `#line` with its own, from `line` on."""
    found: list[str] = []
    depth = begin = 0
    for match in _BRACES.finditer(text):
        character = match.group()
        depth += (character in "{(") - (character in "})")
        is_body = character == "}" and not _GOES_ON.match(text, match.end())
        if depth == 0 and (character == ";" or is_body):
            found.append(f"#line {line + text.count(chr(10), 0, begin)}\n{text[begin : match.end()]}")
            begin = match.end()
    return found
