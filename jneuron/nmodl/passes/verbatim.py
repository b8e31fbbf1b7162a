"""Replaces VERBATIM by the NMODL that its C means, where that can be done; the rest stays, and runs on the host."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from jneuron.lang.source import Source
from jneuron.lang.visitor import walk
from jneuron.nmodl import ast
from jneuron.nmodl.verbatim.pointers import Held, held_objects
from jneuron.nmodl.verbatim.preprocess import Macro, Macros, preprocess

if TYPE_CHECKING:
    from jneuron.nmodl.c_loops import CContext

_TRIVIAL = frozenset({"", "return 0;", "return;", "return 0 ;", "return 1;"})


@dataclass
class VerbatimResult:
    """What the pass found out.

    Attributes:
        module: The module with C replaced.
        held: Variables that hold streams or other objects.
        vectors: Variables that hold a Vector whose elements kernels read.
    """

    module: ast.Module
    held: Held = field(default_factory=Held)
    vectors: set[str] = field(default_factory=set)


def translate_verbatim(module: ast.Module, source: Source) -> VerbatimResult:
    """Translates what can be translated."""
    result = VerbatimResult(_without_trivial(module))
    module = result.module
    if not any(isinstance(node, ast.Verbatim) for node in walk(module)):
        return result
    names = _declared_names(module)
    macros = Macros()
    for item in module.items:
        if isinstance(item, ast.Verbatim):
            preprocess(item.text, macros)
    every = Macros()
    text = "\n".join(preprocess(node.text, every) for node in walk(module) if isinstance(node, ast.Verbatim))
    result.held = held_objects(text, names)
    constants = _constants(module)
    macros.known |= {name: Macro(repr(value)) for name, value in constants.items()}
    functions = frozenset(item.name for item in module.items if isinstance(item, ast.Function))
    items = []
    for item in module.items:
        if isinstance(item, ast.Function | ast.CodeBlock | ast.NetReceive) and _holds_c(item.body):
            context = _context(item, functions, set(names), macros, result.held)
            item = replace(item, body=_translated(item, context, result, source, constants))
        items.append(item)
    result.module = replace(module, items=tuple(items))
    return result


def _context(
    item: ast.Function | ast.CodeBlock | ast.NetReceive, functions: frozenset[str], names: set[str], macros: Macros, held: Held
) -> CContext:
    # lazily: the C parser is needed by few files
    from jneuron.nmodl.c_loops import CContext

    arguments = tuple(a.name for a in item.arguments) if isinstance(item, ast.NetReceive) else ()
    owner = item.name if isinstance(item, ast.Function) and item.word == "FUNCTION" else ""
    may_send = isinstance(item, ast.NetReceive) or (isinstance(item, ast.CodeBlock) and item.word == "INITIAL")
    return CContext(owner, functions, names, arguments, held, macros, may_send=may_send)


def _translated(
    item: ast.Function | ast.CodeBlock | ast.NetReceive,
    context: CContext,
    result: VerbatimResult,
    source: Source,
    constants: dict[str, float],
) -> ast.Block:
    """Returns a body with C replaced block by block; or all at once, where braces of C enclose NMODL."""
    from jneuron.nmodl.c_statements import translate_body
    from jneuron.nmodl.verbatim.c_types import NotTranslatedError

    inside = [s for s in item.body.statements if isinstance(s, ast.InitialInside)]
    if inside:
        # INITIAL inside NET_RECEIVE is a block of its own
        rest = replace(item.body, statements=tuple(s for s in item.body.statements if not isinstance(s, ast.InitialInside)))
        parts = (*(s.body for s in inside), rest)
        done = [_translated(replace(item, body=part), context, result, source, constants) for part in parts]
        initials = tuple(replace(s, body=body) for s, body in zip(inside, done))
        return replace(done[-1], statements=(*initials, *done[-1].statements))
    names, vectors = set(context.names), set(context.vectors)
    # nothing but C, or C that is open at its end, makes sense as a whole only
    body = item.body if _is_one_piece(item.body, context) else _block(item.body, context, at_end=True)
    if _holds_c(body):
        context.names, context.vectors, context.aliases = names, vectors, {}
        arguments = [a.name for a in item.arguments] if isinstance(item, ast.Function) else []
        try:
            body = translate_body(item.body, context, source, arguments, constants)
        except NotTranslatedError:
            # the host runs it as it is
            return item.body
    result.vectors |= context.vectors
    return body


def _is_one_piece(body: ast.Block, context: CContext) -> bool:
    from jneuron.nmodl.verbatim.chunks import is_balanced

    if len(body.statements) == 1 and isinstance(body.statements[0], ast.Verbatim):
        return True
    texts = (preprocess(node.text, context.macros.copy()) for node in walk(body) if isinstance(node, ast.Verbatim))
    return not all(is_balanced(text) for text in texts)


def _without_trivial(module: ast.Module) -> ast.Module:
    """Returns the module without VERBATIM that does nothing."""
    from jneuron.lang.visitor import rewrite

    def change(node: object) -> object:
        if isinstance(node, ast.Block) and any(_is_trivial(s) for s in node.statements):
            return replace(node, statements=tuple(s for s in node.statements if not _is_trivial(s)))
        return node

    return rewrite(module, change)  # type: ignore[return-value]


def _is_trivial(node: object) -> bool:
    if not isinstance(node, ast.Verbatim):
        return False
    text = " ".join(preprocess(node.text, Macros()).split())
    return text in _TRIVIAL


def _holds_c(block: ast.Block) -> bool:
    return any(isinstance(node, ast.Verbatim) for node in walk(block))


def _block(block: ast.Block, context: CContext, *, at_end: bool) -> ast.Block:
    statements: list[ast.Statement] = []
    for place, statement in enumerate(block.statements):
        last = at_end and place == len(block.statements) - 1
        if isinstance(statement, ast.Verbatim):
            statements.extend(_translate(statement, context, is_last=last))
        elif isinstance(statement, ast.If):
            then = _block(statement.then, context, at_end=last)
            other = statement.other and _block(statement.other, context, at_end=last)
            statements.append(replace(statement, then=then, other=other))
        elif isinstance(statement, ast.While | ast.From | ast.ForNetcons | ast.InitialInside):
            ends = last and isinstance(statement, ast.InitialInside)
            statements.append(replace(statement, body=_block(statement.body, context, at_end=ends)))
        elif isinstance(statement, ast.Block):
            statements.append(_block(statement, context, at_end=last))
        else:
            statements.append(statement)
    return ast.Block(tuple(statements), block.span)


def _translate(statement: ast.Verbatim, context: CContext, *, is_last: bool) -> tuple[ast.Statement, ...]:
    from jneuron.nmodl.c_statements import translate
    from jneuron.nmodl.verbatim.c_types import NotTranslatedError

    vectors = set(context.vectors)
    try:
        return translate(statement.text, context, statement.span, is_last=is_last)
    except NotTranslatedError:
        context.vectors = vectors
        return (statement,)


def _constants(module: ast.Module) -> dict[str, float]:
    """Returns the constants that NMODL declares with a plain number."""
    found: dict[str, float] = {}
    for item in module.items:
        if isinstance(item, ast.DeclarationBlock) and item.word == "CONSTANT":
            for declaration in item.declarations:
                try:
                    found[declaration.name] = float(declaration.value or 0)
                except ValueError:
                    continue
    return found


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
