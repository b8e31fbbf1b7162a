"""Nodes that passes put in the place of NMODL's own constructs; never parsed, never written by a user."""

from __future__ import annotations

from dataclasses import field

from jneuron.lang.source import NOWHERE, Span
from jneuron.nmodl import ast
from jneuron.nmodl.ast import node


@node
class TableLookup:
    """The body of a FUNCTION or PROCEDURE with a TABLE: looked up, or computed by `exact` where usetable is 0.

    Attributes:
        key: Name under which the columns of the table reach the code.
        exact: Name of the function that computes without table.
        argument: Name of the argument.
        outputs: Variables that are tabulated, with the lengths of those that are arrays (0 for a scalar).
        depends: Names whose change refills it.
        at_call: Whether NEURON looks at them at each call, so that what INITIAL sets before it counts.
    """

    key: str
    exact: str
    argument: str
    outputs: tuple[tuple[str, int], ...]
    low: ast.Expression
    high: ast.Expression
    intervals: int
    depends: tuple[str, ...]
    at_call: bool
    span: Span = field(default=NOWHERE, compare=False)


@node
class Newton:
    """Finds `unknowns` for which `body` leaves zero in all `residuals`; afterwards `body` has run at the solution."""

    unknowns: tuple[ast.Name, ...]
    body: ast.Block
    residuals: tuple[str, ...]
    span: Span = field(default=NOWHERE, compare=False)


@node
class Sparse:
    """Steps a KINETIC block implicitly: repeats `states += solution(matrix, right side)` until the changes are small.

    Attributes:
        states: The states, in NEURON's order.
        body: Sets the names in `matrix` and `right`, one entry each, and whatever the user's block sets.
        matrix: (row, column, name of the entry).
        right: Name of the right side of each row.
        linear: Whether one iteration is enough; otherwise states are kept from going below zero.
        steady_state: Whether the steady state is wanted instead of a step.
    """

    states: tuple[ast.Name, ...]
    body: ast.Block
    matrix: tuple[tuple[int, int, str], ...]
    right: tuple[str, ...]
    linear: bool
    steady_state: bool = False
    span: Span = field(default=NOWHERE, compare=False)


@node
class LinearSolve:
    """Solves linear equations for `unknowns`; `body` sets the entries of the matrix and of the right side."""

    unknowns: tuple[ast.Name, ...]
    body: ast.Block
    matrix: tuple[tuple[int, int, str], ...]
    right: tuple[str, ...]
    span: Span = field(default=NOWHERE, compare=False)
