"""Steps that the user's code takes apart: made one at a time, with all numbers packed in few arrays.

A call into compiled code costs a microsecond or more for each array that goes in or out, and a small model has dozens. Here
the constants lie in one array for each type of number, and so does the state. What the user writes between two steps goes
straight to its place in them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

from jneuron.base.outcome import Outcome
from jneuron.engine.run import run_packed
from jneuron.ir.net_table import TIME
from jneuron.ir.packing import Packed, Place, packing_of
from jneuron.ir.program import Key, Params, State
from jneuron.ir.program_keys import state_keys
from jneuron.lower.columns import ENGINE_GLOBALS
from jneuron.lower.layout import CABLE_COLUMNS
from jneuron.lower.program import Lowered
from jneuron.model.model import Model
from jneuron.session.backend import double_precision
from jneuron.session.compile_cache import CompileCache
from jneuron.session.mirror import PackedStart, state_column

Floats = npt.NDArray[np.float64]
ONE = np.int32(1)


class SingleSteps:
    """The numbers of one program after the latest step, packed."""

    def __init__(self, model: Model, lowered: Lowered, cache: CompileCache, params: Params, state: State) -> None:
        self._model, self._lowered = model, lowered
        row = np.zeros(lowered.program.n_probe)
        self._constants, self._changing = packing_of(params), packing_of((state, row))
        with double_precision() as jax:
            self._params: Packed = jax.device_put(self._constants.pack(params, np))
        self._packed: Packed = self._changing.pack((state, row), np)
        self._before: tuple[Packed, Packed] = self._params, self._packed
        constants, changing = self._constants, self._changing
        self._executable = cache.get(
            f"single {constants.digest} {changing.digest}",
            lambda program, *arguments: run_packed(program, constants, changing, *arguments),
            lowered.program,
            (self._params, self._packed, ONE),
        )
        self._state_places, self._row_place = changing.tree
        self._places: dict[Key, Place] = {
            key: state_column(lowered.program, self._state_places, key) for key in state_keys(lowered.program)
        }
        self._images = self._find_images(constants.tree)
        # what else there is in the tables of mechanisms, no step reads
        self._own_tables = {spec.name for spec in lowered.program.groups} - {place for place, _ in CABLE_COLUMNS}

    # ---- what the user has written

    def _find_images(self, params: Params) -> dict[Key, list[tuple[Place, Any]]]:
        """Returns for columns of the tables where constants of the program are copies of them, and of which elements."""
        images: dict[Key, list[tuple[Place, Any]]] = {}
        program = self._lowered.program
        for spec, group, columns in zip(program.groups, self._lowered.groups, params.groups, strict=True):
            for name in columns.keys() & set(self._model.tables[spec.name].names()):
                images[spec.name, name] = [(columns[name], slice(None))]
            for use in spec.type.ions:
                for name in columns.keys() & set(use.reads):
                    images.setdefault((f"{use.name}_ion", name), []).append((columns[name], group.nodes))
        for ion, columns in zip(program.ions, params.ions, strict=True):
            for name in columns.keys() & set(self._model.tables[f"{ion.name}_ion"].names()):
                images.setdefault((f"{ion.name}_ion", name), []).append((columns[name], slice(None)))
        return images

    def take_written(self, written: Iterable[Key]) -> bool:
        """Takes over columns that the user has written; returns False, with nothing taken, where it can't."""
        into_params: list[tuple[Place, Any]] = []
        into_state: list[tuple[Place, Any]] = []
        for key in written:
            table, name = key
            if key == ("hoc", "t"):
                into_state.append((self._state_places.t, self._model.tables["hoc"].column("t")[0]))
            elif key in self._places and not table.endswith("@global"):
                into_state.append((self._places[key], self._column(key)))
            elif key in self._images:
                values = self._column(key)
                into_params += [(place, values[..., elements]) for place, elements in self._images[key]]
            elif table not in self._own_tables and (table != "hoc" or name in ENGINE_GLOBALS):
                return False
        self._params = written_into(self._params, into_params)
        self._packed = written_into(self._packed, into_state)
        return True

    def _column(self, key: Key) -> Any:
        if key == ("weight", "weight"):
            assert self._lowered.network is not None
            return self._lowered.network.host_weights(self._model)
        return self._lowered.layout.gather(self._model.tables[key[0]], key[1])

    # ---- steps

    def step(self) -> bool:
        """Makes a step; returns False, with nothing done, where it does not go well."""
        with double_precision():
            made = self._executable(self._params, self._packed, ONE)
        after: dict[str, Any] = {dtype: np.asarray(values) for dtype, values in made.items()}
        net = self._state_places.net
        if net is not None and int(net.outcome.of(after)) != Outcome.OK:
            return False
        if not np.isfinite(self._state_places.v.of(after)).all():
            return False
        self._before, self._packed = (self._params, self._packed), after
        return True

    @property
    def t(self) -> float:
        """The time [ms]."""
        return float(self._state_places.t.of(self._packed))

    @property
    def samples(self) -> Floats:
        """What is recorded, after the latest step. (1, probe)"""
        row: Floats = self._row_place.of(self._packed)
        return row[np.newaxis]

    @property
    def next_event(self) -> float:
        """When the next event is due [ms]; inf without one."""
        net = self._state_places.net
        return float("inf") if net is None else float(net.queue.head.of(self._packed)[0, TIME])

    def take_spikes(self) -> list[tuple[float, int]]:
        """Returns time and source of what has fired in the latest step, and forgets it."""
        net = self._state_places.net
        n_spike = 0 if net is None else int(net.n_spike.of(self._packed))
        if not n_spike:
            return []
        spikes = net.spikes.of(self._packed)[:n_spike].tolist()
        self._packed = written_into(self._packed, [(net.n_spike, 0)])
        return [(time, int(source)) for time, source in spikes]

    # ---- the numbers, unpacked

    def unpacked(self) -> tuple[Params, State]:
        """Returns constants and state."""
        return PackedStart(self._constants, self._changing, self._params, self._packed)()

    def before(self) -> PackedStart:
        """Returns constants and state before the latest step."""
        return PackedStart(self._constants, self._changing, *self._before)

    def columns(self) -> Callable[[Key], Any]:
        """Returns what returns a column of the present state by its key."""
        packed, places = self._packed, self._places
        return lambda key: places[key].of(packed)


def written_into(packed: Packed, changes: list[tuple[Place, Any]]) -> Packed:
    """Returns packed arrays with some of what lies in them replaced; the arrays given stay as they are."""
    if not changes:
        return packed
    changed = dict(packed)
    for array in {place.array for place, _ in changes}:
        changed[array] = np.array(packed[array])
    for place, values in changes:
        place.of(changed)[...] = values
    return changed
