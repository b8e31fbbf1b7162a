"""A first run leaves the random numbers of the user's script alone."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import random
import numpy as np
from jneuron import h

np.random.seed(5)
random.seed(5)
expected = np.random.RandomState(5).rand(3).tolist() + [random.Random(5).random()]
section = h.Section("s")
h.finitialize(-65)
h.fadvance()
assert np.random.rand(3).tolist() + [random.random()] == expected
"""


def test_a_first_run_draws_nothing_from_the_global_generators() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
