"""Linear analysis: voltages of all nodes for a small sinusoidal current into one of them.

At angular frequency w every node's row reads

    (g_i + 1e-3 j w cm_i - b_i - sum of a_c over children c) v_i + b_i v_parent + sum of a_c v_c = 100 I_i / area_i

with g the conductance of its mechanisms at the present state [S/cm2], cm [uF/cm2], w [1/ms], I [nA], and a, b as in
`ir.cable`. What gating does at this frequency is left out.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from jneuron.engine.currents import membrane_currents
from jneuron.ir.cable import Cable

if TYPE_CHECKING:
    from jneuron.session.session import Session

Complexes = npt.NDArray[np.complex128]


@dataclass(frozen=True, eq=False, slots=True)
class LinearTree:
    """The trees at one frequency, with the elimination towards the roots done.

    Attributes:
        cable: The trees.
        pivot: Diagonal after the elimination [S/cm2]. (node,)
        node_of_row: Node of each row of the table "node".
    """

    cable: Cable
    pivot: Complexes
    node_of_row: dict[int, int]

    def response(self, node: int) -> Complexes:
        """Returns the voltage of every node for a current into one [MOhm]. (node,)"""
        cable = self.cable
        parent, a, b, n_root = cable.parent.tolist(), cable.a, cable.b, cable.n_root
        rhs = np.zeros(cable.n_node, np.complex128)
        rhs[node] = 100.0 / cable.area[node]
        # only the nodes between the current and the root have anything to eliminate
        at = node
        while at >= n_root:
            rhs[parent[at]] -= a[at] / self.pivot[at] * rhs[at]
            at = parent[at]
        v = rhs / self.pivot
        for i in range(n_root, cable.n_node):
            v[i] -= b[i] / self.pivot[i] * v[parent[i]]
        return v


def linear_tree(session: Session, frequency: float) -> LinearTree:
    """Returns the trees at a frequency [Hz] and the present state."""
    simulation = session.simulation
    lowered = simulation.prepare()
    cable = simulation.discretised()
    frame = simulation.host_frame()
    with np.errstate(all="ignore"):
        conductance = membrane_currents(frame).diagonal
    rows = lowered.layout.rows["node"]
    g = _by_node(cable, rows, conductance)
    cm = _by_node(cable, rows, frame.params.cable["cm"])
    omega = 2.0 * math.pi * frequency / 1000.0
    pivot: Complexes = (g + 0.001j * omega * cm - cable.b).astype(np.complex128)
    parent, n_root = cable.parent.tolist(), cable.n_root
    np.subtract.at(pivot, cable.parent[n_root:], cable.a[n_root:])
    for i in range(cable.n_node - 1, n_root - 1, -1):
        pivot[parent[i]] -= cable.a[i] * cable.b[i] / pivot[i]
    return LinearTree(cable, pivot, {int(row): node for node, row in enumerate(cable.row_of_node)})


def _by_node(cable: Cable, rows: Any, values: Any) -> npt.NDArray[np.float64]:
    """Returns a program's column in the order of the cable's nodes."""
    here = rows >= 0
    by_row = np.zeros(len(cable.node_of_row))
    by_row[rows[here]] = np.broadcast_to(np.asarray(values), rows.shape)[here]
    return by_row[cable.row_of_node]
