"""Which segments a diffusing state flows between, and over what distances: LONGITUDINAL_DIFFUSION.

Of two neighbours, segments of lengths l_i (child) and l_p (parent) whose centres are (l_i + l_p) / 2 apart, with the mean D of
their coefficients and volumes V a length:

    dx_i/dt = D (x_p - x_i) / (V_i l_i distance)        dx_p/dt = rallbranch D (x_i - x_p) / (V_p l_p distance)

A segment's parent is the next one that its section, or the section's parent at the place of connection, has; where that does
not have the mechanism, nothing flows.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from jneuron.ir.cable import Cable
from jneuron.lower.buckets import Arrangement
from jneuron.lower.groups import Group

Links = dict[str, npt.NDArray]


def diffusion_links(cable: Cable, arrangement: Arrangement, group: Group) -> Links:
    """Returns how the instances of a group are linked; nothing where no state of its type diffuses.

    Returns:
        "order", the instances with parents before children (instance,) int32; and in that order "parent", the position of the
        parent, -1 without one; "of_parent" and "of_child", 1 / (length distance) [1/um2], the first times rallbranch.
    """
    if not group.type.diffusion:
        return {}
    nodes = arrangement.node_at[group.nodes]
    order = np.argsort(nodes, kind="stable")
    position = {int(node): place for place, node in enumerate(nodes[order])}
    n = len(order)
    parent, of_parent, of_child = np.full(n, -1, np.int32), np.zeros(n), np.zeros(n)
    for node, place in position.items():
        above = position.get(_parent_segment(cable, node), -1)
        if above < 0:
            continue
        parent[place] = above
        own, other = _length(cable, node), _length(cable, int(nodes[order[above]]))
        distance = 0.5 * (own + other)
        branches = cable.sections[cable.section_of_node[node]].rallbranch if cable.slot_of_node[node] == 1 else 1.0
        of_parent[place], of_child[place] = branches / other / distance, 1.0 / own / distance
    return {"order": order.astype(np.int32), "parent": parent, "of_parent": of_parent, "of_child": of_child}


def _parent_segment(cable: Cable, node: int) -> int:
    """Returns the node of the segment next to a segment on its way to the root, -1 where there is none."""
    above = int(cable.parent[node])
    if above < 0 or cable.has_membrane[above]:
        return above
    if above >= cable.n_root:
        # the far end of a section: its last segment
        return int(cable.parent[above])
    # the root: the first segment of the section that begins there
    section = cable.sections[cable.section_of_node[above]]
    first = int(cable.node_of_row[section.node_start + 1])
    return first if first != node else -1


def _length(cable: Cable, node: int) -> float:
    section = cable.sections[cable.section_of_node[node]]
    return float(section.L) / section.nseg
