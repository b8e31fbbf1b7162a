"""Splits a FUNCTION or PROCEDURE with a TABLE in two: the look-up, under its own name, and the exact computation."""

from __future__ import annotations

from dataclasses import dataclass, replace

from jneuron.lang.diagnostics import Diagnostics
from jneuron.lang.visitor import rewrite
from jneuron.nmodl import ast
from jneuron.nmodl.lowered import TableLookup
from jneuron.nmodl.symbols import Symbols, number

_MOST_INTERVALS = 10_000_000


@dataclass(frozen=True)
class TablePlan:
    """What the emitter must know of one TABLE."""

    lookup: TableLookup
    function: str


def split_tables(
    symbols: Symbols, diagnostics: Diagnostics, *, at_call: bool = False
) -> tuple[dict[str, ast.Function], list[TablePlan]]:
    """Returns the functions of a module without TABLE statements, and the tables.

    Args:
        symbols: What names stand for.
        diagnostics: For what is wrong with a TABLE.
        at_call: Whether the tables are looked after at each call: see `thread_safety`.
    """
    functions: dict[str, ast.Function] = {}
    plans: list[TablePlan] = []
    for function in symbols.functions.values():
        tables = [statement for statement in function.body.statements if isinstance(statement, ast.Table)]
        if not tables:
            functions[function.name] = function
            continue
        table = tables[0]
        if len(tables) > 1:
            diagnostics.error(tables[1].span, f"{function.name} has two TABLE statements")
        if len(function.arguments) != 1:
            diagnostics.error(table.span, f"{function.name} has a TABLE and so must have exactly one argument")
            functions[function.name] = function
            continue
        exact, lookup = _split(function, table, symbols, diagnostics)
        lookup = replace(lookup, at_call=at_call)
        functions[exact.name] = exact
        functions[function.name] = replace(function, body=ast.Block((lookup,), function.body.span))
        plans.append(TablePlan(lookup, function.name))
    return functions, plans


def _split(
    function: ast.Function, table: ast.Table, symbols: Symbols, diagnostics: Diagnostics
) -> tuple[ast.Function, TableLookup]:
    exact_name = f"exact_{function.name}"
    statements = tuple(statement for statement in function.body.statements if statement is not table)
    body = ast.Block(statements, function.body.span)
    if function.word == "FUNCTION":
        outputs: tuple[str, ...] = (function.name,)
        if table.outputs:
            diagnostics.error(table.span, f"the TABLE of a FUNCTION tabulates the function itself: {', '.join(table.outputs)}")
        body = rename(body, function.name, exact_name)
    else:
        outputs = table.outputs
        if not outputs:
            diagnostics.error(table.span, "the TABLE of a PROCEDURE names the variables to tabulate")
    for name in outputs:
        if name != function.name and symbols.role(name) is None:
            diagnostics.error(table.span, f"TABLE names `{name}`, which is declared nowhere")
    intervals = number(table.intervals, table.span, diagnostics)
    if not 1 <= intervals < _MOST_INTERVALS:
        diagnostics.error(table.span, f"a TABLE takes 1 to {_MOST_INTERVALS - 1} intervals, not {table.intervals}")
        intervals = 1.0
    lookup = TableLookup(
        f"table {function.name}",
        exact_name,
        function.arguments[0].name,
        tuple((name, symbols.length(name)) for name in outputs),
        table.low,
        table.high,
        int(intervals),
        table.depends,
        False,
        table.span,
    )
    return replace(function, name=exact_name, body=body), lookup


def rename(block: ast.Block, old: str, new: str) -> ast.Block:
    """Returns a block in which the variable `old` is called `new`; calls keep their names."""

    def change(node: object) -> object:
        if isinstance(node, ast.Name) and node.name == old:
            return replace(node, name=new)
        return node

    return rewrite(block, change)
