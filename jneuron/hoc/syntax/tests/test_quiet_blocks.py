"""Which blocks of sections are written without the section stack."""

from __future__ import annotations

import pytest

from jneuron.hoc.syntax.emit.statements import emit_statement
from jneuron.hoc.syntax.tests.hoc_names import FixedNames, parsed


def _emitted(text: str) -> str:
    return emit_statement(parsed(text), FixedNames()).text


@pytest.mark.parametrize(
    "body",
    ["v = -65", "x = v(.2)", "insert hh", "for (y) v(y) = sqrt(y)", "dend { v = 1 }", "x = dend.v(.5)", "x = other.x[3]"],
)
def test_range_variables_leave_the_stack_alone(body: str) -> None:
    assert "_stack" not in _emitted(f"soma {{ {body} }}\n")


@pytest.mark.parametrize("body", ["go()", "x = value(v)", "x = obj.size", "obj.append()", "obj = new List()", "access dend"])
def test_what_may_look_at_the_stack_finds_the_section_there(body: str) -> None:
    assert "_stack.append" in _emitted(f"soma {{ {body} }}\n")


def test_the_inner_section_is_meant_inside_and_the_outer_one_again_after_it() -> None:
    lines = [line.strip() for line in _emitted("soma { dend { v = 1 } v = 2 }\n").splitlines()]
    outer, inner = (line.partition(" = ")[0] for line in lines if line.endswith(".decl"))
    assert [line for line in lines if line.startswith("_w_v")] == [f"_w_v({inner}, None, 1.0)", f"_w_v({outer}, None, 2.0)"]
