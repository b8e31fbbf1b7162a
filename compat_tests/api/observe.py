"""Runs one body of Python and writes down all it shows: value, Vectors, text, exception.

The same code runs under NEURON and under jneuron, so that what is compared is the two programs and nothing else.
"""

from __future__ import annotations

import ast
import contextlib
import io
import math
import re
from typing import Any

import numpy as np

NAME = re.compile(r"\b([A-Za-z]\w*)\[\d+\]")
ADDRESS = re.compile(r"0x[0-9a-f]+")
CLASS_PREFIX = re.compile(r"\bhoc\.(?=[A-Z])")
ECHO = ("near line", "objref hoc_obj_", "^", "{")


def observe(body: str, h: Any) -> dict[str, Any]:
    """Returns what `body` does: its last expression, the Vectors it leaves, what it prints and what it raises."""
    names: dict[str, Any] = {"h": h, "np": np, "math": math}
    out, err = io.StringIO(), io.StringIO()
    seen: dict[str, Any] = {}
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), np.errstate(all="ignore"):
        try:
            seen["value"] = describe(_run(body, names))
        except Exception as error:  # the exception is what is observed
            seen["error"] = [builtin_class(error).__name__, CLASS_PREFIX.sub("", anonymous(str(error)))]
    seen["vectors"] = {name: describe(value) for name, value in names.items() if type(value).__name__ == "Vector"}
    seen["stdout"] = out.getvalue()
    seen["stderr"] = [
        anonymous(line) for line in err.getvalue().splitlines() if line.strip() and not line.strip().startswith(ECHO)
    ]
    return seen


def builtin_class(error: Exception) -> type:
    """Returns the class Python itself has, which is all that a script can name under both programs."""
    return next(cls for cls in type(error).__mro__ if cls.__module__ == "builtins")


def describe(value: Any) -> Any:
    """Returns `value` as JSON: floats as Python's shortest text that reads back to the same number."""
    match value:
        case bool() | None:
            return {type(value).__name__: str(value)}
        case int() | float():
            return {type(value).__name__: repr(value)}
        case str():
            return anonymous(value)
        case bytes():
            return {"bytes": value.hex()}
        case list() | tuple():
            return {type(value).__name__: [describe(item) for item in value]}
        case dict():
            return {"dict": {str(key): describe(item) for key, item in value.items()}}
    if type(value).__name__ == "Vector":
        return {"Vector": [repr(float(x)) for x in value]}
    return {"object": anonymous(repr(value))}


def anonymous(text: str) -> str:
    """Returns `text` without object numbers and addresses, which depend on all that ran before."""
    return ADDRESS.sub("0x#", NAME.sub(r"\1[#]", text))


def _run(body: str, names: dict[str, Any]) -> Any:
    tree = ast.parse(body)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "<case>", "exec"), names)
    return eval(compile(ast.Expression(last.value), "<case>", "eval"), names) if last else None
