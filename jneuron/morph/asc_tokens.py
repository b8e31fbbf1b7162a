"""Tokens of Neurolucida's text files (.asc, version 3)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from jneuron.base.errors import HocError


class Kind(Enum):
    """The kinds of token."""

    END = auto()
    NUMBER = auto()
    LEFT = auto()
    RIGHT = auto()
    COMMA = auto()
    BAR = auto()
    LEFT_SPINE = auto()
    RIGHT_SPINE = auto()
    SET = auto()
    RGB = auto()
    STRING = auto()
    LABEL = auto()
    ERROR = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One token.

    Attributes:
        text: Of a string or label.
        value: Of a number.
        line: Number of the line, from 1.
    """

    kind: Kind
    line: int
    text: str = ""
    value: float = 0.0


# tried in this order; keywords are prefixes, whatever follows them
_PATTERNS = (
    (Kind.NUMBER, re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")),
    (Kind.LEFT, re.compile(r"\(")),
    (Kind.RIGHT, re.compile(r"\)")),
    (Kind.COMMA, re.compile(",")),
    (Kind.BAR, re.compile(r"\|")),
    (Kind.LEFT_SPINE, re.compile("<")),
    (Kind.RIGHT_SPINE, re.compile(">")),
    (Kind.SET, re.compile("set|Set|SET")),
    (Kind.RGB, re.compile("RGB")),
    (Kind.STRING, re.compile('"([^"]*)"')),
    (Kind.LABEL, re.compile(r"\w+", re.ASCII)),
)
_BLANKS = re.compile(r"\s*")


def tokenise(path: str, lines: list[str]) -> list[Token]:
    """Returns the tokens of a file, an END as the last; a `;` begins a comment."""
    tokens: list[Token] = []
    for number, line in enumerate(lines, start=1):
        # NEURON reads no further than an @
        text = line.partition("@")[0].rstrip()
        position = 0
        while (match := _BLANKS.match(text, position)) is not None and match.end() < len(text):
            position = match.end()
            if text[position] == ";":
                break
            token, position = _next_token(path, text, position, number)
            tokens.append(token)
    tokens.append(Token(Kind.END, len(lines)))
    return tokens


def _next_token(path: str, text: str, position: int, line: int) -> tuple[Token, int]:
    for kind, pattern in _PATTERNS:
        match = pattern.match(text, position)
        if match is None:
            continue
        if kind is Kind.NUMBER:
            return Token(kind, line, value=float(match[0])), match.end()
        return Token(kind, line, match[1] if kind is Kind.STRING else match[0]), match.end()
    if text[position] == '"':
        raise HocError(f"error {path} line {line}: no closing '\"' in string: {text.strip()}")
    return Token(Kind.ERROR, line, text[position]), position + 1
