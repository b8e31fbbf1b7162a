"""The table of Matrix's methods: importing this module attaches them."""

from __future__ import annotations

from jneuron.facade.calls import attach
from jneuron.facade.matrix import algebra, elements
from jneuron.facade.matrix.core import Matrix

METHODS = {**elements.METHODS, **algebra.METHODS}

attach(Matrix, METHODS)

__all__ = ["METHODS", "Matrix"]
