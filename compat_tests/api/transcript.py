"""Runs a script statement by statement and writes down what each one gave, printed or raised.

    python -m compat_tests.api.transcript neuron  body.py       shows the transcript under NEURON
    python -m compat_tests.api.transcript jneuron body.py       and under jneuron

A body sees `h` and `neuron`. The value of an expression statement is kept as plain data: numbers as they are, sections,
segments and objects by their text. An exception is kept as its innermost built-in class and its message; the next
statement is run all the same, which shows whether the refusal left the simulator unharmed.
"""

from __future__ import annotations

import ast
import ctypes
import importlib
import json
import math
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ADDRESS = re.compile(r"0x[0-9a-f]{6,}")
Entry = dict[str, Any]


def run_body(path: Path) -> Iterator[Entry]:
    """Yields what each statement of a body left behind, in order."""
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    neuron = importlib.import_module("neuron")
    names: dict[str, Any] = {"h": neuron.h, "neuron": neuron, "__name__": "body"}
    return (_run_statement(node, names, str(path)) for node in tree.body)


def _run_statement(node: ast.stmt, names: dict[str, Any], path: str) -> Entry:
    entry: Entry = {"code": ast.unparse(node)}
    with _captured_output() as printed:
        try:
            if isinstance(node, ast.Expr):
                value = eval(compile(ast.Expression(node.value), path, "eval"), names)
                if value is not None:
                    entry["value"] = plain(value)
                value = None
            else:
                exec(compile(ast.Module([node], []), path, "exec"), names)
        except Exception as error:
            kind = next(base.__name__ for base in type(error).__mro__ if base.__module__ == "builtins")
            entry["raised"] = [kind, ADDRESS.sub("0x...", str(error))]
    text = printed()
    if text:
        entry["printed"] = text
    return entry


def plain(value: Any) -> Any:
    """Returns a value as JSON can keep it; what is neither number nor container becomes its text."""
    if value is None or isinstance(value, bool | str):
        return ADDRESS.sub("0x...", value) if isinstance(value, str) else value
    if isinstance(value, int | float):
        return value if math.isfinite(value) else repr(value)
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, set | frozenset):
        return sorted(str(plain(item)) for item in value)
    if hasattr(value, "to_python"):
        return plain(value.to_python())
    if type(value).__module__ == "numpy":
        return plain(value.tolist())
    return ADDRESS.sub("0x...", str(value))


@contextmanager
def _captured_output() -> Iterator[Callable[[], str]]:
    # NEURON prints from C as well as from Python, so the file descriptor itself is taken over
    libc = ctypes.CDLL(None)
    sys.stdout.flush()
    libc.fflush(None)
    text = ""
    with tempfile.TemporaryFile() as file, open(os.devnull, "wb") as nowhere:
        before = os.dup(1), os.dup(2)
        os.dup2(file.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
        try:
            yield lambda: text
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            libc.fflush(None)
            os.dup2(before[0], 1)
            os.dup2(before[1], 2)
            os.close(before[0])
            os.close(before[1])
            file.seek(0)
            text = file.read().decode(errors="replace")


def main(simulator: str, body: str) -> None:
    """Prints the transcript of one body, an entry a line."""
    if simulator == "jneuron":
        importlib.import_module("jneuron.as_neuron")
    for entry in run_body(Path(body)):
        print(json.dumps(entry), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
