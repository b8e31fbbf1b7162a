"""How programs are compiled."""

from __future__ import annotations

from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from jax import lax

from jneuron.engine import compiling
from jneuron.engine.exponential import exp


@pytest.fixture(autouse=True)
def _double_precision():
    with jax.enable_x64(True):
        yield


def decay(x: Any, n: Any) -> Any:
    return lax.fori_loop(jnp.int32(0), n, lambda _, x: x.at[1:3].add(exp(-0.1 * x[:2])) * 0.99, x)


def traced(size: int) -> Any:
    return jax.jit(decay).trace(jnp.ones(size), jnp.int32(1))


def test_numbers_in_loops_and_branches_count_once() -> None:
    def one(x: Any) -> Any:
        return x * 2.0

    def two(x: Any) -> Any:
        return lax.cond(x[0] > 0.0, lambda x: x * 2.0, lambda x: x + 1.0, x)

    assert compiling.count_numbers(jax.make_jaxpr(one)(jnp.ones(7)).jaxpr) == 7
    assert 14 <= compiling.count_numbers(jax.make_jaxpr(two)(jnp.ones(7)).jaxpr) < 21
    looped = jax.make_jaxpr(lambda x: lax.fori_loop(0, 50, lambda _, x: x * 2.0, x))(jnp.ones(7)).jaxpr
    assert 7 <= compiling.count_numbers(looped) < 14


def test_both_ways_of_making_kernels_give_the_same_bits(monkeypatch: pytest.MonkeyPatch) -> None:
    x = np.linspace(-3.0, 40.0, 40)
    small = compiling.compile_traced(traced(40))(x, np.int32(500))
    monkeypatch.setattr(compiling, "SMALL", 0)
    np.testing.assert_array_equal(small, compiling.compile_traced(traced(40))(x, np.int32(500)))


def test_an_xla_without_the_option_compiles_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiling, "WITHOUT_FUSION_EMITTERS", {"xla_cpu_no_such_option": True})
    assert compiling.compile_traced(traced(5))(np.ones(5), np.int32(3)).shape == (5,)


def test_a_refused_value_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiling, "WITHOUT_FUSION_EMITTERS", {"xla_cpu_use_fusion_emitters": "perhaps"})
    with pytest.raises(jax.errors.JaxRuntimeError):
        compiling.compile_traced(traced(5))
