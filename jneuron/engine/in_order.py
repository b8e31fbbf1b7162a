"""Kernels that act on what instances share, run on one instance after another as NEURON does.

Elsewhere a kernel runs on all instances at once. Where it counts in a GLOBAL, or writes through POINTERs that may point at
one place, or at what another instance reads, each instance must see what the one before it has done.
"""

from __future__ import annotations

from typing import Any

from jneuron.engine.frame import Frame
from jneuron.ir.mechanism_type import Kernel, VariableKind
from jneuron.ir.program import Key

Array = Any
OF_NODES = frozenset({"v", "diam", "area"})


def run_in_order(frame: Frame, g: int, kernel: Kernel, shifts: tuple[float, ...] = (0.0,)) -> list[dict[str, Array]]:
    """Runs a kernel on every instance of a group in turn, as often as there are `shifts` of its voltage [mV].

    The group's variables and what the instances share (globals, what POINTERs point at) are then up to date in the frame.

    Returns:
        The kernel's other results for each shift: currents, concentrations. (instance,)
    """
    order, ordered = _InOrder(frame, g, kernel), frame.params.groups[g]["@order"]
    carry = (0, order.columns, order.shared, [order.results for _ in shifts])

    def one(carry: Any) -> Any:
        turn, columns, shared, results = carry
        i = ordered[turn]
        for k, shift in enumerate(shifts):
            outputs = kernel.function(frame.ops, order.inputs(i, columns, shared, shift))
            columns = order.written(i, columns, outputs)
            shared = {name: frame.xp.asarray(outputs[name], float) for name in shared}
            kept = {name: put(frame.xp, column, i, outputs[name]) for name, column in results[k].items()}
            results = [*results[:k], kept, *results[k + 1 :]]
        return turn + 1, columns, shared, results

    _, columns, shared, results = frame.ops.repeat(frame.program.groups[g].n_instance, one, carry)
    for key, column in columns.items():
        frame.replace_column(key, column)
    frame.groups[g] |= shared
    return results


class _InOrder:
    """What one turn reads and writes.

    Attributes:
        columns: Columns that the kernel writes by name, or through POINTERs. (instance,), (length, instance) or another's
        shared: Globals that it writes.
        results: Room for its other results. (instance,)
    """

    def __init__(self, frame: Frame, g: int, kernel: Kernel) -> None:
        self._frame, self._g, self._kernel = frame, g, kernel
        spec = frame.program.groups[g]
        type_, n = spec.type, spec.n_instance
        self._place, self._pointers = spec.name, dict(spec.pointers)
        lengths = {v.name: v.length for v in type_.variables if v.kind is not VariableKind.POINTER}
        self._own = kernel.writes & lengths.keys()
        own_columns = {(spec.name, name): self._present(name, lengths[name], n) for name in sorted(self._own)}
        self.columns: dict[Key, Array] = own_columns
        for key in sorted({key for keys in self._pointers.values() for key in keys} - self.columns.keys()):
            self.columns[key] = writable(frame.column(key))
        globals_ = {v.name for v in type_.globals}
        self.shared = {
            name: frame.xp.asarray(frame.inputs(g, (name,))[name], float) for name in sorted(kernel.writes & globals_)
        }
        others = kernel.writes - lengths.keys() - globals_ - self._pointers.keys()
        self.results = {name: frame.xp.zeros(n) for name in sorted(others)}
        own = {name for place, name in self.columns if place == spec.name}
        self._constant = frame.inputs(g, kernel.reads - own - self.shared.keys() - self._pointers.keys() - {"v"})
        self._v = frame.at_instances(g, frame.v) if "v" in kernel.reads else None
        ions = {name for use in type_.ions for name in (*use.reads, *use.writes)}
        self._per_instance = lengths.keys() | ions | OF_NODES

    def _present(self, name: str, length: int, n: int) -> Array:
        for values in (self._frame.groups[self._g], self._frame.params.groups[self._g]):
            if name in values:
                return writable(values[name])
        return self._frame.xp.zeros((length, n) if length else n)

    def inputs(self, i: Array, columns: dict[Key, Array], shared: dict[str, Array], shift: float) -> dict[str, Array]:
        """Returns what instance `i` reads."""
        inputs: dict[str, Array] = {}
        for name in self._kernel.reads:
            if name == "v":
                inputs[name] = self._v[i] + shift  # type: ignore[index]
            elif name in shared:
                inputs[name] = shared[name]
            elif name in self._pointers:
                inputs[name] = self._pointed(i, name, columns)
            elif (self._place, name) in columns:
                inputs[name] = columns[self._place, name][..., i]
            else:
                value = self._constant[name]
                inputs[name] = value[..., i] if name in self._per_instance else value
        return inputs

    def _targets(self, name: str) -> list[tuple[Key, Array, Array]]:
        arrays = self._frame.params.pointers[self._g]
        return [(key, *arrays[f"{name}/{k}"]) for k, key in enumerate(self._pointers[name])]

    def _pointed(self, i: Array, name: str, columns: dict[Key, Array]) -> Array:
        total: Array = 0.0
        for key, rows, here in self._targets(name):
            total = total + self._frame.xp.where(here[i], columns[key].reshape(-1)[rows[i]], 0.0)
        return total

    def written(self, i: Array, columns: dict[Key, Array], outputs: dict[str, Array]) -> dict[Key, Array]:
        """Returns the columns with what instance `i` has written."""
        xp, columns = self._frame.xp, dict(columns)
        for name in sorted(self._own):
            columns[self._place, name] = put(xp, columns[self._place, name], i, outputs[name])
        for name in sorted(self._pointers.keys() & outputs.keys()):
            for key, rows, here in self._targets(name):
                flat = columns[key].reshape(-1)
                new = xp.where(here[i], outputs[name], flat[rows[i]])
                columns[key] = put(xp, flat, rows[i], new).reshape(columns[key].shape)
        return columns


def writable(column: Array) -> Array:
    """Returns a column that `put` may write into."""
    return column if hasattr(column, "at") else column.copy()


def put(xp: Any, column: Array, i: Array, value: Array) -> Array:
    """Returns a column with the element, or elements, of instance `i` replaced; one of NumPy's is changed itself."""
    if hasattr(column, "at"):
        return column.at[..., i].set(value)
    column[..., i] = value
    return column
