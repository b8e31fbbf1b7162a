"""The curves of a Graph: what `addvar` and `addexpr` ask to be plotted at every `plot(x)`.

During a run of the standard run system nobody calls `plot` step by step: a curve of a plain variable has a sink that is
recorded like a Vector, and takes its points from there when the run is over.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from jneuron.base.errors import HocError, UnsupportedError
from jneuron.model.reference import Reference

if TYPE_CHECKING:
    from jneuron.plot.picture import Line

Floats = npt.NDArray[np.float64]
UNPLOTTABLE = (HocError, UnsupportedError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What working out a value may raise; a NEURON without a display never tries, so such a curve ends without a word."""


class Sink:
    """Takes the samples of one variable during a run, in the place of a recording Vector.

    Attributes:
        is_under_way: Whether samples arrive.
    """

    def __init__(self) -> None:
        self.is_under_way = False
        self._parts: list[Floats] = []

    def clear_samples(self) -> None:
        """Forgets all samples before a run."""
        self.is_under_way = True
        self._parts.clear()

    def add_samples(self, samples: Floats) -> None:
        """Adds samples."""
        self._parts.append(np.array(samples))

    def take(self) -> Floats:
        """Returns the samples since the last call."""
        taken = np.concatenate(self._parts) if self._parts else np.zeros(0)
        self._parts.clear()
        return taken


class Curve:
    """One variable or expression that a Graph plots.

    Attributes:
        line: Its points.
        reference: The variable, or None for an expression.
        sink: Where a run's samples arrive; None until it is recorded.
    """

    def __init__(self, line: Line, reference: Reference | None, evaluate: Callable[[], float]) -> None:
        self.line = line
        self.reference = reference
        self.sink: Sink | None = None
        self._evaluate: Callable[[], float] | None = evaluate

    @property
    def is_dead(self) -> bool:
        """Whether its value can't be worked out any more."""
        return self._evaluate is None

    def value(self) -> float:
        """Returns the present value; not a number once it can't be worked out."""
        if self._evaluate is None:
            return np.nan
        try:
            return self._evaluate()
        except UNPLOTTABLE:
            self._evaluate = None
            return np.nan

    def add_point(self, x: float) -> None:
        """Adds the present value at x."""
        value = self.value()
        if not self.is_dead:
            self.line.x.append(x)
            self.line.y.append(value)

    def record(self, probes: Any) -> None:
        """Has its variable recorded from the next initialisation on."""
        if self.sink is None and self.reference is not None:
            self.sink = Sink()
            probes.record(self.sink, self.reference)

    @property
    def is_recorded(self) -> bool:
        """Whether a run's samples arrive by themselves."""
        return self.sink is not None and self.sink.is_under_way
