"""Which variables a piece of code reads before it sets them, and which it may set.

The basis of pure kernels: what is read becomes an argument, what may be set becomes a result. A variable that is set on
some ways through the code only counts as read too, since its old value may be the result.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from jneuron.lang.visitor import walk as tree_walk
from jneuron.nmodl import ast
from jneuron.nmodl.library_functions import KNOWN, RANDOM
from jneuron.nmodl.lowered import LinearSolve, Newton, Sparse, TableLookup
from jneuron.nmodl.symbols import Role, Symbols

_OF_SIMULATION = {"nrn_ghk": ("celsius",), "at_time": ("t", "dt")}


@dataclass(frozen=True)
class Effects:
    """What code does to variables from outside it, in the order of first appearance.

    Attributes:
        reads, writes: What it reads before it sets it, and what it may set.
        kept: Those of `reads` that it reads for nothing but to leave them as they are where a TABLE spares the setting.
    """

    reads: tuple[str, ...]
    writes: tuple[str, ...]
    kept: frozenset[str] = frozenset()


@dataclass
class _Walk:
    """The state of one walk through a block; of what it `reads`, it has use for what it has `used`."""

    symbols: Symbols
    functions: Mapping[str, Effects]
    reads: dict[str, None] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    writes: dict[str, None] = field(default_factory=dict)
    arrays: set[str] = field(default_factory=set)


def function_effects(symbols: Symbols, functions: Mapping[str, ast.Function]) -> dict[str, Effects]:
    """Returns the effects of every FUNCTION and PROCEDURE, by repeated passes until nothing changes."""
    effects = {name: Effects((), ()) for name in functions}
    while True:
        new = {name: _effects_of_function(function, symbols, effects) for name, function in functions.items()}
        if new == effects:
            return effects
        effects = new


def recursive_functions(functions: Mapping[str, ast.Function]) -> frozenset[str]:
    """Returns the functions that call themselves, directly or through others."""
    calls = {
        name: {node.name for node in tree_walk(function.body) if isinstance(node, ast.Call) and node.name in functions}
        for name, function in functions.items()
    }
    calls_of_tables = {
        name: {node.exact for node in tree_walk(function.body) if isinstance(node, TableLookup)}
        for name, function in functions.items()
    }
    reached = {name: calls[name] | calls_of_tables[name] for name in functions}
    for _ in functions:
        reached = {name: names.union(*(reached[other] for other in names)) for name, names in reached.items()}
    return frozenset(name for name, names in reached.items() if name in names)


def _effects_of_function(function: ast.Function, symbols: Symbols, functions: Mapping[str, Effects]) -> Effects:
    local = {argument.name for argument in function.arguments} | {function.name}
    return block_effects(function.body, symbols, functions, local)


def block_effects(block: ast.Block, symbols: Symbols, functions: Mapping[str, Effects], local: Iterable[str] = ()) -> Effects:
    """Returns the effects of a block in which the names in `local` are local and set."""
    walk = _Walk(symbols, functions)
    _block(block, walk, set(local), frozenset(local))
    return Effects(tuple(walk.reads), tuple(walk.writes), frozenset(walk.reads.keys() - walk.used))


def _block(block: ast.Block, walk: _Walk, known: set[str], local: frozenset[str]) -> None:
    """Walks statements; `known` are the names that have a value from inside, `local` those that are not ours to report."""
    hidden: set[str] = set()
    for statement in block.statements:
        if isinstance(statement, ast.Local):
            names = {name.name for name in statement.names}
            hidden |= names
            local |= names
            known |= names
        else:
            _statement(statement, walk, known, local)


def _read(name: str, walk: _Walk, known: set[str], *, is_used: bool = True) -> None:
    if name in known:
        return
    if is_used:
        walk.used.add(name)
    role = walk.symbols.role(name)
    if role in (Role.VARIABLE, Role.GLOBAL, Role.ION, Role.SIMULATION) or name.startswith(("table ", "@")) or role is None:
        walk.reads.setdefault(name)


def _write(name: str, walk: _Walk, known: set[str], local: frozenset[str]) -> None:
    known.add(name)
    if name not in local:
        walk.writes.setdefault(name)


def _expression(expression: ast.Expression | None, walk: _Walk, known: set[str], local: frozenset[str]) -> None:
    match expression:
        case ast.Name():
            _expression(expression.index, walk, known, local)
            _read(expression.name, walk, known)
        case ast.Call():
            _call(expression, walk, known, local)
        case ast.Unary():
            _expression(expression.operand, walk, known, local)
        case ast.Binary():
            _expression(expression.left, walk, known, local)
            _expression(expression.right, walk, known, local)
        case ast.Where():
            _expression(expression.condition, walk, known, local)
            _expression(expression.chosen, walk, known, local)
            _expression(expression.other, walk, known, local)


def _call(call: ast.Call, walk: _Walk, known: set[str], local: frozenset[str]) -> None:
    if call.name == "state_discontinuity" and len(call.arguments) == 2 and isinstance(call.arguments[0], ast.Name):
        _statement(ast.Assign(call.arguments[0], call.arguments[1]), walk, known, local)
        return
    for argument in call.arguments:
        _expression(argument, walk, known, local)
    for name in _OF_SIMULATION.get(call.name, ()):
        _read(name, walk, known)
    if call.name in walk.functions:
        effects = walk.functions[call.name]
        for name in effects.reads:
            _read(name, walk, known - local, is_used=name not in effects.kept)
        for name in effects.writes:
            _write(name, walk, known, local)
    elif call.name in walk.symbols.function_tables:
        _read(f"table {call.name}", walk, known)
    elif call.name in RANDOM and call.arguments and isinstance(call.arguments[0], ast.Name):
        _write(call.arguments[0].name, walk, known, local)
    elif call.name not in KNOWN:
        walk.reads.setdefault(f"@function {call.name}")
        walk.used.add(f"@function {call.name}")


def _statement(statement: ast.Statement, walk: _Walk, known: set[str], local: frozenset[str]) -> None:
    match statement:
        case ast.Assign():
            _expression(statement.value, walk, known, local)
            target = statement.target
            if target.index is not None:
                _expression(target.index, walk, known, local)
                _read(target.name, walk, known)
            _write(target.name, walk, known, local)
        case ast.ExpressionStatement():
            _expression(statement.value, walk, known, local)
        case ast.If():
            _expression(statement.condition, walk, known, local)
            _branches((statement.then, statement.other or ast.Block(())), walk, known, local)
        case ast.While():
            _expression(statement.condition, walk, known, local)
            _branches((statement.body, ast.Block(())), walk, known, local)
        case ast.From():
            _loop(statement, walk, known, local)
        case ast.Block():
            _block(statement, walk, known, local)
        case ast.Protect():
            if statement.statement is not None:
                _statement(statement.statement, walk, known, local)
        case ast.Watch():
            _expression(statement.condition, walk, known, local)
            _expression(statement.flag, walk, known, local)
        case TableLookup():
            _lookup(statement, walk, known, local)
        case ast.ForNetcons():
            names = {argument.name for argument in statement.arguments}
            _block(statement.body, walk, known | names, local | names)
        case Newton() | Sparse() | LinearSolve():
            unknowns = statement.states if isinstance(statement, Sparse) else statement.unknowns
            for unknown in unknowns:
                _read(unknown.name, walk, known)
            _block(statement.body, walk, known, local)
            for unknown in unknowns:
                _write(unknown.name, walk, known, local)
            if not isinstance(statement, LinearSolve):
                _read("@outcome", walk, known)
                _write("@outcome", walk, known, local)


def _lookup(lookup: TableLookup, walk: _Walk, known: set[str], local: frozenset[str]) -> None:
    for name in ("usetable", lookup.key, *(lookup.depends if lookup.at_call else ())):
        _read(name, walk, known)
    for limit in (lookup.low, lookup.high):
        _expression(limit, walk, known, local)
    exact = walk.functions[lookup.exact]
    outputs = {name for name, _ in lookup.outputs}
    for name in exact.reads:
        _read(name, walk, known - local, is_used=name not in exact.kept)
    for name in exact.writes:
        if name not in outputs:
            _read(name, walk, known - local, is_used=False)
    for name in (*(name for name, _ in lookup.outputs), *exact.writes):
        _write(name, walk, known, local)


def _branches(blocks: tuple[ast.Block, ast.Block], walk: _Walk, known: set[str], local: frozenset[str]) -> None:
    """Walks two ways of which one is taken: what only one of them sets keeps its old value on the other."""
    sets: list[set[str]] = []
    for block in blocks:
        inside = set(known)
        _block(block, walk, inside, local)
        sets.append(inside)
    for name in sorted((sets[0] ^ sets[1]) & set(walk.writes)):
        _read(name, walk, known)
    known |= (sets[0] & sets[1]) | (sets[0] | sets[1]) & set(walk.writes)


def _loop(loop: ast.From, walk: _Walk, known: set[str], local: frozenset[str]) -> None:
    for bound in (loop.first, loop.last, loop.step):
        _expression(bound, walk, known, local)
    inside = known | {loop.variable}
    _block(loop.body, walk, inside, local | {loop.variable})
    for name in sorted((inside - known) & set(walk.writes)):
        _read(name, walk, known)
    known |= inside - {loop.variable}
