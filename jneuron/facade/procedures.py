"""FUNCTIONs and PROCEDUREs of mechanisms, called from the host."""

from __future__ import annotations

from contextlib import nullcontext
from types import ModuleType
from typing import TYPE_CHECKING, Any

from jneuron.base.errors import HocError
from jneuron.base.random123 import FROM_OBJECT
from jneuron.facade import function_tables
from jneuron.facade.calls import Arguments, Refusal
from jneuron.geometry.segments import refresh
from jneuron.lower.tables import TableAtCall
from jneuron.model.random_settings import WORD_ROW
from jneuron.model.section import SectionDecl

if TYPE_CHECKING:
    from jneuron.ir.mechanism_type import Procedure

GLOBAL_NAMES = ("t", "dt", "celsius", "secondorder")


def call(
    session: Any,
    mechanism: str,
    procedure: Procedure,
    *,
    row: int,
    place: tuple[SectionDecl, int] | None,
    arguments: tuple[Any, ...],
    name: str = "",
) -> float:
    """Calls a FUNCTION or PROCEDURE of one instance, and writes back the variables it sets.

    Args:
        row: Row of the instance in the mechanism's table; -1 where no instance has been chosen (setdata).
        place: Section and slot of the instance; None for an artificial cell.
        name: What the user called it, for messages.

    Raises:
        Refusal: An argument is missing or is no number.
    """
    given = Arguments(name or procedure.name, arguments)
    if procedure.fills:
        n_argument = session.library.get(mechanism).function_tables[procedure.fills]
        return function_tables.fill(session, mechanism, procedure.fills, n_argument, given)
    values = [given.number(place) for place in range(len(procedure.arguments))]
    read = procedure.kernel.reads
    columns = {name: _read(session, mechanism, row, place, name) for name in read}
    with session.library.services.called_with(given) if procedure.on_host else nullcontext():
        value, outputs = _support().call_procedure(procedure, columns, *values)
    for name, new in outputs.items():
        if name.startswith("@"):
            _queue(session, mechanism, row, new)
        else:
            _write(session, mechanism, row, name, new)
    return 1.0 if procedure.is_procedure else value


def _read(session: Any, mechanism: str, row: int, place: tuple[SectionDecl, int] | None, name: str) -> Any:
    model = session.model
    if name in GLOBAL_NAMES:
        return session.hoc(name)
    table = model.tables.get(f"{mechanism}@global")
    if table is not None and name in table:
        return table.column(name)[..., 0]
    if row >= 0 and name in model.tables.get(mechanism, ()):
        return model.tables[mechanism].column(name)[..., row]
    type_ = session.library.get(mechanism)
    for entry in type_.tables:
        if entry.key == name and entry.at_call:
            return TableAtCall(session.simulation.table_store, type_, entry, 1)
        if entry.key == name:
            depends = {each: _read(session, mechanism, row, place, each) for each in entry.fill.reads | entry.limits.reads}
            limits = _support().run_kernel(entry.limits, depends)
            return _support().run_kernel(entry.fill, {**depends, **limits})[name]
    if (mechanism, name.removeprefix("table ")) in model.function_tables:
        return model.function_tables[mechanism, name.removeprefix("table ")].filled()
    if name.removeprefix("table ") in type_.function_tables:
        raise Refusal("table not specified in hoc_func_table")
    if place is not None and place[0] is not None:
        return _of_place(model, place, name)
    raise HocError(f"hocobj_call error: hoc_execerror: {mechanism}: no instance chosen (setdata) that has a {name}")


def _queue(session: Any, mechanism: str, row: int, requests: tuple[Any, ...]) -> None:
    """Sends the events that C code asked for: (delay, flag) of self events, (time,) of those that it emits."""
    events = session.simulation.host_events()
    for request in requests:
        if len(request) == 2:
            events.send_self((mechanism, row), session.t + request[0], request[1], 0)
        else:
            events.fire_instance(mechanism, row, request[0])


def _of_place(model: Any, place: tuple[SectionDecl, int], name: str) -> float:
    section, slot = place
    if name == "v":
        row = model.node_row(section, slot)
        return float(model.tables["node"].column("v")[row])
    inner = min(max(slot, 1), section.nseg)
    if name in ("diam", "area"):
        refresh(model, section)
        if name == "area":
            return float(model.tables["node"].column("area")[section.node_start + slot])
        return float(model.tables["morphology"].column("diam")[section.mechanisms["morphology"] + inner - 1])
    for ion in model.ions.names():
        table = model.tables[f"{ion}_ion"]
        if name in table and table.name in section.mechanisms:
            return float(table.column(name)[section.mechanisms[table.name] + inner - 1])
    raise HocError(f"hocobj_call error: hoc_execerror: there is no {name} at {section.name}")


def _write(session: Any, mechanism: str, row: int, name: str, value: Any) -> None:
    model = session.model
    table = model.tables.get(f"{mechanism}@global")
    if table is not None and name in table:
        table.edit(name)[..., 0] = value
    elif row >= 0 and name in model.tables.get(mechanism, ()):
        table = model.tables[mechanism]
        if name in table.streams and FROM_OBJECT in (value[WORD_ROW], table.column(name)[WORD_ROW, row]):
            # whether the host has to draw is a matter of structure
            model.changes.mark_topology()
        table.edit(name)[..., row] = value


def _support() -> ModuleType:
    # lazily: the interface starts without the compiler's modules
    from jneuron.nmodl import support

    return support
