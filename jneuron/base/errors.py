"""The exceptions jneuron raises.

Two families: what the user can mend (a wrong name, a value out of range, a file with a mistake in it), and
`InternalError`, which is ours. Where NEURON refuses too, the class and the wording are NEURON's, because scripts match on
them.
"""

from __future__ import annotations

import sys
from typing import Any, NoReturn


class JneuronError(Exception):
    """Base of the errors that only jneuron raises."""


class HocError(RuntimeError):
    """NEURON refuses this too: its own words, in NEURON's own class, under whose name it is printed."""

    def __reduce__(self) -> tuple[Any, ...]:
        return _hoc_error, self.args


def _hoc_error(*arguments: object) -> HocError:
    return HocError(*arguments)


HocError.__name__ = HocError.__qualname__ = RuntimeError.__name__
HocError.__module__ = RuntimeError.__module__


class UnsupportedError(JneuronError, NotImplementedError):
    """NEURON can do it and jneuron can't yet.

    Attributes:
        name: NEURON's name for it.
        reason: Why it is not there.
        workaround: What to do instead, or an empty string.
    """

    def __init__(self, name: str, reason: str, workaround: str = "") -> None:
        self.name, self.reason, self.workaround = name, reason, workaround
        lines = [f"{name} is not supported.", f"  Reason:     {reason}"]
        if workaround:
            lines.append(f"  Workaround: {workaround}")
        lines.append("  See:        docs/coverage.md")
        super().__init__("\n".join(lines))


class ModSyntaxError(SyntaxError):
    """A .mod file that does not parse; carries file, line, column and the line's text, so that Python draws the caret.

    What else is wrong with the file are its notes, which Python shows below.
    """


class ModSemanticError(JneuronError, ValueError):
    """A .mod file that parses and means nothing: all findings of the file at once.

    Attributes:
        findings: One sentence each, with file, line and column.
    """

    def __init__(self, findings: tuple[str, ...]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(self.findings))


class HocSyntaxError(SyntaxError):
    """hoc code that does not parse."""


class SolverError(JneuronError, ArithmeticError):
    """A simulation that left the numbers: names where and when.

    Attributes:
        section, x, mechanism, variable: The place; empty where it is not known.
        time: Simulated time [ms].
    """

    def __init__(
        self, problem: str, *, section: str = "", x: float = 0.0, mechanism: str = "", variable: str = "", time: float = 0.0
    ) -> None:
        self.section, self.x, self.mechanism, self.variable, self.time = section, x, mechanism, variable, time
        place = f"{section}({x:g})" if section else "the simulation"
        what = ".".join(name for name in (mechanism, variable) if name)
        super().__init__(f"{problem}: {what} in {place} at t = {time:g} ms")


class ConvergenceError(SolverError, RuntimeError):
    """A mechanism's equations that Newton's method did not solve: NEURON's `scopmath library error`."""


class InternalError(JneuronError, RuntimeError):
    """A mistake of jneuron's own; please report it."""


def fail_with(message: str) -> NoReturn:
    """Raises what NEURON raises for `hoc_execerror(message)`, after printing what it prints."""
    sys.stderr.write(f"NEURON: {message}\n near line 0\n ^\n")
    raise HocError(f"hocobj_call error: hoc_execerror: {message}")
