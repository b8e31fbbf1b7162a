"""NumPy under emitted kernels: for calls from the host, for tables, and as the reference that other namespaces follow."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from jneuron.base import random123
from jneuron.base.errors import fail_with
from jneuron.ir.function_table import function_table
from jneuron.ir.mechanism_type import Kernel, Procedure
from jneuron.ir.prints import Prints

Array = Any


class NumpyOps(random123.StreamDraws, Prints):
    """`ArrayOps` on NumPy."""

    xp = np

    def put(self, array: Array, index: Array, value: Array) -> Array:
        array, value = np.asarray(array, float), np.asarray(value, float)
        shape = np.broadcast_shapes(array.shape[1:], value.shape, np.shape(index))
        spread = array if array.shape[1:] == shape else array.reshape(array.shape[:1] + (1,) * len(shape))
        result = np.broadcast_to(spread, (len(array), *shape)).copy()
        if isinstance(index, int) or np.ndim(index) == 0:
            result[min(max(int(index), 0), len(array) - 1)] = value
        else:
            result[_inside(index, len(array)), np.arange(shape[0])] = value
        return result

    def take(self, array: Array, index: Array) -> Array:
        array = np.asarray(array)
        index = _inside(index, len(array))
        if index.ndim == 0 or array.ndim == 1:
            return array[index]
        return array[index, np.arange(index.shape[0])]

    def while_loop(self, condition: Callable[[Any], Array], body: Callable[[Any], Any], carry: Any) -> Any:
        while np.any(condition(carry)):
            carry = body(carry)
        return carry

    def repeat(self, count: int, body: Callable[[Any], Any], carry: Any) -> Any:
        for _ in range(count):
            carry = body(carry)
        return carry

    def interpolate(self, table: Array, position: Array) -> Array:
        last = len(table) - 1
        position = np.asarray(position, float)
        with np.errstate(invalid="ignore"):
            row = np.clip(np.nan_to_num(position), 0, last - 1).astype(int)
        low, high = table[row], table[row + 1]
        theta = (position - row)[..., None]
        inside = low + theta * (high - low)
        beyond = np.where((position >= last)[..., None], table[last], inside)
        return np.moveaxis(np.where((position <= 0)[..., None], table[0], beyond), -1, 0)

    def filled(self, key: str, table: Any, columns: Mapping[str, Array]) -> Mapping[str, Array]:
        return {key: table} if isinstance(table, np.ndarray) else table.at_call(columns)

    def grid(self, low: Array, step: Array, count: int) -> Array:
        return np.add.accumulate(np.concatenate(([low], np.full(count - 1, step))))

    def stack_columns(self, rows: tuple[Array, ...], count: int) -> Array:
        return np.stack([np.broadcast_to(row, (count,)) for row in rows], axis=1).astype(float)

    def exp(self, x: Array) -> Array:
        return np.exp(x)

    def erf(self, x: Array) -> Array:
        return np.vectorize(math.erf, otypes=[float])(x)

    def function_table(self, table: Mapping[str, Array], *arguments: Array) -> Array:
        return function_table(self, table, arguments)

    def host_call(self, function: Callable[..., Any], count: int, *arguments: Array) -> Any:
        with np.errstate(all="ignore"):
            return function(*arguments)

    def plain_table(self, table: Array) -> Array:
        return table

    def run_on_host(self, function: Callable[[Any], Any], columns: Any, shapes: Any) -> Any:
        return function(columns)

    def execerror(self, when: Array, *texts: str) -> None:
        if np.any(when):
            self._print_now()
            fail_with(" ".join(text for text in texts if text))


def _inside(index: Array, length: int) -> Array:
    """Returns whole-number indices, kept inside: on ways that are not taken an index may be anything."""
    return np.clip(np.nan_to_num(np.asarray(index, float)), 0, length - 1).astype(int)


NUMPY_OPS = NumpyOps()


def run_kernel(kernel: Kernel, columns: Mapping[str, Array]) -> dict[str, Array]:
    """Runs a kernel on the host; what C lets pass (division by zero, overflow) passes here too."""
    with np.errstate(all="ignore"):
        return kernel.function(NUMPY_OPS, _as_numpy(columns))


def call_procedure(procedure: Procedure, columns: Mapping[str, Array], *arguments: float) -> tuple[float, dict[str, Array]]:
    """Calls a FUNCTION or PROCEDURE for one instance; returns its value and the variables it set."""
    with np.errstate(all="ignore"):
        values = [np.float64(argument) for argument in arguments]
        value, outputs = procedure.kernel.function(NUMPY_OPS, _as_numpy(columns), *values)
    return float(value), outputs


def _as_numpy(columns: Mapping[str, Array]) -> dict[str, Array]:
    """Wraps Python numbers, which raise where NumPy's give inf; `usetable` and other objects stay."""
    return {name: np.float64(value) if type(value) in (int, float) else value for name, value in columns.items()}
