"""Spares the end of a process the search for garbage among JAX's hundred thousand objects, a quarter of a second.

Python goes through all objects at its end, so that those that refer to one another in a circle go too. Where nobody could
notice, they are left where they are: the memory goes with the process.
"""

from __future__ import annotations

import atexit
import gc
import io
from types import GeneratorType
from typing import Any

OURS = ("jneuron", "hoc", "jax", "jaxlib", "numpy")
"""Packages whose objects need no farewell. `hoc` is what classes of the interface say they are from."""


def leave_without_search() -> None:
    """Has the end of this process begin with `_keep_circles`."""
    atexit.register(_keep_circles)


def _keep_circles() -> None:
    """Takes all objects out of the collector's hands, unless one has a `__del__` method of somebody else's."""
    gc.disable()
    everything = gc.get_objects()
    types = set(map(type, everything))
    if any(_wants_a_farewell(each) for each in types):
        gc.enable()
        return
    files = {each for each in types if issubclass(each, io.IOBase)}
    for each in everything:
        if type(each) in files:
            _flush(each)
    gc.freeze()


def _wants_a_farewell(kind: type[Any]) -> bool:
    if not hasattr(kind, "__del__") or issubclass(kind, io.IOBase | GeneratorType):
        return False
    return kind.__module__.partition(".")[0] not in OURS


def _flush(file: Any) -> None:
    try:
        if not file.closed and file.writable():
            file.flush()
    except (OSError, ValueError):
        # its own end tells of it
        return
