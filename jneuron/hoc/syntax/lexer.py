"""hoc's tokens, made as the parser asks for them.

A line end is a token: it ends a statement. A backslash before it, a comment that goes over it, or a string takes it away.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from jneuron.hoc.syntax.errors import SyntaxProblem

TOKEN = re.compile(
    r"""
    (?P<skip>   (?: [ \t\r\f\v]+ | \\[ \t\r]*\n | /\*.*?\*/ | //[^\n]* )+ )
  | (?P<line>   \n )
  | (?P<number> (?: \d+ \.? \d* | \.\d+ ) (?: [eE][-+]?\d+ )? )
  | (?P<name>   [A-Za-z_][A-Za-z0-9_]* )
  | (?P<arg>    \$ [so&]? (?: \d+ | i (?![A-Za-z0-9_]) ) )
  | (?P<text>   " (?: [^"\\\n] | \\. | \\\n )* " )
  | (?P<op>     == | != | <= | >= | && | \|\| | [-+*/]= | [-+*/%^=<>!(){}\[\],.:;&@] )
    """,
    re.VERBOSE | re.DOTALL,
)

END = "end"
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}


class Token(NamedTuple):
    """One token.

    Attributes:
        kind: "line", "number", "name", "arg", "text", "op" or "end".
        text: As written.
        start, end: Its place in the text.
    """

    kind: str
    text: str
    start: int
    end: int


class Lexer:
    """Reads one text.

    Attributes:
        text: The text; its line ends are plain.
        position: Where the next token will be looked for.
    """

    def __init__(self, text: str, position: int = 0) -> None:
        self.text, self.position = text, position

    def next(self) -> Token:
        """Returns the next token."""
        match = TOKEN.match(self.text, self.position)
        if match is not None and match.lastgroup == "skip":
            self.position = match.end()
            match = TOKEN.match(self.text, self.position)
        if match is None:
            return self._odd()
        start, self.position = match.span()
        assert match.lastgroup is not None
        return Token(match.lastgroup, match.group(), start, self.position)

    def _odd(self) -> Token:
        start = self.position
        if start >= len(self.text):
            return Token(END, "", start, start)
        character = self.text[start]
        if character == '"':
            raise SyntaxProblem("missing quote ", self._end_of_line(start))
        self.position = start + 1
        return Token("op", character, start, start + 1)

    def _end_of_line(self, start: int) -> int:
        end = self.text.find("\n", start)
        return len(self.text) if end < 0 else end


def unescape(literal: str) -> str:
    """Returns what a string literal says."""
    body = literal[1:-1]
    if "\\" not in body:
        return body
    return _ESCAPE.sub(lambda match: _ESCAPES.get(match[1], match[1]), body)


def escape(value: str) -> str:
    """Returns the literal that says `value`."""
    body = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")
    return f'"{body}"'
