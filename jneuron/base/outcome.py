"""How a compiled run ended: compiled code never raises, it returns one of these."""

from __future__ import annotations

from enum import IntEnum


class Outcome(IntEnum):
    """The first thing that went wrong, or OK."""

    OK = 0
    QUEUE_FULL = 1
    SPIKES_FULL = 2
    SOLVER_FAILED = 3
    NOTHING_TO_MOVE = 4
    SENT_TO_THE_PAST = 5
