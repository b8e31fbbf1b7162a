"""The exponential function of compiled programs."""

from __future__ import annotations

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from jneuron.engine.exponential import exp


@pytest.fixture(autouse=True)
def _double_precision():
    with jax.enable_x64(True):
        yield


@pytest.mark.parametrize("bound", [1e-3, 0.5, 20.0, 700.0])
def test_is_exact_to_the_last_place(bound: float) -> None:
    x = np.random.default_rng(1).uniform(-bound, bound, 100_000)
    true = np.exp(x.astype(np.longdouble))
    error = np.abs(np.asarray(jax.jit(exp)(x)) - true) / np.spacing(true.astype(float))
    assert error.max() < 1.0


def test_treats_special_numbers_as_c_does() -> None:
    x = jnp.array([0.0, 709.78, 709.79, jnp.inf, -jnp.inf, jnp.nan])
    expected = [1.0, np.exp(709.78), np.inf, np.inf, 0.0, np.nan]
    np.testing.assert_allclose(exp(x), expected, rtol=3e-16)


def test_is_its_own_derivative() -> None:
    assert jax.grad(exp)(1.5) == exp(1.5)
    assert jax.grad(jax.grad(exp))(1.5) == exp(1.5)


def test_keeps_single_precision() -> None:
    assert exp(jnp.float32(1.0)).dtype == jnp.float32
