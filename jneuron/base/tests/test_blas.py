"""Importing NumPy with a short patience of its threads."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from jneuron.base.blas import SETTING


@pytest.mark.parametrize("given", [None, "26"])
def test_leaves_the_environment_as_it_was(given: str | None) -> None:
    environment = {name: value for name, value in os.environ.items() if name != SETTING}
    if given is not None:
        environment[SETTING] = given
    code = f"import os, sys, jneuron; print(os.environ.get({SETTING!r}), 'numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.split() == [str(given), "True"]
