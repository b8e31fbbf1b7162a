"""The state of a simulation, taken out and put back: time, voltages, states of mechanisms, weights and the event queue.

What counts as state is NEURON's choice: the STATE variables of a mechanism, everything of one that receives events,
concentrations that a mechanism writes. Parameters and what the user may set otherwise stay as they are. Values are kept in
the order of the declarations, so that they fit a model that was built anew in the same manner.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from jneuron.ir.kinds import VariableKind
from jneuron.model.ions import INNER_WRITTEN, OUTER_WRITTEN
from jneuron.session.host_plays import set_steps
from jneuron.session.recorder import Progress

if TYPE_CHECKING:
    from jneuron.session.run import Callback
    from jneuron.session.session import Session

Arrays = dict[str, np.ndarray]


@dataclass(slots=True)
class Snapshot:
    """One state.

    Attributes:
        t: The time [ms].
        n_section, n_netcon: How many there were; a model must have as many to take the state back.
        segments: Number of segments of each section.
        columns: Values by "table.column". (row,) or (length, row)
        events: One row an event: time, flag, kind (0 a connection, 1 an instance), number of the connection or instance,
            number of the weight that it carries or -1, in order of delivery. (event, 5)
        targets: The mechanism of each event that goes to an instance.
        above: Which sources were above threshold. (source,)
        recordings: How far the recordings had come; nothing in a state that was read from a file.
        callbacks: What was to be called, in order; in a state that was read from a file, statements only.
    """

    t: float = 0.0
    n_section: int = 0
    n_netcon: int = 0
    segments: list[int] = field(default_factory=list)
    columns: Arrays = field(default_factory=dict)
    events: np.ndarray = field(default_factory=lambda: np.zeros((0, 5)))
    targets: list[str] = field(default_factory=list)
    above: np.ndarray = field(default_factory=lambda: np.zeros(0))
    recordings: list[Progress] = field(default_factory=list)
    callbacks: list[Callback] = field(default_factory=list)


def take(session: Session) -> Snapshot:
    """Returns the present state."""
    model = session.model
    sections, netcons = list(model.sections.values()), list(model.netcons.values())
    rows = _rows(session)
    columns: Arrays = {}
    for table, names in _state_columns(session).items():
        for name in names:
            columns[f"{table}.{name}"] = np.array(model.tables[table].column(name)[..., rows[table]])
    queue = session.simulation.host_events().queue
    number = {id(netcon): k for k, netcon in enumerate(netcons)}
    place = {table: {int(row): k for k, row in enumerate(index)} for table, index in rows.items()}
    events, targets = [], []
    for event in sorted(queue.events, key=lambda e: (e.time, e.order)):
        weight = place.get("weight", {}).get(event.row, -1)
        if event.netcon is not None:
            if id(event.netcon) in number:
                events.append((event.time, event.flag, 0, number[id(event.netcon)], weight))
                targets.append("")
        else:
            assert event.instance is not None
            table, row = event.instance
            events.append((event.time, event.flag, 1, place[table][row], weight))
            targets.append(table)
    return Snapshot(
        session.t,
        len(sections),
        len(netcons),
        [section.nseg for section in sections],
        columns,
        np.array(events, np.float64).reshape(-1, 5),
        targets,
        np.array([queue.above.get(id(source), False) for source in model.sources], np.float64),
        session.simulation.recorder.progress(),
        [replace(callback) for callback in session.runner.callbacks],
    )


def mismatch(session: Session, snapshot: Snapshot) -> str:
    """Returns in NEURON's words why a state does not fit the model, empty where it does."""
    model = session.model
    if len(model.sections) != snapshot.n_section:
        return f"{len(model.sections)} sections exist but saved {snapshot.n_section}"
    if len(model.netcons) != snapshot.n_netcon:
        return f"There are {len(model.netcons)} NetCon but {snapshot.n_netcon} saved"
    for section, nseg in zip(model.sections.values(), snapshot.segments, strict=True):
        if section.nseg != nseg:
            return f"{section.full_name()} has {section.nseg} segments but saved {nseg}"
    rows = _rows(session)
    for key, values in snapshot.columns.items():
        table = key.partition(".")[0]
        if len(rows.get(table, ())) != values.shape[-1]:
            return f"{table} exists {len(rows.get(table, ()))} times but saved {values.shape[-1]}"
    return ""


def put_back(session: Session, snapshot: Snapshot, *, with_events: bool = True) -> None:
    """Gives the model a state that fits it."""
    model, simulation = session.model, session.simulation
    queue = simulation.host_events().queue
    rows = _rows(session)
    for key, values in snapshot.columns.items():
        table, _, name = key.partition(".")
        model.tables[table].edit(name)[..., rows[table]] = values
    session.set_hoc("t", snapshot.t)
    if not with_events:
        return
    simulation.recorder.go_back(snapshot.recordings, snapshot.t)
    set_steps(model.probes, snapshot.t)
    simulation.plays.go_to(simulation.prepare().plays, snapshot.t)
    for play in simulation.host_plays:
        play.go_back(snapshot.t)
    session.runner.callbacks[:] = [replace(callback) for callback in snapshot.callbacks]
    queue.clear()
    netcons = list(model.netcons.values())
    for k, (time, flag, kind, number, weight) in enumerate(snapshot.events.tolist()):
        row = int(rows["weight"][int(weight)]) if weight >= 0 else 0
        if kind == 0:
            queue.push(time, netcon=netcons[int(number)], row=row)
        else:
            instance = (snapshot.targets[k], int(rows[snapshot.targets[k]][int(number)]))
            queue.push(time, instance=instance, flag=flag, row=row)
    queue.above.update({id(source): bool(above) for source, above in zip(model.sources, snapshot.above, strict=False)})


# ---- which values, in which order


def _rows(session: Session) -> dict[str, np.ndarray]:
    """Returns the rows in use of every table, in the order of the declarations."""
    model = session.model
    rows: dict[str, list[int]] = {"node": []}
    for section in model.sections.values():
        rows["node"] += range(section.node_start, section.node_start + section.nseg + 2)
        for mechanism, start in section.mechanisms.items():
            rows.setdefault(mechanism, []).extend(range(start, start + section.nseg))
    for process in model.point_processes.values():
        rows.setdefault(process.type.name, []).append(process.row)
    for netcon in model.netcons.values():
        rows.setdefault("weight", []).extend(range(netcon.weight_start, netcon.weight_start + netcon.n_weight))
    return {table: np.array(index, np.int64) for table, index in rows.items()}


def _state_columns(session: Session) -> dict[str, list[str]]:
    """Returns the columns that are state, by table."""
    model = session.model
    found: dict[str, list[str]] = {"node": ["v"]}
    for table in _rows(session):
        if table == "weight":
            found[table] = ["weight"]
        elif table.endswith("_ion"):
            found[table] = _written_concentrations(model.tables[table], table.removesuffix("_ion"))
        elif table in model.types:
            type_ = model.types[table]
            kinds = (VariableKind.PARAMETER, VariableKind.ASSIGNED, VariableKind.STATE)
            wanted = kinds if type_.net_receive is not None else (VariableKind.STATE,)
            found[table] = [v.name for v in type_.variables if v.kind in wanted and v.name in model.tables[table]]
    return found


def _written_concentrations(table: Any, ion: str) -> list[str]:
    style = table.column("style").astype(np.int64)
    written = {f"{ion}i": INNER_WRITTEN, f"{ion}o": OUTER_WRITTEN}
    return [name for name, flag in written.items() if (style & flag).any()]
