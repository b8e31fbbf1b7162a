"""Says where a simulation left the numbers, or what it could not do."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from jneuron.base.errors import ConvergenceError, SolverError
from jneuron.base.outcome import Outcome
from jneuron.engine.events.receive import FIRE, MOVE, SEND
from jneuron.ir.program import State
from jneuron.lower.program import Lowered
from jneuron.session.host_events import HostEvents

CALLS = {SEND: "net_send", FIRE: "net_event", MOVE: "net_move"}

_IN_SCOPMATH = "hocobj_call error: hoc_execerror: scopmath library error"


def refuse_request(outcome: Outcome, lowered: Lowered, events: HostEvents, state: State) -> None:
    """Raises what NEURON raises for a NET_RECEIVE block that asks for what can't be; other outcomes are none of that."""
    if outcome not in (Outcome.NOTHING_TO_MOVE, Outcome.SENT_TO_THE_PAST):
        return
    assert lowered.network is not None
    instance = lowered.network.instance_of(int(state.net.failed))
    if outcome is Outcome.NOTHING_TO_MOVE:
        events.refuse_to_move(*instance)
        return
    kind, time, now, flag = np.asarray(state.net.refused).tolist()
    # net_move finds events with flag 1 only
    flag = 1.0 if kind == MOVE else flag
    events.refuse_the_past(CALLS[kind], instance, time=time, now=now, flag=flag)


def last_good_step(state_after: Callable[[int], State], n_step: int) -> int:
    """Returns how many of some steps give finite voltages; the last does not, and what is not finite stays so."""
    good, bad = 0, n_step
    while bad - good > 1:
        middle = (good + bad) // 2
        good, bad = (middle, bad) if np.isfinite(np.asarray(state_after(middle).v)).all() else (good, middle)
    return good


def diagnose(lowered: Lowered, before: State, after: State) -> SolverError:
    """Returns the error for a step that made a voltage infinite or NaN.

    A mechanism's variable that was bad before the step is the cause; else one that became bad with the voltage; else a
    solver that failed; else the voltage, of a segment before that of a section's end.
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
    for spec, group in zip(lowered.program.groups, lowered.groups, strict=True):
        kernel = spec.type.kernels.get("state")
        failed = np.isin(group.nodes, bad_nodes)
        if kernel is not None and "@outcome" in kernel.writes and failed.any():
            section, x = _where(lowered, int(group.nodes[failed][0]))
            return ConvergenceError(f"{_IN_SCOPMATH}: Newton's method", section=section, x=x, mechanism=spec.name, time=time)
    has_membrane = lowered.cable.has_membrane[lowered.arrangement.node_at[bad_nodes]]
    section, x = _where(lowered, int(bad_nodes[np.argmax(has_membrane)]))
    return SolverError("not a finite number", section=section, x=x, variable="v", time=time)


def _where(lowered: Lowered, place: int) -> tuple[str, float]:
    """Returns the section's name and the position of the node at a place of the program."""
    cable, node = lowered.cable, int(lowered.arrangement.node_at[place])
    section = cable.sections[cable.section_of_node[node]]
    return section.full_name(), section.x_of_slot(int(cable.slot_of_node[node]))
