"""LONGITUDINAL_DIFFUSION: for each state that diffuses, the coefficient and the volume of its compartment.

Both are expressions of the file, of the dimension of a cross-section times um2/ms and of a cross-section; the engine lets
the state diffuse along the trees of segments that have the mechanism.
"""

from __future__ import annotations

from dataclasses import dataclass

from jneuron.lang.visitor import walk
from jneuron.nmodl import ast
from jneuron.nmodl.passes.elements import elements_of
from jneuron.nmodl.passes.kinetic import volume_of
from jneuron.nmodl.passes.unroll import whole_number
from jneuron.nmodl.symbols import Symbols


@dataclass(frozen=True)
class DiffusionPlan:
    """One state, or element of one, that diffuses.

    Attributes:
        state: Its name.
        element: Its place in an array; None for a scalar.
        coefficient: What LONGITUDINAL_DIFFUSION says.
        volume: What COMPARTMENT says; 1 without one.
    """

    state: str
    element: int | None
    coefficient: ast.Expression
    volume: ast.Expression


def diffusion_plans(symbols: Symbols) -> list[DiffusionPlan]:
    """Returns what diffuses, in the order of the text."""
    plans = []
    for block in symbols.blocks.values():
        parts = [node for node in walk(block.body) if isinstance(node, ast.Compartment)]
        for node in parts:
            for state in node.states if node.longitudinal else ():
                for element in elements_of(ast.Name(state), symbols.state_names):
                    volumes = [volume_of(part, element) for part in parts if not part.longitudinal and state in part.states]
                    place = None if element.index is None else whole_number(element.index)
                    volume = volumes[-1] if volumes else ast.Number("1.0", span=node.span)
                    plans.append(DiffusionPlan(state, place, volume_of(node, element), volume))
    return plans
