"""From the model's sections to the matrix coefficients of all nodes."""

from __future__ import annotations

from dataclasses import fields

import numpy as np

from jneuron.geometry.node_order import order_nodes
from jneuron.geometry.segments import measure
from jneuron.ir.cable import Cable
from jneuron.model.model import Model


def discretise(model: Model) -> Cable:
    """Returns the discretised trees; areas, resistances and diameters in the tables are worked out anew on the way."""
    order = order_nodes(model)
    measure(model, order.sections)
    rows, parent, n_root = order.row_of_node, order.parent, order.n_root
    area = model.tables["node"].column("area")[rows]
    ri = model.tables["node"].column("ri")[rows]

    # coefficients of the matrix; a root has none
    branches = np.ones(len(parent))
    branches[order.first_node] = [section.rallbranch for section in order.sections]
    conductance = 1.0 / ri[n_root:]
    a, b = np.zeros(len(parent)), np.zeros(len(parent))
    a[n_root:] = -1e2 * branches[n_root:] * conductance / area[parent[n_root:]]
    b[n_root:] = -1e2 * conductance / area[n_root:]

    nseg = np.array([section.nseg for section in order.sections], np.int32)[order.section_of_node]
    node_of_row = np.full(len(model.tables["node"]), -1, np.int32)
    node_of_row[rows] = np.arange(len(rows), dtype=np.int32)
    cable = Cable(
        n_root=n_root,
        parent=parent,
        area=area,
        ri=ri,
        a=a,
        b=b,
        has_membrane=(order.slot_of_node >= 1) & (order.slot_of_node <= nseg),
        cell=order.cell,
        row_of_node=rows,
        node_of_row=node_of_row,
        sections=order.sections,
        section_of_node=order.section_of_node,
        slot_of_node=order.slot_of_node,
    )
    for field in fields(Cable):
        value = getattr(cable, field.name)
        if isinstance(value, np.ndarray):
            value.flags.writeable = False
    return cable
