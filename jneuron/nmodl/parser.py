"""Parses a .mod file into its tree, by recursive descent: one function a construct.

Source: the NMODL language as NEURON 9.0.2 reads it; where its grammar is lax (separators, order of blocks), so are we.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from jneuron.base.errors import ModSyntaxError
from jneuron.lang.source import Source
from jneuron.nmodl import ast
from jneuron.nmodl.cursor import Cursor
from jneuron.nmodl.lexer import TokenKind
from jneuron.nmodl.parse_statements import parse_arguments, parse_block, parse_local_names, parse_names

_NAME_LISTS = (
    "RANGE", "GLOBAL", "NONSPECIFIC_CURRENT", "ELECTRODE_CURRENT", "POINTER", "BBCOREPOINTER", "EXTERNAL", "RANDOM"
)  # fmt: skip
_SUFFIXES = ("SUFFIX", "POINT_PROCESS", "ARTIFICIAL_CELL")


@dataclass(frozen=True)
class Parsed:
    """What a text gives.

    Attributes:
        module: The blocks that parse.
        errors: One for each block that does not, in order.
        lost: The words of the blocks that do not parse.
        all_declared: Whether no block that declares anything is among those.
    """

    module: ast.Module
    errors: tuple[ModSyntaxError, ...]
    lost: frozenset[str]
    all_declared: bool


def parse(source: Source) -> ast.Module:
    """Returns the tree of a .mod file.

    Raises:
        ModSyntaxError: Where the text is not NMODL.
    """
    parsed = parse_blocks(source)
    if parsed.errors:
        raise parsed.errors[0]
    return parsed.module


def parse_blocks(source: Source) -> Parsed:
    """Returns the blocks of a .mod file that parse; after one that does not it goes on with the next.

    Raises:
        ModSyntaxError: Where the text can't be taken apart into words.
    """
    cursor = Cursor(source)
    start = cursor.token.span
    items: list[ast.Item] = []
    errors: list[ModSyntaxError] = []
    lost: set[str] = set()
    all_declared = True
    while not cursor.at_kind(TokenKind.END):
        if cursor.accept(";", "THREADSAFE"):
            continue
        begin = cursor.place
        try:
            items.append(_parse_item(cursor))
        except ModSyntaxError as error:
            errors.append(error)
            all_declared = all_declared and cursor.tokens[begin].text in _CODE
            _skip_block(cursor, begin)
            lost |= {token.text for token in cursor.tokens[begin : cursor.place]}
    return Parsed(ast.Module(tuple(items), cursor.since(start)), tuple(errors), frozenset(lost), all_declared)


def _skip_block(cursor: Cursor, begin: int) -> None:
    """Goes on to the next word that begins a block: one at the very left, or one after as many `}` as `{`."""
    depth = sum((token.text == "{") - (token.text == "}") for token in cursor.tokens[begin : cursor.place])
    if cursor.place == begin:
        depth += cursor.next().text == "{"
    while not cursor.at_kind(TokenKind.END):
        token = cursor.token
        if token.text in _ITEMS and (depth <= 0 or cursor.source.position(token.span.start)[1] == 1):
            return
        depth += (token.text == "{") - (token.text == "}")
        cursor.next()


def _parse_item(cursor: Cursor) -> ast.Item:
    token = cursor.token
    if token.kind is TokenKind.TITLE:
        cursor.next()
        return ast.Title(token.text, token.span)
    if token.kind is TokenKind.VERBATIM:
        cursor.next()
        return ast.Verbatim(token.text, token.span)
    parser = _ITEMS.get(token.text) if token.kind is TokenKind.NAME else None
    if parser is None:
        cursor.fail("expected a block such as NEURON, PARAMETER or BREAKPOINT")
    return parser(cursor)


def _parse_define(cursor: Cursor) -> ast.Define:
    start = cursor.next().span
    name = cursor.name().text
    return ast.Define(name, cursor.plain_number(), cursor.since(start))


def _parse_include(cursor: Cursor) -> ast.Include:
    start = cursor.next().span
    path = cursor.expect_kind(TokenKind.STRING, "the name of a file in quotes").text
    return ast.Include(path, cursor.since(start))


def _parse_independent(cursor: Cursor) -> ast.Independent:
    start = cursor.next().span
    opening = cursor.expect("{").span
    while not cursor.at("}"):
        if cursor.at_kind(TokenKind.END):
            cursor.fail("this block is never closed", opening)
        cursor.next()
    closing = cursor.next().span
    return ast.Independent(" ".join(cursor.source.text[opening.end : closing.start].split()), cursor.since(start))


def _parse_file_locals(cursor: Cursor) -> ast.LocalVariables:
    start = cursor.next().span
    return ast.LocalVariables(parse_local_names(cursor), cursor.since(start))


# NEURON and UNITS


def _parse_neuron(cursor: Cursor) -> ast.NeuronBlock:
    start = cursor.next().span
    cursor.expect("{", "after NEURON")
    items = []
    while not cursor.accept("}"):
        if cursor.accept(";", ","):
            continue
        items.append(_parse_neuron_item(cursor))
    return ast.NeuronBlock(tuple(items), cursor.since(start))


def _parse_neuron_item(cursor: Cursor) -> ast.Suffix | ast.UseIon | ast.NameList | ast.Flag:
    start = cursor.token.span
    word = cursor.token.text
    if word in _SUFFIXES:
        cursor.next()
        return ast.Suffix(word, cursor.name("the mechanism's name").text, cursor.since(start))
    if word == "USEION":
        return _parse_use_ion(cursor)
    if word in _NAME_LISTS:
        cursor.next()
        return ast.NameList(word, parse_names(cursor), cursor.since(start))
    if word == "THREADSAFE":
        cursor.next()
        return ast.Flag(word, "", start)
    if word == "REPRESENTS":
        cursor.next()
        return ast.Flag(word, _parse_ontology_term(cursor), cursor.since(start))
    cursor.fail("expected a statement of the NEURON block")


def _parse_ontology_term(cursor: Cursor) -> str:
    if cursor.accept("["):
        text = ""
        while not cursor.accept("]"):
            text += cursor.next().text
        return text
    text = cursor.name().text
    while cursor.accept(":"):
        text += ":" + cursor.next().text
    return text


def _parse_use_ion(cursor: Cursor) -> ast.UseIon:
    start = cursor.next().span
    name = cursor.name("the name of an ion").text
    reads: tuple[str, ...] = ()
    writes: tuple[str, ...] = ()
    valence, represents = None, ""
    while True:
        if cursor.accept("READ"):
            reads += parse_names(cursor)
        elif cursor.accept("WRITE"):
            writes += parse_names(cursor)
        elif cursor.accept("VALENCE"):
            valence = float(cursor.plain_number())
        elif cursor.accept("REPRESENTS"):
            represents = _parse_ontology_term(cursor)
        else:
            return ast.UseIon(name, reads, writes, valence, represents, cursor.since(start))


def _parse_units(cursor: Cursor) -> ast.UnitsBlock:
    start = cursor.next().span
    cursor.expect("{", "after UNITS")
    items: list[ast.UnitDefinition | ast.UnitConstant] = []
    while not cursor.accept("}"):
        here = cursor.token.span
        if cursor.at("("):
            name = cursor.parenthesised_text()
            cursor.expect("=", "in the definition of a unit")
            items.append(ast.UnitDefinition(name, cursor.parenthesised_text(), cursor.since(here)))
            continue
        constant = cursor.name("a unit in parentheses or a constant's name").text
        cursor.expect("=")
        value = f"({cursor.parenthesised_text()})" if cursor.at("(") else cursor.signed_number()
        items.append(ast.UnitConstant(constant, value, cursor.unit(), cursor.since(here)))
    return ast.UnitsBlock(tuple(items), cursor.since(start))


# declarations


def _parse_declarations(cursor: Cursor) -> ast.DeclarationBlock:
    word = cursor.next()
    cursor.expect("{", f"after {word.text}")
    declarations = []
    while not cursor.accept("}"):
        if cursor.accept(",", ";"):
            continue
        declarations.append(_parse_declaration(cursor, word.text))
    return ast.DeclarationBlock(word.text, tuple(declarations), cursor.since(word.span))


def _parse_declaration(cursor: Cursor, word: str) -> ast.Declaration:
    name = cursor.name("the name of a variable")
    value = length = unit = start = tolerance = ""
    limits: tuple[str, str] | None = None
    if cursor.accept("["):
        length = cursor.signed_number()
        cursor.expect("]")
    while True:
        if cursor.accept("="):
            value = cursor.signed_number()
        elif cursor.at("(") and not unit:
            unit = cursor.parenthesised_text()
        elif cursor.accept("FROM"):
            low = cursor.signed_number()
            cursor.expect("TO")
            limits = (low, cursor.signed_number())
        elif cursor.accept("START"):
            start = cursor.signed_number()
        elif cursor.accept("<"):
            first = cursor.signed_number()
            if cursor.accept(","):
                limits = (first, cursor.signed_number())
            else:
                tolerance = first
            cursor.expect(">")
        else:
            break
    return ast.Declaration(name.text, value, length, unit, limits, start, tolerance, cursor.since(name.span))


# blocks of statements


def _parse_code_block(cursor: Cursor) -> ast.CodeBlock:
    word = cursor.next()
    return ast.CodeBlock(word.text, "", parse_block(cursor), (), cursor.since(word.span))


def _parse_named_block(cursor: Cursor) -> ast.CodeBlock:
    word = cursor.next()
    name = cursor.name(f"the name of the {word.text} block").text
    solve_for = parse_names(cursor) if cursor.accept("SOLVEFOR") else ()
    return ast.CodeBlock(word.text, name, parse_block(cursor), solve_for, cursor.since(word.span))


def _parse_before_after(cursor: Cursor) -> ast.CodeBlock:
    word = cursor.next()
    when = cursor.name("BREAKPOINT, SOLVE, INITIAL or STEP")
    if when.text not in ("BREAKPOINT", "SOLVE", "INITIAL", "STEP"):
        cursor.fail(f"{word.text} goes with BREAKPOINT, SOLVE, INITIAL or STEP", when.span)
    return ast.CodeBlock(word.text, when.text, parse_block(cursor), (), cursor.since(word.span))


def _parse_function(cursor: Cursor) -> ast.Function:
    word = cursor.next()
    name = cursor.name(f"the name of the {word.text}").text
    arguments = parse_arguments(cursor)
    unit = cursor.unit()
    return ast.Function(word.text, name, arguments, unit, parse_block(cursor), cursor.since(word.span))


def _parse_function_table(cursor: Cursor) -> ast.FunctionTable:
    start = cursor.next().span
    name = cursor.name("the name of the FUNCTION_TABLE").text
    arguments = parse_arguments(cursor)
    return ast.FunctionTable(name, arguments, cursor.unit(), cursor.since(start))


def _parse_net_receive(cursor: Cursor) -> ast.NetReceive:
    start = cursor.next().span
    arguments = parse_arguments(cursor)
    return ast.NetReceive(arguments, parse_block(cursor), cursor.since(start))


_ITEMS: dict[str, Callable[[Cursor], ast.Item]] = {
    "DEFINE": _parse_define,
    "INCLUDE": _parse_include,
    "INDEPENDENT": _parse_independent,
    "LOCAL": _parse_file_locals,
    "NEURON": _parse_neuron,
    "UNITS": _parse_units,
    **dict.fromkeys(("PARAMETER", "CONSTANT", "ASSIGNED", "STATE", "DEPENDENT"), _parse_declarations),
    **dict.fromkeys(("INITIAL", "BREAKPOINT", "CONSTRUCTOR", "DESTRUCTOR"), _parse_code_block),
    **dict.fromkeys(("DERIVATIVE", "KINETIC", "LINEAR", "NONLINEAR", "DISCRETE"), _parse_named_block),
    **dict.fromkeys(("BEFORE", "AFTER"), _parse_before_after),
    **dict.fromkeys(("FUNCTION", "PROCEDURE"), _parse_function),
    "FUNCTION_TABLE": _parse_function_table,
    "NET_RECEIVE": _parse_net_receive,
}
_CODE = _ITEMS.keys() - {
    *("DEFINE", "INCLUDE", "INDEPENDENT", "LOCAL", "NEURON", "UNITS", "PARAMETER", "CONSTANT", "ASSIGNED", "STATE", "DEPENDENT")
}
