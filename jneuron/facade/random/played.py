"""`Random.play`: a variable that gets a new draw at every initialisation and every step."""

from __future__ import annotations

from typing import Any

from jneuron.model.reference import Reference
from jneuron.session.random_plays import RandomPlay


def play_into(session: Any, random: Any, reference: Reference) -> None:
    """Puts a draw of `random` into `reference` before every step, while both of them live."""
    session.runner.random_plays.append(RandomPlay(session.model.probes, random, reference))
