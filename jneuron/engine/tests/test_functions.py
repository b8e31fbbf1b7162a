"""TABLE look-up, polylines and Nernst potentials at their limits."""

from __future__ import annotations

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from jneuron.engine.array_ops import JaxOps
from jneuron.engine.ions import nernst
from jneuron.engine.play import polyline


@pytest.fixture(autouse=True)
def _strict():
    with jax.enable_x64(True), jax.numpy_rank_promotion("raise"):
        yield


TABLE = np.array([[0.0, 10.0], [1.0, 20.0], [4.0, 0.0]])
PAIRED = np.concatenate([TABLE[:-1], TABLE[1:]], axis=1)


@pytest.mark.parametrize(
    ("position", "expected"), [(0.0, (0.0, 10.0)), (0.5, (0.5, 15.0)), (1.0, (1.0, 20.0)), (1.5, (2.5, 10.0))]
)
def test_table_is_linear_between_its_entries(position, expected):
    found = JaxOps().interpolate(jnp.asarray(PAIRED), jnp.array([position]))
    np.testing.assert_allclose(found[:, 0], expected, rtol=1e-15)


@pytest.mark.parametrize(("position", "expected"), [(-7.0, (0.0, 10.0)), (2.0, (4.0, 0.0)), (1e300, (4.0, 0.0))])
def test_table_keeps_its_end_values_outside(position, expected):
    found = JaxOps().interpolate(jnp.asarray(PAIRED), jnp.array([position]))
    np.testing.assert_allclose(found[:, 0], expected, rtol=1e-15)


def test_table_passes_nan_on():
    assert np.isnan(JaxOps().interpolate(jnp.asarray(PAIRED), jnp.array([np.nan]))).all()


PLAY = {"times": np.array([1.0, 2.0, 4.0, np.inf]), "values": np.array([0.0, 10.0, 6.0, 0.0]), "n": np.int32(3)}


POINTS = [(0.0, 0.0), (1.0, 0.0), (1.5, 5.0), (2.0, 10.0), (3.0, 8.0), (4.0, 6.0), (5.0, 4.0)]


@pytest.mark.parametrize(("t", "expected"), POINTS)
def test_polyline_is_constant_before_and_prolonged_after(t, expected):
    assert float(polyline(np, PLAY, np.float64(t))) == pytest.approx(expected, abs=1e-12)
    assert float(polyline(jnp, jax.tree.map(jnp.asarray, PLAY), jnp.float64(t))) == pytest.approx(expected, abs=1e-12)


def test_nernst_potential_of_sodium():
    assert float(nernst(np, np.float64(10.0), np.float64(140.0), 1.0, 6.3)) == pytest.approx(63.551, abs=1e-2)


@pytest.mark.parametrize(("inside", "outside", "expected"), [(0.0, 1.0, 1e6), (1.0, 0.0, -1e6), (0.0, 0.0, 1e6)])
def test_nernst_potential_without_ions_on_one_side_is_huge(inside, outside, expected):
    assert float(nernst(np, np.float64(inside), np.float64(outside), 1.0, 6.3)) == expected
