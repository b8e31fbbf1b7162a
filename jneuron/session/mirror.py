"""Brings numbers back from a compiled run the first time somebody reads them.

After a run the newest values of the state lie in the program's arrays. What lives within a step only (currents, gates'
steady states) was never stored: the last step is made once more, from the state before it, with everything kept.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any

import numpy as np

from jneuron.base.errors import InternalError
from jneuron.engine.run import Columns, run_packed_with_all, run_step_with_all
from jneuron.ir.packing import Packed, Packing, packing_of
from jneuron.ir.program import Key, Params, Program, State
from jneuron.ir.program_keys import state_keys, transient_keys
from jneuron.lower.layout import CABLE_COLUMNS
from jneuron.lower.program import Lowered
from jneuron.model.model import Model
from jneuron.model.table import Table
from jneuron.session.backend import double_precision
from jneuron.session.compile_cache import CompileCache
from jneuron.session.hosted import HostedCode

TABLE_OF_KEY = {key: place for place, key in CABLE_COLUMNS.items()}


FEW_REPLAYS = 16
"""Steps repeated from packed numbers before a program is compiled that does so quickly."""


@dataclass(frozen=True, eq=False)
class PackedStart:
    """What a step started from, packed; a call unpacks it.

    Attributes:
        constants, changing: How the constants lie, and how the state lies with a row of samples.
        params, state: The packed numbers.
    """

    constants: Packing
    changing: Packing
    params: Packed
    state: Packed

    def __call__(self) -> tuple[Params, State]:
        """Returns constants and state."""
        return _unpacked(self.constants, self.params), _unpacked(self.changing, self.state)[0]


class Mirror:
    """The values after the latest step of one program."""

    def __init__(self, model: Model, lowered: Lowered, cache: CompileCache, hosted: HostedCode) -> None:
        self._model, self._lowered, self._cache, self._hosted = model, lowered, cache, hosted
        self._column: Callable[[Key], Any] | None = None
        self._before: Callable[[], tuple[Params, State]] | None = None
        self._within: Columns | None = None
        self._past: Callable[[], tuple[Params, State]] | None = None
        self._n_replay = 0
        self._packed_replays: dict[tuple[str, str], tuple[Packing, Any]] = {}
        self._state_keys = state_keys(lowered.program)
        self._transient_keys = transient_keys(lowered.program)

    def moved(self, before: Callable[[], tuple[Params, State]], column: Callable[[Key], Any]) -> None:
        """Notes that a run has ended: every column it changes is stale in the tables.

        Args:
            before: Returns the constants of the latest step and the state before it.
            column: Returns a column of the state after it.
        """
        self._before, self._column, self._within, self._past = before, column, None, None
        for owner, names in self._changing:
            owner.leave_behind(names)
            owner.pull = self.pull

    def halfway(self, before: Callable[[], tuple[Params, State]], column: Callable[[Key], Any], within: Columns) -> None:
        """Notes that a step has been made as far as its new voltage, with `within` what lives within a step only."""
        past = None if self._before is _no_start else self._before
        self.moved(before, column)
        self._within, self._past = within, past

    def moved_for_good(self, column: Callable[[Key], Any], within: Columns) -> None:
        """Notes that a step has been made that can't be repeated: `within` it lived what goes into the tables at once."""
        self.moved(_no_start, column)
        for key in self._transient_keys & within.keys():
            self._put(key, np.asarray(within[key]))
        self._within = {}

    def went_on(self, column: Callable[[Key], Any]) -> None:
        """Notes that events have been delivered since the run ended."""
        self._column = column

    @cached_property
    def _changing(self) -> list[tuple[Table, set[str]]]:
        """The tables with the columns that a step changes."""
        names: dict[str, set[str]] = {}
        for key in (*self._state_keys, *self._transient_keys):
            table, name = TABLE_OF_KEY.get(key, key)
            names.setdefault(table, set()).add(name)
        return [(self._model.tables[table], columns) for table, columns in names.items()]

    def pull(self, table: Table, name: str) -> None:
        """Brings one column of a table up to date."""
        key = CABLE_COLUMNS.get((table.name, name), (table.name, name))
        if key in self._state_keys:
            assert self._column is not None
            self._put(key, np.asarray(self._column(key)))
        elif self._within is not None and key in self._within:
            self._put(key, np.asarray(self._within[key]))
        elif self._within is None:
            self._replay(self._before)
        elif self._past is not None:
            # what only the second part of a step works out is still that of the step before
            self._replay(self._past)
        else:
            table.arrived(name)

    def _replay(self, before: Callable[[], tuple[Params, State]] | None) -> None:
        assert before is not None
        if isinstance(before, PackedStart):
            self._n_replay += 1
        if isinstance(before, PackedStart) and self._n_replay > FEW_REPLAYS:
            columns = self._replayed_packed(before)
        else:
            columns = self._replayed(*before())
        for key, values in columns.items():
            if key in self._transient_keys and key not in (self._within or ()):
                self._put(key, values)

    def _replayed(self, params: Params, state: State) -> dict[Key, Any]:
        """Returns what a step from `state` works out and does not keep."""
        program = follow_all(self._lowered.program)
        step = self._cache.get("step with all", run_step_with_all, program, (params, state))
        with double_precision(), self._hosted.repeating():
            _, columns = step(params, state)
            return {key: np.asarray(values) for key, values in columns.items()}

    def _replayed_packed(self, start: PackedStart) -> dict[Key, Any]:
        """Returns what a step from `start` works out and does not keep; no C code takes part in it."""
        layout = start.constants.digest, start.changing.digest
        if layout not in self._packed_replays:
            self._packed_replays[layout] = self._packed_replay(start)
        columns, step = self._packed_replays[layout]
        with double_precision():
            values: dict[Key, Any] = _unpacked(columns, step(start.params, start.state, np.int32(1)))
        return values

    def _packed_replay(self, start: PackedStart) -> tuple[Packing, Any]:
        """Returns how the columns lie that a step does not keep, and what repeats a step to work them out."""
        program, constants, changing = follow_all(self._lowered.program), start.constants, start.changing
        with double_precision() as jax:
            _, shapes = jax.eval_shape(partial(run_step_with_all, program), *start())
        columns = packing_of({key: shape for key, shape in shapes.items() if key in self._transient_keys})
        step = self._cache.get(
            f"step with all {constants.digest} {changing.digest}",
            lambda program, *arguments: run_packed_with_all(program, constants, changing, columns, *arguments),
            program,
            (start.params, start.state, np.int32(1)),
        )
        return columns, step

    def _put(self, key: Key, values: Any) -> None:
        table, name = TABLE_OF_KEY.get(key, key)
        owner = self._model.tables[table]
        if name in owner.stale:
            if key == ("weight", "weight"):
                rows = self._lowered.layout.rows["weight"]
                owner.store(name)[rows] = np.asarray(values)[: len(rows)]
            else:
                self._lowered.layout.scatter(owner, name, values)
            owner.arrived(name)


def _no_start() -> tuple[Params, State]:
    raise InternalError("a step is repeated that began as another program")


def _unpacked(packing: Packing, packed: Packed) -> Any:
    """Returns a pytree of NumPy arrays."""
    return packing.unpack({dtype: np.asarray(values) for dtype, values in packed.items()})


def follow_all(program: Program) -> Program:
    """Returns the program with the currents of all ions summed."""
    return replace(program, ions=tuple(replace(ion, followed=True) for ion in program.ions))


def columns_of(program: Program, state: State) -> Callable[[Key], Any]:
    """Returns what returns a column of the state by its key."""
    return lambda key: state_column(program, state, key)


def state_column(program: Program, state: State, key: Key) -> Any:
    """Returns a column of the state by its key."""
    place, name = key
    if place == "node":
        return state.v
    if place == "weight":
        return state.net.weights
    for spec, group in zip(program.groups, state.groups, strict=True):
        if place in (spec.name, f"{spec.name}@global"):
            return group[name]
    for ion, values in zip(program.ions, state.ions, strict=True):
        if f"{ion.name}_ion" == place:
            return values[name]
    raise KeyError(key)
