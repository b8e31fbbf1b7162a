"""Loops of Python over segments whose speed is measured."""

from __future__ import annotations

from dataclasses import dataclass

SECTION = """
section = h.Section(name="section")
section.nseg = 101
section.insert("hh")
section(0.5).v
"""


@dataclass(frozen=True)
class PythonLoop:
    """A statement that is run for every segment of one section, 20 times in one run.

    Attributes:
        statement: It; `segment` is the segment.
    """

    statement: str
    repeats = 20 * 101

    def text(self) -> str:
        """Returns the code that defines `bench`, which is one run."""
        loop = f"    for _ in range(20):\n        for segment in section:\n            {self.statement}\n"
        return f"{SECTION}\ndef bench():\n{loop}"


LOOPS = {
    "segment.hh.gnabar = x": PythonLoop("segment.hh.gnabar = 0.1"),
    "segment.gnabar_hh = x": PythonLoop("segment.gnabar_hh = 0.1"),
    "segment.v = x": PythonLoop("segment.v = -65.0"),
    "segment.diam = x": PythonLoop("segment.diam = 2.0"),
    "segment.hh.gnabar": PythonLoop("segment.hh.gnabar"),
    "segment.v": PythonLoop("segment.v"),
}
