"""Sections that have no rows in the tables yet.

Cells are built section by section, statement by statement, and nobody looks at a value in between. So a section gets its rows
when somebody first asks for one: then all sections that wait up to that one are placed together, those of one shape in one
block of each table. Until then inserting, dividing and values that are the same in all segments change its plan alone.

Placing makes tables grow: who wants an element of a column asks for the row first, then for the column.

A shape is what sections have in common that went the same way. Shapes are kept, with what each further step makes of them, so
that the second cell of a kind costs a few lookups.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np

from jneuron.model.construction import CONSTRUCTOR
from jneuron.model.ions import IonRegistry
from jneuron.model.repetition import NO_VALUES, State
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
        self.steps: dict[str, Shape] = {}

    def add_step(self, type_: MechanismType) -> None:
        """Works out what inserting a density mechanism makes of it."""
        self.steps[type_.name] = self if type_.name in self.mechanisms else self._with(type_)

    def _with(self, type_: MechanismType) -> Shape:
        used = tuple(f"{use.name}_ion" for use in type_.ions)
        added = tuple(ion for ion in used if ion not in self.mechanisms)
        styles = dict(self.styles)
        for use, ion in zip(type_.ions, used, strict=True):
            styles[ion] = float(IonRegistry.combine_style(int(styles.get(ion, 0.0)), use))
        listings = tuple(with_mechanisms(listing, (type_.name, *used)) for listing in self.listings)
        return Shape((*self.mechanisms, type_.name, *added), listings, styles)


class Plan:
    """What has been said of a section without rows.

    Attributes:
        waiting: Where it waits.
        shape: Its mechanisms and segments.
        values: What has been assigned, by mechanism and column: a number for all segments, or a list of one for each.
        is_even: Whether there are no such lists.
        state: What the section is, if it is what others have been: the values are shared then (see `repetition`).
        before: The state that a block began from which is being executed and has not been met in that state yet.
    """

    __slots__ = ("before", "is_even", "shape", "state", "values", "waiting")

    def __init__(self, waiting: Waiting) -> None:
        self.waiting, self.shape = waiting, waiting.first_shape
        self.values: Mapping[tuple[str, str], float | list[float]] = NO_VALUES
        self.is_even = True
        self.state: State | None = waiting.first_state
        self.before: State | None = None

    def own_values(self) -> dict[tuple[str, str], float | list[float]]:
        """Returns what has been assigned, for changing it."""
        values = self.values
        if type(values) is not dict:
            values = self.values = dict(values)
        return values

    def follow(self, mechanism: str) -> bool:
        """Inserts a density mechanism, and the ions it uses, if it is known what that makes of the shape; returns whether."""
        shape = self.shape.steps.get(mechanism)
        if shape is None:
            return False
        self.shape = shape
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
        nseg, values = len(self.shape.listings), self.own_values()
        held = values.get(place)
        if nseg == 1:
            values[place] = value
        elif type(held) is list:
            held[segment] = value
        else:
            self.is_even = False
            all_ = values[place] = [self._default(mechanism, column) if held is None else held] * nseg  # type: ignore[list-item]
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
        if self.is_even:
            return
        values = self.own_values()
        for place, value in values.items():
            if type(value) is list:
                values[place] = [value[origin] for origin in origins]


class Waiting:
    """The sections of a model that wait for their rows.

    Attributes:
        sections: With their plans, in order of creation.
        first_shape: That of a new section.
        first_state: What a new section is.
        tables: The model's.
    """

    def __init__(self, tables: dict[str, Table]) -> None:
        self.sections: dict[SectionDecl, Plan] = {}
        self.first_shape = Shape(("morphology", "capacitance"), (("capacitance", "morphology"),), {})
        self.first_state = State(self.first_shape)
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

    def place(self, one: SectionDecl | None = None) -> None:
        """Gives all sections that wait their rows, or only the one that is asked for while others are being made.

        Where none has been made since rows were asked for before, none is being made.
        """
        if not self.sections:
            return
        if one is not None and self._is_building:
            self._is_building = False
            assert one.plan is not None
            self._place_one(one.plan.shape, one)
            del self.sections[one]
            return
        self._is_building = False
        # sections of one shape, those apart that share their values
        of_shape: dict[tuple[Shape, int], list[SectionDecl]] = {}
        for section, plan in self.sections.items():
            values = plan.values
            of_shape.setdefault((plan.shape, 0 if type(values) is dict else id(values)), []).append(section)
        self.sections.clear()
        for (shape, _), sections in of_shape.items():
            if len(sections) == 1:
                self._place_one(shape, sections[0])
            else:
                self._place_alike(shape, sections)

    def _place_one(self, shape: Shape, section: SectionDecl) -> None:
        tables, nseg, plan = self.tables, len(shape.listings), section.plan
        assert plan is not None
        section.plan = None
        section.node_start, section.listings = tables["node"].allocate(nseg + 2), shape.listings
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
        values: list[Mapping[tuple[str, str], float | list[float]]] = []
        nodes = tables["node"].allocate_many(n_section, nseg + 2)
        for section, first_node, own in zip(sections, nodes, zip(*starts.values(), strict=True), strict=True):
            assert section.plan is not None
            values.append(section.plan.values)
            section.plan = None
            section.node_start, section.listings = first_node, shape.listings
            section.mechanisms = dict(zip(shape.mechanisms, own, strict=True))

        # what has been assigned, column by column
        if type(values[0]) is not dict:
            for (mechanism, name), value in values[0].items():
                tables[mechanism].edit(name)[rows[mechanism]] = value
            return
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
