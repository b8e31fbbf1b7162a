"""Every language feature, run through the whole engine, gives NEURON's numbers at every step."""

from __future__ import annotations

import json

import numpy as np
import pytest

from compat_tests.nmodl.feature_protocol import FEATURES, MANIFEST, STORE, digest_of, feature_names, run
from jneuron import Session

TOLERANCE = 1e-9
"""Relative to a variable's range; both programs compute the same expressions in the same order."""


@pytest.fixture(scope="module")
def stored() -> dict[str, dict[str, np.ndarray]]:
    traces: dict[str, dict[str, np.ndarray]] = {}
    with np.load(STORE) as archive:
        for key, values in archive.items():
            name, _, variable = key.partition(":")
            traces.setdefault(name, {})[variable] = values
    return traces


@pytest.mark.parametrize("name", feature_names())
def test_feature_same_as_neuron(name: str, stored: dict[str, dict[str, np.ndarray]]) -> None:
    session = Session()
    session.library.add_folder(FEATURES)
    ours = run(session.h, name, list(stored[name]))
    for key, values in stored[name].items():
        assert ours[key].shape == values.shape, key
        size = max(float(np.ptp(values)), float(np.max(np.abs(values))), 1e-300)
        worst = float(np.max(np.abs(ours[key] - values)))
        assert worst <= TOLERANCE * size, f"{key}: {worst} of {size}"


def test_stored_traces_belong_to_the_files_as_they_are() -> None:
    kept = json.loads(MANIFEST.read_text(encoding="utf-8"))["sha256"]
    assert kept == {name: digest_of(name) for name in feature_names()}
