"""Text to tree, and tree to text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import jneuron.mech
from jneuron.base.errors import ModSyntaxError
from jneuron.lang.source import Source, decode, read_source
from jneuron.nmodl import ast
from jneuron.nmodl.parser import parse
from jneuron.nmodl.unparse import unparse

BUILT_IN = sorted((Path(jneuron.mech.__file__).parent / "mod").glob("*.mod"))


def module(text: str) -> ast.Module:
    return parse(Source("<test>", text))


def statements(text: str) -> tuple[ast.Statement, ...]:
    (item,) = module(f"INITIAL {{ {text} }}").items
    assert isinstance(item, ast.CodeBlock)
    return item.body.statements


def value(text: str) -> ast.Expression:
    (statement,) = statements(f"x = {text}")
    assert isinstance(statement, ast.Assign)
    return statement.value


@pytest.mark.parametrize("path", BUILT_IN, ids=lambda path: path.stem)
def test_built_in_files_survive_being_written_and_read(path: Path) -> None:
    tree = parse(read_source(path))
    assert parse(Source("<test>", unparse(tree))) == tree


def test_unary_minus_binds_tighter_than_times() -> None:
    assert value("-a*b") == ast.Binary("*", ast.Unary("-", ast.Name("a")), ast.Name("b"))


def test_power_groups_from_the_right_and_under_the_minus() -> None:
    power = ast.Binary("^", ast.Name("a"), ast.Binary("^", ast.Name("b"), ast.Name("c")))
    assert value("-a^b^c") == ast.Unary("-", power)


def test_several_statements_share_a_line() -> None:
    assert len(statements("a = 1 b = 2 (mV) c = f(a) - b")) == 3


def test_a_number_may_carry_a_unit() -> None:
    assert value("1 (1/ms) * 2") == ast.Binary("*", ast.Number("1", "1/ms"), ast.Number("2"))


def test_comments_nest_not_and_need_a_line_of_their_own_to_end() -> None:
    text = "COMMENT\nCOMMENT ENDCOMMENT in a line\nENDCOMMENT\nDEFINE N 3"
    assert module(text).items == (ast.Define("N", "3"),)


def test_old_line_ends_and_bytes_are_read() -> None:
    text = decode(b"TITLE d\xe9j\xe0 vu\rDEFINE N 3\r\n: comment\rDEFINE M 4")
    assert [type(item) for item in module(text).items] == [ast.Title, ast.Define, ast.Define]


def test_reaction_with_stoichiometry() -> None:
    (reaction,) = statements("~ 2 a + b[1] <-> c (k1, k2)")
    assert isinstance(reaction, ast.Reaction)
    assert reaction.left == (ast.Term(2, ast.Name("a")), ast.Term(1, ast.Name("b", ast.Number("1"))))


def test_rates_know_whether_they_stand_in_parentheses_of_their_own() -> None:
    text = "KINETIC k {\n    ~ a <-> b (x + 1, (x + 1))\n    ~ a <-> b ((x) + (1), x*2)\n    ~ a -> (x + 1)\n}\n"
    tree = module(text)
    (block,) = tree.items
    assert isinstance(block, ast.CodeBlock)
    assert [s.open_rates for s in block.body.statements if isinstance(s, ast.Reaction)] == [(True, False), (True, False), ()]
    assert module(unparse(tree)) == tree


def test_tilde_without_reaction_is_an_equation() -> None:
    (equation,) = statements("~ a + 2*b = c")
    assert isinstance(equation, ast.Equation)


def test_error_names_file_line_and_column() -> None:
    with pytest.raises(ModSyntaxError) as caught:
        module("INITIAL {\n  x = (3 +\n}")
    error = caught.value
    assert (error.filename, error.lineno, error.offset, error.text) == ("<test>", 3, 1, "}")


@pytest.mark.parametrize("text", ["COMMENT", "VERBATIM\nint i;", 'INCLUDE "a', "NEURON {", "BREAKPOINT { if (a) b = 1 }"])
def test_unfinished_text_is_a_syntax_error(text: str) -> None:
    with pytest.raises(ModSyntaxError):
        module(text)


NAMES = st.sampled_from(["a", "b", "m_1", "gNa", "v"])
LEAVES = st.one_of(
    NAMES.map(ast.Name),
    st.floats(0, 1e6).map(lambda number: ast.Number(repr(number))),
    st.builds(ast.Name, NAMES, st.integers(0, 9).map(lambda number: ast.Number(str(number)))),
)
OPERATORS = st.sampled_from(["+", "-", "*", "/", "^", "<", ">", "<=", ">=", "==", "!=", "&&", "||"])


def _larger(inner: st.SearchStrategy[ast.Expression]) -> st.SearchStrategy[ast.Expression]:
    return st.one_of(
        st.builds(ast.Binary, OPERATORS, inner, inner),
        st.builds(ast.Unary, st.sampled_from(["-", "!"]), inner),
        st.builds(ast.Call, st.sampled_from(["exp", "f"]), st.lists(inner, max_size=3).map(tuple)),
    )


EXPRESSIONS = st.recursive(LEAVES, _larger, max_leaves=6)
ASSIGNMENTS = st.builds(ast.Assign, NAMES.map(ast.Name), EXPRESSIONS)


def _nested(inner: st.SearchStrategy[ast.Statement]) -> st.SearchStrategy[ast.Statement]:
    blocks = st.lists(inner, max_size=3).map(lambda items: ast.Block(tuple(items)))
    return st.one_of(
        st.builds(ast.If, EXPRESSIONS, blocks, st.none() | blocks),
        st.builds(ast.While, EXPRESSIONS, blocks),
        st.builds(ast.From, NAMES, EXPRESSIONS, EXPRESSIONS, st.none(), blocks),
    )


STATEMENTS = st.recursive(ASSIGNMENTS, _nested, max_leaves=4)


@settings(deadline=None, max_examples=60)
@given(st.lists(STATEMENTS, max_size=3))
def test_trees_survive_being_written_and_read(drawn: list[ast.Statement]) -> None:
    tree = ast.Module((ast.CodeBlock("INITIAL", "", ast.Block(tuple(drawn))),))
    assert module(unparse(tree)) == tree
