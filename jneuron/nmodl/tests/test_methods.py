"""What each METHOD does to its states, against closed forms."""

from __future__ import annotations

import math

import numpy as np
import pytest

from jneuron.nmodl.support import call_procedure
from jneuron.nmodl.tests.compiling import compiled, run

DECAY = """NEURON {{ SUFFIX a }} STATE {{ x }} BREAKPOINT {{ SOLVE s METHOD {method} }} DERIVATIVE s {{ x' = -x }}"""


def test_runge_is_of_fourth_order() -> None:
    mechanism = compiled(DECAY.format(method="runge"))
    errors = []
    for dt in (0.2, 0.1):
        out = run(mechanism, "state", x=[1.0], dt=dt, t=0.0, secondorder=0.0)
        errors.append(abs(out["x"][0] - math.exp(-dt)))
    assert errors[0] / errors[1] == pytest.approx(32.0, rel=0.1)


@pytest.mark.parametrize("method", ["after_cvode", "cvode_t"])
def test_methods_of_cvode_leave_the_states(method: str) -> None:
    mechanism = compiled(DECAY.format(method=method))
    assert run(mechanism, "state", x=[1.0], dt=0.1, secondorder=0.0)["x"] == [1.0]


def test_elements_of_an_array_are_solved_together() -> None:
    mechanism = compiled(
        """NEURON { SUFFIX a } STATE { x[2] } BREAKPOINT { SOLVE s METHOD derivimplicit }
        DERIVATIVE s { x'[0] = -x[0] + x[1]  x'[1] = x[0] - x[1] }"""
    )
    x = run(mechanism, "state", x=[[1.0], [0.0]], dt=0.5, secondorder=0.0)["x"]
    # (1 - dt A) x = x_old
    assert x[:, 0] == pytest.approx(np.linalg.solve([[1.5, -0.5], [-0.5, 1.5]], [1.0, 0.0]), rel=1e-9)


def test_kinetic_block_by_euler_passes_over_conserve() -> None:
    mechanism = compiled(
        """NEURON { SUFFIX a } STATE { x y } BREAKPOINT { SOLVE s METHOD euler }
        KINETIC s { COMPARTMENT 2 { x } ~ x <-> y (3, 1) CONSERVE x + y = 7 }"""
    )
    out = run(mechanism, "state", x=[1.0], y=[0.5], dt=0.1, secondorder=0.0)
    assert out["x"] == pytest.approx([1.0 - 0.1 * 2.5 / 2])
    assert out["y"] == pytest.approx([0.5 + 0.1 * 2.5])


def test_a_local_may_hide_a_variable() -> None:
    mechanism = compiled(
        """NEURON { SUFFIX a RANGE x, y } ASSIGNED { v x y }
        INITIAL { x = 1 if (v > 0) { LOCAL x x = 5 y = x } else { y = x } x = x + 1 }"""
    )
    out = run(mechanism, "initial", v=[1.0, -1.0], x=[0.0, 0.0], y=[0.0, 0.0])
    assert np.broadcast_to(out["x"], 2).tolist() == [2.0, 2.0]
    assert out["y"].tolist() == [5.0, 1.0]


def test_a_function_may_call_itself() -> None:
    mechanism = compiled(
        """NEURON { SUFFIX a RANGE n, total } ASSIGNED { v n total }
        INITIAL { n = 0 total = sum(v) }
        FUNCTION sum(k) { n = n + 1 if (k <= 0) { sum = 0 } else { sum = k + sum(k - 1) } }"""
    )
    out = run(mechanism, "initial", v=[4.0, 0.0, 10.0], n=[0.0] * 3, total=[0.0] * 3)
    assert out["total"].tolist() == [10.0, 0.0, 55.0]
    assert out["n"].tolist() == [5.0, 1.0, 11.0]
    assert call_procedure(mechanism.functions["sum"], {"n": 0.0}, 3.0)[0] == 6.0


def test_goldman_current_vanishes_at_the_equilibrium_potential() -> None:
    mechanism = compiled("NEURON { SUFFIX a RANGE y } ASSIGNED { v celsius y } INITIAL { y = nrn_ghk(v, 1, 10, 2) }")
    potential = 1000 * 8.31446261815324 * 293.15 / (2 * 96485.33212331) * math.log(10)
    out = run(mechanism, "initial", v=[potential, 0.0], celsius=20.0, y=[0.0, 0.0])
    assert out["y"] == pytest.approx([0.0, 0.001 * 2 * 96485.33212331 * (1 - 10)], abs=1e-9, rel=1e-7)
