"""TABLEs: when they are filled, and what they may not be."""

from __future__ import annotations

import pytest

from jneuron.base.errors import ModSemanticError
from jneuron.nmodl.tests.compiling import compiled, run

OF_INSTANCE = """
NEURON { SUFFIX x RANGE a, b, shift }
PARAMETER { shift = 1 }
ASSIGNED { v a b }
BREAKPOINT { rates(v) }
PROCEDURE rates(v) { TABLE a, b DEPEND shift FROM 0 TO 10 WITH 5
    a = (v + shift)^2
    VERBATIM
    /* not thread-safe */
    ENDVERBATIM
}
"""


def test_each_instance_interpolates_between_its_own_values_where_a_table_depends_on_them() -> None:
    columns = {"v": [1.0, 1.0, -3.0, 20.0], "shift": [0.0, 1.0, 0.0, 0.0], "a": [0.0] * 4, "b": [0.0] * 4}
    found = run(compiled(OF_INSTANCE), "state", **columns, usetable=True, **{"table rates": [[0.0, 0.0]] * 6})
    assert found["a"].tolist() == [2.0, 5.0, 0.0, 100.0]


@pytest.mark.parametrize("count", ["0", "-1", "0.5", "1e400"])
def test_intervals_are_counted(count: str) -> None:
    with pytest.raises(ModSemanticError, match="a TABLE takes 1 to"):
        compiled(OF_INSTANCE.replace("WITH 5", f"WITH {count}"))


def test_only_tables_of_files_for_one_thread_wait_for_calls() -> None:
    safe = OF_INSTANCE.replace("VERBATIM\n    /* not thread-safe */\n    ENDVERBATIM", "")
    assert [compiled(text).tables[0].at_call for text in (OF_INSTANCE, safe)] == [True, False]
