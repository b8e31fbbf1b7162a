"""Elements of STATE arrays as scalars: solvers work on a list of scalar unknowns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from jneuron.base.errors import UnsupportedError
from jneuron.lang.visitor import rewrite
from jneuron.nmodl import ast
from jneuron.nmodl.passes.unroll import whole_number


def elements_of(name: ast.Name, lengths: Mapping[str, int]) -> list[ast.Name]:
    """Returns the elements that a state's name stands for: all of them where an array has no index."""
    length = lengths.get(name.name, 0)
    if length and name.index is None:
        return [replace(name, index=ast.Number(str(place))) for place in range(length)]
    return [name]


def scalar_name(element: ast.Name, block: str) -> str:
    """Returns the local variable that stands for a state or an element of one during the step; `block` for the message."""
    if element.index is None:
        return f"{element.name}_now"
    place = whole_number(element.index)
    if place is None:
        raise UnsupportedError(f"{element.name}[...] in the block {block}", "its index is not a known number")
    return f"{element.name}_{place}_now"


def with_scalars(body: ast.Block, lengths: Mapping[str, int], block: str) -> tuple[ast.Block, dict[str, ast.Name]]:
    """Returns a block in which elements of arrays are scalars, and the element that each of these stands for.

    Args:
        body: The block, its loops unrolled.
        lengths: Lengths of the states that are arrays; 0 for the others, which keep their names.
        block: Its name, for messages.
    """
    scalars: dict[str, ast.Name] = {}

    def change(node: object) -> object:
        if not isinstance(node, ast.Name) or not lengths.get(node.name):
            return node
        element = replace(node, index=node.index or ast.Number("0"), prime=0)
        name = scalar_name(element, block)
        scalars.setdefault(name, element)
        return replace(node, name=name, index=None)

    return rewrite(body, change), scalars
