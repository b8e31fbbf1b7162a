"""Parses expressions and statements."""

from __future__ import annotations

from jneuron.lang.source import Span
from jneuron.nmodl import ast
from jneuron.nmodl.cursor import Cursor
from jneuron.nmodl.lexer import TokenKind

_PRECEDENCE = {
    "||": 1, "&&": 2, ">": 3, ">=": 3, "<": 3, "<=": 3, "==": 3, "!=": 3, "+": 4, "-": 4, "*": 5, "/": 5, "%": 5, "^": 7
}  # fmt: skip
_UNARY = 6
_REACTIONS = ("<->", "->", "<<")
_REFUSED = {
    "else": "there is no `if` before this else",
    "ELSE": "there is no `if` before this ELSE",
    "FORALL": "FORALL is no longer part of NMODL",
    "SENS": "SENS is no longer part of NMODL",
    "RESET": "RESET is no longer part of NMODL",
    "MATCH": "MATCH is no longer part of NMODL",
    "PARTIAL": "PARTIAL is no longer part of NMODL",
    "PUTQ": "queues are no longer part of NMODL",
    "GETQ": "queues are no longer part of NMODL",
}

_BLOCKS = frozenset(
    {"NEURON", "UNITS", "PARAMETER", "CONSTANT", "ASSIGNED", "STATE", "BREAKPOINT", "CONSTRUCTOR", "DESTRUCTOR"}
)
_NAMED_BLOCKS = frozenset(
    {"DERIVATIVE", "KINETIC", "LINEAR", "NONLINEAR", "DISCRETE", "PROCEDURE", "FUNCTION", "BEFORE", "AFTER"}
)


def parse_expression(cursor: Cursor, lowest: int = 1) -> ast.Expression:
    """Parses an expression whose operators bind at least as tightly as `lowest`."""
    start = cursor.token.span
    left = _parse_operand(cursor)
    while cursor.at_kind(TokenKind.OPERATOR):
        operator = cursor.token.text
        strength = _PRECEDENCE.get(operator, 0)
        if strength < lowest:
            break
        cursor.next()
        # `^` groups from the right, everything else from the left
        right = parse_expression(cursor, strength if operator == "^" else strength + 1)
        left = ast.Binary(operator, left, right, cursor.since(start))
    return left


def _parse_operand(cursor: Cursor) -> ast.Expression:
    start = cursor.token.span
    if cursor.at("-", "!"):
        operator = cursor.next().text
        return ast.Unary(operator, parse_expression(cursor, _UNARY), cursor.since(start))
    if cursor.accept("+"):
        return parse_expression(cursor, _UNARY)
    if cursor.accept("("):
        inner = parse_expression(cursor)
        cursor.expect(")", "to close the parenthesis")
        return inner
    if cursor.at_kind(TokenKind.NUMBER):
        number = cursor.next()
        unit = cursor.unit()
        return ast.Number(number.text, unit, cursor.since(start))
    if cursor.at_kind(TokenKind.STRING):
        return ast.Text(cursor.next().text, start)
    if cursor.at_kind(TokenKind.NAME):
        if cursor.peek().text == "(" and cursor.peek().kind is TokenKind.OPERATOR:
            return _parse_call(cursor)
        return parse_variable(cursor)
    cursor.fail("expected an expression")


def _parse_call(cursor: Cursor) -> ast.Call:
    name = cursor.next()
    arguments = parse_list(cursor, "(", ")")
    return ast.Call(name.text, arguments, cursor.since(name.span))


def parse_list(cursor: Cursor, opening: str, closing: str) -> tuple[ast.Expression, ...]:
    """Parses expressions with commas, or blanks as old files have it, between two brackets."""
    cursor.expect(opening)
    values: list[ast.Expression] = []
    while not cursor.accept(closing):
        values.append(parse_expression(cursor))
        if not cursor.at(closing):
            cursor.expect(",", "or a closing bracket")
    return tuple(values)


def parse_variable(cursor: Cursor) -> ast.Name:
    """Parses a name with primes and an index."""
    name = cursor.name("the name of a variable")
    prime = 0
    while cursor.accept("'"):
        prime += 1
    index = None
    if cursor.accept("["):
        index = parse_expression(cursor)
        cursor.expect("]")
    while cursor.accept("'"):
        prime += 1
    return ast.Name(name.text, index, prime, cursor.since(name.span))


def parse_block(cursor: Cursor) -> ast.Block:
    """Parses statements in braces."""
    start = cursor.expect("{", "to begin a block").span
    statements: list[ast.Statement] = []
    while not cursor.accept("}"):
        if cursor.at_kind(TokenKind.END):
            cursor.fail("this block is never closed", start)
        if cursor.accept(";"):
            continue
        statements.append(parse_statement(cursor))
    return ast.Block(tuple(statements), cursor.since(start))


def parse_statement(cursor: Cursor) -> ast.Statement:
    """Parses one statement."""
    token = cursor.token
    if token.kind is TokenKind.VERBATIM:
        cursor.next()
        return ast.Verbatim(token.text, token.span)
    if token.text == "{":
        return parse_block(cursor)
    if token.text == "~":
        return _parse_tilde(cursor)
    if token.kind is not TokenKind.NAME:
        cursor.fail("expected a statement")
    if token.text in _REFUSED:
        cursor.fail(_REFUSED[token.text], token.span)
    if token.text in _BLOCKS and cursor.peek().text == "{":
        cursor.fail(f"a {token.text} block can't stand inside another block", token.span)
    if token.text in _NAMED_BLOCKS and cursor.peek().kind is TokenKind.NAME:
        cursor.fail(f"expected `}}` before the block {token.text} {cursor.peek().text}", token.span)
    parser = _STATEMENTS.get(token.text)
    # a keyword that is assigned to is a variable: old files have some
    if parser is not None and cursor.peek().text != "=":
        return parser(cursor)  # type: ignore[return-value]
    return _parse_assignment_or_call(cursor)


def _parse_assignment_or_call(cursor: Cursor) -> ast.Statement:
    start = cursor.token.span
    if cursor.peek().text == "(":
        call = _parse_call(cursor)
        return ast.ExpressionStatement(call, cursor.since(start))
    target = parse_variable(cursor)
    if cursor.at("@"):
        cursor.fail("a state at an earlier step (`@`) is not part of NEURON's NMODL")
    cursor.expect("=", f"after `{target.name}`")
    return ast.Assign(target, parse_expression(cursor), cursor.since(start))


def _parse_if(cursor: Cursor) -> ast.If:
    start = cursor.next().span
    cursor.expect("(", "after `if`")
    condition = parse_expression(cursor)
    cursor.expect(")", "to close the condition")
    then = parse_block(cursor)
    other = None
    if cursor.accept("else", "ELSE"):
        if cursor.at("if", "IF"):
            nested = _parse_if(cursor)
            other = ast.Block((nested,), nested.span)
        else:
            other = parse_block(cursor)
    return ast.If(condition, then, other, cursor.since(start))


def _parse_while(cursor: Cursor) -> ast.While:
    start = cursor.next().span
    cursor.expect("(", "after `while`")
    condition = parse_expression(cursor)
    cursor.expect(")", "to close the condition")
    return ast.While(condition, parse_block(cursor), cursor.since(start))


def _parse_from(cursor: Cursor) -> ast.From:
    start = cursor.next().span
    variable = cursor.name("the loop's variable").text
    cursor.expect("=")
    first = parse_expression(cursor)
    cursor.expect("TO")
    last = parse_expression(cursor)
    step = parse_expression(cursor) if cursor.accept("BY") else None
    return ast.From(variable, first, last, step, parse_block(cursor), cursor.since(start))


def parse_local_names(cursor: Cursor) -> tuple[ast.LocalName, ...]:
    """Parses what follows LOCAL."""
    names = []
    while True:
        name = cursor.name("the name of a local variable")
        length = ""
        if cursor.accept("["):
            length = cursor.signed_number()
            cursor.expect("]")
        names.append(ast.LocalName(name.text, length, cursor.since(name.span)))
        if not cursor.accept(","):
            return tuple(names)


def _parse_local(cursor: Cursor) -> ast.Local:
    start = cursor.next().span
    return ast.Local(parse_local_names(cursor), cursor.since(start))


def _parse_solve(cursor: Cursor) -> ast.Solve:
    start = cursor.next().span
    block, method, steady = cursor.name("the name of a block").text, "", False
    if cursor.accept("METHOD", "USING"):
        method = cursor.name("a method").text
    elif cursor.accept("STEADYSTATE"):
        method, steady = cursor.name("a method").text, True
    if_error = parse_block(cursor) if cursor.accept("IFERROR") else None
    return ast.Solve(block, method, steady, if_error, cursor.since(start))


def _parse_terms(cursor: Cursor) -> tuple[ast.Term, ...] | None:
    """Parses `2 a + b[i]`, or returns None where something else stands."""
    terms = []
    while True:
        start = cursor.token.span
        count = 1
        if cursor.at_kind(TokenKind.NUMBER):
            text = cursor.next().text
            if not text.isdigit():
                return None
            count = int(text)
        if not cursor.at_kind(TokenKind.NAME):
            return None
        terms.append(ast.Term(count, parse_variable(cursor), cursor.since(start)))
        if not cursor.accept("+"):
            return tuple(terms)


def _parse_tilde(cursor: Cursor) -> ast.Reaction | ast.Equation:
    start = cursor.next().span
    place = cursor.place
    left = _parse_terms(cursor)
    if left is not None and cursor.at(*_REACTIONS):
        return _parse_reaction(cursor, left, start)
    cursor.place = place
    first = parse_expression(cursor)
    cursor.expect("=", "in the equation")
    return ast.Equation(first, parse_expression(cursor), cursor.since(start))


def _parse_reaction(cursor: Cursor, left: tuple[ast.Term, ...], start: Span) -> ast.Reaction:
    operator = cursor.next().text
    right: tuple[ast.Term, ...] = ()
    if operator != "<<" and not cursor.at("("):
        terms = _parse_terms(cursor)
        if terms is None:
            cursor.fail("expected the products of the reaction")
        if operator == "->":
            message = "`->` takes no products: write `~ left -> (rate)`, or `<->` with a rate of 0 for the way back"
            cursor.fail(message, cursor.since(start))
        right = terms
    rates, are_open = _parse_rates(cursor)
    wanted = 2 if operator == "<->" else 1
    if len(rates) != wanted:
        cursor.fail(f"`{operator}` takes {wanted} rate{'s' * (wanted - 1)} in parentheses", cursor.since(start))
    open_rates = are_open if operator == "<->" else ()
    return ast.Reaction(left, operator, right, rates, open_rates, cursor.since(start))


def _parse_rates(cursor: Cursor) -> tuple[tuple[ast.Expression, ...], tuple[bool, ...]]:
    """Parses a list of rates; also returns which of them a factor behind them would split."""
    cursor.expect("(")
    rates: list[ast.Expression] = []
    are_open: list[bool] = []
    while not cursor.accept(")"):
        start = cursor.token.span.start
        rate = parse_expression(cursor)
        rates.append(rate)
        # what stands in parentheses of its own begins behind them
        are_open.append(is_weak(rate) and rate.span.start == start)
        if not cursor.at(")"):
            cursor.expect(",", "or a closing bracket")
    return tuple(rates), tuple(are_open)


def is_weak(expression: ast.Expression) -> bool:
    """Tells whether an operator at the top of an expression binds less than a product."""
    return isinstance(expression, ast.Binary) and _PRECEDENCE[expression.operator] < _PRECEDENCE["*"]


def binds_tighter(expression: ast.Expression, other: ast.Binary) -> bool:
    """Tells whether the operator at the top of an expression binds more than another expression's."""
    return isinstance(expression, ast.Binary) and _PRECEDENCE[expression.operator] > _PRECEDENCE[other.operator]


def _parse_conserve(cursor: Cursor) -> ast.Conserve:
    start = cursor.next().span
    left = _parse_terms(cursor)
    if left is None:
        cursor.fail("expected a sum of states")
    cursor.expect("=")
    return ast.Conserve(left, parse_expression(cursor), cursor.since(start))


def _parse_compartment(cursor: Cursor) -> ast.Compartment:
    word = cursor.next()
    index = ""
    if cursor.at_kind(TokenKind.NAME) and cursor.peek().text == ",":
        index = cursor.next().text
        cursor.next()
    volume = parse_expression(cursor)
    cursor.expect("{")
    states = []
    while not cursor.accept("}"):
        states.append(cursor.name("a state").text)
        cursor.accept(",")
    longitudinal = word.text == "LONGITUDINAL_DIFFUSION"
    return ast.Compartment(index, volume, tuple(states), longitudinal, cursor.since(word.span))


def parse_names(cursor: Cursor) -> tuple[str, ...]:
    """Parses names with commas between."""
    names = [cursor.name().text]
    while cursor.accept(","):
        names.append(cursor.name().text)
    return tuple(names)


def _parse_table(cursor: Cursor) -> ast.Table:
    start = cursor.next().span
    outputs = () if cursor.at("DEPEND", "FROM") else parse_names(cursor)
    depends = parse_names(cursor) if cursor.accept("DEPEND") else ()
    cursor.expect("FROM", "in TABLE")
    low = parse_expression(cursor)
    cursor.expect("TO", "in TABLE")
    high = parse_expression(cursor)
    cursor.expect("WITH", "in TABLE")
    return ast.Table(outputs, depends, low, high, cursor.signed_number(), cursor.since(start))


def _parse_conductance(cursor: Cursor) -> ast.Conductance:
    start = cursor.next().span
    name = cursor.name("the name of a conductance").text
    ion = cursor.name("the name of an ion").text if cursor.accept("USEION") else ""
    return ast.Conductance(name, ion, cursor.since(start))


def _parse_watch(cursor: Cursor) -> ast.Statement:
    start = cursor.next().span
    watches: list[ast.Statement] = []
    while True:
        here = cursor.expect("(", "after WATCH").span
        condition = parse_expression(cursor)
        cursor.expect(")")
        watches.append(ast.Watch(condition, _parse_operand(cursor), cursor.since(here)))
        if not cursor.accept(","):
            break
    return watches[0] if len(watches) == 1 else ast.Block(tuple(watches), cursor.since(start))


def parse_arguments(cursor: Cursor) -> tuple[ast.Argument, ...]:
    """Parses `(v (mV), n)`."""
    cursor.expect("(", "to begin the arguments")
    arguments = []
    while not cursor.accept(")"):
        name = cursor.name("an argument")
        arguments.append(ast.Argument(name.text, cursor.unit(), cursor.since(name.span)))
        if not cursor.at(")"):
            cursor.expect(",", "between the arguments")
    return tuple(arguments)


def _parse_for_netcons(cursor: Cursor) -> ast.ForNetcons:
    start = cursor.next().span
    arguments = parse_arguments(cursor)
    return ast.ForNetcons(arguments, parse_block(cursor), cursor.since(start))


def _parse_initial_inside(cursor: Cursor) -> ast.InitialInside:
    start = cursor.next().span
    return ast.InitialInside(parse_block(cursor), cursor.since(start))


def _parse_protect(cursor: Cursor) -> ast.Protect:
    word = cursor.next()
    return ast.Protect(parse_statement(cursor), word.text, cursor.since(word.span))


def _parse_mutex(cursor: Cursor) -> ast.Protect:
    word = cursor.next()
    return ast.Protect(None, word.text, word.span)


def _parse_lag(cursor: Cursor) -> ast.Lag:
    start = cursor.next().span
    name = cursor.name().text
    cursor.expect("BY")
    return ast.Lag(name, cursor.signed_number(), cursor.since(start))


_STATEMENTS = {
    "if": _parse_if,
    "IF": _parse_if,
    "while": _parse_while,
    "WHILE": _parse_while,
    "FROM": _parse_from,
    "LOCAL": _parse_local,
    "SOLVE": _parse_solve,
    "CONSERVE": _parse_conserve,
    "COMPARTMENT": _parse_compartment,
    "LONGITUDINAL_DIFFUSION": _parse_compartment,
    "CONDUCTANCE": _parse_conductance,
    "TABLE": _parse_table,
    "WATCH": _parse_watch,
    "FOR_NETCONS": _parse_for_netcons,
    "INITIAL": _parse_initial_inside,
    "PROTECT": _parse_protect,
    "MUTEXLOCK": _parse_mutex,
    "MUTEXUNLOCK": _parse_mutex,
    "LAG": _parse_lag,
}
