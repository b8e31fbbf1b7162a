"""Every variable of every mechanism, at every step of the protocol, is NEURON's."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from compat_tests.nmodl.protocol import BUILT_IN, OURS, SETTINGS, TEMPERATURES, Replay, mechanism, reference_path

# relative to the largest value of the variable; both programs compute the same expressions in the same order
TOLERANCE = 1e-9


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JNEURON_CACHE_DIR", str(tmp_path))


@pytest.mark.parametrize("celsius", TEMPERATURES)
@pytest.mark.parametrize("name", [*BUILT_IN, *OURS])
def test_kernels_same_as_neuron(name: str, celsius: float) -> None:
    with np.load(reference_path(name, celsius)) as stored:
        trace = dict(stored)
    ours = Replay(mechanism(name), trace, SETTINGS.get(name, {})).run(celsius)
    for variable, values in ours.items():
        size = np.max(np.abs(trace[variable])) or 1.0
        assert np.max(np.abs(values - trace[variable])) <= TOLERANCE * size, variable
