"""From an exception in emitted code to what NEURON says about it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from types import FrameType, TracebackType
from typing import Any

from jneuron.base.errors import HocError
from jneuron.facade.calls import HocExecError, Refusal, is_number, method, object_name
from jneuron.facade.functions import BoundFunction
from jneuron.facade.objects import HocObject
from jneuron.facade.ref import ObjectRef, StringRef
from jneuron.hoc.runtime.support import MissingArgumentError, undefined_function
from jneuron.hoc.syntax.errors import SyntaxProblem

FILE = "<hoc>"
"""The file name of emitted code."""

PREFIX = "hocobj_call error: "
EXEC = "hoc_execerror: "
ARGUMENTS = "a"
"""What the arguments of a procedure are called in emitted code."""
LONGEST_TEXT = 15
"""How long a string may be that NEURON shows whole."""


def message_of(error: BaseException) -> str:
    """Returns NEURON's words for an error."""
    if isinstance(error, HocExecError | SyntaxProblem):
        return error.message
    if isinstance(error, NameError) and error.name == ARGUMENTS and _in_hoc(error):
        return "$ used outside definition"
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
        call = _procedure_call(trace.tb_frame)
        if call is not None:
            found.append(call)
        trace = trace.tb_next
    return found


def _procedure_call(frame: FrameType) -> tuple[str, Any] | None:
    code = frame.f_code
    if code.co_filename != FILE or code.co_name == "statement":
        return None
    return _hoc_name(code.co_name, frame.f_locals), frame.f_locals.get("a", ())


def _hoc_name(name: str, local: dict[str, Any]) -> str:
    plain = name[2:]
    this = local.get("this")
    return f"{this.hname()}.{plain}" if isinstance(this, HocObject) else plain


def _calls_of(frame: FrameType, *, is_open: bool = False) -> Iterator[str]:
    """Yields what NEURON shows of the call that a frame stands for, innermost first; nothing for what is ours alone.

    Args:
        is_open: Whether a file that the call reads is being read.
    """
    code, local = frame.f_code, frame.f_locals
    if code is _METHOD:
        yield _call_text(f"{local['self'].hname()}.{local['name']}", local["values"])
    elif code is _FUNCTION:
        name, values = local["self"].__name__, local["values"]
        if is_open and name == "load_file" and values and isinstance(values[-1], str | StringRef):
            # NEURON opens it by a statement
            inner = f'xopen("{_shown(values[-1])[1:-1]}")'
            yield inner
            yield _call_text("execute1", (f"{{{inner}}}",))
        yield _call_text(name, values)
    elif code is _UNDEFINED:
        yield _call_text(_in_object(local["name"], local["this"]), local["values"])
    elif code.co_name == "__init__" and "values" in local and isinstance(local.get("self"), HocObject):
        if not hasattr(local["self"], "scope"):
            yield _call_text(local["self"].hoc_name, local["values"])
    else:
        call = _procedure_call(frame)
        if call is not None:
            yield _call_text(*call)


_METHOD, _FUNCTION, _UNDEFINED = (
    method("", lambda receiver, given: None).__code__,
    BoundFunction.__call__.__code__,
    undefined_function.__code__,
)
"""What the frames of calls of NEURON's own methods and functions, and of those that are not there, execute."""


def _in_object(name: str, this: Any) -> str:
    return f"{this.hname()}.{name}" if this is not None else name


def call_stack(error: BaseException) -> list[str]:
    """Returns the calls under way when an error came, innermost first, as NEURON shows them."""
    inner: list[FrameType] = []
    trace = error.__traceback__
    while trace is not None:
        inner.append(trace.tb_frame)
        trace = trace.tb_next
    outer = inner[0].f_back if inner else None
    calls = [call for frame in reversed(inner) for call in _calls_of(frame)]
    while outer is not None:
        calls += _calls_of(outer, is_open=True)
        outer = outer.f_back
    return calls


def _call_text(name: str, values: Iterable[Any]) -> str:
    return f"{name}({', '.join(_shown(value) for value in values)})"


def _shown(value: Any) -> str:
    if isinstance(value, StringRef | ObjectRef):
        value = value._value
    if is_number(value):
        return f"{value:g}"
    if isinstance(value, str):
        return f'"{value}"' if len(value) <= LONGEST_TEXT else f'"{value[:10]}..."'
    return object_name(value) if value is None or isinstance(value, HocObject) else "..."


class Position:
    """Where in which text the interpreter is.

    Attributes:
        name: The file's name, or an empty string.
        line: Number of the line read last.
        text: That line.
        caret: Column of the caret under it.
        is_current: Whether the interpreter still has the text of the line.
    """

    __slots__ = ("caret", "is_current", "line", "name", "text")

    def __init__(self, name: str) -> None:
        self.name, self.line, self.text, self.caret = name, 0, "", 0
        # the text is gone once other code has been executed
        self.is_current = True


def report(program: str, message: str, position: Position, calls: list[str]) -> None:
    """Prints an error as NEURON does."""
    where = f" in {position.name} near line {position.line}" if position.name else f" near line {position.line}"
    lines = [f"{program}: {message}", where]
    lines += [f" {position.text}", " " * (position.caret + 1) + "^"] if position.is_current else [" ^"]
    lines += [" " * (8 - 2 * number) + call for number, call in enumerate(calls[:4])]
    if len(calls) > 4:
        lines.append("and others")
    sys.stdout.flush()
    sys.stderr.write("\n".join(lines) + "\n")
    sys.stderr.flush()
