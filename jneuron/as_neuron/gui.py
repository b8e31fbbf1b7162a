"""The module `neuron.gui`: without a display it only loads the library that the windows need."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from jneuron import default_session

h = default_session().h
h.load_file("nrngui.hoc")


def start() -> None:
    """Starts the event loop: there are no windows, so there are no events."""


def stop() -> None:
    """Stops the event loop."""


def process_events() -> None:
    """Handles events that wait."""


def cleanup() -> None:
    """Ends the event loop."""


@contextmanager
def disabled() -> Iterator[None]:
    """Holds events back for a while."""
    yield
