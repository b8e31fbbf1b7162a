"""From an exception in emitted code to what NEURON says about it."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Any

from jneuron.base.errors import HocError
from jneuron.facade.calls import HocExecError, Refusal, is_number
from jneuron.facade.objects import HocObject
from jneuron.facade.ref import ObjectRef, StringRef
from jneuron.hoc.runtime.support import MissingArgumentError
from jneuron.hoc.syntax.errors import SyntaxProblem

FILE = "<hoc>"
"""The file name of emitted code."""

PREFIX = "hocobj_call error: "
EXEC = "hoc_execerror: "


def message_of(error: BaseException) -> str:
    """Returns NEURON's words for an error."""
    if isinstance(error, HocExecError | SyntaxProblem):
        return error.message
    if isinstance(error, NameError) and _in_hoc(error):
        return f"undefined variable {str(error.name)[2:]}"
    if isinstance(error, ZeroDivisionError) and _in_hoc(error):
        return "division by zero"
    if isinstance(error, MissingArgumentError) or (isinstance(error, IndexError) and _in_hoc(error)):
        return f"{_procedure_of(error)} not enough arguments"
    if isinstance(error, RecursionError):
        return "call nested too deeply, increase with -NFRAME framesize option"
    if isinstance(error, KeyError) and _in_hoc(error):
        return f"undefined variable {str(error.args[0])[2:]}"
    if isinstance(error, AttributeError) and str(error).startswith("m_"):
        return f"undefined variable {str(error)[2:]}"
    if isinstance(error, Refusal):
        return str(error)
    text = str(error)
    if isinstance(error, HocError):
        return text.removeprefix(PREFIX).removeprefix(EXEC)
    return text or type(error).__name__


def _in_hoc(error: BaseException) -> bool:
    """Tells whether an error comes from emitted code itself."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace is not None and trace.tb_frame.f_code.co_filename == FILE


def _procedure_of(error: BaseException) -> str:
    frames = list(_hoc_frames(error.__traceback__))
    return frames[-1][0].rpartition(".")[2] if frames else ""


def _hoc_frames(trace: TracebackType | None) -> list[tuple[str, Any]]:
    """Returns the procedures under way when an error came, outermost first: name and arguments."""
    found = []
    while trace is not None:
        frame = trace.tb_frame
        if frame.f_code.co_filename == FILE and frame.f_code.co_name != "statement":
            found.append((_hoc_name(frame.f_code.co_name, frame.f_locals), frame.f_locals.get("a", ())))
        trace = trace.tb_next
    return found


def _hoc_name(name: str, local: dict[str, Any]) -> str:
    plain = name[2:]
    this = local.get("this")
    return f"{this.hname()}.{plain}" if isinstance(this, HocObject) else plain


def call_stack(error: BaseException) -> list[str]:
    """Returns the calls under way when an error came, innermost first, as NEURON shows them."""
    frames = reversed(_hoc_frames(error.__traceback__))
    return [f"{name}({', '.join(_shown(value) for value in values)})" for name, values in frames]


def _shown(value: Any) -> str:
    if isinstance(value, StringRef):
        value = value[0]
    if isinstance(value, ObjectRef):
        value = value._value
    if is_number(value):
        return f"{value:g}"
    if isinstance(value, str):
        return f'"{value}"' if len(value) <= 10 else f'"{value[:10]}..."'
    return "..."


class Position:
    """Where in which text the interpreter is.

    Attributes:
        name: The file's name, or an empty string.
        line: Number of the line read last.
        text: That line.
        caret: Column of the caret under it.
    """

    __slots__ = ("caret", "line", "name", "text")

    def __init__(self, name: str) -> None:
        self.name, self.line, self.text, self.caret = name, 0, "", 0


def report(program: str, message: str, position: Position, calls: list[str]) -> None:
    """Prints an error as NEURON does."""
    where = f" in {position.name} near line {position.line}" if position.name else f" near line {position.line}"
    lines = [f"{program}: {message}", where, f" {position.text}", " " * (position.caret + 1) + "^"]
    lines += [" " * (8 - 2 * number) + call for number, call in enumerate(calls[:4])]
    sys.stdout.flush()
    sys.stderr.write("\n".join(lines) + "\n")
    sys.stderr.flush()
