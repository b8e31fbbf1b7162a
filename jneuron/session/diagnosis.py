"""Says where a simulation left the numbers."""

from __future__ import annotations

import numpy as np

from jneuron.base.errors import SolverError
from jneuron.ir.program import State
from jneuron.lower.program import Lowered


def diagnose(lowered: Lowered, before: State, after: State) -> SolverError:
    """Returns the error for a step that made a voltage or a state infinite or NaN.

    A mechanism's variable that was already bad before the step is the cause; else one that became bad at the node; else the
    voltage.
    """
    time = float(after.t)
    place = int(np.flatnonzero(~np.isfinite(np.asarray(after.v)))[0])
    cable, node = lowered.cable, int(lowered.arrangement.node_at[place])
    section = cable.sections[cable.section_of_node[node]]
    name = section.full_name()
    x = section.x_of_slot(int(cable.slot_of_node[node]))
    for state in (before, after):
        for spec, group, columns in zip(lowered.program.groups, lowered.groups, state.groups, strict=True):
            for variable, values in columns.items():
                bad = ~np.isfinite(np.asarray(values, float)).reshape(-1, spec.n_instance).all(axis=0)
                if bad.any() and (not len(group.nodes) or bad[group.nodes == place].any()):
                    return SolverError(
                        "not a finite number", section=name, x=x, mechanism=spec.name, variable=variable, time=time
                    )
    return SolverError("not a finite number", section=name, x=x, variable="v", time=time)
