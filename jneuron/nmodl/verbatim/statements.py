"""Writes C statements as Python."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from pycparser import c_ast

from jneuron.lang.python_writer import PythonWriter
from jneuron.nmodl.verbatim.c_types import (
    AUTO,
    INT,
    Array,
    CType,
    Function,
    NotTranslatedError,
    Struct,
    Void,
    letter,
)
from jneuron.nmodl.verbatim.expressions import ExpressionWriter, Value
from jneuron.nmodl.verbatim.scopes import Scope, Variable, attribute, empty_value, struct_class


class StatementWriter(ExpressionWriter):
    """Writes the body of one function.

    Attributes:
        statics: Static variables with their first values.
        onward: For each loop around, what `continue` has to do first.
        result: Type of what the function returns.
    """

    def __init__(self, scope: Scope, writer: PythonWriter, result: CType) -> None:
        super().__init__(scope)
        self.writer, self.result = writer, result
        self.statics: list[tuple[str, str]] = []
        self.onward: list[Callable[[], None] | None] = []

    def body(self, items: Sequence[Any]) -> None:
        """Writes statements, one at least."""
        before = len(self.writer.lines)
        for item in items:
            self.statement(item)
        if len(self.writer.lines) == before:
            self.writer.line("pass")

    def block(self, node: Any) -> None:
        """Writes a statement's body as a scope of its own."""
        self.scope.blocks.append({})
        self.body(node.block_items or [] if isinstance(node, c_ast.Compound) else [node] if node is not None else [])
        self.scope.blocks.pop()

    def statement(self, node: Any) -> None:
        """Writes one statement."""
        if node.coord is not None and node.coord.line:
            self.writer.origin = node.coord.line
        match node:
            case c_ast.EmptyStatement() | c_ast.Pragma():
                return
            case c_ast.Compound():
                self.scope.blocks.append({})
                for item in node.block_items or []:
                    self.statement(item)
                self.scope.blocks.pop()
            case c_ast.Decl():
                self._declaration(node)
            case c_ast.DeclList():
                for declaration in node.decls:
                    self._declaration(declaration)
            case c_ast.Typedef():
                self.types.named[node.name] = self.types.of(node)
            case c_ast.If():
                self._if(node)
            case c_ast.While():
                with self.writer.indented(f"while {self.truth(node.cond)}:"):
                    self._loop_body(node.stmt, None)
            case c_ast.DoWhile():
                self._do_while(node)
            case c_ast.For():
                self._for(node)
            case c_ast.Switch():
                self._switch(node)
            case c_ast.Break():
                self.writer.line("break")
            case c_ast.Continue():
                self._continue()
            case c_ast.Return():
                self._return(node)
            case c_ast.Assignment():
                self._assign(node)
            case c_ast.UnaryOp(op="++" | "--" | "p++" | "p--"):
                self._count(node)
            case c_ast.ExprList():
                for item in node.exprs:
                    self.statement(item)
            case c_ast.FuncCall() | c_ast.Cast() | c_ast.BinaryOp() | c_ast.TernaryOp() | c_ast.UnaryOp():
                self.writer.line(self.value(node).text)
            case c_ast.ID() | c_ast.Constant() | c_ast.ArrayRef() | c_ast.StructRef():
                return
            case _:
                raise NotTranslatedError(f"{type(node).__name__.lower()} statements")

    # ---- declarations

    def _declaration(self, node: c_ast.Decl) -> None:
        if node.name is None:
            self.types.of(node.type)
            return
        kind = self.types.of(node)
        if isinstance(kind, Function) or "extern" in node.storage:
            return
        if "static" in node.storage:
            self._static(node, kind)
            return
        if kind == AUTO and node.init is not None:
            kind = self.value(node.init).type
        if isinstance(kind, Array) and kind.length < 0 and node.init is not None:
            kind = Array(kind.item, _n_item(node.init))
        value = self.initial(kind, node.init, boxed=node.name in self.scope.pointed)
        variable = self.scope.declare(node.name, kind)
        self.writer.line(f"{variable.text} = {value}")

    def _static(self, node: c_ast.Decl, kind: CType) -> None:
        name = f"{self.scope.function}_{node.name}"
        if isinstance(kind, Array) and kind.length < 0 and node.init is not None:
            kind = Array(kind.item, _n_item(node.init))
        boxed = node.name in self.scope.pointed
        self.scope.blocks[-1][node.name] = variable_of_file(name, kind, boxed=boxed)
        self.statics.append((name, self.initial(kind, node.init, boxed=boxed)))

    def initial(self, kind: CType, init: Any, *, boxed: bool = False) -> str:
        """Returns Python for the first value of a variable."""
        if init is None:
            return empty_value(kind, self.types, boxed=boxed and not isinstance(kind, Array | Struct))
        if isinstance(kind, Array):
            return self._initial_array(kind, init)
        if isinstance(kind, Struct):
            if not isinstance(init, c_ast.InitList):
                return f"{self.value(init).text}.copy()"
            fields = self.types.structs[kind.tag]
            values = [self.initial(field, item) for field, item in zip(fields.values(), init.exprs)]
            return f"{struct_class(kind.tag)}({', '.join(values)})"
        if isinstance(init, c_ast.InitList):
            init = init.exprs[0]
        value = self.number(init, kind)
        if not boxed:
            return value
        return f"numbers({letter(kind)!r}, 1, ({value},))" if letter(kind) else f"[{value}]"

    def _initial_array(self, kind: Array, init: Any) -> str:
        if isinstance(init, c_ast.Constant):
            size = max(kind.length, 0) or "None"
            return f"c_text_array({self.value(init).text}, {size})"
        values = [self.initial(kind.item, item) for item in init.exprs]
        if letter(kind.item):
            return f"numbers({letter(kind.item)!r}, {kind.length}, ({', '.join(values)},))"
        values += [empty_value(kind.item, self.types)] * (kind.length - len(values))
        return f"[{', '.join(values)}]"

    # ---- control

    def _if(self, node: c_ast.If) -> None:
        with self.writer.indented(f"if {self.truth(node.cond)}:"):
            self.block(node.iftrue)
        if node.iffalse is not None:
            with self.writer.indented("else:"):
                self.block(node.iffalse)

    def _loop_body(self, node: Any, onward: Callable[[], None] | None) -> None:
        self.onward.append(onward)
        self.block(node)
        self.onward.pop()
        if onward is not None:
            onward()

    def _do_while(self, node: c_ast.DoWhile) -> None:
        def leave() -> None:
            with self.writer.indented(f"if not {self.truth(node.cond)}:"):
                self.writer.line("break")

        with self.writer.indented("while True:"):
            self._loop_body(node.stmt, leave)

    def _for(self, node: c_ast.For) -> None:
        self.scope.blocks.append({})
        if node.init is not None:
            self.statement(node.init)
        onward = node.next

        def step() -> None:
            if onward is not None:
                self.statement(onward)

        condition = self.truth(node.cond) if node.cond is not None else "True"
        with self.writer.indented(f"while {condition}:"):
            self._loop_body(node.stmt, step)
        self.scope.blocks.pop()

    def _continue(self) -> None:
        if not self.onward:
            raise NotTranslatedError("continue outside a loop")
        onward = self.onward[-1]
        if onward is not None:
            onward()
        self.writer.line("continue")

    def _switch(self, node: c_ast.Switch) -> None:
        """Writes a switch as a loop of one turn: parts from the chosen one on, until a break."""
        parts: list[tuple[str, list[Any]]] = []
        names = f"case_{len(self.writer.lines)}"
        self.writer.line(f"{names} = {self.number(node.cond, INT)}")
        conditions: list[str] = []
        for item in node.stmt.block_items or []:
            if isinstance(item, c_ast.Case):
                condition = f"{names} == {self.value(item.expr).text}"
                conditions.append(condition)
                parts.append((condition, list(item.stmts or [])))
            elif isinstance(item, c_ast.Default):
                parts.append(("", list(item.stmts or [])))
            elif parts:
                parts[-1][1].append(item)
        chosen = f"{names}_from"
        places = "".join(f"{place} if {condition} else " for place, (condition, _) in enumerate(parts) if condition)
        default = next((place for place, (condition, _) in enumerate(parts) if not condition), len(parts))
        self.writer.line(f"{chosen} = {places}{default}")
        with self.writer.indented("while True:"):
            self.onward.append(_no_continue)
            for place, (_, statements) in enumerate(parts):
                with self.writer.indented(f"if {chosen} <= {place}:"):
                    self.scope.blocks.append({})
                    self.body(statements)
                    self.scope.blocks.pop()
            self.onward.pop()
            self.writer.line("break")

    def _return(self, node: c_ast.Return) -> None:
        if node.expr is None or isinstance(self.result, Void):
            if node.expr is not None and isinstance(node.expr, c_ast.FuncCall | c_ast.Assignment):
                self.statement(node.expr)
            self.writer.line(self.bare_return)
            return
        self.writer.line(f"return {self.number(node.expr, self.result)}")

    bare_return = "return 0.0"

    # ---- assignments

    def _assign(self, node: c_ast.Assignment) -> None:
        if isinstance(node.rvalue, c_ast.Assignment) and node.op == "=":
            # a = b = c: innermost first
            self._assign(node.rvalue)
            inner = self.place(node.rvalue.lvalue)
            place = self.place(node.lvalue)
            self._note(place)
            self._write(place.read, self.converted(Value(inner.read, inner.type), place.type))
            return
        place, text = self.assigned(node)
        if isinstance(place.type, Array):
            raise NotTranslatedError("an array assigned as a whole")
        self._write(place.read, text)

    def _count(self, node: c_ast.UnaryOp) -> None:
        place = self.place(node.expr)
        self._note(place)
        operator = "+" if "+" in node.op else "-"
        self._write(place.read, self.converted(Value(f"({place.read} {operator} 1)", place.type), place.type))

    def _write(self, target: str, text: str) -> None:
        self.writer.line(f"{target} = {text[1:-1] if _is_wrapped(text) else text}")


def variable_of_file(name: str, kind: CType, *, boxed: bool = False) -> Variable:
    """Returns a variable that lives as long as the mechanism: an attribute of G."""
    return Variable(attribute("G", name), kind, boxed and not isinstance(kind, Array | Struct), "G", name)


def _no_continue() -> None:
    raise NotTranslatedError("continue inside a switch")


def _n_item(init: Any) -> int:
    return len(init.exprs) if isinstance(init, c_ast.InitList) else len(init.value) - 1


def _is_wrapped(text: str) -> bool:
    """Whether one pair of parentheses encloses the whole text."""
    if not (text.startswith("(") and text.endswith(")")) or ":=" in text:
        return False
    depth = 0
    for place, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if depth == 0 and place < len(text) - 1:
            return False
    return "," not in text
