"""What the user filled a FUNCTION_TABLE with.

The numbers stay in the user's Vectors or arrays and are read anew whenever a program or a call needs them, as NEURON does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Reader = Callable[[], Sequence[float] | Floats]


@dataclass(frozen=True)
class Axis:
    """The points of one argument.

    Attributes:
        size: Number of points.
        grid: Reads them; None where they are evenly spaced.
        low, high: First and last point, if evenly spaced.
    """

    size: int
    grid: Reader | None = None
    low: float = 0.0
    high: float = 0.0


@dataclass(frozen=True)
class FunctionTableDecl:
    """One filled table: a constant where it has no axes.

    Attributes:
        values: Reads the values, the last argument fastest.
        axes: The arguments.
    """

    values: Reader
    axes: tuple[Axis, ...] = ()

    def filled(self) -> dict[str, Floats]:
        """Returns the table as kernels look it up: see `jneuron.ir.function_table`."""
        values = np.array(self.values(), float)
        if not self.axes:
            return {"constant": values.reshape(())}
        filled = {"values": values.reshape([axis.size for axis in self.axes])}
        for k, axis in enumerate(self.axes):
            if axis.grid is not None:
                filled[f"grid {k}"] = np.array(axis.grid(), float)
            else:
                step = (axis.high - axis.low) / (axis.size - 1) if axis.size > 1 else 0.0
                filled[f"even {k}"] = np.array([axis.low, axis.high, step])
        return filled
