"""Diffusion of states along the trees of segments, one implicit step after the states have advanced.

For the equations see `jneuron.lower.diffusion`; the matrix couples each instance to its parent only and is solved by
elimination from the leaves up, as the voltages' is.
"""

from __future__ import annotations

from typing import Any

from jneuron.engine.frame import Frame
from jneuron.engine.in_order import put
from jneuron.ir.mechanism_type import Diffusion

Array = Any


def diffuse_states(frame: Frame) -> None:
    """Lets every state with LONGITUDINAL_DIFFUSION diffuse for one step."""
    for g, spec in enumerate(frame.program.groups):
        for diffusion in spec.type.diffusion if spec.n_instance else ():
            _diffuse(frame, g, diffusion)


def _diffuse(frame: Frame, g: int, diffusion: Diffusion) -> None:
    xp, links = frame.xp, frame.params.diffusion[g]
    order, parent = links["order"], links["parent"]
    outputs = diffusion.kernel.function(frame.ops, frame.inputs(g, diffusion.kernel.reads))
    n = order.shape[0]
    coefficient, volume = (xp.broadcast_to(outputs[name], (n,))[order] for name in ("coefficient", "volume"))
    name, element = diffusion.state, diffusion.element
    column = frame.inputs(g, (name,))[name]
    present = (column if element is None else column[element])[order]

    # entries (parent, child) and (child, parent)
    has_parent = parent >= 0
    above = xp.maximum(parent, 0)
    mean = (coefficient + coefficient[above]) / 2.0
    a = xp.where(has_parent, -links["of_parent"] * mean / volume[above], 0.0)
    b = xp.where(has_parent, -links["of_child"] * mean / volume, 0.0)
    per_dt = 1.0 / frame.params.hoc["dt"]
    diagonal = _subtract_at(frame, per_dt - b, above, a)
    solved = _solve(frame, parent, a, b, diagonal, present * per_dt)

    values = put_in_order(xp, present, order, solved)
    if element is not None:
        values = put_element(xp, column, element, values)
    frame.absorb(g, {name: values})


def _subtract_at(frame: Frame, diagonal: Array, above: Array, a: Array) -> Array:
    """Returns the diagonal with each child's entry taken off its parent's."""

    def turn(carry: Any) -> Any:
        i, diagonal = carry
        return i + 1, put(frame.xp, diagonal, above[i], diagonal[above[i]] - a[i])

    return frame.ops.repeat(a.shape[0], turn, (0, diagonal))[1]


def _solve(frame: Frame, parent: Array, a: Array, b: Array, diagonal: Array, rhs: Array) -> Array:
    """Returns the solution; rows are in an order with parents before children."""
    xp, n = frame.xp, a.shape[0]
    above = xp.maximum(parent, 0)

    # fold each row into its parent's, from the leaves up; a and b are 0 where there is none
    def fold(carry: Any) -> Any:
        i, diagonal, rhs = carry
        factor = a[i] / diagonal[i]
        diagonal = put(xp, diagonal, above[i], diagonal[above[i]] - factor * b[i])
        rhs = put(xp, rhs, above[i], rhs[above[i]] - factor * rhs[i])
        return i - 1, diagonal, rhs

    _, diagonal, rhs = frame.ops.repeat(n, fold, (n - 1, diagonal, rhs))

    def substitute(carry: Any) -> Any:
        i, x = carry
        return i + 1, put(xp, x, i, (x[i] - b[i] * x[above[i]]) / diagonal[i])

    return frame.ops.repeat(n, substitute, (0, rhs))[1]


def put_in_order(xp: Any, column: Array, order: Array, values: Array) -> Array:
    """Returns values that stand in `order` back in the places of the instances."""
    return put(xp, xp.zeros_like(column), order, values)


def put_element(xp: Any, column: Array, element: int, values: Array) -> Array:
    """Returns an array variable with one element of every instance replaced."""
    if hasattr(column, "at"):
        return column.at[element].set(values)
    column = column.copy()
    column[element] = values
    return column
