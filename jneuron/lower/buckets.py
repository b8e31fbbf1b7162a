"""Arranges trees into buckets: like trees side by side, the rest one after another.

A bucket of like trees is solved with one loop over the nodes of a single tree, every step of it on all trees at once (9 ns
a node against 20 for one tree after another). Each bucket adds a loop to the program, so a shape needs some trees, and a
program few buckets.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from jneuron.ir.cable import Cable
from jneuron.ir.program import Bucket

Indices = npt.NDArray[np.int32]
MIN_TREES = 4
MAX_BUCKETS = 6


@dataclass(frozen=True)
class Arrangement:
    """Where each node of a cable lies.

    Attributes:
        buckets: The buckets, in the order of their nodes.
        parents: Parent of each node within its bucket, 0 for roots. (node,) each
        node_at: Cable node at each place. (node,)
        place_of: Place of each cable node. (node,)
    """

    buckets: tuple[Bucket, ...]
    parents: tuple[Indices, ...]
    node_at: Indices
    place_of: Indices


def arrange(cable: Cable) -> Arrangement:
    """Returns the arrangement of a cable's trees."""
    nodes_of_tree, shapes = _shapes(cable)
    batched = _worth_batching(shapes)

    buckets: list[Bucket] = []
    parents: list[Indices] = []
    pieces: list[Indices] = []
    for shape in batched:
        trees = shapes[shape]
        parent = np.frombuffer(shape, np.int32)
        buckets.append(Bucket(n_node=len(parent), n_tree=len(trees)))
        parents.append(parent)
        pieces.append(np.stack([nodes_of_tree[t] for t in trees], axis=1).reshape(-1))
    rest = np.array(sorted(t for shape, trees in shapes.items() if shape not in batched for t in trees), np.int32)
    if len(rest):
        forest = np.flatnonzero(np.isin(cable.cell, rest)).astype(np.int32)
        place = np.zeros(cable.n_node, np.int32)
        place[forest] = np.arange(len(forest))
        parents.append(np.where(cable.parent[forest] < 0, 0, place[cable.parent[forest]]).astype(np.int32))
        buckets.append(Bucket(n_node=len(forest), n_tree=1, n_root=len(rest)))
        pieces.append(forest)

    node_at = np.concatenate(pieces) if pieces else np.zeros(0, np.int32)
    place_of = np.empty_like(node_at)
    place_of[node_at] = np.arange(len(node_at), dtype=np.int32)
    return Arrangement(tuple(buckets), tuple(parents), node_at, place_of)


def _shapes(cable: Cable) -> tuple[list[Indices], dict[bytes, list[int]]]:
    """Returns the nodes of each tree, and the trees of each shape (a tree's parents as bytes)."""
    order = np.argsort(cable.cell, kind="stable").astype(np.int32)
    ends = np.searchsorted(cable.cell[order], np.arange(cable.n_root + 1))
    rank = np.empty(cable.n_node, np.int32)
    rank[order] = np.arange(cable.n_node, dtype=np.int32) - ends[cable.cell[order]].astype(np.int32)
    local_parent = np.where(cable.parent < 0, 0, rank[cable.parent]).astype(np.int32)[order]
    nodes_of_tree = [order[ends[t] : ends[t + 1]] for t in range(cable.n_root)]
    shapes: dict[bytes, list[int]] = {}
    for t in range(cable.n_root):
        shapes.setdefault(local_parent[ends[t] : ends[t + 1]].tobytes(), []).append(t)
    return nodes_of_tree, shapes


def _worth_batching(shapes: dict[bytes, list[int]]) -> list[bytes]:
    """Returns the shapes that get a bucket of their own: those with the most nodes in all."""
    many = [shape for shape, trees in shapes.items() if len(trees) >= MIN_TREES]
    many.sort(key=lambda shape: -len(shape) * len(shapes[shape]))
    return many[: MAX_BUCKETS - 1]
