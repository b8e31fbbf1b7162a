"""Gaussian elimination on trees, one node after another, for all like trees at once.

One row a node, `d_i x_i + b_i x_p + sum over children (a_c x_c) = r_i`. NEURON assembles the axial part of the right side
and the diagonal before it eliminates; here the sum over a node's children is made while they are folded into it, in the
same sweep:

    r_i = rhs_i - b_i (v_p - v_i) + sum over children c of a_c (v_p - v_c)

Source: Hines (1984), Int. J. Bio-Med. Comput. 15:69-76.
Order: the sum of the axial terms of a node runs over its children from the last to the first, NEURON's from the first to
    the last; results differ by rounding.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import jax.numpy as jnp
from jax import lax

from jneuron.ir.program import Bucket

Array = Any


def solve(bucket: Bucket, parent: Array, cable: dict[str, Array], v: Array, diagonal: Array, rhs: Array) -> Array:
    """Returns the change of voltage of one bucket [mV].

    Args:
        bucket: Its shape.
        parent: Parent of each node, roots first. (node,)
        cable: a, b of each node. [S/cm2] (node * tree,)
        v: Voltage. [mV] (node * tree,)
        diagonal: Membrane part of the diagonal. [S/cm2] (node * tree,)
        rhs: Membrane part of the right side. [mA/cm2] (node * tree,)
    """
    n_node, n_root = bucket.n_node, bucket.n_root
    shape = (n_node, bucket.n_tree) if bucket.n_tree > 1 else (n_node,)
    a, b, v, diagonal, rhs = (x.reshape(shape) for x in (cable["a"], cable["b"], v, diagonal, rhs))

    # the node's own share of the axial terms
    drop = v.at[parent].get(mode="promise_in_bounds") - v
    rhs = rhs - b * drop
    diagonal = diagonal - b
    flow = a * drop

    # eliminate from the leaves up: fold each node, and its axial current, into its parent
    def fold(k: Array, carry: tuple[Array, Array]) -> tuple[Array, Array]:
        diagonal, rhs = carry
        i = n_node - 1 - k
        p = _row(parent, i)
        factor = _row(a, i) / _row(diagonal, i)
        d = _row(diagonal, p) - _row(a, i) - factor * _row(b, i)
        r = _row(rhs, p) + _row(flow, i) - factor * _row(rhs, i)
        return _put(diagonal, d, p), _put(rhs, r, p)

    diagonal, rhs = lax.fori_loop(jnp.int32(0), jnp.int32(n_node - n_root), fold, (diagonal, rhs))

    # substitute from the roots down; the divisions are done beforehand, all at once
    change = rhs / diagonal
    ratio = b / diagonal

    def substitute(i: Array, change: Array) -> Array:
        return _put(change, _row(change, i) - _row(ratio, i) * _row(change, _row(parent, i)), i)

    return lax.fori_loop(jnp.int32(n_root), jnp.int32(n_node), substitute, change).reshape(-1)


def _row(x: Array, i: Array) -> Array:
    starts = (i, *(jnp.int32(0) for _ in x.shape[1:]))
    return lax.dynamic_slice(x, starts, (1, *x.shape[1:]), allow_negative_indices=False)[0]


def _put(x: Array, value: Array, i: Array) -> Array:
    starts = (i, *(jnp.int32(0) for _ in x.shape[1:]))
    return lax.dynamic_update_slice(x, value[None], starts, allow_negative_indices=False)


def solve_all(
    buckets: tuple[Bucket, ...], parents: tuple[Array, ...], cable: Mapping[str, Array], v: Array, diagonal: Array, rhs: Array
) -> Array:
    """Returns the change of voltage of all buckets [mV]. (node,)"""
    if not buckets:
        return v
    changes, start = [], 0
    for bucket, parent in zip(buckets, parents, strict=True):
        here = slice(start, start + bucket.n_node * bucket.n_tree)
        axial = {name: cable[name][here] for name in ("a", "b")}
        changes.append(solve(bucket, parent, axial, v[here], diagonal[here], rhs[here]))
        start = here.stop
    return changes[0] if len(changes) == 1 else jnp.concatenate(changes)
