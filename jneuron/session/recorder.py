"""Fills the recording Vectors from a chunk's samples.

Fixed steps know three ways to record. Every step: the value when the step ends. At an interval, or at the times in a Vector:
NEURON puts an event into its queue for each sample; it is taken at the end of the step that reaches it, or at the start of
the step that would pass it by more than half, so a time te gets the value of the first step end t with te <= t + dt/2.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, cast

import numpy as np
import numpy.typing as npt

from jneuron.model.network import SourceDecl
from jneuron.model.probes import RecordDecl, Sampling
from jneuron.model.references import ColumnReference

Floats = npt.NDArray[np.float64]
MAX_PENDING = 1 << 20


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
            time = cast(ColumnReference, self.decl.reference)
            if time.table.column("n")[time.row]:
                vector.add_samples(np.array([self.last]))
            return
        if self.decl.sampling is Sampling.TIMES:
            assert self.decl.times is not None
            given: Any = self.decl.times()
            self.due = np.array(given.as_numpy(), np.float64)
        else:
            self.due = np.array([t])
        self.deliver(np.array([t]), np.array([self.last]), np.array([self.last]), dt=0.0)

    def take(self, times: Floats, samples: Floats, between: Floats, dt: float) -> None:
        """Takes what it needs from the steps of a chunk.

        Args:
            times: Time after each step [ms]. (step,)
            samples: Values after each step. (step, probe)
            between: Values after the events at the start of each step; empty where events change nothing. (step, probe)
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
            vector.add_samples(values[np.diff(values, prepend=self.last) != 0.0])
        else:
            before = np.concatenate([[self.t_last], times])
            ends = np.concatenate([[self.last], values])
            starts = np.append(between[:, self.position], values[-1]) if len(between) and self.by_events else ends
            self.deliver(before, ends, starts, dt)
        self.last, self.t_last = float(values[-1]), float(times[-1])

    def deliver(self, times: Floats, ends: Floats, starts: Floats, dt: float) -> None:
        """Takes the samples that are due by the last of `times`.

        Args:
            times: Step ends [ms]. (step + 1,)
            ends: Values at these times. (step + 1,)
            starts: Values there once the events of the next step's start are through. (step + 1,)
            dt: The step [ms].
        """
        vector = self.decl.vector()
        due = self.due_by(times[-1])
        self.due = self.due[len(due) :]
        if vector is None or not len(due):
            return
        step = np.minimum(np.searchsorted(times + 0.5 * dt, due, side="left"), len(times) - 1)
        if self.is_time:
            vector.add_samples(self._times_seen(times, due, step))
        else:
            vector.add_samples(np.where(due > times[step], starts[step], ends[step]))

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
            recording.position, recording.by_events = position[k], position[k] in by_events
            recordings.append(recording)
        self.recordings = recordings

    def sample_times(self, t: float, dt: float, n_step: int) -> Floats:
        """Returns for each of the next steps the time of the first sample that falls into its first half, inf without one.

        Args:
            t: The present time [ms].
            dt: The step [ms].
            n_step: How many steps.
        """
        halves = np.full(2 * n_step - 1, 0.5 * dt)
        halves[0] = t
        starts = np.add.accumulate(halves)[::2]
        times = np.full(n_step, np.inf)
        for recording in self.recordings:
            if recording.under_way and recording.decl.sampling in (Sampling.INTERVAL, Sampling.TIMES):
                due = recording.due_by(starts[-1] + 0.5 * dt)
                step = np.searchsorted(starts, due, side="left") - 1
                early = (step >= 0) & (due <= starts[step] + 0.5 * dt)
                np.minimum.at(times, step[early], due[early])
        return times

    def begin(self, t: float) -> None:
        """Starts all recordings at time t [ms]."""
        for recording in self.recordings:
            recording.begin(t)

    def take(self, times: Floats, samples: Floats, between: Floats, dt: float) -> None:
        """Takes the samples of a chunk; see `Recording.take`."""
        if not len(times):
            return
        for recording in self.recordings:
            recording.take(times, samples, between, dt)


def record_spikes(spikes: list[tuple[float, SourceDecl]], *, afresh: Iterable[SourceDecl] = ()) -> None:
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
