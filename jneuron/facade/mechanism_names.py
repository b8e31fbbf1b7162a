"""What mechanisms bring to the top level: `usetable_hh`, `rates_hh(-65)`, `setdata_hh(segment)`, `nai0_na_ion`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from jneuron.facade import procedures
from jneuron.facade.calls import Arguments, Refusal, refuse
from jneuron.facade.geometry_functions import place_of
from jneuron.ir.kinds import MechanismKind
from jneuron.model.references import ColumnReference
from jneuron.model.section import SectionDecl

if TYPE_CHECKING:
    from jneuron.ir.mechanism_type import Procedure


def global_reference(session: Any, name: str) -> ColumnReference | None:
    """Returns the place of a global variable of a mechanism, such as `usetable_hh`, or None."""
    for mechanism, variable in _splits(session, name):
        session.interface.know(mechanism)
        table = session.model.tables.get(f"{mechanism}@global")
        if table is not None and variable in table:
            visible = {g.name for g in session.library.get(mechanism).globals if g.visible}
            if variable in visible:
                return ColumnReference(table, variable, 0)
    return None


def ion_concentration(session: Any, name: str) -> tuple[Any, str] | None:
    """Returns the ion and the attribute of an initial concentration such as `nai0_na_ion`, or None."""
    variable, separator, ion_name = name.partition("0_")
    if not separator or not session.interface.names.is_ion(ion_name):
        return None
    ion = session.interface.ion(ion_name)
    attribute = {f"{ion.name}i": "inner", f"{ion.name}o": "outer"}.get(variable)
    return (ion, attribute) if attribute is not None else None


def mechanism_function(session: Any, name: str) -> MechanismCall | None:
    """Returns `rates_hh`, `setdata_hh` and the like, or None."""
    for mechanism, function in _splits(session, name):
        kind = session.library.kind(mechanism)
        if kind is MechanismKind.DENSITY and function == "setdata" and not mechanism.endswith("_ion"):
            return _setdata(session, mechanism)
        if kind in (MechanismKind.DENSITY, MechanismKind.FUNCTIONS):
            procedure = session.library.get(mechanism).functions.get(function)
            if procedure is not None:
                session.interface.know(mechanism)
                return _caller(session, mechanism, procedure, name)
    return None


def _splits(session: Any, name: str) -> list[tuple[str, str]]:
    # (mechanism, variable) for each way to take a mechanism's name off the end
    library = session.library
    positions = [i for i, letter in enumerate(name) if letter == "_" and i > 0]
    found = [(name[i + 1 :], name[:i]) for i in positions if name[i + 1 :] in library]
    return found + [(each, name) for each in library.bringing(name)]


class MechanismCall:
    """`h.rates_hh` or `h.setdata_hh`."""

    def __init__(self, name: str, doc: str, body: Callable[[tuple[Any, ...], dict[str, Any]], float]) -> None:
        self._body = body
        self.__name__, self.__doc__ = name, doc

    def __call__(self, *values: Any, **keywords: Any) -> float:
        try:
            return self._body(values, keywords)
        except Refusal as refusal:
            refuse(refusal, self.__name__, values)

    def __repr__(self) -> str:
        return f"{self.__name__}()"


def _setdata(session: Any, mechanism: str) -> MechanismCall:
    name = f"setdata_{mechanism}"

    def setdata(values: tuple[Any, ...], keywords: dict[str, Any]) -> float:
        from_keyword = session.interface.section_from(keywords)
        place = place_of(session, Arguments(name, values), 0, from_keyword)
        if mechanism not in place.section.mechanisms:
            raise Refusal("")
        session.interface.data[mechanism] = place.section, min(max(place.slot, 1), place.section.nseg)
        return 1.0

    return MechanismCall(name, f"Chooses the segment whose {mechanism} the functions of {mechanism} work on.", setdata)


def _caller(session: Any, mechanism: str, procedure: Procedure, name: str) -> MechanismCall:
    # what touches an instance needs to be told which one
    kernel = procedure.kernel
    own = {variable.name for variable in session.library.get(mechanism).variables} | {"v", "diam", "area"}
    # C may touch anything that an instance has
    has_data = bool(session.library.get(mechanism).variables) and session.library.kind(mechanism) is MechanismKind.DENSITY
    needs_instance = bool((kernel.reads | kernel.writes) & own) or (procedure.on_host and has_data)

    def call(values: tuple[Any, ...], keywords: dict[str, Any]) -> float:
        place: tuple[SectionDecl, int] | None = session.interface.data.get(mechanism)
        row = -1
        if place is not None and place[0].alive and mechanism in place[0].mechanisms:
            row = place[0].mechanisms[mechanism] + place[1] - 1
        elif needs_instance:
            raise Refusal(
                f"No data for {name}. Requires prior call to setdata_{mechanism}"
                " and that the specified mechanism instance still be in existence."
            )
        section = session.interface.section_from(keywords)
        session.section_stack += [] if section is None else [section]
        try:
            return procedures.call(session, mechanism, procedure, row=row, place=place, arguments=values, name=name)
        finally:
            del session.section_stack[len(session.section_stack) - (section is not None) :]

    word = "PROCEDURE" if procedure.is_procedure else "FUNCTION"
    return MechanismCall(name, f"The {word} {procedure.name}({', '.join(procedure.arguments)}) of {mechanism}.", call)
