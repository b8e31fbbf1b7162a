"""Says where a simulation left the numbers."""

from __future__ import annotations

import numpy as np

from jneuron.base.errors import SolverError
from jneuron.ir.program import State
from jneuron.lower.program import Lowered


def diagnose(lowered: Lowered, before: State, after: State) -> SolverError:
    """Returns the error for a step that made a voltage infinite or NaN.

    A mechanism's variable that was bad before the step is the cause; else one that became bad with the voltage; else the
    voltage, of a segment before that of a section's end.
    """
    time = float(after.t)
    bad_nodes = np.flatnonzero(~np.isfinite(np.asarray(after.v)))
    for state in (before, after):
        for spec, group, columns in zip(lowered.program.groups, lowered.groups, state.groups, strict=True):
            for variable, values in columns.items():
                if variable in spec.shared:
                    continue
                bad = ~np.isfinite(np.asarray(values, float)).reshape(-1, spec.n_instance).all(axis=0)
                if len(group.nodes) and (bad & np.isin(group.nodes, bad_nodes)).any():
                    section, x = _where(lowered, int(group.nodes[bad][0]))
                    return SolverError(
                        "not a finite number", section=section, x=x, mechanism=spec.name, variable=variable, time=time
                    )
    has_membrane = lowered.cable.has_membrane[lowered.arrangement.node_at[bad_nodes]]
    section, x = _where(lowered, int(bad_nodes[np.argmax(has_membrane)]))
    return SolverError("not a finite number", section=section, x=x, variable="v", time=time)


def _where(lowered: Lowered, place: int) -> tuple[str, float]:
    """Returns the section's name and the position of the node at a place of the program."""
    cable, node = lowered.cable, int(lowered.arrangement.node_at[place])
    section = cable.sections[cable.section_of_node[node]]
    return section.full_name(), section.x_of_slot(int(cable.slot_of_node[node]))
