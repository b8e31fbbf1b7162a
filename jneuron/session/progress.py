"""How far a long run has come: shown in a terminal or a notebook, where tqdm is installed (extra `progress`)."""

from __future__ import annotations

import sys
from typing import Any

DELAY_S = 2.0
"""A run shorter than this shows nothing."""
MANY_STEPS = 2000
"""Fewer steps than these show nothing."""


class Meter:
    """A line with the simulated time of one run.

    Attributes:
        bar: What draws it.
    """

    def __init__(self, bar: Any) -> None:
        self.bar = bar

    def moved(self, time: float) -> None:
        """Moves on by some simulated time [ms]."""
        self.bar.update(time)

    def close(self) -> None:
        """Takes the line away."""
        self.bar.close()


def meter_for(n_step: int, dt: float) -> Meter | None:
    """Returns what shows a run of so many steps of dt [ms]; None where nobody would look at it."""
    if n_step < MANY_STEPS or not is_watched():
        return None
    try:
        from tqdm.auto import tqdm
    except ImportError:
        return None
    return Meter(tqdm(total=round(n_step * dt, 6), unit="ms", delay=DELAY_S, leave=False, file=sys.stderr, bar_format=FORMAT))


FORMAT = "{percentage:3.0f}%|{bar}| {n:.1f} of {total:.1f} ms [{elapsed}<{remaining}]"


def is_watched() -> bool:
    """Tells whether what is drawn would be seen: by somebody at a terminal, or in a notebook."""
    stream = sys.stderr
    return "ipykernel" in sys.modules or (stream is not None and hasattr(stream, "isatty") and stream.isatty())
