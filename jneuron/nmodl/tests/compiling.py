"""Shorthands for tests: compile a text, run a kernel on plain numbers."""

from __future__ import annotations

from typing import Any

import numpy as np

from jneuron.ir.mechanism_type import MechanismType
from jneuron.lang.source import Source
from jneuron.nmodl.pipeline import compile_source, load
from jneuron.nmodl.support import run_kernel


def compiled(text: str) -> MechanismType:
    """Returns the mechanism in a text."""
    source = Source("<test>", text)
    return load(compile_source(source), source)


def run(mechanism: MechanismType, kernel: str, **columns: Any) -> dict[str, Any]:
    """Runs a kernel; lists become arrays over instances."""
    given = {name: np.asarray(value, float) if isinstance(value, list) else value for name, value in columns.items()}
    return run_kernel(mechanism.kernels[kernel], given)
