"""The command `jneuron hoc2py FILE`: prints the Python that a hoc file means, for people who port a model."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jneuron.hoc.runtime.files import read_hoc
from jneuron.hoc.runtime.scope import Symbol, TopScope
from jneuron.hoc.syntax import ast
from jneuron.hoc.syntax.errors import SyntaxProblem
from jneuron.hoc.syntax.kinds import Kind
from jneuron.hoc.syntax.parser import DECLARED, PROCEDURES, Parser
from jneuron.hoc.syntax.python_style import NoPythonForm, PythonStyle
from jneuron.ir.kinds import MechanismKind
from jneuron.lang.source import Source, Span

COMMENT = re.compile(r"/\*(.*?)\*/|//([^\n]*)", re.DOTALL)
TEMPLATE = re.compile(r"\s*begintemplate\s+(\w+)")


def main(argv: Sequence[str], session: Any) -> int:
    """Prints the Python of files that belong together, in order; returns 1 where one does not parse.

    Args:
        argv: The files.
        session: A simulator that nothing has been done with: it knows the names.
    """
    if not argv:
        print("usage: jneuron hoc2py FILE...", file=sys.stderr)
        return 2
    translator = Translator(session)
    for path in argv:
        try:
            text = read_hoc(Path(path))
            print(f"# {path}\n" + translator.translate(text), end="")
        except SyntaxProblem as problem:
            line = text.count("\n", 0, problem.place) + 1
            print(f"{path}:{line}: {problem.message}\n{Source(path, text).excerpt(Span(problem.place, 0))}", file=sys.stderr)
            return 1
        except OSError as error:
            print(f"jneuron: can't open {path}: {error.strerror}", file=sys.stderr)
            return 1
    return 0


class Translator:
    """Translates the files of one model.

    Attributes:
        scope: The names that they have declared so far.
    """

    def __init__(self, session: Any) -> None:
        session.h.load_file("nrngui.hoc")
        self.scope = TopScope(session, {}, lambda name: None)
        library = session.library
        points = frozenset(name for name in library if library.kind(name) is MechanismKind.POINT)
        self._style = PythonStyle(self.scope, points)
        self._begun = False

    def translate(self, text: str) -> str:
        """Returns the Python of a hoc text."""
        lines = [] if self._begun else ["from neuron import h", ""]
        self._begun = True
        at = 0
        while at < len(text):
            parser = Parser(text, self.scope, at)
            parser.skip_line_ends()
            lines += _comments(text[at : parser.token.start])
            start = parser.token.start
            template = TEMPLATE.match(text, start)
            if template is not None:
                at, kept = _template(text, start, template[1], self.scope)
                lines += kept
                continue
            statement = parser.next_statement()
            if statement is None:
                break
            _declare(statement, self.scope)
            lines += self._lines_of(statement, text[start : parser.previous_end])
            at = parser.token.end
        return "\n".join(lines) + "\n"

    def _lines_of(self, statement: ast.Statement, text: str) -> list[str]:
        self._style.begin()
        try:
            self._style.statement(statement)
        except NoPythonForm:
            if isinstance(statement, ast.Procedure):
                self._style.left_as_hoc.add(statement.name)
            return _as_hoc(text)
        return self._style.writer.lines


def _template(text: str, at: int, name: str, scope: TopScope) -> tuple[int, list[str]]:
    """Returns where a template ends, and what keeps it as it is: classes of hoc's stay hoc."""
    end = re.compile(rf"endtemplate\s+{name}\b[^\n]*\n?").search(text, at)
    if end is None:
        raise SyntaxProblem("syntax error", len(text))
    scope.declare(name, Symbol(Kind.TEMPLATE))
    return end.end(), [
        "",
        f"# the template {name} stays hoc: keep it in a file of its own and load it",
        *_as_hoc(text[at : end.end()]),
    ]


def _as_hoc(text: str) -> list[str]:
    quotes = "'''" if '"""' in text or text.rstrip().endswith('"') else '"""'
    return f"h(r{quotes}{text.strip()}{quotes})".splitlines()


def _comments(gap: str) -> list[str]:
    found = [match[1] if match[1] is not None else match[2] for match in COMMENT.finditer(gap)]
    return [f"# {line.strip()}" for comment in found for line in comment.strip().splitlines()]


def _declare(statement: ast.Statement, scope: TopScope) -> None:
    """Notes what a statement declares, as executing it would."""
    if isinstance(statement, ast.Procedure):
        scope.declare(statement.name, Symbol(PROCEDURES[statement.word]))
    elif isinstance(statement, ast.Declaration):
        for name in statement.names:
            sizes = tuple(1 for _ in name.indices)
            scope.declare(name.name, Symbol(DECLARED[statement.word], sizes))
    elif isinstance(statement, ast.Block):
        for each in statement.body:
            _declare(each, scope)
