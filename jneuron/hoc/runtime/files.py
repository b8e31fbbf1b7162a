"""hoc files: where they are looked for, and which have been loaded."""

from __future__ import annotations

import os
import re
from pathlib import Path

from jneuron.lang.source import decode


class Files:
    """What `load_file` remembers.

    Attributes:
        loaded: Names that have been loaded, as they were given: another way to write a path is another name.
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

    def that_defines(self, word: str, name: str) -> Path | None:
        """Returns the first hoc file that defines a procedure or template."""
        wanted = re.compile(rf"^[ \t]*{word}[ \t]+{re.escape(name)}\b", re.MULTILINE)
        folders = [Path(), *map(Path, os.environ.get("HOC_LIBRARY_PATH", "").replace(":", " ").split())]
        for folder in folders:
            for path in sorted([*folder.glob("*.hoc"), *folder.glob("*.oc")]):
                if wanted.search(read_hoc(path)):
                    return path
        return None


def read_hoc(path: Path) -> str:
    """Returns the text of a hoc file of any age."""
    text = decode(path.read_bytes())
    return text if text.endswith("\n") else text + "\n"
