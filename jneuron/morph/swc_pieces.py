"""Cuts the points of an SWC file into unbranched pieces of one type.

A piece ends where a point has several children, a child that is not the next point of the file, or a child of another type.
The special cases:

* a soma of one point is a sphere, and every branch hangs on its middle by a wire;
* three soma points, two of them children of the first and without children of their own, of one diameter and as far apart
  as that diameter says, are the same sphere (a convention of neuromorpho.org);
* a run of soma points is one section; a branch from within it hangs on its middle, by a wire;
* from the end of a soma section where the soma itself branches, a branch hangs by a wire;
* a branch from the first point of a piece that hangs on the soma, or from a root that is no soma, hangs on the start of that
  piece instead of cutting it in two;
* a branch takes its parent's point as its first one, with its own second diameter where it leaves the soma.

Where a point without parent stands in a parent's place (a second tree), NEURON takes the file's first point.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from jneuron.morph.imported import Floats, Piece
from jneuron.morph.swc import Integers, SwcFile

SOMA = 1
EPSILON = 1e-11
"""hoc compares numbers to within this."""


@dataclass(frozen=True, eq=False, slots=True)
class SwcPieces:
    """The pieces of a file.

    Attributes:
        pieces: Parents before children.
        piece_of_point: Index of the piece that each point belongs to. (point,)
        is_unusual: Whether one of the special cases makes NEURON set its flag `err`.
    """

    pieces: list[Piece]
    piece_of_point: Integers
    is_unusual: bool


@dataclass(eq=False, slots=True)
class _Topology:
    # what is known of each point
    parent: list[int]
    type: list[int]
    # 100 for each child, and 1 more for a child that is not the next point, and for one of another type
    weight: list[int]
    # whether a piece that starts here hangs on the start of the parent's piece
    from_start: list[bool]
    # of a soma point, the soma points among its children
    n_soma_child: list[int]


ONE_CHILD = 100


def cut_into_pieces(swc: SwcFile) -> SwcPieces:
    """Returns the unbranched pieces of a file."""
    topology = _topology(swc)
    n_point = len(topology.parent)
    is_unusual = n_point > 1 and topology.type[0] != topology.type[1]
    is_unusual |= any(start and parent > 1 for start, parent in zip(topology.from_start, topology.parent, strict=True))
    is_sphere = _is_three_point_sphere(swc, topology)
    if is_sphere:
        topology.parent[2] = 1
    _join_soma(topology)

    # a piece starts after the end of another
    ends = np.array(topology.weight) != ONE_CHILD
    piece_of_point = np.concatenate([[0], np.cumsum(ends)[:-1]])
    starts = np.flatnonzero(np.diff(piece_of_point, prepend=-1)).tolist()
    stops = [*starts[1:], n_point]
    pieces = [_root_piece(swc, 1 if is_sphere else stops[0])]
    for first, stop in zip(starts[1:], stops[1:], strict=True):
        parent = pieces[piece_of_point[max(topology.parent[first], 0)]]
        pieces.append(_branch(swc, topology, slice(first, stop), parent))
    return SwcPieces(pieces, piece_of_point, is_unusual)


def _topology(swc: SwcFile) -> _Topology:
    parent, type_ = swc.parent_index.tolist(), swc.type.astype(int).tolist()
    n_point = len(parent)
    weight, from_start, n_soma_child = [0] * n_point, [False] * n_point, [0] * n_point
    for i, p in enumerate(parent):
        if p < 0:
            continue
        weight[p] += ONE_CHILD
        if p != i - 1:
            weight[p] += 1
            # the parent opens a piece that hangs on the soma, or a root that is no soma
            opens = type_[max(parent[p], 0)] == SOMA if p > 1 else p == 0
            if type_[p] != SOMA and opens:
                from_start[i] = True
                weight[p] = ONE_CHILD
        if type_[p] != type_[i]:
            weight[p] += 1
        if i and type_[p] == type_[i] == SOMA:
            n_soma_child[p] += 1
    return _Topology(parent, type_, weight, from_start, n_soma_child)


def _is_three_point_sphere(swc: SwcFile, topology: _Topology) -> bool:
    if topology.type.count(SOMA) != 3 or topology.parent[1:3] != [0, 0] or topology.weight[1:3] != [0, 0]:
        return False
    diam = swc.diam
    if abs(diam[1] - diam[0]) > EPSILON or abs(diam[2] - diam[0]) > EPSILON:
        return False
    span = 0.0
    for i in (1, 2):
        span += np.sqrt((swc.x[i] - swc.x[0]) ** 2 + (swc.y[i] - swc.y[0]) ** 2 + (swc.z[i] - swc.z[0]) ** 2)
    return bool(abs(span / diam[0] - 1.0) < 0.01 - EPSILON)


def _join_soma(topology: _Topology) -> None:
    # consecutive soma points stay together, unless the soma branches there
    for i in range(len(topology.parent) - 1):
        joined = topology.type[i] == topology.type[i + 1] == SOMA and topology.parent[i + 1] == i
        if joined and (i == 0 or topology.n_soma_child[i] <= 1):
            topology.weight[i] = ONE_CHILD


def _points(swc: SwcFile, which: slice | list[int]) -> Floats:
    return np.stack([swc.x[which], swc.y[which], swc.z[which]], axis=1)


def _root_piece(swc: SwcFile, stop: int) -> Piece:
    return Piece(id=0, type=int(swc.type[0]), xyz=_points(swc, slice(0, stop)), diam=swc.diam[:stop].copy())


def _branch(swc: SwcFile, topology: _Topology, own: slice, parent: Piece) -> Piece:
    start = topology.parent[own.start]
    indices = [max(start, 0), *range(own.start, own.stop)]
    piece = Piece(
        id=own.start,
        type=topology.type[own.start],
        xyz=_points(swc, indices),
        diam=swc.diam[indices],
        parent=parent,
    )
    leaves_soma = parent.type == SOMA and piece.type != SOMA
    is_long = piece.n_point > 2
    soma_branches = start >= 0 and topology.n_soma_child[start] > 1
    last = parent.id + parent.n_point - (1 if parent.id == 0 else 2)
    if parent.id == 0 and leaves_soma and parent.n_point == 1:
        # from a sphere
        piece.parent_x, piece.first = 0.5, int(is_long)
    elif parent.id == 0 and start == 0:
        # from the first point of the root
        piece.parent_x, piece.first = 0.0, int(piece.type != SOMA and soma_branches)
    elif parent.type == SOMA and start < last:
        # from within a soma section
        piece.parent_x, piece.first = 0.5, int(leaves_soma and is_long)
    elif leaves_soma and is_long and soma_branches:
        # from its end, where the soma goes on
        piece.first = 1
    if leaves_soma:
        piece.diam[0] = piece.diam[1]
    if topology.from_start[own.start]:
        piece.parent_id, piece.parent_x = parent.id, 0.0
    return piece
