"""Small dense linear systems, one for each instance, by elimination with implicitly scaled partial pivoting.

There are two forms of the same arithmetic. Few unknowns are written out element by element, which the compiler fuses into
one pass over the instances. The text of that grows with the cube of their number, and the time to compile it faster still:
many unknowns are stacked, and the rows taken in turn.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jneuron.ir.array_ops import Array, ArrayOps

MOST_WRITTEN_OUT = 5
"""Systems of more unknowns are stacked."""


def solve_dense(ops: ArrayOps, matrix: Sequence[Sequence[Array]], right: Sequence[Array]) -> tuple[Array, ...]:
    """Returns the unknowns of a system given by its rows and right side."""
    n = len(right)
    if n <= MOST_WRITTEN_OUT:
        return _solve_written_out(ops, matrix, right)
    values = stacked(ops, [entry for row in matrix for entry in row] + list(right))
    solution = solve_stacked(ops, values[: n * n].reshape(n, n, *values.shape[1:]), values[n * n :])
    return tuple(solution[k] for k in range(n))


def stacked(ops: ArrayOps, values: Sequence[Array]) -> Array:
    """Returns values of one shape, or numbers, one above the other. (value, ...)"""
    return ops.xp.stack(ops.xp.broadcast_arrays(*values))


def along(ops: ArrayOps, count: int, values: Array) -> Array:
    """Returns the numbers from 0 to `count` shaped to stand along the first axis of `values`. (count, 1 ...)"""
    return ops.xp.arange(count).reshape(count, *(1,) * (values.ndim - 1))


def _solve_written_out(ops: ArrayOps, matrix: Sequence[Sequence[Array]], right: Sequence[Array]) -> tuple[Array, ...]:
    xp = ops.xp
    n = len(right)
    rows = [list(row) for row in matrix]
    values = list(right)
    scale = [largest(xp, [xp.abs(entry) for entry in row]) for row in rows]
    for r in range(n):
        # bring the row with the largest scaled entry up, instance by instance
        for i in range(r + 1, n):
            better = xp.abs(rows[i][r] / scale[i]) > xp.abs(rows[r][r] / scale[r])
            for j in range(r, n):
                rows[r][j], rows[i][j] = _swap(xp, better, rows[r][j], rows[i][j])
            values[r], values[i] = _swap(xp, better, values[r], values[i])
            scale[r], scale[i] = _swap(xp, better, scale[r], scale[i])
        for i in range(r + 1, n):
            factor = rows[i][r] / rows[r][r]
            for j in range(r + 1, n):
                rows[i][j] = rows[i][j] - factor * rows[r][j]
            values[i] = values[i] - factor * values[r]
    for r in reversed(range(n)):
        for j in range(r + 1, n):
            values[r] = values[r] - rows[r][j] * values[j]
        values[r] = values[r] / rows[r][r]
    return tuple(values)


def largest(xp: Any, values: Sequence[Array]) -> Array:
    """Returns the largest of some values, element by element."""
    result = values[0]
    for value in values[1:]:
        result = xp.maximum(result, value)
    return result


def _swap(xp: Any, condition: Array, a: Array, b: Array) -> tuple[Array, Array]:
    return xp.where(condition, b, a), xp.where(condition, a, b)


def solve_stacked(ops: ArrayOps, matrix: Array, right: Array) -> Array:
    """Returns the unknowns of a stacked system. (row, ...)

    Args:
        ops: The array namespace.
        matrix: (row, column, ...)
        right: (row, ...)
    """
    xp = ops.xp
    n = matrix.shape[0]
    scale = xp.max(xp.abs(matrix), axis=1, keepdims=True)
    # the right side and the scale move with their rows
    rows = xp.concatenate([matrix, right[:, None], scale], axis=1)
    place = along(ops, n, rows)
    column = along(ops, n + 2, rows[0])

    def eliminate(carry: Any) -> Any:
        r, rows = carry
        _, _, rows = ops.repeat(n, lambda c: _brought_up(ops, c, column), (0 * r, r, rows))
        top = xp.take(rows, r, axis=0)
        factor = xp.take(rows, r, axis=1) / xp.take(top, r, axis=0)
        changing = (place > r) & (column > r) & (column <= n)
        return r + 1, xp.where(changing, rows - factor[:, None] * top, rows)

    def substitute(carry: Any) -> Any:
        r, values = carry
        row = xp.take(rows, r, axis=0)

        def subtract(carry: Any) -> Any:
            j, value = carry
            return j + 1, xp.where(j > r, value - xp.take(row, j, axis=0) * xp.take(values, j, axis=0), value)

        _, value = ops.repeat(n, subtract, (0 * r, xp.take(values, r, axis=0)))
        return r - 1, xp.where(place[:, 0] == r, value / xp.take(row, r, axis=0), values)

    _, rows = ops.repeat(n, eliminate, (xp.asarray(0), rows))
    _, values = ops.repeat(n, substitute, (xp.asarray(n - 1), rows[:, n]))
    return values


def _brought_up(ops: ArrayOps, carry: Any, column: Array) -> Any:
    """Swaps rows i and r where row i, below r, has the larger scaled entry in column r."""
    xp = ops.xp
    i, r, rows = carry
    low, high = xp.take(rows, i, axis=0), xp.take(rows, r, axis=0)
    better = (i > r) & (xp.abs(xp.take(low, r, axis=0) / low[-1]) > xp.abs(xp.take(high, r, axis=0) / high[-1]))
    high, low = _swap(xp, better, high, low)
    place = along(ops, rows.shape[0], rows)
    rows = xp.where(place == r, high, rows)
    return i + 1, r, xp.where((place == i) & (i > r), low, rows)
