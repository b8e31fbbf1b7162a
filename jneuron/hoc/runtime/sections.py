"""Sections in hoc: what `create` makes, the section stack, and range variables of the currently accessed section."""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple, NoReturn

from jneuron.base.errors import InternalError
from jneuron.facade.calls import HocExecError, Refusal
from jneuron.facade.current_section import current_section, current_section_or_none
from jneuron.facade.section import DELETED, MOST_SEGMENTS, SETTERS, Section, handle_of, insert_by_name, set_everywhere
from jneuron.facade.section_array import SectionArray
from jneuron.facade.section_functions import pattern_within
from jneuron.facade.section_list import SectionList
from jneuron.geometry import points
from jneuron.geometry.dimensions import set_length, set_rallbranch, set_resistivity, set_segment_diameter
from jneuron.geometry.segments import diameter
from jneuron.hoc.runtime.values import EPSILON, Place, combined, whole
from jneuron.ir.kinds import MechanismKind
from jneuron.model.repetition import Repetition
from jneuron.model.section import SectionDecl

SECTION_VARIABLES = frozenset({"L", "Ra", "nseg", "rallbranch"})
OF_SECTIONS = {"L": set_length, "Ra": set_resistivity, "rallbranch": set_rallbranch}
"""What writes a number of a section; hoc takes any."""


class Sections(SectionArray):
    """A section, or an array of sections, that hoc code created.

    Attributes:
        is_array: Whether it was created with a size.
        first: Its only or first section.
        decl: The declaration of that.
        data: The declarations of all.
        row: Their number if it was created with a size, else -1.
    """

    first: Section

    def __init__(self, session: Any, name: str, sizes: tuple[int, ...], cell: Any = None, cell_name: str = "") -> None:
        self._session, self._name = session, name
        self.is_array = bool(sizes)
        names = _element_names(name, sizes) if sizes else [name]
        self.data = self._sections = session.model.create_sections(names, cell, cell_name, owner=True)
        self.decl = self.data[0]
        self.row = len(names) if sizes else -1
        # made when they are first asked for
        self._handles: dict[int, Section] | None = None

    @classmethod
    def of(cls, session: Any, name: str, decls: list[SectionDecl], *, is_array: bool) -> Sections:
        """Returns sections that are there already under a name."""
        made = cls.__new__(cls)
        made._session, made._name, made.is_array = session, name, is_array
        made.data = made._sections = decls
        made.decl = decls[0]
        made.row = len(decls) if is_array else -1
        made._handles = None
        return made

    def replace(self, old: SectionDecl, new: SectionDecl) -> None:
        """Puts another section into the place of one."""
        self.data[self.data.index(old)] = new
        self.decl = self.data[0]
        self._handles = None
        self.__dict__.pop("first", None)

    def __getattr__(self, name: str) -> Any:
        if name != "first":
            return super().__getattr__(name)
        self.first = self._handle(0)
        return self.first

    def _handle(self, place: int) -> Section:
        handle = self._handles.get(place) if self._handles is not None else None
        if handle is None:
            if self._handles is None:
                self._handles = {}
            handle = self._handles[place] = handle_of(self._session, self.data[place])
        return handle

    def at(self, *indices: float) -> Section:
        """Returns the section at an index."""
        if not indices:
            return self.first
        place = whole(indices[0])
        if not self.is_array:
            raise HocExecError(f"{self._name} not an array variable")
        if not 0 <= place < len(self.data):
            raise HocExecError(f"subscript 0 index {place} of {self._name} out of range {len(self.data)}")
        return self._handle(place)

    def living(self) -> list[SectionDecl]:
        """Returns the declarations of those that have not been deleted."""
        return [decl for decl in self._sections if decl.alive]

    def outside(self, place: int) -> NoReturn:
        """Refuses an index that no section has."""
        self.at(float(place))
        raise InternalError(f"{self._name}[{place}] is there")


class PythonSection(NamedTuple):
    """A section that Python made, as hoc code has sections.

    Attributes:
        decl: Its declaration.
        first: It.
    """

    decl: SectionDecl
    first: Section


class SectionSupport:
    """The helpers of emitted code that are about sections.

    Attributes:
        session: The simulator.
        repetition: What knows blocks that do the same to section after section.
    """

    def __init__(self, session: Any) -> None:
        self.session = session
        self.stack: list[SectionDecl] = session.section_stack
        self._variables = session.interface.names.variables
        self._types = session.model.types
        self._nodes = session.model.tables["node"]
        self.repetition = Repetition(session.model)
        self._hang = session.model.hang
        # whether `access` has put a section below all others
        self._has_lowest = False

    def python_section(self, name: str) -> PythonSection:
        """Returns what stands for the section of a name that Python made."""
        for decl in self.session.model.sections.values():
            if decl.owner is None and decl.full_name() == name:
                return PythonSection(decl, handle_of(self.session, decl))
        raise HocExecError("Accessing a deleted section")

    # ---- the stack

    def here(self) -> SectionDecl:
        """Returns the currently accessed section."""
        stack = self.stack
        if stack and stack[-1].alive:
            return stack[-1]
        return current_section(self.session)

    def _instead_of(self, deleted: SectionDecl) -> SectionDecl:
        """Returns what is currently accessed in the place of a section that was deleted, if that was."""
        here = current_section_or_none(self.session) if self.stack and self.stack[-1] is deleted else None
        return here or deleted

    def dead(self) -> NoReturn:
        """Refuses to make a section the currently accessed one that has been deleted."""
        raise HocExecError("Accessing a deleted section")

    def enter_if_section(self, value: Any) -> bool:
        """Makes a value the currently accessed section if it is one; tells whether it is."""
        if isinstance(value, Section):
            self.stack.append(value.decl if value.decl.alive else self.dead())
            return True
        return False

    def leave_if(self, entered: bool) -> None:
        """Undoes `enter_if_section`."""
        if entered and self.stack:
            self.stack.pop()

    def access(self, section: Section) -> None:
        """Makes a section the currently accessed one for good."""
        if self.stack:
            self.stack[-1] = section.living()
        else:
            self.stack.append(section.living())
            self._has_lowest = True

    def note_left(self, left: tuple[tuple[int, int], ...]) -> None:
        """Tells of section blocks that code leaves from within: what the depth of the stack should be, and what it is."""
        depth = len(self.stack) - self._has_lowest
        for should, found in left:
            sys.stdout.write(f"The sectionstack index should be {depth + should} but it is {depth + found}\n")

    def section(self, value: Any) -> Section:
        """Returns a value that must be a section."""
        if isinstance(value, Section):
            return value
        raise HocExecError("Section access unspecified" if value is None else "Access: Not a section")

    # ---- loops

    def all_sections(self, owner: Any = None) -> list[SectionDecl]:
        """Returns all sections, or those of an object, in NEURON's order."""
        if owner is None:
            return list(self.session.model.sections.values())
        own = (decl for value in vars(owner).values() if isinstance(value, Sections) for decl in value.living())
        return sorted(own, key=attrgetter("order"))

    def sections_of(self, pattern: Any, owner: Any = None) -> list[SectionDecl]:
        """Returns the sections of a SectionList, or those, all or of an object, whose name matches a pattern."""
        if isinstance(pattern, SectionList):
            return list(pattern.living())
        wanted = self._compiled(pattern)
        return [decl for decl in self.all_sections(owner) if wanted.fullmatch(hoc_section_name(decl))]

    def matches(self, pattern: Any) -> bool:
        """Tells whether the currently accessed section is in a SectionList or matches a pattern."""
        if isinstance(pattern, SectionList):
            here = self.here()
            return any(decl is here for decl in pattern.living())
        return self._compiled(pattern).fullmatch(hoc_section_name(self.here())) is not None

    def _compiled(self, pattern: Any) -> re.Pattern[str]:
        if pattern is None:
            raise HocExecError("nullptr object is not a SectionList")
        if not isinstance(pattern, str):
            raise HocExecError(f"{getattr(pattern, 'hoc_name', 'PythonObject')}  is not a SectionList")
        try:
            return pattern_within(pattern)
        except Refusal as refusal:
            raise HocExecError(str(refusal)) from None

    def places(self, decl: SectionDecl, ends: float) -> list[float]:
        """Returns the places of the nodes of a section, with the ends or without."""
        nseg = decl.nseg
        inner = [(i + 0.5) / nseg for i in range(nseg)]
        return [0.0, *inner, 1.0] if ends else inner

    # ---- making

    def connect(self, decl: SectionDecl, child_x: float, parent: SectionDecl | None, parent_x: float) -> None:
        """Connects an end of a section to a place on another, or on the currently accessed one."""
        is_plain = parent is not None and decl.parent is None and parent is not decl and child_x == decl.child_x
        if is_plain and decl.alive and parent.alive and 0.0 <= parent_x <= 1.0:  # type: ignore[union-attr]
            # as nearly all are connected
            self._hang(decl, parent, parent_x)  # type: ignore[arg-type]
            return
        session = self.session
        to = parent if parent is not None else self.here()
        if not (to.alive and decl.alive):
            raise ReferenceError(DELETED)
        if child_x not in (0.0, 1.0):
            raise HocExecError(f"{decl.full_name()}  must connect at position 0 or 1")
        if not 0.0 <= parent_x <= 1.0:
            raise HocExecError(f"{decl.full_name()}  must connect from 0<=x<=1 of parent")
        if decl.parent is not None:
            old = decl.parent.full_name()
            ends = f"{decl.full_name()}({decl.child_x:g})"
            complain(f"Notice: {ends} had previously been connected to parent {old}({decl.parent_x:g})")
        if to is decl:
            complain(f"{decl.full_name()} connection to {to.full_name()} will form a loop")
            raise HocExecError(f"{decl.full_name()} connection will form loop")
        session.model.connect(decl, to, parent_x=min(max(parent_x, 0.0), 1.0), child_x=child_x)

    def refuse_parent(self, name: str, has_index: bool) -> NoReturn:
        """Refuses to connect to a place on a section that is the component of an object: hoc has no form for it."""
        if has_index:
            raise HocExecError(f"[...](...) syntax only allowed for array range variables: {name}")
        raise HocExecError(f"'{name}' not right number of subscripts")

    def insert(self, decl: SectionDecl, mechanism: str) -> None:
        """Inserts a density mechanism into a section."""
        if decl.plan is not None and decl.plan.follow(mechanism):
            return
        in_use = self._types.get(mechanism)
        if in_use is not None and in_use.kind is MechanismKind.DENSITY:
            self.session.model.insert(decl, in_use)
            return
        try:
            insert_by_name(self.session, decl, mechanism)
        except ValueError:
            raise HocExecError(f"{mechanism} is not a MECHANISM") from None

    def uninsert(self, decl: SectionDecl, mechanism: str) -> None:
        """Takes a density mechanism out of a section."""
        handle_of(self.session, decl).uninsert(mechanism)

    def add_points(self, decl: SectionDecl, numbers: Sequence[float]) -> None:
        """Appends 3-D points, given one after another, to a section."""
        points.add_point(self.session.model, decl, numbers)

    # ---- range variables

    def value(self, decl: SectionDecl, name: str, x: float | None, indices: tuple[float, ...]) -> Any:
        """Returns a variable of a section at a place, 0.5 where none is given."""
        decl = decl if decl.alive else self._instead_of(decl)
        if name == "v" and (x is None or 0.0 < x < 1.0):
            row = decl.node_start + 1 + int((0.5 if x is None else x) * decl.nseg)
            return self._nodes.column("v").item(row)
        variable = self._variables.get(name)
        if x is None or 0.0 < x < 1.0:
            segment = int((0.5 if x is None else x) * decl.nseg)
            if variable is not None and not variable.length and decl.has(variable.mechanism):
                return self.session.model.value_in_segment(decl, variable.mechanism, variable.column, segment)
            if name == "diam" and decl.alive:
                return diameter(self.session.model, decl, segment)
        if name in SECTION_VARIABLES:
            return float(getattr(decl, name)) if name != "L" else self._handle(decl).L
        if name == "v" and decl.alive and (x == 0.0 or x == 1.0):
            row = self.session.model.node_row(decl, decl.slot(x))
            return self._nodes.column("v").item(row)
        found = getattr(self._segment(decl, name, 0.5 if x is None else x), name)
        if indices:
            return found[whole(indices[0])]
        return found if isinstance(found, float) else found[0]

    def put_value(self, decl: SectionDecl, name: str, x: float | None, indices: tuple[float, ...], value: float) -> float:
        """Writes a variable of a section as `set_value` does, and returns the value."""
        self.set_value(decl, name, x, indices, value)
        return value

    def update(self, decl: SectionDecl, name: str, operator: str, value: float) -> float:
        """`name += value`: each place of a section from what it has; returns what the last segment has then."""
        is_one = name in SECTION_VARIABLES
        new = 0.0
        for x in (None,) if is_one else self._all_places(decl, name):
            new = combined(operator, self.value(decl, name, x, ()), value)
            self.set_value(decl, name, x, (), new)
        return new

    def _all_places(self, decl: SectionDecl, name: str) -> list[float]:
        """Returns where a range variable has values, the last segment at the end; the voltage has some at both ends."""
        middles = [(i + 0.5) / decl.nseg for i in range(decl.nseg)]
        return [0.0, 1.0, *middles] if name == "v" else middles

    def set_value(self, decl: SectionDecl, name: str, x: float | None, indices: tuple[float, ...], value: Any) -> None:
        """Writes a variable of a section: at a place, or everywhere where none is given."""
        decl = decl if decl.alive else self._instead_of(decl)
        # L, Ra, nseg, rallbranch; v and diam everywhere
        if name == "diam" and self.session.model.points_fixed:
            # pt3dconst(1): hoc, not Python, leaves diameters alone altogether
            return
        if name in SECTION_VARIABLES:
            self._set_section_variable(decl, name, value)
            return
        if x is None and not indices and name in SETTERS:
            SETTERS[name](self._handle(decl), value)
            return
        if name == "v" and decl.alive and x is not None and 0.0 < x < 1.0:
            self._nodes.edit("v")[decl.node_start + 1 + int(x * decl.nseg)] = value
            return

        # a range variable of a mechanism that is there: everywhere, or in one segment
        variable, model = self._variables.get(name), self.session.model
        is_there = variable is not None and not variable.length and decl.has(variable.mechanism)
        if is_there and x is None and not indices:
            set_everywhere(self._handle(decl), variable, value)
            return
        if is_there and x is not None and 0.0 < x < 1.0:
            place = variable.mechanism, variable.column, int(x * decl.nseg)
            if model.value_in_segment(decl, *place) != value:
                model.set_in_segment(decl, *place, value)
            return
        if name == "diam" and decl.alive and x is not None and 0.0 < x < 1.0:
            set_segment_diameter(model, decl, decl.slot(x), value)
            return

        # what is left: the ends, elements of arrays, and what is to be refused
        where = self._segment(decl, name, 0.5 if x is None else x)
        if indices:
            for segment in [where] if x is not None else self._handle(decl):
                getattr(segment, name)[whole(indices[0])] = value
        elif x is not None:
            setattr(where, name, value)
        else:
            setattr(self._handle(decl), name, value)

    def _set_section_variable(self, decl: SectionDecl, name: str, value: float) -> None:
        if name != "nseg":
            OF_SECTIONS[name](self.session.model, decl, value)
            return
        nseg = whole(value)
        if nseg < 1:
            raise HocExecError("nseg  must be positive")
        self.session.model.set_nseg(decl, nseg if nseg <= MOST_SEGMENTS else 1)
        if nseg > MOST_SEGMENTS:
            complain(f"requesting {decl.full_name()}.nseg=1 but the maximum value is {MOST_SEGMENTS}.")
            complain("NEURON: nseg too large, setting to 1.")

    def _handle(self, decl: SectionDecl) -> Section:
        return handle_of(self.session, decl)

    def _segment(self, decl: SectionDecl, name: str, x: float) -> Any:
        names = self.session.interface.names
        variable = names.find(name) if name not in ("v", "diam") else None
        if variable is None and name not in ("v", "diam"):
            raise HocExecError(f"{name} not a section variable")
        if not 0.0 <= x <= 1.0:
            # what lies outside is the end, for v
            if not -1e-4 < x < 1.0001 and name != "v":
                raise HocExecError("range variable domain is 0<=x<=1")
            x = min(max(x, 0.0), 1.0)
        if variable is not None and not decl.has(variable.mechanism):
            complain(f"{variable.mechanism} mechanism not inserted in section {decl.full_name()}")
            raise HocExecError("")
        return self.session.interface.segment(decl, x)

    def reference(self, decl: SectionDecl, name: str, x: float | None, indices: tuple[float, ...]) -> Any:
        """Returns the place of a range variable."""
        if name == "v" and decl.alive and not indices and (x is None or 0.0 <= x <= 1.0):
            return self.session.model.node_reference(decl, decl.slot(0.5 if x is None else x))
        if name in SECTION_VARIABLES:
            return SectionNumber(self, decl, name)
        segment = self._segment(decl, name, 0.5 if x is None else x)
        found = getattr(segment, f"_ref_{name}")
        return found.offset(whole(indices[0])) if indices else found

    def here_reference(self, name: str, indices: tuple[float, ...], places: tuple[float, ...]) -> Any:
        """Returns the place of a range variable of the currently accessed section."""
        return self.reference(self.here(), name, places[0] if places else None, indices)

    def set_ramp(self, decl: SectionDecl, name: str, x0: float, x1: float, y0: float, y1: float, operator: str) -> None:
        """Writes a range variable so that it goes from y0 at x0 to y1 at x1."""
        if x1 <= x0:
            raise HocExecError("range variable notation r(x1:x2) requires  x1 > x2")
        if not (-1e-4 < x0 < 1.0001 and -1e-4 < x1 < 1.0001):
            raise HocExecError("range variable domain is 0<=x<=1")
        self._segment(decl, name, x0)
        for x in self._all_places(decl, name):
            if x0 - EPSILON <= x <= x1 + EPSILON:
                y = y0 + (y1 - y0) * (x - x0) / (x1 - x0)
                old = self.value(decl, name, x, ()) if operator != "=" else 0.0
                self.set_value(decl, name, x, (), combined(operator[:-1], old, y))

    def present(self) -> SectionDecl | None:
        """Returns the currently accessed section, or None."""
        return current_section_or_none(self.session)


class SectionNumber(Place):
    """L, Ra, nseg or rallbranch of a section."""

    __slots__ = ("_decl", "_name", "_support")

    def __init__(self, support: SectionSupport, decl: SectionDecl, name: str) -> None:
        self._support, self._decl, self._name = support, decl, name

    def get(self) -> float:
        return float(self._support.value(self._decl, self._name, None, ()))

    def set(self, value: float) -> None:
        self._support.set_value(self._decl, self._name, None, (), value)

    @property
    def key(self) -> tuple[Any, ...]:
        return id(self._decl), self._name


@lru_cache(maxsize=1024)
def _element_names(name: str, sizes: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(f"{name}[{place}]" for place in range(math.prod(sizes)))


def complain(text: str) -> None:
    """Prints what NEURON says besides an error."""
    sys.stdout.flush()
    sys.stderr.write(f"{text}\n")


def hoc_section_name(decl: SectionDecl) -> str:
    """Returns a section's name as hoc code sees it."""
    return decl.full_name() if decl.owner is not None or decl.name.startswith("__nrnsec_") else f"_pysec.{decl.full_name()}"
