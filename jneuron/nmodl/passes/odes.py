"""Turns SOLVE statements and DERIVATIVE blocks into the statements that advance the states by one step.

With `slope` and `rest` from `linear_parts`, x' = slope * x + rest, and every other variable held fixed for the step:

    cnexp          x += (1 - exp(dt slope)) (-rest / slope - x)          the exact solution
    euler          x += dt x'
    derivimplicit  (x - x_old) / dt = x'(x) for all states at once, by Newton's method

A cnexp block that is not linear falls back to derivimplicit as a whole, as in NEURON. Where secondorder is set, the
implicit methods take half a step and extrapolate: x(t + dt/2) + dt/2 x'.
"""

from __future__ import annotations

from dataclasses import replace

from jneuron.base.errors import UnsupportedError
from jneuron.lang.source import Span
from jneuron.lang.visitor import rewrite, walk
from jneuron.nmodl import ast
from jneuron.nmodl.lowered import Newton
from jneuron.nmodl.passes.linear_parts import NonlinearError, linear_parts

ONE = ast.Number("1.0")
MINUS_ONE = ast.Unary("-", ONE)
DT = ast.Name("dt")


def advance_derivative(block: ast.CodeBlock, method: str, lengths: dict[str, int]) -> tuple[ast.Statement, ...]:
    """Returns the statements that advance the states of a DERIVATIVE block by dt."""
    for node in walk(block.body):
        if isinstance(node, ast.Name) and node.prime > 1:
            raise UnsupportedError(f"{node.name}{chr(39) * node.prime}", "equations of second order are not translated")
    if method == "cnexp":
        try:
            return rewrite(block.body, _cnexp).statements
        except NonlinearError:
            method = "derivimplicit"
    if method in ("derivimplicit", ""):
        return derivimplicit(block.body, lengths)
    if method == "euler":
        return _euler(block.body)
    raise UnsupportedError(
        f"SOLVE {block.name} METHOD {method}", "DERIVATIVE blocks take cnexp, derivimplicit and euler", "use derivimplicit"
    )


def binary(operator: str, left: ast.Expression, right: ast.Expression, span: Span) -> ast.Binary:
    """Returns `left operator right`."""
    return ast.Binary(operator, left, right, span)


def _state(target: ast.Name) -> ast.Name:
    return replace(target, prime=0)


def _cnexp(node: object) -> object:
    """Replaces one equation by its exact solution over dt."""
    if not isinstance(node, ast.Assign) or not node.target.prime:
        return node
    state, span = _state(node.target), node.span
    parts = linear_parts(node.value, state)
    if parts.slope is None:
        # NEURON subtracts the negative
        rest = ast.Unary("-", parts.rest or ast.Number("0.0"), span)
        return ast.Assign(state, binary("-", state, binary("*", DT, rest, span), span), span)
    target: ast.Expression = ast.Unary("-", state, span)
    if parts.rest is not None:
        steady = _steady_state(parts.rest, parts.slope)
        target = binary("-", steady, state, span)
    decay = ast.Call("exp", (binary("*", DT, parts.slope, span),), span)
    change = binary("*", binary("-", ONE, decay, span), target, span)
    return ast.Assign(state, binary("+", state, change, span), span)


def _steady_state(rest: ast.Expression, slope: ast.Expression) -> ast.Expression:
    """Returns -rest / slope; where both are over the same time constant, as in (inf - x) / tau, without dividing by it.

    Deviation: a time constant of 0 gives the steady state, where NEURON's text gives NaN.
    """
    if (
        isinstance(rest, ast.Binary)
        and isinstance(slope, ast.Binary)
        and rest.operator == slope.operator == "/"
        and rest.right == slope.right
        and slope.left == MINUS_ONE
    ):
        return rest.left
    return binary("/", ast.Unary("-", rest, rest.span), slope, rest.span)


def derivative_name(state: ast.Name) -> ast.Name:
    """Returns the local variable that holds a state's derivative."""
    return replace(state, name=f"D{state.name}", prime=0)


def derivatives_of(body: ast.Block) -> tuple[ast.Block, tuple[ast.Name, ...]]:
    """Returns the block with x' = ... as assignments to local variables, and the states, in the order of first appearance."""
    states: dict[str, ast.Name] = {}
    for node in walk(body):
        if isinstance(node, ast.Assign) and node.target.prime:
            states.setdefault(node.target.name, _state(node.target))

    def change(node: object) -> object:
        return derivative_name(node) if isinstance(node, ast.Name) and node.prime else node

    return rewrite(body, change), tuple(states.values())


def _euler(body: ast.Block) -> tuple[ast.Statement, ...]:
    body, states = derivatives_of(body)
    local = ast.Local(tuple(ast.LocalName(derivative_name(state).name) for state in states))
    updates = tuple(
        ast.Assign(state, binary("+", state, binary("*", DT, derivative_name(state), body.span), body.span), body.span)
        for state in states
    )
    span = body.span
    return (halve_step(span), local, *body.statements, *updates, *extrapolate(states, span))


def halve_step(span: Span) -> ast.Assign:
    """Returns `dt = secondorder ? dt / 2 : dt`, which the implicit methods begin with."""
    half = binary("*", DT, ast.Number("0.5"), span)
    return ast.Assign(DT, ast.Where(ast.Name("secondorder"), half, DT, span), span)


def extrapolate(states: tuple[ast.Name, ...], span: Span) -> tuple[ast.Statement, ...]:
    """Returns the second half of the step where secondorder is set."""
    result = []
    for state in states:
        ahead = binary("+", state, binary("*", DT, derivative_name(state), span), span)
        result.append(ast.Assign(state, ast.Where(ast.Name("secondorder"), ahead, state, span), span))
    return tuple(result)


def derivimplicit(body: ast.Block, lengths: dict[str, int]) -> tuple[ast.Statement, ...]:
    """Returns the statements of an implicit step."""
    span = body.span
    body, states = derivatives_of(body)
    for state in states:
        if lengths.get(state.name):
            raise UnsupportedError(f"{state.name}' with METHOD derivimplicit", "its state is an array", "use a KINETIC block")
    old = {state.name: ast.Name(f"{state.name}_old", span=span) for state in states}
    residuals = []
    equations: list[ast.Statement] = []
    for state in states:
        change = binary("/", binary("-", state, old[state.name], span), DT, span)
        residual = ast.Name(f"residual_{state.name}", span=span)
        equations.append(ast.Assign(residual, binary("-", derivative_name(state), change, span), span))
        residuals.append(residual.name)
    local_names = [*(name.name for name in old.values()), *(f"D{state.name}" for state in states), *residuals]
    return (
        halve_step(span),
        ast.Local(tuple(ast.LocalName(name) for name in local_names)),
        *(ast.Assign(old[state.name], state, span) for state in states),
        Newton(states, ast.Block((*body.statements, *equations), span), tuple(residuals), span),
        *extrapolate(states, span),
    )
