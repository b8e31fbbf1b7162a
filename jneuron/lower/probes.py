"""Resolves what is recorded and what is played."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from jneuron.ir.program import Key
from jneuron.lower.layout import Layout
from jneuron.model.probes import PlayDecl, Probes, RecordDecl
from jneuron.model.references import ColumnReference


@dataclass(frozen=True, eq=False)
class RecordPlan:
    """What a program samples.

    Attributes:
        keys: The recorded columns and how many elements of each.
        indices: The elements, a column at a time.
        position: Position of each recording in a row of samples, -1 if it records nothing of the program.
    """

    keys: tuple[tuple[Key, int], ...]
    indices: tuple[np.ndarray, ...]
    position: dict[int, int]


def plan_records(probes: Probes, layout: Layout) -> RecordPlan:
    """Returns what to sample for all recordings; equal places are sampled once."""
    elements: dict[Key, dict[int, list[int]]] = {}
    absent = []
    for k, decl in enumerate(probes.records):
        found = layout.find(decl.reference)
        if found is None:
            absent.append(k)
        else:
            elements.setdefault(found[0], {}).setdefault(found[1], []).append(k)
    position = dict.fromkeys(absent, -1)
    next_position = 0
    for rows in elements.values():
        for users in rows.values():
            position.update(dict.fromkeys(users, next_position))
            next_position += 1
    keys = tuple((key, len(rows)) for key, rows in elements.items())
    indices = tuple(np.array(list(rows), np.int32) for rows in elements.values())
    return RecordPlan(keys, indices, position)


@dataclass(frozen=True, eq=False)
class PlayPlan:
    """One play onto a program's variable.

    Attributes:
        key, index: Its target.
        mode: "line" or "step".
        decl: The declaration: its values and times are read anew for every run.
    """

    key: Key
    index: int
    mode: str
    decl: PlayDecl


CONSTANT_PLACES = frozenset({"node", "cable", "morphology", "capacitance"})
"""What no step changes, beside voltages: the program takes capacitance and geometry as they are when a chunk begins."""


def plan_plays(probes: Probes, layout: Layout) -> tuple[PlayPlan, ...]:
    """Returns the plays onto variables of the program; the others are the session's."""
    plans = []
    for decl in probes.plays:
        found = layout.find(decl.reference) if isinstance(decl.reference, ColumnReference) else None
        if found is not None and (found[0] == ("node", "v") or found[0][0] not in CONSTANT_PLACES):
            plans.append(PlayPlan(found[0], found[1], "line" if decl.continuous else "step", decl))
    return tuple(plans)


def play_arrays(decl: PlayDecl) -> tuple[np.ndarray, np.ndarray]:
    """Returns times [ms] and values of a play."""
    times, values = play_views(decl)
    if times is None:
        return np.arange(len(values)) * decl.dt, values.copy()
    n = min(len(times), len(values))
    return times[:n].copy(), values[:n].copy()


def play_views(decl: PlayDecl) -> tuple[np.ndarray | None, np.ndarray]:
    """Returns what the Vectors of a play hold, not copied: times [ms], None for an interval, and values."""
    vector: Any = decl.vector()
    if decl.times is None:
        return None, vector.as_numpy()
    times: Any = decl.times()
    return times.as_numpy(), vector.as_numpy()


__all__ = ["PlayPlan", "RecordDecl", "RecordPlan", "plan_plays", "plan_records", "play_arrays", "play_views"]
