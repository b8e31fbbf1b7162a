"""`h.MechanismStandard`: a set of values for the variables of a mechanism, to be copied to and from its instances."""

from __future__ import annotations

from typing import Any, NamedTuple

from jneuron.facade.calls import Arguments, HocMethodsObject, Refusal, attach, check_keywords, is_number, really, refuse
from jneuron.facade.current_section import current_section
from jneuron.facade.point_process import PointProcess
from jneuron.facade.segment import Segment
from jneuron.ir.kinds import MechanismKind, VariableKind
from jneuron.model.section import SectionDecl

GLOBALS, ALL, PARAMETERS, ASSIGNED, STATES = -1, 0, 1, 2, 3
NO_COLUMN = ""
KINDS = {
    PARAMETERS: (VariableKind.PARAMETER,),
    ASSIGNED: (VariableKind.ASSIGNED,),
    STATES: (VariableKind.STATE,),
    ALL: (VariableKind.PARAMETER, VariableKind.ASSIGNED, VariableKind.STATE, VariableKind.RANDOM),
}
"""The kinds of variables by NEURON's number, in its order."""
ION_KINDS = {PARAMETERS: ("{}o",), ASSIGNED: ("i{}", "di{}_dv_"), STATES: (), ALL: ("e{}", "{}i", "{}o", "i{}", "di{}_dv_")}
"""Likewise for an ion, whose reversal potential and inner concentration NEURON counts to no kind once there is a section."""
ION_KINDS_WITHOUT_SECTIONS = ION_KINDS | {PARAMETERS: ("e{}", "{}i", "{}o")}
SODIUM = {"ena": 50.0, "nai": 10.0, "nao": 140.0}
"""A new set's values for sodium; for any other ion its concentrations are 1 and all else 0."""


class Entry(NamedTuple):
    """One variable.

    Attributes:
        name: As the user writes it.
        column: As the mechanism's table has it; NO_COLUMN for what is not copied to and from instances.
        length: Number of elements; 1 for a scalar.
        is_array: Whether it is indexed.
        start: Where its values lie among those of the set.
    """

    name: str
    column: str
    length: int
    is_array: bool
    start: int


class MechanismStandard(HocMethodsObject):
    """NEURON's MechanismStandard: `MechanismStandard("hh")` holds the parameters of hh with their defaults.

    A second number picks other variables: 2 assigned, 3 states, 0 all, -1 globals (their names only).

    Attributes:
        mechanism: The mechanism's name.
        entries: Its variables.
        values: Their values, one after another.
    """

    hoc_name = "MechanismStandard"
    __slots__ = ("entries", "mechanism", "values")
    mechanism: str
    entries: list[Entry]
    values: list[float]

    def __init__(self, *values: Any, **keywords: Any) -> None:
        check_keywords(keywords)
        super().__init__()
        given = Arguments("MechanismStandard", values)
        try:
            self._open(given)
        except Refusal as refusal:
            refuse(refusal, "MechanismStandard", values)

    def _open(self, given: Arguments) -> None:
        name = given.string(0)
        library = self.session.library
        if name not in library or library.kind(name) is MechanismKind.FUNCTIONS:
            raise Refusal(f"{name} is not a Mechanism or Point Process")
        self.session.interface.know(name)
        kind = int(given.checked(1, GLOBALS, STATES, PARAMETERS))
        write = object.__setattr__
        write(self, "mechanism", name)
        entries, values = _globals(self.session, name) if kind == GLOBALS else _variables(self.session, name, kind)
        write(self, "entries", entries)
        write(self, "values", values)

    @property
    def is_global(self) -> bool:
        """Whether it stands for globals, of which it knows the names only."""
        return not self.values and bool(self.entries)

    def place(self, given: Arguments, index: int) -> tuple[Entry, int]:
        """Returns the variable of a given name, and where the value with index argument `index` lies."""
        name = given.string(0)
        entry = next((entry for entry in self.entries if entry.name == name), None)
        if entry is None:
            raise Refusal(f"{name} not in this property")
        if self.is_global:
            raise Refusal(f"{given.method}  MechanismStandard method not implemented for GLOBAL type")
        return entry, entry.start + int(given.number(index, 0.0))


def _variables(session: Any, name: str, kind: int) -> tuple[list[Entry], list[float]]:
    type_ = session.library.get(name)
    if name.endswith("_ion"):
        ion = name.removesuffix("_ion")
        kinds = ION_KINDS if session.model.sections else ION_KINDS_WITHOUT_SECTIONS
        wanted = [pattern.format(ion) for pattern in kinds[kind]]
        # NEURON copies an ion's variables all together or not at all
        copied = kind == ALL
        defaults = dict.fromkeys(wanted, 0.0) | {f"{ion}i": 1.0, f"{ion}o": 1.0} | (SODIUM if ion == "na" else {})
        found = [(each, each if copied else NO_COLUMN, 0, defaults[each]) for each in wanted]
    else:
        is_density = type_.kind is MechanismKind.DENSITY and name not in ("morphology", "capacitance", "extracellular")
        suffix = f"_{name}" if is_density else ""
        found = [
            (v.name + suffix, v.name if v.kind is not VariableKind.RANDOM else NO_COLUMN, v.length, v.default)
            for wanted_kind in KINDS[kind]
            for v in type_.variables
            if v.kind is wanted_kind and v.visible
        ]
    entries: list[Entry] = []
    values: list[float] = []
    for shown, column, length, default in found:
        entries.append(Entry(shown, column, max(length, 1), length > 0, len(values)))
        values += [default] * max(length, 1)
    return entries, values


def _globals(session: Any, name: str) -> tuple[list[Entry], list[float]]:
    shared = [variable for variable in session.library.get(name).globals if variable.visible]
    return [Entry(f"{v.name}_{name}", v.name, max(v.length, 1), v.length > 0, 0) for v in shared], []


# ---- copying


def _rows(standard: MechanismStandard, given: Arguments, kinds: str) -> list[int] | None:
    """Returns the rows of the mechanism's table that a call means; None where another MechanismStandard is meant.

    They are those of a point process, of a segment, of x on the currently accessed section, or of all its segments.
    """
    if not given.values:
        section = current_section(standard.session)
        return _of_section(standard, section, range(1, section.nseg + 1))
    target = given.values[0]
    if is_number(target):
        section = current_section(standard.session)
        return _at(standard, section, given.checked(0, 0.0, 1.0))
    if isinstance(target, MechanismStandard):
        return None
    if isinstance(target, PointProcess):
        return [target.decl.row] if target.hoc_name == standard.mechanism else []
    if isinstance(target, Segment):
        return _at(standard, target.living(), target.x)
    if given.object(0) is None:
        raise Refusal("bad stack access: expecting Object**; really Object* 0 -> NULLobject")
    raise Refusal(f"Object arg must be {kinds}, not {standard.hname()}")


def _at(standard: MechanismStandard, section: SectionDecl, x: float) -> list[int]:
    slot = min(max(section.slot(x), 1), section.nseg)
    return _of_section(standard, section, range(slot, slot + 1))


def _of_section(standard: MechanismStandard, section: SectionDecl, slots: range) -> list[int]:
    start = section.mechanisms.get(standard.mechanism)
    return [] if start is None else [start + slot - 1 for slot in slots]


def _in(standard: MechanismStandard, given: Arguments) -> float:
    """`in([x | segment | process | standard])`: takes over the values of an instance, or of the first segment of a section."""
    rows = _rows(standard, given, "MechanismStandard or a Point Process or a nrn.Segment")
    if rows is None:
        _copy(given.values[0], standard)
    elif rows:
        table = standard.session.model.tables[standard.mechanism]
        for entry in filter(lambda entry: entry.column, standard.entries):
            column = table.column(entry.column)[..., rows[0]]
            standard.values[entry.start : entry.start + entry.length] = column.reshape(-1).tolist()
    return 0.0


def _out(standard: MechanismStandard, given: Arguments) -> float:
    """`out([x | segment | process | standard])`: gives an instance, or all segments of a section, the values."""
    rows = _rows(standard, given, "MechanismStandard or a Point Process")
    if rows is None:
        _copy(standard, given.values[0])
        return 0.0
    for row in rows:
        _write(standard, row)
    if rows and standard.mechanism == "morphology":
        standard.session.model.changes.geometry += 1
    return 0.0


def _write(standard: MechanismStandard, row: int) -> None:
    table = standard.session.model.tables[standard.mechanism]
    for entry in filter(lambda entry: entry.column, standard.entries):
        column = table.edit(entry.column)
        values = standard.values[entry.start : entry.start + entry.length]
        if entry.is_array:
            column[:, row] = values
        else:
            column[row] = values[0]


def _copy(source: MechanismStandard, target: MechanismStandard) -> None:
    if source.mechanism != target.mechanism:
        return
    known = {entry.name: entry for entry in source.entries}
    for entry in target.entries:
        other = known.get(entry.name)
        if other is not None and source.values and target.values:
            values = source.values[other.start : other.start + other.length]
            target.values[entry.start : entry.start + entry.length] = values


# ---- single values


def _get(standard: MechanismStandard, given: Arguments) -> float:
    """`get("name"[, index])`: returns a value."""
    _, place = standard.place(given, 1)
    return standard.values[place] if 0 <= place < len(standard.values) else 0.0


def _set(standard: MechanismStandard, given: Arguments) -> float:
    """`set("name", value[, index])`: sets a value."""
    given.string(0)
    value = given.number(1)
    entry, place = standard.place(given, 2)
    if entry.start <= place < entry.start + entry.length:
        standard.values[place] = value
    return 0.0


def _count(standard: MechanismStandard, given: Arguments) -> int:
    """Returns the number of variables."""
    return len(standard.entries)


def _entry(standard: MechanismStandard, given: Arguments, index: int) -> Entry:
    return standard.entries[int(given.checked(index, 0, len(standard.entries) - 1))]


def _name(standard: MechanismStandard, given: Arguments) -> int:
    """`name(string)`: writes the mechanism's name; `name(string, i)`: that of variable i, and returns its length."""
    given.string(0)
    target = given.any(0)
    entry = _entry(standard, given, 1) if given.has(1) else None
    if isinstance(target, str):
        raise Refusal(f"bad stack access: expecting char**; really {really(target)}")
    target[0] = standard.mechanism if entry is None else entry.name
    return 0 if entry is None else entry.length


def _is_array(standard: MechanismStandard, given: Arguments) -> bool:
    """`is_array(i)`: tells whether variable i is an array."""
    return _entry(standard, given, 0).is_array


def _action(standard: MechanismStandard, given: Arguments) -> float:
    """`action("statement")`: what a panel would execute when a value is changed there."""
    if not given.is_string(0):
        given.object(0)
    return 0.0


def _nothing(standard: MechanismStandard, given: Arguments) -> float:
    """Does nothing without a display."""
    return 0.0


attach(
    MechanismStandard,
    {
        "in": _in,
        "_in": _in,
        "out": _out,
        "get": _get,
        "set": _set,
        "count": _count,
        "name": _name,
        "is_array": _is_array,
        "action": _action,
        "panel": _nothing,
        "save": _nothing,
    },
)
