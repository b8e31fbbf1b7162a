"""LINEAR and NONLINEAR blocks: equations `~ left = right` for the states in them."""

from __future__ import annotations

from jneuron.lang.diagnostics import Diagnostics
from jneuron.lang.source import Span
from jneuron.lang.visitor import rewrite, walk
from jneuron.nmodl import ast
from jneuron.nmodl.lowered import LinearSolve, Newton
from jneuron.nmodl.passes.elements import elements_of, with_scalars
from jneuron.nmodl.passes.linear_parts import NonlinearError, linear_parts, mentions
from jneuron.nmodl.passes.unroll import unroll
from jneuron.nmodl.symbols import Symbols


def unknowns_of(block: ast.CodeBlock, symbols: Symbols) -> tuple[ast.Name, ...]:
    """Returns the states that the equations of a block hold, in the order of declaration; an array with all its elements."""
    found = {
        inner.name
        for node in walk(block.body)
        if isinstance(node, ast.Equation)
        for inner in walk(node)
        if isinstance(inner, ast.Name)
    }
    chosen = [name for name in symbols.state_names if name in found and (not block.solve_for or name in block.solve_for)]
    return tuple(element for name in chosen for element in elements_of(ast.Name(name), symbols.state_names))


def _count(equations: list[str]) -> str:
    return f"{len(equations)} equation{'s' * (len(equations) != 1)}"


def _with_scalars(
    block: ast.CodeBlock, unknowns: tuple[ast.Name, ...], symbols: Symbols
) -> tuple[ast.Block, dict[str, ast.Name], tuple[ast.Name, ...]]:
    """Returns the body with scalars for elements of arrays, the element behind each of these, and the unknowns so."""
    body, scalars = with_scalars(unroll(block.body), symbols.state_names, block.name)
    of_element = {(element.name, element.index): name for name, element in scalars.items()}
    named = tuple(ast.Name(of_element.get((unknown.name, unknown.index), unknown.name)) for unknown in unknowns)
    return body, scalars, named


def _taken_out(scalars: dict[str, ast.Name], span: Span) -> tuple[ast.Statement, ...]:
    local = ast.Local(tuple(ast.LocalName(name) for name in scalars))
    return (local, *(ast.Assign(ast.Name(name, span=span), element, span) for name, element in scalars.items()))


def _put_back(scalars: dict[str, ast.Name], span: Span) -> tuple[ast.Statement, ...]:
    return tuple(ast.Assign(element, ast.Name(name, span=span), span) for name, element in scalars.items())


def solve_linear(block: ast.CodeBlock, symbols: Symbols, diagnostics: Diagnostics) -> ast.Block:
    """Returns the statements that solve a LINEAR block."""
    unknowns = unknowns_of(block, symbols)
    entries: list[tuple[int, int, str]] = []
    right: list[str] = []

    def change(node: object) -> object:
        if not isinstance(node, ast.Equation):
            return node
        row = len(right)
        right.append(f"right_{row}")
        statements, columns = _linear_equation(node, unknowns, row, diagnostics)
        entries.extend((row, column, f"matrix_{row}_{column}") for column in columns)
        return statements

    plain, scalars, unknowns = _with_scalars(block, unknowns, symbols)
    body = rewrite(plain, change)
    if len(right) != len(unknowns):
        diagnostics.error(block.span, f"{block.name} has {_count(right)} for {len(unknowns)} unknowns")
    local = ast.Local(tuple(ast.LocalName(name) for name in (*(entry[2] for entry in entries), *right)))
    if not unknowns:
        return ast.Block((local, *body.statements), block.span)
    solve = LinearSolve(unknowns, body, tuple(entries), tuple(right), block.span)
    return ast.Block((local, *_taken_out(scalars, block.span), solve, *_put_back(scalars, block.span)), block.span)


def _linear_equation(
    equation: ast.Equation, unknowns: tuple[ast.Name, ...], row: int, diagnostics: Diagnostics
) -> tuple[tuple[ast.Statement, ...], list[int]]:
    """Returns assignments to the entries of one row, and which columns it has."""
    span = equation.span
    rest: ast.Expression | None = ast.Binary("-", equation.left, equation.right, span)
    statements: list[ast.Statement] = []
    columns: list[int] = []
    for column, unknown in enumerate(unknowns):
        try:
            parts = linear_parts(rest, unknown) if rest is not None else None
        except NonlinearError:
            parts = None
            diagnostics.error(span, f"the equation is not linear in {unknown.name}")
        if parts is None or parts.slope is None:
            continue
        if any(mentions(parts.slope, other) for other in unknowns):
            diagnostics.error(span, f"the equation is not linear in {unknown.name}")
        statements.append(ast.Assign(ast.Name(f"matrix_{row}_{column}", span=span), parts.slope, span))
        columns.append(column)
        rest = parts.rest
    negative = ast.Unary("-", rest, span) if rest is not None else ast.Number("0.0")
    statements.append(ast.Assign(ast.Name(f"right_{row}", span=span), negative, span))
    return tuple(statements), columns


def solve_nonlinear(block: ast.CodeBlock, symbols: Symbols, diagnostics: Diagnostics) -> ast.Block:
    """Returns the statements that solve a NONLINEAR block, from the present values of its states."""
    unknowns = unknowns_of(block, symbols)
    residuals: list[str] = []

    def change(node: object) -> object:
        if not isinstance(node, ast.Equation):
            return node
        residuals.append(f"residual_{len(residuals)}")
        difference = ast.Binary("-", node.right, node.left, node.span)
        return ast.Assign(ast.Name(residuals[-1], span=node.span), difference, node.span)

    plain, scalars, unknowns = _with_scalars(block, unknowns, symbols)
    body = rewrite(plain, change)
    if len(residuals) != len(unknowns):
        diagnostics.error(block.span, f"{block.name} has {_count(residuals)} for {len(unknowns)} unknowns")
    local = ast.Local(tuple(ast.LocalName(name) for name in residuals))
    if not unknowns:
        return ast.Block((local, *body.statements), block.span)
    solve = Newton(unknowns, body, tuple(residuals), block.span)
    return ast.Block((local, *_taken_out(scalars, block.span), solve, *_put_back(scalars, block.span)), block.span)
