"""Unrolls FROM loops whose bounds are known, so that equations in them get numbers for indices."""

from __future__ import annotations

from jneuron.lang.visitor import rewrite
from jneuron.nmodl import ast


def whole_number(expression: ast.Expression) -> int | None:
    """Returns the value of an expression of whole numbers, None for any other."""
    match expression:
        case ast.Number() if expression.value.is_integer():
            return int(expression.value)
        case ast.Unary(operator="-"):
            value = whole_number(expression.operand)
            return None if value is None else -value
        case ast.Binary(operator="+" | "-" | "*"):
            left, right = whole_number(expression.left), whole_number(expression.right)
            if left is None or right is None:
                return None
            return {"+": left + right, "-": left - right, "*": left * right}[expression.operator]
    return None


def substitute(node: ast.Statement, name: str, value: int) -> ast.Statement:
    """Returns a statement with a number in the place of a loop's variable, and indices worked out."""

    def change(inner: object) -> object:
        if isinstance(inner, ast.Name):
            if inner.name == name and inner.index is None:
                return ast.Number(str(value), "", inner.span)
            if inner.index is not None:
                index = whole_number(inner.index)
                if index is not None:
                    return ast.Name(inner.name, ast.Number(str(index)), inner.prime, inner.span)
        return inner

    return rewrite(node, change)


def unroll(block: ast.Block) -> ast.Block:
    """Returns a block without FROM loops of known bounds."""
    statements: list[ast.Statement] = []
    for statement in block.statements:
        if isinstance(statement, ast.From):
            statements.extend(_unroll_loop(statement))
        elif isinstance(statement, ast.If):
            other = unroll(statement.other) if statement.other is not None else None
            statements.append(ast.If(statement.condition, unroll(statement.then), other, statement.span))
        elif isinstance(statement, ast.Block):
            statements.append(unroll(statement))
        else:
            statements.append(substitute(statement, "", 0))
    return ast.Block(tuple(statements), block.span)


def _unroll_loop(loop: ast.From) -> list[ast.Statement]:
    first, last = whole_number(loop.first), whole_number(loop.last)
    step = 1 if loop.step is None else whole_number(loop.step)
    if first is None or last is None or not step:
        return [loop]
    statements: list[ast.Statement] = []
    for value in range(first, last + 1, step):
        body = ast.Block(tuple(substitute(inner, loop.variable, value) for inner in loop.body.statements), loop.body.span)
        statements.extend(unroll(body).statements)
    return statements
