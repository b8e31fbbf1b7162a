"""The compiler's version: a hash over its own source, so that code emitted by another compiler is never used again."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path


@cache
def compiler_version() -> str:
    """Returns the hash; of names, sizes and times of the files, which is enough and fast."""
    digest = hashlib.sha256()
    package = Path(__file__).parent.parent
    for folder in ("nmodl", "lang", "ir"):
        for path in sorted((package / folder).rglob("*.py")):
            if "tests" not in path.parts:
                status = path.stat()
                digest.update(f"{path.relative_to(package)} {status.st_size} {status.st_mtime_ns}".encode())
    return digest.hexdigest()[:16]
