"""JAX, loaded when the first program is about to run, and set up in this one place.

float64 is switched on around our own calls only, so a host program's float32 stays what it is. XLA turns small loops into
one kernel; its limit of 1 KiB is raised, which makes a step of one node six times cheaper (decision 0002).
The variable that says so is read when XLA first compiles, and taken back afterwards. The import of JAX draws numbers from
NumPy's global generator; a script that has seeded it gets the numbers it expects all the same.
"""

from __future__ import annotations

import contextlib
import os
import random
import sys
from collections.abc import Iterator
from functools import cache
from types import ModuleType
from typing import Any

import numpy as np

from jneuron.base.collection import no_collection
from jneuron.base.leaving import leave_without_search

SMALL_LOOP = "--xla_backend_extra_options=xla_cpu_small_while_loop_byte_threshold=8388608"


def jax() -> ModuleType:
    """Returns the module jax, initialised."""
    return _started()[0]


def small_loops_are_kernels() -> bool:
    """Tells whether the limit is raised: not where the host program has imported JAX, or has set XLA's option, before."""
    return _started()[1]


@cache
def _started() -> tuple[ModuleType, bool]:
    untouched = "jax" not in sys.modules and "xla_backend_extra_options" not in os.environ.get("XLA_FLAGS", "")
    before = os.environ.get("XLA_FLAGS")
    if untouched:
        os.environ["XLA_FLAGS"] = f"{before or ''} {SMALL_LOOP}".strip()
    # nothing of what the import makes is garbage
    with _same_random_numbers(), no_collection():
        import jax
    leave_without_search()

    if untouched:
        jax.devices()
        if before is None:
            del os.environ["XLA_FLAGS"]
        else:
            os.environ["XLA_FLAGS"] = before
    return jax, untouched


@contextlib.contextmanager
def _same_random_numbers() -> Iterator[None]:
    numbers, pythons = np.random.get_state(), random.getstate()
    try:
        yield
    finally:
        np.random.set_state(numbers)
        random.setstate(pythons)


@contextlib.contextmanager
def double_precision() -> Iterator[ModuleType]:
    """Switches float64 on for the calls within."""
    module = jax()
    with module.enable_x64(True):
        yield module


LONG = 1 << 14
"""Numbers in an array from which on it is worth a place on the device before it is used."""


def placed(tree: Any) -> Any:
    """Returns a pytree of NumPy arrays as compiled programs take it quickest.

    Long arrays lie on the device. Short ones are copies in the host's memory: a call takes one along in some 4 us, and JAX
    needs 25 us to put one on the device.
    """
    module = jax()

    def place(leaf: Any) -> Any:
        if isinstance(leaf, module.Array):
            return leaf
        return np.array(leaf) if np.size(leaf) < LONG else module.device_put(leaf)

    return module.tree.map(place, tree)
