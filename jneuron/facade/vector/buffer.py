"""Numbers in a row that can grow: the memory of a Vector, with the growth rule of NEURON's."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


class Buffer:
    """A float64 array whose first `size` elements are in use.

    Attributes:
        data: The memory. A view of it goes on sharing memory with the buffer until the buffer outgrows it.
        memory: The same, whose single elements are read and written in a third of the time.
        size: Number of elements in use.
    """

    __slots__ = ("__weakref__", "data", "memory", "size")

    def __init__(self, size: int = 0) -> None:
        self._take(np.zeros(size))
        self.size = size

    def _take(self, data: Array) -> None:
        self.data = data
        self.memory: memoryview[float] = memoryview(data)  # type: ignore[arg-type,assignment]

    def view(self) -> Array:
        """Returns the elements in use; shares memory."""
        return self.data[: self.size]

    def reserve(self, capacity: int) -> None:
        """Makes room for `capacity` elements."""
        if capacity > len(self.data):
            data = np.zeros(capacity)
            data[: self.size] = self.view()
            self._take(data)

    def resize(self, size: int) -> None:
        """Sets the number of elements; new ones are zero."""
        if size > len(self.data):
            self.reserve(self.size + max(self.size, size - self.size))
        elif size > self.size:
            self.data[self.size : size] = 0.0
        self.size = size

    def append(self, value: float) -> None:
        """Adds one element."""
        size = self.size
        if size == len(self.data):
            self.reserve(2 * size or 1)
        self.memory[size] = value
        self.size = size + 1

    def assign(self, values: Any) -> None:
        """Takes over the values of an array, which may be a view of this buffer."""
        values = np.asarray(values, dtype=float)
        if len(values) > len(self.data):
            self.size = 0
            self.reserve(len(values))
        self.data[: len(values)] = values
        self.size = len(values)
