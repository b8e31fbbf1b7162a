"""The discretised trees: one node a row of NEURON's matrix, with areas and axial coefficients.

Every segment is a node at its centre; every section has one more node, of zero area, at its far end; every tree has one at
its root. Current [nA] that flows from node i into its parent p is (v_i - v_p) / ri_i. Divided by the membrane area it is a
current density, and NEURON keeps its matrix in these:

    in the row of i:  b_i = -100 / (ri_i area_i)     [S/cm2], entry (i, p)
    in the row of p:  a_i = -100 / (ri_i area_p)     [S/cm2], entry (p, i)

with ri in MOhm and area in um2; 100 converts 1/(MOhm um2) to S/cm2. Both are negative, and what a row takes off the
diagonal it adds there: the row of i has -b_i on the diagonal, and for each child c another -a_c. A node of zero area gets
the area 100 um2: its row then reads "sum of currents [nA] = 0", and nothing else ever flows there but point currents, for
which the factor 100 / area is 1. A section with rallbranch = n stands for n equal branches: it multiplies the a of the
section's first node, so that the parent feels n times the current, and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Indices = npt.NDArray[np.int32]

ZERO_AREA = 100.0
"""The area NEURON gives to a node without membrane [um2]."""

OPEN_RI = 1e30
"""The axial resistance NEURON reports for a node without parent [MOhm]."""


@dataclass(frozen=True, eq=False, slots=True)
class Cable:
    """All trees of a model; roots come first, then section by section in NEURON's order, parents before children.

    Attributes:
        n_root: Number of trees; node r < n_root is the root of tree r.
        parent: Node of the parent, -1 for a root. (node,)
        area: Membrane area, `ZERO_AREA` where there is none. [um2] (node,)
        ri: Axial resistance to the parent, `OPEN_RI` for a root. [MOhm] (node,)
        a: Entry (parent, node) of the matrix, 0 for a root. [S/cm2] (node,)
        b: Entry (node, parent) of the matrix, 0 for a root. [S/cm2] (node,)
        has_membrane: Whether the node is a segment, with density mechanisms. (node,)
        cell: Tree of each node. (node,)
        row_of_node: Row of the table "node". (node,)
        node_of_row: Node of each row of the table "node", -1 where the row is not in use. (row,)
        sections: The sections (`SectionDecl`) in NEURON's order.
        section_of_node: Index into `sections`. (node,)
        slot_of_node: Slot of the section. (node,)
    """

    n_root: int
    parent: Indices
    area: Floats
    ri: Floats
    a: Floats
    b: Floats
    has_membrane: npt.NDArray[np.bool_]
    cell: Indices
    row_of_node: Indices
    node_of_row: Indices
    sections: tuple[Any, ...]
    section_of_node: Indices
    slot_of_node: Indices

    @property
    def n_node(self) -> int:
        """The number of nodes."""
        return len(self.parent)

    def __repr__(self) -> str:
        return f"<Cable: {self.n_root} trees, {len(self.sections)} sections, {self.n_node} nodes>"
