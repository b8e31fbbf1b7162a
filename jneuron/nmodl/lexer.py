"""Splits the text of a .mod file into tokens; comments go, VERBATIM text and titles stay whole."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from jneuron.base.errors import ModSyntaxError
from jneuron.lang.source import Source, Span


class TokenKind(Enum):
    """What a token is."""

    NAME = "name"
    NUMBER = "number"
    STRING = "string"
    OPERATOR = "operator"
    VERBATIM = "verbatim"
    TITLE = "title"
    END = "end of file"


class Token(NamedTuple):
    """A token; `text` is what stands between the delimiters for VERBATIM, TITLE and strings."""

    kind: TokenKind
    text: str
    span: Span


_TOKEN = re.compile(
    r"""
      (?P<space>[\s\x00\x1a]+)
    | (?P<comment>[:?][^\n]*)
    | (?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)
    | (?P<name>[A-Za-z_][A-Za-z_0-9]*)
    | (?P<string>"[^"\n]*")
    | (?P<operator><->|<<|->|<=|>=|==|!=|&&|\|\||[^\s])
    """,
    re.VERBOSE,
)
_COMMENT_EDGE = re.compile(r"^[ \t]*(COMMENT|ENDCOMMENT)\b", re.MULTILINE)
_VERBATIM_END = re.compile(r"\bENDVERBATIM\b")
_IGNORED_WORDS = frozenset({"UNITSON", "UNITSOFF", "ENDCOMMENT"})


def syntax_error(source: Source, span: Span, message: str) -> ModSyntaxError:
    """Returns a ModSyntaxError that draws a caret at `span`."""
    line, column = source.position(span.start)
    end_line, end_column = source.position(max(span.end, span.start + 1))
    if end_line != line:
        end_line, end_column = line, len(source.line(line)) + 1
    return ModSyntaxError(message, (source.path, line, column, source.line(line), end_line, end_column))


def syntax_text(error: SyntaxError) -> str:
    """Returns a syntax error with its line and a caret."""
    lead = "".join("\t" if character == "\t" else " " for character in (error.text or "")[: (error.offset or 1) - 1])
    return f"{error.filename}:{error.lineno}:{error.offset}: {error.msg}\n    {error.text}\n    {lead}^"


def tokenise(source: Source) -> list[Token]:
    """Returns the tokens of a text, ending with one of kind END.

    Raises:
        ModSyntaxError: For a COMMENT or VERBATIM without its end, or an unfinished string.
    """
    text = source.text
    tokens: list[Token] = []
    offset, end = 0, len(text)
    while offset < end:
        match = _TOKEN.match(text, offset)
        assert match is not None
        group, span = match.lastgroup, Span(offset, match.end())
        offset = match.end()
        if group in ("space", "comment"):
            continue
        word = match.group()
        if group == "name" and word in ("COMMENT", "VERBATIM", "TITLE", *_IGNORED_WORDS):
            offset = _skip_or_keep(source, word, span, tokens)
        elif group == "string":
            tokens.append(Token(TokenKind.STRING, word[1:-1], span))
        elif word == '"':
            raise syntax_error(source, span, "this string has no end")
        else:
            tokens.append(Token(TokenKind[group.upper()] if group else TokenKind.OPERATOR, word, span))
    tokens.append(Token(TokenKind.END, "", Span(end, end)))
    return tokens


def _skip_or_keep(source: Source, word: str, span: Span, tokens: list[Token]) -> int:
    """Treats a word after which the text isn't made of tokens; returns where tokens go on."""
    text = source.text
    if word == "COMMENT":
        return _end_of_comment(source, span)
    if word == "VERBATIM":
        found = _VERBATIM_END.search(text, span.end)
        if not found:
            raise syntax_error(source, span, "this VERBATIM has no ENDVERBATIM")
        tokens.append(Token(TokenKind.VERBATIM, text[span.end : found.start()], Span(span.start, found.end())))
        return found.end()
    if word == "TITLE":
        line_end = text.find("\n", span.end)
        line_end = len(text) if line_end < 0 else line_end
        tokens.append(Token(TokenKind.TITLE, text[span.end : line_end].strip(), Span(span.start, line_end)))
        return line_end
    return span.end


def _end_of_comment(source: Source, span: Span) -> int:
    """Returns the offset after the ENDCOMMENT that closes a COMMENT; it stands first in a line, or anywhere at last."""
    for edge in _COMMENT_EDGE.finditer(source.text, span.end):
        if edge.group(1) == "ENDCOMMENT":
            line_end = source.text.find("\n", edge.end())
            return len(source.text) if line_end < 0 else line_end
    anywhere = source.text.find("ENDCOMMENT", span.end)
    if anywhere < 0:
        raise syntax_error(source, span, "this COMMENT has no ENDCOMMENT")
    return anywhere + len("ENDCOMMENT")
