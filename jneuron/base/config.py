"""Settings taken from the environment.

`JNEURON_CACHE_DIR` names the folder for compiled programs and mechanisms (default: `jneuron` in the user's cache folder);
an empty value switches the cache off.
"""

from __future__ import annotations

import os
from pathlib import Path


def cache_folder() -> Path | None:
    """Returns the folder of the cache, or None where it is switched off."""
    chosen = os.environ.get("JNEURON_CACHE_DIR")
    if chosen is not None:
        return Path(chosen) if chosen else None
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "jneuron"
