"""The program of one model and the numbers in it: lowered when the structure has changed, filled when a run begins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import numpy as np

from jneuron.base.collection import no_collection
from jneuron.engine.frame import Frame
from jneuron.geometry.discretise import discretise
from jneuron.ir.cable import Cable
from jneuron.ir.mechanism_type import EventRequest, SendRequest
from jneuron.ir.program import Params, State
from jneuron.ir.program_keys import lasting_positions
from jneuron.lower.columns import (
    changed_params,
    changed_state,
    host_params,
    host_state,
    moved_vectors,
    paired_tables,
    play_params,
)
from jneuron.lower.network import Room, room_for
from jneuron.lower.program import Lowered, Options, lower
from jneuron.lower.tables import TableStore, unused_tables
from jneuron.model.model import Model
from jneuron.model.network import SourceDecl
from jneuron.nmodl.support import NumpyOps
from jneuron.session.backend import double_precision, placed
from jneuron.session.compile_cache import CompileCache
from jneuron.session.exchange import Exchange
from jneuron.session.host_events import HostEvents
from jneuron.session.host_plays import HostPlay, host_plays
from jneuron.session.hosted import HostedCode
from jneuron.session.initialise import (
    initialise_weights,
    play_start,
    run_before_step,
    run_initial_blocks,
    work_out_currents,
    work_out_initial_currents,
)
from jneuron.session.lookahead import Lookahead
from jneuron.session.mirror import Mirror, follow_all
from jneuron.session.numbers import OutsideNumbers
from jneuron.session.program_plays import ProgramPlays
from jneuron.session.random_plays import RandomPlay
from jneuron.session.recorder import Recorder, record_spikes
from jneuron.session.single_steps import SingleSteps
from jneuron.session.steps import state_without_spikes
from jneuron.session.structure import Structure

SHORT, LONG = 1 << 10, 1 << 14
"""Steps of a chunk: each chunk costs the host half a millisecond, each row of its samples some memory to clear."""
FEW_SAMPLES, MAX_SAMPLES = 1 << 16, 1 << 22
"""Numbers that the samples of a long chunk, and of any chunk, may have."""
MAX_WORK = 1 << 24
"""Steps of a chunk times nodes: about half a second, after which Ctrl-C and the display of progress get their turn."""


class ProgramState:
    """The program of one model, and the state it is in.

    Attributes:
        cache: Compiled programs.
        recorder: Recordings under way.
        events: The event queue while the simulation stands still.
        host_plays: Plays into what is no variable of the program.
        plays: The other plays.
        table_store: The TABLEs as they were last filled.
        exchange: The spikes that go to other processes and come from them, during a run of several; else None.
        lowered: The program as it was last lowered, or None.
    """

    def __init__(self, model: Model, mechanisms: Iterable[str]) -> None:
        self._model, self._mechanisms = model, mechanisms
        self.cache = CompileCache()
        self.recorder = Recorder()
        self.lowered: Lowered | None = None
        self._room = Room()
        self._structure = Structure(model)
        self._signature: tuple[Any, ...] = ()
        self._cable: tuple[int, Cable] | None = None
        self._ops = NumpyOps()
        self.table_store = TableStore(self._ops)
        self.events = HostEvents(model, self._ops)
        self._mirror: Mirror | None = None
        self._hosted: HostedCode | None = None
        self._numbers: OutsideNumbers | None = None
        self._constants: Params | None = None
        self._settled: State | None = None
        self._ahead: Lookahead | None = None
        self._single: SingleSteps | None = None
        self._n_single = self._n_alone = 0
        self._drawn: list[RandomPlay] = []
        self.host_plays: list[HostPlay] = []
        self.plays = ProgramPlays()
        self.exchange: Exchange | None = None

    @property
    def _params(self) -> Params | None:
        """The constants on the device."""
        self._unpack()
        return self._constants

    @_params.setter
    def _params(self, params: Params | None) -> None:
        self._unpack()
        self._constants = params

    def _unpack(self) -> None:
        """Ends a series of single steps."""
        if self._single is not None:
            (self._constants, self._settled), self._single = self._single.unpacked(), None

    @property
    def _state(self) -> State | None:
        """The state on the device; steps made ahead of it are given up."""
        self._unpack()
        if self._ahead is not None:
            ahead, self._ahead = self._ahead, None
            self._settled = state_without_spikes(ahead.state_after(ahead.k))
        return self._settled

    @_state.setter
    def _state(self, state: State | None) -> None:
        self._unpack()
        self._ahead, self._settled = None, state

    # ---- structure

    @no_collection()
    def prepare(self) -> Lowered:
        """Returns the program of the model as it stands, lowered anew if its structure has changed."""
        signature = self._structure.signature()
        if self.lowered is None or signature != self._signature:
            self._model.transfers.settle()
            self._take_events_back()
            self._model.waiting.place()
            order = {name: k for k, name in enumerate(self._mechanisms)}
            self.lowered = lower(self._model, self.discretised(), order, self._sized(Options()))
            self._signature = signature
            self._hosted = HostedCode(self.lowered)
            self._numbers = OutsideNumbers(self.lowered.layout)
            self._mirror = Mirror(self._model, self.lowered, self.cache, self._hosted)
            self._params = self._state = None
            self._n_alone = 0
            self.recorder.plan(
                self._model.probes.records, self.lowered.records.position, lasting_positions(self.lowered.program)
            )
        return self.lowered

    def knows_structure(self) -> bool:
        """Tells whether the model's structure is what it was when a program was last made of it."""
        return self.lowered is not None and self._signature[:2] == self._structure.shape()

    def discretised(self) -> Cable:
        """Returns the trees as the geometry is now."""
        version = self._model.changes.geometry
        if self._cable is None or self._cable[0] != version:
            self._cable = (version, discretise(self._model))
        return self._cable[1]

    def _sized(self, options: Options) -> Options:
        n_record, n_node = max(len(self._model.probes.records), 1), max(len(self.discretised().parent), 1)
        capacity = min(max(FEW_SAMPLES // n_record, SHORT), LONG, MAX_SAMPLES // n_record, MAX_WORK // n_node)
        return replace(options, capacity=max(capacity, 16))

    def host_values(self) -> tuple[Params, State]:
        """Returns constants and state as the tables have them, as NumPy arrays, with TABLEs that wait for calls."""
        lowered = self.prepare()
        params = host_params(self._model, lowered, self._filled_tables(lowered, at_call=True))
        return params, self._host_state(lowered)

    def _host_state(self, lowered: Lowered) -> State:
        return host_state(self._model, lowered, self.events.queue, self._room, self.plays.progress(lowered.plays))

    def _filled_tables(self, lowered: Lowered, *, at_call: bool) -> tuple[dict[str, np.ndarray], ...]:
        return tuple(
            unused_tables(self._model, spec.type)
            if spec.exact
            else self.table_store.tables_of(self._model, spec.type, group.rows, at_call=at_call)
            for spec, group in zip(lowered.program.groups, lowered.groups, strict=True)
        )

    # ---- numbers to the program

    def _push(self, n_step: float = np.inf) -> tuple[Params, State]:
        """Returns constants and state on the device, with everything the user wrote since the last step.

        Args:
            n_step: How many steps are to be made of them at most.
        """
        lowered = self.prepare()
        model = self._model
        if self._state is None:
            self._room = room_for(self._room, model, len(self.events.queue))
        if self._params is not None and self._hosted:
            self._params = replace(self._params, **moved_vectors(model, lowered, self._params))
        if self._params is not None and lowered.plays:
            self._renew_plays(self._changed_plays(n_step))
        written = {(table.name, name) for table in model.tables.values() for name in table.dirty}
        assert self._numbers is not None
        if self._state is not None and self._numbers.are_moved():
            self._state = replace(self._state, numbers=self._numbers.taken())
        if self._params is not None and self._state is not None and not written:
            return self._params, self._state
        hoc = model.tables["hoc"]
        self.recorder.look_again(float(hoc.column("t")[0]) + 0.5 * float(hoc.column("dt")[0]))

        tables = paired_tables(self._filled_tables(lowered, at_call=False))
        # filling a table may set globals
        written |= {(table.name, name) for table in model.tables.values() for name in table.dirty}
        with double_precision():
            if self._params is None:
                self._params = placed(host_params(model, lowered, tables))
                self.plays.note_points(lowered.plays)
            elif written:
                self._params = replace(self._params, **placed(changed_params(model, lowered, tables, self._params, written)))
            if self._state is None:
                self._state = placed(self._host_state(lowered))
                self._numbers.taken()
            elif written:
                self._state = replace(self._state, **placed(changed_state(model, lowered, self._state, written)))
        for table in model.tables.values():
            table.clean()
        return self._params, self._state

    def _take_events_back(self) -> None:
        """Moves the event queue from the program's state to the host, with the progress of plays."""
        state = self._state
        if state is not None and self.lowered is not None:
            self.plays.note_progress(self.lowered.plays, state.played)
            if self.lowered.network is not None:
                self.events.queue.take_back(self.lowered.network, state.net)
        self._state = None

    def host_events(self) -> HostEvents:
        """Returns the event queue for changing: the next step starts from what it holds then."""
        self._take_events_back()
        return self.events

    # ---- the start of a run

    def empty_queue(self) -> None:
        """Forgets all events."""
        self._state = None
        self.events.clear()
        self._model.outbox.clear()

    def set_voltage(self, v: float) -> None:
        """Sets the voltage of every node [mV]."""
        self._model.tables["node"].take_over("v")[:] = v

    def play_start(self) -> None:
        """Takes over the Vectors that are played, and sets what is played in at t = 0."""
        lowered = self.prepare()
        self.host_plays = host_plays(self._model.probes, lowered)
        for play in self.host_plays:
            play.follow(0.0, start=True)
        self.plays.begin()
        if lowered.plays:
            frame = self.host_frame()
            play_start(self._model, lowered, frame)
            self.plays.note_progress(lowered.plays, frame.played)

    def can_draw_ahead(self, played: list[RandomPlay]) -> bool:
        """Tells whether a program plays all of these variables, and runs for many steps without the user's code."""
        lowered = self.prepare()
        known = {id(play.decl) for play in lowered.plays}
        is_heard = lowered.network is not None and any(source.statement for source in lowered.network.sources)
        return not is_heard and all(id(play.decl) in known for play in played)

    def renew_draws(self, played: list[RandomPlay]) -> None:
        """Gives the program the draws that have been laid out; with none, those of all variables are over."""
        self._drawn, over = played, [play for play in self._drawn if play not in played]
        for play in over:
            play.clear()
        decls = {play.decl for play in (*played, *over)}
        self.plays.begin_anew(decls)
        if self._params is None or self.lowered is None:
            return
        changed = [k for k, plan in enumerate(self.lowered.plays) if plan.decl in decls]
        self._renew_plays(changed)
        state = self._state
        if state is not None:
            counts = list(state.played)
            for k in changed:
                counts[k] = np.asarray(0)
            with double_precision():
                self._state = replace(state, played=placed(tuple(counts)))

    def _changed_plays(self, n_step: float) -> list[int]:
        """Returns the positions of the plays whose Vectors hold something else of what counts in so many steps."""
        if self.lowered is None or not self.lowered.plays:
            return []
        hoc = self._model.tables["hoc"]
        t, dt = float(hoc.column("t")[0]), float(hoc.column("dt")[0])
        return self.plays.changed(self.lowered.plays, t, t + (n_step + 1) * dt)

    def _renew_plays(self, changed: list[int]) -> None:
        """Gives the program what the Vectors of these plays hold now."""
        params, lowered = self._params, self.lowered
        if not changed or params is None or lowered is None:
            return
        plays = list(params.plays)
        for k in changed:
            plays[k] = play_params(lowered.plays[k])
        with double_precision():
            self._params = replace(params, plays=placed(tuple(plays)))
        self.plays.note_points([lowered.plays[k] for k in changed])

    def initialise(self) -> None:
        """Runs ions and INITIAL blocks; their events are queued."""
        model, lowered = self._model, self.prepare()
        requests: dict[int, list[SendRequest | EventRequest]] = {}
        for g, request in run_initial_blocks(model, lowered, self.host_frame()):
            requests.setdefault(g, []).append(request)
        for g, asked in requests.items():
            self.events.grant_first(lowered.groups[g], sorted(asked, key=lambda request: request.rank))
        initialise_weights(model, self._ops)

    def work_out_currents(self) -> None:
        """Works out all currents at the present voltage, as fcurrent() does."""
        lowered = self.prepare()
        work_out_currents(self._model, lowered, self.host_frame())

    def begin_currents(self) -> None:
        """Works out all currents at the voltage at which a run begins, as finitialize does."""
        lowered = self.prepare()
        work_out_initial_currents(self._model, lowered, self.host_frame())

    def begin_recording(self) -> None:
        """Empties the Vectors that record variables and takes the first samples."""
        lowered = self.prepare()
        if any("before_step" in spec.type.kernels for spec in lowered.program.groups):
            run_before_step(self._model, lowered, self.host_frame())
        self.recorder.begin(float(self._model.tables["hoc"].column("t")[0]))

    def begin_recording_spikes(self) -> None:
        """Empties the Vectors that record spikes and adds those that fired at the start."""
        spikes = list(self.events.spikes)
        self.events.spikes.clear()
        record_spikes(spikes, afresh=self._model.sources)
        self._tell_of(spikes)

    def _tell_of(self, spikes: list[tuple[float, SourceDecl]]) -> None:
        """Calls what `NetCon.record` was told to call, each at the time of its spike."""
        hoc = self._model.tables["hoc"]
        for time, source in spikes:
            if source.statement:
                present = hoc.store("t")[0]
                hoc.store("t")[0] = time
                source.statement()
                hoc.store("t")[0] = present

    def host_frame(self) -> Frame:
        """Returns a frame of all values as they are, for working on the host."""
        params, state = self.host_values()
        assert self.lowered is not None
        return Frame(self._ops, follow_all(self.lowered.program), params, state)
