"""A density mechanism at one segment, and its variables seen one by one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn

from jneuron.base.errors import HocError
from jneuron.base.units import is_number, is_quantity, number
from jneuron.facade.calls import Refusal
from jneuron.facade.implements import implements
from jneuron.facade.range_variable import RangeVariable
from jneuron.facade.segment_values import Writer, reader, writer
from jneuron.ir.kinds import VariableKind
from jneuron.model.reference import Reference
from jneuron.model.references import ColumnReference
from jneuron.model.table import Table

if TYPE_CHECKING:
    from jneuron.facade.segment import Segment
    from jneuron.ir.mechanism_type import MechanismType


@implements("Mechanism")
class Mechanism:
    """One density mechanism at one segment: `segment.hh`.

    Names without underscore are NEURON's, so that no variable of a mechanism is hidden.

    Attributes:
        _mechanism: Its name.
        _table: Its table.
        _known: Its variables by their name without suffix.
        _pointers: Those that are POINTERs.
        _writers: What writes the variables that are no arrays.
    """

    session: ClassVar[Any] = None
    _mechanism: ClassVar[str] = ""
    _table: ClassVar[Table]
    _known: ClassVar[dict[str, RangeVariable]]
    _pointers: ClassVar[frozenset[str]]
    _writers: ClassVar[dict[str, Writer]]
    __slots__ = ("_segment",)
    _segment: Segment

    def __init__(self, segment: Segment) -> None:
        set_segment(self, segment)

    @staticmethod
    def at(segment: Segment, name: str) -> Mechanism:
        """Returns the mechanism `name` at a segment, which has it."""
        return segment.session.interface.mechanism_class(name)(segment)  # type: ignore[no-any-return]

    @implements("Mechanism.name")
    def name(self) -> str:
        """Returns the mechanism's name."""
        self._row()
        return self._mechanism

    @implements("Mechanism.segment")
    def segment(self) -> Segment:
        """Returns the segment."""
        self._row()
        return self._segment

    @implements("Mechanism.is_ion")
    def is_ion(self) -> bool:
        """Tells whether it is an ion."""
        return self.session.interface.names.is_ion(self._mechanism)  # type: ignore[no-any-return]

    def _row(self) -> int:
        """Returns its row in the mechanism's table; raises if it has been taken out."""
        segment = self._segment
        start = segment.living().mechanisms.get(self._mechanism)
        if start is None:
            raise ReferenceError("mechanism instance is invalid")
        return start + segment.inner_slot() - 1

    def __getattr__(self, name: str) -> Any:
        pointer = name.removeprefix("_ref_")
        if self._is_pointer(pointer):
            target = self._pointed_at(pointer)
            return target if name.startswith("_ref_") else target.get()
        if name in self._table.streams:
            segment = self._segment
            place = self.session.model.segment_reference(segment.living(), segment.inner_slot(), self._mechanism, name)
            return self.session.h.NMODLRandom().refer_to(place)
        variable = self._known.get(name)
        if variable is not None:
            return RangeVar(self, variable) if variable.length else self._table.column(name).item(self._row())
        if name.startswith("_ref_") and name[5:] in self._known:
            self._row()
            if self._known[name[5:]].length:
                return RangeVarReference(RangeVar(self, self._known[name[5:]]))
            segment = self._segment
            return self.session.model.segment_reference(segment.living(), segment.inner_slot(), self._mechanism, name[5:])
        procedure = None if self.is_ion() else self.session.library.get(self._mechanism).functions.get(name)
        if procedure is not None:
            return MechFunc(self, procedure)
        raise AttributeError(f"'nrn.Mechanism' object has no attribute '{name}'")

    def _is_pointer(self, name: str) -> bool:
        """Tells whether a name is that of a POINTER: `segment.mechanism._ref_pointer = segment._ref_v` sets it."""
        return name in self._pointers

    def _pointed_at(self, name: str) -> Reference:
        """Returns what a POINTER points at; raises AttributeError where it has not been set."""
        target: Reference | None = self.session.model.pointers.get((self._mechanism, self._row(), name))
        if target is None:
            raise AttributeError(f"{name}_{self._mechanism} was not made to point to anything at {self._segment!r}")
        return target

    def __setattr__(self, name: str, value: Any) -> None:
        write = self._writers.get(name)
        if write is not None:
            write(self._segment, value)
        else:
            self._set_other(name, value)

    def _set_other(self, name: str, value: Any) -> None:
        variable = self._known.get(name)
        if self._is_pointer(name):
            self._pointed_at(name).set(_value(value, ""))
            return
        if variable is None and self._is_pointer(name.removeprefix("_ref_")) and isinstance(value, Reference):
            self.session.model.set_pointer(self._mechanism, self._row(), name.removeprefix("_ref_"), value)
            return
        if variable is None:
            raise AttributeError(f"'nrn.Mechanism' object has no attribute '{name}'")
        raise IndexError("missing index")

    def __iter__(self) -> Iterator[RangeVar]:
        return (RangeVar(self, variable) for variable in self._known.values())

    def __repr__(self) -> str:
        return self.name()

    def __dir__(self) -> list[str]:
        functions = () if self.is_ion() else self.session.library.get(self._mechanism).functions
        return sorted([*self._known, *functions, "is_ion", "name", "segment"])


# past the class's own __setattr__, which is for users
set_segment: Callable[[Mechanism, Segment], None] = Mechanism.__dict__["_segment"].__set__


def bound_mechanism(cls: type[Mechanism], name: str) -> type[Mechanism]:
    """Returns the class of one mechanism's instances in the session that `cls` is bound to."""
    session = cls.session
    known = session.interface.names.of_mechanism(name)
    table = session.model.tables[name]
    pointers = frozenset() if session.interface.names.is_ion(name) else _pointers_of(session.library.get(name))
    members = {"__slots__": (), "__module__": "nrn", "_mechanism": name, "_table": table, "_known": known}
    scalars = [v for v in known.values() if not v.length and v.column not in pointers | table.streams]
    members["_writers"] = {v.column: writer(table, v.column, _converter(v.unit), _refuse_instance) for v in scalars}
    readers = {v.column: property(_reader(table, v.column)) for v in scalars if v.column not in vars(Mechanism)}
    return type("Mechanism", (cls,), {**readers, **members, "_pointers": pointers})


def _pointers_of(type_: MechanismType | None) -> frozenset[str]:
    variables = type_.variables if type_ is not None else ()
    return frozenset(variable.name for variable in variables if variable.kind is VariableKind.POINTER)


def variables_of(mechanism: Mechanism) -> dict[str, RangeVariable]:
    """Returns the variables of a mechanism by their name without suffix."""
    return mechanism._known


def _reader(table: Table, column: str) -> Callable[[Mechanism], float]:
    read_segment = reader(table, column, _refuse_instance)

    def read(mechanism: Mechanism) -> float:
        return read_segment(mechanism._segment)

    return read


def _refuse_instance(segment: Segment) -> NoReturn:
    segment.living()
    raise ReferenceError("mechanism instance is invalid")


def _converter(unit: str) -> Callable[[Any], float]:
    return lambda value: _value(value, unit)


@implements("RangeVar")
class RangeVar:
    """One variable of a mechanism at one segment; an array variable is reached through it element by element."""

    __module__ = "nrn"
    __slots__ = ("_mechanism", "_variable")

    def __init__(self, mechanism: Mechanism, variable: RangeVariable) -> None:
        self._mechanism, self._variable = mechanism, variable

    @implements("RangeVar.name")
    def name(self) -> str:
        """Returns its name as a range variable."""
        return self._variable.name

    @implements("RangeVar.mech")
    def mech(self) -> Mechanism:
        """Returns the mechanism."""
        return self._mechanism

    def reference(self, index: int = 0) -> ColumnReference:
        """Returns the reference to one element."""
        segment = self._mechanism.segment()
        model, variable = segment.session.model, self._variable
        return model.segment_reference(segment.living(), segment.inner_slot(), variable.mechanism, variable.column, index)  # type: ignore[no-any-return]

    def __len__(self) -> int:
        return self._variable.length or 1

    def __getitem__(self, index: Any) -> float:
        return self.reference(self._checked(index)).get()

    def __setitem__(self, index: Any, value: Any) -> None:
        self.reference(self._checked(index)).set(_value(value, self._variable.unit))

    def _checked(self, index: Any) -> int:
        if not isinstance(index, int):
            raise TypeError(f"'{type(index).__name__}' object cannot be interpreted as an integer")
        position = index + len(self) if index < 0 else index
        if not 0 <= position < len(self):
            raise IndexError(self._variable.name)
        return position


class RangeVarReference:
    """A reference to an array variable that lacks its index yet: `segment.hh._ref_x[0]`."""

    __slots__ = ("_variable",)

    def __init__(self, variable: RangeVar) -> None:
        self._variable = variable

    def __getitem__(self, index: int) -> ColumnReference:
        return self._variable.reference(self._variable._checked(index))


class MechFunc:
    """A FUNCTION or PROCEDURE of a mechanism at one segment."""

    __module__ = "nrn"
    __slots__ = ("_mechanism", "_procedure")

    def __init__(self, mechanism: Mechanism, procedure: Any) -> None:
        self._mechanism, self._procedure = mechanism, procedure

    def name(self) -> str:
        """Returns the mechanism's name and its own."""
        return f"{self._mechanism.name()}.{self._procedure.name}"

    def mech(self) -> Mechanism:
        """Returns the mechanism."""
        return self._mechanism

    def __call__(self, *arguments: Any) -> float:
        mechanism = self._mechanism
        segment = mechanism.segment()
        place = segment.living(), segment.inner_slot()
        call: Callable[..., float] = mechanism.session.interface.call_procedure
        try:
            return call(mechanism.name(), self._procedure, mechanism._row(), place, arguments)
        except Refusal as refusal:
            sys.stderr.write(f"NEURON: {refusal}\n near line 0\n ^\n        {self._procedure.name}()\n")
            raise HocError(f"mechanism.function call error: hoc_execerror: {refusal}") from None

    def __repr__(self) -> str:
        return self.name()


def _value(value: Any, unit: str) -> float:
    if isinstance(value, float | int):
        return float(value)
    if not (is_number(value) or is_quantity(value)):
        raise ValueError("must be a double")
    return number(value, unit)
