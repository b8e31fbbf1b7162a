"""Spikes as arrays, and drawn: one row a cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from jneuron.plot.backend import axes_of


class Spikes(NamedTuple):
    """Spikes in order of time.

    Attributes:
        times: [ms] (spike,)
        ids: The cell of each. (spike,)
    """

    times: npt.NDArray[np.float64]
    ids: npt.NDArray[np.int64]


def spikes(times: Any, ids: Any = None) -> Spikes:
    """Returns spikes from what a script recorded.

    Args:
        times: A Vector or sequence of times, with `ids` beside it (as `spike_record` fills them); or several of them, one a
            cell, as a sequence or a mapping from ids.
        ids: The cell of each spike, or None.
    """
    if ids is not None:
        at, of = np.asarray(times, np.float64), np.asarray(ids).astype(np.int64)
    elif isinstance(times, Mapping):
        at, of = _of_cells(list(times.values()), list(times))
    elif len(times) and np.ndim(times[0]):
        at, of = _of_cells(list(times), list(range(len(times))))
    else:
        at = np.asarray(times, np.float64)
        of = np.zeros(len(at), np.int64)
    order = np.lexsort((of, at))
    return Spikes(at[order], of[order])


def _of_cells(trains: Sequence[Any], ids: Sequence[int]) -> tuple[Any, Any]:
    arrays = [np.asarray(train, np.float64) for train in trains]
    at = np.concatenate(arrays) if arrays else np.zeros(0)
    return at, np.repeat(np.asarray(ids, np.int64), [len(array) for array in arrays])


def raster(times: Any, ids: Any = None, target: Any = None, *, color: str = "black", size: float = 3.0) -> Any:
    """Draws spikes (see `spikes`) into axes, a figure, pyplot, or a new figure; returns the axes."""
    found = spikes(times, ids)
    axes = axes_of(target)
    axes.plot(found.times, found.ids, "|", color=color, markersize=size)
    axes.set_xlabel("time (ms)")
    axes.set_ylabel("cell")
    return axes
