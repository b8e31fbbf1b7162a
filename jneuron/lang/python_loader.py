"""Turns emitted Python into running code whose tracebacks show the user's own file and line."""

from __future__ import annotations

import ast
import linecache
from collections.abc import Sequence
from pathlib import Path
from types import CodeType
from typing import Any


def compile_emitted(text: str, origins: Sequence[int], path: str) -> CodeType:
    """Compiles emitted Python under the user's file.

    Args:
        text: The emitted Python.
        origins: For each of its lines the user's line, 0 for lines that stand for none.
        path: The user's file.
    """
    tree = ast.parse(text, path)
    for node in ast.walk(tree):
        if not isinstance(node, ast.stmt | ast.expr | ast.excepthandler | ast.arg | ast.keyword | ast.alias):
            continue
        line = origins[node.lineno - 1] or 1
        # no columns: an excerpt of the user's line must not be underlined by the positions of ours
        node.lineno = node.end_lineno = line
        node.col_offset = node.end_col_offset = 0
    return compile(tree, path, "exec", dont_inherit=True)


def run_emitted(code: CodeType, path: str, source_text: str | None = None) -> dict[str, Any]:
    """Runs compiled emitted code and returns its names.

    Args:
        code: From `compile_emitted`.
        path: The user's file.
        source_text: The user's text, for tracebacks, where there is no such file.
    """
    if source_text is not None and not Path(path).exists():
        linecache.cache[path] = (len(source_text), None, source_text.splitlines(keepends=True), path)
    names: dict[str, Any] = {"__name__": f"jneuron.emitted.{Path(path).stem}", "__file__": path}
    exec(code, names)
    return names
