"""Methods that a NEURON without a display takes, whatever their arguments, and answers with a constant."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from typing import Any

from jneuron.facade.calls import Arguments, HocMethodsObject, Refusal, attach, check_keywords, refuse

Method = Callable[[Any, Arguments], Any]


class Window(HocMethodsObject):
    """What all windows have in common: a NEURON without a display makes them, and shows none."""

    __slots__ = ()

    def __init__(self, *values: Any, **keywords: Any) -> None:
        check_keywords(keywords)
        super().__init__()
        try:
            self._open(Arguments(self.hoc_name, values))
        except Refusal as refusal:
            refuse(refusal, self.hoc_name, values)

    def _open(self, given: Arguments) -> None:
        """Takes what was given to the constructor."""


def answers(value: Any) -> Method:
    """Returns a method that does nothing and returns `value`."""

    def method(window: Any, given: Arguments) -> Any:
        return value

    method.__doc__ = f"Does nothing without a display; returns {value}."
    return method


def notes(note: Callable[[Any, Arguments], None], value: Any) -> Method:
    """Returns a method that keeps by `note` what is to be drawn, and returns `value`.

    A NEURON without a display does not read the arguments, so whatever is wrong with them passes unsaid here too.
    """

    def method(window: Any, given: Arguments) -> Any:
        with contextlib.suppress(Refusal):
            note(window, given)
        return value

    method.__doc__ = note.__doc__
    return method


def attach_answers(cls: type[HocMethodsObject], constants: Mapping[str, Any]) -> None:
    """Gives a class methods that return constants."""
    attach(cls, {name: answers(value) for name, value in constants.items()})
