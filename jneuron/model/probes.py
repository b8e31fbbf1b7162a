"""What Vectors record and what they play, as declared by `Vector.record` and `Vector.play`.

Neither keeps a Vector alive: when the user drops the Vector that is filled or played, or the Vector of times, the
declaration goes with it. `Probes.version` grows with every change, so that a program knows when it is out of date.
"""

from __future__ import annotations

import weakref
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from jneuron.model.reference import Reference
from jneuron.model.references import ColumnReference


class Sampling(Enum):
    """When a recording takes a sample, or a play takes effect."""

    EVERY_STEP = "at every step"
    INTERVAL = "at multiples of dt"
    TIMES = "at the times in a Vector"
    COUNTED = "the times at which it grows"


@dataclass(frozen=True, slots=True, eq=False)
class RecordDecl:
    """One Vector that a variable is recorded into.

    Attributes:
        vector: The Vector that is filled, weakly.
        reference: The recorded variable.
        sampling: When a sample is taken.
        dt: Interval of the samples [ms]; 0 unless `sampling` is INTERVAL.
        times: The Vector of sample times [ms], weakly; None unless `sampling` is TIMES.
        place: The point process whose clock counts under local time steps, or None.
    """

    vector: weakref.ref
    reference: Reference
    sampling: Sampling
    dt: float = 0.0
    times: weakref.ref | None = None
    place: Any = None


@dataclass(frozen=True, slots=True, eq=False)
class PlayDecl:
    """One Vector that is played into a variable.

    Attributes:
        vector: The Vector of values, weakly.
        reference: The variable that is driven, or what stands for a statement.
        sampling: INTERVAL or TIMES.
        dt: Interval of the values [ms]; 0 unless `sampling` is INTERVAL.
        times: The Vector of times [ms], weakly; None unless `sampling` is TIMES.
        continuous: Whether values between two times are interpolated.
        discontinuities: The Vector of indices at which interpolation jumps, weakly, or None.
        place: The point process whose clock counts under local time steps, or None.
    """

    vector: weakref.ref
    reference: Reference
    sampling: Sampling
    dt: float = 0.0
    times: weakref.ref | None = None
    continuous: bool = False
    discontinuities: weakref.ref | None = None
    place: Any = None


class Probes:
    """All recordings and plays.

    Attributes:
        version: Grows with every change.
    """

    def __init__(self) -> None:
        # in order of declaration
        self._records: dict[RecordDecl, None] = {}
        self._plays: dict[PlayDecl, None] = {}
        self._playing: dict[PlayDecl, None] = {}
        # what a Vector takes part in, as values or as times, by the Vector's identity
        self._of_vector: defaultdict[int, dict[RecordDecl | PlayDecl, None]] = defaultdict(dict)
        self.version = 0

    @property
    def records(self) -> list[RecordDecl]:
        """The recordings, in order of declaration; a Vector has one at most."""
        return list(self._records)

    @property
    def plays(self) -> list[PlayDecl]:
        """The plays that take part in the present run, in order of declaration; a Vector may drive several variables."""
        return list(self._playing)

    def begin_plays(self) -> None:
        """Begins a run, in which all that has been declared by now takes part."""
        if self._playing != self._plays:
            self._playing = dict(self._plays)
            self.version += 1

    def record(self, vector: Any, reference: Reference, *, dt: float = 0.0, times: Any = None, place: Any = None) -> None:
        """Records `reference` into `vector`, in place of what it recorded before."""
        self._drop(decl for decl in self._filled_or_played(vector) if isinstance(decl, RecordDecl))
        decl = RecordDecl(self._weak(vector), reference, _sampling(dt, times), dt, self._weak(times), place)
        self._records[decl] = None
        self._enter(decl, vector, times)
        self.version += 1

    def record_counted(self, count: ColumnReference, vector: Any) -> None:
        """Records the times at which an APCount's number grows; with no Vector, ends it."""
        self._drop(d for d in self._records if d.sampling is Sampling.COUNTED and d.reference == count)
        if vector is not None:
            decl = RecordDecl(self._weak(vector), count, Sampling.COUNTED)
            self._records[decl] = None
            self._enter(decl, vector)
        self.version += 1

    def play(
        self,
        vector: Any,
        target: Reference,
        *,
        dt: float = 0.0,
        times: Any = None,
        continuous: bool = False,
        discontinuities: Any = None,
        place: Any = None,
        at_once: bool = False,
    ) -> PlayDecl:
        """Plays `vector` into a variable, or into what stands for a statement: from the next run on, or at once."""
        decl = PlayDecl(
            vector=self._weak(vector),
            reference=target,
            sampling=_sampling(dt, times),
            dt=dt,
            times=self._weak(times),
            continuous=continuous,
            discontinuities=None if discontinuities is None else weakref.ref(discontinuities),
            place=place,
        )
        self._plays[decl] = None
        self._enter(decl, vector, times)
        if at_once:
            self._playing[decl] = None
            self.version += 1
        return decl

    def remove(self, vector: Any) -> None:
        """Ends all recording into and playing from `vector`."""
        self._drop(self._filled_or_played(vector))

    def plays_of(self, vector: Any) -> Iterator[PlayDecl]:
        """Yields the plays of `vector`."""
        return (decl for decl in self._filled_or_played(vector) if isinstance(decl, PlayDecl))

    def _filled_or_played(self, vector: Any) -> list[RecordDecl | PlayDecl]:
        return [decl for decl in self._of_vector.get(id(vector), ()) if decl.vector() is vector]

    def _enter(self, decl: RecordDecl | PlayDecl, *vectors: Any) -> None:
        for vector in vectors:
            if vector is not None:
                self._of_vector[id(vector)][decl] = None

    def _weak(self, vector: Any) -> Any:
        if vector is None:
            return None
        identity = id(vector)
        return weakref.ref(vector, lambda _: self._forget(identity))

    def _forget(self, identity: int) -> None:
        """Ends what a Vector that has gone took part in."""
        self._drop(self._of_vector.pop(identity, ()))

    def _drop(self, decls: Iterable[RecordDecl | PlayDecl]) -> None:
        gone = list(decls)
        for decl in gone:
            self._records.pop(decl, None)  # type: ignore[arg-type]
            self._plays.pop(decl, None)  # type: ignore[arg-type]
            self._playing.pop(decl, None)  # type: ignore[arg-type]
            for reference in (decl.vector, decl.times):
                vector = reference() if reference is not None else None
                if vector is not None:
                    self._of_vector[id(vector)].pop(decl, None)
        if gone:
            self.version += 1


def _sampling(dt: float, times: Any) -> Sampling:
    if times is not None:
        return Sampling.TIMES
    return Sampling.INTERVAL if dt else Sampling.EVERY_STEP
