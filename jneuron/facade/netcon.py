"""`h.NetCon`: a connection from a source of events to a point process.

All NetCons that watch one variable share one source, and with it the threshold and what it records.
"""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from typing import Any

from jneuron.facade import objects
from jneuron.facade.callbacks import callback
from jneuron.facade.calls import Arguments, HocMethodsObject, Refusal, attach, is_reference, refuse
from jneuron.facade.current_section import current_section, section_keyword
from jneuron.facade.implements import implements
from jneuron.facade.objects import HocObject
from jneuron.facade.point_process import PointProcess, real
from jneuron.model.network import NetConDecl, SourceDecl
from jneuron.model.point_process import PointProcessDecl
from jneuron.model.references import DEAD, ColumnReference
from jneuron.model.section import SectionDecl

DEFAULT_THRESHOLD = 10.0
LONGEST_DELAY = 1e15
FOREIGN_POINTER = (
    "NetCon  pointer not associated with currently accessed section\n"
    "Use section ... (&var(x)...) intead of ...(&section.var(x)...)\n"
)
NOT_INITIALIZED = "nrn_thread_not_initialized_for_nc_target"


@implements("NetCon", "NetCon.weight", "NetCon.delay", "NetCon.threshold", "NetCon.x")
class NetCon(HocMethodsObject):
    """A connection: `NetCon(segment._ref_v, synapse, sec=section)` or `NetCon(cell, synapse)`.

    Three numbers may follow: threshold [mV], delay [ms], weight.
    """

    hoc_name = "NetCon"
    __slots__ = ("_own_threshold", "decl")
    decl: NetConDecl
    _own_threshold: float

    def __init__(self, *values: Any, **keywords: Any) -> None:
        section = None
        if keywords:
            given: Any = keywords.get("sec")
            if type(given) is self.session.interface.Section and given.decl.alive and len(keywords) == 1:
                section = given.decl
            else:
                section = section_keyword(self.session, keywords)
        HocObject.__init__(self)
        n_value = len(values)
        if n_value == 2:
            if self._connects_plainly(values[0], values[1], section, None):
                return
        elif n_value == 5 and self._connects_plainly(values[0], values[1], section, values[2:]):
            return
        try:
            self._connect(Arguments("NetCon", values), section)
        except Refusal as refusal:
            refuse(refusal, "NetCon", values)

    @classmethod
    def between(cls, source: SourceDecl, target: PointProcess, numbers: tuple[float, ...]) -> NetCon:
        """Returns a new connection of a source and a target fit for it, with threshold, delay and weight or without."""
        self = cls.__new__(cls)
        HocObject.__init__(self)
        model = cls.session.model
        decl = model.create_netcon(source, target.decl)
        _set_decl(self, decl)
        if numbers:
            model.set_connection(decl, numbers)
        return self

    def _connects_plainly(self, sender: Any, target: Any, section: SectionDecl | None, numbers: Any) -> bool:
        """Connects a cell or a variable of the section that is meant with a target, as nearly all do; tells if it could."""
        if not can_receive(target) or (numbers is not None and not are_in_order(numbers)):
            return False
        session = self.session
        model = session.model
        if type(sender) is ColumnReference:
            if section is None:
                stack = session.section_stack
                if not stack:
                    return False
                section = stack[-1]
            if sender.owner is not section or not section.alive or sender.row == DEAD:
                return False
            source = model.source_of_variable(sender, section)
        elif isinstance(sender, PointProcess):
            source = model.source_of_process(sender.decl)
        else:
            return False
        decl = model.create_netcon(source, target.decl)
        _set_decl(self, decl)
        if numbers is not None:
            model.set_connection(decl, numbers)
        return True

    def _connect(self, given: Arguments, section: SectionDecl | None) -> None:
        values, model = given.values, self.session.model
        first = values[0] if values else given.any(0)
        variable = process = source = None
        if isinstance(first, PointProcess):
            process = first.decl
        elif first is not None:
            section = section or current_section(self.session)
            variable = _watched(model, given, section)
        target, n_value = _target(given, 1), len(values)
        numbers = (given.number(2), given.checked(3, 0.0, LONGEST_DELAY), given.number(4)) if n_value > 2 else None

        # nothing is declared before everything has been checked
        if process is not None:
            source = model.source_of_process(process)
        elif variable is not None:
            source = model.source_of_variable(variable, section)
        decl = model.create_netcon(source, target)
        _set_decl(self, decl)
        if numbers is not None:
            self.threshold, self.delay = numbers[0], numbers[1]
            if decl.n_weight:
                model.tables["weight"].edit("weight")[decl.weight_start] = numbers[2]

    def __del__(self) -> None:
        if objects.leaving():
            return
        decl = getattr(self, "decl", None)
        if decl is not None:
            self.session.model.delete_netcon(decl)
        super().__del__()

    # ---- attributes

    @property
    def delay(self) -> float:
        """Delay [ms]."""
        return self.session.model.tables["netcon"].column("delay").item(self.decl.row)  # type: ignore[no-any-return]

    @delay.setter
    def delay(self, value: Any) -> None:
        self.session.model.tables["netcon"].edit("delay")[self.decl.row] = real(value, "ms")

    @property
    def threshold(self) -> float:
        """Value that the watched variable has to rise above, common to all NetCons that watch it."""
        source = self.decl.source
        if source is None:
            return getattr(self, "_own_threshold", DEFAULT_THRESHOLD)
        return self.session.model.tables["source"].column("threshold").item(source.row)  # type: ignore[no-any-return]

    @threshold.setter
    def threshold(self, value: Any) -> None:
        new, source = real(value, "mV"), self.decl.source
        if source is None:
            object.__setattr__(self, "_own_threshold", new)
        else:
            self.session.model.tables["source"].edit("threshold")[source.row] = new

    @property
    def weight(self) -> Weights:
        """The weight vector: `nc.weight[0]`."""
        return Weights(self)

    @weight.setter
    def weight(self, value: Any) -> None:
        raise TypeError("'weight' requires subscript for assignment")

    @property
    def x(self) -> float:
        """The watched variable."""
        source = self.decl.source
        return source.variable.get() if source is not None and source.variable is not None else 0.0

    @x.setter
    def x(self, value: Any) -> None:
        source = self.decl.source
        if source is not None and source.variable is not None:
            source.variable.set(real(value, ""))

    @property
    def _ref_weight(self) -> WeightReferences:
        return WeightReferences(self)

    @property
    def _ref_delay(self) -> ColumnReference:
        return ColumnReference(self.session.model.tables["netcon"], "delay", self.decl.row, 0, self.decl)

    @property
    def _ref_threshold(self) -> ColumnReference:
        source = self.decl.source
        if source is None:
            raise AttributeError("'hoc.NetCon' object has no attribute '_ref_threshold'")
        return ColumnReference(self.session.model.tables["source"], "threshold", source.row, 0, source)

    @property
    def _ref_x(self) -> ColumnReference:
        source = self.decl.source
        if source is None or source.variable is None:
            raise AttributeError("'hoc.NetCon' object has no attribute '_ref_x'")
        return source.variable


# past the class's own __setattr__, which is for users
_set_decl: Callable[[NetCon, NetConDecl], None] = NetCon.__dict__["decl"].__set__


class Weights:
    """The weight vector of a NetCon."""

    __slots__ = ("_netcon",)

    def __init__(self, netcon: NetCon) -> None:
        self._netcon = netcon

    def __len__(self) -> int:
        return self._netcon.decl.n_weight

    def row(self, index: Any) -> int:
        """Returns the row of an element in the table of weights; raises where there is none."""
        if not hasattr(type(index), "__index__"):
            raise TypeError(f"sequence index must be integer, not '{type(index).__name__}'")
        position = index.__index__()
        decl = self._netcon.decl
        if not 0 <= position < decl.n_weight:
            raise IndexError(f"{self._netcon.hname()}.weight")
        return decl.weight_start + int(position)

    def __getitem__(self, index: Any) -> float:
        return self._netcon.session.model.tables["weight"].column("weight").item(self.row(index))  # type: ignore[no-any-return]

    def __setitem__(self, index: Any, value: Any) -> None:
        new = value if type(value) is float else real(value, "")
        self._netcon.session.model.tables["weight"].edit("weight")[self.row(index)] = new

    def __repr__(self) -> str:
        return f"{self._netcon.hname()}.weight[?]"


class WeightReferences:
    """`nc._ref_weight`: a reference that lacks its index yet."""

    __slots__ = ("_netcon",)

    def __init__(self, netcon: NetCon) -> None:
        self._netcon = netcon

    def __getitem__(self, index: Any) -> ColumnReference:
        row = Weights(self._netcon).row(index)
        return ColumnReference(self._netcon.session.model.tables["weight"], "weight", row, 0, self._netcon.decl)

    def __repr__(self) -> str:
        return "<incomplete pointer to hoc array weight>"


def can_receive(target: Any) -> bool:
    """Tells whether NetCons may lead to an object."""
    return isinstance(target, PointProcess) and target.type.net_receive is not None


def are_in_order(numbers: tuple[Any, ...]) -> bool:
    """Tells whether threshold, delay and weight are numbers, and the delay is one that can be taken."""
    if len(numbers) != 3:
        return False
    threshold, delay, weight = map(type, numbers)
    are_numbers = (
        (threshold is float or threshold is int) and (delay is float or delay is int) and (weight is float or weight is int)
    )
    return are_numbers and 0.0 <= numbers[1] <= LONGEST_DELAY


def _watched(model: Any, given: Arguments, section: SectionDecl) -> ColumnReference:
    """Returns the variable that the first argument says is to be watched."""
    first = given.any(0)
    if isinstance(first, ColumnReference) or is_reference(first):
        if not _lies_in(model, first, section):
            raise Refusal(FOREIGN_POINTER)
        return first  # type: ignore[return-value]
    if given.is_object(0):
        raise Refusal("if arg 1 is an object it must be a point process or NULLObject")
    given.reference(0)
    raise Refusal(FOREIGN_POINTER)


def _lies_in(model: Any, reference: Any, section: SectionDecl) -> bool:
    # an end of a connected section is a node of its parent
    if not isinstance(reference, ColumnReference) or not reference.alive:
        return False
    if reference.owner is section:
        return True
    ends = (model.node_row(section, 0), model.node_row(section, section.nseg + 1))
    return reference.table.name == "node" and reference.row in ends


def _target(given: Arguments, index: int) -> PointProcessDecl | None:
    value = given.any(index)
    if not isinstance(value, PointProcess):
        if given.object(index) is None:
            return None
        # the only argument of setpost, the second of NetCon
        raise Refusal(f"arg{f' {index + 1}' if index else 'ument'} must be a point process or NULLobject")
    if value.type.net_receive is None:
        raise Refusal(f"No NET_RECEIVE in target PointProcess: {value.hname()}")
    return value.decl


# ---- methods


def _valid(self: NetCon, given: Arguments) -> bool:
    """Tells whether events can reach a target."""
    source = self.decl.source
    if source is None:
        return self.decl.target is not None and not self.decl.had_source
    return self.decl.target is not None and (source.variable is None or source.variable.alive)


def _active(self: NetCon, given: Arguments) -> bool:
    """Returns whether events are delivered, before a new value is set."""
    table = self.session.model.tables["netcon"]
    before = bool(table.column("active")[self.decl.row]) and self.decl.target is not None
    if given.has(0):
        table.edit("active")[self.decl.row] = float(given.checked(0, 0, 1))
    return before


def _event(self: NetCon, given: Arguments) -> float:
    """Delivers an event over this connection at a time [ms], whatever the delay."""
    time = given.number(0)
    active = bool(self.session.model.tables["netcon"].column("active")[self.decl.row])
    if not active or not _valid(self, given):
        return 0.0
    if not self.session.is_initialized:
        raise Refusal(NOT_INITIALIZED)
    self.session.simulation.host_events().send(self.decl, time)
    return 1.0


def _syn(self: NetCon, given: Arguments) -> Any:
    """Returns the target."""
    return self.session.interface.point_process(self.decl.target) if self.decl.target is not None else None


def _pre(self: NetCon, given: Arguments) -> Any:
    """Returns the point process or artificial cell that is the source."""
    source = self.decl.source
    return self.session.interface.point_process(source.process) if source is not None and source.process is not None else None


def _source_place(self: NetCon) -> tuple[SectionDecl, float] | None:
    source = self.decl.source
    if source is None:
        return None
    variable = source.variable
    if variable is not None and variable.alive and variable.table.name == "node":
        section = source.section
        assert section is not None
        rows = {self.session.model.node_row(section, slot): slot for slot in range(section.nseg + 2)}
        slot = rows.get(variable.row)
        return None if slot is None else (section, section.x_of_slot(slot))
    return None


def _place(process: PointProcessDecl | None) -> tuple[SectionDecl, float] | None:
    if process is None or process.section is None:
        return None
    return process.section, process.section.x_of_slot(process.slot)


def _preseg(self: NetCon, given: Arguments) -> Any:
    """Returns the segment of the watched variable."""
    place = _source_place(self)
    return self.session.interface.segment(*place) if place is not None else None


def _postseg(self: NetCon, given: Arguments) -> Any:
    """Returns the target's segment."""
    place = _place(self.decl.target)
    return self.session.interface.segment(*place) if place is not None else None


def _preloc(self: NetCon, given: Arguments) -> float:
    """Returns x of the watched variable and leaves its section on the stack; -1 where there is none."""
    source = self.decl.source
    if source is not None and source.variable is not None and _source_place(self) is None:
        self.session.section_stack.append(source.section)
        return -2.0
    return _pushed(self, _source_place(self))


def _postloc(self: NetCon, given: Arguments) -> float:
    """Returns x of the target and leaves its section on the stack; -1 where there is none."""
    return _pushed(self, _place(self.decl.target))


def _pushed(self: NetCon, place: tuple[SectionDecl, float] | None) -> float:
    if place is None:
        return -1.0
    self.session.section_stack.append(place[0])
    return place[1]


def _source_cell(decl: NetConDecl) -> Any:
    source = decl.source
    if source is None:
        return None
    section = source.section if source.process is None else source.process.section
    return section.cell() if section is not None and section.cell is not None else None


def _target_cell(decl: NetConDecl) -> Any:
    section = decl.target.section if decl.target is not None else None
    return section.cell() if section is not None and section.cell is not None else None


def _precell(self: NetCon, given: Arguments) -> Any:
    """Returns the cell that the source belongs to."""
    return _source_cell(self.decl)


def _postcell(self: NetCon, given: Arguments) -> Any:
    """Returns the cell that the target belongs to."""
    return _target_cell(self.decl)


def living_netcons(session: Any) -> dict[NetConDecl, Callable[[], Any]]:
    """Returns the NetCons by their declarations: a look at all objects there are, repeated once something has changed."""
    interface, now = session.interface, session.model.changes.topology
    if interface.netcons is None or interface.netcons[0] != now:
        cls = session.h.NetCon
        living = (item for item in gc.get_objects() if issubclass(type(item), cls) and hasattr(item, "decl"))
        interface.netcons = now, {item.decl: weakref.ref(item) for item in living}
    return interface.netcons[1]  # type: ignore[no-any-return]


def _listing(same: Callable[[NetConDecl, NetConDecl], bool]) -> Callable[[NetCon, Arguments], Any]:
    def listed(self: NetCon, given: Arguments) -> Any:
        found = given.object(0) if given.has(0) else self.session.h.List()
        of_decl = living_netcons(self.session)
        for decl in self.session.model.netcons.values():
            if same(self.decl, decl) and decl in of_decl:
                found.append(of_decl[decl]())
        return found

    listed.__doc__ = "Returns a List of the NetCons that have this in common."
    return listed


def _srcgid(self: NetCon, given: Arguments) -> int:
    """Returns the source's global id, or -1."""
    return self.decl.source.gid if self.decl.source is not None else -1


def _wcnt(self: NetCon, given: Arguments) -> float:
    """Returns the length of the weight vector."""
    return float(self.decl.n_weight)


def _setpost(self: NetCon, given: Arguments) -> float:
    """Changes the target."""
    self.session.model.set_target(self.decl, _target(given, 0))
    return 0.0


def _record(self: NetCon, given: Arguments) -> float:
    """Records the source's spike times into a Vector, with ids into another; or calls something at each spike.

    The last Vectors for a source win, and so does what was last to be called; `record()` ends the former, `record("")` the
    latter. The id is the NetCon's own number unless the third argument gives one.
    """
    model, source = self.session.model, _recorded_source(self)
    if source is None:
        raise Refusal(f"{self.hname()} source is missing")
    if given.is_string(0) or (given.has(0) and (isinstance(given.values[0], tuple) or callable(given.values[0]))):
        is_nothing = given.is_string(0) and not given.string(0)
        owner = given.values[1] if given.is_object(1) else None
        model.call_at_spikes(source, None if is_nothing else callback(self.session, given.values[0], owner))
        return 0.0
    time_vector = id_vector = None
    record_id = 0.0
    if given.has(0) and given.object(0) is not None:
        time_vector = weakref.ref(given.of_class(0, "Vector"))
        if given.has(1):
            id_vector = weakref.ref(given.of_class(1, "Vector"))
            record_id = given.number(2, float(self._hoc_index))
    model.record_source(source, time_vector=time_vector, id_vector=id_vector, record_id=record_id)
    return 0.0


def _get_recordvec(self: NetCon, given: Arguments) -> Any:
    """Returns the Vector that spike times are recorded into, or None."""
    source = _recorded_source(self)
    return source.time_vector() if source is not None and source.time_vector is not None else None


def _recorded_source(netcon: NetCon) -> SourceDecl | None:
    """Returns the source; what NetCons without one share, which never fires, where there is a target."""
    decl = netcon.decl
    return decl.source if decl.source is not None or decl.target is None else netcon.session.model.no_source


METHODS = {
    "valid": _valid,
    "active": _active,
    "event": _event,
    "syn": _syn,
    "pre": _pre,
    "preseg": _preseg,
    "postseg": _postseg,
    "preloc": _preloc,
    "postloc": _postloc,
    "precell": _precell,
    "postcell": _postcell,
    "precelllist": _listing(lambda mine, other: _source_cell(mine) is not None and _source_cell(mine) is _source_cell(other)),
    "postcelllist": _listing(lambda mine, other: _target_cell(mine) is not None and _target_cell(mine) is _target_cell(other)),
    "prelist": _listing(lambda mine, other: mine.source is not None and mine.source is other.source),
    "synlist": _listing(lambda mine, other: mine.target is other.target),
    "srcgid": _srcgid,
    "wcnt": _wcnt,
    "setpost": _setpost,
    "record": _record,
    "get_recordvec": _get_recordvec,
}
attach(NetCon, METHODS)
implements(*(f"NetCon.{name}" for name in METHODS))(NetCon)
