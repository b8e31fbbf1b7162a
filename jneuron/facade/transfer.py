"""ParallelContext's source_var, target_var and setup_transfer: variables that follow others, as at gap junctions."""

from __future__ import annotations

from typing import Any

from jneuron.facade.calls import Arguments, Refusal
from jneuron.facade.current_section import current_section
from jneuron.facade.point_process import PointProcess
from jneuron.facade.section import section_name
from jneuron.model.references import ColumnReference


def source_var(self: Any, given: Arguments) -> float:
    """Gives a variable of the accessed section an id that targets can follow: `source_var(segment._ref_v, id)`."""
    session = self.session
    reference, number = given.reference(0), int(given.number(1))
    if number < 0:
        raise Refusal(f"source_var sgid must be >= 0: arg 2 is {number}\n")
    if number in session.model.transfers.sources:
        raise Refusal(f"source var sgid {number} already in use.")
    section = current_section(session)
    rows = {session.model.node_row(section, slot) for slot in range(section.nseg + 2)}
    inside = isinstance(reference, ColumnReference) and (
        reference.row in rows if reference.table.name == "node" else reference.alive and reference.owner is section
    )
    if not inside:
        raise Refusal(f"Pointer to src is not in the currently accessed section {section_name(section)}")
    session.model.transfers.add_source(number, reference)
    return 0.0


def target_var(self: Any, given: Arguments) -> float:
    """Lets a variable follow a source: `target_var(process, process._ref_x, id)`, or without the process."""
    with_process = isinstance(given.any(0), PointProcess)
    reference, number = given.reference(1 if with_process else 0), int(given.number(2 if with_process else 1))
    if number < 0:
        raise Refusal(f"target_var sgid must be >= 0: arg {3 if with_process else 2} is {number}\n")
    if not isinstance(reference, ColumnReference):
        raise Refusal("Target ref is not a range variable")
    if with_process:
        process = given.values[0]
        if reference.table.name != process.decl.type.name or reference.row != process.decl.row:
            raise Refusal(f"Target ref not in {process.hname()}")
    self.session.model.transfers.add_target(reference, number)
    return 0.0


def setup_transfer(self: Any, given: Arguments) -> float:
    """Lets all targets follow their sources from now on."""
    session = self.session
    session.model.transfers.set_up(put_off=not (session.is_initialized and session.simulation.knows_structure()))
    return 0.0


METHODS = {"source_var": source_var, "target_var": target_var, "setup_transfer": setup_transfer}
