"""Makes steps: in chunks, one by one, ahead, or with exchanges between processes; brings what they give to where it belongs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np

from jneuron.base.collection import no_collection
from jneuron.base.outcome import Outcome
from jneuron.engine.run import (
    Columns,
    Halfway,
    deliver_due,
    run_ahead,
    run_chunk,
    run_from_voltage,
    run_from_voltage_with_all,
    run_to_voltage,
)
from jneuron.ir.net_table import TIME
from jneuron.ir.program import Chunk, Params, Program, State
from jneuron.lower.network import Room, with_room
from jneuron.lower.program import Lowered
from jneuron.session.backend import double_precision
from jneuron.session.carried_over import carried_over
from jneuron.session.diagnosis import diagnose, last_good_step, refuse_request
from jneuron.session.exchange import Exchange
from jneuron.session.hosts import Pairs
from jneuron.session.intervals import IntervalError, Intervals
from jneuron.session.lookahead import MOST_AHEAD, PATIENCE, Lookahead, first_due_at_end, n_ahead, spikes_of
from jneuron.session.mirror import columns_of, follow_all
from jneuron.session.program_state import ProgramState
from jneuron.session.progress import Meter
from jneuron.session.recorder import NOTHING_BETWEEN, Between, keep_spikes, record_spikes
from jneuron.session.single_steps import SingleSteps
from jneuron.session.steps import finished, spikes_in, state_without_spikes

FEW_ALONE = 16
"""Single steps before a program is compiled that makes them quickly."""


class Simulation(ProgramState):
    """The steps of one model; for what it holds see `ProgramState`."""

    def advance(self, n_step: int, meter: Meter | None = None) -> int:
        """Makes `n_step` fixed steps, fewer where the user's code that hears of a spike sets stoprun; returns how many.

        `meter` shows how far they have come.
        """
        hoc = self._model.tables["hoc"]
        dt = float(hoc.column("dt")[0])
        if self.exchange is not None:
            self._advance_exchanging(n_step, self.exchange, meter)
            self._end_last_step()
            return n_step
        if n_step == 1 and (self._serve_step() or self._step_alone()):
            if meter is not None:
                meter.moved(dt)
            return n_step
        n_left = n_step
        while n_left > 0:
            n_made = self._advance_chunk(n_left)
            n_left -= n_made
            if meter is not None:
                meter.moved(n_made * dt)
            if hoc.column("stoprun")[0]:
                break
        self._end_last_step()
        return n_step - n_left

    # ---- steps with exchanges of spikes

    def _advance_exchanging(self, n_step: int, exchange: Exchange, meter: Meter | None) -> None:
        """Makes steps, with all exchanges that fall due, the one at their end too."""
        dt = float(self._model.tables["hoc"].column("dt")[0])
        self._push()
        stays = self._stays_on_device()
        while n_step > 0:
            n_part = min(n_step, exchange.n_left)
            n_made = self._advance_intervals(n_step, exchange) if stays else self._advance_chunk(n_part)
            if not stays and exchange.moved(n_made):
                self.queue_spikes(exchange.carry_out())
            n_step -= n_made
            if meter is not None:
                meter.moved(n_made * dt)

    def _stays_on_device(self) -> bool:
        """Tells whether nothing but the compiled program takes part between two exchanges."""
        return not (self._is_heard() or (self.lowered is not None and self.lowered.program.between))

    def _advance_intervals(self, n_step: int, exchange: Exchange) -> int:
        """Makes steps and exchanges without taking anything but samples and spikes from the device; returns how many."""
        params, state = self._push()
        assert self.lowered is not None
        assert self._hosted is not None
        n_most = min(exchange.n_interval, self.lowered.program.capacity)
        intervals = Intervals(self.lowered, self.cache, self._hosted, params, state, self._room, n_most)
        n_step = min(n_step, self.lowered.program.capacity)
        n_made, before = 0, state
        try:
            while n_made < n_step:
                # the state before the very last step is kept for the mirror
                if n_made + 1 == n_step:
                    before = intervals.state()
                n_part = min(max(n_step - n_made - 1, 1), exchange.n_left, n_most)
                exchange.note(intervals.advance(n_part))
                n_made += n_part
                if exchange.moved(n_part):
                    intervals.arrive(exchange.carry_out())
        except IntervalError as failed:
            self._keep(intervals, params, failed.before, failed.before)
            if failed.outcome is not Outcome.OK:
                refuse_request(failed.outcome, self.lowered, self.events, failed.after)
            self._refuse_to_go_on(params, failed.before, failed.n_step)
        self._keep(intervals, params, before, intervals.state())
        return n_made

    def _keep(self, intervals: Intervals, params: Params, before: State, state: State) -> None:
        """Takes over what a run with exchanges has given."""
        assert self._mirror is not None
        assert self.lowered is not None
        self._room, self._state = intervals.room, state_without_spikes(state)
        self._mirror.moved(lambda: (params, before), columns_of(self.lowered.program, self._state))
        hoc = self._model.tables["hoc"]
        hoc.store("t")[0] = float(state.t)
        if self._numbers is not None:
            self._numbers.give_back(state.numbers)
        if intervals.samples:
            rows = np.concatenate(intervals.samples)
            self.recorder.take(rows[:, 0], rows[:, 1:], NOTHING_BETWEEN, float(hoc.column("dt")[0]))
        if self.lowered.network is not None:
            sources = self.lowered.network.sources
            fired = [spike for spikes in intervals.spikes for spike in spikes.tolist()]
            keep_spikes([(time, sources[int(number)]) for time, number in fired])

    def queue_spikes(self, spikes: Pairs) -> None:
        """Lets gids of other processes fire: times [ms] and gids. (spike, 2)"""
        if not len(spikes):
            return
        events, ports = self.host_events(), self._model.input_ports
        for time, gid in spikes.tolist():
            events.fire(ports[int(gid)], time)
        events.spikes.clear()

    def _is_heard(self) -> bool:
        """Tells whether the user's code is to hear of spikes while they occur."""
        network = self.lowered.network if self.lowered is not None else None
        return network is not None and any(source.statement for source in network.sources)

    # ---- steps that the user's code looks into

    @no_collection()
    def advance_heard(self, calls: list[Callable[[], Any]]) -> None:
        """Makes one step, and calls what wants to be called as soon as it has a new voltage; t is then what it was.

        Cells that nobody holds any more stay until the step has been made.
        """
        params, start = self._push(1)
        assert self.lowered is not None
        assert self._mirror is not None
        assert self._hosted is not None
        at, made, within = self._make_first_part(params, start)
        heard = [spike for spike in spikes_in(self.lowered, made.state) if spike[1].statement]
        if heard:
            # the code may change anything: the step is made again from what there is then
            self._tell_of(heard)
            self._hosted.go_back()
            params, start = self._push()
            at, made, within = self._make_first_part(params, start)
        lowered = self.lowered
        self._state = made.state
        self._mirror.halfway(lambda: (params, start), columns_of(lowered.program, made.state), within)
        try:
            for call in calls:
                call()
            params, state = self._push()
        except BaseException:
            if self.lowered is lowered:
                self._state = replace(made.state, t=start.t)
            raise
        if self.lowered is lowered:
            self._go_on_from_voltage(params, start, replace(made, state=replace(state, t=made.state.t)), at)
        else:
            self._go_on_changed(lowered, made, at, (params, state))
        if self.exchange is not None and self.exchange.moved(1):
            self.queue_spikes(self.exchange.carry_out())
        self._end_last_step()

    def _make_first_part(self, params: Params, start: State) -> tuple[np.ndarray, Halfway, Columns]:
        """Makes a step as far as its voltage; returns also the times of the samples among its events."""
        assert self.lowered is not None
        at = self._sample_times(start, replace(self.lowered.program, capacity=1)).reshape(-1)
        return at, *self._run_to_voltage(params, start, at)

    def _go_on_from_voltage(self, params: Params, start: State, made: Halfway, at: np.ndarray) -> None:
        """Makes the second part of a step that has begun at `start`."""
        assert self.lowered is not None
        assert self._hosted is not None
        go_on = self.cache.get("from voltage", run_from_voltage, follow_all(self.lowered.program), (params, made))
        with double_precision():
            after, row = self._hosted.run(lambda: go_on(params, made))
        self._commit(params, start, self._chunk_of_one(start, after, row, made, at), 1)

    def _go_on_changed(self, old: Lowered, made: Halfway, at: np.ndarray, numbers: tuple[Params, State]) -> None:
        """Makes the second part of a step whose first part the program `old` has made."""
        lowered = self.lowered
        assert lowered is not None
        assert self._hosted is not None
        params, halfway = numbers[0], carried_over(self._model, old, lowered, made, *numbers)
        program = follow_all(lowered.program)
        go_on = self.cache.get("from voltage with all", run_from_voltage_with_all, program, (params, halfway))
        with double_precision():
            after, row, within = self._hosted.run(lambda: go_on(params, halfway))
        record_spikes(spikes_in(old, made.state))
        self._commit(params, halfway.state, self._chunk_of_one(halfway.state, after, row, made, at), 1)
        assert self._mirror is not None
        self._mirror.moved_for_good(columns_of(lowered.program, after), within)

    def _chunk_of_one(self, start: State, after: State, row: Any, made: Halfway, at: np.ndarray) -> Chunk:
        """Returns a step that was made in two parts as what a run of one step gives."""
        assert self.lowered is not None
        if not np.isfinite(np.asarray(after.v)).all():
            raise diagnose(self.lowered, start, after)
        times, none_between = np.asarray(after.t).reshape(1), np.asarray(made.between)[np.newaxis]
        return Chunk(after, times, np.asarray(row)[np.newaxis], none_between, at[np.newaxis], after.t)

    def _run_to_voltage(self, params: Params, start: State, at: np.ndarray) -> tuple[Halfway, Columns]:
        """Makes the first part of a step, with larger buffers where they are too small."""
        assert self.lowered is not None
        assert self._hosted is not None
        while True:
            arguments = params, start, at
            to_voltage = self.cache.get("to voltage", run_to_voltage, follow_all(self.lowered.program), arguments)
            self._hosted.mark()
            with double_precision():
                made, within = self._hosted.run(partial(to_voltage, *arguments))
            outcome = Outcome.OK if made.state.net is None else Outcome(int(made.state.net.outcome))
            if outcome is Outcome.OK:
                return made, within
            self._hosted.go_back()
            self._make_room(outcome, made.state)
            assert self._state is not None
            start = self._state

    # ---- single steps

    def _step_alone(self) -> bool:
        """Makes one step by itself, from packed numbers; returns False where it takes a chunk."""
        self._n_alone += 1
        if self._n_alone <= FEW_ALONE or self._signature != self._structure.signature() or not self._can_pack():
            return False
        written = [(table.name, name) for table in self._model.tables.values() for name in table.dirty]
        if self._single is None or self._changed_plays(1) or not self._single.take_written(written):
            params, state = self._push(1)
            assert self.lowered is not None
            self._single = SingleSteps(self._model, self.lowered, self.cache, params, state)
        for table in self._model.tables.values():
            table.clean()
        single, hoc = self._single, self._model.tables["hoc"]
        if not single.step():
            return False
        spikes = single.take_spikes()
        assert self._mirror is not None
        assert self.lowered is not None
        self._mirror.moved(single.before(), single.columns())
        t = hoc.store("t")[0] = single.t
        self.recorder.take(np.array([t]), single.samples, NOTHING_BETWEEN, float(hoc.column("dt")[0]))
        if spikes and self.lowered.network is not None:
            record_spikes([(time, self.lowered.network.sources[number]) for time, number in spikes])
        if single.next_event <= t:
            self._end_last_step()
        return True

    def _can_pack(self) -> bool:
        """Tells whether nothing but the compiled program takes part in a step."""
        lowered = self.lowered
        if lowered is None or self._hosted or lowered.program.between or lowered.layout.numbers:
            return False
        return lowered.network is None or not any(source.statement for source in lowered.network.sources)

    # ---- steps made ahead

    def _serve_step(self) -> bool:
        """Makes one step by serving one that was made ahead; returns False where there is none to serve."""
        if self._is_written() or self._hosted or (self._numbers is not None and self._numbers.are_moved()):
            self._n_single = 0
            return False
        self._n_single += 1
        all_served = self._ahead is None or self._ahead.k >= self._ahead.n_step
        if all_served and (self._n_single <= PATIENCE or not self._look_ahead()):
            return False
        ahead, network = self._ahead, self.lowered.network if self.lowered else None
        assert ahead is not None
        assert self._mirror is not None
        k, ahead.k = ahead.k, ahead.k + 1
        at_all = columns_of(ahead.program, ahead.states)
        self._mirror.moved(lambda: (ahead.params, ahead.state_after(k)), lambda key: np.asarray(at_all(key))[k])
        hoc = self._model.tables["hoc"]
        hoc.store("t")[0] = ahead.times[k]
        if self._numbers is not None and ahead.states.numbers is not None:
            self._numbers.give_back(np.asarray(ahead.states.numbers)[k])
        row = slice(k, k + 1)
        self.recorder.take(ahead.times[row], ahead.samples[row], ahead.between.of_steps(row), float(hoc.column("dt")[0]))
        # nothing is due at the end of a step that is served (see `first_due_at_end`)
        self.recorder.settle(float(ahead.times[k]), fresh=False)
        if network is not None:
            record_spikes([(time, network.sources[number]) for time, number in spikes_of(ahead.states, k)])
        return True

    def _is_written(self) -> bool:
        if self._signature != self._structure.signature() or self._changed_plays(1):
            return True
        return any(table.dirty for table in self._model.tables.values())

    def _look_ahead(self) -> bool:
        """Makes steps ahead; returns False where the next step must be made alone."""
        params, state = self._push(MOST_AHEAD)
        assert self.lowered is not None
        program = replace(self.lowered.program, capacity=n_ahead(state))
        if self.lowered.network is not None and any(source.statement for source in self.lowered.network.sources):
            return False
        arguments = (params, state, self._sample_times(state, program))
        executable = self.cache.get("ahead", run_ahead, program, arguments)
        with double_precision():
            chunk, states, n_well = executable(*arguments)
        times, v = np.asarray(chunk.times), np.asarray(states.v)
        bad = np.flatnonzero(~np.isfinite(v).all(axis=1))
        due = first_due_at_end(states, times)
        n_step = min(int(n_well), int(bad[0]) if len(bad) else len(times), due)
        if n_step == 0:
            return False
        between = Between(np.asarray(chunk.between_at), np.asarray(chunk.between))
        self._ahead = Lookahead(program, params, state, states, times, np.asarray(chunk.samples), between, n_step)
        return True

    def _end_last_step(self) -> None:
        """Delivers what is due by now, with the samples in between: within a run the next step does that."""
        t = float(self._model.tables["hoc"].column("t")[0])
        fresh = False
        for due in self.recorder.waiting(t):
            fresh = self._deliver_on_host(due) or fresh
            self.recorder.settle(due, fresh=fresh)
        if fresh:
            self._deliver_on_host(t)
        if self._state is None or self._state.net is None:
            return
        if float(np.asarray(self._state.net.queue.head)[0, TIME]) > t:
            return
        network = self.lowered.network if self.lowered is not None else None
        is_heard = network is not None and any(source.statement for source in network.sources)
        # the program's own arithmetic, so that a run that is cut in two has the same bits
        if not is_heard and self._deliver_by_program():
            return
        self._deliver_on_host(t)

    def _deliver_on_host(self, until: float) -> bool:
        """Delivers what is due by `until` [ms]; returns False where nothing is."""
        if self._state is not None:
            if self._state.net is None or float(np.asarray(self._state.net.queue.head)[0, TIME]) > until:
                return False
            self._take_events_back()
        self.events.deliver(until)
        spikes = list(self.events.spikes)
        self.events.spikes.clear()
        record_spikes(spikes)
        self._tell_of(spikes)
        return True

    def _deliver_by_program(self) -> bool:
        """Delivers what is due by now as a step of the program does; returns False where a buffer is too small."""
        assert self.lowered is not None
        assert self._mirror is not None
        assert self._hosted is not None
        arguments = (self._params, self._state)
        executable = self.cache.get("deliver", deliver_due, self.lowered.program, arguments)
        self._hosted.mark()
        with double_precision() as jax:
            state: State = self._hosted.run(lambda: jax.block_until_ready(executable(*arguments)))
        if int(state.net.outcome) != Outcome.OK:
            self._hosted.go_back()
            return False
        if self._numbers is not None:
            self._numbers.give_back(state.numbers)
        spikes = spikes_in(self.lowered, state)
        self._state = state_without_spikes(state)
        self._mirror.went_on(columns_of(self.lowered.program, self._state))
        record_spikes(spikes)
        return True

    def _advance_chunk(self, n_wanted: int) -> int:
        params, state = self._push(n_wanted)
        assert self.lowered is not None
        n_step = min(n_wanted, self.lowered.program.capacity)
        # the state before the very last step is kept for the mirror
        parts = [n_step] if n_step < n_wanted or n_step == 1 else [n_step - 1, 1]
        n_made = 0
        for n_part in parts:
            chunk = self._run(params, state, n_part)
            if chunk is None:
                break
            heard = self._first_heard(chunk, n_part)
            if heard is not None:
                return n_made + self._advance_with_statements(params, state, heard)
            self._commit(params, state, chunk, n_part)
            n_made += n_part
            assert self._state is not None
            state = self._state
        return n_made

    def _first_heard(self, chunk: Chunk, n_step: int) -> int | None:
        """Returns the step in which a spike occurs that the user's code is to hear of, or None."""
        assert self.lowered is not None
        network = self.lowered.network
        if network is None or not any(source.statement for source in network.sources):
            return None
        times = np.asarray(chunk.times)[:n_step]
        heard = [t for t, source in spikes_in(self.lowered, chunk.state) if source.statement]
        return int(np.searchsorted(times, heard[0], side="left")) if heard else None

    def _advance_with_statements(self, params: Params, state: State, n_before: int) -> int:
        """Makes the steps up to the one with a spike that is heard, calls what hears it, and makes that step."""
        assert self._hosted is not None
        self._hosted.go_back()
        if n_before:
            chunk = self._run(params, state, n_before)
            if chunk is None:
                return 0
            self._commit(params, state, chunk, n_before)
            state = chunk.state if self._state is None else self._state
        chunk = self._run(params, state, 1)
        if chunk is None or self.lowered is None:
            return n_before
        self._tell_of(spikes_in(self.lowered, chunk.state))
        # the code may have changed anything: start the step from what there is now
        self._hosted.go_back()
        params, state = self._push()
        chunk = self._run(params, state, 1)
        if chunk is None:
            return n_before
        self._commit(params, state, chunk, 1)
        return n_before + 1

    def _run(self, params: Params, state: State, n_step: int) -> Chunk | None:
        """Runs a chunk; returns None when a buffer was too small: it is larger now, and nothing has happened."""
        assert self.lowered is not None
        arguments = (params, state, np.int32(n_step), self._sample_times(state, self.lowered.program))
        executable = self.cache.get("chunk", run_chunk, self.lowered.program, arguments)
        assert self._hosted is not None
        self._hosted.mark()
        with double_precision():
            chunk: Chunk = self._hosted.run(lambda: finished(executable(*arguments)))
        outcome = Outcome(int(chunk.outcome))
        if outcome is Outcome.OK:
            if not np.isfinite(np.asarray(chunk.state.v)).all():
                self._refuse_to_go_on(params, state, n_step)
            return chunk
        self._hosted.go_back()
        self._make_room(outcome, chunk.state)
        return None

    def _make_room(self, outcome: Outcome, failed: State) -> None:
        """Enlarges the buffer that was full; raises what else has gone wrong."""
        assert self.lowered is not None
        room = self._room
        if outcome is Outcome.QUEUE_FULL:
            self._enlarge(replace(room, events=4 * room.events))
        elif outcome is Outcome.SPIKES_FULL:
            self._enlarge(replace(room, spikes=4 * room.spikes))
        else:
            refuse_request(outcome, self.lowered, self.events, failed)

    def _enlarge(self, room: Room) -> None:
        """Gives the present state, from which the chunk is made again, larger buffers."""
        self._room = room
        state = self._state
        assert state is not None
        with double_precision() as jax:
            self._state = replace(state, net=jax.device_put(with_room(state.net, room)))

    def _sample_times(self, state: State, program: Program) -> np.ndarray:
        """Returns where the recordings take samples among the events of the next steps; see `run_chunk`."""
        if not program.between:
            return np.zeros((0, 0))
        dt = float(self._model.tables["hoc"].column("dt")[0])
        return self.recorder.sample_times(float(state.t), dt, program.capacity)

    def _refuse_to_go_on(self, params: Params, state: State, n_step: int) -> None:
        """Raises the error of a chunk whose voltages are not finite; the tables keep the last good step."""
        assert self.lowered is not None
        program = self.lowered.program

        def steps_from(start: State, n: int) -> Chunk:
            arguments = (params, start, np.int32(n), self._sample_times(start, program))
            executable = self.cache.get("chunk", run_chunk, program, arguments)
            with double_precision():
                chunk: Chunk = executable(*arguments)
            return chunk

        good = last_good_step(lambda n: steps_from(state, n).state, n_step)
        if good:
            chunk = steps_from(state, good)
            self._commit(params, state, chunk, good)
            state = chunk.state
        raise diagnose(self.lowered, state, steps_from(state, 1).state)

    def _commit(self, params: Params, before: State, chunk: Chunk, n_step: int) -> None:
        assert self._mirror is not None
        assert self.lowered is not None
        spikes = spikes_in(self.lowered, chunk.state)
        self._state = state_without_spikes(chunk.state) if spikes else chunk.state
        self._mirror.moved(lambda: (params, before), columns_of(self.lowered.program, self._state))
        hoc = self._model.tables["hoc"]
        hoc.store("t")[0] = float(chunk.state.t)
        if self._numbers is not None:
            self._numbers.give_back(chunk.state.numbers)
        times = np.asarray(chunk.times)[:n_step]
        samples, between = np.asarray(chunk.samples)[:n_step], Between(np.asarray(chunk.between_at), np.asarray(chunk.between))
        self.recorder.take(times, samples, between.of_steps(slice(n_step)), float(hoc.column("dt")[0]))
        record_spikes(spikes)
