"""Keeps Python's garbage collector away: while the model is looked through, and while JAX is imported.

A section goes with its last reference, and cells that refer to themselves go when the collector runs: at any allocation. In the
middle of a walk over the sections that would take some of them away.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collection() -> Iterator[None]:
    """Lets nothing be collected meanwhile."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
