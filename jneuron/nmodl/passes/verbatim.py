"""Replaces VERBATIM by the NMODL that its C means, where that can be done; the rest stays, and is refused when reached."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from jneuron.lang.visitor import walk
from jneuron.nmodl import ast
from jneuron.nmodl.c_text import preprocess

if TYPE_CHECKING:
    from jneuron.nmodl.c_statements import CContext

_TRIVIAL = frozenset({"", "return 0;", "return;", "return 0 ;", "return 1;"})


@dataclass
class VerbatimResult:
    """What the pass found out.

    Attributes:
        module: The module with C replaced.
        vectors: Variables that hold a Vector as size and elements.
        setters: PROCEDUREs whose first argument is a Vector that is put into a variable.
        macros: What #define at file level says.
        streams: Pointers that hold a Random123 stream.
        stream_setters: PROCEDUREs that set a stream's identifiers: the stream, and what else they set.
        reasons: Why a VERBATIM block was left, by its place.
    """

    module: ast.Module
    vectors: set[str] = field(default_factory=set)
    setters: dict[str, str] = field(default_factory=dict)
    streams: frozenset[str] = frozenset()
    stream_setters: dict[str, tuple[str, dict[str, float]]] = field(default_factory=dict)
    macros: dict[str, str] = field(default_factory=dict)
    reasons: dict[int, str] = field(default_factory=dict)


def translate_verbatim(module: ast.Module) -> VerbatimResult:
    """Translates what can be translated."""
    result = VerbatimResult(module)
    if not any(_is_work(node) for item in module.items if not isinstance(item, ast.Verbatim) for node in walk(item)):
        return result
    functions = frozenset(item.name for item in module.items if isinstance(item, ast.Function))
    result.streams = _streams(module)
    for item in module.items:
        if isinstance(item, ast.Verbatim):
            preprocess(item.text, result.macros)
    items, names = [], _declared_names(module)
    for item in module.items:
        if isinstance(item, ast.Function | ast.CodeBlock | ast.NetReceive):
            arguments = tuple(a.name for a in item.arguments) if isinstance(item, ast.NetReceive) else ()
            owner = item.name if isinstance(item, ast.Function) and item.word == "FUNCTION" else ""
            _find_setter(item, result)
            context = _context(owner, functions, set(names), arguments, result)
            item = replace(item, body=_block(item.body, context, result, at_end=True))
        items.append(item)
    result.module = replace(module, items=tuple(items))
    return result


def _context(
    owner: str, functions: frozenset[str], names: set[str], arguments: tuple[str, ...], result: VerbatimResult
) -> CContext:
    # lazily: the C parser is needed by few files
    from jneuron.nmodl.c_statements import CContext

    return CContext(owner, functions, names, arguments, set(), result.streams, result.macros)


def _is_work(node: object) -> bool:
    return isinstance(node, ast.Verbatim) and " ".join(node.text.split()) not in _TRIVIAL


def _streams(module: ast.Module) -> frozenset[str]:
    """Returns the pointers that C casts to a Random123 stream."""
    text = " ".join(node.text for node in walk(module) if isinstance(node, ast.Verbatim))
    return frozenset(re.findall(r"nrnran123_State\s*\*+\s*>?\s*\)?\s*\(?\s*&?\s*_p_(\w+)", text))


def _find_stream_setter(item: ast.Function, node: ast.Verbatim, result: VerbatimResult) -> None:
    """Recognises `nrnran123_newstream3(*getarg(1), ...)`: the PROCEDURE takes a stream's identifiers from its caller."""
    from jneuron.nmodl.c_statements import NotTranslatedError, constants_beside

    names = re.findall(r"&?\s*_p_(\w+)", node.text)
    streams = [name for name in names if name in result.streams]
    if not streams or "getarg" not in node.text or "nrnran123_newstream" not in node.text:
        return
    try:
        result.stream_setters[item.name] = (streams[0], constants_beside(node.text, "nrnran123_newstream"))
    except NotTranslatedError as error:
        result.reasons[node.span.start] = str(error)


def _find_setter(item: ast.Function | ast.CodeBlock | ast.NetReceive, result: VerbatimResult) -> None:
    """Recognises `*vv = vector_arg(1)`: the PROCEDURE keeps a Vector that the user passes."""

    if not isinstance(item, ast.Function):
        return
    for node in walk(item.body):
        if isinstance(node, ast.Verbatim):
            _find_stream_setter(item, node, result)
        if isinstance(node, ast.Verbatim) and node.text.count("vector_arg") == 1:
            found = re.search(r"\(\s*&\s*(?:_p_)?(\w+)\s*\)|&\s*(?:_p_)?(\w+)\s*\)", node.text)
            if found:
                result.setters[item.name] = found.group(1) or found.group(2)


def _block(block: ast.Block, context: CContext, result: VerbatimResult, *, at_end: bool) -> ast.Block:
    statements: list[ast.Statement] = []
    for place, statement in enumerate(block.statements):
        last = at_end and place == len(block.statements) - 1
        if isinstance(statement, ast.Verbatim):
            statements.extend(_translate(statement, context, result, is_last=last))
        elif isinstance(statement, ast.If):
            then = _block(statement.then, context, result, at_end=last)
            other = statement.other and _block(statement.other, context, result, at_end=last)
            statements.append(replace(statement, then=then, other=other))
        elif isinstance(statement, ast.While | ast.From | ast.ForNetcons | ast.InitialInside):
            ends = last and isinstance(statement, ast.InitialInside)
            statements.append(replace(statement, body=_block(statement.body, context, result, at_end=ends)))
        elif isinstance(statement, ast.Block):
            statements.append(_block(statement, context, result, at_end=last))
        else:
            statements.append(statement)
    return ast.Block(tuple(statements), block.span)


def _translate(
    statement: ast.Verbatim, context: CContext, result: VerbatimResult, *, is_last: bool
) -> tuple[ast.Statement, ...]:
    if not _is_work(statement):
        return ()
    # lazily: the C parser is needed by few files
    from jneuron.nmodl.c_statements import NotTranslatedError, translate

    vectors = set(context.vectors)
    try:
        translated = translate(statement.text, context, statement.span, is_last=is_last)
    except NotTranslatedError as error:
        result.reasons[statement.span.start] = str(error)
        context.vectors = vectors
        return (statement,)
    result.vectors |= context.vectors
    return translated


def _declared_names(module: ast.Module) -> set[str]:
    """Returns every name that NMODL code declares as a variable, wherever."""
    names = {"t", "dt", "v", "celsius", "diam", "area", "flag", "secondorder"}
    for item in module.items:
        if isinstance(item, ast.Verbatim):
            continue
        for node in walk(item):
            if isinstance(node, ast.Declaration | ast.LocalName | ast.Argument | ast.UnitConstant):
                names.add(node.name)
            elif isinstance(node, ast.NameList):
                names.update(node.names)
            elif isinstance(node, ast.UseIon):
                names.update((*node.reads, *node.writes))
            elif isinstance(node, ast.Function):
                names.add(node.name)
    return names
