"""Systems of many unknowns are solved as those of few: the same arithmetic in another form."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from jneuron.nmodl import dense, solvers
from jneuron.nmodl.support import NUMPY_OPS


def test_the_stacked_form_gives_the_same_bits() -> None:
    random = np.random.default_rng(1)
    matrix, right = random.normal(size=(7, 7, 4)), random.normal(size=(7, 4))
    matrix[0, 0] = 0.0
    stacked = dense.solve_stacked(NUMPY_OPS, matrix, right)
    np.testing.assert_array_equal(stacked, np.array(dense._solve_written_out(NUMPY_OPS, matrix, right)))
    np.testing.assert_allclose(np.einsum("ijk,jk->ik", matrix, stacked), right, rtol=1e-9)


def test_a_stacked_system_of_one_instance_needs_no_axis() -> None:
    random = np.random.default_rng(2)
    matrix, right = random.normal(size=(6, 6)), random.normal(size=6)
    solution = dense.solve_dense(NUMPY_OPS, matrix.tolist(), right.tolist())
    np.testing.assert_allclose(solution, np.linalg.solve(matrix, right), rtol=1e-9)


def test_newton_takes_the_same_steps_in_both_forms(monkeypatch: pytest.MonkeyPatch) -> None:
    def residual(unknowns: Any) -> Any:
        return tuple(u * u - 2.0 - 0.1 * k * unknowns[k - 1] for k, u in enumerate(unknowns))

    start = [np.array([1.0 + k, 2.0]) for k in range(7)]
    in_turn = solvers.newton(NUMPY_OPS, residual, start)
    monkeypatch.setattr(solvers, "MOST_WRITTEN_OUT", 7)
    monkeypatch.setattr(dense, "MOST_WRITTEN_OUT", 7)
    np.testing.assert_array_equal(in_turn, solvers.newton(NUMPY_OPS, residual, start))
