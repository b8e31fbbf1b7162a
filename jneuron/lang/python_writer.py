"""Writes indented Python, remembering for each line which line of the user's file it stands for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class PythonWriter:
    """Lines of Python in the making.

    Attributes:
        lines: What has been written.
        origins: For each line the line of the user's file that it came from, 0 for none.
        origin: The user's line that is being translated.
    """

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.origins: list[int] = []
        self.origin = 0
        self._depth = 0

    def line(self, text: str = "") -> None:
        """Writes one line at the present depth."""
        self.lines.append("    " * self._depth + text if text else "")
        self.origins.append(self.origin)

    @contextmanager
    def indented(self, header: str) -> Iterator[None]:
        """Writes `header` and indents what follows."""
        self.line(header)
        self._depth += 1
        yield
        self._depth -= 1

    def text(self) -> str:
        """Returns everything written."""
        return "\n".join(self.lines) + "\n"
