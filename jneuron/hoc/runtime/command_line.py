"""The command line that nrniv takes: `jneuron [options] files - args`.

Files are executed in order, hoc and Python mixed; an error in hoc ends the program with status 1, a file that is not there is
complained about and left out. `-c STATEMENT` is executed in its place, as Python after `-python`; with that option the first
Python file comes last, and what follows it are arguments of its own. A lone `-` reads statements from standard input, behind a
prompt where that is a terminal; there an error is shown and the next statement read.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, NamedTuple

from jneuron.base.errors import HocError, UnsupportedError
from jneuron.hoc.runtime.failures import message_of
from jneuron.hoc.runtime.files import read_hoc
from jneuron.hoc.runtime.interpreter import Interpreter
from jneuron.hoc.runtime.support import Stop

ALONE = frozenset({"-nogui", "-nobanner", "-nopython", "-notatty", "-isatty", "-mpi", "-python", "-gui", "--nogui"})
"""nrniv's options without a value."""
WITH_VALUE = frozenset({"-NSTACK", "-NFRAME", "-dll", "-pyexe", "-display", "-geometry", "-sf"})
"""nrniv's options with one."""
HOC_SUFFIXES = (".hoc", ".oc", ".ses")
PROMPT = "oc>"


class Step(NamedTuple):
    """One thing that the command line asks for: "file", "statement", "python" or "input"."""

    what: str
    text: str = ""


def steps_of(arguments: Sequence[str]) -> list[Step]:
    """Returns what a command line asks for, in order."""
    steps: list[Step] = []
    rest = iter(arguments)
    python = False
    for argument in rest:
        if argument in WITH_VALUE:
            next(rest, None)
        elif argument == "-python":
            python = True
        elif argument == "-c":
            steps.append(Step("python" if python else "statement", next(rest, "")))
        elif argument == "-":
            # what follows are arguments of the model's own
            steps.append(Step("input"))
            break
        elif argument not in ALONE:
            steps.append(Step("file", argument))
    return _python_last(steps) if python else steps


def _python_last(steps: list[Step]) -> list[Step]:
    scripts = [step for step in steps if step.what == "file" and step.text.endswith(".py")]
    others = [step for step in steps if step.what != "file" or step.text.endswith(HOC_SUFFIXES)]
    return [*others, *scripts[:1]]


def main(arguments: Sequence[str], session: Any, run_python: Callable[[str], int]) -> int:
    """Does what nrniv's command line says; returns the exit status.

    Args:
        session: The simulator.
        run_python: Runs a Python file; returns its exit status.
    """
    interpreter = session.interpreter
    interpreter.program = "jneuron"
    steps = steps_of(arguments)
    if not any(step.what in ("file", "statement", "python", "input") for step in steps):
        steps.append(Step("input"))
    for step in steps:
        status = _do(step, interpreter, run_python)
        if status:
            return status
    return 0


def _do(step: Step, interpreter: Interpreter, run_python: Callable[[str], int]) -> int:
    if step.what == "input":
        return interact(interpreter)
    if step.what == "python":
        interpreter.run_python(step.text)
        return 0
    if step.what == "statement":
        return _status(interpreter, lambda: interpreter.run_statement(step.text))
    if step.text.endswith(".py"):
        return run_python(step.text)
    path = interpreter.files.find(step.text)
    if path is None:
        print(f"jneuron: can't open {step.text}", file=sys.stderr)
        return 0
    return _status(interpreter, lambda: interpreter.guarded(lambda: interpreter.reader.run_main(read_hoc(path), step.text), ""))


def _status(interpreter: Interpreter, run: Callable[[], Any]) -> int:
    try:
        run()
    except HocError:
        # it has been shown
        return 1
    except UnsupportedError as error:
        print(f"UnsupportedError: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return 130
    return 0


def interact(interpreter: Interpreter) -> int:
    """Executes standard input statement by statement."""
    for text, line in statements(_lines(sys.stdin.isatty())):
        try:
            interpreter.guarded(partial(interpreter.reader.run, text, "", line), "")
        except HocError:
            continue
        except (UnsupportedError, KeyboardInterrupt) as error:
            print(f"{type(error).__name__}: {message_of(error)}", file=sys.stderr)
        except Stop:
            continue
    return 0


def _lines(at_terminal: bool) -> Iterator[str]:
    if not at_terminal:
        yield from sys.stdin
        return
    # the history of lines comes with this import
    with suppress(ImportError):
        import readline  # noqa: F401
    while True:
        try:
            yield input(PROMPT) + "\n"
        except EOFError:
            print()
            return
        except KeyboardInterrupt:
            print()


def statements(lines: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Yields statements as they are complete, with the number of their first line: lines are gathered until braces close."""
    gathered, start, depth = "", 1, 0
    in_template = False
    for number, line in enumerate(lines, 1):
        if not gathered:
            start = number
        gathered += line
        depth += line.count("{") - line.count("}")
        word = line.split(maxsplit=1)[0] if line.strip() else ""
        in_template = (in_template or word == "begintemplate") and word != "endtemplate"
        if depth > 0 or in_template or line.rstrip("\n").endswith("\\"):
            continue
        yield gathered, start
        gathered, depth = "", 0
    if gathered.strip():
        yield gathered, start
