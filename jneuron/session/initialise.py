"""finitialize and fcurrent: the host's part of a run, in NEURON's order.

handlers of type 3            structure may still change, t is what it was
t = 0, event queue emptied, plays at t = 0, voltage
handlers of type 0            before the INITIAL blocks
ions, INITIAL blocks, weight vectors
handlers of type 1            after them
events due at t = 0, currents and conductances, first samples
handlers of type 2            at the end
"""

from __future__ import annotations

from typing import Any

import numpy as np

from jneuron.base.errors import fail_with
from jneuron.engine.frame import Frame
from jneuron.engine.initialise import initial_currents, initialise_mechanisms, present_currents
from jneuron.engine.play import play_line_starts, play_steps
from jneuron.engine.states import run_kernels
from jneuron.ir.mechanism_type import NetReceive
from jneuron.ir.program import Program
from jneuron.lower.layout import CABLE_COLUMNS
from jneuron.lower.program import Lowered
from jneuron.model.model import Model
from jneuron.model.network import NetConDecl
from jneuron.model.table import Table

TABLE_OF_KEY = {key: place for place, key in CABLE_COLUMNS.items()}


def run_initial_blocks(model: Model, lowered: Lowered, frame: Frame) -> list[Any]:
    """Runs ions and INITIAL blocks on the host; returns the events they ask for as (group, request)."""
    with np.errstate(all="ignore"):
        requests = initialise_mechanisms(frame)
    if frame.failed is not None and np.isnan(frame.failed).any():
        fail_with("scopmath library error")
    write_back(model, lowered, frame)
    return requests


def work_out_currents(model: Model, lowered: Lowered, frame: Frame) -> None:
    """Works out all currents at the present voltage."""
    with np.errstate(all="ignore"):
        present_currents(frame)
    write_back(model, lowered, frame)


def work_out_initial_currents(model: Model, lowered: Lowered, frame: Frame) -> None:
    """Works out all currents at the voltage at which a run begins."""
    with np.errstate(all="ignore"):
        initial_currents(frame)
    write_back(model, lowered, frame)


def run_before_step(model: Model, lowered: Lowered, frame: Frame) -> None:
    """Runs the BEFORE STEP blocks, which come before every sample."""
    with np.errstate(all="ignore"):
        run_kernels(frame, "before_step")
    write_back(model, lowered, frame)


def play_start(model: Model, lowered: Lowered, frame: Frame) -> None:
    """Sets the targets of the plays that begin at t = 0."""
    play_steps(frame, frame.t)
    play_line_starts(frame)
    write_back(model, lowered, frame)


def write_back(model: Model, lowered: Lowered, frame: Frame) -> None:
    """Puts a frame's values into the tables."""
    for table, name, values in _columns(model, lowered.program, frame):
        table.take_over(name)
        lowered.layout.scatter(table, name, values)
    lowered.layout.scatter_numbers(frame.numbers)


def _columns(model: Model, program: Program, frame: Frame) -> list[tuple[Table, str, Any]]:
    columns = [(model.tables["node"], "v", frame.v)] if program.n_node else []
    columns += [(model.tables["node"], name, values) for name, values in frame.node.items()]
    for spec, group in zip(program.groups, frame.groups, strict=True):
        shared = {v.name for v in spec.type.globals}
        for name, values in group.items():
            table = f"{spec.name}@global" if name in shared else spec.name
            columns.append((model.tables[table], name, values))
    for ion, ion_values in zip(program.ions, frame.ions, strict=True):
        columns += [(model.tables[f"{ion.name}_ion"], name, values) for name, values in ion_values.items()]
    return columns


def initialise_weights(model: Model, ops: Any) -> None:
    """Runs the INITIAL block of NET_RECEIVE for every connection; without one, all weights but the first become 0."""
    found = {name: model.serving.get(name, type_).net_receive for name, type_ in model.types.items()}
    # for a block with one argument and no INITIAL nothing is to be done
    blocks = {
        n: block for n, block in found.items() if block and block.arguments and (block.initial or len(block.arguments) > 1)
    }
    if not blocks or not model.netcons:
        return
    connections: dict[str, list[NetConDecl]] = {name: [] for name in blocks}
    for netcon in model.netcons.values():
        target = netcon.target
        if target is not None and target.type.name in blocks:
            connections[target.type.name].append(netcon)
    weights = model.tables["weight"].edit("weight")
    for name, netcons in connections.items():
        block = blocks[name]
        if block.initial is None:
            starts = np.array([netcon.weight_start for netcon in netcons], np.int64)
            weights[starts[:, None] + np.arange(1, len(block.arguments))] = 0.0
        elif model.types[name].host is None and block.initial.writes <= set(block.arguments):
            _run_initial(model, ops, block, netcons)
        else:
            for netcon in netcons:
                _run_initial(model, ops, block, [netcon])


def _run_initial(model: Model, ops: Any, block: NetReceive, netcons: list[NetConDecl]) -> None:
    """Runs the INITIAL block for connections to instances of one mechanism: of several, it may write weights only."""
    if not netcons:
        return
    targets = [netcon.target for netcon in netcons if netcon.target is not None]
    is_one = len(netcons) == 1
    starts: Any = netcons[0].weight_start if is_one else np.array([netcon.weight_start for netcon in netcons], np.int64)
    rows: Any = targets[0].row if is_one else np.array([target.row for target in targets], np.int64)
    weights, table = model.tables["weight"].edit("weight"), model.tables[targets[0].type.name]
    assert block.initial is not None
    inputs: dict[str, Any] = {name: weights[starts + i] for i, name in enumerate(block.arguments)}
    for name in block.initial.reads - inputs.keys():
        inputs[name] = _shared_or_own(model, targets[0].type.name, rows, name)
    with np.errstate(all="ignore"):
        outputs = block.initial.function(ops, inputs)
    for name, value in outputs.items():
        if name in block.arguments:
            weights[starts + block.arguments.index(name)] = value
        elif name in table:
            table.edit(name)[..., rows] = value


def _shared_or_own(model: Model, mechanism: str, rows: Any, name: str) -> Any:
    table = model.tables[mechanism]
    if name in table:
        return table.element(name, rows)
    shared = model.tables.get(f"{mechanism}@global")
    if shared is not None and name in shared:
        return shared.column(name)[..., 0]
    if name == "flag":
        return 0.0
    return model.tables["hoc"].column(name)[0]
