"""Room for the frames of hoc code, so that loops of calls cost the same at whatever depth they run.

CPython gives frames memory in chunks of 16 kB. Where a chunk ends at the depth at which a loop calls something, every call has
the operating system map a new chunk, and every return unmap it: a statement took between 4.1 and 7.6 us, by the depth of
the code around it. A frame larger than a chunk gets one of its own, with room for hundreds of frames behind it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

STACK_SIZE = 12_000
"""Words of a frame; the chunk is the next power of two, 128 kB, of which a quarter is left."""


def with_room(run: Callable[[], Any]) -> Any:
    """Returns `run()`, which has room for its frames."""
    return run()


with_room.__code__ = with_room.__code__.replace(co_stacksize=STACK_SIZE)
