"""A density mechanism at one segment, and its variables seen one by one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from jneuron.base.units import is_number, is_quantity, number
from jneuron.facade.implements import implements
from jneuron.facade.range_variable import RangeVariable
from jneuron.model.references import ColumnReference

if TYPE_CHECKING:
    from jneuron.facade.segment import Segment


@implements("Mechanism")
class Mechanism:
    """One density mechanism at one segment: `segment.hh`."""

    session: ClassVar[Any] = None
    __slots__ = ("_name", "_segment", "_variables")
    _segment: Segment
    _name: str
    _variables: dict[str, RangeVariable]

    def __init__(self, segment: Segment, name: str) -> None:
        write = object.__setattr__
        write(self, "_segment", segment)
        write(self, "_name", name)
        write(self, "_variables", self.session.interface.names.of_mechanism(name))

    @staticmethod
    def at(segment: Segment, name: str) -> Mechanism:
        """Returns the mechanism `name` at a segment, which has it."""
        return segment.session.interface.Mechanism(segment, name)  # type: ignore[no-any-return]

    @implements("Mechanism.name")
    def name(self) -> str:
        """Returns the mechanism's name."""
        self.row()
        return self._name

    @implements("Mechanism.segment")
    def segment(self) -> Segment:
        """Returns the segment."""
        self.row()
        return self._segment

    @implements("Mechanism.is_ion")
    def is_ion(self) -> bool:
        """Tells whether it is an ion."""
        return self.session.interface.names.is_ion(self._name)  # type: ignore[no-any-return]

    def variables(self) -> dict[str, RangeVariable]:
        """Returns its variables by their name without suffix."""
        return self._variables

    def row(self) -> int:
        """Returns its row in the mechanism's table; raises if it has been taken out."""
        segment = self._segment
        start = segment.living().mechanisms.get(self._name)
        if start is None:
            raise ReferenceError("mechanism instance is invalid")
        return start + segment.inner_slot() - 1

    def __getattr__(self, name: str) -> Any:
        variable = self._variables.get(name)
        if variable is not None:
            if variable.length:
                return RangeVar(self, variable)
            return self.session.model.tables[self._name].column(name).item(self.row())
        if name.startswith("_ref_") and name[5:] in self.variables():
            self.row()
            segment = self._segment
            return self.session.model.segment_reference(segment.living(), segment.inner_slot(), self._name, name[5:])
        procedure = None if self.is_ion() else self.session.library.get(self._name).functions.get(name)
        if procedure is not None:
            return MechanismFunction(self, procedure)
        raise AttributeError(f"'nrn.Mechanism' object has no attribute '{name}'")

    def __setattr__(self, name: str, value: Any) -> None:
        variable = self._variables.get(name)
        if variable is None:
            raise AttributeError(f"'nrn.Mechanism' object has no attribute '{name}'")
        if variable.length:
            raise IndexError("missing index")
        self.session.model.tables[self._name].edit(name)[self.row()] = _value(value, variable.unit)

    def __iter__(self) -> Iterator[RangeVar]:
        return (RangeVar(self, variable) for variable in self.variables().values())

    def __repr__(self) -> str:
        return self.name()

    def __dir__(self) -> list[str]:
        functions = () if self.is_ion() else self.session.library.get(self._name).functions
        return sorted([*self.variables(), *functions, "is_ion", "name", "segment"])


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


class MechanismFunction:
    """A FUNCTION or PROCEDURE of a mechanism at one segment."""

    __slots__ = ("_mechanism", "_procedure")

    def __init__(self, mechanism: Mechanism, procedure: Any) -> None:
        self._mechanism, self._procedure = mechanism, procedure

    def name(self) -> str:
        """Returns its name with the mechanism's."""
        return f"{self._procedure.name}_{self._mechanism.name()}"

    def mech(self) -> Mechanism:
        """Returns the mechanism."""
        return self._mechanism

    def __call__(self, *arguments: Any) -> float:
        mechanism = self._mechanism
        segment = mechanism.segment()
        place = segment.living(), segment.inner_slot()
        return mechanism.session.interface.call_procedure(mechanism.name(), self._procedure, mechanism.row(), place, arguments)  # type: ignore[no-any-return]

    def __repr__(self) -> str:
        return f"{self._procedure.name}_{self._mechanism.name()}()"


def _value(value: Any, unit: str) -> float:
    if isinstance(value, float | int):
        return float(value)
    if not (is_number(value) or is_quantity(value)):
        raise ValueError("must be a double")
    return number(value, unit)
