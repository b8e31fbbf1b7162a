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


class Prints:
    """The part of `ArrayOps` that prints: what a kernel prints waits until it ends, so that instances follow one another."""

    def __init__(self) -> None:
        self._waiting: list[list[Print]] = []

    def printf(self, when: Array, text: str, *arguments: Array) -> None:
        """Prints as C does, for instances where `when` holds: at once where nothing gathers, else when the kernel ends."""
        if self._may_wait():
            self._waiting[-1].append(Print(when, text, arguments))
        else:
            self._show([Print(when, text, arguments)], None)

    def gather_prints(self) -> None:
        """Lets what is printed from now on wait for `print_out`."""
        self._waiting.append([])

    def print_out(self, order: Array | None) -> None:
        """Prints what waits, instance by instance in this order; or lets it wait with what waited before."""
        waiting = self._waiting.pop()
        if self._waiting:
            self._waiting[-1] += waiting
        elif waiting:
            self._show(waiting, order)

    def _may_wait(self) -> bool:
        return bool(self._waiting)

    def _show(self, prints: list[Print], order: Array | None) -> None:
        print_all(prints, order)

    def _print_now(self) -> None:
        """Prints all that waits, since an error ends the kernel."""
        waiting = [each for prints in self._waiting for each in prints]
        self._waiting.clear()
        self._show(waiting, None)
