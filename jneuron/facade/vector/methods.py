"""The table of Vector's methods: importing this module attaches them."""

from __future__ import annotations

import numpy as np

from jneuron.facade.calls import attach
from jneuron.facade.implements import implements
from jneuron.facade.vector import arithmetic, files, fit, histograms, probes, search, shape, signal, statistics, text, transform
from jneuron.facade.vector.core import Vector
from jneuron.facade.windows import vector_plots

COMPUTING = {
    **arithmetic.METHODS,
    **statistics.METHODS,
    **histograms.METHODS,
    **search.METHODS,
    **signal.METHODS,
    **transform.METHODS,
    **fit.METHODS,
}
METHODS = {
    **shape.METHODS,
    # NEURON computes with NaN and infinity without a word
    **{name: np.errstate(all="ignore")(function) for name, function in COMPUTING.items()},
    **probes.METHODS,
    **text.METHODS,
    **files.METHODS,
    **vector_plots.METHODS,
}

attach(Vector, METHODS)
implements("Vector.append", "Vector.x")(Vector)

__all__ = ["METHODS", "Vector"]
