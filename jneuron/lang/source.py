"""A text with a path: offsets, lines, and excerpts with a caret."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a text, by offset; `end` is the first character after it."""

    start: int
    end: int

    def to(self, other: Span) -> Span:
        """Returns the stretch from this one's start to the other's end."""
        return Span(self.start, max(self.end, other.end))


NOWHERE = Span(0, 0)


class Position(NamedTuple):
    """A place as people count it: line and column begin at 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """A text and where it came from.

    Attributes:
        path: Path of the file as the user knows it, or a made-up name in angle brackets.
        text: Its text; every kind of line end is a plain newline.
    """

    path: str
    text: str

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offset of the first character of each line."""
        starts = [0]
        offset = self.text.find("\n")
        while offset >= 0:
            starts.append(offset + 1)
            offset = self.text.find("\n", offset + 1)
        return tuple(starts)

    def position(self, offset: int) -> Position:
        """Returns the line and column of an offset."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Returns the text of a line, without its end."""
        start = self.line_starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start:] if end < 0 else self.text[start:end]

    def excerpt(self, span: Span) -> str:
        """Returns the line in which `span` begins, and a caret line under it."""
        line, column = self.position(span.start)
        text = self.line(line)
        width = max(1, min(span.end - span.start, len(text) - column + 1))
        lead = "".join("\t" if character == "\t" else " " for character in text[: column - 1])
        return f"    {text}\n    {lead}{'^' * width}"


def decode(data: bytes) -> str:
    """Returns the text of a file of any age: UTF-8 or Latin-1, any kind of line end, without a byte order mark."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_source(path: str | Path) -> Source:
    """Reads a file."""
    return Source(str(path), decode(Path(path).read_bytes()))
