"""NEURON's numbering of nodes.

Roots of trees come first, in order of creation. Then tree after tree, the sections of each breadth first; children of a
section follow one another by their distance from its connected end, of two at the same place the newer one first. Within a
section the nodes run from the connected end to the far one.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from jneuron.base.errors import HocError
from jneuron.model.model import Model
from jneuron.model.section import SectionDecl

Indices = npt.NDArray[np.int32]


class NodeOrder(NamedTuple):
    """Which slot of which section each node is; arrays as in `Cable`.

    Attributes:
        first_node: Node next to the connected end of each section. (section,)
    """

    n_root: int
    sections: tuple[SectionDecl, ...]
    first_node: Indices
    parent: Indices
    cell: Indices
    section_of_node: Indices
    slot_of_node: Indices
    row_of_node: Indices


def children_in_order(section: SectionDecl) -> list[SectionDecl]:
    """Returns the children as NEURON lists them."""
    return list(section.children[::-1])


def sections_of_tree(root: SectionDecl) -> list[SectionDecl]:
    """Returns the sections of the tree below and with `root`, breadth first."""
    sections = [root]
    for section in sections:
        sections.extend(section.children[::-1])
    return sections


def loop_error(section: SectionDecl) -> HocError:
    """Returns the error for a section that is its own ancestor."""
    return HocError(f"hocobj_call error: hoc_execerror: A loop exists involving section {section.full_name()}")


def refuse_loops(model: Model) -> None:
    """Raises HocError where sections are connected in a circle, which `connect` lets pass."""
    n_reached = sum(len(sections_of_tree(root)) for root in model.roots())
    if n_reached == len(model.sections):
        return
    for section in model.sections.values():
        above, n_up = section.parent, 0
        while above is not None and above is not section and n_up <= len(model.sections):
            above, n_up = above.parent, n_up + 1
        if above is section:
            raise loop_error(section)


def order_nodes(model: Model) -> NodeOrder:
    """Numbers the nodes of all trees; refuses a circle."""
    refuse_loops(model)
    # the sections, tree after tree
    sections: list[SectionDecl] = []
    tree_of_section: list[int] = []
    for tree, root in enumerate(model.roots()):
        members = sections_of_tree(root)
        sections.extend(members)
        tree_of_section.extend([tree] * len(members))
    n_root = tree_of_section[-1] + 1 if sections else 0

    # each section takes nseg + 1 nodes
    nseg = np.array([section.nseg for section in sections], np.int32)
    first_node = n_root + np.concatenate([[0], np.cumsum(nseg + 1)[:-1]]).astype(np.int32) if sections else nseg
    entry = _entry_nodes(sections, tree_of_section, first_node.tolist())

    # within a section each node follows its neighbour towards the connected end
    section_of_node = np.repeat(np.arange(len(sections), dtype=np.int32), nseg + 1)
    parent = np.arange(n_root - 1, n_root - 1 + len(section_of_node), dtype=np.int32)
    parent[first_node - n_root] = entry
    step = np.arange(len(section_of_node), dtype=np.int32) - (first_node - n_root)[section_of_node]
    reverse = np.array([section.child_x == 1.0 for section in sections], bool)
    slot = np.where(reverse[section_of_node], nseg[section_of_node] - step, step + 1)

    # a root is the connected end of a section without parent
    is_root = np.array([section.parent is None for section in sections], bool)
    root_section = np.flatnonzero(is_root).astype(np.int32)
    root_slot = np.where(reverse[root_section], nseg[root_section] + 1, 0)
    section_of_node = np.concatenate([root_section, section_of_node])
    slot_of_node = np.concatenate([root_slot, slot]).astype(np.int32)
    start = np.array([section.node_start for section in sections], np.int32)
    return NodeOrder(
        n_root=n_root,
        sections=tuple(sections),
        first_node=first_node,
        parent=np.concatenate([np.full(n_root, -1, np.int32), parent]),
        cell=np.array(tree_of_section, np.int32)[section_of_node],
        section_of_node=section_of_node,
        slot_of_node=slot_of_node,
        row_of_node=start[section_of_node] + slot_of_node,
    )


def _entry_nodes(sections: list[SectionDecl], tree_of_section: list[int], first_node: list[int]) -> list[int]:
    # the node of the parent that each section hangs on; parents come first, so that theirs is known
    index = {id(section): i for i, section in enumerate(sections)}
    entry: list[int] = []
    for i, section in enumerate(sections):
        parent = section.parent
        if parent is None:
            entry.append(tree_of_section[i])
            continue
        above = index[id(parent)]
        step = parent.slot(section.parent_x) - 1 if parent.child_x == 0.0 else parent.nseg - parent.slot(section.parent_x)
        entry.append(entry[above] if step < 0 else first_node[above] + step)
    return entry
