"""Discretisation, 3-D points and distances are NEURON's, for forests built by random calls."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from compat_tests.geometry.make_reference import N_SEED, REFERENCE
from compat_tests.geometry.measure import Numbers, measure, points
from compat_tests.geometry.recipes import build_drawing, build_forest
from jneuron import Session
from jneuron.geometry.discretise import discretise

# sums run in NEURON's order, so that nothing but the compiler's own freedom is left
RELATIVE = 1e-15
LIVE_SEEDS = (10_000, 40)


class Settler:
    """Works the geometry out when something has changed, as an initialisation does."""

    def __init__(self, session: Session) -> None:
        self._model = session.model
        self._seen = -1
        self.cable: Any = None

    def __call__(self) -> None:
        if self._model.changes.geometry != self._seen:
            self.cable = discretise(self._model)
            self._seen = self._model.changes.geometry


def our_forest(seed: int) -> Numbers:
    """Returns jneuron's numbers of a forest, with the order of its nodes and its matrix."""
    session = Session()
    session.h.load_file("stdlib.hoc")
    settle = Settler(session)
    sections = build_forest(session.h, seed, settle)
    settle()
    cable, model = settle.cable, session.model
    numbers = measure(session.h, sections, seed)
    rows = [model.node_row(section.decl, slot) for section in sections for slot in range(section.nseg + 2)]
    nodes = cable.node_of_row[rows]
    return {**numbers, "node": nodes.astype(float), "a": cable.a[nodes], "b": cable.b[nodes]}


def our_drawing(seed: int) -> Numbers:
    """Returns jneuron's points and lengths after define_shape."""
    sections = build_drawing(Session().h, seed)
    return {"points": points(sections), "length": np.array([section.L for section in sections])}


def stored(folder: Path, name: str, seed: int) -> Numbers:
    """Returns NEURON's numbers of one seed."""
    with np.load(folder / f"{name}.npz") as file:
        return {key.split("/")[1]: file[key] for key in file.files if key.split("/")[0] == str(seed)}


def assert_same(ours: Numbers, theirs: Numbers) -> None:
    """Asserts that all numbers agree: order, connections and 3-D points exactly, the rest to rounding."""
    assert ours.keys() == theirs.keys()
    for name, expected in theirs.items():
        if name in ("children", "node", "points"):
            np.testing.assert_array_equal(ours[name], expected, err_msg=name)
        else:
            np.testing.assert_allclose(ours[name], expected, rtol=RELATIVE, atol=0.0, err_msg=name)


@pytest.mark.parametrize("seed", range(N_SEED))
def test_forest_is_neurons(seed: int) -> None:
    assert_same(our_forest(seed), stored(REFERENCE, "forests", seed))


@pytest.mark.parametrize("seed", range(N_SEED))
def test_drawing_is_neurons(seed: int) -> None:
    assert_same(our_drawing(seed), stored(REFERENCE, "drawings", seed))


@pytest.mark.live
def test_fresh_seeds_are_a_live_neurons(tmp_path: Path) -> None:
    first, n_seed = LIVE_SEEDS
    command = [sys.executable, "-m", "compat_tests.geometry.make_reference", str(tmp_path), str(first), str(n_seed)]
    subprocess.run(command, check=True, capture_output=True, cwd=REFERENCE.parents[1])
    for seed in range(first, first + n_seed):
        assert_same(our_forest(seed), stored(tmp_path, "forests", seed))
        assert_same(our_drawing(seed), stored(tmp_path, "drawings", seed))
