"""The module `neuron.expect_hocerr`: asserts in tests that NEURON refuses something."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from typing import Any

from jneuron import default_session
from jneuron.base.errors import HocError

h = default_session().h
quiet = True


def set_quiet(b: bool) -> bool:
    """Sets whether expected errors are printed; returns what was set before."""
    global quiet
    before, quiet = quiet, b
    return before


def printerr(e: BaseException) -> None:
    """Prints an expected error, unless told to be quiet."""
    if not quiet:
        print(e)


def expect_hocerr(callable: Callable[..., Any], args: tuple[Any, ...], sec: Any = None) -> None:
    """Asserts that a call is refused."""
    keywords = {} if sec is None else {"sec": sec}
    try:
        callable(*args, **keywords)
    except (HocError, RuntimeError) as error:
        printerr(error)
        return
    raise AssertionError(f"expected an error from {callable}{args}")


def expect_err(stmt: str) -> None:
    """Asserts that a statement, executed where the caller stands, raises."""
    caller = inspect.currentframe()
    assert caller is not None and caller.f_back is not None
    frame = caller.f_back
    try:
        exec(stmt, frame.f_globals, frame.f_locals)
    except Exception as error:
        printerr(error)
        return
    print(f"expected an error from {stmt!r}", file=sys.stderr)
    raise AssertionError(stmt)
