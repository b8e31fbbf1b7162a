"""Sample cells of packages on top of NEURON, driven by the packages through the alias, give NEURON's numbers."""

from __future__ import annotations

import hashlib
import json
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from compat_tests.clients.make_reference import MANIFEST, path_of, run
from compat_tests.clients.models import MODELS

# [mV]; a step of an upstroke amplifies the last bit of the currents some thousand times
TOLERANCE = 1e-9

pytestmark = [pytest.mark.clients, pytest.mark.slow]


@pytest.mark.parametrize("name", MODELS)
def test_same_as_neuron(name: str, tmp_path: Path) -> None:
    absent = [package for package in MODELS[name][1] if find_spec(package) is None]
    if absent:
        pytest.skip(f"not installed: {', '.join(absent)}")
    file = tmp_path / "traces.npz"
    done = run(name, file, through=("-m", "jneuron"))
    assert done.returncode == 0, done.stderr
    with np.load(file) as ours, np.load(path_of(name)) as theirs:
        assert ours.files == theirs.files
        for trace in theirs.files:
            assert ours[trace].shape == theirs[trace].shape
            assert np.max(np.abs(ours[trace] - theirs[trace])) <= TOLERANCE, trace


def test_kept_numbers_are_those_of_the_manifest() -> None:
    for name, digest in json.loads(MANIFEST.read_text(encoding="utf-8"))["sha256"].items():
        assert hashlib.sha256(path_of(name).read_bytes()).hexdigest() == digest, name
