"""What reads and writes one variable of segments, made once for each variable.

The functions go straight to the column where it is known to be up to date (`Table.fresh`, `Table.open`), and to the plan of a
section that has no rows yet. An end of a section stands for the segment next to it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from jneuron.facade.segment import Segment
    from jneuron.model.table import Table

Reader = Callable[["Segment"], float]
Writer = Callable[["Segment", Any], None]


def reader(table: Table, column: str, refuse: Callable[[Segment], NoReturn]) -> Reader:
    """Returns what reads a variable that is no array; `refuse` raises where its mechanism is not inserted."""
    mechanism = table.name

    def read(segment: Segment) -> float:
        decl = segment._section.decl
        nseg = decl.nseg
        place = int(segment._x * nseg)
        if place == nseg:
            place -= 1
        # the rows of a section that has a plan are not asked for: that would lay them out, and move the columns
        if decl.plan is None and column in table.fresh and mechanism in decl.mechanisms:
            return table.fresh[column][decl.mechanisms[mechanism] + place]
        if not decl.has(mechanism):
            refuse(segment)
        if decl.plan is not None:
            return decl.plan.value(mechanism, column, place)
        return table.look(column)[decl.mechanisms[mechanism] + place]

    return read


def writer(table: Table, column: str, convert: Callable[[Any], float], refuse: Callable[[Segment], NoReturn]) -> Writer:
    """Returns what writes a variable that is no array; `convert` makes a number of what is no float."""
    mechanism = table.name

    def write(segment: Segment, value: Any) -> None:
        decl = segment._section.decl
        nseg = decl.nseg
        place = int(segment._x * nseg)
        if place == nseg:
            place -= 1
        if type(value) is not float:
            value = convert(value)
        if decl.plan is None and column in table.open and mechanism in decl.mechanisms:
            table.open[column][decl.mechanisms[mechanism] + place] = value
            return
        if not decl.has(mechanism):
            refuse(segment)
        if decl.plan is not None:
            decl.plan.set_value(mechanism, column, place, value)
        else:
            table.open_up(column)[decl.mechanisms[mechanism] + place] = value

    return write
