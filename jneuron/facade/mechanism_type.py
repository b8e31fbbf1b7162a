"""`h.MechanismType`: the mechanisms that there are; `MechanismType(0)` are the density mechanisms, 1 the point processes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jneuron.facade.calls import Arguments, HocMethodsObject, Refusal, attach, check_keywords, really, refuse
from jneuron.facade.current_section import current_section
from jneuron.ir.kinds import MechanismKind

DENSITY, POINT = 0, 1
FIRST_TYPE = 2
"""NEURON's number of the first mechanism, morphology."""


class MechanismType(HocMethodsObject):
    """NEURON's MechanismType.

    Attributes:
        kind: DENSITY or POINT.
        selection: Index of the selected mechanism, -1 for none.
        walk: The point processes that `pp_next` has yet to return.
    """

    hoc_name = "MechanismType"
    __slots__ = ("kind", "selection", "walk")
    kind: int
    selection: int
    walk: list[Any]

    def __init__(self, *values: Any, **keywords: Any) -> None:
        check_keywords(keywords)
        super().__init__()
        try:
            kind = int(Arguments("MechanismType", values).checked(0, DENSITY, POINT))
        except Refusal as refusal:
            refuse(refusal, "MechanismType", values)
        object.__setattr__(self, "kind", kind)
        object.__setattr__(self, "selection", 0)
        object.__setattr__(self, "walk", [])

    def names(self) -> list[str]:
        """Returns the mechanisms of this kind, in NEURON's order."""
        library = self.session.library
        kinds = (MechanismKind.DENSITY,) if self.kind == DENSITY else (MechanismKind.POINT, MechanismKind.ARTIFICIAL)
        return [name for name in library if library.kind(name) in kinds]

    def chosen(self) -> str:
        """Returns the name of the selected mechanism, empty for none."""
        return self.names()[self.selection] if self.selection >= 0 else ""

    def at(self, given: Arguments) -> str:
        """Returns the mechanism with the given index."""
        names = self.names()
        return names[int(given.checked(0, 0, len(names) - 1))]


def _count(types: MechanismType, given: Arguments) -> int:
    """Returns the number of mechanisms."""
    return len(types.names())


def _select(types: MechanismType, given: Arguments) -> float:
    """`select(index)`, `select("name")`: selects a mechanism; an unknown name changes nothing, -1 selects none."""
    names = types.names()
    if given.is_string(0):
        if given.string(0) in names:
            object.__setattr__(types, "selection", names.index(given.string(0)))
    elif given.is_number(0):
        object.__setattr__(types, "selection", int(given.checked(0, -1, len(names) - 1)))
    else:
        given.any(0)
    return 0.0


def _selected(types: MechanismType, given: Arguments) -> int:
    """`selected([string])`: returns the index of the selected mechanism, and writes its name."""
    if given.values:
        given.string(0)
        target = given.values[0]
        if isinstance(target, str):
            raise Refusal(f"bad stack access: expecting char**; really {really(target)}")
        target[0] = types.chosen()
    return types.selection


def _make(types: MechanismType, given: Arguments) -> float:
    """Inserts the density mechanism into the currently accessed section; `make(reference)`: makes a point process."""
    name = types.chosen()
    if types.kind == DENSITY:
        types.session.insert(current_section(types.session), name)
        return 0.0
    place = given.any(0)
    place[0] = types.session.interface.point_process_class(name)()
    return 0.0


def _remove(types: MechanismType, given: Arguments) -> float:
    """Takes the density mechanism out of the currently accessed section."""
    if types.kind == DENSITY:
        types.session.interface.section(current_section(types.session)).uninsert(types.chosen())
    return 0.0


def _pp_begin(types: MechanismType, given: Arguments) -> Any:
    """Returns the first point process of the selected type on the currently accessed section, or None."""
    if types.kind != POINT:
        raise Refusal("Not a MechanismType(1)")
    section, name = current_section(types.session), types.chosen()
    here = [decl for decl in section.point_processes if decl.type.name == name]
    outward = 1 if section.child_x == 0.0 else -1
    here.sort(key=lambda decl: (outward * decl.slot, -decl.arrival))
    handles = [types.session.interface.point_process(decl) for decl in here]
    types.walk[:] = [handle for handle in handles if handle is not None]
    return _pp_next(types, given)


def _pp_next(types: MechanismType, given: Arguments) -> Any:
    """Returns the next point process after `pp_begin`, or None."""
    return types.walk.pop(0) if types.walk else None


def _internal_type(types: MechanismType, given: Arguments) -> float:
    """Returns NEURON's number of the selected mechanism."""
    return float(FIRST_TYPE + list(types.session.library).index(types.chosen()))


def _is_artificial(types: MechanismType, given: Arguments) -> bool:
    """`is_artificial(index)`: tells whether a mechanism is an artificial cell."""
    return types.session.library.kind(types.at(given)) is MechanismKind.ARTIFICIAL  # type: ignore[no-any-return]


def _is_netcon_target(types: MechanismType, given: Arguments) -> bool:
    """`is_netcon_target(index)`: tells whether a mechanism receives events."""
    name = types.at(given)
    return not _is_native(name) and types.session.library.get(name).net_receive is not None


def _has_net_event(types: MechanismType, given: Arguments) -> bool:
    """`has_net_event(index)`: tells whether a mechanism sends events."""
    name = types.at(given)
    if _is_native(name):
        return False
    type_ = types.session.library.get(name)
    kernels = [*type_.kernels.values(), *([type_.net_receive.kernel] if type_.net_receive is not None else [])]
    return any("@event" in kernel.writes for kernel in kernels)


def _is_native(name: str) -> bool:
    return name.endswith("_ion") or name in ("morphology", "capacitance", "extracellular")


def _is_ion(types: MechanismType, given: Arguments) -> bool:
    """Tells whether the selected mechanism is an ion."""
    return types.kind == DENSITY and types.chosen().endswith("_ion")


def _file(types: MechanismType, given: Arguments) -> str:
    """Returns the path of the selected mechanism's .mod file, empty for what has none."""
    name = types.chosen()
    return "" if _is_native(name) else types.session.library.get(name).source  # type: ignore[no-any-return]


def _code(types: MechanismType, given: Arguments) -> str:
    """Returns the text of the selected mechanism's .mod file, empty for what has none."""
    path = _file(types, given)
    return Path(path).read_text(encoding="utf-8", errors="replace") if path else ""


def _action(types: MechanismType, given: Arguments) -> float:
    """`action("statement")`: what a menu would execute when a mechanism is chosen there."""
    given.any(0)
    if not given.is_string(0):
        given.object(0)
    return 0.0


def _menu(types: MechanismType, given: Arguments) -> float:
    """Would build a menu; without a display it does nothing."""
    return 0.0


attach(
    MechanismType,
    {
        "count": _count,
        "select": _select,
        "selected": _selected,
        "make": _make,
        "remove": _remove,
        "pp_begin": _pp_begin,
        "pp_next": _pp_next,
        "internal_type": _internal_type,
        "is_artificial": _is_artificial,
        "is_netcon_target": _is_netcon_target,
        "has_net_event": _has_net_event,
        "is_ion": _is_ion,
        "file": _file,
        "code": _code,
        "action": _action,
        "menu": _menu,
    },
)
# hoc passes the variable itself, to be assigned
MechanismType.make.takes_boxes = True  # type: ignore[attr-defined]
