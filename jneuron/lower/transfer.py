"""Resolves transfers: pairs of columns, and which elements of one follow which of the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from jneuron.ir.program import Key
from jneuron.lower.layout import Layout
from jneuron.model.transfers import Transfers


@dataclass(frozen=True, eq=False)
class TransferPlan:
    """All transfers of a program.

    Attributes:
        keys: Source and target columns.
        arrays: For each pair of columns the flat elements "source" and "target".
    """

    keys: tuple[tuple[Key, Key], ...]
    arrays: tuple[dict[str, Any], ...]


def plan_transfers(transfers: Transfers, layout: Layout) -> TransferPlan:
    """Returns the transfers between variables of the program."""
    pairs: dict[tuple[Key, Key], list[tuple[int, int]]] = {}
    for decl in transfers.active:
        source, target = layout.find(decl.source), layout.find(decl.target)
        if source is not None and target is not None:
            pairs.setdefault((source[0], target[0]), []).append((source[1], target[1]))
    arrays = []
    for elements in pairs.values():
        sources, targets = np.array(elements, np.int32).T
        arrays.append({"source": sources, "target": targets})
    return TransferPlan(tuple(pairs), tuple(arrays))
