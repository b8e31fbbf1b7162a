"""Segments: a section and a place on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn

from jneuron.base.units import is_number, is_quantity, number
from jneuron.facade.attached import attach, attached_names
from jneuron.facade.implements import implements
from jneuron.facade.mechanism import Mechanism, RangeVar, set_segment
from jneuron.facade.objects import visible_names
from jneuron.facade.range_variable import CABLE_MECHANISMS, RangeVariable
from jneuron.facade.segment_values import Writer, reader, writer
from jneuron.geometry.dimensions import set_segment_diameter
from jneuron.geometry.segments import diameter, refresh
from jneuron.geometry.volume import segment_volume
from jneuron.ir.kinds import VariableKind
from jneuron.model.ends import processes_at
from jneuron.model.references import ColumnReference
from jneuron.model.section import SectionDecl
from jneuron.model.table import Table

if TYPE_CHECKING:
    from jneuron.facade.section import Section

DELETED = "can't access a deleted section"
MEMBRANE_CURRENT = "i_membrane_"
POSITION_RANGE = "segment position range is 0 <= x <= 1"


@implements("Segment", *(f"Segment.{name}" for name in ("cm", "diam", "sec", "v", "x")))
class Segment:
    """A place on a section: `section(x)`.

    Keeps its section alive. Places with one node are equal: any two x inside one segment, a connected end and the place on
    the parent where it is connected. The ends x = 0 and x = 1 have nodes of their own.

    Attributes:
        nodes: The table "node" of the session.
        writers: What writes the attributes that are known by now.
    """

    session: ClassVar[Any] = None
    nodes: ClassVar[Table]
    writers: ClassVar[dict[str, Writer]] = {}
    __slots__ = ("__weakref__", "_section", "_x")
    _section: Section
    _x: float

    def __init__(self, section: Section, x: Any = 0.5) -> None:
        _set_section(self, section)
        _set_x(self, checked_place(x))

    def living(self) -> SectionDecl:
        """Returns the section's declaration; raises if the section has been deleted."""
        decl = self._section.decl
        if not decl.alive:
            raise ReferenceError(DELETED)
        return decl

    @property
    def slot(self) -> int:
        """The slot of the section it lies in (see `SectionDecl`)."""
        return self.living().slot(self._x)

    # ---- identity

    @property
    def sec(self) -> Section:
        """The section."""
        self.living()
        return self._section

    @property
    def x(self) -> float:
        """The place along the section, 0 .. 1."""
        self.living()
        return self._x

    def __str__(self) -> str:
        return f"{self._section}({self._x:g})"

    def __repr__(self) -> str:
        return f"{self._section!r}({self._x:g})" if self._section.decl.alive else "<segment of deleted section>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Segment) and other._node() == self._node()

    def __hash__(self) -> int:
        return hash(self._node())

    def _node(self) -> tuple[SectionDecl, int]:
        """Returns the section and slot whose node it has."""
        decl = self._section.decl
        slot = self.slot
        return (decl, slot) if decl.parent is None else self.session.model.node_of(decl, slot)

    def __lt__(self, other: object) -> bool:
        return self._key() < other._key() if isinstance(other, Segment) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self._key() <= other._key() if isinstance(other, Segment) else NotImplemented

    def __gt__(self, other: object) -> bool:
        return self._key() > other._key() if isinstance(other, Segment) else NotImplemented

    def __ge__(self, other: object) -> bool:
        return self._key() >= other._key() if isinstance(other, Segment) else NotImplemented

    def _key(self) -> tuple[int, int]:
        return self._section.decl.order, self.slot

    # ---- geometry

    @implements("Segment.area")
    def area(self) -> float:
        """Returns the membrane area [um2]; 0 at the ends."""
        decl = self.living()
        slot = decl.slot(self._x)
        if not 1 <= slot <= decl.nseg:
            return 0.0
        model = self.session.model
        refresh(model, decl)
        return model.tables["node"].column("area").item(decl.node_start + slot)  # type: ignore[no-any-return]

    @implements("Segment.ri")
    def ri(self) -> float:
        """Returns the axial resistance to the neighbour nearer to the root [MOhm]."""
        decl = self.living()
        model = self.session.model
        # the node at a connected end is the parent's
        owner, slot = model.node_of(decl, decl.slot(self._x))
        refresh(model, owner)
        return model.tables["node"].column("ri").item(owner.node_start + slot)  # type: ignore[no-any-return]

    @implements("Segment.volume")
    def volume(self) -> float:
        """Returns the volume [um3]; 0 at the ends."""
        return segment_volume(self.session.model, self.living(), self.slot)

    @implements("Segment.node_index")
    def node_index(self) -> int:
        """Returns the row of the equations that belongs to this node."""
        return self.session.interface.node_index(self.living(), self.slot)  # type: ignore[no-any-return]

    @implements("Segment.point_processes")
    def point_processes(self) -> list[Any]:
        """Returns the point processes here."""
        model = self.session.model
        here = processes_at(*model.node_of(self.living(), self.slot))
        return [self.session.interface.point_process(process) for process in here]

    # ---- range variables

    @property
    def v(self) -> float:
        """Membrane potential [mV]."""
        decl, x = self._section.decl, self._x
        if not decl.alive:
            raise ReferenceError(DELETED)
        row = decl.node_start + 1 + int(x * decl.nseg) if 0.0 < x < 1.0 else self.session.model.node_row(decl, decl.slot(x))
        fresh = self.nodes.fresh
        return fresh["v"][row] if "v" in fresh else self.nodes.look("v")[row]

    @v.setter
    def v(self, value: Any) -> None:
        decl, x = self._section.decl, self._x
        if not decl.alive:
            raise ReferenceError(DELETED)
        row = decl.node_start + 1 + int(x * decl.nseg) if 0.0 < x < 1.0 else self.session.model.node_row(decl, decl.slot(x))
        new = value if type(value) is float else _value(value, "mV")
        opened = self.nodes.open
        (opened["v"] if "v" in opened else self.nodes.open_up("v"))[row] = new

    @property
    def _ref_v(self) -> ColumnReference:
        decl = self._section.decl
        if not decl.alive:
            raise ReferenceError(DELETED)
        return self.session.model.node_reference(decl, decl.slot(self._x))  # type: ignore[no-any-return]

    def membrane_current(self) -> ColumnReference:
        """Returns the place of `i_membrane_` [nA], which is there once `CVode.use_fast_imem(1)` was called."""
        decl = self.living()
        if not self.session.interface.settings.get("use_fast_imem"):
            raise AttributeError(f"{MEMBRANE_CURRENT} does not exist at {self._section}({self._x:g})")
        return self.session.model.node_reference(decl, decl.slot(self._x), MEMBRANE_CURRENT)  # type: ignore[no-any-return]

    @property
    def diam(self) -> float:
        """Diameter [um]."""
        return diameter(self.session.model, self.living(), self.inner_slot() - 1)

    @diam.setter
    def diam(self, value: Any) -> None:
        new = value if type(value) is float else _value(value, "um")
        set_segment_diameter(self.session.model, self.living(), self.inner_slot(), new)

    def inner_slot(self) -> int:
        """Returns the slot of the segment that stands for this place: at an end, the one next to it."""
        nseg = self._section.decl.nseg
        return min(int(self._x * nseg) + 1, nseg)

    def range_value(self, variable: RangeVariable) -> Any:
        """Returns the value of a range variable here, or for an array what indexes it."""
        decl = self._section.decl
        start = decl.mechanisms.get(variable.mechanism)
        if start is None:
            self.refuse_missing(variable.name)
        if variable.length:
            return RangeVar(Mechanism.at(self, variable.mechanism), variable)
        if variable.kind is VariableKind.POINTER:
            return getattr(Mechanism.at(self, variable.mechanism), variable.column)
        column = self.session.model.tables[variable.mechanism].column(variable.column)
        return column.item(start + self.inner_slot() - 1)

    def refuse_missing(self, name: str) -> NoReturn:
        """Raises: a mechanism is not inserted here."""
        self.living()
        raise AttributeError(f"{name}, the mechanism does not exist at {self._section}({self._x:g})")

    def __getattr__(self, name: str) -> Any:
        names = self.session.interface.names
        variable = names.variables.get(name)
        if variable is not None and self._section.decl.alive:
            return self.range_value(variable)
        if name not in CABLE_MECHANISMS and names.is_density(name):
            bearer = self.bearer()
            if bearer is None or not bearer.living().has(name):
                self.refuse_missing(name)
            return Mechanism.at(bearer, name)
        if name == MEMBRANE_CURRENT:
            return self.membrane_current().get()
        if name.startswith("_ref_"):
            return self._reference(name[5:])
        variable = names.find(name)
        if variable is None:
            raise AttributeError(f"'nrn.Segment' object has no attribute '{name}'")
        return self.range_value(variable)

    def _reference(self, name: str) -> ColumnReference:
        model = self.session.model
        decl = self._section.decl
        if name == MEMBRANE_CURRENT:
            return self.membrane_current()
        if name == "diam":
            refresh(model, decl)
            return model.segment_reference(decl, self.inner_slot(), "morphology", "diam")  # type: ignore[no-any-return]
        variable = self.session.interface.names.find(name)
        if variable is None or variable.mechanism not in decl.mechanisms:
            raise AttributeError(f"_ref_{name} was not made to point to anything at {self._section}({self._x:g})")
        if variable.kind is VariableKind.POINTER:
            return getattr(Mechanism.at(self, variable.mechanism), f"_ref_{variable.column}")  # type: ignore[no-any-return]
        return model.segment_reference(decl, self.inner_slot(), variable.mechanism, variable.column)  # type: ignore[no-any-return]

    def __setattr__(self, name: str, value: Any) -> None:
        write = self.writers.get(name)
        if write is not None:
            write(self, value)
        else:
            self._set_other(name, value)

    def _set_other(self, name: str, value: Any) -> None:
        names = self.session.interface.names
        variable = names.variables.get(name)
        if variable is not None:
            self._set_range_value(variable, value)
            return
        known = getattr(type(self), name, None)
        if isinstance(known, property) and known.fset is not None:
            known.fset(self, value)
            return
        self.living()
        if name == "x":
            _set_x(self, _place(value))
            return
        if name == "sec":
            return
        if name == MEMBRANE_CURRENT:
            self.membrane_current().set(_value(value, "nA"))
            return
        if name.startswith("_ref_"):
            raise AttributeError(f"'nrn.Segment' object has no attribute '{name}'")
        if known is not None:
            raise AttributeError(f"'nrn.Segment' object attribute '{name}' is read-only")
        variable = names.find(name)
        if variable is None:
            raise AttributeError(f"'nrn.Segment' object has no attribute '{name}'")
        self._set_range_value(variable, value)

    def _set_range_value(self, variable: RangeVariable, value: Any) -> None:
        start = self.living().mechanisms.get(variable.mechanism)
        if start is None:
            self.refuse_missing(variable.name)
        if variable.length:
            raise IndexError(f"{variable.name}[] requires an index")
        if variable.kind is VariableKind.POINTER:
            setattr(Mechanism.at(self, variable.mechanism), variable.column, _value(value, variable.unit))
            return
        table = self.session.model.tables[variable.mechanism]
        table.edit(variable.column)[start + self.inner_slot() - 1] = _value(value, variable.unit)

    # ---- mechanisms

    def __iter__(self) -> Iterator[Mechanism]:
        bearer = self.bearer()
        if bearer is None:
            return iter(())
        listing = bearer.living().listings[bearer.slot - 1]
        return iter([Mechanism.at(bearer, name) for name in listing if name not in CABLE_MECHANISMS])

    def bearer(self) -> Segment | None:
        """Returns the segment whose node this place has: itself, at a connected end one of the parent's, None at a free end."""
        if 0.0 < self._x < 1.0:
            self.living()
            return self
        owner, slot = self.session.model.node_of(self.living(), self.slot)
        if not 1 <= slot <= owner.nseg:
            return None
        return self.session.interface.segment(owner, owner.x_of_slot(slot))  # type: ignore[no-any-return]

    def __reduce__(self) -> NoReturn:
        raise TypeError("cannot pickle 'nrn.Segment' object")

    def __dir__(self) -> list[str]:
        hidden = (
            "bearer",
            "living",
            "membrane_current",
            "nodes",
            "slot",
            "session",
            "inner_slot",
            "range_value",
            "refuse_missing",
            "writers",
        )
        bearer = self.bearer()
        listed = bearer.living().listings[bearer.slot - 1] if bearer is not None else ()
        inserted = (name for name in listed if name not in CABLE_MECHANISMS)
        return sorted([*visible_names(object.__dir__(self), (*hidden, *attached_names(type(self)))), "cm", *inserted])


# past the class's own __setattr__, which is for users
_set_section: Callable[[Segment, Section], None] = Segment.__dict__["_section"].__set__
_set_x: Callable[[Segment, float], None] = Segment.__dict__["_x"].__set__


def checked_place(x: Any) -> float:
    """Returns a place along a section, moved to the end if it is past it by a rounding error."""
    place = x if type(x) is float else number(x)
    if 0.0 <= place <= 1.0:
        return place
    if not -1e-4 < place < 1.0001:
        raise ValueError(POSITION_RANGE)
    return min(max(place, 0.0), 1.0)


def place_segment(cls: type[Segment], section: Section, x: float) -> Segment:
    """Returns the segment at `x`, which lies in 0 .. 1: what the constructor does, without a call of its own."""
    segment = _new(cls)
    _set_section(segment, section)
    _set_x(segment, x)
    return segment


def segments_of(cls: type[Segment], section: Section, nseg: int) -> Iterator[Segment]:
    """Yields the segments of a section."""
    for i in range(nseg):
        segment = _new(cls)
        _set_section(segment, section)
        _set_x(segment, (i + 0.5) / nseg)
        yield segment


_new = object.__new__


def attach_mechanism(cls: type[Segment], name: str, mechanism: type[Mechanism]) -> None:
    """Shows a mechanism as an attribute of segments."""

    def read(segment: Segment) -> Mechanism:
        bearer = segment if 0.0 < segment._x < 1.0 else segment.bearer()
        if bearer is None or not bearer._section.decl.has(name):
            segment.refuse_missing(name)
        made = _new(mechanism)
        set_segment(made, bearer)
        return made

    attach(cls, name, read)


def attach_variable(cls: type[Segment], table: Table, variable: RangeVariable) -> None:
    """Shows a range variable, one without index, as an attribute of segments."""

    def refuse(segment: Segment) -> NoReturn:
        segment.refuse_missing(variable.name)

    if attach(cls, variable.name, reader(table, variable.column, refuse)):
        cls.writers[variable.name] = writer(table, variable.column, lambda value: _value(value, variable.unit), refuse)


class AllSegments:
    """What `allseg()` iterates over: the end at 0, the segments and the end at 1, from the first again with every loop."""

    def __init__(self, section: Section) -> None:
        self._section, self._slot = section, 0
        section.living()

    def __iter__(self) -> Iterator[Segment]:
        self._slot = 0
        return self

    def __next__(self) -> Segment:
        decl, slot = self._section.living(), self._slot
        if slot >= decl.nseg + 2:
            raise StopIteration
        self._slot = slot + 1
        found: Segment = self._section.session.interface.Segment(self._section, decl.x_of_slot(slot))
        return found


def _place(value: Any) -> float:
    place = number(value)
    if not 0.0 <= place <= 1.0:
        raise ValueError("x must be in range 0. to 1.")
    return place


def _value(value: Any, unit: str) -> float:
    if isinstance(value, float | int):
        return float(value)
    if not (is_number(value) or is_quantity(value)):
        raise ValueError("bad value")
    return number(value, unit)
