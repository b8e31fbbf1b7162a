"""Fills the recording Vectors from a chunk's samples.

Fixed steps know three ways to record. Every step: the value when the step ends. At an interval, or at the times in a Vector:
NEURON puts an event into its queue for each sample; it is taken at the end of the step that reaches it, or at the start of
the step that would pass it by more than half, so a time te gets the value of the first step end t with te <= t + dt/2. What
events change is seen with the events before te: those samples are taken by the next step, or when the run ends.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from jneuron.model.network import SourceDecl
from jneuron.model.probes import RecordDecl, Sampling
from jneuron.model.references import ColumnReference

Floats = npt.NDArray[np.float64]
MAX_PENDING = 1 << 20


@dataclass(frozen=True, slots=True, eq=False)
class Between:
    """What steps sampled among their events; empty where events change nothing.

    Attributes:
        at: Times of the samples of each step, in order, inf where there is none. [ms] (step, sample)
        values: Values there, after the events before. (step, sample, probe)
    """

    at: Floats
    values: Floats

    def of_steps(self, steps: slice) -> Between:
        """Returns the samples of some of the steps."""
        return Between(self.at[steps], self.values[steps])

    def values_at(self, steps: npt.NDArray[np.int64], due: Floats, position: int) -> Floats:
        """Returns the values of a probe at the times `due`, each of which its step was asked for. (due,)"""
        sample = np.count_nonzero(self.at[steps] < due[:, np.newaxis], axis=1)
        return self.values[steps, sample, position]


NOTHING_BETWEEN = Between(np.zeros((0, 0)), np.zeros((0, 0, 0)))


@dataclass(frozen=True, slots=True, eq=False)
class Progress:
    """How far a recording has come.

    Attributes:
        decl: The recording.
        due: Times of the samples still to come [ms].
        n_sample: Length of its Vector.
    """

    decl: RecordDecl
    due: Floats
    n_sample: int


@dataclass(slots=True)
class Recording:
    """One Vector being filled.

    Attributes:
        decl: The declaration.
        position: Where its value stands in a row of samples; -1: it is not part of the program.
        by_events: Whether events may change it between two steps.
        due: Times of the samples still to come, sorted; unused for a sample every step. [ms]
        last, t_last: The value after the latest step, and its time [ms].
        under_way: Whether it has begun; a recording that is asked for in mid-run begins with the next initialisation.
    """

    decl: RecordDecl
    position: int
    by_events: bool = False
    due: Floats = field(default_factory=lambda: np.zeros(0))
    last: float = 0.0
    t_last: float = 0.0
    under_way: bool = False

    @property
    def gone(self) -> bool:
        """Whether the Vector or what it records is gone."""
        reference = self.decl.reference
        return self.decl.vector() is None or (isinstance(reference, ColumnReference) and not reference.alive)

    @property
    def is_time(self) -> bool:
        """Whether it records t."""
        reference = self.decl.reference
        return isinstance(reference, ColumnReference) and reference.table.name == "hoc" and reference.variable == "t"

    def begin(self, t: float) -> None:
        """Empties the Vector and takes the sample at the start."""
        vector = self.decl.vector()
        self.under_way = not self.gone
        if vector is None or self.gone:
            return
        vector.clear_samples()
        self.last, self.t_last = self.decl.reference.get(), t
        if self.decl.sampling is Sampling.EVERY_STEP:
            vector.add_samples(np.array([self.last]))
            return
        if self.decl.sampling is Sampling.COUNTED:
            if self.last:
                vector.add_samples(np.array([t]))
            return
        if self.decl.sampling is Sampling.TIMES:
            assert self.decl.times is not None
            given: Any = self.decl.times()
            self.due = np.array(given.as_numpy(), np.float64)
        else:
            self.due = np.array([t])
        self._sample(self.due_by(t), np.array([t]), np.array([self.last]), dt=0.0)

    def progress(self) -> Progress:
        """Returns how far it has come."""
        vector = self.decl.vector()
        return Progress(self.decl, self.due.copy(), 0 if vector is None else len(vector))

    def go_back(self, progress: Progress, t: float) -> None:
        """Goes on from where it had been at time t [ms]; a Vector of samples at given times is as long again as it was then."""
        vector = self.decl.vector()
        if vector is None or self.gone:
            return
        self.last, self.t_last = self.decl.reference.get(), t
        if self.decl.sampling not in (Sampling.INTERVAL, Sampling.TIMES):
            return
        self.due = progress.due.copy()
        if self.decl.sampling is Sampling.TIMES:
            kept = np.zeros(progress.n_sample)
            values = np.asarray(vector.as_numpy(), np.float64)[: progress.n_sample]
            kept[: len(values)] = values
            vector.clear_samples()
            vector.add_samples(kept)

    def take(self, times: Floats, samples: Floats, between: Between, dt: float) -> None:
        """Takes what it needs from the steps of a chunk.

        Args:
            times: Time after each step [ms]. (step,)
            samples: Values after each step. (step, probe)
            between: What the steps sampled among their events.
            dt: The step [ms].
        """
        vector = self.decl.vector()
        if vector is None or self.gone or not self.under_way:
            return
        n = len(times)
        values = samples[:, self.position] if self.position >= 0 else np.full(n, self.decl.reference.get())
        if self.decl.sampling is Sampling.EVERY_STEP:
            vector.add_samples(values)
        elif self.decl.sampling is Sampling.COUNTED:
            vector.add_samples(times[np.diff(values, prepend=self.last) > 0.0])
        else:
            before = np.concatenate([[self.t_last], times])
            if self.by_events and len(between.at):
                self._sample_among_events(before[:-1] + 0.5 * dt, between)
            else:
                self._sample(self.due_by(times[-1]), before, np.concatenate([[self.last], values]), dt)
        self.last, self.t_last = float(values[-1]), float(times[-1])

    def _sample(self, due: Floats, times: Floats, values: Floats, dt: float) -> None:
        """Takes the samples at `due`.

        Args:
            due: The first of the times still to come [ms].
            times: Step ends [ms]. (step + 1,)
            values: Values there. (step + 1,)
            dt: The step [ms].
        """
        vector = self.decl.vector()
        self.due = self.due[len(due) :]
        if vector is None or not len(due):
            return
        step = np.minimum(np.searchsorted(times + 0.5 * dt, due, side="left"), len(values) - 1)
        vector.add_samples(self._times_seen(times, due, step) if self.is_time else values[step])

    def _sample_among_events(self, middles: Floats, between: Between) -> None:
        """Takes the samples that are due by the last of `middles`, the middles of the steps [ms]."""
        vector = self.decl.vector()
        due = self.due_by(middles[-1])
        self.due = self.due[len(due) :]
        if vector is not None and len(due):
            vector.add_samples(between.values_at(np.searchsorted(middles, due, side="left"), due, self.position))

    def settle(self, until: float, *, fresh: bool) -> None:
        """Takes the samples that are due by `until` and wait for the next step; `fresh` if events have come since the last."""
        vector = self.decl.vector()
        if vector is None or self.gone or not self.waits:
            return
        due = self.due_by(until)
        self.due = self.due[len(due) :]
        if len(due):
            vector.add_samples(np.full(len(due), self.decl.reference.get() if fresh else self.last))

    def look_again(self, until: float) -> None:
        """Takes notice that the user has written since the last step: what is due by `until` [ms] sees the value of now."""
        if (
            self.decl.sampling in (Sampling.INTERVAL, Sampling.TIMES)
            and self.under_way
            and not self.gone
            and len(self.due_by(until))
        ):
            self.last = self.decl.reference.get()

    @property
    def waits(self) -> bool:
        """Whether samples of the end of a step wait for the events there."""
        return self.by_events and self.under_way and self.decl.sampling in (Sampling.INTERVAL, Sampling.TIMES)

    def _times_seen(self, times: Floats, due: Floats, step: npt.NDArray[np.int64]) -> Floats:
        """Returns what a recording of t gets: its own time at an interval, else NEURON's t, which lags until a step ends."""
        if self.decl.sampling is Sampling.INTERVAL:
            return due
        return np.where(due > times[step], times[step], times[np.maximum(step - 1, 0)])

    def due_by(self, end: float) -> Floats:
        """Returns the times of the samples that are due by `end` [ms]."""
        if self.decl.sampling is Sampling.INTERVAL and len(self.due):
            # NEURON sends itself the next event from the last: the times accumulate
            n = min(int(max(end - self.due[0], 0.0) / self.decl.dt) + 2, MAX_PENDING)
            self.due = np.add.accumulate(np.concatenate([self.due[:1], np.full(n, self.decl.dt)]))
        return self.due[: int(np.searchsorted(self.due, end, side="right"))]


class Recorder:
    """All recordings of a run."""

    def __init__(self) -> None:
        self.recordings: list[Recording] = []

    def plan(self, decls: list[RecordDecl], position: dict[int, int], by_events: frozenset[int]) -> None:
        """Takes over the declarations; those that go on keep what they have yet to sample.

        Args:
            decls: The recordings.
            position: Of each its position in a row of samples, -1 outside the program.
            by_events: Positions whose values events may change.
        """
        going_on = {id(r.decl): r for r in self.recordings}
        recordings = []
        for k, decl in enumerate(decls):
            recording = going_on.get(id(decl)) or Recording(decl, position[k])
            recording.position = position[k]
            recording.by_events = position[k] in by_events and not recording.is_time
            recordings.append(recording)
        self.recordings = recordings

    def sample_times(self, t: float, dt: float, n_step: int) -> Floats:
        """Returns for each of the next steps the times of the samples that it takes, in order, then inf. (step, sample)

        A step takes those from half a step before its start to half a step after it.

        Args:
            t: The present time [ms].
            dt: The step [ms].
            n_step: How many steps.
        """
        halves = np.full(2 * n_step - 1, 0.5 * dt)
        halves[0] = t
        middles = np.add.accumulate(halves)[::2] + 0.5 * dt
        due = np.unique(np.concatenate([[], *(r.due_by(middles[-1]) for r in self.recordings if r.waits)]))
        step = np.searchsorted(middles, due, side="left")
        place = np.arange(len(due)) - np.searchsorted(step, step, side="left")
        times = np.full((n_step, int(place.max(initial=0)) + 1), np.inf)
        times[step, place] = due
        return times

    def waiting(self, t: float) -> list[float]:
        """Returns the times of the samples that are due by t and wait for the next step."""
        return sorted({float(due) for r in self.recordings if r.waits for due in r.due_by(t)})

    def look_again(self, until: float) -> None:
        """Lets the samples that are due by `until` [ms], before the next step's middle, see what the user has written."""
        for recording in self.recordings:
            recording.look_again(until)

    def settle(self, until: float, *, fresh: bool) -> None:
        """Takes the samples that are due by `until` and wait; see `Recording.settle`."""
        for recording in self.recordings:
            recording.settle(until, fresh=fresh)

    def begin(self, t: float) -> None:
        """Starts all recordings at time t [ms]."""
        for recording in self.recordings:
            recording.begin(t)

    def progress(self) -> list[Progress]:
        """Returns how far each recording has come."""
        return [recording.progress() for recording in self.recordings]

    def go_back(self, kept: list[Progress], t: float) -> None:
        """Lets the recordings go on from where they had been at time t [ms]; those that were not there then are left alone."""
        progress_of = {id(progress.decl): progress for progress in kept}
        for recording in self.recordings:
            if id(recording.decl) in progress_of:
                recording.go_back(progress_of[id(recording.decl)], t)

    def take(self, times: Floats, samples: Floats, between: Between, dt: float) -> None:
        """Takes the samples of a chunk; see `Recording.take`."""
        if not len(times):
            return
        for recording in self.recordings:
            recording.take(times, samples, between, dt)


def record_spikes(spikes: list[tuple[float, SourceDecl]], *, afresh: Iterable[SourceDecl] = ()) -> None:
    """Takes note of spikes, for other processes too; see `keep_spikes`."""
    for time, source in spikes:
        if source.outbox is not None:
            source.outbox.append((time, source.gid))
    keep_spikes(spikes, afresh=afresh)


def keep_spikes(spikes: Iterable[tuple[float, SourceDecl]], *, afresh: Iterable[SourceDecl] = ()) -> None:
    """Adds spikes to the Vectors that record them; those of the sources in `afresh` are emptied first.

    One Vector may record several sources: it gets their spikes in the order in which they occurred.
    """
    for source in afresh:
        for vector in (_alive(source.time_vector), _alive(source.id_vector)):
            if vector is not None:
                vector.clear_samples()
    added: dict[int, tuple[Any, list[float]]] = {}
    for time, source in spikes:
        for reference, value in ((source.time_vector, time), (source.id_vector, source.record_id)):
            vector = _alive(reference)
            if vector is not None:
                added.setdefault(id(vector), (vector, []))[1].append(value)
    for vector, values in added.values():
        vector.add_samples(np.array(values))


def _alive(reference: weakref.ref[Any] | None) -> Any:
    return reference() if reference is not None else None
