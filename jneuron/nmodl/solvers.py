"""The numerical methods that emitted kernels call, written once for every array namespace.

Each instance follows the path it would follow alone: an instance that has converged stays as it is while others go on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NoReturn

from jneuron.base.constants import FARADAY, GAS_CONSTANT
from jneuron.base.errors import UnsupportedError
from jneuron.ir.array_ops import Array, ArrayOps
from jneuron.nmodl.dense import MOST_WRITTEN_OUT, along, largest, solve_dense, solve_stacked, stacked
from jneuron.nmodl.support import NUMPY_OPS

_SMALL_DEVIATION = 1e-8
_SMALL_CHANGE = 1e-6
_JACOBIAN_CHANGE = 0.05
_LEAST_STEP = 1e-6
_MAX_ROUNDS = 50

Residual = Callable[[Sequence[Array]], tuple[Array, ...]]


def refuse(name: str, reason: str) -> NoReturn:
    """Raises UnsupportedError from emitted code."""
    raise UnsupportedError(name, reason)


def newton(ops: ArrayOps, residual: Residual, start: Sequence[Array]) -> tuple[Array, ...]:
    """Finds where `residual` vanishes, from `start`; returns the unknowns and 0, or 1 where it did not converge.

    Derivatives are central differences with steps of 2 %; they are taken anew where the last step changed an unknown by
    more than 5 %. The end is where no unknown changed by more than 1e-6 of itself and no residual exceeds 1e-8.

    Source: the Newton method of NEURON's scopmath library, which decides what its users see.
    """
    xp = ops.xp
    n = len(start)
    start = tuple(xp.asarray(value) + 0.0 * xp.asarray(total) for value in start for total in [_total(start)])
    first = residual(start)
    nothing = _total(first) * 0.0
    unknowns = tuple(value + nothing for value in start)
    is_small = n <= MOST_WRITTEN_OUT
    none = tuple(tuple(nothing for _ in range(n)) for _ in range(n))
    jacobian: Any = none if is_small else stacked(ops, [stacked(ops, row) for row in none])
    going = nothing == 0.0
    carry = (unknowns, tuple(-value for value in first), jacobian, nothing + 1.0, going, nothing)

    def unfinished(carry: Any) -> Array:
        return carry[4]

    def improve(carry: Any) -> Any:
        unknowns, negative, jacobian, change, going, count = carry
        renew = change > _JACOBIAN_CHANGE
        fresh = (_written_out if is_small else _in_turn)(ops, residual, unknowns)
        jacobian = _choose(xp, renew, fresh, jacobian)
        step = solve_dense(ops, jacobian, negative) if is_small else tuple(solve_stacked(ops, jacobian, stacked(ops, negative)))
        relative = [xp.where(xp.abs(x) > _SMALL_DEVIATION, xp.abs(d / x), 0.0) for d, x in zip(step, unknowns)]
        moved = tuple(x + d for x, d in zip(unknowns, step))
        values = residual(moved)
        new_change, deviation = largest(xp, relative), largest(xp, [xp.abs(value) for value in values])
        done = xp.logical_and(new_change <= _SMALL_CHANGE, deviation <= _SMALL_DEVIATION)
        still = xp.logical_and(xp.logical_not(done), count + 1.0 < _MAX_ROUNDS)
        new = (moved, tuple(-value for value in values), jacobian, new_change)
        old = (carry[0], carry[1], carry[2], carry[3])
        kept = _choose(xp, going, new, old)
        return (*kept, xp.logical_and(going, still), xp.where(xp.logical_and(going, xp.logical_not(done)), count + 1.0, count))

    unknowns, _, _, _, _, count = ops.while_loop(unfinished, improve, carry)
    failed = xp.logical_or(count >= _MAX_ROUNDS, xp.isnan(_total(unknowns)))
    return (*unknowns, xp.where(failed, 1, 0))


def _total(values: Sequence[Array]) -> Array:
    total = values[0]
    for value in values[1:]:
        total = total + value
    return total


def _choose(xp: Any, condition: Array, new: Any, old: Any) -> Any:
    """Returns `new` where the condition holds, else `old`, through nested tuples."""
    if isinstance(new, tuple):
        return tuple(_choose(xp, condition, a, b) for a, b in zip(new, old))
    return xp.where(condition, new, old)


def _written_out(ops: ArrayOps, residual: Residual, unknowns: Sequence[Array]) -> tuple[tuple[Array, ...], ...]:
    """Returns d residual_i / d unknown_j by central differences, as rows."""
    columns = []
    for j, unknown in enumerate(unknowns):
        step = ops.xp.maximum(ops.xp.abs(0.02 * unknown), _LEAST_STEP)
        high = residual(_replaced(unknowns, j, unknown + step))
        low = residual(_replaced(unknowns, j, (unknown + step) - 2.0 * step))
        columns.append(tuple((above - below) / (2.0 * step) for above, below in zip(high, low)))
    return tuple(zip(*columns))


def _in_turn(ops: ArrayOps, residual: Residual, unknowns: Sequence[Array]) -> Array:
    """Returns the same of many unknowns, one column after another, for `solve_stacked`. (row, column, ...)"""
    xp = ops.xp
    n, values = len(unknowns), stacked(ops, unknowns)
    place, column = along(ops, n, values), along(ops, n, values)[None]

    def at(j: Array, value: Array) -> Array:
        moved = xp.where(place == j, value, values)
        return stacked(ops, residual([moved[k] for k in range(n)]))

    def differentiate(carry: Any) -> Any:
        j, jacobian = carry
        unknown = xp.take(values, j, axis=0)
        step = xp.maximum(xp.abs(0.02 * unknown), _LEAST_STEP)
        high, low = at(j, unknown + step), at(j, (unknown + step) - 2.0 * step)
        return j + 1, xp.where(column == j, ((high - low) / (2.0 * step))[:, None], jacobian)

    return ops.repeat(n, differentiate, (xp.asarray(0), xp.zeros((n, *values.shape))))[1]


def _replaced(values: Sequence[Array], place: int, value: Array) -> tuple[Array, ...]:
    return (*values[:place], value, *values[place + 1 :])


Matrix = dict[tuple[int, int], Array]
Equations = Callable[
    [Sequence[Array], Sequence[Array], Array, tuple[Array, ...]], tuple[Matrix, tuple[Array, ...], tuple[Array, ...]]
]
"""Matrix and right side, from the states, the states before the step, and the step; last come variables that a block reads
before it sets them: as one evaluation leaves them, the next one finds them."""

STEADY_STEP = 1e9
"""The step that NEURON takes for a steady state [ms]."""
_MAX_SPARSE_ROUNDS = 21
_STEADY_ROUNDS = 7
_NEGATIVE = -1e-6


def elimination_order(entries: Iterable[tuple[int, int]], size: int) -> list[int]:
    """Returns the order in which NEURON eliminates the rows of a sparse matrix: next comes a row with fewest entries.

    Order: ties go to the row whose number of entries changed last; rounding depends on it.
    """
    rows: list[set[int]] = [set() for _ in range(size)]
    for row, column in entries:
        rows[row].add(column)
    counts = [len(row) for row in rows]
    waiting: list[int] = []

    def enter(row: int) -> None:
        place = next((k for k, other in enumerate(waiting) if counts[other] >= counts[row]), len(waiting))
        waiting.insert(place, row)

    def recount(row: int, change: int) -> None:
        waiting.remove(row)
        counts[row] += change
        enter(row)

    for row in range(size):
        enter(row)
    left = list(range(size))
    order: list[int] = []
    while waiting:
        pivot = waiting[0]
        left.remove(pivot)
        order.append(pivot)
        for row in left:
            if pivot not in rows[row]:
                continue
            for column in left:
                if column in rows[pivot] and column not in rows[row]:
                    rows[row].add(column)
                    recount(row, 1)
            recount(row, -1)
        waiting.remove(pivot)
    return order


def solve_sparse(matrix: Matrix, right: Sequence[Array]) -> tuple[Array, ...]:
    """Solves a system of which few entries are there, by elimination with the diagonal as pivots.

    Nothing is computed for entries that stay empty. The order is found while the code is traced, so that it costs
    nothing at run time.
    """
    rows: list[dict[int, Array]] = [{} for _ in right]
    for (row, column), value in matrix.items():
        rows[row][column] = value
    values = list(right)
    order = elimination_order(matrix, len(right))
    for place, pivot in enumerate(order):
        after = order[place + 1 :]
        for row in after:
            if pivot not in rows[row]:
                continue
            factor = rows[row].pop(pivot) / rows[pivot][pivot]
            values[row] = values[row] - values[pivot] * factor
            for column in after:
                if column in rows[pivot]:
                    change = rows[pivot][column] * factor
                    rows[row][column] = rows[row][column] - change if column in rows[row] else -change
    for place in reversed(range(len(order))):
        pivot = order[place]
        for column in order[place + 1 :]:
            if column in rows[pivot]:
                values[pivot] = values[pivot] - rows[pivot][column] * values[column]
        values[pivot] = values[pivot] / rows[pivot][pivot]
    return tuple(values)


def sparse_linear(
    ops: ArrayOps, equations: Equations, start: Sequence[Array], step: Array, kept: tuple[Array, ...] = ()
) -> tuple[Array, ...]:
    """Advances states whose equations are linear; returns them, 0 or 1 where they are no numbers, and what is kept."""
    matrix, right, kept = equations(start, start, step, kept)
    states = tuple(state + delta for state, delta in zip(start, solve_sparse(matrix, right)))
    return (*states, ops.xp.where(ops.xp.isnan(_total(states)), 1, 0), *kept)


def sparse(
    ops: ArrayOps, equations: Equations, start: Sequence[Array], step: Array, kept: tuple[Array, ...] = ()
) -> tuple[Array, ...]:
    """Advances states by rounds until their changes add up to 1e-6 at most; no state falls below zero."""
    xp = ops.xp
    nothing = 0.0 * _total([*start, *equations(start, start, step, kept)[1]])
    states = tuple(state + nothing for state in start)
    kept = tuple(value + nothing for value in kept)

    def unfinished(carry: Any) -> Array:
        return carry[2]

    def improve(carry: Any) -> Any:
        states, kept, going, count = carry
        matrix, right, left = equations(states, start, step, kept)
        change = solve_sparse(matrix, right)
        moved = tuple(_not_negative(xp, state + delta) for state, delta in zip(states, change))
        error = _total([xp.abs(delta) for delta in change])
        still = xp.logical_and(error > _SMALL_CHANGE, count < _MAX_SPARSE_ROUNDS)
        after = _choose(xp, going, (moved, left), (states, kept))
        return (*after, xp.logical_and(going, still), xp.where(going, count + 1.0, count))

    states, kept, _, count = ops.while_loop(unfinished, improve, (states, kept, nothing == 0.0, nothing))
    failed = xp.logical_or(count > _MAX_SPARSE_ROUNDS, xp.isnan(_total(states)))
    return (*states, xp.where(failed, 1, 0), *kept)


def _not_negative(xp: Any, value: Array) -> Array:
    return xp.where(value < 0.0, 0.0, value)


def steady_state_linear(
    ops: ArrayOps, equations: Equations, start: Sequence[Array], step: Array, kept: tuple[Array, ...] = ()
) -> tuple[Array, ...]:
    """Returns the steady state of linear equations: one step of 1e9 ms, by rounds."""
    return sparse(ops, equations, start, STEADY_STEP + 0.0 * step, kept)


def steady_state(
    ops: ArrayOps, equations: Equations, start: Sequence[Array], step: Array, kept: tuple[Array, ...] = ()
) -> tuple[Array, ...]:
    """Returns the steady state: linear steps of 1e9 ms until no state is negative, then rounds of one such step."""
    xp = ops.xp
    step = STEADY_STEP + 0.0 * step
    states, n = tuple(start), len(start)
    found = _total(states) * 0.0 != 0.0
    for _ in range(_STEADY_ROUNDS):
        moved = sparse_linear(ops, equations, states, step, kept)[:n]
        fits = moved[0] >= _NEGATIVE
        for state in moved[1:]:
            fits = xp.logical_and(fits, state >= _NEGATIVE)
        clamped = tuple(xp.where(state < _NEGATIVE, 0.0, state) for state in moved)
        states = _choose(xp, found, states, clamped)
        found = xp.logical_or(found, fits)
    *settled, outcome = sparse(ops, equations, states, step, kept)[: n + 1]
    return (*_choose(xp, found, tuple(settled), states), xp.where(found, outcome, 1), *kept)


_FLAT = 1e-4


def ghk(ops: ArrayOps, v: Array, inside: Array, outside: Array, charge: Array, celsius: Array) -> Array:
    """Returns the Goldman-Hodgkin-Katz current for unit permeability, as NEURON's nrn_ghk does. [mA/cm2 per cm/s]"""
    thermal = 1000.0 * GAS_CONSTANT * (celsius + 273.15) / FARADAY
    scaled = charge * v / thermal
    out, into = outside * _bernoulli(ops.xp, scaled), inside * _bernoulli(ops.xp, -scaled)
    return 0.001 * charge * FARADAY * (into - out)


def _bernoulli(xp: Any, x: Array) -> Array:
    """Returns x / (exp(x) - 1), by its series near 0."""
    small = xp.abs(x) < _FLAT
    safe = xp.where(small, 1.0, x)
    return xp.where(small, 1.0 - x / 2.0, safe / (xp.exp(safe) - 1.0))


def choose(xp: Any, condition: Array, chosen: Array, other: Array) -> Array:
    """Returns one of two array variables, (length,) or (length, instance), where the condition is one for each instance."""
    if xp.ndim(condition) or xp.ndim(chosen) != xp.ndim(other):
        chosen, other = (array[:, None] if xp.ndim(array) == 1 else array for array in (chosen, other))
    return xp.where(condition, chosen, other)


def none_active(xp: Any, active: Array) -> bool:
    """Tells whether a recursive function has come to its end for every instance."""
    return not xp.any(active)


def recursive(ops: ArrayOps, function: Callable[..., Any], count: int, active: Array, *arguments: Array) -> Any:
    """Calls a function that calls itself: how deep it goes depends on the values, so that the host works it out.

    Args:
        ops: The caller's namespace.
        function: The emitted function; its second argument tells for which instances it is called.
        count: Length of the tuple that it returns, 0 for a bare value.
        active: See `function`.
        arguments: Its arguments.
    """

    def on_host(now: Array, *values: Array) -> Any:
        return function(NUMPY_OPS, now, *values)

    return ops.host_call(on_host, count, active, *arguments)
