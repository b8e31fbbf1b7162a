"""FUNCTION_TABLEs: look-up in values that the user gave for the grid points of one or more arguments.

A filled table is a mapping: "values" (point, ...) over all arguments, the last one fastest, and for each argument k either
"grid k" (point,), its points, or "even k" (3,): first point, last point, step. An argument beyond the points takes the
nearest one; between the points values are interpolated linearly in every argument, the last one first.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Array = Any


def function_table(ops: Any, table: Mapping[str, Array], arguments: tuple[Array, ...]) -> Array:
    """Returns the value of a filled table at the arguments."""
    xp = ops.xp
    if "constant" in table:
        return table["constant"]
    values = table["values"]
    places = [_locate(ops, table, k, values.shape[k], argument) for k, argument in enumerate(arguments)]
    return _interpolate(xp, values.reshape(-1), values.shape, places, 0)


def _interpolate(xp: Any, flat: Array, shape: tuple[int, ...], places: list[tuple[Array, Array]], start: Array) -> Array:
    """Returns the value for the arguments in `places`, whose part of the table begins at element `start`."""
    if not places:
        return flat[start]
    (index, fraction), rest = places[0], places[1:]
    size, block = shape[0], 1
    for length in shape[1:]:
        block *= length
    here = _interpolate(xp, flat, shape[1:], rest, start + index * block)
    above = _interpolate(xp, flat, shape[1:], rest, start + xp.minimum(index + 1, size - 1) * block)
    return xp.where(fraction > 0.0, (1.0 - fraction) * here + fraction * above, here)


def _locate(ops: Any, table: Mapping[str, Array], k: int, size: int, x: Array) -> tuple[Array, Array]:
    """Returns the point at or below x, and how far x is on its way to the next one."""
    xp = ops.xp
    if f"grid {k}" in table:
        grid = table[f"grid {k}"]
        low, high = grid[0], grid[size - 1]
        index = xp.clip(xp.searchsorted(grid, x, side="right") - 1, 0, max(size - 2, 0))
        fraction = (x - grid[index]) / (grid[index + 1] - grid[index]) if size > 1 else 0.0 * x
    else:
        low, high, step = table[f"even {k}"]
        position = (x - low) / step
        index = xp.clip(xp.nan_to_num(position), 0, max(size - 2, 0)).astype(int)
        fraction = position - index
    index = xp.where(x <= low, 0, xp.where(x >= high, size - 1, index))
    return index, xp.where((x <= low) | (x >= high), 0.0, fraction)
