"""The currents that flow into each node from its neighbours, on the host."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from jneuron.ir.program import Bucket

Array = Any


def axial_currents(
    buckets: tuple[Bucket, ...], parents: tuple[Array, ...], cable: Mapping[str, Array], v: Array
) -> np.ndarray[Any, Any]:
    """Returns the axial part of the right side at voltage `v` [mA/cm2]; a, b and parents as in `hines.solve`. (node,)"""
    currents = np.zeros(len(v))
    start = 0
    for bucket, parent in zip(buckets, parents, strict=True):
        here = slice(start, start + bucket.n_node * bucket.n_tree)
        shape = (bucket.n_node, bucket.n_tree)
        a, b, voltage, into = (np.asarray(x[here]).reshape(shape) for x in (cable["a"], cable["b"], v, currents))
        child = np.arange(bucket.n_root, bucket.n_node)
        above = np.asarray(parent)[child]
        drop = voltage[above] - voltage[child]
        into[child] -= b[child] * drop
        np.add.at(into, above, a[child] * drop)
        start = here.stop
    return currents
