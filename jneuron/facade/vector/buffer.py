"""Numbers in a row that can grow: the memory of a Vector, with the growth rule of NEURON's."""

from __future__ import annotations

from array import array
from collections.abc import MutableSequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

SMALL = 256
"""Up to how many elements memory is had faster from Python than from NumPy."""


class Buffer:
    """A float64 array whose first `size` elements are in use.

    Attributes:
        memory: The memory, whose single elements are read and written in a third of the time that NumPy takes.
        size: Number of elements in use.
    """

    __slots__ = ("__weakref__", "_data", "memory", "size")
    memory: MutableSequence[float]

    def __init__(self, size: int = 0) -> None:
        self.size = size
        self._take(size)

    def _take(self, capacity: int) -> None:
        if capacity <= SMALL:
            # NumPy's view of it is made when somebody asks: many Vectors are made, filled and read one by one
            self.memory = array("d", bytes(8 * capacity))
            self._data: Array | None = None
        else:
            self._data = np.zeros(capacity)
            self.memory = memoryview(self._data)  # type: ignore[assignment,arg-type]

    @property
    def data(self) -> Array:
        """The memory. A view of it goes on sharing memory with the buffer until the buffer outgrows it."""
        data = self._data
        if data is None:
            memory = self.memory
            data = self._data = np.frombuffer(memory) if len(memory) else np.zeros(0)  # type: ignore[call-overload]
        return data

    def view(self) -> Array:
        """Returns the elements in use; shares memory."""
        return self.data[: self.size]

    def reserve(self, capacity: int) -> None:
        """Makes room for `capacity` elements."""
        before, size = self.memory, self.size
        if capacity > len(before):
            in_use = self.view() if capacity > SMALL else None
            self._take(capacity)
            if in_use is not None:
                self.data[:size] = in_use
            else:
                self.memory[:size] = before[:size]

    def resize(self, size: int) -> None:
        """Sets the number of elements; new ones are zero."""
        if size > len(self.memory):
            self.reserve(self.size + max(self.size, size - self.size))
        elif size > self.size:
            self.data[self.size : size] = 0.0
        self.size = size

    def append(self, value: float) -> None:
        """Adds one element."""
        size = self.size
        if size == len(self.memory):
            self.reserve(2 * size or 1)
        self.memory[size] = value
        self.size = size + 1

    def assign(self, values: Any) -> None:
        """Takes over the values of an array, which may be a view of this buffer."""
        values = np.asarray(values, dtype=float)
        if len(values) > len(self.memory):
            self.size = 0
            self.reserve(len(values))
        self.data[: len(values)] = values
        self.size = len(values)
