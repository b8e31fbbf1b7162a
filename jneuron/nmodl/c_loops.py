"""Translates C loops into NMODL's: what leaves a turn early becomes a variable that the rest of the turn looks at."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pycparser import c_ast

from jneuron.lang.source import Span
from jneuron.nmodl import ast
from jneuron.nmodl.library_functions import ELEMENTARY
from jneuron.nmodl.verbatim.c_types import NotTranslatedError
from jneuron.nmodl.verbatim.pointers import Held
from jneuron.nmodl.verbatim.preprocess import Macros

_PURE = frozenset(ELEMENTARY) | {"vector_capacity", "vector_size", "vector_vec"}


@dataclass
class CContext:
    """What names mean where the C stands.

    Attributes:
        owner: The FUNCTION whose value `return` sets; empty elsewhere.
        functions: FUNCTIONs and PROCEDUREs of the file.
        names: Variables that NMODL code declares anywhere in the file; grows by C's own local variables.
        arguments: Arguments of NET_RECEIVE, which C knows as _args[i].
        held: Variables that hold streams or other objects.
        macros: What #define at file level says.
        vectors: Variables that hold a Vector; grows as they are met.
        may_send: Whether the code may ask for events here.
        opaque: Statements of NMODL that have no form in C, by the number under which they stand there.
        aliases: C pointers by the variable they point into.
        whole: Local variables of a whole-number type.
    """

    owner: str
    functions: frozenset[str]
    names: set[str]
    arguments: tuple[str, ...]
    held: Held = field(default_factory=Held)
    macros: Macros = field(default_factory=Macros)
    vectors: set[str] = field(default_factory=set)
    may_send: bool = False
    opaque: list[ast.Statement] = field(default_factory=list)
    aliases: dict[str, str] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)


@dataclass
class _Escapes:
    """The variables that tell how a turn of a loop was left, and whether it is left that way anywhere."""

    broken: str = ""
    skipped: str = ""
    breaks: bool = False
    skips: bool = False


def _all_below(item: Any) -> Iterator[Any]:
    yield item
    for _, child in item.children():
        yield from _all_below(child)


def _own_level(item: Any) -> Iterator[Any]:
    """Yields a node and what is below it, without the insides of loops and switches."""
    yield item
    if not isinstance(item, c_ast.While | c_ast.For | c_ast.DoWhile | c_ast.Switch):
        for _, child in item.children():
            yield from _own_level(child)


class LoopTranslator(ABC):
    """What a translator of C does with loops.

    Attributes:
        escapes: How the turn of the loop around may be left.
        in_loop: Whether there is a loop around.
    """

    def __init__(self, context: CContext, span: Span) -> None:
        self.context, self.span = context, span
        self.escapes = _Escapes()
        self.in_loop = False

    @abstractmethod
    def expression(self, item: Any) -> ast.Expression:
        """Returns the NMODL expression for a C one."""

    @abstractmethod
    def _statement(self, item: Any) -> list[ast.Statement]:
        """Returns the NMODL statements for a C one."""

    @abstractmethod
    def _forget_pointers(self, before: dict[str, str]) -> None:
        """Forgets what a branch made pointers point at."""

    def _for(self, item: c_ast.For) -> list[ast.Statement]:
        start = self._statement(item.init) if item.init is not None else []
        onward = self._statement(item.next) if item.next is not None else []
        return [*start, *self._loop(item.cond, item.stmt, onward)]

    def _loop(
        self, condition: Any, body: Any, onward: list[ast.Statement], *, at_least_once: bool = False
    ) -> list[ast.Statement]:
        """Returns a loop; `break` and `continue` become variables that the rest of the body looks at."""
        outer, self.escapes = self.escapes, _Escapes()
        was, self.in_loop = self.in_loop, True
        self.escapes.broken, self.escapes.skipped = self._fresh("broken"), self._fresh("skipped")
        statements = self._guarded(body.block_items or [] if isinstance(body, c_ast.Compound) else [body])
        escapes, self.escapes, self.in_loop = self.escapes, outer, was
        before: list[ast.Statement] = []
        if escapes.skips:
            statements = [self._set(escapes.skipped, "0"), *statements]
            before += [ast.Local((ast.LocalName(escapes.skipped),), self.span), self._set(escapes.skipped, "0")]
        if escapes.breaks:
            before += [ast.Local((ast.LocalName(escapes.broken),), self.span), self._set(escapes.broken, "0")]
        goes_on: ast.Expression = ast.Number("1") if condition is None else self.expression(condition)
        if at_least_once or (condition is not None and self._has_effects(condition)):
            # the condition is worked out once a turn, at the end of the one before
            flag = self._fresh("again")
            test = self._test(flag, goes_on, escapes.broken if escapes.breaks else "")
            before += [ast.Local((ast.LocalName(flag),), self.span)]
            before += [self._set(flag, "1")] if at_least_once else [test]
            statements = [*statements, *self._unless(escapes, onward), test]
            goes_on = ast.Binary("!=", ast.Name(flag, span=self.span), ast.Number("0"), self.span)
            return [*before, ast.While(goes_on, ast.Block(tuple(statements), self.span), self.span)]
        if escapes.breaks:
            whole = ast.Binary("==", ast.Name(escapes.broken, span=self.span), ast.Number("0"), self.span)
            goes_on = ast.Binary("&&", whole, goes_on, self.span)
        statements = [*statements, *self._unless(escapes, onward)]
        return [*before, ast.While(goes_on, ast.Block(tuple(statements), self.span), self.span)]

    def _test(self, flag: str, condition: ast.Expression, broken: str) -> ast.Statement:
        target = ast.Name(flag, span=self.span)
        assign = ast.Assign(target, ast.Where(condition, ast.Number("1"), ast.Number("0"), self.span), self.span)
        if not broken:
            return assign
        stop = ast.Block((self._set(flag, "0"),), self.span)
        unbroken = ast.Binary("==", ast.Name(broken, span=self.span), ast.Number("0"), self.span)
        return ast.If(unbroken, ast.Block((assign,), self.span), stop, self.span)

    def _unless(self, escapes: _Escapes, onward: list[ast.Statement]) -> list[ast.Statement]:
        """Returns what a loop does between turns; a loop that was left does not do it."""
        if not (escapes.breaks and onward):
            return onward
        unbroken = ast.Binary("==", ast.Name(escapes.broken, span=self.span), ast.Number("0"), self.span)
        return [ast.If(unbroken, ast.Block(tuple(onward), self.span), None, self.span)]

    def _guarded(self, items: Sequence[Any]) -> list[ast.Statement]:
        """Returns statements of a loop's body; what follows a way that may leave the turn is done on the others only."""
        result: list[ast.Statement] = []
        for place, item in enumerate(items):
            kinds = {type(node) for node in _own_level(item)} & {c_ast.Break, c_ast.Continue}
            if any(isinstance(node, c_ast.Return) for node in _all_below(item)):
                raise NotTranslatedError("return inside a loop")
            if not kinds:
                result.extend(self._statement_in_loop(item))
                continue
            if isinstance(item, c_ast.Break | c_ast.Continue):
                result.append(self._leave(item))
                return result
            result.extend(self._statement_in_loop(item))
            rest = self._guarded(items[place + 1 :])
            if rest:
                flags = [self.escapes.broken] * (c_ast.Break in kinds) + [self.escapes.skipped] * (c_ast.Continue in kinds)
                held: ast.Expression | None = None
                for flag in flags:
                    clear = ast.Binary("==", ast.Name(flag, span=self.span), ast.Number("0"), self.span)
                    held = clear if held is None else ast.Binary("&&", held, clear, self.span)
                assert held is not None
                result.append(ast.If(held, ast.Block(tuple(rest), self.span), None, self.span))
            return result
        return result

    def _statement_in_loop(self, item: Any) -> list[ast.Statement]:
        if isinstance(item, c_ast.Compound):
            return self._guarded(item.block_items or [])
        if isinstance(item, c_ast.If):
            before = dict(self.context.aliases)
            then = self._guarded([item.iftrue] if item.iftrue is not None else [])
            self._forget_pointers(before)
            other = self._guarded([item.iffalse]) if item.iffalse is not None else None
            self._forget_pointers(before)
            condition = self.expression(item.cond)
            block = ast.Block(tuple(other), self.span) if other is not None else None
            return [ast.If(condition, ast.Block(tuple(then), self.span), block, self.span)]
        return self._statement(item)

    def _leave(self, item: Any) -> ast.Statement:
        if isinstance(item, c_ast.Break):
            self.escapes.breaks = True
            return self._set(self.escapes.broken, "1")
        self.escapes.skips = True
        return self._set(self.escapes.skipped, "1")

    def _set(self, name: str, value: str) -> ast.Statement:
        return ast.Assign(ast.Name(name, span=self.span), ast.Number(value), self.span)

    def _fresh(self, stem: str) -> str:
        number = 1
        while f"{stem}_{number}" in self.context.names:
            number += 1
        self.context.names.add(f"{stem}_{number}")
        return f"{stem}_{number}"

    def _has_effects(self, item: Any) -> bool:
        """Whether working an expression out may change something."""
        for node in _all_below(item):
            if isinstance(node, c_ast.Assignment):
                return True
            if isinstance(node, c_ast.FuncCall) and getattr(node.name, "name", "") not in _PURE:
                return True
        return False
