"""Writes expressions as Python in an array namespace."""

from __future__ import annotations

from jneuron.nmodl import ast

COMPARISONS = frozenset({"<", ">", "<=", ">=", "==", "!="})
_BINDING = {"||": 1, "&&": 2, "+": 4, "-": 4, "*": 5, "/": 5, "%": 5}
_UNARY_BINDING = 6
_ATOM = 9
_SMALL_POWER = 8


def is_condition(expression: ast.Expression) -> bool:
    """Whether an expression is a truth value by itself."""
    if isinstance(expression, ast.Binary):
        return expression.operator in COMPARISONS or expression.operator in ("&&", "||")
    return isinstance(expression, ast.Unary) and expression.operator == "!"


def literal(text: str) -> str:
    """Returns a number as a Python float."""
    return repr(float(text))


def small_power(expression: ast.Expression) -> int | None:
    """Returns the exponent of x^n where it is a small whole number in the text."""
    sign = 1
    if isinstance(expression, ast.Unary) and expression.operator == "-":
        sign, expression = -1, expression.operand
    if isinstance(expression, ast.Number) and expression.value.is_integer() and abs(expression.value) <= _SMALL_POWER:
        return sign * int(expression.value)
    return None


def parenthesise(text: str, binding: int, wanted: int) -> str:
    """Returns text in parentheses where it binds less tightly than wanted."""
    return f"({text})" if binding < wanted else text


def binding_of(operator: str) -> int:
    """Returns how tightly an arithmetic operator binds in Python."""
    return _BINDING[operator]


UNARY_BINDING = _UNARY_BINDING
ATOM = _ATOM
