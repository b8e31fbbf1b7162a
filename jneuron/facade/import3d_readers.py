"""`h.Import3d_SWC_read` and `h.Import3d_Neurolucida3`: the readers whose sections `Import3d_GUI` makes real."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from jneuron.base.errors import HocError, UnsupportedError
from jneuron.facade.calls import Arguments, HocMethodsObject, Refusal, attach, check_keywords
from jneuron.facade.implements import implements
from jneuron.facade.import3d import Import3d_Section, print_text
from jneuron.morph.connect_soma import connect_to_soma
from jneuron.morph.imported import Piece
from jneuron.morph.neurolucida import read_neurolucida
from jneuron.morph.swc import read_swc
from jneuron.morph.swc_pieces import cut_into_pieces

LINES_BETWEEN_REMARKS = 1000


class Reader(HocMethodsObject):
    """What the readers have in common.

    Attributes:
        err: 1 if something in the file was remarked on.
        filetype: NEURON's name of the format.
        sections: List of `Import3d_Section`, parents before children; None before `input`.
        values: The file's columns by NEURON's names; empty before `input`.
        texts: The line of each point.
    """

    __slots__ = ("_quiet", "_vectors", "err", "filetype", "header", "sections", "texts", "values")

    def __init__(self, filetype: str) -> None:
        super().__init__()
        self._quiet, self.err, self.filetype = 0.0, 0.0, filetype
        self.sections: Any = None
        self.values: Mapping[str, npt.NDArray[np.float64]] = {}
        self.texts: list[str] = []
        self.header: list[str] = []
        self._vectors: dict[str, Any] = {}

    @property
    def quiet(self) -> float:
        """1 leaves out remarks."""
        return self._quiet

    @quiet.setter
    def quiet(self, value: float) -> None:
        self._quiet = float(value)

    def line_of(self, piece: Piece) -> int:
        """Returns the line of the file where a piece begins."""
        return int(self.column("iline")[piece.id])

    def column(self, name: str) -> npt.NDArray[np.float64]:
        """Returns a column of the file; raises before `input`."""
        if not self.values:
            raise HocError(f"{self.hname()}: nothing has been read; call input(path) first")
        return self.values[name]

    def take(self, pieces: list[Piece], values: Mapping[str, npt.ArrayLike], texts: list[str]) -> None:
        """Takes what has been read, all at once."""
        family: dict[Piece, Import3d_Section] = {}
        section_class = self.session.h.Import3d_Section
        sections = self.session.h.List()
        for piece in pieces:
            sections.append(section_class(piece, family))
        self.values = {name: np.asarray(column, float) for name, column in values.items()}
        self.sections, self.texts, self._vectors = sections, texts, {}

    def vector(self, name: str) -> Any:
        """Returns a column as a Vector, always the same one."""
        if name not in self._vectors:
            self._vectors[name] = self.session.h.Vector(self.column(name))
        return self._vectors[name]


def _columns(cls: type, names: tuple[str, ...]) -> None:
    for name in names:
        setattr(cls, name, property(lambda self, name=name: self.vector(name)))  # type: ignore[misc]


def _label(reader: Reader, given: Arguments) -> float:
    """`label(index, strdef)`: writes the line of a point."""
    index = int(given.number(0))
    given.any(1)[0] = f"Line {reader.column('iline')[index]:.0f}: {reader.texts[index]}"
    return 0.0


def _id2line(reader: Reader, given: Arguments) -> float:
    """`id2line(id)`: returns the id itself."""
    return given.number(0)


# ---- SWC


@implements("Import3d_SWC_read")
class Import3d_SWC_read(Reader):  # noqa: N801 - NEURON's name
    """Reads an SWC file: `input(path)`."""

    hoc_name = "Import3d_SWC_read"
    __slots__ = ()

    def __init__(self, *values: Any, **keywords: Any) -> None:
        check_keywords(keywords)
        super().__init__("SWC")


_columns(Import3d_SWC_read, ("id", "type", "x", "y", "z", "d", "pid", "iline", "point2sec"))


def _input_swc(reader: Import3d_SWC_read, given: Arguments) -> float:
    """`input(path)`: reads a file. One that is cut off, has an unknown parent or a cycle is refused; then nothing changes."""
    try:
        swc = read_swc(given.string(0), report=print_text, quiet=bool(reader.quiet))
    except HocError as error:
        raise Refusal(str(error)) from None
    cut = cut_into_pieces(swc)
    columns = {"id": swc.id, "type": swc.type, "x": swc.x, "y": swc.y, "z": swc.z, "d": swc.diam, "pid": swc.parent}
    reader.take(cut.pieces, {**columns, "iline": swc.line, "point2sec": cut.piece_of_point}, swc.text)
    reader.header = swc.header
    reader.err = float(swc.has_remarks or cut.is_unusual)
    return 0.0


def _pheader(reader: Import3d_SWC_read, given: Arguments) -> float:
    """Prints the file's comments."""
    for line in reader.header:
        print_text(line)
    return 0.0


def _id2pt(reader: Import3d_SWC_read, given: Arguments) -> float:
    """`id2pt(id)`: returns the index of a point, -1 for an unknown one."""
    ids = reader.column("id")
    found = np.flatnonzero(ids == min(max(given.number(0), 0.0), ids.max()))
    return float(found[0]) if len(found) else -1.0


def _pt2id(reader: Import3d_SWC_read, given: Arguments) -> float:
    """`pt2id(index)`: returns the id of a point."""
    ids = reader.column("id")
    return float(ids[int(given.checked(0, 0, len(ids) - 1))])


def _sec2pt(reader: Import3d_SWC_read, given: Arguments) -> float:
    """`sec2pt(section, i)`: returns the index in the file of a section's point i."""
    section = int(given.number(0))
    return float(reader.sections[section].id + given.number(1) - (1 if section > 0 else 0))


attach(
    Import3d_SWC_read,
    {
        "input": _input_swc,
        "pheader": _pheader,
        "id2pt": _id2pt,
        "pt2id": _pt2id,
        "id2line": _id2line,
        "sec2pt": _sec2pt,
        "label": _label,
    },
)


# ---- Neurolucida


@implements("Import3d_Neurolucida3")
class Import3d_Neurolucida3(Reader):  # noqa: N801 - NEURON's name
    """Reads a Neurolucida text file (.asc, version 3): `input(path)`."""

    hoc_name = "Import3d_Neurolucida3"
    __slots__ = ()

    def __init__(self, *values: Any, **keywords: Any) -> None:
        check_keywords(keywords)
        super().__init__("Neurolucida V3")


_columns(Import3d_Neurolucida3, ("type", "x", "y", "z", "d", "iline"))


def _input_neurolucida(reader: Import3d_Neurolucida3, given: Arguments) -> float:
    """`input(path)`: reads a file; one that doesn't follow the grammar is refused, and then nothing changes."""
    path = given.string(0)
    try:
        found = read_neurolucida(path, report=print_text)
    except HocError as error:
        raise Refusal(str(error)) from None
    problems = found.problems
    is_outside = connect_to_soma(found.pieces, line=lambda piece: found.line[piece.id], problems=problems)
    x, y, z, diam = np.array(found.points).reshape(-1, 4).T
    columns = {"type": np.array(found.types), "x": x, "y": y, "z": z, "d": diam, "iline": np.array(found.line)}
    reader.take(found.pieces, columns, found.text)
    reader.err = float(is_outside)
    if not reader.quiet:
        _print_progress(found.n_line, found.at_end)
        if found.n_spine:
            print_text(f"{found.n_spine} spines\n")
        if is_outside:
            print_text(f"\n{path} problems\n\n" + "".join(f"{problem}\n" for problem in problems))
    return 0.0


def _print_progress(n_line: int, at_end: bool) -> None:
    print_text("\n")
    for line in range(LINES_BETWEEN_REMARKS, n_line + 1, LINES_BETWEEN_REMARKS):
        print_text(f"\r{line} lines read")
    if at_end:
        print_text(f"\r{n_line} lines read\n")


def _line2pt(reader: Import3d_Neurolucida3, given: Arguments) -> float:
    """`id2pt(line)`: returns the index of the first point at or after a line, else the last one."""
    lines = reader.column("iline")
    return float(min(int(np.searchsorted(lines, given.number(0))), len(lines) - 1))


def _pt2line(reader: Import3d_Neurolucida3, given: Arguments) -> float:
    """`pt2id(index)`: returns the line of a point."""
    lines = reader.column("iline")
    return float(lines[min(int(given.number(0)), len(lines) - 1)])


def _own2pt(reader: Import3d_Neurolucida3, given: Arguments) -> float:
    """`sec2pt(section, i)`: returns the index in the file of a section's point i."""
    section = reader.sections[int(given.number(0))]
    return float(section.id + given.number(1) - section.fid)


def _connect_axon_nearest(reader: Import3d_Neurolucida3, given: Arguments) -> float:
    raise UnsupportedError(
        "Import3d_Neurolucida3.connect_axon_nearest",
        "the axon outside all somas keeps its wire to the nearest one.",
        "connect it after instantiate.",
    )


attach(
    Import3d_Neurolucida3,
    {
        "input": _input_neurolucida,
        "id2pt": _line2pt,
        "pt2id": _pt2line,
        "id2line": _id2line,
        "sec2pt": _own2pt,
        "label": _label,
        "connect_axon_nearest": _connect_axon_nearest,
    },
)
