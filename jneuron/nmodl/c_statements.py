"""Translates C statements into NMODL's: VERBATIM code then goes the way of all other code.

What is translated: arithmetic, conditions, loops, local variables, arrays, calls of mathematical functions and of the
file's own, early returns, random streams, and Vectors that the C reads: kernels see the Vector that `space` holds as the
array `space elements`: its size, -1 where there is none, and then its elements.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pycparser import c_ast

from jneuron.lang.source import Source, Span
from jneuron.nmodl import ast
from jneuron.nmodl.c_loops import CContext, LoopTranslator
from jneuron.nmodl.library_functions import ELEMENTARY
from jneuron.nmodl.verbatim.as_c import CWriter
from jneuron.nmodl.verbatim.c_types import ODD_C, NotTranslatedError
from jneuron.nmodl.verbatim.chunks import statements_of
from jneuron.nmodl.verbatim.preprocess import preprocess

_WHOLE = frozenset({"int", "long", "short", "unsigned", "char", "uint32_t", "int32_t", "uint64_t", "int64_t", "size_t", "bool"})
_OPERATORS = frozenset({"+", "-", "*", "/", "%", "<", ">", "<=", ">=", "==", "!=", "&&", "||"})

_EVENTS = frozenset({"net_send", "net_event", "net_move", "artcell_net_send", "artcell_net_move"})
_DRAWS = {
    "nrnran123_dblpick": "random_dpick", "nrnran123_negexp": "random_negexp", "nrnran123_normal": "random_normal",
    "nrnran123_ipick": "random_ipick", "nrnran123_uniform": "random_uniform", "nrnran123_setseq": "random_setseq",
    "nrnran123_gauss": "random_normal",
}  # fmt: skip


_DIGITS = 6
"""A whole number with fewer digits times another of 32 bits is exact in double precision."""
_ELEMENTS = " elements"
_CONSTANTS = {"NULL": "0", "M_PI": "3.141592653589793", "cvode_active_": "0", "true": "1", "false": "0"}


def _elements(variable: str) -> str:
    """Returns the name under which kernels see the Vector that a variable holds."""
    return variable + _ELEMENTS


def translate(text: str, context: CContext, span: Span, *, is_last: bool) -> tuple[ast.Statement, ...]:
    """Returns NMODL statements that do what C text does.

    Args:
        text: What stands between VERBATIM and ENDVERBATIM.
        context: The meaning of names.
        span: Where it stands.
        is_last: Whether nothing follows in the block, so that `return` is possible.

    Raises:
        NotTranslatedError: It can't be done; says what is in the way.
    """
    code = preprocess(text, context.macros.copy())
    return _translate_c(code, context, span, is_last=is_last)


def translate_body(
    body: ast.Block, context: CContext, source: Source, arguments: Sequence[str], constants: dict[str, float]
) -> ast.Block:
    """Returns a whole body, NMODL and C, as NMODL: for C whose braces enclose NMODL.

    Raises:
        NotTranslatedError: It can't be done.
    """
    local = (*arguments, context.owner) if context.owner else arguments
    writer = CWriter(source, context.macros, local, context.arguments, constants, opaque=context.opaque)
    writer.block(body)
    context.names |= writer.local
    return ast.Block(_translate_c("\n".join(writer.lines), context, body.span, is_last=True), body.span)


def _translate_c(code: str, context: CContext, span: Span, *, is_last: bool) -> tuple[ast.Statement, ...]:
    items = statements_of(code)
    translator = _Translator(context, span)
    try:
        statements, returns = translator.statements(items)
    except ODD_C as error:
        raise NotTranslatedError(f"C of an unexpected shape: {error}") from error
    if returns and not is_last:
        raise NotTranslatedError("return in the middle of NMODL code")
    return statements


class _Translator(LoopTranslator):
    """Walks C syntax trees."""

    def __init__(self, context: CContext, span: Span) -> None:
        super().__init__(context, span)

    # statements

    def statements(self, items: Sequence[Any]) -> tuple[tuple[ast.Statement, ...], bool]:
        """Returns the statements, and whether they always end in a return."""
        result: list[ast.Statement] = []
        for place, item in enumerate(items):
            if isinstance(item, c_ast.Return):
                result.extend(self._return(item))
                return tuple(result), True
            if isinstance(item, c_ast.If):
                then, then_returns = self._branch(item.iftrue)
                other, other_returns = self._branch(item.iffalse) if item.iffalse is not None else (None, False)
                condition = self.expression(item.cond)
                if then_returns or other_returns:
                    # what follows belongs to the way that does not return
                    rest, rest_returns = self.statements(items[place + 1 :])
                    if then_returns and other_returns:
                        result.append(ast.If(condition, then, other, self.span))
                        return tuple(result), True
                    if not rest_returns and self.context.owner and rest:
                        raise NotTranslatedError("a function that returns on some ways only")
                    following = ast.Block(((other.statements if other and then_returns else ()) + rest), self.span)
                    if then_returns:
                        result.append(ast.If(condition, then, following, self.span))
                    else:
                        assert other is not None
                        first = ast.Block(then.statements + rest, self.span)
                        result.append(ast.If(condition, first, other, self.span))
                    return tuple(result), True
                result.append(ast.If(condition, then, other, self.span))
                continue
            result.extend(self._statement(item))
        return tuple(result), False

    def _branch(self, item: Any) -> tuple[ast.Block, bool]:
        items = item.block_items or [] if isinstance(item, c_ast.Compound) else [item]
        before = dict(self.context.aliases)
        statements, returns = self.statements(items)
        self._forget_pointers(before)
        return ast.Block(statements, self.span), returns

    def _forget_pointers(self, before: dict[str, str]) -> None:
        """Forgets what a branch made pointers point at: after it they may point here or there."""
        aliases = self.context.aliases
        for name, variable in aliases.items():
            if before.get(name, variable) != variable:
                aliases[name] = ""

    def _return(self, item: c_ast.Return) -> list[ast.Statement]:
        if item.expr is None or not self.context.owner:
            return []
        return [ast.Assign(ast.Name(self.context.owner, span=self.span), self.expression(item.expr), self.span)]

    def _statement(self, item: Any) -> list[ast.Statement]:
        match item:
            case c_ast.EmptyStatement():
                return []
            case c_ast.Compound():
                inner, returns = self.statements(item.block_items or [])
                if returns:
                    raise NotTranslatedError("return inside a block")
                return list(inner)
            case c_ast.Decl():
                return self._declaration(item)
            case c_ast.DeclList():
                return [statement for declaration in item.decls for statement in self._declaration(declaration)]
            case c_ast.Assignment():
                return self._assignment(item)
            case c_ast.UnaryOp(op="p++" | "++" | "p--" | "--"):
                change = ast.Number("1")
                target = self._target(item.expr)
                operator = "+" if "+" in item.op else "-"
                return [ast.Assign(target, ast.Binary(operator, target, change, self.span), self.span)]
            case c_ast.While():
                return self._loop(item.cond, item.stmt, [])
            case c_ast.DoWhile():
                return self._loop(item.cond, item.stmt, [], at_least_once=True)
            case c_ast.For():
                return self._for(item)
            case c_ast.FuncCall(name=c_ast.ID(name="nmodl_statement")):
                return [self.context.opaque[int(item.args.exprs[0].value)]]
            case c_ast.FuncCall():
                return [ast.ExpressionStatement(self.expression(item), self.span)]
            case c_ast.ExprList():
                return [statement for expression in item.exprs for statement in self._statement(expression)]
            case c_ast.Cast():
                return self._statement(item.expr)
            case c_ast.ID():
                return []
        raise NotTranslatedError(f"{type(item).__name__.lower()} statements")

    def _declaration(self, item: c_ast.Decl) -> list[ast.Statement]:
        if "static" in item.storage or "extern" in item.storage:
            raise NotTranslatedError(f"the {item.storage[0]} variable {item.name}")
        if isinstance(item.type, c_ast.FuncDecl):
            return []
        if isinstance(item.type, c_ast.PtrDecl):
            if item.init is not None:
                self._point(item.name, item.init)
            else:
                self.context.aliases[item.name] = ""
            return []
        length = ""
        kind = item.type
        if isinstance(kind, c_ast.ArrayDecl):
            if not isinstance(kind.dim, c_ast.Constant):
                raise NotTranslatedError(f"the array {item.name} of unknown size")
            length, kind = kind.dim.value, kind.type
        names = getattr(getattr(kind, "type", None), "names", [])
        if names and any(name in _WHOLE for name in names):
            self.context.whole.add(item.name)
        self.context.names.add(item.name)
        local = ast.Local((ast.LocalName(item.name, length),), self.span)
        if item.init is None:
            return [local]
        if isinstance(item.init, c_ast.InitList):
            raise NotTranslatedError(f"the initial values of {item.name}")
        value = self._stored(item.name, item.init)
        return [local, ast.Assign(ast.Name(item.name, span=self.span), value, self.span)]

    def _stored(self, name: str, value: Any) -> ast.Expression:
        """Returns a value as it is stored in a variable: cut where the variable is whole and the value is not."""
        expression = self.expression(value)
        if name in self.context.whole and not self._is_whole(value):
            return ast.Call("trunc", (expression,), self.span)
        return expression

    def _assignment(self, item: c_ast.Assignment) -> list[ast.Statement]:
        if isinstance(item.lvalue, c_ast.ID) and item.lvalue.name in self.context.aliases:
            self._point(item.lvalue.name, item.rvalue)
            return []
        target = self._target(item.lvalue)
        value = self._stored(target.name, item.rvalue)
        if item.op != "=":
            operator = item.op[:-1]
            if operator not in _OPERATORS:
                raise NotTranslatedError(f"the operator {item.op}")
            value = ast.Binary(operator, target, value, self.span)
        return [ast.Assign(target, value, self.span)]

    def _target(self, item: Any) -> ast.Name:
        expression = self.expression(item)
        if not isinstance(expression, ast.Name):
            raise NotTranslatedError("an assignment to something that is no variable")
        if expression.name.endswith(_ELEMENTS):
            raise NotTranslatedError("an assignment to an element of a Vector")
        return expression

    # pointers into Vectors

    def _point(self, name: str, value: Any) -> None:
        """Notes what a C pointer points to."""
        while isinstance(value, c_ast.Cast):
            value = value.expr
        if isinstance(value, c_ast.Constant):
            self.context.aliases[name] = ""
            return
        if isinstance(value, c_ast.FuncCall) and getattr(value.name, "name", "") == "vector_vec" and value.args is not None:
            value = value.args.exprs[0]
            while isinstance(value, c_ast.Cast):
                value = value.expr
        variable = self._pointed(value)
        if variable is None or variable.startswith("_"):
            raise NotTranslatedError(f"the pointer {name}")
        self.context.aliases[name] = variable

    def _pointed(self, value: Any) -> str | None:
        """Returns the variable that holds the Vector which an expression means."""
        while isinstance(value, c_ast.Cast) or (isinstance(value, c_ast.UnaryOp) and value.op in ("*", "&")):
            value = value.expr
        if not isinstance(value, c_ast.ID):
            return None
        if value.name in self.context.aliases:
            return self.context.aliases[value.name] or None
        variable = value.name.removeprefix("_p_")
        if variable not in self.context.held.streams:
            if variable not in self.context.held.handles:
                raise NotTranslatedError(f"the pointer {value.name}")
            self.context.vectors.add(variable)
        return variable

    # expressions

    def expression(self, item: Any) -> ast.Expression:
        """Returns the NMODL expression for a C one."""
        match item:
            case c_ast.Constant():
                return self._constant(item)
            case c_ast.ID():
                return self._name(item.name)
            case c_ast.ArrayRef():
                return self._element(item)
            case c_ast.UnaryOp(op="-" | "!"):
                return ast.Unary(item.op, self.expression(item.expr), self.span)
            case c_ast.UnaryOp(op="+"):
                return self.expression(item.expr)
            case c_ast.BinaryOp():
                return self._binary(item)
            case c_ast.TernaryOp():
                if self._has_effects(item.iftrue) or self._has_effects(item.iffalse):
                    raise NotTranslatedError("a choice between values that have effects")
                parts = (self.expression(item.cond), self.expression(item.iftrue), self.expression(item.iffalse))
                return ast.Where(*parts, self.span)
            case c_ast.Cast():
                return self._cast(item)
            case c_ast.FuncCall():
                return self._call(item)
        raise NotTranslatedError(f"{type(item).__name__} expressions")

    def _constant(self, item: c_ast.Constant) -> ast.Expression:
        if item.type == "string":
            return ast.Text(item.value[1:-1])
        is_hexadecimal = item.value.lower().startswith("0x")
        text = str(int(item.value.rstrip("uUlL"), 16)) if is_hexadecimal else item.value.rstrip("uUlLfF")
        try:
            float(text)
        except ValueError:
            raise NotTranslatedError(f"the constant {item.value}") from None
        return ast.Number(text, span=self.span)

    def _name(self, name: str) -> ast.Expression:
        if name.removeprefix("_p_") in self.context.held.streams or self.context.aliases.get(name) in self.context.held.streams:
            # a pointer as a truth value: has a stream been set?
            stream = self.context.aliases.get(name) or name.removeprefix("_p_")
            word = ast.Name(stream, ast.Number("4"), span=self.span)
            return ast.Binary("<", word, ast.Number("4"), self.span)
        if name in self.context.aliases:
            variable = self.context.aliases[name]
            if not variable:
                raise NotTranslatedError(f"the pointer {name}")
            # a pointer as a truth value: is there a Vector?
            return self._is_there(variable)
        variable = name.removeprefix("_p_")
        if variable in self.context.held.handles:
            self.context.vectors.add(variable)
            return self._is_there(variable)
        if name == "_lflag":
            return ast.Name("flag", span=self.span)
        if name in _CONSTANTS:
            return ast.Number(_CONSTANTS[name])
        return ast.Name(self._known(name), span=self.span)

    def _is_there(self, variable: str) -> ast.Expression:
        """Returns whether a variable holds a Vector."""
        size = ast.Name(_elements(variable), ast.Number("0"), span=self.span)
        return ast.Binary(">=", size, ast.Number("0"), self.span)

    def _known(self, name: str) -> str:
        """Returns NMODL's name for a C variable."""
        for candidate in (name, name.removeprefix("_l")):
            if candidate in self.context.names:
                return candidate
        raise NotTranslatedError(f"the C variable {name}")

    def _element(self, item: c_ast.ArrayRef) -> ast.Expression:
        if isinstance(item.name, c_ast.FuncCall) and getattr(item.name.name, "name", "") == "vector_vec":
            variable = self._pointed(item.name.args.exprs[0])
            if variable is None:
                raise NotTranslatedError("an element of an unknown Vector")
            place = ast.Binary("+", self.expression(item.subscript), ast.Number("1"), self.span)
            return ast.Name(_elements(variable), place, span=self.span)
        if not isinstance(item.name, c_ast.ID):
            raise NotTranslatedError("an element of something that is no array")
        name, index = item.name.name, self.expression(item.subscript)
        if name == "_args":
            if not isinstance(index, ast.Number) or int(index.value) >= len(self.context.arguments):
                raise NotTranslatedError("_args with an index that is no constant")
            return ast.Name(self.context.arguments[int(index.value)], span=self.span)
        if name in self.context.aliases:
            variable = self.context.aliases[name]
            if not variable:
                raise NotTranslatedError(f"the pointer {name}")
            return ast.Name(_elements(variable), ast.Binary("+", index, ast.Number("1"), self.span), span=self.span)
        return ast.Name(self._known(name), index, span=self.span)

    def _binary(self, item: c_ast.BinaryOp) -> ast.Expression:
        if item.op not in _OPERATORS:
            raise NotTranslatedError(f"the operator {item.op}")
        if item.op in ("&&", "||") and self._has_effects(item.right):
            raise NotTranslatedError(f"{item.op} before what has effects")
        small = any(isinstance(part, c_ast.Constant) and len(part.value) < _DIGITS for part in (item.left, item.right))
        if item.op == "*" and self._is_whole(item.left) and self._is_whole(item.right) and not small:
            raise NotTranslatedError("a product of whole numbers, which may need all their digits")
        result = ast.Binary(item.op, self.expression(item.left), self.expression(item.right), self.span)
        if item.op == "/" and self._is_whole(item.left) and self._is_whole(item.right):
            return ast.Call("trunc", (result,), self.span)
        return result

    def _is_whole(self, item: Any) -> bool:
        """Whether a C expression has a whole-number type, as far as can be seen."""
        match item:
            case c_ast.Constant():
                return item.type in ("int", "long int", "unsigned int")
            case c_ast.ID():
                return item.name in self.context.whole
            case c_ast.BinaryOp(op="+" | "-" | "*" | "/" | "%"):
                return self._is_whole(item.left) and self._is_whole(item.right)
            case c_ast.UnaryOp(op="-" | "+"):
                return self._is_whole(item.expr)
            case c_ast.Cast():
                return any(name in _WHOLE for name in _type_names(item.to_type))
        return False

    def _cast(self, item: c_ast.Cast) -> ast.Expression:
        inner = self.expression(item.expr)
        if any(name in _WHOLE for name in _type_names(item.to_type)) and not self._is_whole(item.expr):
            return ast.Call("trunc", (inner,), self.span)
        return inner

    def _call(self, item: c_ast.FuncCall) -> ast.Expression:
        name = item.name.name if isinstance(item.name, c_ast.ID) else ""
        arguments = item.args.exprs if item.args is not None else []
        if name in ("vector_capacity", "vector_size"):
            variable = self._pointed(arguments[0])
            if variable is None:
                raise NotTranslatedError(f"{name} of an unknown Vector")
            return ast.Name(_elements(variable), ast.Number("0"), span=self.span)
        if name in _DRAWS and arguments:
            stream = self._pointed(arguments[0])
            if stream not in self.context.held.streams:
                raise NotTranslatedError(f"{name} of an unknown stream")
            rest = tuple(self.expression(argument) for argument in arguments[1:])
            if name == "nrnran123_setseq" and len(rest) == 2:
                counter = ast.Binary("*", rest[0], ast.Number("4"), self.span)
                rest = (ast.Binary("+", counter, rest[1], self.span),)
            return ast.Call(_DRAWS[name], (ast.Name(stream, span=self.span), *rest), self.span)
        if name == "fprintf" and arguments:
            return ast.Call("printf", tuple(self.expression(argument) for argument in arguments[1:]), self.span)
        if name == "nrn_random_pick":
            # where an h.Random was passed in, the kernel's variant on the host runs in this one's place
            return ast.Call("not_a_number", (), self.span)
        if name.removeprefix("nmodl_") in _EVENTS:
            return self._event(name, arguments)
        if name in ("hoc_execerror", "execerror"):
            texts = tuple(self.expression(a) for a in arguments if isinstance(a, c_ast.Constant) and a.type == "string")
            if len(texts) < len([a for a in arguments if getattr(a, "value", "") != "0"]):
                raise NotTranslatedError(f"{name} with a text that is worked out")
            return ast.Call("execerror", texts, self.span)
        if name in ELEMENTARY or name in self.context.functions or name in ("printf", "at_time"):
            return ast.Call(name, tuple(self.expression(argument) for argument in arguments), self.span)
        raise NotTranslatedError(f"the C function {name or '(pointer)'}")

    def _event(self, name: str, arguments: Sequence[Any]) -> ast.Expression:
        """Returns NMODL's call for one of C's that asks for an event; C names absolute times."""
        if not self.context.may_send or self.in_loop:
            raise NotTranslatedError(f"{name} in a loop, or outside INITIAL and NET_RECEIVE")
        if name.startswith("nmodl_"):
            values = tuple(self.expression(argument) for argument in arguments)
            return ast.Call(name.removeprefix("nmodl_"), values, self.span)
        kind = name.removeprefix("artcell_")
        if kind == "net_send":
            delay = ast.Binary("-", self.expression(arguments[3]), ast.Name("t", span=self.span), self.span)
            return ast.Call(kind, (delay, self.expression(arguments[4])), self.span)
        return ast.Call(kind, (self.expression(arguments[-1]),), self.span)


def _type_names(declaration: Any) -> list[str]:
    return list(getattr(getattr(getattr(declaration, "type", None), "type", None), "names", []))
