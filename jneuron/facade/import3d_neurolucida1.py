"""`h.Import3d_Neurolucida_read`: the reader for Neurolucida text files of version 1."""

from __future__ import annotations

from typing import Any

import numpy as np

from jneuron.base.errors import HocError
from jneuron.facade.calls import Arguments, Refusal, attach, check_keywords
from jneuron.facade.implements import implements
from jneuron.facade.import3d import print_text
from jneuron.facade.import3d_readers import Reader
from jneuron.morph.imported import Piece
from jneuron.morph.neurolucida1 import read_neurolucida1


@implements("Import3d_Neurolucida_read")
class Import3d_Neurolucida_read(Reader):  # noqa: N801 - NEURON's name
    """Reads a Neurolucida text file of version 1: `input(path)`."""

    hoc_name = "Import3d_Neurolucida_read"
    __slots__ = ()

    def __init__(self, *values: Any, **keywords: Any) -> None:
        check_keywords(keywords)
        super().__init__("Neurolucida")

    def line_of(self, piece: Piece) -> int:
        """Returns the line of the file where a piece begins."""
        return int(self.column("iline")[int(self.column("points")[piece.id])])


def _vector(name: str) -> property:
    return property(lambda self: self.vector(name))


for _name in ("type", "x", "y", "z", "d", "iline", "point2sec", "points"):
    setattr(Import3d_Neurolucida_read, _name, _vector(_name))


def _input(reader: Import3d_Neurolucida_read, given: Arguments) -> float:
    """`input(path)`: reads a file; one that can't be opened is refused, and then nothing changes."""
    path = given.string(0)
    try:
        found = read_neurolucida1(path, report=print_text)
    except HocError as error:
        raise Refusal(str(error)) from None
    x, y, z = found.xyz.T
    types = np.array([piece.type for piece in found.pieces])
    columns = {"type": types, "x": x, "y": y, "z": z, "d": found.diam, "iline": np.array(found.line)}
    columns |= {"point2sec": np.array(found.piece_of_point), "points": np.array(found.points)}
    reader.take(found.pieces, columns, found.text)
    reader.header = [f"{line}\n" for line in found.header]
    reader.err = float(found.has_remarks)
    print_text(found.report(path))
    return 0.0


def _pheader(reader: Import3d_Neurolucida_read, given: Arguments) -> float:
    """Prints the lines that hold no point."""
    for line in reader.header:
        print_text(line.rstrip("\n"))
    return 0.0


def _label(reader: Import3d_Neurolucida_read, given: Arguments) -> float:
    """`label(index, strdef)`: writes the line of a point."""
    item = int(reader.column("points")[int(given.number(0))])
    given.any(1)[0] = f"Line {reader.column('iline')[item]:.0f}: {reader.texts[item]}"
    return 0.0


def _id2line(reader: Import3d_Neurolucida_read, given: Arguments) -> float:
    """`id2line(index)`: returns the item of a point."""
    return float(reader.column("points")[int(given.number(0))])


def _pt2id(reader: Import3d_Neurolucida_read, given: Arguments) -> float:
    """`pt2id(index)`: returns the line of a point, -1 for a negative index."""
    index = int(given.number(0))
    return -1.0 if index < 0 else float(reader.column("iline")[int(reader.column("points")[index])])


def _sec2pt(reader: Import3d_Neurolucida_read, given: Arguments) -> float:
    """`sec2pt(section, i)`: returns the index of a section's point i."""
    return float(reader.sections[int(given.number(0))].id + given.number(1))


attach(
    Import3d_Neurolucida_read,
    {"input": _input, "pheader": _pheader, "label": _label, "id2line": _id2line, "pt2id": _pt2id, "sec2pt": _sec2pt},
)
