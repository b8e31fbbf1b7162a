"""NEURON's classes by name: how each is bound to a session."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jneuron.facade.objects import bind
from jneuron.facade.vector.methods import Vector

CLASSES: dict[str, Callable[[Any], type]] = {
    "Vector": lambda session: bind(Vector, session),
}
"""What makes the class of a session, by name."""
