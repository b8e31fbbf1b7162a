"""slope * state + rest."""

from __future__ import annotations

import pytest

from jneuron.lang.source import Source
from jneuron.nmodl import ast
from jneuron.nmodl.parser import parse
from jneuron.nmodl.passes.linear_parts import NonlinearError, linear_parts
from jneuron.nmodl.unparse import expression_text

X = ast.Name("x")


def parts(text: str) -> tuple[str | None, str | None]:
    (block,) = parse(Source("<test>", f"INITIAL {{ a = {text} }}")).items
    assert isinstance(block, ast.CodeBlock)
    statement = block.body.statements[0]
    assert isinstance(statement, ast.Assign)
    result = linear_parts(statement.value, X)
    return tuple(None if part is None else expression_text(part) for part in (result.slope, result.rest))


@pytest.mark.parametrize(
    ("text", "slope", "rest"),
    [
        ("p", None, "p"),
        ("-x/tau", "-1.0 / tau", None),
        ("(xinf - x)/tau", "-1.0 / tau", "xinf / tau"),
        ("a*(1 - x) - b*x", "a * -1.0 - b * 1.0", "a * 1"),
        ("p - x*q", "-(1.0 * q)", "p"),
        ("x*x", "1.0 * x + x * 1.0", None),
        ("-(p*(x - 1) + q)", "-(p * 1.0)", "-(p * -1 + q)"),
    ],
)
def test_parts_keep_the_grouping_of_the_text(text: str, slope: str | None, rest: str | None) -> None:
    assert parts(text) == (slope, rest)


@pytest.mark.parametrize("text", ["p/x", "exp(x)", "x^2", "x > 1"])
def test_other_places_of_the_state_are_not_linear(text: str) -> None:
    with pytest.raises(NonlinearError):
        parts(text)
