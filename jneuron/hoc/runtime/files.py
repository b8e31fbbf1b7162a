"""hoc files: where they are looked for, and which have been loaded."""

from __future__ import annotations

import os
from pathlib import Path

from jneuron.lang.source import decode


class Files:
    """What `load_file` remembers.

    Attributes:
        loaded: Names that have been loaded, as they were given and without their folders.
    """

    def __init__(self) -> None:
        self.loaded: set[str] = set()

    def find(self, name: str) -> Path | None:
        """Returns the file of that name: from the working folder, else along HOC_LIBRARY_PATH."""
        path = Path(os.path.expandvars(os.path.expanduser(name)))
        if path.is_file():
            return path
        for folder in os.environ.get("HOC_LIBRARY_PATH", "").replace(":", " ").split():
            candidate = Path(folder) / name
            if candidate.is_file():
                return candidate
        return None


def read_hoc(path: Path) -> str:
    """Returns the text of a hoc file of any age."""
    text = decode(path.read_bytes())
    return text if text.endswith("\n") else text + "\n"
