"""The tree solver agrees with a dense solver on any tree."""

from __future__ import annotations

import jax
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jneuron.engine.hines.solve import solve, solve_all
from jneuron.ir.program import Bucket

SEEDS = st.integers(0, 2**31)
COMPILED = jax.jit(solve, static_argnums=0)


@pytest.fixture(autouse=True)
def _strict():
    with jax.enable_x64(True), jax.numpy_rank_promotion("raise"):
        yield


def random_forest(random: np.random.Generator, n_node: int, n_root: int) -> np.ndarray:
    """Returns parents: the roots first, each later node hangs on an earlier one."""
    return np.array([0] * n_root + [random.integers(0, i) for i in range(n_root, n_node)], np.int32)


def random_columns(random: np.random.Generator, n: int) -> dict[str, np.ndarray]:
    return {
        "a": -random.uniform(0.1, 2.0, n),
        "b": -random.uniform(0.1, 2.0, n),
        "v": random.uniform(-80.0, 40.0, n),
        "diagonal": random.uniform(0.5, 3.0, n),
        "rhs": random.normal(size=n),
    }


def dense_solution(parent: np.ndarray, n_root: int, x: dict[str, np.ndarray]) -> np.ndarray:
    """Assembles the matrix as NEURON defines it, and solves it."""
    n = len(parent)
    matrix, rhs = np.diag(x["diagonal"]), x["rhs"].copy()
    for i in range(n_root, n):
        p = parent[i]
        matrix[i, i] -= x["b"][i]
        matrix[p, p] -= x["a"][i]
        matrix[i, p] += x["b"][i]
        matrix[p, i] += x["a"][i]
        drop = x["v"][p] - x["v"][i]
        rhs[i] -= x["b"][i] * drop
        rhs[p] += x["a"][i] * drop
    return np.linalg.solve(matrix, rhs)


def with_free_roots(x: dict[str, np.ndarray], n_root: int) -> dict[str, np.ndarray]:
    """Returns the columns as a cable has them: nothing couples a root upward."""
    a, b = x["a"].copy(), x["b"].copy()
    a[:n_root] = b[:n_root] = 0.0
    return {**x, "a": a, "b": b}


def solved(bucket: Bucket, parent: np.ndarray, x: dict[str, np.ndarray]) -> np.ndarray:
    cable = {"a": x["a"], "b": x["b"]}
    return np.asarray(COMPILED(bucket, parent, cable, x["v"], x["diagonal"], x["rhs"]))


@settings(max_examples=12, deadline=None)
@given(SEEDS, st.integers(1, 5), st.sampled_from([6, 23]))
def test_solves_a_random_forest_as_a_dense_solver_does(seed, n_root, n_node):
    random = np.random.default_rng(seed)
    parent = random_forest(random, n_node, n_root)
    x = with_free_roots(random_columns(random, n_node), n_root)
    change = solved(Bucket(n_node=n_node, n_tree=1, n_root=n_root), parent, x)
    np.testing.assert_allclose(change, dense_solution(parent, n_root, x), rtol=1e-9, atol=1e-10)


@settings(max_examples=8, deadline=None)
@given(SEEDS)
def test_like_trees_side_by_side_give_what_each_gives_alone(seed):
    random = np.random.default_rng(seed)
    n_node, n_tree = 9, 4
    parent = random_forest(random, n_node, 1)
    trees = [with_free_roots(random_columns(random, n_node), 1) for _ in range(n_tree)]
    together = {name: np.stack([tree[name] for tree in trees], axis=1).reshape(-1) for name in trees[0]}
    change = solved(Bucket(n_node=n_node, n_tree=n_tree), parent, together).reshape(n_node, n_tree)
    for k, tree in enumerate(trees):
        alone = solved(Bucket(n_node=n_node, n_tree=1), parent, tree)
        np.testing.assert_allclose(change[:, k], alone, rtol=1e-13, atol=1e-14)


def test_buckets_are_solved_one_after_another():
    random = np.random.default_rng(3)
    buckets = (Bucket(n_node=5, n_tree=1), Bucket(n_node=7, n_tree=1, n_root=2))
    parents = (random_forest(random, 5, 1), random_forest(random, 7, 2))
    first = with_free_roots(random_columns(random, 5), 1)
    second = with_free_roots(random_columns(random, 7), 2)
    x = {name: np.concatenate([first[name], second[name]]) for name in first}
    call = jax.jit(lambda *arguments: solve_all(buckets, *arguments))
    change = call(parents, {"a": x["a"], "b": x["b"]}, x["v"], x["diagonal"], x["rhs"])
    expected = np.concatenate([dense_solution(parents[0], 1, first), dense_solution(parents[1], 2, second)])
    np.testing.assert_allclose(np.asarray(change), expected, rtol=1e-9, atol=1e-10)


def test_without_buckets_there_is_nothing_to_solve():
    empty = np.zeros(0)
    assert solve_all((), (), {"a": empty, "b": empty}, empty, empty, empty).shape == (0,)
