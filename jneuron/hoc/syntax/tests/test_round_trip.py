"""What is written from a tree is read as the same tree."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jneuron.hoc.syntax import ast
from jneuron.hoc.syntax.errors import SyntaxProblem
from jneuron.hoc.syntax.parser import Parser
from jneuron.hoc.syntax.tests.hoc_names import FixedNames, parsed
from jneuron.hoc.syntax.unparse import unparse

numbers = st.sampled_from(["0", "1", "2.5", "1e-3", ".5", "7."]).map(ast.Number)
places = st.sampled_from([ast.Name("x"), ast.Name("y"), ast.Name("arr", (ast.Number("1"),)), ast.Name("v")])


def _compound(inner: st.SearchStrategy[ast.Expression]) -> st.SearchStrategy[Any]:
    operators = st.sampled_from(["+", "-", "*", "/", "%", "^", "==", "!=", "<", "<=", ">", ">=", "&&", "||"])
    return st.one_of(
        st.builds(ast.Binary, operators, inner, inner),
        st.builds(ast.Unary, st.sampled_from(["-", "!"]), inner),
        st.builds(lambda argument: ast.Call("value", (argument,)), inner),
        st.builds(lambda index: ast.Name("arr", (index,)), inner),
        st.builds(lambda argument: ast.Member(ast.Name("obj"), "f", (), (argument,)), inner),
        st.builds(lambda x: ast.Member(ast.Name("soma"), "v", (), (x,)), inner),
    )


expressions: st.SearchStrategy[Any] = st.recursive(st.one_of(numbers, places), _compound, max_leaves=8)
assignments = st.builds(ast.Assignment, places, st.sampled_from(["=", "+=", "-=", "*=", "/="]), expressions)


def _with_bodies(inner: st.SearchStrategy[ast.Statement]) -> st.SearchStrategy[Any]:
    blocks = st.lists(inner, max_size=3).map(lambda body: ast.Block(0, tuple(body)))
    return st.one_of(
        st.builds(ast.If, st.just(0), expressions, blocks, st.one_of(st.none(), blocks)),
        st.builds(ast.While, st.just(0), expressions, blocks),
        st.builds(ast.ForRange, st.just(0), st.just(ast.Name("i")), expressions, expressions, blocks),
        st.builds(ast.SectionStatement, st.just(0), st.just(ast.Name("soma")), blocks),
        st.builds(ast.ForAll, st.just(0), st.just("forall"), st.none(), blocks),
        st.builds(ast.ForIterator, st.just(0), st.just(ast.Call("each", (ast.Number("1"),))), blocks),
    )


simple: st.SearchStrategy[Any] = st.one_of(
    st.builds(ast.ExpressionStatement, st.just(0), assignments),
    st.builds(ast.Print, st.just(0), st.lists(expressions, min_size=1, max_size=3).map(tuple)),
    st.just(ast.Insert(0, "insert", "hh")),
    st.just(ast.ExpressionStatement(0, ast.Assignment(ast.Name("text"), "=", ast.Text('a "quoted"\n\tword\\')))),
    st.just(ast.Connect(0, ast.Name("dend"), ast.Number("0"), ast.Name("soma"), ast.Number("1"))),
)
statements: st.SearchStrategy[Any] = st.recursive(simple, _with_bodies, max_leaves=6)


def without_lines(node: Any) -> Any:
    """Returns a tree with every line number zero."""
    if isinstance(node, tuple):
        return tuple(without_lines(item) for item in node)
    if not is_dataclass(node) or isinstance(node, type):
        return node
    new = {field.name: without_lines(getattr(node, field.name)) for field in fields(node)}
    return replace(node, **{**new, **({"line": 0} if "line" in new else {})})


@given(statements)
@settings(max_examples=300, deadline=None)
def test_written_statement_is_read_as_the_same_tree(statement: ast.Statement) -> None:
    assert without_lines(parsed(unparse(statement))) == statement


@given(st.text(alphabet='xyi soma(){}[]=+-*/^<>&|!.,:;"$\n\\0123e_hproc', max_size=60))
@settings(max_examples=500, deadline=None)
def test_nonsense_is_a_syntax_problem_or_a_statement(text: str) -> None:
    try:
        parser = Parser(text, FixedNames())
        while parser.next_statement() is not None:
            pass
    except SyntaxProblem as problem:
        assert 0 <= problem.place <= len(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [("x = -2^2", "-(2^2)"), ("x = 2^3^2", "2^(3^2)"), ("x = 1 - 2 - 3", "(1 - 2) - 3"), ("x = !y == 2", "(!y) == 2")],
)
def test_operators_bind_as_in_hoc(text: str, value: str) -> None:
    assert without_lines(parsed(text)) == without_lines(parsed(f"x = {value}"))


def test_rows_of_calls_with_numbers_become_one_node() -> None:
    block = parsed("soma {\n sqrt(1)\n sqrt(-2.5)\n sqrt(3e2)\n sqrt(4)\n}")
    assert isinstance(block, ast.SectionStatement)
    assert isinstance(block.body, ast.Block)
    (run,) = block.body.body
    assert isinstance(run, ast.CallRun)
    assert run.rows == ((1.0,), (-2.5,), (300.0,), (4.0,))
