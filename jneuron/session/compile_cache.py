"""Compiled programs, kept by structure: in this process, and on disk for the next.

A program is compiled once for a structure and the shapes of its arrays. The executable itself is stored, so that a later
process neither traces nor compiles: loading one takes some ten milliseconds. The key covers everything that went into it:
the program with its mechanisms' digests, the shapes, this package's own engine, the versions of jax and jaxlib, and the
processor.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from jneuron.base.config import cache_folder
from jneuron.session.backend import double_precision, small_loops_are_kernels


class CompileCache:
    """Executables by structure.

    Attributes:
        n_compiled: Programs compiled in this process, for tests.
        n_loaded: Programs that came from disk.
    """

    def __init__(self) -> None:
        self._executables: dict[Any, Any] = {}
        self.n_compiled = 0
        self.n_loaded = 0

    def get(self, name: str, function: Callable[..., Any], program: Any, arguments: tuple[Any, ...]) -> Any:
        """Returns `function(program, *arguments)` compiled for the shapes of `arguments`.

        Args:
            name: Names the function in the key.
            function: A pure function of the program and arrays.
            program: Static structure, hashable.
            arguments: Pytrees of arrays.
        """
        with double_precision() as jax:
            leaves, tree = jax.tree.flatten(arguments)
            # this stands before every chunk: the name of a dtype is looked for anew whenever it is asked for
            key = (name, program, tree, *((leaf.shape, leaf.dtype.char) for leaf in leaves))
            executable = self._executables.get(key)
            if executable is None:
                executable = self._executables[key] = self._load_or_compile(jax, name, function, program, arguments)
        return executable

    def _load_or_compile(self, jax: Any, name: str, function: Callable[..., Any], program: Any, arguments: Any) -> Any:
        path = _path(jax, name, program, arguments)
        if path is not None and path.exists():
            executable = _read(path)
            if executable is not None:
                self.n_loaded += 1
                return executable
        from jneuron.engine.compiling import calls_back, compile_traced

        traced = jax.jit(lambda *a: function(program, *a)).trace(*arguments)
        executable = compile_traced(traced)
        self.n_compiled += 1
        # what calls code of this process back is of no use to another
        if path is not None and not calls_back(traced.jaxpr.jaxpr):
            _write(path, executable)
        return executable


def _path(jax: Any, name: str, program: Any, arguments: Any) -> Path | None:
    folder = cache_folder()
    if folder is None:
        return None
    shapes = [(str(path), leaf.shape, leaf.dtype.name) for path, leaf in jax.tree_util.tree_flatten_with_path(arguments)[0]]
    text = repr((name, _canonical(program), shapes, _environment(), jax.default_backend()))
    return folder / "programs" / f"{hashlib.sha256(text.encode()).hexdigest()[:40]}.bin"


def _canonical(value: Any) -> Any:
    """Returns a form of a static structure whose text is the same in every process (sets are sorted)."""
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_canonical(v) for v in value]
    if hasattr(value, "__dataclass_fields__"):
        fields = value.__dataclass_fields__.values()
        return [type(value).__name__, *(_canonical(getattr(value, f.name)) for f in fields if f.compare)]
    return value


@cache
def _environment() -> str:
    """Returns a digest of the engine's source, the versions below it and the processor."""
    import jaxlib.version

    package = Path(__file__).resolve().parents[1]
    digest = hashlib.sha256(jaxlib.version.__version__.encode())
    for part in ("base", "ir", "engine"):
        for source in sorted((package / part).rglob("*.py")):
            digest.update(source.read_bytes())
    for line in _processor():
        digest.update(line.encode())
    digest.update(os.environ.get("XLA_FLAGS", "").encode())
    digest.update(b"small loops are kernels" if small_loops_are_kernels() else b"")
    return digest.hexdigest()


def _processor() -> list[str]:
    info = Path("/proc/cpuinfo")
    if not info.exists():
        import platform

        return [platform.machine(), platform.processor()]
    return sorted({line for line in info.read_text().splitlines() if line.startswith(("model name", "flags"))})


def _read(path: Path) -> Any:
    from jax.experimental import serialize_executable

    try:
        with path.open("rb") as file:
            return serialize_executable.deserialize_and_load(*pickle.load(file))
    except Exception:  # a damaged or foreign file is not worth failing for: compile again
        return None


def _write(path: Path, executable: Any) -> None:
    from jax.experimental import serialize_executable

    try:
        payload = pickle.dumps(serialize_executable.serialize(executable))
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(payload)
        Path(file.name).replace(path)
    except (OSError, ValueError, NotImplementedError):
        return
