"""Sections: handles onto what the model knows of a section.

A section that Python created lives as long as its handle (segments and references hold it); one that hoc created belongs to
the interpreter, and its handle comes and goes.
"""

from __future__ import annotations

import operator
import weakref
from collections.abc import Callable, Iterator
from typing import Any, ClassVar, NoReturn

from jneuron.base.errors import UnsupportedError
from jneuron.base.units import is_number, is_quantity, number
from jneuron.facade import objects, section_points, section_report, tree
from jneuron.facade.attached import attach, attached_names
from jneuron.facade.implements import implements
from jneuron.facade.objects import compare, visible_names
from jneuron.facade.range_variable import RangeVariable
from jneuron.facade.segment import MEMBRANE_CURRENT, AllSegments, Segment, checked_place, place_segment, segments_of
from jneuron.geometry.dimensions import set_diameter, set_length, set_rallbranch, set_resistivity
from jneuron.geometry.segments import refresh
from jneuron.ir.kinds import MechanismKind
from jneuron.model.section import SectionDecl
from jneuron.model.table import Table

DELETED = "can't access a deleted section"
MOST_SEGMENTS = 32767


@implements("Section", *(f"Section.{name}" for name in ("L", "Ra", "nseg", "rallbranch")))
class Section:
    """An unbranched piece of cable.

    `Section(name=None, cell=None)`: the full name is `cell.name` where a cell is given.

    Attributes:
        segment_class: The session's class of segments.
    """

    session: ClassVar[Any] = None
    segment_class: ClassVar[type[Segment]]
    __slots__ = ("__weakref__", "decl")
    decl: SectionDecl

    def __init__(self, name: str | None = None, cell: Any = None, **keywords: Any) -> None:
        for keyword in keywords:
            raise TypeError(f"'{keyword}' is an invalid keyword argument for this function")
        if name is not None and not isinstance(name, str):
            raise TypeError(f"argument 1 must be str, not {type(name).__name__}")
        decl = self.session.model.create_section(name or "", cell)
        if name is None:
            decl.name, decl.cell_name = internal_name(decl), ""
        decl.handle = weakref.ref(self)
        object.__setattr__(self, "decl", decl)

    def __del__(self) -> None:
        decl = getattr(self, "decl", None)
        if decl is not None and decl.owner is None and decl.alive and not objects.leaving():
            self.session.model.delete_section(decl)

    def living(self) -> SectionDecl:
        """Returns the declaration; raises if the section has been deleted."""
        if not self.decl.alive:
            raise ReferenceError(DELETED)
        return self.decl

    # ---- names and identity

    @implements("Section.name")
    def name(self) -> str:
        """Returns the full name."""
        return section_name(self.living())

    @implements("Section.hname")
    def hname(self) -> str:
        """Returns the full name."""
        return section_name(self.living())

    @implements("Section.hoc_internal_name")
    def hoc_internal_name(self) -> str:
        """Returns the name under which hoc code reaches it."""
        return internal_name(self.living())

    @implements("Section.is_pysec")
    def is_pysec(self) -> bool:
        """Tells whether Python created it."""
        return self.living().owner is None

    @implements("Section.cell")
    def cell(self) -> Any:
        """Returns the cell it belongs to, or None."""
        cell = self.living().cell
        return cell() if cell is not None else None

    @implements("Section.same")
    def same(self, other: object) -> bool:
        """Tells whether `other` is this section."""
        return isinstance(other, Section) and other.decl is self.decl

    def __str__(self) -> str:
        return section_name(self.living())

    def __repr__(self) -> str:
        return section_name(self.decl) if self.decl.alive else "<deleted section>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Section) and other.decl is self.decl

    def __reduce__(self) -> NoReturn:
        raise TypeError("cannot pickle 'nrn.Section' object")

    def __hash__(self) -> int:
        return hash(self.decl)

    def __lt__(self, other: object) -> bool:
        return compare(self, other, Section, lambda mine, theirs: mine.decl.order < theirs.decl.order)

    def __le__(self, other: object) -> bool:
        return compare(self, other, Section, lambda mine, theirs: mine.decl.order <= theirs.decl.order)

    def __gt__(self, other: object) -> bool:
        return compare(self, other, Section, lambda mine, theirs: mine.decl.order > theirs.decl.order)

    def __ge__(self, other: object) -> bool:
        return compare(self, other, Section, lambda mine, theirs: mine.decl.order >= theirs.decl.order)

    # ---- segments

    def __call__(self, x: Any = 0.5) -> Segment:
        if not self.decl.alive:
            raise ReferenceError(DELETED)
        if type(x) is not float or not 0.0 <= x <= 1.0:
            x = checked_place(x)
        return place_segment(self.segment_class, self, x)

    def __iter__(self) -> Iterator[Segment]:
        return segments_of(self.segment_class, self, self.living().nseg)

    def __contains__(self, item: object) -> bool:
        return isinstance(item, Segment) and item.sec == self

    @implements("Section.allseg")
    def allseg(self) -> Iterator[Segment]:
        """Iterates over the end at 0, the segments and the end at 1."""
        return AllSegments(self)

    @property
    def nseg(self) -> int:
        """Number of segments."""
        return self.living().nseg

    @nseg.setter
    def nseg(self, value: Any) -> None:
        decl = self.living()
        nseg = operator.index(value) if hasattr(type(value), "__index__") else 0
        if not 1 <= nseg <= MOST_SEGMENTS:
            raise ValueError(f"nseg must be an integer in range 1 to {MOST_SEGMENTS}")
        self.session.model.set_nseg(decl, nseg)

    # ---- what the whole section has

    @property
    def L(self) -> float:
        """Length [um]."""
        return self.living().L

    @L.setter
    def L(self, value: Any) -> None:
        set_length(self.session.model, self.living(), _positive("L", value, "um"))

    @property
    def Ra(self) -> float:
        """Axial resistivity [ohm cm]."""
        return self.living().Ra

    @Ra.setter
    def Ra(self, value: Any) -> None:
        set_resistivity(self.session.model, self.living(), _positive("Ra", value, "ohm-cm"))

    @property
    def rallbranch(self) -> float:
        """Number of equal branches that the section stands for."""
        return self.living().rallbranch

    @rallbranch.setter
    def rallbranch(self, value: Any) -> None:
        set_rallbranch(self.session.model, self.living(), _positive("rallbranch", value, "", "rallbranch must be > 0"))

    @property
    def diam(self) -> float:
        """Diameter of the middle segment, or of all segments when set [um]."""
        return self(0.5).diam

    @diam.setter
    def diam(self, value: Any) -> None:
        set_diameter(self.session.model, self.living(), _value(value, "um"))

    @property
    def v(self) -> float:
        """Voltage of the middle segment, or of all nodes when set [mV]."""
        return self(0.5).v

    @v.setter
    def v(self, value: Any) -> None:
        self.session.model.set_voltage(self.living(), _value(value, "mV"))

    def __getattr__(self, name: str) -> Any:
        variable = self.session.interface.names.find(name)
        if name == MEMBRANE_CURRENT:
            return self(0.5).i_membrane_
        if variable is None:
            raise AttributeError(f"'nrn.Section' object has no attribute '{name}'")
        self.living()
        return self.session.interface.Segment(self, 0.5).range_value(variable)

    def __setattr__(self, name: str, value: Any) -> None:
        setter = SETTERS.get(name)
        if setter is not None:
            if not self.decl.alive:
                raise ReferenceError(DELETED)
            setter(self, value)
            return
        variable = self.session.interface.names.variables.get(name)
        if variable is not None:
            set_everywhere(self, variable, value)
            return
        is_own = hasattr(self, "__dict__")
        if hasattr(type(self), name) and not is_own:
            raise AttributeError(f"'nrn.Section' object attribute '{name}' is read-only")
        variable = self.session.interface.names.find(name)
        if variable is not None:
            set_everywhere(self, variable, value)
        elif is_own:
            # a subclass of the user's has properties and attributes of its own
            object.__setattr__(self, name, value)
        else:
            raise AttributeError(f"'nrn.Section' object has no attribute '{name}'")

    def __delattr__(self, name: str) -> None:
        if name == "L":
            raise ValueError("L must be > 0.")
        raise AttributeError(f"'nrn.Section' object has no attribute '{name}'")

    def __dir__(self) -> list[str]:
        hidden = ("decl", "diam", "living", "segment_class", "session", "v", *attached_names(self.session.interface.Section))
        return visible_names(object.__dir__(self), hidden)

    # ---- mechanisms

    @implements("Section.insert")
    def insert(self, *arguments: Any) -> Section:
        """Inserts a density mechanism, given by name or as `h.hh`."""
        decl = self.living()
        if len(arguments) != 1:
            raise TypeError("insert takes a single positional argument")
        mechanism = arguments[0]
        if isinstance(mechanism, str):
            insert_by_name(self.session, decl, mechanism)
        elif hasattr(mechanism, "insert"):
            mechanism.insert(self)
        else:
            raise TypeError("insert argument must be either a string or an object with an insert method")
        return self

    @implements("Section.uninsert")
    def uninsert(self, mechanism: str) -> Section:
        """Takes a density mechanism out; the ions it used stay."""
        decl = self.living()
        name = _string(mechanism)
        if not self.session.interface.names.is_density(name):
            raise ValueError("argument not a density mechanism name.")
        self.session.model.uninsert(decl, name)
        return self

    @implements("Section.has_membrane")
    def has_membrane(self, mechanism: str) -> bool:
        """Tells whether a density mechanism is there."""
        decl = self.living()
        return _string(mechanism) in decl.mechanisms

    # ---- the tree

    @implements("Section.connect")
    def connect(self, *arguments: Any) -> Section:
        """Connects an end of this section: `connect(parent(x), end=0)` or `connect(parent, x=1, end=0)`."""
        self.living()
        tree.connect(self, arguments)
        return self

    @implements("Section.disconnect")
    def disconnect(self) -> None:
        """Makes this section a root."""
        self.session.model.disconnect(self.living())

    @implements("Section.parentseg")
    def parentseg(self) -> Segment | None:
        """Returns the segment it is connected to, or None."""
        return tree.parent_segment(self)

    @implements("Section.trueparentseg")
    def trueparentseg(self) -> Segment | None:
        """Returns the segment nearer to the root from which it really hangs, or None."""
        return tree.true_parent_segment(self)

    @implements("Section.orientation")
    def orientation(self) -> float:
        """Returns which end is nearer to the root: 0.0 or 1.0."""
        return self.living().child_x

    @implements("Section.children")
    def children(self) -> list[Section]:
        """Returns the sections connected to this one."""
        return [handle_of(self.session, child) for child in reversed(self.living().children)]

    @implements("Section.subtree")
    def subtree(self) -> list[Section]:
        """Returns this section and everything below it."""
        return [handle_of(self.session, decl) for decl in tree.subtree(self.living())]

    @implements("Section.wholetree")
    def wholetree(self) -> list[Section]:
        """Returns all sections of the tree this one belongs to."""
        return [handle_of(self.session, decl) for decl in tree.subtree(tree.root_of(self.living()))]

    @implements("Section.push")
    def push(self) -> Section:
        """Makes this the currently accessed section until `h.pop_section()`."""
        self.session.section_stack.append(self.living())
        return self

    @implements("Section.psection")
    def psection(self) -> dict[str, Any]:
        """Returns everything about this section as a dictionary."""
        refresh(self.session.model, self.living())
        return section_report.psection(self)


section_points.attach(Section)

SETTERS: dict[str, Callable[[Section, Any], None]] = {
    name: value.fset for name, value in vars(Section).items() if isinstance(value, property) and value.fset is not None
}
"""What writes the attributes that are no range variables, and v and diam in all segments."""


def section_name(decl: SectionDecl) -> str:
    """Returns the full name of a section: the cell's name, a dot, its own."""
    return decl.full_name()


def internal_name(decl: SectionDecl) -> str:
    """Returns the name that hoc knows a section by."""
    return f"__nrnsec_{id(decl):#x}" if decl.owner is None else decl.name


def handle_of(session: Any, decl: SectionDecl) -> Section:
    """Returns the handle of a section, a new one if it has none."""
    handle = decl.handle() if decl.handle is not None else None
    if handle is None:
        handle = object.__new__(session.interface.Section)
        object.__setattr__(handle, "decl", decl)
        decl.handle = weakref.ref(handle)
    return handle  # type: ignore[no-any-return]


def attach_variable(cls: type[Section], table: Table, variable: RangeVariable) -> None:
    """Shows a range variable, one without index, as an attribute of sections: its value in the middle."""
    mechanism, column = variable.mechanism, variable.column

    def read(section: Section) -> float:
        decl = section.decl
        if not decl.alive or not decl.has(mechanism):
            section.session.interface.Segment(section, 0.5).refuse_missing(variable.name)
        if decl.plan is not None:
            return decl.plan.value(mechanism, column, decl.nseg >> 1)
        return table.column(column).item(decl.mechanisms[mechanism] + (decl.nseg >> 1))

    attach(cls, variable.name, read)


def set_everywhere(section: Section, variable: RangeVariable, value: Any) -> None:
    """Writes a range variable in all segments."""
    decl = section.living()
    if not decl.has(variable.mechanism):
        section.session.interface.Segment(section, 0.5).refuse_missing(variable.name)
    if variable.length:
        raise IndexError(f"{variable.name}[] requires an index")
    new = value if type(value) is float else _value(value, variable.unit)
    section.session.model.set_in_section(decl, variable.mechanism, variable.column, new)


def insert_by_name(session: Any, decl: SectionDecl, name: str) -> None:
    """Inserts a density mechanism or ion by its name."""
    in_use = session.model.types.get(name)
    if in_use is not None and in_use.kind is MechanismKind.DENSITY:
        session.model.insert(decl, in_use)
        return
    if not session.interface.names.is_density(name):
        if name == "extracellular":
            raise UnsupportedError("the mechanism extracellular", "the engine has no layers outside the membrane yet.")
        raise ValueError("argument not a density mechanism name.")
    session.insert(decl, name)


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"argument 1 must be str, not {type(value).__name__}")
    return value


def _value(value: Any, unit: str) -> float:
    if type(value) is float:
        return value
    if not is_number(value) and not is_quantity(value):
        raise ValueError("bad value")
    return number(value, unit)


def _positive(name: str, value: Any, unit: str, message: str = "") -> float:
    if type(value) is float and value > 0.0:
        return value
    new = number(value, unit) if is_number(value) or is_quantity(value) else 0.0
    if not new > 0.0:
        raise ValueError(message or f"{name} must be > 0.")
    return new
