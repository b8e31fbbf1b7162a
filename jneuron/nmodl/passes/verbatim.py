"""Replaces VERBATIM by the NMODL that its C means, where that can be done; the rest stays, and is refused when reached."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from jneuron.lang.visitor import walk
from jneuron.nmodl import ast

_TRIVIAL = frozenset({"", "return 0;", "return;", "return 0 ;", "return 1;"})


@dataclass
class VerbatimResult:
    """What the pass found out.

    Attributes:
        module: The module with C replaced.
        vectors: Variables that hold a Vector as size and elements.
        setters: PROCEDUREs whose first argument is a Vector that is put into a variable.
        reasons: Why a VERBATIM block was left, by its place.
    """

    module: ast.Module
    vectors: set[str] = field(default_factory=set)
    setters: dict[str, str] = field(default_factory=dict)
    reasons: dict[int, str] = field(default_factory=dict)


def translate_verbatim(module: ast.Module) -> VerbatimResult:
    """Translates what can be translated."""
    result = VerbatimResult(module)
    if not any(_is_work(node) for item in module.items if not isinstance(item, ast.Verbatim) for node in walk(item)):
        return result
    functions = frozenset(item.name for item in module.items if isinstance(item, ast.Function))
    items = []
    for item in module.items:
        if isinstance(item, ast.Function | ast.CodeBlock | ast.NetReceive):
            arguments = tuple(a.name for a in item.arguments) if isinstance(item, ast.NetReceive) else ()
            owner = item.name if isinstance(item, ast.Function) and item.word == "FUNCTION" else ""
            _find_setter(item, result)
            item = replace(item, body=_block(item.body, owner, functions, arguments, result, at_end=True))
        items.append(item)
    result.module = replace(module, items=tuple(items))
    return result


def _is_work(node: object) -> bool:
    return isinstance(node, ast.Verbatim) and " ".join(node.text.split()) not in _TRIVIAL


def _find_setter(item: ast.Function | ast.CodeBlock | ast.NetReceive, result: VerbatimResult) -> None:
    """Recognises `*vv = vector_arg(1)`: the PROCEDURE keeps a Vector that the user passes."""


    if not isinstance(item, ast.Function):
        return
    for node in walk(item.body):
        if isinstance(node, ast.Verbatim) and "vector_arg" in node.text:
            found = re.search(r"\(\s*&\s*(?:_p_)?(\w+)\s*\)|&\s*(?:_p_)?(\w+)\s*\)", node.text)
            if found:
                result.setters[item.name] = found.group(1) or found.group(2)


def _block(
    block: ast.Block,
    owner: str,
    functions: frozenset[str],
    arguments: tuple[str, ...],
    result: VerbatimResult,
    *,
    at_end: bool,
) -> ast.Block:
    statements: list[ast.Statement] = []
    for place, statement in enumerate(block.statements):
        last = at_end and place == len(block.statements) - 1
        if isinstance(statement, ast.Verbatim):
            statements.extend(_translate(statement, owner, functions, arguments, result, is_last=last))
        elif isinstance(statement, ast.If):
            then = _block(statement.then, owner, functions, arguments, result, at_end=last)
            other = statement.other and _block(statement.other, owner, functions, arguments, result, at_end=last)
            statements.append(replace(statement, then=then, other=other))
        elif isinstance(statement, ast.While | ast.From | ast.ForNetcons | ast.InitialInside):
            ends = last and isinstance(statement, ast.InitialInside)
            body = _block(statement.body, owner, functions, arguments, result, at_end=ends)
            statements.append(replace(statement, body=body))
        elif isinstance(statement, ast.Block):
            statements.append(_block(statement, owner, functions, arguments, result, at_end=last))
        else:
            statements.append(statement)
    return ast.Block(tuple(statements), block.span)


def _translate(
    statement: ast.Verbatim,
    owner: str,
    functions: frozenset[str],
    arguments: tuple[str, ...],
    result: VerbatimResult,
    *,
    is_last: bool,
) -> tuple[ast.Statement, ...]:
    if not _is_work(statement):
        return ()
    # lazily: the C parser is needed by few files
    from jneuron.nmodl.c_statements import CContext, NotTranslatedError, translate

    context = CContext(owner, functions, arguments, set())
    try:
        translated = translate(statement.text, context, statement.span, is_last=is_last)
    except NotTranslatedError as error:
        result.reasons[statement.span.start] = str(error)
        return (statement,)
    result.vectors |= context.vectors
    return translated
