"""The table of Vector's methods: importing this module attaches them."""

from __future__ import annotations

from jneuron.facade.calls import attach
from jneuron.facade.vector import arithmetic, fit, histograms, probes, search, shape, signal, statistics, text, transform
from jneuron.facade.vector.core import Vector

METHODS = {
    **shape.METHODS,
    **arithmetic.METHODS,
    **statistics.METHODS,
    **histograms.METHODS,
    **search.METHODS,
    **signal.METHODS,
    **transform.METHODS,
    **fit.METHODS,
    **probes.METHODS,
    **text.METHODS,
}

attach(Vector, METHODS)

__all__ = ["METHODS", "Vector"]
