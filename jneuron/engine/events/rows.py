"""Single rows and elements of arrays, read and written in place."""

from __future__ import annotations

from typing import Any

import jax.numpy as jnp
from jax import lax

Array = Any


def element(x: Array, i: Array) -> Array:
    """Returns `x[..., i]` for an index in range."""
    sizes = (*x.shape[:-1], 1)
    starts = (*(jnp.int32(0) for _ in x.shape[:-1]), jnp.asarray(i, jnp.int32))
    return lax.dynamic_slice(x, starts, sizes, allow_negative_indices=False).reshape(x.shape[:-1])


def put(x: Array, i: Array, value: Array) -> Array:
    """Returns `x` with `x[..., i]` replaced; a slice is written in place, where a scatter would be a loop of its own."""
    starts = (*(jnp.int32(0) for _ in x.shape[:-1]), jnp.asarray(i, jnp.int32))
    column = jnp.broadcast_to(jnp.asarray(value, x.dtype), x.shape[:-1])[..., None]
    return lax.dynamic_update_slice(x, column, starts, allow_negative_indices=False)


def rows(x: Array, i: Array, n: int = 1) -> Array:
    """Returns `x[i : i + n]` for an index in range."""
    return lax.dynamic_slice(x, (jnp.asarray(i, jnp.int32), jnp.int32(0)), (n, x.shape[1]), allow_negative_indices=False)


def put_row(x: Array, i: Array, row: Array) -> Array:
    """Returns `x` with `x[i]` replaced."""
    return lax.dynamic_update_slice(x, row, (jnp.asarray(i, jnp.int32), jnp.int32(0)), allow_negative_indices=False)
