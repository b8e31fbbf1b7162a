"""`h.Import3d_Section` and `h.Import3d_GUI`: a file of 3-D points becomes a cell.

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
from jneuron.morph.section_plan import ImportPlan, array_name, plan_sections, remove_empty, subset_name


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
        return float(self.piece.own_first)

    @property
    def contour_list(self) -> Any:
        """Further outlines of the same body, a List; None if there are none."""
        if not self.piece.contours:
            return None
        outlines = self.session.h.List()
        for outline in self.piece.contours:
            outlines.append(self._family[outline])
        return outlines

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
    """`instantiate(cell)`: makes the sections, in lists `cell.soma`, `cell.dend` ... `cell.all`; with None at the top level.

    An object of a hoc template gets them in its arrays of those names, and in its lists `somatic`, `axonal`, `basal`,
    `apical` and `all`, which it must have.
    """
    cell = given.object(0)
    if given.has(1) and given.number(1) == 1:
        raise UnsupportedError("Import3d_GUI.instantiate(cell, 1)", "no hoc statements are executed that could be kept.")
    reader = gui.swc
    handles = list(reader.sections)
    for handle in handles:
        handle.take_changes()
    pieces = [handle.piece for handle in handles]
    names = {handle.piece: handle.hname() for handle in handles}
    remove_empty(pieces, line=reader.line_of, name=names.__getitem__, report=print_text)
    for i in range(len(handles) - 1, -1, -1):
        if handles[i].piece not in pieces:
            reader.sections.remove(i)
    try:
        plan = plan_sections(pieces)
    except HocError as error:
        raise Refusal(str(error)) from None
    if cell is None:
        arrays = {name: create_array(gui.session, name, size) for name, size in plan.arrays}
        _access(gui.session, arrays[plan.sections[0].array][plan.sections[0].index])
        _connect_arrays(gui.session, plan, arrays)
    elif isinstance(cell, HocObject):
        _connect_arrays(gui.session, plan, _create_in_template(gui.session, plan, cell))
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


def _create_in_template(session: Any, plan: ImportPlan, cell: Any) -> dict[str, Any]:
    # in the object's own context, so that its arrays and its lists of sections are meant
    for name, size in plan.arrays:
        session.interpreter.run_statement(f"{{create {name}[{size}]}}", cell)
        session.interpreter.run_statement(f'{{forsec "{name}" {subset_name(name)}.append}}', cell)
    session.interpreter.run_statement("{forall all.append}", cell)
    return {name: getattr(cell, name) for name, _ in plan.arrays}


def _connect_arrays(session: Any, plan: ImportPlan, arrays: dict[str, Any]) -> None:
    # the numbers go through hoc statements in NEURON, which keeps eight digits of a coordinate and six of a position
    for planned in plan.sections:
        section = arrays[planned.array][planned.index]
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


def print_text(text: str) -> None:
    """Prints what NEURON prints."""
    sys.stdout.write(text)
