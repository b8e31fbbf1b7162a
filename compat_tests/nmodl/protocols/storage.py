"""NEURON's numbers of a subject on disk, small enough to keep, and the measure that compares with them.

A trace of n samples is kept as ceil(n / 16) weighted sums of 16 neighbours each: every sample counts, at a sixteenth of the
room. Weights are fixed pseudo-random numbers between 1/2 and 1 of either sign, so that no difference that a simulation makes
cancels. A difference of sums is at least half the largest difference of a single sample in almost every case, and at most
16 times that; the bound on sums is the bound on samples. The range of each trace is kept beside it. Traces that never move
are kept as one number.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

BLOCK = 16
TOLERANCE = 1e-9
FOLDER = Path(__file__).parents[3] / "reference_data" / "protocols"
STILL = 1e-3
"""A variable whose range is below this part of its size counts as still: its size takes the range's place."""
_WEIGHTS = np.random.Generator(np.random.PCG64(20)).uniform(0.5, 1.0, BLOCK) * np.array([1, -1, 1, 1, -1, -1, 1, -1] * 2)


@dataclass(frozen=True)
class Condensed:
    """A trace as it is kept.

    Attributes:
        n: Number of samples.
        scale: What differences are relative to: the trace's range, or its size where it hardly moves.
        sums: The weighted sums, numbers that are none left out.
        strange: Tells which samples are infinite or no number, 0 where none is.
    """

    n: int
    scale: float
    sums: np.ndarray
    strange: float = 0.0


def condense(trace: np.ndarray) -> Condensed:
    """Returns what is kept of a trace."""
    finite = np.isfinite(trace)
    padded = np.zeros(-(-len(trace) // BLOCK) * BLOCK)
    padded[: len(trace)] = np.where(finite, trace, 0.0)
    kinds = np.nan_to_num(trace[~finite], nan=1.0, posinf=2.0, neginf=3.0)
    strange = float(np.sum(kinds * (np.flatnonzero(~finite) + 1)))
    return Condensed(len(trace), scale_of(trace[finite]), padded.reshape(-1, BLOCK) @ _WEIGHTS, strange)


def scale_of(trace: np.ndarray) -> float:
    """Returns what a difference of a trace is measured by."""
    if not len(trace):
        return 1.0
    size, span = float(np.max(np.abs(trace))), float(np.ptp(trace))
    return (span if span > STILL * size else size) or 1.0


def difference(ours: np.ndarray, kept: Condensed) -> float:
    """Returns the largest difference of a weighted sum, relative to the trace's scale; infinite for other lengths or NaN."""
    if len(ours) != kept.n:
        return float("inf")
    if not len(ours):
        return 0.0
    mine = condense(ours)
    return float(np.max(np.abs(mine.sums - kept.sums))) / kept.scale if mine.strange == kept.strange else float("inf")


def path_of(key: str) -> Path:
    """Returns where a subject's numbers are."""
    return FOLDER / f"{key}.npz"


def save(key: str, traces: dict[str, np.ndarray]) -> None:
    """Keeps the traces of a subject, by `condition/protocol name`."""
    kept = {name: condense(trace) for name, trace in traces.items()}
    path = path_of(key)
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        path,
        names=np.array(list(kept)),
        n=np.array([each.n for each in kept.values()]),
        scale=np.array([each.scale for each in kept.values()]),
        strange=np.array([each.strange for each in kept.values()]),
        sums=np.concatenate([each.sums for each in kept.values()]),
    )


def load(key: str) -> dict[str, Condensed]:
    """Returns what is kept of a subject."""
    with np.load(path_of(key)) as stored:
        names, n, scale, strange, sums = (stored[name] for name in ("names", "n", "scale", "strange", "sums"))
    pieces = np.split(sums, np.cumsum(-(-n // BLOCK))[:-1])
    columns = zip(names, n, scale, pieces, strange)
    return {str(name): Condensed(int(k), float(s), piece, float(mark)) for name, k, s, piece, mark in columns}
