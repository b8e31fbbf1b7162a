"""Everything the user declared: sections, mechanisms, point processes, connections, recordings.

All changes go through the methods here, which keep the tables, the trees and the counters of changes consistent. Geometry
(what 3-D points mean for L and diam) is worked out in `jneuron.geometry`; this is the record of what was said.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from jneuron.base.random123 import STREAM_SIZE
from jneuron.ir.kinds import MechanismKind, VariableKind
from jneuron.model.changes import Changes
from jneuron.model.connections import Connections
from jneuron.model.construction import CONSTRUCTOR, DESTRUCTOR, run_block
from jneuron.model.defaults import GLOBALS, NODE
from jneuron.model.ends import exchange_ends, resettle
from jneuron.model.function_table import FunctionTableDecl
from jneuron.model.ions import Ion, IonRegistry
from jneuron.model.network import NetConDecl, SourceDecl
from jneuron.model.placement import Plan, Shape, Waiting
from jneuron.model.point_process import NO_CONNECTIONS, PointProcessDecl
from jneuron.model.probes import Probes
from jneuron.model.random_settings import RandomSettings
from jneuron.model.redivision import Redivision, redivide
from jneuron.model.reference import Reference
from jneuron.model.references import DEAD, ColumnReference, kill, living_references, note
from jneuron.model.section import NO_END_ROWS, SectionDecl, slot_starts, with_mechanisms
from jneuron.model.table import Table
from jneuron.model.transfers import Transfers

if TYPE_CHECKING:
    from jneuron.ir.mechanism_type import IonUse, MechanismType


class Model(Connections):
    """The declarations of one simulator.

    Attributes:
        sources: In order of creation; the values say nothing.
        no_source: What stands for the source of NetCons without one: it never fires, but has a Vector to record into.
        tables: By mechanism name; "node" (v, area, ri), "hoc" (the global numbers, one row), "netcon", "weight", "source".
        types: Mechanism types in use, by name.
        sections: Living sections in order of creation.
        waiting: Those that have no rows yet.
        stale_sections: Those whose area and ri may be worked out when another's are (see `SectionDecl.geometry_stale`).
        changes: What has changed since.
        probes: Recordings and plays.
        pointers: What POINTER variables point to, by mechanism, row and variable.
        function_tables: What FUNCTION_TABLEs were filled with, by mechanism and name.
        points_fixed: Whether L and diam leave 3-D points alone (pt3dconst).
        spine_area: Area of a spine on a 3-D point of negative diameter [um2].
    """

    def __init__(self) -> None:
        self.tables: dict[str, Table] = {}
        self.types: dict[str, MechanismType] = {}
        self.serving: dict[str, MechanismType] = {}
        self.ions = IonRegistry()
        self.sections: dict[int, SectionDecl] = {}
        self.waiting = Waiting(self.tables)
        self.stale_sections: dict[SectionDecl, None] = {}
        self.point_processes: dict[int, PointProcessDecl] = {}
        self.netcons: dict[int, NetConDecl] = {}
        self.sources: dict[SourceDecl, None] = {}
        self.no_source = SourceDecl(row=-1)
        self.changes = Changes()
        self.probes = Probes()
        self.transfers = Transfers()
        self.input_ports: dict[int, SourceDecl] = {}
        self.outbox: list[tuple[float, int]] = []
        self.patterns: dict[PointProcessDecl, list[tuple[float, int]]] = {}
        self.random_settings = RandomSettings()
        self.points_fixed = False
        self.spine_area = 0.0
        self.pointers: dict[tuple[str, int, str], Reference] = {}
        self.function_tables: dict[tuple[str, str], FunctionTableDecl] = {}
        self._source_of_key: dict[Any, SourceDecl] = {}
        self._n_created = self._n_settled = 0
        self._copied_listings: dict[tuple[str, ...], tuple[str, ...]] = {}
        self.add_table(Table("node", NODE))
        self.add_table(Table("morphology", {"diam": 500.0}))
        self.add_table(Table("capacitance", {"cm": 1.0, "i_cap": 0.0}))
        self.add_table(Table("hoc", GLOBALS))
        self._netcon_table = Table("netcon", {"delay": 1.0, "active": 1.0})
        self._weight_table = Table("weight", {"weight": 0.0})
        self.add_table(self._netcon_table)
        self.add_table(self._weight_table)
        self._source_table = Table("source", {"threshold": 10.0})
        self.add_table(self._source_table)
        self.tables["hoc"].allocate(1)
        for name in ("na", "k"):
            self.add_ion(name, 1.0)

    # ---- tables and types

    def add_table(self, table: Table) -> None:
        """Adds a mechanism's table."""
        self.tables[table.name] = table

    def add_type(self, type_: MechanismType) -> None:
        """Makes room for instances of a mechanism type, and registers its ions; does nothing the second time."""
        if type_.name in self.types:
            return
        self.types[type_.name] = type_
        if type_.kind is not MechanismKind.FUNCTIONS:
            # what kernels see of a Vector lies in no table
            own = [v for v in type_.variables if v.kind is not VariableKind.VECTOR]
            streams = {v.name for v in own if v.kind is VariableKind.RANDOM}
            lengths = {v.name: v.length for v in own if v.length} | dict.fromkeys(streams, STREAM_SIZE)
            self.add_table(Table(type_.name, {v.name: v.default for v in own}, lengths, streams))
            self.random_settings.add_table(self.tables[type_.name])
        if type_.globals:
            lengths = {g.name: g.length for g in type_.globals if g.length}
            table = Table(f"{type_.name}@global", {g.name: g.default for g in type_.globals}, lengths)
            table.allocate(1)
            self.add_table(table)
        for use in type_.ions:
            self.add_ion(use.name, use.valence)

    def add_ion(self, name: str, valence: float | None) -> Ion:
        """Registers an ion, with its table `<name>_ion`; does nothing if it is known."""
        ion = self.ions.register(name, valence)
        if ion.mechanism not in self.tables:
            self.add_table(Table(ion.mechanism, ion.defaults()))
        return ion

    # ---- sections

    def create_section(self, name: str, cell: Any = None, cell_name: str | None = None) -> SectionDecl:
        """Returns a new section of one segment, of a cell whose name is what it shows of itself if not given."""
        if cell_name is None:
            cell_name = "" if cell is None else str(cell)
        return self.create_sections([name], cell, cell_name)[0]

    def create_sections(self, names: Sequence[str], cell: Any, cell_name: str, *, owner: Any = None) -> list[SectionDecl]:
        """Returns new sections of one segment each, of one cell or of none.

        Args:
            owner: What keeps them alive besides their handles.
        """
        cell_reference = weakref.ref(cell) if cell is not None else None
        sections, stale, order = self.sections, self.stale_sections, self._n_created
        created = []
        for name in names:
            section = sections[order] = SectionDecl(name, order)
            section.cell, section.cell_name, section.owner = cell_reference, cell_name, owner
            stale[section] = None
            created.append(section)
            order += 1
        self._n_created = order
        self.waiting.add(created)
        self.changes.mark_topology()
        return created

    def delete_section(self, section: SectionDecl) -> None:
        """Deletes a section; its children become roots, its point processes lose their location."""
        if not section.alive:
            return
        self.disconnect(section)
        for child in list(section.children):
            self.disconnect(child)
        for process in list(section.point_processes):
            run_block(self.tables, process.type, DESTRUCTOR, process.row)
            self.unlocate(process)
            self.tables[process.type.name].reset(process.row)
        if section.plan is not None:
            self.waiting.forget(section)
        else:
            self._release_rows(section)
        if section.references:
            kill(section)
        section.alive = False
        del self.sections[section.order]
        self.stale_sections.pop(section, None)
        self.changes.mark_topology()

    def _release_rows(self, section: SectionDecl) -> None:
        for name, start in section.mechanisms.items():
            if name in self.types:
                run_block(self.tables, self.types[name], DESTRUCTOR, start, section.nseg)
            self.tables[name].release(start, section.nseg)
        for (name, _), row in section.end_rows.items():
            self.tables[name].release(row, 1)
        self.tables["node"].release(section.node_start, section.nseg + 2)
        section.mechanisms.clear()
        section.end_rows = NO_END_ROWS

    def mark_stale(self, section: SectionDecl) -> None:
        """Notes that area, ri, and with 3-D points diam, of a section have to be worked out anew."""
        section.geometry_stale = True
        self.stale_sections[section] = None

    def connect(self, child: SectionDecl, parent: SectionDecl, *, parent_x: float, child_x: float) -> None:
        """Connects an end of `child` to a place on `parent`; the caller has refused loops and wrong ends."""
        if self.sections.get(child.order) is not child or self.sections.get(parent.order) is not parent:
            self._check_own(child)
            self._check_own(parent)
        if child.parent is not None:
            self.disconnect(child)
        if child.child_x != child_x:
            child.child_x = child_x
            child.children = child.children[::-1]
            exchange_ends(self, child)
            self.mark_stale(child)
        self.hang(child, parent, parent_x)

    def hang(self, child: SectionDecl, parent: SectionDecl, parent_x: float) -> None:
        """Connects the end of a root that is its connected one already to a place on a section of the same simulator."""
        child.parent, child.parent_x = parent, parent_x
        siblings = parent.children
        if not siblings:
            parent.children = [child]
        elif parent.distance_of(siblings[-1]) >= (distance := parent.distance_of(child)):
            siblings.append(child)  # type: ignore[union-attr]
        else:
            siblings.insert(sum(parent.distance_of(other) >= distance for other in siblings), child)  # type: ignore[union-attr]
        if child.point_processes:
            resettle(self, child)
        self.changes.mark_topology()

    def disconnect(self, child: SectionDecl) -> None:
        """Makes `child` a root, with a node of its own at the end that was connected."""
        if child.parent is None:
            return
        siblings = child.parent.children
        assert isinstance(siblings, list)
        siblings.remove(child)
        if child.plan is None:
            connected = 0 if child.child_x == 0.0 else child.nseg + 1
            self.tables["node"].edit("v")[child.node_start + connected] = NODE["v"]
        child.parent, child.parent_x = None, 0.0
        if child.point_processes:
            resettle(self, child)
        self.changes.mark_topology()

    def node_of(self, section: SectionDecl, slot: int) -> tuple[SectionDecl, int]:
        """Returns the section and slot that own the node at a slot: the connected end is a node of the parent."""
        while section.parent is not None:
            connected = 0 if section.child_x == 0.0 else section.nseg + 1
            if slot != connected:
                break
            parent, x = section.parent, section.parent_x
            section, slot = parent, parent.slot(x)
        return section, slot

    def node_reference(self, section: SectionDecl, slot: int, variable: str = "v") -> ColumnReference:
        """Returns the reference to the voltage, or another variable of nodes, at a slot."""
        if section.parent is not None:
            section, slot = self.node_of(section, slot)
        return note(ColumnReference(self.tables["node"], variable, section.node_start + slot, 0, section))

    def segment_reference(
        self, section: SectionDecl, slot: int, mechanism: str, column: str, index: int = 0
    ) -> ColumnReference:
        """Returns the reference to a variable of a density mechanism in a segment."""
        row = section.mechanisms[mechanism] + slot - 1
        return note(ColumnReference(self.tables[mechanism], column, row, index, section))

    def process_reference(self, process: PointProcessDecl, variable: str, index: int = 0) -> ColumnReference:
        """Returns the reference to a variable of a point process."""
        return note(ColumnReference(self.tables[process.type.name], variable, process.row, index, process))

    def node_row(self, section: SectionDecl, slot: int) -> int:
        """Returns the row of table "node" that holds the voltage at a slot."""
        section, slot = self.node_of(section, slot)
        return section.node_start + slot

    def set_voltage(self, section: SectionDecl, voltage: float) -> None:
        """Sets the voltage of all nodes of a section, the one included that a connected end shares [mV]."""
        start, end = section.node_start, section.nseg + 1
        values = self.tables["node"].edit("v")
        values[start + 1 : start + end] = voltage
        values[self.node_row(section, 0)] = values[self.node_row(section, end)] = voltage

    def roots(self) -> Iterator[SectionDecl]:
        """Yields the root sections in order of creation."""
        return (section for section in self.sections.values() if section.parent is None)

    def set_nseg(self, section: SectionDecl, nseg: int) -> None:
        """Changes the number of segments.

        Every value of a new segment is that of the old segment in which its centre lies, of two the one farther from the
        connected end; point processes keep their position along the section.
        """
        old = section.nseg
        if nseg == old:
            return
        plan = section.plan
        if plan is not None and plan.is_even and not section.point_processes and not section.end_rows:
            divided = plan.shape.divided.get((nseg, section.child_x))
            if divided is not None:
                plan.shape, section.nseg = divided, nseg
                return
        division = redivide(old, nseg, turned=section.child_x == 1.0)
        if plan is not None:
            self._plan_nseg(section, plan, division)
        else:
            self._move_rows(section, division)
        if section.end_rows:
            section.end_rows = {(m, 0 if s == 0 else nseg + 1): row for (m, s), row in section.end_rows.items()}
        for process in section.point_processes:
            process.slot = division.process_moves[process.slot]

    def _plan_nseg(self, section: SectionDecl, plan: Plan, division: Redivision) -> None:
        shape, nseg = plan.shape, len(division.origins)
        divided = shape.divided.get((nseg, section.child_x))
        if divided is None:
            listings = self._divided_listings(shape.listings, division)
            divided = shape.divided[nseg, section.child_x] = Shape(shape.mechanisms, tuple(listings), shape.styles)
        # no program knows the section yet
        plan.divide(divided, division.origins)
        section.nseg = nseg

    def _move_rows(self, section: SectionDecl, division: Redivision) -> None:
        old, tables = section.nseg, self.tables
        starts = slot_starts(section) if section.references else {}
        rows, segments = section.mechanisms, division.segments
        for name, start in rows.items():
            rows[name] = tables[name].move(start, old, segments)
        section.node_start = tables["node"].move(section.node_start, old + 2, division.slots)
        section.nseg = len(division.origins)
        section.listings = self._divided_listings(section.listings, division)
        if section.references:
            self._move_references(section, starts, division.moves)
        self.mark_stale(section)
        self.changes.mark_topology()

    def value_in_segment(self, section: SectionDecl, mechanism: str, column: str, segment: int) -> float:
        """Returns a variable, no array, of a mechanism that is there, in a segment counted from 0."""
        if section.plan is not None:
            return section.plan.value(mechanism, column, segment)
        return self.tables[mechanism].column(column).item(section.mechanisms[mechanism] + segment)

    def set_in_segment(self, section: SectionDecl, mechanism: str, column: str, segment: int, value: float) -> None:
        """Writes a variable, no array, of a mechanism that is there, in a segment counted from 0."""
        if section.plan is not None:
            section.plan.set_value(mechanism, column, segment, value)
        else:
            self.tables[mechanism].edit(column)[section.mechanisms[mechanism] + segment] = value

    def set_in_section(self, section: SectionDecl, mechanism: str, column: str, value: float) -> None:
        """Writes a variable, no array, of a mechanism that is there, in all segments."""
        if section.plan is not None:
            section.plan.own_values()[mechanism, column] = value
            return
        start, nseg = section.mechanisms[mechanism], section.nseg
        values = self.tables[mechanism].edit(column)
        if nseg == 1:
            values[start] = value
        else:
            values[start : start + nseg] = value

    def _move_references(self, section: SectionDecl, starts: dict[str, int], moves: dict[int, int]) -> None:
        # `starts` says where slot 0 of each mechanism was
        new_starts = slot_starts(section)
        rows: list[tuple[ColumnReference, int]] = []
        for reference in living_references(section):
            if reference.alive:
                name = reference.table.name
                slot = moves.get(reference.row - starts[name])
                rows.append((reference, DEAD if slot is None else new_starts[name] + slot))
        self.move_references(rows)

    def move_references(self, rows: list[tuple[ColumnReference, int]]) -> None:
        """Makes references point at other rows, given with each."""
        moved: list[SourceDecl] = []
        for reference, row in rows:
            source = self._source_of_key.get(reference.key)
            if source is not None and source.variable is reference:
                del self._source_of_key[source.entered]
                moved.append(source)
            reference.row = row

        # sources are known by the places of their variables
        for source in moved:
            source.entered = source.key
            self._source_of_key[source.entered] = source

    def _divided_listings(self, listings: Sequence[tuple[str, ...]], division: Redivision) -> list[tuple[str, ...]]:
        if len(listings) == 1:
            copied = self._copied_listing(listings[0])
            return [listings[0] if before else copied for before in division.kept]
        return [
            listings[before - 1] if before else self._copied_listing(listings[i])
            for before, i in zip(division.kept, division.origins, strict=True)
        ]

    def _copied_listing(self, listing: tuple[str, ...]) -> tuple[str, ...]:
        known = self._copied_listings.get(listing)
        if known is None:
            # copied mechanism by mechanism; each puts the ions that it uses in front of itself
            known = ()
            for name in listing:
                known = (name, *known)
                ions = [f"{use.name}_ion" for use in self.types[name].ions] if name in self.types else []
                known = with_mechanisms(known, tuple(ion for ion in ions if ion in known))
            self._copied_listings[listing] = known
        return known

    # ---- mechanisms

    def insert(self, section: SectionDecl, type_: MechanismType) -> None:
        """Inserts a density mechanism, and the ions it uses, into every segment; does nothing if it is there."""
        plan = section.plan
        if plan is not None and (plan.follow(type_.name) or self._plan_first(plan, type_)):
            return
        self.add_type(type_)
        name = type_.name
        if name in section.mechanisms:
            return
        start = section.mechanisms[name] = self.tables[name].allocate(section.nseg)
        if CONSTRUCTOR in type_.kernels:
            run_block(self.tables, type_, CONSTRUCTOR, start, section.nseg)
        listed = (name, *(f"{use.name}_ion" for use in type_.ions))
        section.listings = [with_mechanisms(listing, listed) for listing in section.listings]
        for use in type_.ions:
            self._insert_ion(section, use)
        self.changes.mark_topology()

    def _plan_first(self, plan: Plan, type_: MechanismType) -> bool:
        """Inserts what a section of this shape has not had yet; returns whether that can be done without rows."""
        self.add_type(type_)
        if not self.waiting.can_plan(type_):
            return False
        plan.shape.add_step(type_)
        return plan.follow(type_.name)

    def insert_ion(self, section: SectionDecl, mechanism: str) -> None:
        """Inserts an ion by its mechanism's name (`na_ion`)."""
        if mechanism not in section.mechanisms:
            section.mechanisms[mechanism] = self.tables[mechanism].allocate(section.nseg)
            section.listings = [with_mechanisms(listing, (mechanism,)) for listing in section.listings]
            self.changes.mark_topology()

    def _insert_ion(self, section: SectionDecl, use: IonUse) -> None:
        mechanism = f"{use.name}_ion"
        start = section.mechanisms.get(mechanism)
        if start is None:
            start = section.mechanisms[mechanism] = self.tables[mechanism].allocate(section.nseg)
        self._note_ion_use(mechanism, range(start, start + section.nseg), use)

    def _note_ion_use(self, mechanism: str, rows: range, use: IonUse) -> None:
        column = self.tables[mechanism].edit("style")
        if len(rows) == 1:
            column[rows.start] = self.ions.combine_style(int(column[rows.start]), use)
            return
        styles = column[rows.start : rows.stop]
        before = styles.tolist()
        if before.count(before[0]) == len(before):
            styles[:] = self.ions.combine_style(int(before[0]), use)
        else:
            styles[:] = [self.ions.combine_style(int(style), use) for style in before]

    def uninsert(self, section: SectionDecl, name: str) -> None:
        """Takes a density mechanism out; ions stay, as in NEURON."""
        start = section.mechanisms.pop(name, None)
        if start is not None:
            if name in self.types:
                run_block(self.tables, self.types[name], DESTRUCTOR, start, section.nseg)
            kill(section, name)
            section.listings = [tuple(each for each in listing if each != name) for listing in section.listings]
            self.tables[name].release(start, section.nseg)
            self.changes.mark_topology()

    def ion_row(self, section: SectionDecl, slot: int, mechanism: str) -> int:
        """Returns the row of an ion at a slot, making one on an end node where a point process needs it."""
        section, slot = self.node_of(section, slot)
        if 1 <= slot <= section.nseg:
            self.insert_ion(section, mechanism)
            return section.mechanisms[mechanism] + slot - 1
        key = (mechanism, slot)
        if key not in section.end_rows:
            section.end_rows = {**section.end_rows, key: self.tables[mechanism].allocate(1)}
        return section.end_rows[key]

    # ---- point processes

    def create_point_process(self, type_: MechanismType) -> PointProcessDecl:
        """Returns a new instance without a location."""
        if type_.name not in self.types:
            self.add_type(type_)
        order = self._n_created
        self._n_created = order + 1
        process = self.point_processes[order] = PointProcessDecl(type_, self.tables[type_.name].allocate_row(), order)
        if CONSTRUCTOR in type_.kernels and type_.kind is MechanismKind.ARTIFICIAL:
            run_block(self.tables, type_, CONSTRUCTOR, process.row)
        self.changes.mark_topology()
        return process

    def create_on_slot(
        self, type_: MechanismType, section: SectionDecl, slot: int, handle: weakref.ref[Any]
    ) -> PointProcessDecl:
        """Returns a new instance, on a living section, of a type without ions and CONSTRUCTOR.

        The same as `create_point_process` and `locate`, for what models make by the ten thousand.
        """
        if self.sections.get(section.order) is not section:
            self._check_own(section)
        name, order, changes = type_.name, self._n_created, self.changes
        if name not in self.types:
            self.add_type(type_)
        table = self.tables[name]
        process = PointProcessDecl(type_, table.rows.pop() if table.rows else table.allocate_row(), order)
        self.point_processes[order] = process
        self._n_created = order + 1
        process.section, process.slot, process.handle = section, slot, handle
        process.arrival = self._n_settled
        self._n_settled += 1
        here = section.point_processes
        if here:
            here.append(process)  # type: ignore[union-attr]
        else:
            section.point_processes = [process]
        changes.topology += 1
        changes.geometry += 1
        return process

    def locate(self, process: PointProcessDecl, section: SectionDecl, slot: int) -> None:
        """Puts a point process on a slot."""
        if self.sections.get(section.order) is not section:
            self._check_own(section)
        type_, is_new = process.type, process.section is None
        if not is_new:
            self.unlocate(process)
        process.section, process.slot = section, slot
        if is_new and CONSTRUCTOR in type_.kernels:
            run_block(self.tables, type_, CONSTRUCTOR, process.row)
        if isinstance(section.point_processes, list):
            section.point_processes.append(process)
        else:
            section.point_processes = [process]
        self.settle(process)
        self.changes.mark_topology()

    def settle(self, process: PointProcessDecl) -> None:
        """Makes a point process the newest of those on its node, with the ions it uses."""
        assert process.section is not None
        process.arrival, self._n_settled = self._n_settled, self._n_settled + 1
        for use in process.type.ions:
            row = self.ion_row(process.section, process.slot, f"{use.name}_ion")
            self._note_ion_use(f"{use.name}_ion", range(row, row + 1), use)

    def unlocate(self, process: PointProcessDecl) -> None:
        """Takes a point process off its section."""
        if process.section is not None:
            here = process.section.point_processes
            assert isinstance(here, list)
            here.remove(process)
            process.section = None
            self.changes.mark_topology()

    def delete_point_process(self, process: PointProcessDecl) -> None:
        """Deletes an instance; NetCons onto it lose their target, NetCons from it are no sources any more."""
        type_ = process.type
        if DESTRUCTOR in type_.kernels and (process.section is not None or type_.kind is MechanismKind.ARTIFICIAL):
            run_block(self.tables, type_, DESTRUCTOR, process.row)
        section = process.section
        if section is not None:
            here = section.point_processes
            assert isinstance(here, list)
            if here[-1] is process:
                here.pop()
            else:
                here.remove(process)
            process.section = None
        if process.references:
            kill(process)
        if process.connections:
            for netcon in process.connections.values():
                netcon.target = None
            process.connections = NO_CONNECTIONS
        source = self._source_of_key.get(process.order)
        if source is not None:
            self._delete_source(source)
        self.tables[type_.name].released.append(process.row)
        self.point_processes.pop(process.order, None)
        changes = self.changes
        changes.topology += 1
        changes.geometry += 1

    def set_pointer(self, mechanism: str, row: int, variable: str, reference: Any) -> None:
        """Makes a POINTER variable of one instance point somewhere."""
        self.pointers[mechanism, row, variable] = reference
        self.changes.mark_topology()
