"""The array namespace that compiled mechanism code runs on.

Emitted kernels never import NumPy or JAX: they receive an `ArrayOps`. The NumPy one serves calls from the host and
initialisation (jneuron/nmodl/support.py), the JAX one compiled programs (jneuron/engine/array_ops.py).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

Array = Any


class ArrayOps(Protocol):
    """What emitted code may call; functions are element by element and broadcast as in NumPy."""

    xp: Any
    """numpy or jax.numpy: exp, log, where, floor, fmod, sin ... are taken from here."""

    def put(self, array: Array, index: Array, value: Array) -> Array:
        """Returns `array` with `array[index]` replaced along the first axis; `index` may be an array per instance."""

    def take(self, array: Array, index: Array) -> Array:
        """Returns `array[index]` along the first axis; `index` may be an array per instance."""

    def while_loop(self, condition: Callable[[Any], Array], body: Callable[[Any], Any], carry: Any) -> Any:
        """Repeats `body` while `condition` holds for any instance; the emitted body masks the instances that are done."""

    def interpolate(self, table: Array, position: Array) -> Array:
        """Returns the rows of a TABLE, linearly interpolated as NEURON does.

        Args:
            table: Columns of the table. (intervals + 1, output)
            position: (v - low) * (1 / step), any shape.

        Returns:
            (output, *shape of position); the first row below 0, the last from `intervals` on.
        """
