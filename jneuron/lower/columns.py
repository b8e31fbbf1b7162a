"""Fills a program: gathers its constants and its state from the model's tables, as NumPy arrays."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from jneuron.ir.mechanism_type import IonUse
from jneuron.ir.program import GroupSpec, Key, Params, State
from jneuron.lower.groups import Group, read_variables, shared_globals, step_writes
from jneuron.lower.hosted import vector_columns, vector_names
from jneuron.lower.ions import CONCENTRATIONS_FROM_GLOBALS, POTENTIAL_AT_START, POTENTIAL_EVERY_STEP
from jneuron.lower.network import Room
from jneuron.lower.probes import PlayPlan, play_arrays
from jneuron.lower.program import Lowered
from jneuron.lower.queue import HostQueue
from jneuron.model.model import Model
from jneuron.model.probes import PlayDecl

Columns = dict[str, Any]
ENGINE_GLOBALS = ("dt", "celsius", "secondorder", "clamp_resist")
"""The global numbers that kernels may read, beside t."""


def host_params(model: Model, lowered: Lowered, tables: tuple[Columns, ...]) -> Params:
    """Returns the constants of a program.

    Args:
        model: The declarations.
        lowered: The program.
        tables: Each group's filled TABLEs by key, as the array namespace wants them.
    """
    return Params(
        hoc=_hoc(model),
        parents=tuple(p.astype(np.int32) for p in lowered.arrangement.parents),
        cable=_cable_columns(model, lowered),
        groups=tuple(_group_params(model, lowered, g) for g in range(len(lowered.groups))),
        globals=tuple(_globals(model, group) for group in lowered.groups),
        tables=tables,
        ions=tuple(_ion_params(model, lowered, k) for k in range(len(lowered.program.ions))),
        pointers=lowered.pointers.arrays,
        diffusion=lowered.diffusion,
        probes=lowered.records.indices,
        plays=tuple(play_params(play) for play in lowered.plays),
        net=lowered.network.host_params(model) if lowered.network else None,
        transfers=lowered.transfers.arrays,
    )


def changed_params(model: Model, lowered: Lowered, tables: tuple[Columns, ...], params: Params, written: set[Key]) -> Columns:
    """Returns the fields of `params` that columns written by the user have changed, the rest of each as it was.

    Args:
        model, lowered, tables: As for `host_params`.
        params: The constants so far.
        written: Columns of the model's tables.
    """
    places = {place for place, _ in written}
    changed: Columns = {}
    if written & {("hoc", name) for name in params.hoc}:
        changed["hoc"] = _hoc(model)
    if places & {"capacitance", "morphology"}:
        changed["cable"] = _cable_columns(model, lowered)
    groups = list(params.groups)
    for g, spec in enumerate(lowered.program.groups):
        sources = {spec.name, *(f"{use.name}_ion" for use in spec.type.ions)}
        if any(place in sources and name in groups[g] for place, name in written) or "morphology" in places:
            groups[g] = _group_params(model, lowered, g)
            changed["groups"] = tuple(groups)
    names = [group.type.name for group in lowered.groups]
    if places & {f"{name}@global" for name in names}:
        changed["globals"] = tuple(_globals(model, group) for group in lowered.groups)
    if places & {f"{name}@global" for name in names} or "hoc" in places:
        changed["tables"] = tables
    if places & {f"{ion.name}_ion" for ion in lowered.program.ions}:
        changed["ions"] = tuple(_ion_params(model, lowered, k) for k in range(len(lowered.program.ions)))
    if lowered.network is not None and places & {"netcon", "source"}:
        changed["net"] = lowered.network.host_params(model)
    return changed


def moved_vectors(model: Model, lowered: Lowered, params: Params) -> Columns:
    """Returns the fields of `params` in which Vectors that C code holds have changed; nothing where none has."""
    groups = list(params.groups)
    changed = False
    for g, spec in enumerate(lowered.program.groups):
        if not vector_names(spec.type):
            continue
        columns = vector_columns(spec.type, model.tables[spec.name], lowered.groups[g].rows)
        moved = {name: column for name, column in columns.items() if not np.array_equal(column, np.asarray(groups[g][name]))}
        if moved:
            groups[g] = {**groups[g], **moved}
            changed = True
    return {"groups": tuple(groups)} if changed else {}


def changed_state(model: Model, lowered: Lowered, state: State, written: set[Key]) -> Columns:
    """Returns the fields of `state` that columns written by the user have changed, the rest of each as it was."""
    layout, program = lowered.layout, lowered.program
    changed: Columns = {}
    if ("hoc", "t") in written:
        changed["t"] = np.asarray(model.tables["hoc"].column("t")[0])
    if ("node", "v") in written:
        changed["v"] = layout.gather(model.tables["node"], "v")
    groups = list(state.groups)
    for g, spec in enumerate(program.groups):
        names = {name for place, name in written if place == spec.name and name in spec.kept}
        if f"{spec.name}@global" in {place for place, _ in written} and spec.shared:
            groups[g] = {**groups[g], **_shared(model, spec)}
            changed["groups"] = tuple(groups)
        if names:
            groups[g] = {**groups[g], **{name: layout.gather(model.tables[spec.name], name) for name in names}}
            changed["groups"] = tuple(groups)
    ions = list(state.ions)
    for k, ion in enumerate(program.ions):
        place = f"{ion.name}_ion"
        names = {name for table, name in written if table == place and name in ion.dynamic}
        if names:
            ions[k] = {**ions[k], **{name: layout.gather(model.tables[place], name) for name in names}}
            changed["ions"] = tuple(ions)
    if lowered.network is not None and ("weight", "weight") in written:
        weights = lowered.network.host_weights(model)
        changed["net"] = replace(state.net, weights=weights)
    return changed


def host_state(model: Model, lowered: Lowered, queue: HostQueue, room: Room, played: tuple[np.ndarray, ...]) -> State:
    """Returns the state of a program as it stands in the tables.

    Args:
        model, lowered: As for `host_params`.
        queue: The events that wait.
        room: How many more there is to be room for.
        played: How many values of each play have taken effect.
    """
    layout, program = lowered.layout, lowered.program
    groups = tuple(
        {name: layout.gather(model.tables[spec.name], name) for name in sorted(spec.kept)} | _shared(model, spec)
        for spec in program.groups
    )
    ions = tuple(
        {name: layout.gather(model.tables[f"{ion.name}_ion"], name) for name in sorted(ion.dynamic)} for ion in program.ions
    )
    return State(
        t=np.asarray(model.tables["hoc"].column("t")[0]),
        v=layout.gather(model.tables["node"], "v"),
        groups=groups,
        ions=ions,
        played=played,
        net=lowered.network.host_state(model, queue, room) if lowered.network else None,
        numbers=layout.gather_numbers(),
    )


def paired_tables(tables: tuple[Columns, ...]) -> tuple[Columns, ...]:
    """Returns the TABLEs as the engine's look-up wants them, both ends of an interval in one row.

    FUNCTION_TABLEs stay as they are.
    """

    def paired(table: Any) -> Any:
        return table if isinstance(table, dict) else np.concatenate([table[:-1], table[1:]], axis=1)

    return tuple({key: paired(table) for key, table in group.items()} for group in tables)


def _hoc(model: Model) -> Columns:
    hoc = model.tables["hoc"]
    return {name: np.asarray(hoc.column(name)[0]) for name in ENGINE_GLOBALS}


def _cable_columns(model: Model, lowered: Lowered) -> Columns:
    cable, node_at = lowered.cable, lowered.arrangement.node_at
    rows = lowered.layout.rows["capacitance"]
    cm = np.where(rows >= 0, model.tables["capacitance"].column("cm")[np.maximum(rows, 0)], 0.0)
    return {**lowered.arrangement.axial(cable), "area": cable.area[node_at], "cm": cm}


def _group_params(model: Model, lowered: Lowered, g: int) -> Columns:
    spec, group = lowered.program.groups[g], lowered.groups[g]
    table = model.tables[spec.name]
    # what a step works out anew is read by INITIAL blocks alone: its last value there need not be fetched
    passing = step_writes(spec.type)
    # what is recorded and no step writes is a constant too
    recorded = {name for (place, name), _ in lowered.records.keys if place == spec.name} - passing
    params: Columns = {
        name: lowered.layout.gather(table, name, fetch=name not in passing)
        for name in sorted((read_variables(spec.type) | recorded) - spec.kept)
        if name in table
    }
    params |= vector_columns(spec.type, table, group.rows)
    prints = any("@order" in kernel.reads for kernel in spec.type.kernels.values())
    sets_globals = step_writes(spec.type) & {v.name for v in spec.type.globals}
    if sets_globals or prints or spec.in_order or spec.type.host is not None:
        params["@order"] = group.order.astype(np.int32)
    if len(group.nodes):
        params["@node"] = group.nodes.astype(np.int32)
        if group.start is None and spec.type.kind.value == "density":
            instance = np.full(lowered.program.n_node, spec.n_instance, np.int32)
            instance[group.nodes] = np.arange(spec.n_instance)
            params["@instance"] = instance
        params |= _places(model, lowered, group)
    for use in spec.type.ions:
        params |= _constant_ion_variables(model, lowered, group, use)
    return params


def _places(model: Model, lowered: Lowered, group: Group) -> Columns:
    """Returns what a group's kernels read of the geometry."""
    kernels = (*group.type.kernels.values(), *(each.kernel for each in group.type.diffusion))
    wanted = frozenset().union(*(k.reads for k in kernels))
    own = {v.name for v in group.type.variables}
    places: Columns = {}
    if "diam" in wanted - own:
        places["diam"] = lowered.layout.gather(model.tables["morphology"], "diam")[group.nodes]
    if "area" in wanted - own:
        places["area"] = lowered.cable.area[lowered.arrangement.node_at][group.nodes]
    return places


def _constant_ion_variables(model: Model, lowered: Lowered, group: Group, use: IonUse) -> Columns:
    """Returns the ion variables that a group reads and nothing changes, at its instances."""
    ion = next(i for i in lowered.program.ions if i.name == use.name)
    table = model.tables[f"{use.name}_ion"]
    constant = [n for n in use.reads if n not in ion.dynamic and n != f"i{use.name}"]
    return {name: lowered.layout.gather(table, name)[group.nodes] for name in constant}


def _globals(model: Model, group: Group) -> Columns:
    table = model.tables.get(f"{group.type.name}@global")
    if table is None:
        return {}
    return {
        # what is set before it is read need not be worked out for the sake of its old value
        name: (table.store(name) if _is_set_first(group, name) else table.column(name))[..., 0]
        for name in table.names()
        if name != "usetable"
    }


def _is_set_first(group: Group, name: str) -> bool:
    """Tells whether INITIAL blocks and steps set a global before they read it."""
    initial = group.type.kernels.get("initial")
    if initial is None or name in shared_globals(group.type):
        return False
    return name in initial.writes and name not in initial.reads


def _shared(model: Model, spec: GroupSpec) -> Columns:
    """Returns the globals that a group changes in a step."""
    if not spec.shared:
        return {}
    table = model.tables[f"{spec.name}@global"]
    return {name: np.array(table.column(name)[..., 0]) for name in sorted(spec.shared)}


def _ion_params(model: Model, lowered: Lowered, k: int) -> Columns:
    spec = lowered.program.ions[k]
    ion, table = model.ions[spec.name], model.tables[f"{spec.name}_ion"]
    rows = lowered.layout.rows[f"{spec.name}_ion"]
    style = np.where(rows >= 0, table.column("style")[np.maximum(rows, 0)], 0.0).astype(int)
    names = [n for n in table.names() if n not in spec.dynamic and n != "style"]
    currents = {f"i{spec.name}", f"di{spec.name}_dv_"}
    params: Columns = {name: lowered.layout.gather(table, name, fetch=name not in currents) for name in names}
    params["@valence"] = np.asarray(ion.valence if ion.valence is not None else 1.0)
    params[f"@{spec.name}i0"], params[f"@{spec.name}o0"] = np.asarray(ion.inner), np.asarray(ion.outer)
    params["@from_globals"] = (style & CONCENTRATIONS_FROM_GLOBALS) > 0
    params["@initial"] = (style & POTENTIAL_AT_START) > 0
    params["@advance"] = (style & POTENTIAL_EVERY_STEP) > 0
    return params


def play_params(play: PlayPlan) -> Columns:
    """Returns the points of a play, and its target."""
    return {**padded_play(play.decl), "index": np.asarray(play.index, np.int32)}


def padded_play(decl: PlayDecl) -> Columns:
    """Returns a play's points, padded to a power of two so that a longer Vector seldom needs a new compilation."""
    times, values = play_arrays(decl)
    n = len(times)
    n_slot = max(2, 1 << max(n - 1, 0).bit_length())
    padded_times, padded_values = np.full(n_slot, np.inf), np.zeros(n_slot)
    padded_times[:n], padded_values[:n] = times, values
    return {"times": padded_times, "values": padded_values, "n": np.asarray(n, np.int32)}
