"""Splits the right side of a differential equation into  slope * state + rest,  the way NEURON does.

NEURON differentiates the text as written and keeps its grouping, so that the numbers agree to rounding; a product of two
factors that both hold the state counts by the product rule, with a rest of nothing.

Order: the grouping of the results follows the grouping of the text, with terms that vanish left out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from jneuron.nmodl import ast


@dataclass(frozen=True)
class LinearParts:
    """An expression seen as a function of one state.

    Attributes:
        slope: Derivative with respect to the state; None for zero.
        rest: Value where the state is zero; None for zero.
        product: Whether a product of two factors with the state was met: the rest is then nothing at all.
    """

    slope: ast.Expression | None
    rest: ast.Expression | None
    product: bool = False


class NonlinearError(Exception):
    """The state stands where the expression is not linear in it."""


def linear_parts(expression: ast.Expression, state: ast.Name) -> LinearParts:
    """Returns the parts of `expression` with respect to `state`.

    Raises:
        NonlinearError: The state is in a divisor, a power, a comparison or the argument of a function.
    """
    match expression:
        case ast.Name() if _same(expression, state):
            return LinearParts(ast.Number("1.0", span=expression.span), None)
        case ast.Unary(operator="-"):
            return _negated(linear_parts(expression.operand, state), expression)
        case ast.Binary(operator="+" | "-"):
            return _sum(expression, state)
        case ast.Binary(operator="*"):
            return _product(expression, state)
        case ast.Binary(operator="/"):
            return _quotient(expression, state)
    if mentions(expression, state):
        raise NonlinearError
    return LinearParts(None, expression)


def _same(name: ast.Name, state: ast.Name) -> bool:
    return name.name == state.name and name.index == state.index


def mentions(expression: ast.Expression | None, state: ast.Name) -> bool:
    """Whether an expression holds the state."""
    match expression:
        case ast.Name():
            return _same(expression, state) or mentions(expression.index, state)
        case ast.Call():
            return any(mentions(argument, state) for argument in expression.arguments)
        case ast.Unary():
            return mentions(expression.operand, state)
        case ast.Binary():
            return mentions(expression.left, state) or mentions(expression.right, state)
    return False


def _negate(part: ast.Expression | None, span: ast.Expression) -> ast.Expression | None:
    return None if part is None else ast.Unary("-", part, span.span)


def _negated(parts: LinearParts, expression: ast.Expression) -> LinearParts:
    return replace(parts, slope=_negate(parts.slope, expression), rest=_negate(parts.rest, expression))


def _sum(expression: ast.Binary, state: ast.Name) -> LinearParts:
    left, right = linear_parts(expression.left, state), linear_parts(expression.right, state)

    def combine(a: ast.Expression | None, b: ast.Expression | None) -> ast.Expression | None:
        if b is None:
            return a
        if a is None:
            return b if expression.operator == "+" else _negate(b, expression)
        return ast.Binary(expression.operator, a, b, expression.span)

    return LinearParts(combine(left.slope, right.slope), combine(left.rest, right.rest), left.product or right.product)


def _product(expression: ast.Binary, state: ast.Name) -> LinearParts:
    left, right = linear_parts(expression.left, state), linear_parts(expression.right, state)
    span = expression.span
    a = ast.Binary("*", left.slope, expression.right, span) if left.slope else None
    b = ast.Binary("*", expression.left, right.slope, span) if right.slope else None
    slope = ast.Binary("+", a, b, span) if a and b else a or b
    rest = ast.Binary("*", left.rest, right.rest, span) if left.rest and right.rest else None
    return LinearParts(slope, rest, left.product or right.product or bool(a and b))


def _quotient(expression: ast.Binary, state: ast.Name) -> LinearParts:
    if mentions(expression.right, state):
        raise NonlinearError
    left = linear_parts(expression.left, state)
    slope = ast.Binary("/", left.slope, expression.right, expression.span) if left.slope else None
    rest = ast.Binary("/", left.rest, expression.right, expression.span) if left.rest else None
    return LinearParts(slope, rest, left.product)
