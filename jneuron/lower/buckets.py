"""Arranges trees for the solver: each around its centre, its nodes by depth, like trees side by side.

The solver goes through the nodes one after another, and each step waits for the one before it if that was its child. So a
tree is hung up at the middle of its longest path, and its nodes are sorted by depth: neighbours in that order belong to
different branches, and the processor works on several at a time (12 ns a node instead of 21 for an unbranched cable).
Hanging a tree up elsewhere turns the edges on the way from the old root to the new one round, which swaps the two matrix
entries of each.

A bucket of like trees is solved with one loop over the nodes of a single tree, every step of it on all trees at once (9 ns
a node). Each bucket adds a loop to the program, so a shape needs some trees, and a program few buckets.
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


@dataclass(frozen=True, eq=False)
class Arrangement:
    """Where each node of a cable lies, and which edge leads to its parent.

    Attributes:
        buckets: The buckets, in the order of their nodes.
        parents: Parent of each node within its bucket, 0 for roots. (node,) each
        node_at: Cable node at each place. (node,)
        place_of: Place of each cable node. (node,)
        edge_at: The cable node whose edge to its parent (in the cable) leads from this place to its parent here. (node,)
        turned: Whether that edge runs the other way round here. (node,)
    """

    buckets: tuple[Bucket, ...]
    parents: tuple[Indices, ...]
    node_at: Indices
    place_of: Indices
    edge_at: Indices
    turned: npt.NDArray[np.bool_]

    def axial(self, cable: Cable) -> dict[str, npt.NDArray[np.float64]]:
        """Returns the entries (parent, node) and (node, parent) of the matrix, 0 for roots. [S/cm2] (node,) each"""
        a, b = cable.a[self.edge_at], cable.b[self.edge_at]
        is_root = self.edge_at < 0
        return {
            "a": np.where(is_root, 0.0, np.where(self.turned, b, a)),
            "b": np.where(is_root, 0.0, np.where(self.turned, a, b)),
        }


def arrange(cable: Cable) -> Arrangement:
    """Returns the arrangement of a cable's trees."""
    parent, edge = _hang_at_centres(cable)
    depth = _depths(parent)
    nodes_of_tree, shapes = _shapes(cable, parent, depth)
    batched = _worth_batching(shapes)

    buckets: list[Bucket] = []
    parents: list[Indices] = []
    pieces: list[Indices] = []
    for shape in batched:
        trees = shapes[shape]
        local = np.frombuffer(shape, np.int32)
        buckets.append(Bucket(n_node=len(local), n_tree=len(trees)))
        parents.append(local)
        pieces.append(np.stack([nodes_of_tree[t] for t in trees], axis=1).reshape(-1))
    rest = np.array(sorted(t for shape, trees in shapes.items() if shape not in batched for t in trees), np.int32)
    if len(rest):
        forest = np.flatnonzero(np.isin(cable.cell, rest)).astype(np.int32)
        forest = forest[np.argsort(depth[forest], kind="stable")]
        place = np.zeros(cable.n_node, np.int32)
        place[forest] = np.arange(len(forest))
        parents.append(np.where(parent[forest] < 0, 0, place[parent[forest]]).astype(np.int32))
        buckets.append(Bucket(n_node=len(forest), n_tree=1, n_root=len(rest)))
        pieces.append(forest)

    node_at = np.concatenate(pieces) if pieces else np.zeros(0, np.int32)
    place_of = np.empty_like(node_at)
    place_of[node_at] = np.arange(len(node_at), dtype=np.int32)
    edge_at = edge[node_at]
    return Arrangement(tuple(buckets), tuple(parents), node_at, place_of, edge_at, edge_at != node_at)


def _hang_at_centres(cable: Cable) -> tuple[Indices, Indices]:
    """Returns each node's parent once every tree hangs at its centre, and the cable node whose edge leads there; roots: -1."""
    parent = cable.parent.copy()
    edge = np.where(parent < 0, -1, np.arange(cable.n_node, dtype=np.int32)).astype(np.int32)
    first_end = _deepest(parent, cable)
    turned = parent.copy()
    for node in first_end.tolist():
        _turn_path(turned, None, node)
    depth = _depths(turned)
    for node in _deepest(turned, cable).tolist():
        for _ in range(int(depth[node]) // 2):
            node = int(turned[node])
        _turn_path(parent, edge, node)
    return parent, edge


def _turn_path(parent: Indices, edge: Indices | None, root: int) -> None:
    """Makes `root` the root of its tree, in place."""
    child, above, edge_above = -1, root, -1
    while above >= 0:
        following = int(parent[above])
        following_edge = int(edge[above]) if edge is not None else -1
        parent[above] = child
        if edge is not None:
            edge[above] = edge_above
        child, above, edge_above = above, following, following_edge


def _depths(parent: Indices) -> npt.NDArray[np.int64]:
    """Returns the number of edges between each node and its root, by doubling the stride."""
    depth = (parent >= 0).astype(np.int64)
    ancestor = np.where(parent < 0, np.arange(len(parent)), parent)
    while True:
        further = depth[ancestor]
        if not further.any():
            return depth
        depth += further
        ancestor = ancestor[ancestor]


def _deepest(parent: Indices, cable: Cable) -> npt.NDArray[np.int64]:
    """Returns the deepest node of each tree; the first of several. (tree,)"""
    order = np.lexsort((np.arange(cable.n_node), -_depths(parent), cable.cell))
    return order[np.searchsorted(cable.cell[order], np.arange(cable.n_root))]


def _shapes(cable: Cable, parent: Indices, depth: npt.NDArray[np.int64]) -> tuple[list[Indices], dict[bytes, list[int]]]:
    """Returns the nodes of each tree by depth, and the trees of each shape (a tree's parents as bytes)."""
    order = np.lexsort((np.arange(cable.n_node), depth, cable.cell)).astype(np.int32)
    ends = np.searchsorted(cable.cell[order], np.arange(cable.n_root + 1))
    rank = np.empty(cable.n_node, np.int32)
    rank[order] = np.arange(cable.n_node, dtype=np.int32) - ends[cable.cell[order]].astype(np.int32)
    local_parent = np.where(parent < 0, 0, rank[parent]).astype(np.int32)[order]
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
