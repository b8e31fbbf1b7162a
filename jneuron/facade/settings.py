"""Settings that a script makes and asks for again, though nothing here depends on them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jneuron.facade.calls import Arguments

Method = Callable[[Any, Arguments], Any]


def kept_number(key: str, default: float, kind: type = float) -> Method:
    """Returns a method that gives back a number, set to the argument where one is given."""

    def value(self: Any, given: Arguments) -> Any:
        settings = self.session.interface.settings
        if given.has(0):
            settings[key] = given.number(0)
        return kind(settings.get(key, default))

    value.__doc__ = f"Returns {key}, set to the argument where one is given; nothing depends on it."
    return value


def kept_number_before(key: str, default: float) -> Method:
    """Returns a method that gives back what a number was before the argument, where one is given, took its place."""

    def value(self: Any, given: Arguments) -> float:
        settings = self.session.interface.settings
        before = float(settings.get(key, default))
        if given.has(0):
            settings[key] = given.number(0)
        return before

    value.__doc__ = f"Returns {key}, before a new value is set; nothing depends on it."
    return value
