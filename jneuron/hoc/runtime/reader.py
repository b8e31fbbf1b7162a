"""Runs a text statement by statement.

Statements of one line that differ in nothing but their numbers share one function: it is emitted with the numbers as
parameters when the first of them is met, and the lines that follow are split into text and numbers and looked up.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from jneuron.facade.calls import HocExecError
from jneuron.hoc.runtime.failures import Position
from jneuron.hoc.runtime.scope import TemplateScope
from jneuron.hoc.runtime.support import Stop
from jneuron.hoc.syntax import ast
from jneuron.hoc.syntax.emit.statements import emit_statement
from jneuron.hoc.syntax.errors import SyntaxProblem
from jneuron.hoc.syntax.lexer import END
from jneuron.hoc.syntax.parser import Parser

if TYPE_CHECKING:
    from jneuron.hoc.runtime.interpreter import Interpreter

NUMBER = re.compile(r"(?<![\w.$&])((?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)(?!\w)")
UNSHARED = re.compile(r'["\\]|/[/*]|\bproc\b|template')
LONGEST_SHARED = 400


class Reader:
    """Executes texts for one interpreter."""

    def __init__(self, interpreter: Interpreter) -> None:
        self._interpreter = interpreter
        self._shared: dict[str, Callable[..., Any]] = {}

    def run_main(self, text: str, name: str) -> None:
        """Executes a file of the command line: `stop` ends a statement of it, not the file."""
        self.run(text, name, ends_at_stop=False)

    def run(self, text: str, name: str, first_line: int = 1, *, ends_at_stop: bool = True) -> None:
        """Executes a text."""
        outer = self._interpreter.positions
        position = Position(name or (outer[-1].name if outer else ""))
        outer.append(position)
        try:
            run = _Run(self._interpreter, self._shared, text, position, first_line)
            while run.at < len(text):
                try:
                    run.all()
                except Stop:
                    if ends_at_stop:
                        raise
        except Exception as error:
            # whoever shows the error needs the innermost position
            if not hasattr(error, "hoc_position"):
                error.hoc_position = position  # type: ignore[attr-defined]
            raise
        finally:
            outer.pop()
            if outer:
                outer[-1].is_current = False


class _Run:
    # one text on its way

    def __init__(
        self, interpreter: Interpreter, shared: dict[str, Callable[..., Any]], text: str, position: Position, first_line: int
    ) -> None:
        self.interpreter, self.shared, self.text, self.position = interpreter, shared, text, position
        self.at = 0
        self.line = first_line

    def all(self) -> None:
        text, length = self.text, len(self.text)
        while self.at < length:
            end = text.find("\n", self.at)
            if end < 0:
                end = length
            line = text[self.at : end]
            if not line or line.isspace():
                self.at, self.line = end + 1, self.line + 1
                continue
            if not self._run_shared(line, end):
                self._run_next(end)

    def _run_shared(self, line: str, end: int) -> bool:
        if self.interpreter.scope is not self.interpreter.top:
            return False
        parts = NUMBER.split(line)
        function = self.shared.get("#".join(parts[::2]))
        if function is None:
            function = self.shared.get(line)
            if function is None:
                return False
            parts = []
        position = self.position
        position.line, position.text, position.caret = self.line, line, len(line)
        position.is_current = True
        self.at, self.line = end + 1, self.line + 1
        function(*map(float, parts[1::2]))
        return True

    def _run_next(self, end: int) -> None:
        interpreter = self.interpreter
        start, first_line = self.at, self.line
        parser = None
        try:
            parser = Parser(self.text, interpreter.scope, start, first_line)
            statement = parser.next_statement()
            after = parser.token.end
        except SyntaxProblem as problem:
            self._place_problem(problem, parser, start, first_line)
            raise
        self.at = after
        self.line = first_line + self.text.count("\n", start, after)
        if statement is None:
            self.at = len(self.text)
            return
        last_start = self.text.rfind("\n", 0, max(after - 1, 0)) + 1
        position = self.position
        position.text = self.text[last_start : after - 1 if self.text[after - 1 : after] == "\n" else after]
        position.is_current = True
        position.line, position.caret = self.line - (parser.token.kind == "line"), len(position.text)
        self._execute(statement, start, end)

    def _place_problem(self, problem: SyntaxProblem, parser: Parser | None, start: int, first_line: int) -> None:
        place = problem.place if problem.place >= 0 else start
        line_start = self.text.rfind("\n", 0, place) + 1
        line_end = self.text.find("\n", place)
        position = self.position
        position.text = self.text[line_start : line_end if line_end >= 0 else len(self.text)]
        position.is_current = True
        position.line = first_line + self.text.count("\n", start, line_start)
        position.caret = place - line_start

    def _execute(self, statement: ast.Statement, start: int, end: int) -> None:
        interpreter, scope = self.interpreter, self.interpreter.scope
        if isinstance(statement, ast.Procedure):
            interpreter.define(statement, scope)
        elif isinstance(statement, ast.Template):
            self._template(statement)
        elif isinstance(statement, ast.Visibility):
            self._visibility(statement)
        elif isinstance(scope, TemplateScope):
            self._execute_in_template(statement, scope)
        else:
            self._execute_at_top(statement, start, end)

    def _execute_at_top(self, statement: ast.Statement, start: int, end: int) -> None:
        units, top = self.interpreter.units, self.interpreter.top
        line = self.text[start:end]
        if self.at != end + 1 or len(line) > LONGEST_SHARED:
            units.load(emit_statement(statement, top))()
            return
        if UNSHARED.search(line):
            self._execute_whole(statement, line)
            return
        # the numbers of this line as parameters
        matches = list(NUMBER.finditer(line))
        parameters = {start + match.start(): f"p{k}" for k, match in enumerate(matches)}
        emitted = emit_statement(statement, top, parameters)
        function = units.load(emitted)
        shape = "#".join(NUMBER.split(line)[::2])
        self.shared[shape] = function
        units.on_change(emitted, lambda: self.shared.pop(shape, None) and None)
        function(*(float(match[1]) for match in matches))

    def _execute_whole(self, statement: ast.Statement, line: str) -> None:
        # statements that callbacks execute come again and again
        units = self.interpreter.units
        emitted = emit_statement(statement, self.interpreter.top)
        function = units.load(emitted)
        if not self.position.name:
            self.shared[line] = function
            units.on_change(emitted, lambda: self.shared.pop(line, None) and None)
        function()

    # ---- templates

    def _template(self, statement: ast.Template) -> None:
        interpreter = self.interpreter
        outer = interpreter.scope
        interpreter.scope = interpreter.begin_template(statement.name)
        try:
            self._template_body(statement.name)
        finally:
            interpreter.scope = outer

    def _template_body(self, name: str) -> None:
        while True:
            parser = Parser(self.text, self.interpreter.scope, self.at, 1)
            parser.skip_line_ends()
            if parser.token.kind == END:
                raise SyntaxProblem("syntax error", len(self.text))
            if parser.at("endtemplate"):
                parser.advance()
                ended = parser.expect_name()
                if ended != name:
                    raise SyntaxProblem(f"{ended} - end template mismatched with begin", parser.previous_end)
                after = parser.token.end
                self.line += self.text.count("\n", self.at, after)
                self.at = after
                return
            end = self.text.find("\n", self.at)
            self._run_next(end if end >= 0 else len(self.text))

    def _visibility(self, statement: ast.Visibility) -> None:
        scope = self.interpreter.scope
        if not isinstance(scope, TemplateScope):
            raise HocExecError("Not in a template\n")
        for name in statement.names:
            if statement.word == "public":
                scope.publish(name)
                continue
            if scope.top.kind(name).name == "UNDEFINED":
                raise HocExecError(f"{name} not declared at the top level")
            scope.borrow(name)

    def _execute_in_template(self, statement: ast.Statement, scope: TemplateScope) -> None:
        if isinstance(statement, ast.Declaration):
            self.interpreter.declare_in_template(statement, scope)
        else:
            emitted = emit_statement(statement, scope)
            self.interpreter.units.load(emitted)(self.interpreter.this or self.interpreter.pattern_object(scope))
