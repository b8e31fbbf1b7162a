"""What happens to the ends of a section when it is connected or comes off.

A point process at the connected end belongs to its own section and lies on the parent's node; it goes along when the
section is connected elsewhere. Which node lies at which end is told from the connected one: a section that is
connected by its other end has its two end nodes exchanged, with all that lies on them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jneuron.model.point_process import PointProcessDecl
from jneuron.model.references import living_references
from jneuron.model.section import SectionDecl

if TYPE_CHECKING:
    from jneuron.model.model import Model


def exchange_ends(model: Model, section: SectionDecl) -> None:
    """Exchanges the two end nodes, with their voltages, ions, point processes and the references onto them."""
    last = section.nseg + 1
    other = {0: last, last: 0}
    for process in section.point_processes:
        process.slot = other.get(process.slot, process.slot)
    if section.end_rows:
        section.end_rows = {(name, other[slot]): row for (name, slot), row in section.end_rows.items()}
    if section.plan is not None:
        return
    start = section.node_start
    rows = {start: start + last, start + last: start}
    values = model.tables["node"].edit("v")
    values[list(rows)] = values[list(rows.values())]
    at_ends = [r for r in living_references(section) if r.table.name == "node" and r.row in rows]
    model.move_references([(reference, rows[reference.row]) for reference in at_ends])


def resettle(model: Model, section: SectionDecl) -> None:
    """Puts the point processes of the connected end onto the node that is there now, the newest first, as NEURON does."""
    slot = 0 if section.child_x == 0.0 else section.nseg + 1
    if section.parent is not None and section.end_rows:
        left = {key: row for key, row in section.end_rows.items() if key[1] == slot}
        section.end_rows = {key: row for key, row in section.end_rows.items() if key not in left}
        for (name, _), row in left.items():
            model.tables[name].release(row, 1)
    here = [process for process in section.point_processes if process.slot == slot]
    for process in sorted(here, key=lambda process: process.arrival, reverse=True):
        model.settle(process)


def processes_at(owner: SectionDecl, slot: int) -> list[PointProcessDecl]:
    """Returns the point processes on the node that belongs to a slot, the newest first."""
    here = [process for process in owner.point_processes if process.slot == slot]
    for child in owner.children:
        if owner.slot(child.parent_x) == slot:
            here += processes_at(child, 0 if child.child_x == 0.0 else child.nseg + 1)
    return sorted(here, key=lambda process: process.arrival, reverse=True)
