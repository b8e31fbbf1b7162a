"""Turns SOLVE statements and DERIVATIVE blocks into the statements that advance the states by one step.

With `slope` and `rest` from `linear_parts`, x' = slope * x + rest, and every other variable held fixed for the step:

    cnexp          x += (1 - exp(dt slope)) (-rest / slope - x)          the exact solution
    euler          x += dt x'
    runge          the classical Runge-Kutta method of fourth order
    derivimplicit  (x - x_old) / dt = x'(x) for all states at once, by Newton's method

A cnexp block that is not linear falls back to derivimplicit as a whole, as in NEURON. Without METHOD, and with after_cvode
and cvode_t, NEURON works the derivatives out and takes no step. Where secondorder is set, the state kernel has half of dt,
and all methods but cnexp extrapolate: x(t + dt/2) + dt/2 x'.
"""

from __future__ import annotations

from dataclasses import replace

from jneuron.lang.diagnostics import Diagnostics
from jneuron.lang.source import Span
from jneuron.lang.visitor import rewrite, walk
from jneuron.nmodl import ast
from jneuron.nmodl.lowered import Newton
from jneuron.nmodl.passes.elements import with_scalars
from jneuron.nmodl.passes.linear_parts import NonlinearError, linear_parts
from jneuron.nmodl.passes.unroll import unroll
from jneuron.nmodl.symbols import Symbols

ONE = ast.Number("1.0")
MINUS_ONE = ast.Unary("-", ONE)
DT = ast.Name("dt")
STEPLESS = ("", "after_cvode", "cvode_t")
"""Methods that work the derivatives out, and leave the states alone."""
_METHODS = ("cnexp", "derivimplicit", "euler", "runge")
_OF_OTHER_BLOCKS = ("sparse", "newton", "simeq")
_NO_STEP = ast.Number("1e-9")


def advance_derivative(
    block: ast.CodeBlock, solve: ast.Solve, symbols: Symbols, diagnostics: Diagnostics
) -> tuple[ast.Statement, ...]:
    """Returns the statements that advance the states of a DERIVATIVE block by dt, or bring them to steady state.

    Args:
        block: The block.
        solve: The statement that solves it.
        symbols: What names stand for.
        diagnostics: For what is wrong with it.
    """
    if not _check(block, solve, symbols, diagnostics):
        return ()
    lengths = {name: variable.length for name, variable in symbols.variables.items()}
    method = method_of(block, solve.method)
    if method == "cnexp":
        return rewrite(block.body, _cnexp).statements
    if solve.steady_state and method in ("euler", "runge"):
        diagnostics.error(solve.span, f"STEADYSTATE {method} can't be used with the DERIVATIVE block {block.name}")
    body = block.body
    scalars: dict[str, ast.Name] = {}
    if any(lengths.get(node.target.name) for node in walk(body) if isinstance(node, ast.Assign) and node.target.prime):
        states = {name: length for name, length in lengths.items() if length and _has_equation(body, name)}
        body, scalars = with_scalars(unroll(body), states, block.name)
    span = block.span
    if solve.steady_state:
        # NEURON's steady state of these blocks is a step that is all but none
        inner = (ast.Assign(DT, _NO_STEP, span), *derivimplicit(body))
    elif method == "derivimplicit":
        inner = derivimplicit(body)
    else:
        inner = explicit_step(body, method)
    if not scalars:
        return inner
    return (
        ast.Local(tuple(ast.LocalName(name) for name in scalars)),
        *(ast.Assign(ast.Name(name, span=span), element, span) for name, element in scalars.items()),
        *inner,
        *(ast.Assign(element, ast.Name(name, span=span), span) for name, element in scalars.items()),
    )


def _check(block: ast.CodeBlock, solve: ast.Solve, symbols: Symbols, diagnostics: Diagnostics) -> bool:
    """Complains about methods and equations that NEURON refuses too; returns whether all is well."""
    method, well = solve.method, True
    if method in _OF_OTHER_BLOCKS:
        diagnostics.error(solve.span, f"METHOD {method} can't be used with the DERIVATIVE block {block.name}")
        well = False
    elif method not in (*_METHODS, *STEPLESS):
        diagnostics.error(solve.span, f"there is no METHOD {method}; DERIVATIVE blocks take {', '.join(_METHODS)}")
        well = False
    for node in walk(block.body):
        if isinstance(node, ast.Assign) and node.target.prime and node.target.name not in symbols.state_names:
            diagnostics.error(node.target.span, f"`{node.target.name}` has an equation and is no STATE")
            well = False
        if isinstance(node, ast.Name) and node.prime > 1:
            primes = "'" * node.prime
            message = f"{node.name}{primes}: equations of second order are not solved; use a state for {node.name}'"
            diagnostics.error(node.span, message)
            well = False
    return well


def method_of(block: ast.CodeBlock, method: str) -> str:
    """Returns the method that a DERIVATIVE block is really solved by."""
    if method == "cnexp":
        try:
            rewrite(block.body, _cnexp)
        except NonlinearError:
            return "derivimplicit"
    return method


def _has_equation(body: ast.Block, name: str) -> bool:
    return any(isinstance(node, ast.Assign) and node.target.prime and node.target.name == name for node in walk(body))


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
    if parts.rest is not None and not parts.product:
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


def explicit_step(body: ast.Block, method: str) -> tuple[ast.Statement, ...]:
    """Returns the statements of a step by `euler` or `runge`, or of none, for equations x' = ... in `body`."""
    body, states = derivatives_of(body)
    span = body.span
    local = ast.Local(tuple(ast.LocalName(derivative_name(state).name) for state in states))
    if method == "runge":
        return (local, *_runge(body, states), *extrapolate(states, span), *body.statements)
    updates = tuple(_moved(state, state, DT, span) for state in states) if method == "euler" else ()
    return (local, *body.statements, *updates, *extrapolate(states, span))


def _moved(state: ast.Name, start: ast.Name, step: ast.Expression, span: Span) -> ast.Assign:
    """Returns `state = start + step * state'`."""
    return ast.Assign(state, binary("+", start, binary("*", step, derivative_name(state), span), span), span)


def _runge(body: ast.Block, states: tuple[ast.Name, ...]) -> tuple[ast.Statement, ...]:
    """Returns four evaluations and the step they make.

    Order: the grouping of the sums is NEURON's.
    """
    span = body.span
    t, half = ast.Name("t", span=span), binary("/", DT, ast.Number("2.0"), span)
    old = {state.name: ast.Name(f"{state.name}_before", span=span) for state in states}
    total = {state.name: ast.Name(f"{state.name}_so_far", span=span) for state in states}
    change = ast.Name("runge_change", span=span)
    names = [change.name, *(name.name for name in (*old.values(), *total.values()))]
    statements: list[ast.Statement] = [ast.Local(tuple(ast.LocalName(name) for name in names))]
    third = binary("/", change, ast.Number("3.0"), span)

    def stage(factor: ast.Expression, ahead: ast.Expression, *, first: bool = False) -> None:
        for state in states:
            begin, sum_ = old[state.name], total[state.name]
            if first:
                statements.append(ast.Assign(begin, state, span))
            statements.append(ast.Assign(change, binary("*", factor, derivative_name(state), span), span))
            statements.append(ast.Assign(state, binary("+", begin, ahead, span), span))
            statements.append(ast.Assign(sum_, binary("+", begin if first else sum_, third, span), span))

    later = ast.Assign(t, binary("+", t, half, span), span)
    statements += body.statements
    stage(half, change, first=True)
    statements += (later, *body.statements)
    stage(DT, binary("/", change, ast.Number("2.0"), span))
    statements += body.statements
    stage(DT, change)
    statements += (later, *body.statements)
    sixth = binary("/", DT, ast.Number("6.0"), span)
    statements += [_moved(state, total[state.name], sixth, span) for state in states]
    statements.append(ast.Assign(t, binary("-", t, DT, span), span))
    return tuple(statements)


def halve_step(span: Span) -> ast.Assign:
    """Returns `dt = secondorder ? dt / 2 : dt`, with which a step begins that any block takes but by cnexp."""
    half = binary("*", DT, ast.Number("0.5"), span)
    return ast.Assign(DT, ast.Where(ast.Name("secondorder"), half, DT, span), span)


def extrapolate(states: tuple[ast.Name, ...], span: Span) -> tuple[ast.Statement, ...]:
    """Returns the second half of the step where secondorder is set."""
    result = []
    for state in states:
        ahead = binary("+", state, binary("*", DT, derivative_name(state), span), span)
        result.append(ast.Assign(state, ast.Where(ast.Name("secondorder"), ahead, state, span), span))
    return tuple(result)


def derivimplicit(body: ast.Block) -> tuple[ast.Statement, ...]:
    """Returns the statements of an implicit step."""
    span = body.span
    body, states = derivatives_of(body)
    if not states:
        return body.statements
    old = {state.name: ast.Name(f"{state.name}_before", span=span) for state in states}
    residuals = []
    equations: list[ast.Statement] = []
    for state in states:
        change = binary("/", binary("-", state, old[state.name], span), DT, span)
        residual = ast.Name(f"residual_{state.name}", span=span)
        equations.append(ast.Assign(residual, binary("-", derivative_name(state), change, span), span))
        residuals.append(residual.name)
    local_names = [*(name.name for name in old.values()), *(f"D{state.name}" for state in states), *residuals]
    return (
        ast.Local(tuple(ast.LocalName(name) for name in local_names)),
        *(ast.Assign(old[state.name], state, span) for state in states),
        Newton(states, ast.Block((*body.statements, *equations), span), tuple(residuals), span),
        *extrapolate(states, span),
    )
