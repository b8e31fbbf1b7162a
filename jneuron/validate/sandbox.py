"""Runs one script in this process, as `python script.py` would, and captures what it leaves behind.

Meant for a process that does nothing else afterwards: it takes over `__main__`, `sys.argv` and both output streams, down
to the file descriptors, because NEURON prints from C as well as from Python.
"""

from __future__ import annotations

import ctypes
import gc
import io
import os
import sys
import tempfile
import traceback
import types
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jneuron.validate.capture import STDERR_LINES, Capture, Failure, sort_results

Pick = Callable[[dict[str, Any]], dict[str, Any]]


def declared_results(names: dict[str, Any]) -> dict[str, Any]:
    """Returns the dictionary that a case leaves in its module-level name `result`."""
    return dict(names.get("result", {}))


def execute(script: Path, argv: Sequence[str], pick: Pick = declared_results, *, let_go: bool = False) -> Capture:
    """Runs `script` and returns its capture; an exception of the script's is part of the capture.

    `pick` says what to keep out of the names at the script's module level. `let_go` deletes the script's objects at the
    end, as an interpreter that exits does; NEURON does not survive that after some scripts.
    """
    module = types.ModuleType("__main__")
    module.__file__ = str(script)
    sys.modules["__main__"] = module
    sys.argv = [str(script), *argv]
    sys.path[0:1] = [str(script.parent)]

    failure = None
    with _captured(1) as out, _captured(2) as err:
        try:
            exec(compile(script.read_bytes(), str(script), "exec", dont_inherit=True), module.__dict__)
        except SystemExit as stop:
            failure = None if stop.code in (None, 0) else Failure("SystemExit", str(stop.code))
        except BaseException as error:
            traceback.print_exc()
            failure = Failure.of(error)
        results = sort_results(pick(module.__dict__))
        if let_go:
            # complaints about that are captured too
            module.__dict__.clear()
            gc.collect()
    return Capture(results.numbers, results.series, results.texts, out.text, err.text.splitlines()[:STDERR_LINES], failure)


@dataclass
class _Stream:
    """Where captured output is found once the capturing is over."""

    text: str = ""


@contextmanager
def _captured(descriptor: int) -> Iterator[_Stream]:
    """Sends a file descriptor, and Python's stream on it, to a temporary file."""
    name = "stdout" if descriptor == 1 else "stderr"
    kept_stream, kept_descriptor = getattr(sys, name), os.dup(descriptor)
    stream = _Stream()
    with tempfile.TemporaryFile() as target:
        # from here on both Python's and C's output land in the file, in the order written
        kept_stream.flush()
        _flush_c_streams()
        os.dup2(target.fileno(), descriptor)
        raw = os.fdopen(descriptor, "wb", buffering=0, closefd=False)
        setattr(sys, name, io.TextIOWrapper(raw, encoding="utf-8", errors="replace", write_through=True))  # type: ignore[arg-type]
        try:
            yield stream
        finally:
            # put the streams back and read what came
            getattr(sys, name).flush()
            _flush_c_streams()
            os.dup2(kept_descriptor, descriptor)
            os.close(kept_descriptor)
            setattr(sys, name, kept_stream)
            target.seek(0)
            stream.text = target.read().decode("utf-8", "replace")


def _flush_c_streams() -> None:
    ctypes.CDLL(None).fflush(None)
