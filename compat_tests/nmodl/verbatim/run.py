"""Runs protocols under the program that `h` belongs to, and keeps what they return and print."""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from compat_tests.nmodl.verbatim.protocols import PROTOCOLS

MODS = Path(__file__).parent / "mods"
REFERENCE = Path(__file__).parents[3] / "reference_data" / "nmodl_verbatim" / "results.json"


def run(name: str, h: Any) -> dict[str, Any]:
    """Returns the result of a protocol and what it printed, as JSON can hold them."""
    h.load_file("stdrun.hoc")
    h.dt, h.celsius = 0.025, 6.3
    result, printed = _captured(lambda: PROTOCOLS[name](h))
    return json.loads(json.dumps({"result": result, "printed": printed}))  # type: ignore[no-any-return]


def _captured(call: Any) -> tuple[Any, str]:
    """Returns what a call returns and prints: Python's output, and that of C below it."""
    caught = io.StringIO()
    with tempfile.TemporaryFile("w+b") as file, _below(file.fileno()), contextlib.redirect_stdout(caught):
        result = call()
        sys.stdout.flush()
        _flush_c()
        file.seek(0)
        below = file.read().decode()
    return result, below + caught.getvalue()


@contextlib.contextmanager
def _below(descriptor: int) -> Iterator[None]:
    sys.__stdout__.flush()  # type: ignore[union-attr]
    kept = os.dup(1)
    os.dup2(descriptor, 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)


def _flush_c() -> None:
    import ctypes

    ctypes.CDLL(None).fflush(None)


def stored() -> dict[str, Any]:
    """Returns NEURON's results by protocol."""
    return json.loads(REFERENCE.read_text(encoding="ascii"))["results"]  # type: ignore[no-any-return]
