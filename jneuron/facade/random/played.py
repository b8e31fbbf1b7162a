"""`Random.play`: a variable that gets a new draw at every initialisation and every step."""

from __future__ import annotations

import weakref
from typing import Any

from jneuron.model.reference import Reference


def play_into(session: Any, random: Any, reference: Reference) -> None:
    """Puts a draw of `random` into `reference` before every step, while both of them live."""
    drawn_from = weakref.ref(random)

    def draw() -> bool:
        living = drawn_from()
        if living is None or not getattr(reference, "alive", True):
            return False
        reference.set(living.repick())
        return True

    session.runner.before_step.append(draw)
