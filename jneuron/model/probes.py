"""What Vectors record and what they play, as declared by `Vector.record` and `Vector.play`.

Neither keeps a Vector alive: when the user drops the Vector that is filled or played, or the Vector of times, the
declaration goes with it. `Probes.version` grows with every change, so that a program knows when it is out of date.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterator
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
    COUNTED = "when the counter beside it has grown"


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
    """One Vector that is played into a variable or through a statement.

    Attributes:
        vector: The Vector of values, weakly.
        reference: The variable that is driven; None when a statement is.
        statement: hoc code with `$1` for the value, an empty string when a variable is driven.
        sampling: INTERVAL or TIMES.
        dt: Interval of the values [ms]; 0 unless `sampling` is INTERVAL.
        times: The Vector of times [ms], weakly; None unless `sampling` is TIMES.
        continuous: Whether values between two times are interpolated.
        discontinuities: The Vector of indices at which interpolation jumps, weakly, or None.
        place: The point process whose clock counts under local time steps, or None.
    """

    vector: weakref.ref
    reference: Reference | None
    statement: str
    sampling: Sampling
    dt: float = 0.0
    times: weakref.ref | None = None
    continuous: bool = False
    discontinuities: weakref.ref | None = None
    place: Any = None


class Probes:
    """All recordings and plays, in order of declaration.

    Attributes:
        records: The recordings; a Vector has one at most.
        plays: The plays; a Vector may drive several variables.
        version: Grows with every change.
    """

    def __init__(self) -> None:
        self.records: list[RecordDecl] = []
        self.plays: list[PlayDecl] = []
        self.version = 0

    def record(self, vector: Any, reference: Reference, *, dt: float = 0.0, times: Any = None, place: Any = None) -> None:
        """Records `reference` into `vector`, in place of what it recorded before."""
        self.records = [decl for decl in self.records if decl.vector() is not vector]
        self.records.append(
            RecordDecl(self._weak(vector), reference, _sampling(dt, times), dt, self._weak(times), place),
        )
        self.version += 1

    def record_counted(self, time: ColumnReference, vector: Any) -> None:
        """Records the time that an APCount notes, whenever it counts; with no Vector, ends it."""
        self.records = [d for d in self.records if d.sampling is not Sampling.COUNTED or d.reference != time]
        if vector is not None:
            self.records.append(RecordDecl(self._weak(vector), time, Sampling.COUNTED))
        self.version += 1

    def play(
        self,
        vector: Any,
        target: Reference | str,
        *,
        dt: float = 0.0,
        times: Any = None,
        continuous: bool = False,
        discontinuities: Any = None,
        place: Any = None,
    ) -> None:
        """Plays `vector` into a variable or through a statement."""
        decl = PlayDecl(
            vector=self._weak(vector),
            reference=None if isinstance(target, str) else target,
            statement=target if isinstance(target, str) else "",
            sampling=_sampling(dt, times),
            dt=dt,
            times=self._weak(times),
            continuous=continuous,
            discontinuities=self._weak(discontinuities),
            place=place,
        )
        self.plays.append(decl)
        self.version += 1

    def remove(self, vector: Any) -> None:
        """Ends all recording into and playing from `vector`."""
        self._keep_if(lambda decl: decl.vector() is not vector)

    def plays_of(self, vector: Any) -> Iterator[PlayDecl]:
        """Yields the plays of `vector`."""
        return (decl for decl in self.plays if decl.vector() is vector)

    def _weak(self, vector: Any) -> Any:
        return None if vector is None else weakref.ref(vector, self._forget_dead)

    def _forget_dead(self, dead: weakref.ref) -> None:
        self._keep_if(lambda decl: decl.vector is not dead and decl.times is not dead)

    def _keep_if(self, keep: Any) -> None:
        records, plays = [d for d in self.records if keep(d)], [d for d in self.plays if keep(d)]
        if len(records) + len(plays) != len(self.records) + len(self.plays):
            self.records, self.plays = records, plays
            self.version += 1


def _sampling(dt: float, times: Any) -> Sampling:
    if times is not None:
        return Sampling.TIMES
    return Sampling.INTERVAL if dt else Sampling.EVERY_STEP
