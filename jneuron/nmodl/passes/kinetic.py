"""KINETIC blocks: reactions, fluxes and conservation laws become one implicit step, as NEURON's `sparse` takes it.

For a state x_i in a compartment of volume V_i, with x_i^old before the step, one round solves  M d = b  for the change d:

    b_i  = -V_i (x_i - x_i^old)/dt + production of x_i
    M_ij =  V_i/dt [i = j] - d(production of x_i)/d x_j

and adds d to x. A block in which no side of a reaction has two states is linear: one round. Otherwise rounds go on until
the changes add up to 1e-6 at most, and no state may fall below zero. CONSERVE replaces the equation of the last state in
its sum.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from jneuron.lang.diagnostics import Diagnostics
from jneuron.lang.source import Span
from jneuron.lang.visitor import rewrite, walk
from jneuron.nmodl import ast
from jneuron.nmodl.lowered import Sparse
from jneuron.nmodl.parse_statements import binds_tighter, is_weak
from jneuron.nmodl.passes.elements import elements_of, scalar_name
from jneuron.nmodl.passes.odes import DT, binary, explicit_step, extrapolate
from jneuron.nmodl.passes.unroll import substitute, unroll, whole_number
from jneuron.nmodl.solvers import STEADY_STEP
from jneuron.nmodl.symbols import Symbols

_WORD = re.compile(r"[A-Za-z_]\w*")


@dataclass
class _Scheme:
    """What is known of a block while it is translated.

    Attributes:
        block: Its name.
        states: The scalar that stands for each state, or element of one, in the order of the equations.
        volumes: Volume of each state's compartment.
        conserved: In the order of the file, the states whose equation a CONSERVE replaces, with its place.
        entries: Names of the entries of the matrix, by row and column.
    """

    symbols: Symbols
    diagnostics: Diagnostics
    block: str
    states: dict[str, ast.Name] = field(default_factory=dict)
    volumes: dict[str, ast.Expression] = field(default_factory=dict)
    conserved: dict[str, Span] = field(default_factory=dict)
    entries: dict[tuple[int, int], str] = field(default_factory=dict)
    linear: bool = True

    def row(self, scalar: str) -> int:
        """Returns the number of a state's equation."""
        return list(self.states).index(scalar)


def solve_kinetic(
    block: ast.CodeBlock, symbols: Symbols, diagnostics: Diagnostics, *, steady_state: bool = False
) -> tuple[ast.Statement, ...]:
    """Returns the statements that advance the states of a KINETIC block by dt, or bring them to steady state."""
    body, scheme = _scheme_of(block, symbols, diagnostics)
    if not scheme.states:
        return rewrite(body, lambda node: () if isinstance(node, ast.Reaction | ast.Conserve) else node).statements
    span = block.span
    beginning = _beginning(scheme, span)
    inner = rewrite(body, lambda node: _translate(node, scheme))
    matrix = tuple((row, column, name) for (row, column), name in sorted(scheme.entries.items()))
    right = tuple(f"right_{row}" for row in range(len(scheme.states)))
    zeros = [_set(name, ast.Number("0.0"), span) for _, _, name in matrix]
    full = ast.Block((*zeros, *beginning, *inner.statements), span)
    scalars = tuple(ast.Name(name, span=span) for name in scheme.states)
    local = [*(f"{name}_old" for name in scheme.states), *(f"D{name}" for name in scheme.states), *right]
    solve = Sparse(scalars, full, matrix, right, scheme.linear, steady_state, span)
    statements = (
        *(_set(f"{name}_old", ast.Name(name), span) for name in scheme.states),
        solve,
        *_rates_of_change(scheme, ast.Number(f"{STEADY_STEP:g}") if steady_state else DT, span),
        *extrapolate(scalars, span),
    )
    return _with_states(scheme, [*local, *scheme.entries.values()], statements, span)


def step_kinetic(block: ast.CodeBlock, method: str, symbols: Symbols, diagnostics: Diagnostics) -> tuple[ast.Statement, ...]:
    """Returns the statements that advance the states by an explicit method, which passes over CONSERVE."""
    body, scheme = _scheme_of(block, symbols, diagnostics)
    scheme.conserved.clear()
    span = block.span
    zeros = [_rate(name, ast.Number("0.0"), span) for name in scheme.states]
    inner = rewrite(body, lambda node: _translate_to_rates(node, scheme))
    volumes = [_rate(name, binary("/", ast.Name(name, prime=1), volume, span), span) for name, volume in scheme.volumes.items()]
    full = ast.Block((*zeros, *inner.statements, *volumes), span)
    return _with_states(scheme, [], explicit_step(full, method), span)


def _scheme_of(block: ast.CodeBlock, symbols: Symbols, diagnostics: Diagnostics) -> tuple[ast.Block, _Scheme]:
    """Returns the body with scalars for states, and what it is about."""
    body = unroll(block.body)
    scheme = _Scheme(symbols, diagnostics, block.name)
    _find_states(body, scheme)
    _find_compartments(body, scheme)
    body = rewrite(body, lambda node: _scalar(node, scheme))
    _find_conserved(body, scheme)
    _order_states(scheme)
    return body, scheme


def _with_states(
    scheme: _Scheme, local: list[str], statements: tuple[ast.Statement, ...], span: Span
) -> tuple[ast.Statement, ...]:
    """Returns statements on the scalars of a scheme, between taking the states out and putting them back."""
    names = dict.fromkeys((*scheme.states, *local, "f_flux", "b_flux"))
    return (
        ast.Local(tuple(ast.LocalName(name) for name in names)),
        *(_set(name, element, span) for name, element in scheme.states.items()),
        *statements,
        *(ast.Assign(element, ast.Name(name), span) for name, element in scheme.states.items()),
    )


def _rate(name: str, value: ast.Expression, span: Span) -> ast.Assign:
    return ast.Assign(ast.Name(name, prime=1, span=span), value, span)


def _set(name: str, value: ast.Expression, span: Span) -> ast.Assign:
    return ast.Assign(ast.Name(name, span=span), value, span)


# what the block is about


def _find_states(body: ast.Block, scheme: _Scheme) -> None:
    """Notes every state that takes part, in the order of appearance; whole arrays come together."""
    for node in walk(body):
        terms: tuple[ast.Term, ...] = ()
        if isinstance(node, ast.Reaction):
            terms = (*node.left, *node.right)
        elif isinstance(node, ast.Conserve):
            terms = node.left
        for term in terms:
            if term.state.name in scheme.symbols.state_names:
                whole = replace(term.state, index=None)
                for element in elements_of(whole, scheme.symbols.state_names):
                    scheme.states.setdefault(scalar_name(element, scheme.block), element)


def _find_compartments(body: ast.Block, scheme: _Scheme) -> None:
    for node in walk(body):
        if not isinstance(node, ast.Compartment) or node.longitudinal:
            continue
        for name in node.states:
            if name not in scheme.symbols.state_names:
                continue
            for element in elements_of(ast.Name(name), scheme.symbols.state_names):
                scheme.volumes[scalar_name(element, scheme.block)] = volume_of(node, element)


def volume_of(compartment: ast.Compartment, element: ast.Name) -> ast.Expression:
    """Returns the expression of a COMPARTMENT or LONGITUDINAL_DIFFUSION for one of its states, or an element of one."""
    if not compartment.index or element.index is None:
        return compartment.volume
    place = whole_number(element.index)
    statement = substitute(ast.ExpressionStatement(compartment.volume), compartment.index, place or 0)
    assert isinstance(statement, ast.ExpressionStatement)
    return statement.value


def _scalar(node: object, scheme: _Scheme) -> object:
    """Puts the local variable in the place of a state."""
    if isinstance(node, ast.Name) and node.name in scheme.symbols.state_names:
        length = scheme.symbols.state_names[node.name]
        if length and node.index is None:
            return node
        name = scalar_name(node, scheme.block)
        return ast.Name(name, span=node.span) if name in scheme.states else node
    if isinstance(node, ast.Compartment):
        return ()
    if isinstance(node, ast.Conserve):
        return replace(node, left=tuple(_spread(node.left, scheme)))
    return node


def _spread(terms: tuple[ast.Term, ...], scheme: _Scheme) -> list[ast.Term]:
    """Returns terms with one for each element of an array."""
    result = []
    for term in terms:
        for element in elements_of(term.state, scheme.symbols.state_names):
            in_scheme = element.name in scheme.symbols.state_names
            name = scalar_name(element, scheme.block) if in_scheme else element.name
            result.append(replace(term, state=ast.Name(name, span=term.span)))
    return result


def _find_conserved(body: ast.Block, scheme: _Scheme) -> None:
    """Chooses for each CONSERVE the state whose equation it replaces."""
    for node in walk(body):
        if isinstance(node, ast.Conserve):
            for term in reversed(node.left):
                if term.state.name in scheme.states and term.state.name not in scheme.conserved:
                    scheme.conserved[term.state.name] = node.span
                    break
            else:
                scheme.diagnostics.error(node.span, "this CONSERVE has no state whose equation it could replace")
        elif isinstance(node, ast.Reaction):
            for side in (node.left, node.right):
                if sum(term.count for term in side if term.state.name in scheme.states) > 1:
                    scheme.linear = False


def _order_states(scheme: _Scheme) -> None:
    """Puts the states in NEURON's order, which rounding depends on.

    Its symbol table goes by first letter, and within a letter the name that the file mentions last comes first. States
    whose equation is replaced go to the front, one after another.
    """
    places: dict[str, int] = {}
    for place, match in enumerate(_WORD.finditer(scheme.diagnostics.source.text)):
        places.setdefault(match.group(), place)
    ordered = sorted(scheme.states.items(), key=lambda item: (item[1].name[0], -places.get(item[1].name, 0)))
    for name in scheme.conserved:
        ordered.sort(key=lambda item: item[0] != name)
    scheme.states = dict(ordered)


# the equations


def _entry(scheme: _Scheme, row: int, column: int) -> ast.Name:
    name = scheme.entries.setdefault((row, column), f"matrix_{row}_{column}")
    return ast.Name(name)


def _add(target: ast.Name, operator: str, value: ast.Expression, span: Span) -> ast.Assign:
    return ast.Assign(target, binary(operator, target, value, span), span)


def _beginning(scheme: _Scheme, span: Span) -> list[ast.Statement]:
    """Returns the terms of dx/dt, on the diagonal and on the right side."""
    statements: list[ast.Statement] = []
    per_dt = binary("/", ast.Number("1.0"), DT, span)
    for row, name in enumerate(scheme.states):
        state, old = ast.Name(name), ast.Name(f"{name}_old")
        if name in scheme.conserved:
            statements.append(_set(f"right_{row}", ast.Number("0.0"), span))
            continue
        change = binary("*", ast.Unary("-", per_dt, span), binary("-", state, old, span), span)
        diagonal: ast.Expression = per_dt
        volume = scheme.volumes.get(name)
        if volume is not None:
            change, diagonal = binary("*", change, volume, span), binary("*", diagonal, volume, span)
        statements.append(_set(f"right_{row}", change, span))
        statements.append(ast.Assign(_entry(scheme, row, row), diagonal, span))
    return statements


def _translate(node: object, scheme: _Scheme) -> object:
    """Replaces a reaction, flux or conservation law by what it adds to the equations."""
    if isinstance(node, ast.Reaction):
        return _reaction(node, scheme)
    if isinstance(node, ast.Conserve):
        return _conserve(node, scheme)
    return node


def _translate_to_rates(node: object, scheme: _Scheme) -> object:
    """Replaces a reaction or flux by what it adds to the derivatives, a conservation law by nothing."""
    if isinstance(node, ast.Reaction):
        changes = [
            _rate(name, binary(operator, ast.Name(name, prime=1), value, node.span), node.span)
            for name, operator, value in _contributions(node, scheme)
        ]
        return ast.Block((*_fluxes(node), *changes), node.span)
    return () if isinstance(node, ast.Conserve) else node


def _fluxes(node: ast.Reaction) -> list[ast.Statement]:
    """Returns the assignments to f_flux and b_flux."""
    span, zero = node.span, ast.Number("0.0")
    if node.operator == "<<":
        return [_set("f_flux", zero, span), _set("b_flux", node.rates[0], span)]
    forward = _product(node.rates[0], node.left, span, is_open=_is_open(node, 0))
    backward = _product(node.rates[1], node.right, span, is_open=_is_open(node, 1)) if len(node.rates) > 1 else zero
    return [_set("f_flux", forward, span), _set("b_flux", backward, span)]


def _is_open(node: ast.Reaction, place: int) -> bool:
    return place < len(node.open_rates) and node.open_rates[place]


def _contributions(node: ast.Reaction, scheme: _Scheme) -> list[tuple[str, str, ast.Expression]]:
    """Returns what a reaction does to its states: (state, + or -, value), in NEURON's order."""
    span = node.span
    if node.operator == "<<":
        return [(t.state.name, "+", ast.Name("b_flux")) for t in node.left if t.state.name in scheme.states]
    net = binary("-", ast.Name("f_flux"), ast.Name("b_flux"), span)
    return [
        (term.state.name, operator, _times(term.count, net, span))
        for side, operator in ((node.left, "-"), (node.right, "+"))
        for term in reversed(side)
        if term.state.name in scheme.states
    ]


def _reaction(node: ast.Reaction, scheme: _Scheme) -> ast.Block:
    statements = _fluxes(node)
    for name, operator, value in _contributions(node, scheme):
        if name not in scheme.conserved:
            statements.append(_add(ast.Name(f"right_{scheme.row(name)}"), operator, value, node.span))
    if node.operator != "<<":
        statements += _derivatives(node, node.left, scheme, forward=True)
        if len(node.rates) > 1:
            statements += _derivatives(node, node.right, scheme, forward=False)
    return ast.Block(tuple(statements), node.span)


def _times(count: int, value: ast.Expression, span: Span) -> ast.Expression:
    return value if count == 1 else binary("*", ast.Number(f"{count}.0"), value, span)


def _product(rate: ast.Expression, terms: tuple[ast.Term, ...], span: Span, *, is_open: bool) -> ast.Expression:
    """Returns rate times every reactant, in NEURON's order: the last one first.

    NEURON writes the factors behind the rate's text, so that of a sum without parentheses only the last term gets them.
    """
    times = _times_last if is_open else _times_whole
    result = rate
    for term in reversed(terms):
        for _ in range(term.count):
            result = times(result, term.state, span)
    return result


def _times_whole(value: ast.Expression, factor: ast.Expression, span: Span) -> ast.Expression:
    return binary("*", value, factor, span)


def _times_last(value: ast.Expression, factor: ast.Expression, span: Span) -> ast.Expression:
    """Returns what `value * factor` means where no parentheses are put around the value."""
    if not (isinstance(value, ast.Binary) and is_weak(value)):
        return _times_whole(value, factor, span)
    # what binds no tighter than the operator before it stands in parentheses
    is_inner = is_weak(value.right) and binds_tighter(value.right, value)
    times = _times_last if is_inner else _times_whole
    return replace(value, right=times(value.right, factor, span))


def _derivatives(node: ast.Reaction, terms: tuple[ast.Term, ...], scheme: _Scheme, *, forward: bool) -> list[ast.Statement]:
    """Returns what one direction of a reaction adds to the matrix."""
    span = node.span
    rate, is_open = node.rates[not forward], _is_open(node, not forward)
    statements: list[ast.Statement] = []
    for place in reversed(range(len(terms))):
        term = terms[place]
        if term.state.name not in scheme.states:
            continue
        column = scheme.row(term.state.name)
        others = [*terms[:place], *([replace(term, count=term.count - 1)] if term.count > 1 else []), *terms[place + 1 :]]
        count = ast.Number(f"{term.count}.0")
        whole = (_times_last if is_open else _times_whole)(rate, count, span) if term.count > 1 else rate
        slope = _product(whole, tuple(others), span, is_open=is_open)
        slope_name = ast.Name("f_flux_slope", span=span)
        statements.append(ast.Local((ast.LocalName("f_flux_slope"),)))
        statements.append(ast.Assign(slope_name, slope, span))
        for side, sign in ((node.left, "+" if forward else "-"), (node.right, "-" if forward else "+")):
            for other in reversed(side):
                name = other.state.name
                if name in scheme.states and name not in scheme.conserved:
                    entry = _entry(scheme, scheme.row(name), column)
                    statements.append(_add(entry, sign, _times(other.count, slope_name, span), span))
    return statements


def _times_right(value: ast.Expression, count: int, span: Span) -> ast.Expression:
    return value if count == 1 else binary("*", value, ast.Number(f"{count}.0"), span)


def _conserve(node: ast.Conserve, scheme: _Scheme) -> ast.Block:
    """Returns the row of a conservation law; amounts, not concentrations, are conserved."""
    span = node.span
    replaced = next((name for name, place in scheme.conserved.items() if place == span), "")
    if replaced not in scheme.states:
        return ast.Block((), span)
    row = scheme.row(replaced)
    right = ast.Name(f"right_{row}")
    statements: list[ast.Statement] = [ast.Assign(right, node.right, span)]
    for term in reversed(node.left):
        name = term.state.name
        if name not in scheme.states:
            statements.append(_add(right, "-", _times(term.count, term.state, span), span))
            continue
        weight: ast.Expression = ast.Number(f"{term.count}.0")
        volume = scheme.volumes.get(name)
        amount: ast.Expression = _times_right(term.state, term.count, span)
        if volume is not None:
            weight, amount = binary("*", weight, volume, span), binary("*", amount, volume, span)
        statements.append(ast.Assign(_entry(scheme, row, scheme.row(name)), weight, span))
        statements.append(_add(right, "-", amount, span))
    return ast.Block(tuple(statements), span)


def _rates_of_change(scheme: _Scheme, step: ast.Expression, span: Span) -> list[ast.Statement]:
    """Returns (x - x_old)/step of every state, for the extrapolation of secondorder."""
    return [
        _set(f"D{name}", binary("/", binary("-", ast.Name(name), ast.Name(f"{name}_old"), span), step, span), span)
        for name in scheme.states
    ]
