"""Sections that have no rows in the tables yet.

Cells are built section by section, statement by statement, and nobody looks at a value in between. So a section gets its rows
when somebody first asks for one: then all sections that wait up to that one are placed together, those of one shape in one
block of each table. Until then inserting, dividing and values that are the same in all segments change its plan alone.

Placing makes tables grow: who wants an element of a column asks for the row first, then for the column.

A shape is what sections have in common that went the same way. Shapes are kept, with what each further step makes of them, so
that the second cell of a kind costs a few lookups.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from jneuron.model.construction import CONSTRUCTOR
from jneuron.model.ions import Ion, IonRegistry
from jneuron.model.section import Listing, SectionDecl, with_mechanisms
from jneuron.model.table import Indices, Table

if TYPE_CHECKING:
    from jneuron.ir.mechanism_type import MechanismType


class Shape:
    """What sections have in common that went the same way.

    Attributes:
        mechanisms: Density mechanisms and ions, in order of insertion.
        listings: Those of each segment as NEURON lists them. (nseg,)
        styles: The style of each ion.
        divided: The shape with another number of segments, by that number and which end was connected then.
        steps: What inserting a density mechanism makes of it, by the mechanism's name.
    """

    __slots__ = ("divided", "listings", "mechanisms", "steps", "styles")

    def __init__(self, mechanisms: tuple[str, ...], listings: tuple[Listing, ...], styles: dict[str, float]) -> None:
        self.mechanisms, self.listings, self.styles = mechanisms, listings, styles
        self.divided: dict[tuple[int, float], Shape] = {}
        self.steps: dict[str, Step] = {}

    def add_step(self, type_: MechanismType, ions: IonRegistry, tables: dict[str, Table]) -> None:
        """Works out what inserting a density mechanism makes of it."""
        is_there = type_.name in self.mechanisms
        self.steps[type_.name] = Step(self, ()) if is_there else self._with(type_, ions, tables)

    def _with(self, type_: MechanismType, ions: IonRegistry, tables: dict[str, Table]) -> Step:
        used = tuple(f"{use.name}_ion" for use in type_.ions)
        added = tuple(ion for ion in used if ion not in self.mechanisms)
        styles = dict(self.styles)
        for use, ion in zip(type_.ions, used, strict=True):
            styles[ion] = float(IonRegistry.combine_style(int(styles.get(ion, 0.0)), use))
        listings = tuple(with_mechanisms(listing, (type_.name, *used)) for listing in self.listings)
        new = []
        for name in added:
            here, defaults = ions.by_mechanism(name), tables[name].defaults
            new.append(NewIon(here, defaults[f"{here.name}i"], defaults[f"{here.name}o"]))
        return Step(Shape((*self.mechanisms, type_.name, *added), listings, styles), tuple(new))


class NewIon(NamedTuple):
    """An ion that comes with a mechanism.

    Attributes:
        ion: The ion.
        inner: The concentration inside of a new row. [mM]
        outer: The concentration outside of a new row. [mM]
    """

    ion: Ion
    inner: float
    outer: float


class Step(NamedTuple):
    """What an insertion makes of a shape.

    Attributes:
        shape: The new shape.
        ions: Those that have come with the mechanism.
    """

    shape: Shape
    ions: tuple[NewIon, ...]


class Plan:
    """What has been said of a section without rows.

    Attributes:
        waiting: Where it waits.
        shape: Its mechanisms and segments.
        values: What has been assigned, by mechanism and column: a number for all segments, or a list of one for each.
        is_even: Whether there are no such lists.
    """

    __slots__ = ("is_even", "shape", "values", "waiting")

    def __init__(self, waiting: Waiting) -> None:
        self.waiting, self.shape = waiting, waiting.first_shape
        self.values: dict[tuple[str, str], float | list[float]] = {}
        self.is_even = True

    def follow(self, mechanism: str) -> bool:
        """Inserts a density mechanism, and the ions it uses, if it is known what that makes of the shape; returns whether."""
        step = self.shape.steps.get(mechanism)
        if step is None:
            return False
        self.shape = step.shape
        # a new instance starts from the ion's present global concentrations
        for ion, inner, outer in step.ions:
            if ion.inner != inner or ion.outer != outer:
                self.values[ion.mechanism, f"{ion.name}i"] = ion.inner
                self.values[ion.mechanism, f"{ion.name}o"] = ion.outer
        return True

    def value(self, mechanism: str, column: str, segment: int) -> float:
        """Returns the value in a segment of a variable that is no array."""
        value = self.values.get((mechanism, column))
        if value is None:
            return self._default(mechanism, column)
        return value[segment] if type(value) is list else value  # type: ignore[return-value]

    def set_value(self, mechanism: str, column: str, segment: int, value: float) -> None:
        """Writes the value in one segment."""
        place = mechanism, column
        nseg = len(self.shape.listings)
        held = self.values.get(place)
        if nseg == 1:
            self.values[place] = value
        elif type(held) is list:
            held[segment] = value
        else:
            self.is_even = False
            all_ = self.values[place] = [self._default(mechanism, column) if held is None else held] * nseg  # type: ignore[list-item]
            all_[segment] = value

    def _default(self, mechanism: str, column: str) -> float:
        if column == "style":
            return self.shape.styles.get(mechanism, 0.0)
        return self.waiting.tables[mechanism].defaults[column]

    def divide(self, shape: Shape, origins: Sequence[int]) -> None:
        """Takes on another shape.

        Args:
            origins: For each new segment the old one from which it takes its values.
        """
        self.shape = shape
        for place, value in () if self.is_even else self.values.items():
            if type(value) is list:
                self.values[place] = [value[origin] for origin in origins]


class Waiting:
    """The sections of a model that wait for their rows.

    Attributes:
        sections: With their plans, in order of creation.
        first_shape: That of a new section.
        tables: The model's.
    """

    def __init__(self, tables: dict[str, Table]) -> None:
        self.sections: dict[SectionDecl, Plan] = {}
        self.first_shape = Shape(("morphology", "capacitance"), (("capacitance", "morphology"),), {})
        self.tables = tables
        self._is_building = False

    def add(self, sections: Sequence[SectionDecl]) -> None:
        """Begins the plans of new sections."""
        for section in sections:
            section.plan = self.sections[section] = Plan(self)
        self._is_building = True

    def forget(self, section: SectionDecl) -> None:
        """Ends the plan of a section that gets no rows any more."""
        section.plan = None
        section.node_start, section.mechanisms, section.listings = 0, {}, []
        del self.sections[section]

    def can_plan(self, type_: MechanismType) -> bool:
        """Tells whether instances of a mechanism may be made later: nothing happens when one is."""
        return CONSTRUCTOR not in type_.kernels and self.tables[type_.name].on_new_rows is None

    def place(self, last: SectionDecl | None = None) -> None:
        """Gives all sections that wait their rows, or those up to one that is asked for: the others are still being made.

        Where none has been made since rows were asked for before, none is being made.
        """
        if not self.sections:
            return
        if not self._is_building:
            last = None
        self._is_building = False
        of_shape: dict[Shape, list[SectionDecl]] = {}
        n_placed = 0
        for section, plan in self.sections.items():
            of_shape.setdefault(plan.shape, []).append(section)
            n_placed += 1
            if section is last:
                break
        if n_placed == len(self.sections):
            self.sections.clear()
        for shape, sections in of_shape.items():
            if len(sections) == 1:
                self._place_one(shape, sections[0])
            else:
                self._place_alike(shape, sections)
        if self.sections:
            for sections in of_shape.values():
                for section in sections:
                    del self.sections[section]

    def _place_one(self, shape: Shape, section: SectionDecl) -> None:
        tables, nseg, plan = self.tables, len(shape.listings), section.plan
        assert plan is not None
        section.plan = None
        section.node_start, section.listings = tables["node"].allocate(nseg + 2), list(shape.listings)
        rows = section.mechanisms = {name: tables[name].allocate(nseg) for name in shape.mechanisms}
        for name, style in shape.styles.items():
            tables[name].edit("style")[rows[name] : rows[name] + nseg] = style
        for (mechanism, column), value in plan.values.items():
            start = rows[mechanism]
            tables[mechanism].edit(column)[start : start + nseg] = value

    def _place_alike(self, shape: Shape, sections: list[SectionDecl]) -> None:
        tables, nseg, n_section = self.tables, len(shape.listings), len(sections)
        starts = {name: tables[name].allocate_many(n_section, nseg) for name in shape.mechanisms}
        rows = {name: _all_rows(first, nseg) for name, first in starts.items()}
        for name, style in shape.styles.items():
            tables[name].edit("style")[rows[name]] = style

        # one row of each table to each section
        values: list[dict[tuple[str, str], float | list[float]]] = []
        nodes = tables["node"].allocate_many(n_section, nseg + 2)
        for section, first_node, own in zip(sections, nodes, zip(*starts.values(), strict=True), strict=True):
            assert section.plan is not None
            values.append(section.plan.values)
            section.plan = None
            section.node_start, section.listings = first_node, list(shape.listings)
            section.mechanisms = dict(zip(shape.mechanisms, own, strict=True))

        # what has been assigned, column by column
        for place in dict.fromkeys(chain.from_iterable(values)):
            mechanism, name = place
            given: Any = [value.get(place) for value in values]
            column = tables[mechanism].edit(name)
            if {*map(type, given)} == {float}:
                column[rows[mechanism]] = np.repeat(given, nseg) if nseg > 1 else given
                continue
            for start, value in zip(starts[mechanism], given, strict=True):
                if value is not None:
                    column[start : start + nseg] = value


def _all_rows(starts: list[int], n_row: int) -> Indices:
    return (np.array(starts)[:, np.newaxis] + np.arange(n_row)).ravel()
