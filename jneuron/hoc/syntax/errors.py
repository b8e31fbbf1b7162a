"""How a mistake in hoc text travels from the place that finds it to whoever knows the file."""

from __future__ import annotations


class SyntaxProblem(Exception):  # noqa: N818 - it becomes a HocSyntaxError once file and line are known
    """A mistake, with the place where NEURON's caret would stand.

    Attributes:
        message: NEURON's words.
        place: Offset in the text.
    """

    def __init__(self, message: str, place: int) -> None:
        super().__init__(message)
        self.message, self.place = message, place
