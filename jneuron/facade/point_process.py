"""Point processes and artificial cells: one class for each mechanism of a session."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from jneuron.base.units import is_number, is_quantity, number, type_name
from jneuron.facade import objects
from jneuron.facade.aliases import find_alias, write_alias
from jneuron.facade.attached import attach
from jneuron.facade.calls import Arguments, HocDepth, HocExecError, Refusal, refuse
from jneuron.facade.current_section import current_section, section_keyword
from jneuron.facade.implements import implements
from jneuron.facade.objects import HocObject, bind
from jneuron.facade.segment import Segment
from jneuron.ir.kinds import MechanismKind, VariableKind
from jneuron.model.construction import CONSTRUCTOR
from jneuron.model.point_process import PointProcessDecl
from jneuron.model.reference import Reference
from jneuron.model.references import ColumnReference
from jneuron.model.section import SectionDecl

if TYPE_CHECKING:
    from jneuron.ir.mechanism_type import MechanismType, Variable

NEVER_LOCATED = "ARTIFICIAL_CELLs are not located in a section"
NOT_LOCATED = "point process not located in a section"
PYTHON_NAMES = {"delay": "del"}
"""Variables whose NEURON name is a Python keyword, by the name Python code may use."""


class PointProcess(HocObject):
    """A point process: `h.IClamp(segment)`; an artificial cell where it has no location.

    Attributes:
        type: Its mechanism.
        visible: The variables that users see.
        by_name: The same by the names that Python code may use.
        streams: The RANDOM variables.
        asks: Whether C in a CONSTRUCTOR may ask for what a new instance is given.
        is_plain: Whether all there is to making one is a row and a place: it has no ions and no CONSTRUCTOR.
    """

    type: ClassVar[MechanismType]
    visible: ClassVar[dict[str, Variable]]
    by_name: ClassVar[dict[str, Variable]]
    streams: ClassVar[frozenset[str]]
    asks: ClassVar[bool]
    is_plain: ClassVar[bool]
    __slots__ = ("decl",)
    decl: PointProcessDecl

    def __init__(self, *values: Any, **keywords: Any) -> None:
        HocObject.__init__(self)
        if self.is_plain and len(values) == 1 and not keywords:
            # on a segment, or at x of the currently accessed section: as nearly all are made
            where, session = values[0], self.session
            section, x = None, 0.0
            if isinstance(where, Segment):
                section, x = where._section.decl, where._x
            elif type(where) is float and 0.0 <= where <= 1.0 and session.section_stack:
                section, x = session.section_stack[-1], where
            if section is not None and section.alive:
                _set_decl(self, session.model.create_on_slot(self.type, section, section.slot(x), weakref.ref(self)))
                return
        section = section_keyword(self.session, keywords) if keywords else None
        place = None
        given = Arguments(self.hoc_name, values)
        try:
            if values and self.type.kind is MechanismKind.POINT:
                place = _place(self.session, given, section)
        except Refusal as refusal:
            refuse(refusal, self.hoc_name, values)
        if self.asks:
            with self.session.library.services.called_with(given):
                self._declare(place)
        else:
            self._declare(place)

    def _declare(self, place: tuple[SectionDecl, int] | None) -> None:
        model = self.session.model
        decl = model.create_point_process(self.type)
        decl.handle = weakref.ref(self)
        _set_decl(self, decl)
        if place is not None:
            model.locate(decl, place[0], place[1])

    def __del__(self) -> None:
        if objects.leaving():
            return
        decl = getattr(self, "decl", None)
        if decl is not None:
            self.session.model.delete_point_process(decl)
        super().__del__()

    # ---- where it is

    def _located(self) -> SectionDecl:
        if self.type.kind is MechanismKind.ARTIFICIAL:
            raise Refusal(NEVER_LOCATED)
        section = self.decl.section
        if section is None:
            raise Refusal(NOT_LOCATED)
        return section

    @implements("PointProcess.get_segment")
    def get_segment(self) -> Segment | None:
        """Returns the segment it is on, or None."""
        decl = self.decl
        if decl.section is None:
            return None
        return self.session.interface.segment(decl.section, decl.section.x_of_slot(decl.slot))  # type: ignore[no-any-return]

    @implements("PointProcess.has_loc")
    def has_loc(self) -> float:
        """Tells whether it is on a segment."""
        return float(self.decl.section is not None)

    @implements("PointProcess.loc")
    def loc(self, *values: Any, **keywords: Any) -> float:
        """Moves it: `loc(segment)`, `loc(x, sec=section)`; returns x."""
        section = section_keyword(self.session, keywords) if keywords else None
        try:
            if not values or self.type.kind is MechanismKind.ARTIFICIAL:
                located = self._located()
                return located.x_of_slot(self.decl.slot)
            place = _place(self.session, Arguments("loc", values), section)
        except Refusal as refusal:
            refuse(refusal, f"{self.hname()}.loc", values)
        self.session.model.locate(self.decl, *place)
        return float(values[0].x if isinstance(values[0], Segment) else values[0])

    @implements("PointProcess.get_loc")
    def get_loc(self) -> float:
        """Returns x, and leaves its section on the stack, to be taken off by `h.pop_section()`."""
        try:
            section = self._located()
        except Refusal as refusal:
            refuse(refusal, f"{self.hname()}.get_loc", ())
        self.session.section_stack.append(section)
        return section.x_of_slot(self.decl.slot)

    # ---- its variables

    def __getattr__(self, name: str) -> Any:
        variable = self.by_name.get(name)
        if variable is not None:
            self._check_located()
            return PointProcessArray(self, variable) if variable.length else self.reference(variable).get()
        if name.startswith("_ref_"):
            variable = self.by_name.get(name[5:])
            if variable is not None:
                self._check_located()
                return PointProcessArrayReference(self, variable) if variable.length else self.reference(variable)
        procedure = self.type.functions.get(name)
        if procedure is not None:
            return _Method(self, procedure)
        if name.removeprefix("_ref_") in self.streams:
            return self._stream(name)
        if self._is_pointer(name.removeprefix("_ref_")):
            target = self._pointed_at(name.removeprefix("_ref_"))
            if target is None:
                raise ValueError("Invalid data_handle")
            return target if name.startswith("_ref_") else target.get()
        for value in find_alias(self, name):
            return value
        raise AttributeError(f"'hoc.HocObject' object has no attribute '{name}'")

    def _stream(self, name: str) -> Any:
        if name not in self.streams:
            raise TypeError(f"Hoc pointer error, {name[5:]} is not a hoc variable or range variable or strdef")
        place = self.session.model.process_reference(self.decl, name, 0)
        return self.session.h.NMODLRandom().refer_to(place)

    def _check_located(self) -> None:
        if self.decl.section is None and self.type.kind is MechanismKind.POINT:
            if HocDepth.value:
                raise HocExecError(NOT_LOCATED)
            raise TypeError("No value")

    def reference(self, variable: Variable, index: int = 0) -> ColumnReference:
        """Returns the reference to a variable or an element of one."""
        return self.session.model.process_reference(self.decl, variable.name, index)  # type: ignore[no-any-return]

    def __setattr__(self, name: str, value: Any) -> None:
        variable = self.by_name.get(name)
        if variable is not None:
            if self.decl.section is None:
                self._check_located()
            if variable.length:
                raise TypeError(f"'{name}' requires subscript for assignment")
            new = value if type(value) is float else real(value, variable.unit)
            self.session.model.tables[self.hoc_name].edit(variable.name)[self.decl.row] = new
        elif name in self.streams:
            raise TypeError("not assignable")
        elif self._is_pointer(name):
            target = self._pointed_at(name)
            if target is None:
                raise AttributeError("POINTER is NULL")
            target.set(real(value, ""))
        elif name.startswith("_ref_") and self._is_pointer(name[5:]) and isinstance(value, Reference):
            self.session.model.set_pointer(self.type.name, self.decl.row, name.removeprefix("_ref_"), value)
        elif hasattr(type(self), name) and name != "__class__" and not hasattr(self, "__dict__"):
            if name in HocObject.__slots__:
                object.__setattr__(self, name, value)
            else:
                raise TypeError("not assignable")
        elif name in HocObject.__slots__ or hasattr(self, "__dict__") or name == "__class__":
            object.__setattr__(self, name, value)
        elif not write_alias(self, name, value):
            raise LookupError(f"'{name}' is not a defined hoc variable name.")

    def _is_pointer(self, name: str) -> bool:
        """Tells whether a name is that of a POINTER: `process._ref_pointer = segment._ref_v` sets where it points."""
        variable = self.type.variable(name)
        return variable is not None and variable.kind is VariableKind.POINTER

    def _pointed_at(self, name: str) -> Reference | None:
        """Returns what a POINTER points at, None where it has not been set."""
        return self.session.model.pointers.get((self.type.name, self.decl.row, name))  # type: ignore[no-any-return]

    def __dir__(self) -> list[str]:
        ours = ("asks", "by_name", "is_plain", "reference", "streams", "type", "visible")
        spelling = {name: alias for alias, name in PYTHON_NAMES.items()}
        names = {*super().__dir__(), *(spelling.get(name, name) for name in self.visible), *self.type.functions}
        names |= {variable.name for variable in self.type.variables if variable.kind is VariableKind.POINTER}
        if self.type.kind is MechanismKind.ARTIFICIAL:
            names.discard("get_segment")
        return sorted(name for name in names if name not in ours)


# past the class's own __setattr__, which is for users
_set_decl: Callable[[PointProcess, PointProcessDecl], None] = PointProcess.__dict__["decl"].__set__


class PointProcessArray:
    """An array variable of a point process: `process.name[i]`."""

    __slots__ = ("_process", "_variable")

    def __init__(self, process: PointProcess, variable: Variable) -> None:
        self._process, self._variable = process, variable

    def __len__(self) -> int:
        return self._variable.length

    def __getitem__(self, index: Any) -> float:
        return self._process.reference(self._variable, self._checked(index)).get()

    def __setitem__(self, index: Any, value: Any) -> None:
        self._process.reference(self._variable, self._checked(index)).set(real(value, self._variable.unit))

    def _checked(self, index: Any) -> int:
        position = index.__index__()
        if position < 0:
            position += self._variable.length
        if not 0 <= position < self._variable.length:
            raise IndexError(f"{self._process.hname()}.{self._variable.name}")
        return int(position)


class PointProcessArrayReference:
    """A reference to an array variable that lacks its index yet."""

    __slots__ = ("_process", "_variable")

    def __init__(self, process: PointProcess, variable: Variable) -> None:
        self._process, self._variable = process, variable

    def __getitem__(self, index: Any) -> ColumnReference:
        return self._process.reference(self._variable, int(index))


class _Method:
    # a FUNCTION or PROCEDURE of one instance

    __slots__ = ("_procedure", "_process")

    def __init__(self, process: PointProcess, procedure: Any) -> None:
        self._process, self._procedure = process, procedure

    def __call__(self, *arguments: Any) -> float:
        process = self._process
        decl = process.decl
        place = (decl.section, decl.slot) if decl.section is not None else None
        try:
            return process.session.interface.call_procedure(process.hoc_name, self._procedure, decl.row, place, arguments)  # type: ignore[no-any-return]
        except Refusal as refusal:
            refuse(refusal, f"{process.hname()}.{self._procedure.name}", arguments)

    def __repr__(self) -> str:
        return f"{self._process.hname()}.{self._procedure.name}()"


def bound_class(session: Any, type_: MechanismType, base: type[PointProcess] = PointProcess) -> type[PointProcess]:
    """Returns the class of a session's instances of one mechanism."""
    cls: Any = bind(base, session)
    cls.__name__ = cls.__qualname__ = type_.name
    cls.hoc_name, cls.numbers = type_.name, session.object_numbers[type_.name]
    cls.type = type_
    cls.visible = {
        variable.name: variable
        for variable in type_.variables
        if variable.visible and variable.kind not in (VariableKind.POINTER, VariableKind.RANDOM)
    }
    cls.by_name = cls.visible | {alias: cls.visible[name] for alias, name in PYTHON_NAMES.items() if name in cls.visible}
    cls.streams = frozenset(variable.name for variable in type_.variables if variable.kind is VariableKind.RANDOM)
    cls.asks = CONSTRUCTOR in type_.kernels and type_.host is not None
    cls.is_plain = type_.kind is MechanismKind.POINT and not type_.ions and CONSTRUCTOR not in type_.kernels
    cls.__doc__ = type_.title or type_.name
    if type_.kind is MechanismKind.ARTIFICIAL:
        # by its absence scripts tell artificial cells from point processes
        cls.get_segment = property(lambda cell: cell.__getattr__("get_segment"))
    for name, variable in cls.by_name.items():
        if not variable.length and name not in PYTHON_NAMES.values():
            attach(cls, name, _reader(session, type_, variable))
    return cls  # type: ignore[no-any-return]


def _reader(session: Any, type_: MechanismType, variable: Variable) -> Callable[[PointProcess], float]:
    tables, mechanism, column = session.model.tables, type_.name, variable.name

    def read(process: PointProcess) -> float:
        decl = process.decl
        if decl.section is None:
            process._check_located()
        return tables[mechanism].column(column).item(decl.row)  # type: ignore[no-any-return]

    return read


def real(value: Any, unit: str) -> float:
    """Returns a number in NEURON's unit; raises as Python does for what is none."""
    if isinstance(value, float | int):
        return float(value)
    if not (is_number(value) or is_quantity(value)):
        raise TypeError(f"must be real number, not {type_name(value)}")
    return number(value, unit)


def _place(session: Any, given: Arguments, section: SectionDecl | None) -> tuple[SectionDecl, int]:
    first = given.any(0)
    if type(first) is float and 0.0 <= first <= 1.0:
        where = section or current_section(session)
        return where, where.slot(first)
    if isinstance(first, Segment):
        return first.living(), first.slot
    if is_number(first):
        x = given.checked(0, 0.0, 1.0)
        where = section or current_section(session)
        return where, where.slot(x)
    given.object(0)
    raise Refusal("not a Python nrn.Segment")
