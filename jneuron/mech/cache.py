"""Compiled mechanisms on disk: emitted Python, found again by content of the .mod file and version of the compiler.

Two files a mechanism: the Python as people read it, and its code object. Writing goes through a temporary file and a
rename, so that several processes may write the same entry; a folder that can't be written is simply not used.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from types import CodeType

from jneuron.base.config import cache_folder
from jneuron.ir.mechanism_type import MechanismType
from jneuron.lang.python_loader import compile_emitted, run_emitted
from jneuron.lang.source import Source, read_source


def load_mechanism(path: Path) -> MechanismType:
    """Returns the mechanism in a .mod file, compiled now or found in the cache.

    Raises:
        ModSyntaxError, ModSemanticError: The file is wrong.
    """
    data = path.read_bytes()
    digest = _digest(data, path)
    folder = cache_folder()
    entry = folder / "mechanisms" / f"{digest}.{sys.implementation.cache_tag}" if folder is not None else None
    code = _read(entry) if entry is not None else None
    if code is None:
        code = _compile(read_source(path), digest, entry)
    return run_emitted(code, str(path))["MECHANISM"]


def _digest(data: bytes, path: Path) -> str:
    """Returns the key of an entry; the path counts because tracebacks name it."""
    digest = hashlib.sha256(data)
    digest.update(_compiler_stamp())
    digest.update(str(path).encode())
    if b"INCLUDE" in data:
        # lazily, since it needs the parser
        from jneuron.nmodl.parser import parse
        from jneuron.nmodl.passes.include import included_paths

        source = read_source(path)
        for included in included_paths(parse(source), source):
            digest.update(included.read_bytes())
    return digest.hexdigest()[:32]


def _compiler_stamp() -> bytes:
    from jneuron.nmodl.version import compiler_version

    return compiler_version().encode()


def _read(entry: Path) -> CodeType | None:
    """Returns the code of an entry, or None where there is none or it is damaged."""
    try:
        return marshal.loads(entry.with_suffix(entry.suffix + ".bin").read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        return None


def _compile(source: Source, digest: str, entry: Path | None) -> CodeType:
    # lazily: a mechanism from the cache needs no compiler
    from jneuron.nmodl.pipeline import compile_source

    emitted = compile_source(source, digest)
    code = compile_emitted(emitted.text, emitted.origins, source.path)
    if entry is not None:
        _write(entry.with_suffix(entry.suffix + ".py"), emitted.text.encode())
        _write(entry.with_suffix(entry.suffix + ".bin"), marshal.dumps(code))
    return code


def _write(path: Path, data: bytes) -> None:
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.replace(temporary, path)
        except OSError:
            os.unlink(temporary)
            raise
