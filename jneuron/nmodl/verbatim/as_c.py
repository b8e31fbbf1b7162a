"""Writes NMODL statements as C, as NEURON's translator does, so that VERBATIM in their midst reads as it was meant.

Arguments and LOCALs get the prefix `_l`. Every statement stands below a `#line` with its line in the .mod file, so that the
Python that comes out of the C knows it too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from jneuron.lang.source import Source
from jneuron.nmodl import ast
from jneuron.nmodl.verbatim.c_types import NotTranslatedError
from jneuron.nmodl.verbatim.preprocess import Macros, preprocess

_EVENTS = {"net_send": "nmodl_net_send", "net_event": "nmodl_net_event", "net_move": "nmodl_net_move"}


class CWriter:
    """Writes the C of one FUNCTION, PROCEDURE or block.

    Attributes:
        local: Names that are arguments, LOCALs, loop variables or the function's own name.
        lines: What has been written.
    """

    def __init__(
        self,
        source: Source,
        macros: Macros,
        local: Iterable[str],
        net_arguments: tuple[str, ...] = (),
        constants: Mapping[str, float] | None = None,
        opaque: list[ast.Statement] | None = None,
    ) -> None:
        self._source, self._macros, self.local, self._net_arguments = source, macros, set(local), net_arguments
        self._constants = constants or {}
        self._opaque = opaque
        self.lines: list[str] = []

    def block(self, block: ast.Block) -> None:
        """Writes the statements of a block."""
        # C wants the names of a block before their first use; the names of inner blocks are never those of outer ones
        for statement in block.statements:
            self.statement(statement)

    def statement(self, statement: ast.Statement) -> None:
        """Writes one statement."""
        line = self._source.position(statement.span.start).line
        self._line(f"#line {line}")
        match statement:
            case ast.Verbatim():
                self._verbatim(statement)
            case ast.Assign():
                self._line(f"{self.expression(statement.target)} = {self.expression(statement.value)};")
            case ast.ExpressionStatement():
                self._line(f"{self.expression(statement.value)};")
            case ast.Local():
                for name in statement.names:
                    self.local.add(name.name)
                    length = f"[{int(float(name.length))}]" if name.length else ""
                    self._line(f"double _l{name.name}{length};")
            case ast.If():
                self._braces(f"if ({self.expression(statement.condition)})", statement.then)
                if statement.other is not None:
                    self._braces("else", statement.other)
            case ast.While():
                self._braces(f"while ({self.expression(statement.condition)})", statement.body)
            case ast.From():
                self._from(statement)
            case ast.Block():
                self._braces("", statement)
            case ast.Protect():
                if statement.statement is not None:
                    self.statement(statement.statement)
            case ast.Solve() if self._opaque is not None:
                self._opaque.append(statement)
                self._line(f"nmodl_statement({len(self._opaque) - 1});")
            case _:
                raise NotTranslatedError(f"{type(statement).__name__} beside C that runs on the host")

    def _line(self, text: str) -> None:
        self.lines.append(text)

    def _braces(self, header: str, block: ast.Block) -> None:
        self._line(f"{header} {{")
        self.block(block)
        self._line("}")

    def _from(self, loop: ast.From) -> None:
        first, last = self.expression(loop.first), self.expression(loop.last)
        step = self.expression(loop.step) if loop.step is not None else "1"
        self.local.add(loop.variable)
        name = f"_l{loop.variable}"
        self._line(f"{{ int {name}; for ({name} = (int)({first}); {name} <= (int)({last}); {name} += (int)({step})) {{")
        self.block(loop.body)
        self._line("} }")

    def _verbatim(self, statement: ast.Verbatim) -> None:
        text = preprocess(statement.text, self._macros)
        self.lines += resolved(text, self._net_arguments).split("\n")

    # ---- expressions

    def expression(self, expression: ast.Expression) -> str:
        """Returns the C of an expression."""
        match expression:
            case ast.Number():
                return repr(float(expression.text))
            case ast.Text():
                return f'"{expression.value}"'
            case ast.Name():
                if expression.name in self._constants and expression.name not in self.local:
                    return repr(self._constants[expression.name])
                name = f"_l{expression.name}" if expression.name in self.local else expression.name
                return name if expression.index is None else f"{name}[(int)({self.expression(expression.index)})]"
            case ast.Unary():
                return f"({expression.operator}{self.expression(expression.operand)})"
            case ast.Binary(operator="^"):
                return f"pow({self.expression(expression.left)}, {self.expression(expression.right)})"
            case ast.Binary():
                return f"({self.expression(expression.left)} {expression.operator} {self.expression(expression.right)})"
            case ast.Where():
                parts = (expression.condition, expression.chosen, expression.other)
                return "({} ? {} : {})".format(*(self.expression(part) for part in parts))
            case ast.Call(name="state_discontinuity"):
                target, value = expression.arguments
                return f"{self.expression(target)} = {self.expression(value)}"
            case ast.Call():
                name = _EVENTS.get(expression.name, expression.name)
                return f"{name}({', '.join(self.expression(argument) for argument in expression.arguments)})"
        raise NotTranslatedError(f"{type(expression).__name__} beside C that runs on the host")


def resolved(text: str, net_arguments: tuple[str, ...]) -> str:
    """Returns C with the names that NEURON gives the arguments of NET_RECEIVE replaced by NMODL's."""

    def argument(found: re.Match[str]) -> str:
        place = int(found.group(1))
        return net_arguments[place] if place < len(net_arguments) else found.group()

    text = re.sub(r"\b_args\s*\[\s*(\d+)\s*\]", argument, text)
    return re.sub(r"\b_lflag\b", "flag", text)
