"""Tells where two observations of one body differ."""

from __future__ import annotations

import math
from typing import Any

ASPECTS = ("value", "error", "vectors", "stdout", "stderr")


def differences(reference: dict[str, Any], seen: dict[str, Any], tolerance: float) -> list[str]:
    """Returns a line for each aspect that differs.

    Args:
        reference, seen: What `observe` returned.
        tolerance: Largest difference of two numbers, as a fraction of the largest number beside them.
    """
    return [
        f"{aspect}:\n  NEURON:  {reference.get(aspect)}\n  jneuron: {seen.get(aspect)}"
        for aspect in ASPECTS
        if not _agree(reference.get(aspect), seen.get(aspect), tolerance)
    ]


def _agree(mine: Any, other: Any, tolerance: float) -> bool:
    if isinstance(mine, dict) and isinstance(other, dict):
        return mine.keys() == other.keys() and all(
            _numbers_agree(_listed(mine[key]), _listed(other[key]), tolerance)
            if key in ("float", "Vector")
            else _agree(mine[key], other[key], tolerance)
            for key in mine
        )
    if isinstance(mine, list) and isinstance(other, list):
        return len(mine) == len(other) and all(_agree(a, b, tolerance) for a, b in zip(mine, other, strict=True))
    return bool(mine == other)


def _listed(numbers: str | list[str]) -> list[float]:
    return [float(number) for number in ([numbers] if isinstance(numbers, str) else numbers)]


def _numbers_agree(mine: list[float], other: list[float], tolerance: float) -> bool:
    size = max((abs(x) for x in mine if math.isfinite(x)), default=0.0)
    return len(mine) == len(other) and all(
        a == b or (math.isnan(a) and math.isnan(b)) or abs(a - b) <= tolerance * size for a, b in zip(mine, other, strict=True)
    )
