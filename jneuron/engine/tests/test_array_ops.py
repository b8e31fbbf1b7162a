"""Sums at places of an array."""

from __future__ import annotations

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from jneuron.engine.array_ops import scatter_add

ARRAY, INDEX, VALUES = jnp.arange(6.0), jnp.array([4, 1, 4], jnp.int32), jnp.array([1.0, 2.0, 3.0])


@pytest.fixture(autouse=True)
def _double_precision():
    with jax.enable_x64(True):
        yield


def test_what_repeats_is_added_up() -> None:
    expected = [0.0, 2.0, 0.0, 0.0, 4.0, 0.0]
    np.testing.assert_array_equal(scatter_add(jnp, ARRAY, INDEX, VALUES) - ARRAY, expected)
    np.testing.assert_array_equal(scatter_add(np, np.zeros(6), np.asarray(INDEX), np.asarray(VALUES)), expected)


def test_has_derivatives_forwards_and_backwards() -> None:
    def energy(array, values):
        return jnp.sum(scatter_add(jnp, array, INDEX, values) ** 2)

    after = scatter_add(jnp, ARRAY, INDEX, VALUES)
    of_array, of_values = jax.grad(energy, argnums=(0, 1))(ARRAY, VALUES)
    np.testing.assert_allclose(of_array, 2 * after)
    np.testing.assert_allclose(of_values, 2 * after[INDEX])
    _, slope = jax.jvp(energy, (ARRAY, VALUES), (ARRAY, VALUES))
    np.testing.assert_allclose(slope, of_array @ ARRAY + of_values @ VALUES)


def test_can_be_mapped() -> None:
    batch = jnp.stack([VALUES, 2 * VALUES])
    found = jax.vmap(lambda values: scatter_add(jnp, ARRAY, INDEX, values))(batch)
    np.testing.assert_array_equal(found, [scatter_add(jnp, ARRAY, INDEX, values) for values in batch])
