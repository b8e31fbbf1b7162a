"""Numbers outside the tables (elements of Vectors, variables of hoc) that a program reads and writes through POINTERs.

They lie in memory that others write without telling anybody: they are compared before every run, and written as soon as one
has ended.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from jneuron.lower.layout import Layout


class OutsideNumbers:
    """The numbers of one program, as its state has them."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._known = layout.gather_numbers()

    def are_moved(self) -> bool:
        """Tells whether somebody has written one since the program had them last."""
        present = self._layout.gather_numbers()
        return self._known is not None and present is not None and not np.array_equal(self._known, present, equal_nan=True)

    def taken(self) -> Any:
        """Returns the numbers as they are now, for the program's state."""
        self._known = self._layout.gather_numbers()
        return self._known

    def give_back(self, values: Any) -> None:
        """Writes what the program's state has to where it belongs."""
        if self._known is not None:
            self._known = np.asarray(values)
            self._layout.scatter_numbers(self._known)
