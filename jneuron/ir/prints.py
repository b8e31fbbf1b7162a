"""What printf in a kernel prints: worked out for all instances at once, printed for one after another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

Array = Any


class Print(NamedTuple):
    """One printf.

    Attributes:
        when: For which instances it is reached.
        text: The format, as the file has it.
        arguments: What is printed: texts, numbers, or arrays over instances.
    """

    when: Array
    text: str
    arguments: tuple[Array, ...]


def print_all(prints: Sequence[Print], order: Array | None) -> None:
    """Prints as C does, instance by instance in this order; within one in the order of the kernel."""
    numbers = [value for each in prints for value in (each.when, *each.arguments) if not isinstance(value, str)]
    shape = np.broadcast_shapes((1,), *(np.shape(value) for value in numbers))
    places = range(shape[0]) if order is None or len(order) != shape[0] else order
    spread = [
        (
            each.text.encode().decode("unicode_escape"),
            np.broadcast_to(each.when, shape),
            [value if isinstance(value, str) else np.broadcast_to(value, shape) for value in each.arguments],
        )
        for each in prints
    ]
    for place in places:
        for text, when, arguments in spread:
            if when[place]:
                print(text % tuple(a if isinstance(a, str) else a[place] for a in arguments), end="")
