"""Gathers what NEURON calls in one go into one block each: initial, current, state and the rest.

initial   states take their initial values, then the INITIAL block
current   BREAKPOINT without its SOLVE statements
state     what the SOLVE statements do; in a mechanism without currents the rest of BREAKPOINT follows here
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from jneuron.lang.diagnostics import Diagnostics
from jneuron.lang.source import Span
from jneuron.lang.visitor import rewrite, walk
from jneuron.nmodl import ast
from jneuron.nmodl.passes.equations import solve_linear, solve_nonlinear
from jneuron.nmodl.passes.kinetic import solve_kinetic, step_kinetic
from jneuron.nmodl.passes.odes import advance_derivative, halve_step, method_of
from jneuron.nmodl.symbols import Symbols

_KERNEL_OF_BLOCK = {
    "BEFORE BREAKPOINT": "before_breakpoint",
    "BEFORE STEP": "before_step",
    "BEFORE INITIAL": "before_initial",
    "AFTER INITIAL": "after_initial",
    "AFTER SOLVE": "after_solve",
    "CONSTRUCTOR": "constructor",
    "DESTRUCTOR": "destructor",
}


@dataclass(frozen=True)
class KernelBlock:
    """A kernel before it is emitted.

    Attributes:
        name: Its key in `MechanismType.kernels`, or "net_receive" and "net_initial".
        body: Its statements.
        sums: Currents whose sum is the kernel's current.
        conductances: From CONDUCTANCE statements: variables, each with its ion or an empty string.
        events: Which of send, event and move it may ask for.
    """

    name: str
    body: ast.Block
    sums: tuple[str, ...] = ()
    conductances: tuple[tuple[str, str], ...] = ()
    events: frozenset[str] = frozenset()


def kernel_blocks(symbols: Symbols, diagnostics: Diagnostics) -> list[KernelBlock]:
    """Returns the kernels of a mechanism."""
    blocks = [KernelBlock("initial", _initial(symbols, diagnostics), events=frozenset({"send", "event"}))]
    breakpoint_block = symbols.code.get("BREAKPOINT")
    if breakpoint_block is not None:
        blocks += _breakpoint_kernels(breakpoint_block.body, symbols, diagnostics)
    for word, name in _KERNEL_OF_BLOCK.items():
        if word in symbols.code:
            blocks.append(KernelBlock(name, lower_solves(symbols.code[word].body, symbols, diagnostics)))
    if symbols.net_receive is not None:
        blocks += _net_kernels(symbols.net_receive)
    return blocks


def _initial(symbols: Symbols, diagnostics: Diagnostics) -> ast.Block:
    statements: list[ast.Statement] = []
    for name, length in symbols.state_names.items():
        if name in symbols.ion_names:
            continue
        start = f"{name}0"
        value: ast.Expression = ast.Number(repr(symbols.starts.get(name, 0.0)))
        if symbols.role(start) is not None:
            value = ast.Name(start)
        statements.append(_fill(name, length, value))
    block = symbols.code.get("INITIAL")
    span = block.span if block else Span(0, 0)
    if block is not None:
        statements.extend(lower_solves(block.body, symbols, diagnostics).statements)
    return ast.Block(tuple(statements), span)


def _fill(name: str, length: int, value: ast.Expression) -> ast.Statement:
    """Returns an assignment to a variable or to all elements of an array."""
    if not length:
        return ast.Assign(ast.Name(name), value)
    element = ast.Assign(ast.Name(name, ast.Name("element")), value)
    return ast.From("element", ast.Number("0"), ast.Number(str(length - 1)), None, ast.Block((element,)))


def _breakpoint_kernels(body: ast.Block, symbols: Symbols, diagnostics: Diagnostics) -> list[KernelBlock]:
    locals_ = tuple(statement for statement in body.statements if isinstance(statement, ast.Local))
    solves = tuple(statement for statement in body.statements if isinstance(statement, ast.Solve))
    hints = tuple((node.name, node.ion) for node in body.statements if isinstance(node, ast.Conductance))
    rest = tuple(statement for statement in body.statements if not isinstance(statement, ast.Solve | ast.Conductance))
    for statement in rest:
        for node in walk(statement):
            if isinstance(node, ast.Solve):
                diagnostics.error(node.span, "SOLVE inside another statement of BREAKPOINT is not possible")
    kernels = []
    has_code = any(not isinstance(statement, ast.Local) for statement in rest)
    state = solves
    if symbols.currents:
        kernels.append(KernelBlock("current", ast.Block(rest, body.span), symbols.currents, hints))
    elif has_code:
        state = (*locals_, *solves, *(statement for statement in rest if not isinstance(statement, ast.Local)))
    if state:
        lowered = lower_solves(ast.Block(state, body.span), symbols, diagnostics)
        if any(_takes_half_steps(solve, symbols) for solve in solves):
            lowered = replace(lowered, statements=(halve_step(body.span), *lowered.statements))
        kernels.append(KernelBlock("state", lowered))
    return kernels


def _takes_half_steps(solve: ast.Solve, symbols: Symbols) -> bool:
    """Tells whether a SOLVE makes the whole state kernel work with half of dt where secondorder is set."""
    block = symbols.blocks.get(solve.block)
    if block is None or block.word not in ("DERIVATIVE", "KINETIC"):
        return False
    return block.word == "KINETIC" or method_of(block, solve.method) != "cnexp"


def _net_kernels(net_receive: ast.NetReceive) -> list[KernelBlock]:
    initial = [statement for statement in net_receive.body.statements if isinstance(statement, ast.InitialInside)]
    rest = tuple(statement for statement in net_receive.body.statements if not isinstance(statement, ast.InitialInside))
    all_events = frozenset({"send", "event", "move"})
    kernels = [KernelBlock("net_receive", replace(net_receive.body, statements=rest), events=all_events)]
    if initial:
        kernels.append(KernelBlock("net_initial", initial[0].body, events=frozenset({"send"})))
    return kernels


def lower_solves(body: ast.Block, symbols: Symbols, diagnostics: Diagnostics) -> ast.Block:
    """Replaces every SOLVE by what it does."""

    def change(node: object) -> object:
        if isinstance(node, ast.Solve):
            return _lower_solve(node, symbols, diagnostics)
        # a DERIVATIVE block may be called like a PROCEDURE: it makes one step
        called = node.value if isinstance(node, ast.ExpressionStatement) else None
        if isinstance(called, ast.Call) and called.name in symbols.blocks:
            solve = ast.Solve(called.name, _method_of(called.name, symbols), span=called.span)
            return _lower_solve(solve, symbols, diagnostics)
        return node

    return rewrite(body, change)


def _method_of(block: str, symbols: Symbols) -> str:
    """Returns the method with which BREAKPOINT solves a block."""
    code = symbols.code.get("BREAKPOINT")
    for node in walk(code) if code is not None else ():
        if isinstance(node, ast.Solve) and node.block == block:
            return node.method
    return ""


def _lower_solve(solve: ast.Solve, symbols: Symbols, diagnostics: Diagnostics) -> object:
    if solve.block in symbols.functions:
        return ast.ExpressionStatement(ast.Call(solve.block, (), solve.span), solve.span)
    block = symbols.blocks.get(solve.block)
    if block is None:
        diagnostics.error(solve.span, f"SOLVE names `{solve.block}`, and there is no such block")
        return ast.Block((), solve.span)
    if block.word == "DERIVATIVE":
        return ast.Block(advance_derivative(block, solve, symbols, diagnostics), solve.span)
    if block.word == "DISCRETE":
        # NEURON's t runs ahead by a step for each instance: the block sees the end of the next one
        return block.body
    if block.word == "LINEAR":
        return solve_linear(block, symbols, diagnostics)
    if block.word == "NONLINEAR":
        return solve_nonlinear(block, symbols, diagnostics)
    return ast.Block(_lower_kinetic(block, solve, symbols, diagnostics), solve.span)


def _lower_kinetic(
    block: ast.CodeBlock, solve: ast.Solve, symbols: Symbols, diagnostics: Diagnostics
) -> tuple[ast.Statement, ...]:
    if solve.method in ("sparse", ""):
        return solve_kinetic(block, symbols, diagnostics, steady_state=solve.steady_state)
    if solve.method in ("euler", "runge") and not solve.steady_state:
        return step_kinetic(block, solve.method, symbols, diagnostics)
    word = "STEADYSTATE" if solve.steady_state else "METHOD"
    diagnostics.error(solve.span, f"{word} {solve.method} can't be used with the KINETIC block {block.name}")
    return ()
