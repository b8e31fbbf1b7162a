"""From the syntax tree back to hoc."""

from __future__ import annotations

from collections.abc import Iterator

from jneuron.hoc.syntax import ast
from jneuron.hoc.syntax.lexer import escape
from jneuron.hoc.syntax.parse_expressions import BINDING, UNARY_BINDING

POWER_BINDING = 7
PRIMARY_BINDING = 8
INDENT = "\t"


def unparse(statement: ast.Statement) -> str:
    """Returns the text of a statement, with a line end."""
    return "\n".join(_statement_lines(statement)) + "\n"


def expression(node: ast.Expression) -> str:
    """Returns the text of an expression."""
    return _expression(node, 0)


def _expression(node: ast.Expression, weakest: int) -> str:
    """Returns the text of an expression, in parentheses where it binds less than `weakest`."""
    text, binding = _text_and_binding(node)
    return f"({text})" if binding < weakest else text


def _text_and_binding(node: ast.Expression) -> tuple[str, int]:
    match node:
        case ast.Number(text):
            return text, PRIMARY_BINDING
        case ast.Text(value):
            return escape(value), PRIMARY_BINDING
        case ast.Binary("^", left, right):
            return f"{_expression(left, PRIMARY_BINDING)}^{_expression(right, UNARY_BINDING)}", POWER_BINDING
        case ast.Binary(operator, left, right):
            own = BINDING[operator]
            return f"{_expression(left, own)} {operator} {_expression(right, own + 1)}", own
        case ast.Unary(operator, operand):
            return f"{operator}{_expression(operand, UNARY_BINDING)}", UNARY_BINDING
        case ast.Assignment(target, operator, value):
            return f"{expression(target)} {operator} {expression(value)}", 0
        case ast.Range(first, last):
            return f"{expression(first)}:{expression(last)}", 0
        case ast.Address(target):
            return f"&{expression(target)}", 0
    return _place(node), PRIMARY_BINDING


def _place(node: ast.Expression) -> str:
    match node:
        case ast.Name(name, indices):
            return name + _indices(indices)
        case ast.Argument(kind, position, indices):
            return f"${kind}{position or 'i'}{_indices(indices)}"
        case ast.Call(name, arguments, indices):
            return f"{name}{_indices(indices)}({_list(arguments)})"
        case ast.Member(owner, name, indices, arguments):
            call = "" if arguments is None else f"({_list(arguments)})"
            return f"{expression(owner)}.{name}{_indices(indices)}{call}"
        case ast.New(name, arguments):
            return f"new {name}({_list(arguments)})"
    raise TypeError(f"{type(node).__name__} is no expression")


def _indices(indices: tuple[ast.Expression, ...]) -> str:
    return "".join(f"[{expression(index)}]" for index in indices)


def _list(items: tuple[ast.Expression, ...]) -> str:
    return ", ".join(expression(item) for item in items)


# ---- statements


def _lines(node: ast.Statement) -> Iterator[str]:
    head = _head(node)
    body = _body_of(node)
    if body is None:
        yield head
        return
    yield from _with_body(head, body)


def _with_body(head: str, body: ast.Statement) -> Iterator[str]:
    yield f"{head} {{" if head else "{"
    statements = body.body if isinstance(body, ast.Block) else (body,)
    for statement in statements:
        for line in _statement_lines(statement):
            yield INDENT + line
    yield "}"


def _statement_lines(node: ast.Statement) -> Iterator[str]:
    if isinstance(node, ast.If) and node.otherwise is not None:
        # the brace that closes the body and `else` have to stand on one line
        *lines, _ = _with_body(f"if ({expression(node.condition)})", node.body)
        yield from lines
        first, *rest = _with_body("} else", node.otherwise)
        yield first
        yield from rest
    elif isinstance(node, ast.CallRun):
        yield from (f"{node.name}({', '.join(f'{number!r}' for number in row)})" for row in node.rows)
    else:
        yield from _lines(node)


def _body_of(node: ast.Statement) -> ast.Statement | None:
    if isinstance(node, ast.Block):
        return node
    body = getattr(node, "body", None)
    return body if not isinstance(body, tuple) else None


def _head(node: ast.Statement) -> str:
    match node:
        case ast.ExpressionStatement(_, value):
            return expression(value)
        case ast.Print(_, items):
            return f"print {_list(items)}"
        case ast.Block():
            return ""
        case ast.If(_, condition) | ast.While(_, condition):
            return f"{'if' if isinstance(node, ast.If) else 'while'} ({expression(condition)})"
        case ast.ForCondition(_, start, condition, step):
            return f"for ({_inline(start)}; {expression(condition)}; {_inline(step)})"
        case ast.ForRange(_, target, first, last):
            return f"for {expression(target)} = {expression(first)}, {expression(last)}"
        case ast.ForSegments(_, target, ends):
            return f"for ({expression(target)}{'' if ends is None else f', {expression(ends)}'})"
        case ast.ForIterator(_, iterator):
            return f"for {expression(iterator)}"
        case ast.IteratorStatement():
            return "iterator_statement"
        case ast.Return(_, value):
            return "return" if value is None else f"return {expression(value)}"
        case ast.Simple(_, word):
            return word
        case ast.SectionStatement(_, section):
            return expression(section)
        case ast.ForAll(_, word, pattern):
            return word if pattern is None else f"{word} {expression(pattern)}"
    return _declaration_head(node)


def _declaration_head(node: ast.Statement) -> str:
    match node:
        case ast.Insert(_, word, mechanism):
            return f"{word} {mechanism}"
        case ast.Access(_, section):
            return f"access {expression(section)}"
        case ast.Connect(_, child, child_x, parent, parent_x):
            to = expression(parent_x) if parent is None else f"{expression(parent)}({expression(parent_x)})"
            return f"connect {expression(child)}({expression(child_x)}), {to}"
        case ast.SetPointer(_, pointer, target):
            return f"setpointer {expression(pointer)}, {expression(target)}"
        case ast.Delete(_, name):
            return f"delete {name}"
        case ast.Declaration(_, word, names):
            return f"{word} {_list(names)}"
        case ast.Local(_, word, names) | ast.Visibility(_, word, names):
            return f"{word} {', '.join(names)}"
        case ast.Procedure(_, word, name):
            return f"{word} {name}()"
        case ast.Template(_, name):
            return f"begintemplate {name}"
    raise TypeError(f"{type(node).__name__} is no statement")


def _inline(node: ast.Statement) -> str:
    """Returns a statement of one line: what stands between the semicolons of a loop."""
    if isinstance(node, ast.Block):
        return f"{{{' '.join(_inline(each) for each in node.body)}}}" if node.body else ""
    return " ".join(_statement_lines(node))
