"""The array namespace of compiled programs: what emitted mechanism code calls, on JAX.

A TABLE lies here with the entries at both ends of an interval in one row: a look-up is then one gather of
adjacent numbers, which takes half the time of two (16 against 24 ns for hh's six functions).
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax
from jax.experimental import io_callback

from jneuron.base import random123
from jneuron.engine import exponential
from jneuron.ir.function_table import function_table
from jneuron.ir.prints import Print, Prints, print_all

Array = Any


class JaxOps(random123.StreamDraws, Prints):
    """See `jneuron.ir.array_ops.ArrayOps`."""

    xp: Any = jnp

    def __init__(self) -> None:
        super().__init__()
        self._in_loop = 0

    def put(self, array: Array, index: Array, value: Array) -> Array:
        """Returns `array` with `array[index]` replaced along the first axis."""
        index = jnp.asarray(index, jnp.int32)
        shape = jnp.broadcast_shapes(array.shape[1:], jnp.shape(value), index.shape)
        if array.shape[1:] != shape:
            array = jnp.broadcast_to(array.reshape(array.shape[:1] + (1,) * len(shape)), (array.shape[0], *shape))
        if index.ndim == 0:
            return array.at[index].set(value)
        return array.at[index, jnp.arange(shape[0], dtype=jnp.int32)].set(value)

    def take(self, array: Array, index: Array) -> Array:
        """Returns `array[index]` along the first axis."""
        index = jnp.asarray(index, jnp.int32)
        if index.ndim == 0 or array.ndim == 1:
            return array[index]
        return array[index, jnp.arange(array.shape[1], dtype=jnp.int32)]

    def while_loop(self, condition: Callable[[Any], Array], body: Callable[[Any], Any], carry: Any) -> Any:
        """Repeats `body` while `condition` holds for any instance."""
        self._in_loop += 1
        try:
            return lax.while_loop(lambda c: jnp.any(condition(c)), body, _spread_carry(body, carry))
        finally:
            self._in_loop -= 1

    def repeat(self, count: int, body: Callable[[Any], Any], carry: Any) -> Any:
        """Returns `carry` after `count` turns of `body`."""
        return lax.fori_loop(0, count, lambda _, c: body(c), carry)

    def interpolate(self, table: Array, position: Array) -> Array:
        """Returns the rows of a paired TABLE, linearly interpolated. (output, *shape of position)"""
        last, n_output = table.shape[0] - 1, table.shape[1] // 2
        whole = jnp.clip(jnp.floor(position), 0.0, float(last))
        # clamp the integer too: the conversion of NaN may give anything
        row = jnp.clip(whole.astype(jnp.int32), 0, last)
        fraction = jnp.clip(position - whole, 0.0, 1.0)
        ends = table.at[row].get(mode="promise_in_bounds")
        low, high = ends[..., :n_output], ends[..., n_output:]
        return jnp.moveaxis(low + fraction[..., None] * (high - low), -1, 0)

    def filled(self, key: str, table: Array, columns: Mapping[str, Array]) -> Mapping[str, Array]:
        """Returns the TABLE: a program gets it filled."""
        return {key: table}

    def grid(self, low: Array, step: Array, count: int) -> Array:
        """Returns low, low + step, (low + step) + step ...: `count` numbers."""
        steps = jnp.full(count, step).at[0].set(low)
        return lax.associative_scan(jnp.add, steps)

    def stack_columns(self, rows: tuple[Array, ...], count: int) -> Array:
        """Returns the columns of a table from its rows. (count, row)"""
        return jnp.stack([jnp.broadcast_to(row, (count,)) for row in rows], axis=1)

    def _may_wait(self) -> bool:
        # what a loop prints exists within it only
        return super()._may_wait() and not self._in_loop

    def _show(self, prints: list[Print], order: Array | None) -> None:
        _print_on_host(prints, order)

    def exp(self, x: Array) -> Array:
        """Returns e to the power of `x`."""
        return exponential.exp(x)

    def erf(self, x: Array) -> Array:
        """Returns the error function."""
        return jax.scipy.special.erf(x)

    def function_table(self, table: Mapping[str, Array], *arguments: Array) -> Array:
        """Returns the value of a FUNCTION_TABLE that the user filled."""
        return function_table(self, table, arguments)

    def host_call(self, function: Callable[..., Any], count: int, *arguments: Array) -> Any:
        """Calls a function of NumPy arrays on the host."""
        shape = jnp.broadcast_shapes(*(jnp.shape(argument) for argument in arguments))
        words = jax.ShapeDtypeStruct((*shape, 2), jnp.uint32)

        def call(*given: Array) -> Any:
            values = [np.asarray(w).view(np.float64)[..., 0] for w in given]
            found = function(*values)
            rows = found if count else (found,)
            full = [np.broadcast_to(np.asarray(row, float), values[0].shape) for row in rows]
            return tuple(_words_of(row).reshape(*row.shape, 2) for row in full)

        # the shape stays: whoever maps the call adds axes in front
        given = [_as_words(jnp.broadcast_to(argument, shape)).reshape(*shape, 2) for argument in arguments]
        found = jax.pure_callback(call, (words,) * max(count, 1), *given, vmap_method="broadcast_all")
        numbers = tuple(lax.bitcast_convert_type(w, jnp.float64) for w in found)
        return numbers if count else numbers[0]

    def plain_table(self, table: Array) -> Array:
        """Returns a TABLE with one entry a row, as code on the host wants it; anything else as it is."""
        if jnp.ndim(table) != 2:
            return table
        n_output = table.shape[1] // 2
        return jnp.concatenate([table[:, :n_output], table[-1:, n_output:]])

    def run_on_host(self, function: Callable[[Any], Any], columns: Any, shapes: Any) -> Any:
        """Calls a function of NumPy arrays that may have effects, in the order of the program."""
        given = {name: jnp.asarray(column) for name, column in columns.items()}
        kinds = {name: np.uint32 if column.dtype == jnp.uint32 else float for name, column in given.items()}
        inward = {name: (column.shape, np.dtype(kinds[name])) for name, column in given.items()}
        outward = {name: (shape, np.dtype(kind)) for name, (shape, kind) in shapes.items()}

        def call(words: Any) -> Any:
            found = function(_unpacked(np.asarray(words), inward))
            return np.concatenate([_words_of(found[name]) for name in outward] or [np.zeros(0, np.uint32)])

        # one array each way: every further one costs as much as a call
        n_word = sum(_n_word(*form) for form in outward.values())
        packed = jnp.concatenate([_as_words(column) for column in given.values()] or [jnp.zeros(0, jnp.uint32)])
        found = io_callback(call, jax.ShapeDtypeStruct((n_word,), np.uint32), packed, ordered=True)
        results, start = {}, 0
        for name, (shape, kind) in outward.items():
            words = found[start : start + _n_word(shape, kind)]
            start += _n_word(shape, kind)
            is_number = kind != np.uint32
            numbers = lax.bitcast_convert_type(words.reshape(-1, 2), jnp.float64) if is_number else words
            results[name] = numbers.reshape(shape)
        return results

    def execerror(self, when: Array, *texts: str) -> None:
        """Notes NEURON's error where `when` holds for any instance; the session raises it when the program has ended."""
        message = " ".join(text for text in texts if text)
        note = functools.partial(jax.debug.callback, functools.partial(FAILURES.append, message), ordered=True)
        lax.cond(jnp.any(jnp.asarray(when)), note, lambda: None)


FAILURES: list[str] = []
"""What compiled code has refused, in NEURON's words, and nobody has raised yet."""


def _as_words(column: Array) -> Array:
    """Returns numbers as 32-bit words: a callback gets no others unharmed, its thread knows no double precision."""
    if column.dtype == jnp.uint32:
        return column.ravel()
    return lax.bitcast_convert_type(column.astype(jnp.float64), jnp.uint32).ravel()


def _words_of(values: Any) -> Any:
    return np.ascontiguousarray(values).view(np.uint32).ravel()


def _n_word(shape: tuple[int, ...], kind: Any) -> int:
    return int(np.prod(shape, dtype=int)) * (1 if kind == np.uint32 else 2)


def _unpacked(words: Any, forms: Any) -> dict[str, Any]:
    """Returns the arrays that lie one after another in 32-bit words, by name."""
    columns, start = {}, 0
    for name, (shape, kind) in forms.items():
        n = _n_word(shape, kind)
        columns[name] = words[start : start + n].view(kind).reshape(shape)
        start += n
    return columns


def _spread_carry(body: Callable[[Any], Any], carry: Any) -> Any:
    """Returns a loop's carry with every part as large as the body makes it: what starts as one number may become many."""

    def spread(now: Array, wanted: Any) -> Array:
        now = jnp.asarray(now, wanted.dtype)
        if now.ndim == 1 and len(wanted.shape) == 2:
            now = now[:, None]
        return jnp.broadcast_to(now, wanted.shape)

    while True:
        wanted = jax.eval_shape(body, carry)
        shapes = jax.tree.map(jnp.shape, carry)
        if shapes == jax.tree.map(lambda leaf: leaf.shape, wanted):
            return jax.tree.map(lambda now, leaf: jnp.asarray(now, leaf.dtype), carry, wanted)
        carry = jax.tree.map(spread, carry, wanted)


def _print_on_host(prints: list[Print], order: Array | None) -> None:
    """Prints from within a program, if any instance prints."""
    rows = [row for each in prints for row in (each.when, *each.arguments) if not isinstance(row, str)]
    shape = jnp.broadcast_shapes(*(jnp.shape(row) for row in rows))
    numbers = jnp.stack([jnp.broadcast_to(jnp.asarray(row, float), shape) for row in rows])
    turns = jnp.zeros(0, jnp.int32) if order is None else order

    def call(words: Array, order: Array) -> None:
        values = iter(np.asarray(words).view(np.float64).reshape(numbers.shape))
        found = []
        for each in prints:
            when = next(values)
            arguments = tuple(a if isinstance(a, str) else next(values) for a in each.arguments)
            found.append(Print(when, each.text, arguments))
        print_all(found, np.asarray(order))

    is_any = jnp.any(jnp.stack([jnp.any(each.when) for each in prints]))
    lax.cond(is_any, lambda: jax.debug.callback(call, _as_words(numbers), turns, ordered=True), lambda: None)


def scatter_add(xp: Any, array: Array, index: Array, values: Array) -> Array:
    """Returns `array` with `values` added at `index`, in order where an index repeats."""
    if xp is np:
        out = array.copy()
        np.add.at(out, index, values)
        return out
    return _add_one_by_one(array, index, values) if jax.default_backend() == "cpu" else array.at[index].add(values)


@jax.custom_jvp
def _add_one_by_one(array: Array, index: Array, values: Array) -> Array:
    """Does what a scatter does, in a loop: on a processor it is as quick, and a small step with it can be one kernel."""

    def add(k: Array, array: Array) -> Array:
        place = lax.dynamic_slice(index, (k,), (1,), allow_negative_indices=False)
        value = lax.dynamic_slice(values, (k,), (1,), allow_negative_indices=False)
        present = lax.dynamic_slice(array, (place[0],), (1,), allow_negative_indices=False)
        return lax.dynamic_update_slice(array, present + value, (place[0],), allow_negative_indices=False)

    return lax.fori_loop(jnp.int32(0), jnp.int32(index.shape[0]), add, array)


@_add_one_by_one.defjvp
def _slope_of_sums(primals: tuple[Array, ...], tangents: tuple[Array, ...]) -> tuple[Array, Array]:
    _, index, _ = primals
    return _add_one_by_one(*primals), tangents[0].at[index].add(tangents[2])


def scatter_set(xp: Any, array: Array, index: Array, values: Array) -> Array:
    """Returns `array` with `values` put at `index`; an index that is out of range is ignored."""
    if xp is np:
        out = array.copy()
        out[index] = values
        return out
    return array.at[index].set(values, mode="drop")


def scatter_where(xp: Any, array: Array, index: Array, here: Array, values: Array) -> Array:
    """Returns `array` with `values` put at `index` where `here` holds."""
    if xp is np:
        out = array.copy()
        out[index[here]] = values[here]
        return out
    return array.at[xp.where(here, index, array.shape[0])].set(values, mode="drop")
