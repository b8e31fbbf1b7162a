"""`h.Import3d_SWC_read`, `h.Import3d_Section` and `h.Import3d_GUI`: a file of 3-D points becomes a cell.

    reader = h.Import3d_SWC_read()
    reader.input("cell.swc")
    h.Import3d_GUI(reader, 0).instantiate(cell)

The reader's sections can be looked at and changed before `instantiate` makes real ones of them.
"""

from __future__ import annotations

import sys
from typing import Any

import numpy as np

from jneuron.base.errors import HocError, UnsupportedError
from jneuron.facade.calls import Arguments, HocMethodsObject, Refusal, attach, check_keywords, refuse
from jneuron.facade.implements import implements
from jneuron.facade.objects import HocObject
from jneuron.facade.section_array import create_array
from jneuron.geometry.points import set_points, set_style_point
from jneuron.morph.imported import Piece
from jneuron.morph.section_plan import ImportPlan, array_name, plan_sections, remove_empty
from jneuron.morph.swc import SwcFile, read_swc
from jneuron.morph.swc_pieces import cut_into_pieces


def _number(name: str, convert: type = float) -> property:
    # an attribute of the piece as hoc's number
    def get(self: Import3d_Section) -> float:
        return float(getattr(self.piece, name))

    def set_(self: Import3d_Section, value: float) -> None:
        setattr(self.piece, name, convert(value))

    return property(get, set_)


@implements("Import3d_Section")
class Import3d_Section(HocMethodsObject):  # noqa: N801 - NEURON's name
    """An unbranched piece of a reconstruction.

    Attributes:
        piece: What was read.
    """

    hoc_name = "Import3d_Section"
    __slots__ = ("_diam", "_family", "_raw", "piece")

    def __init__(self, piece: Piece, family: dict[Piece, Import3d_Section]) -> None:
        super().__init__()
        self.piece, self._family = piece, family
        self._raw: Any = None
        self._diam: Any = None
        family[piece] = self

    id = _number("id", int)
    type = _number("type", int)
    pid = _number("parent_id", int)
    first = _number("first", int)
    nameindex = _number("name_index", int)
    parentx = _number("parent_x")
    iscontour_ = _number("is_contour", bool)
    is_subsidiary = _number("is_subsidiary", bool)

    @property
    def fid(self) -> float:
        """Index of its first own point among its points."""
        return 0.0

    @property
    def parentsec(self) -> Import3d_Section | None:
        """The piece it hangs on, or None."""
        return self._family[self.piece.parent] if self.piece.parent is not None else None

    @parentsec.setter
    def parentsec(self, parent: Import3d_Section | None) -> None:
        self.piece.parent = parent.piece if parent is not None else None

    @property
    def raw(self) -> Any:
        """Coordinates, a Matrix of 3 rows and a column a point [um]."""
        if self._raw is None:
            self._raw = self.session.h.Matrix(3, self.piece.n_point)
            for point, column in enumerate(self.piece.xyz):
                for row, value in enumerate(column):
                    self._raw.setval(row, point, float(value))
        return self._raw

    @property
    def d(self) -> Any:
        """Diameters, a Vector [um]."""
        if self._diam is None:
            self._diam = self.session.h.Vector(self.piece.diam)
        return self._diam

    def take_changes(self) -> None:
        """Takes over what the user has written into `raw` and `d`."""
        if self._diam is not None:
            self.piece.diam = np.array(self._diam)
        if self._raw is not None:
            n_point = int(self._raw.ncol())
            self.piece.xyz = np.array([[self._raw.getval(row, point) for row in range(3)] for point in range(n_point)])


@implements("Import3d_SWC_read")
class Import3d_SWC_read(HocMethodsObject):  # noqa: N801 - NEURON's name
    """Reads an SWC file: `input(path)`.

    Attributes:
        err: 1 if something in the file was remarked on.
        sections: List of `Import3d_Section`, parents before children; None before `input`.
    """

    hoc_name = "Import3d_SWC_read"
    __slots__ = ("_columns", "_piece_of_point", "_quiet", "_swc", "err", "filetype", "sections")

    def __init__(self, *values: Any, **keywords: Any) -> None:
        check_keywords(keywords)
        super().__init__()
        self._quiet, self.err, self.filetype = 0.0, 0.0, "SWC"
        self.sections: Any = None
        self._columns: dict[str, Any] = {}
        self._swc: SwcFile | None = None
        self._piece_of_point: Any = None

    @property
    def quiet(self) -> float:
        """1 leaves out the remark about several trees."""
        return self._quiet

    @quiet.setter
    def quiet(self, value: float) -> None:
        self._quiet = float(value)

    @property
    def swc(self) -> SwcFile:
        """What was read."""
        if self._swc is None:
            raise HocError(f"{self.hname()}: nothing has been read; call input(path) first")
        return self._swc

    def line_of(self, piece: Piece) -> int:
        """Returns the line of the file where a piece begins."""
        return int(self.swc.line[piece.id])

    def _column(self, name: str) -> Any:
        if name not in self._columns:
            swc = self.swc
            values = self._piece_of_point if name == "point2sec" else getattr(swc, _COLUMNS[name])
            self._columns[name] = self.session.h.Vector(np.asarray(values, float))
        return self._columns[name]


# columns of the file by NEURON's names
_COLUMNS = {"id": "id", "type": "type", "x": "x", "y": "y", "z": "z", "d": "diam", "pid": "parent", "iline": "line"}
for _column in (*_COLUMNS, "point2sec"):
    setattr(Import3d_SWC_read, _column, property(lambda self, name=_column: self._column(name)))  # type: ignore[misc]


def _input(reader: Import3d_SWC_read, given: Arguments) -> float:
    """`input(path)`: reads a file. One that is cut off, has an unknown parent or a cycle is refused; then nothing changes."""
    try:
        swc = read_swc(given.string(0), report=_print, quiet=bool(reader.quiet))
    except HocError as error:
        raise Refusal(str(error)) from None
    pieces = cut_into_pieces(swc)
    family: dict[Piece, Import3d_Section] = {}
    section_class = reader.session.h.Import3d_Section
    sections = reader.session.h.List()
    for piece in pieces.pieces:
        sections.append(section_class(piece, family))
    reader._swc, reader._piece_of_point, reader._columns, reader.sections = swc, pieces.piece_of_point, {}, sections
    reader.err = float(swc.has_remarks or pieces.is_unusual)
    return 0.0


def _pheader(reader: Import3d_SWC_read, given: Arguments) -> float:
    """Prints the file's comments."""
    for line in reader.swc.header:
        _print(line)
    return 0.0


def _id2pt(reader: Import3d_SWC_read, given: Arguments) -> float:
    """`id2pt(id)`: returns the index of a point, -1 for an unknown one."""
    found = np.flatnonzero(reader.swc.id == min(max(given.number(0), 0.0), reader.swc.id.max()))
    return float(found[0]) if len(found) else -1.0


def _pt2id(reader: Import3d_SWC_read, given: Arguments) -> float:
    """`pt2id(index)`: returns the id of a point."""
    return float(reader.swc.id[int(given.checked(0, 0, len(reader.swc.id) - 1))])


def _id2line(reader: Import3d_SWC_read, given: Arguments) -> float:
    """`id2line(index)`: returns the index itself: there is a line for every point."""
    return given.number(0)


def _sec2pt(reader: Import3d_SWC_read, given: Arguments) -> float:
    """`sec2pt(section, i)`: returns the index in the file of a section's point i."""
    section = int(given.number(0))
    return float(reader.sections[section].id + given.number(1) - (1 if section > 0 else 0))


def _label(reader: Import3d_SWC_read, given: Arguments) -> float:
    """`label(index, strdef)`: writes the line of a point."""
    index = int(given.number(0))
    given.any(1)[0] = f"Line {reader.swc.line[index]}: {reader.swc.text[index]}"
    return 0.0


attach(
    Import3d_SWC_read,
    {
        "input": _input,
        "pheader": _pheader,
        "id2pt": _id2pt,
        "pt2id": _pt2id,
        "id2line": _id2line,
        "sec2pt": _sec2pt,
        "label": _label,
    },
)


@implements("Import3d_GUI")
class Import3d_GUI(HocMethodsObject):  # noqa: N801 - NEURON's name
    """`Import3d_GUI(reader, 0)`: makes sections of what a reader has read.

    Attributes:
        swc: The reader.
    """

    hoc_name = "Import3d_GUI"
    __slots__ = ("swc",)

    def __init__(self, *values: Any, **keywords: Any) -> None:
        check_keywords(keywords)
        super().__init__()
        given = Arguments(self.hoc_name, values)
        try:
            self.swc = given.object(0)
        except Refusal as refusal:
            refuse(refusal, self.hoc_name, values)
        if len(values) < 2 or values[1] != 0:
            raise UnsupportedError(
                "Import3d_GUI with its window", "there is no graphics.", "use Import3d_GUI(reader, 0) and instantiate(cell)."
            )


def _instantiate(gui: Import3d_GUI, given: Arguments) -> float:
    """`instantiate(cell)`: makes the sections, in lists `cell.soma`, `cell.dend` ... `cell.all`; with None at the top level."""
    cell = given.object(0)
    if isinstance(cell, HocObject):
        raise UnsupportedError(
            "Import3d_GUI.instantiate into an object of a hoc template",
            "there is no hoc interpreter.",
            "use a Python object as cell.",
        )
    if given.has(1) and given.number(1) == 1:
        raise UnsupportedError("Import3d_GUI.instantiate(cell, 1)", "no hoc statements are executed that could be kept.")
    reader = gui.swc
    handles = list(reader.sections)
    for handle in handles:
        handle.take_changes()
    pieces = [handle.piece for handle in handles]
    names = {handle.piece: handle.hname() for handle in handles}
    remove_empty(pieces, line=reader.line_of, name=names.__getitem__, report=_print)
    for i in range(len(handles) - 1, -1, -1):
        if handles[i].piece not in pieces:
            reader.sections.remove(i)
    plan = plan_sections(pieces)
    if cell is None:
        _create_at_top_level(gui.session, plan)
    else:
        _create_in_cell(gui.session, plan, cell)
    return 0.0


def _name(gui: Import3d_GUI, given: Arguments) -> float:
    """`name(section, strdef)`: writes the name that a section will get."""
    piece = given.of_class(0, "Import3d_Section").piece
    name = array_name(piece.type)
    given.any(1)[0] = f"{name}[{piece.name_index}]" if piece.name_index else name
    return 0.0


attach(Import3d_GUI, {"instantiate": _instantiate, "name": _name})


def _create_in_cell(session: Any, plan: ImportPlan, cell: Any) -> None:
    cell.all = []
    for name, size in plan.arrays:
        setattr(cell, name, [session.h.Section(name=f"{name}[{i}]", cell=cell) for i in range(size)])
        cell.all.extend(getattr(cell, name))
    for planned in plan.sections:
        section = getattr(cell, planned.array)[planned.index]
        if planned.parent is not None:
            array, index = planned.parent
            section.connect(getattr(cell, array)[index](planned.parent_x), 0)
        if planned.style_point is not None:
            set_style_point(section.decl, planned.style_point.tolist())
        set_points(session.model, section.decl, planned.points)


def _create_at_top_level(session: Any, plan: ImportPlan) -> None:
    # the numbers go through hoc statements in NEURON, which keeps eight digits of a coordinate and six of a position
    arrays = {name: create_array(session, name, size) for name, size in plan.arrays}
    for i, planned in enumerate(plan.sections):
        section = arrays[planned.array][planned.index]
        if i == 0:
            _access(session, section)
        if planned.parent is not None:
            array, index = planned.parent
            section.connect(arrays[array][index](float(f"{planned.parent_x:g}")), 0)
        if planned.style_point is not None:
            set_style_point(section.decl, _eight_digits(planned.style_point).tolist())
        set_points(session.model, section.decl, _eight_digits(planned.points))


def _access(session: Any, section: Any) -> None:
    session.section_stack[-1:] = [section.decl]


def _eight_digits(values: np.ndarray) -> np.ndarray:
    return np.array([float(f"{value:.8g}") for value in values.ravel()]).reshape(values.shape)


def _print(text: str) -> None:
    sys.stdout.write(text)
