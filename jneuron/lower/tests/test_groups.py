"""Which kernels run on one instance after another."""

from __future__ import annotations

import pytest

from jneuron.lower.groups import kernels_in_order
from jneuron.nmodl.tests.compiling import compiled

WITH_TABLE = """
NEURON {{ SUFFIX x RANGE a GLOBAL q }}
ASSIGNED {{ v a b q }}
INITIAL {{ {before} rates(v) }}
PROCEDURE rates(v) {{ TABLE a FROM 0 TO 10 WITH 5
    q = 2
    a = q * v
}}
"""


@pytest.mark.parametrize(
    ("before", "expected"), [("", frozenset()), ("b = q", {"initial"}), ("q = q + 1", {"initial"}), ("q = 1", frozenset())]
)
def test_a_global_puts_instances_in_order_where_one_uses_what_another_has_set(before: str, expected: frozenset[str]) -> None:
    type_ = compiled(WITH_TABLE.format(before=before))
    assert kernels_in_order(type_, 2, overlap=False) == expected
