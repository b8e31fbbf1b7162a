"""Checks that the units of a .mod file fit together, by the rules of NEURON's modlunit.

A number without a unit fits anything where it is added, compared or assigned, and has no unit where it multiplies. A number
alone in parentheses is a conversion: `(1e3)` has the unit 1/1000. Arguments and values of library functions have no unit; a
variable raised to a whole number has that power of its unit. LOCAL variables have the unit of what was assigned to them last.
Where `UNITSOFF` holds nothing is checked. Names nobody declared count as having no unit, and are warned of.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field

from jneuron.lang.diagnostics import Diagnostics, Finding
from jneuron.lang.source import Source, Span
from jneuron.lang.visitor import walk
from jneuron.nmodl import ast
from jneuron.nmodl.parser import parse
from jneuron.nmodl.passes.include import replace_defines, splice_includes
from jneuron.nmodl.units import Unit, UnitTable, UnknownUnitError

NONE = Unit(1.0)
"""No unit."""

SIMULATION = {"v": "millivolt", "t": "ms", "dt": "ms", "celsius": "degC", "diam": "micron", "area": "micron2"}
EVENT_CALLS = ("net_send", "net_event", "net_move", "at_time")
WITHOUT_RULES = ("state_discontinuity",)
COMPARISONS = ("<", ">", "<=", ">=", "==", "!=")
LOGICAL = ("&&", "||")
COMMON = ("ms", "/ms", "millivolt", "degC", "micron", "nanoamp", "milliamp/cm2", "milli/liter")
"""What units are called in messages where the file has no name for them."""

_SKIPPED = r"^[ \t]*COMMENT\b.*?^[ \t]*ENDCOMMENT\b|[:?][^\n]*|\bVERBATIM\b.*?\bENDVERBATIM\b"
_SWITCH = re.compile(rf"\bUNITS(OFF|ON)\b|{_SKIPPED}", re.M | re.S)
_BASES = ((1, 0, 0, 0, 0, 0, 0), (0, 1, 0, 0, 0, 0, 0), (0, 0, 1, 0, 0, 0, 0), (0, 0, 1, 1, 0, 0, 0))
# m, kg, sec and coul in brainunit's base: m, kg, s, A, K, mol, cd
_REST = ((0, 0, 0, 0, 0, 0, 1), (0, 0, 0, 0, 1, 0, 0))

Value = Unit | None
"""The unit of an expression; None for what fits anything."""


def check_units(source: Source) -> Diagnostics:
    """Returns what is wrong with the units of a file.

    Raises:
        ModSyntaxError: The text is not NMODL.
    """
    diagnostics = Diagnostics(source)
    module = replace_defines(splice_includes(parse(source), source))
    _Checker(diagnostics, _switched_off(source.text)).module(module)
    return diagnostics


def describe(unit: Unit, names: dict[str, Unit]) -> str:
    """Returns a unit in words: the file's own name of it, else in base units."""
    if not any(unit.powers):
        return "no unit" if math.isclose(unit.factor, 1.0) else f"a factor of {unit.factor:g}"
    common = UnitTable()
    for name, known in (names | {name: common.parse(name) for name in COMMON if name not in names}).items():
        if _same(unit, known):
            return name
    # lazily: brainunit takes seconds to import, and there is mostly nothing to say
    import brainunit

    exponents = [sum(p * base[k] for p, base in zip(unit.powers, (*_BASES, *_REST))) for k in range(7)]
    dimension = brainunit.get_or_create_dimension(exponents)
    factor = "" if math.isclose(unit.factor, 1.0) else f"{unit.factor:g} "
    return f"{factor}{brainunit.Unit(dimension)}"


def _switched_off(text: str) -> list[tuple[int, int]]:
    """Returns the parts of a text where UNITSOFF holds."""
    parts: list[tuple[int, int]] = []
    start = -1
    for match in _SWITCH.finditer(text):
        if match.group(1) == "OFF" and start < 0:
            start = match.start()
        elif match.group(1) == "ON" and start >= 0:
            parts.append((start, match.end()))
            start = -1
    return [*parts, (start, len(text))] if start >= 0 else parts


def _same(first: Unit, second: Unit) -> bool:
    return first.powers == second.powers and math.isclose(first.factor, second.factor, rel_tol=1e-5)


@dataclass
class _Checker:
    """One walk through a module.

    Attributes:
        off: Where UNITSOFF holds.
        table: The units that the file knows.
        names: Units by the names that the file gives them, for messages.
        variables: Unit of each variable; locals: of each local one of the block; shared: of those at file level.
        arguments: Units of the arguments of each function.
        values: Unit of what each function returns.
        fixed: Names of the block that keep the unit they were declared with: arguments, and the function's own.
        volumes: Unit of the compartment of each state of the present KINETIC block.
    """

    diagnostics: Diagnostics
    off: list[tuple[int, int]]
    table: UnitTable = field(default_factory=UnitTable)
    names: dict[str, Unit] = field(default_factory=dict)
    variables: dict[str, Unit] = field(default_factory=lambda: {"flag": NONE})
    locals: dict[str, Value] = field(default_factory=dict)
    shared: dict[str, Value] = field(default_factory=dict)
    arguments: dict[str, tuple[Unit, ...]] = field(default_factory=dict)
    values: dict[str, Unit] = field(default_factory=dict)
    fixed: frozenset[str] = frozenset()
    volumes: dict[str, Unit] = field(default_factory=dict)

    # ---- declarations

    def module(self, module: ast.Module) -> None:
        """Checks everything."""
        for item in module.items:
            if isinstance(item, ast.UnitsBlock):
                self._units_block(item)
        for name in ("t", "dt"):
            self.variables[name] = self._unit("ms", module.span)
        for item in module.items:
            self._declare(item)
        used = frozenset(node.name for node in walk(module) if isinstance(node, ast.Name))
        for item in module.items:
            if isinstance(item, ast.NeuronBlock):
                self._neuron(item, used)
        for item in module.items:
            self._block(item)

    def _units_block(self, block: ast.UnitsBlock) -> None:
        for item in block.items:
            if isinstance(item, ast.UnitDefinition):
                if item.name in self.names:
                    self._error(item.span, f"the unit ({item.name}) is defined twice")
                self.table.define(item.name, item.value)
                try:
                    self.names[item.name] = self.table.parse(item.name)
                except UnknownUnitError:
                    continue
            else:
                self.variables[item.name] = self._unit(item.unit, item.span)

    def _declare(self, item: ast.Item) -> None:
        if isinstance(item, ast.DeclarationBlock):
            for declaration in item.declarations:
                self.variables[declaration.name] = self._unit(declaration.unit, declaration.span)
        elif isinstance(item, ast.LocalVariables):
            self.shared |= {local.name: NONE for local in item.names}
        elif isinstance(item, ast.Function | ast.FunctionTable):
            self.arguments[item.name] = tuple(self._unit(argument.unit, argument.span) for argument in item.arguments)
            self.values[item.name] = self._unit(item.unit, item.span)

    def _neuron(self, block: ast.NeuronBlock, used: frozenset[str]) -> None:
        """Checks the units that NEURON's own variables must have, where they are declared or used."""
        is_point = any(isinstance(item, ast.Suffix) and item.word != "SUFFIX" for item in block.items)
        density = "nanoamp" if is_point else "milliamp/cm2"
        here = used | self.variables.keys()
        wanted = {name: unit for name, unit in SIMULATION.items() if name in here}
        for item in block.items:
            if isinstance(item, ast.UseIon):
                wanted |= {name: _of_ion(item.name, name, density) for name in (*item.reads, *item.writes)}
            elif isinstance(item, ast.NameList) and item.word in ("NONSPECIFIC_CURRENT", "ELECTRODE_CURRENT"):
                wanted |= dict.fromkeys(item.names, density)
        for name, text in wanted.items():
            unit = self.table.parse(text)
            given = self.variables.get(name, NONE)
            if not _same(unit, given):
                self._error(block.span, f"{name} must have the unit {text}, and has {self._shown(given)}")

    def _unit(self, text: str, span: Span) -> Unit:
        if not text.strip():
            return NONE
        try:
            unit = self.table.parse(text)
        except (UnknownUnitError, ValueError, RecursionError):
            self._error(span, f"unknown unit ({text}): the UNITS block must define it")
            return NONE
        self.names.setdefault(text, unit)
        return unit

    # ---- blocks and statements

    def _block(self, item: ast.Item) -> None:
        self.locals, self.volumes = {}, {}
        if isinstance(item, ast.Function):
            self.locals = dict(zip((argument.name for argument in item.arguments), self.arguments[item.name]))
            self.locals[item.name] = self.values[item.name]
            self.fixed = frozenset(self.locals)
            self._statement(item.body)
        elif isinstance(item, ast.NetReceive):
            self.locals = {argument.name: self._unit(argument.unit, argument.span) for argument in item.arguments}
            self.fixed = frozenset(self.locals)
            self._statement(item.body)
        elif isinstance(item, ast.CodeBlock):
            self.fixed = frozenset()
            self._statement(item.body)

    def _statement(self, statement: ast.Statement | None) -> None:
        match statement:
            case ast.Block(statements):
                for each in statements:
                    self._statement(each)
            case ast.Local(names):
                self.locals |= {local.name: NONE for local in names}
            case ast.Assign():
                self._assign(statement)
            case ast.If(condition, then, other):
                self._value(condition)
                self._statement(then)
                self._statement(other)
            case ast.While(condition, body):
                self._value(condition)
                self._statement(body)
            case ast.From(variable, _, _, _, body):
                self.locals[variable] = None
                self._statement(body)
            case ast.ExpressionStatement(value):
                self._value(value)
            case ast.Equation(left, right):
                self._fit(self._value(right), self._value(left), statement.span)
            case ast.Watch(condition, _):
                self._value(condition)
            case ast.ForNetcons(arguments, body):
                self.locals |= {argument.name: self._unit(argument.unit, argument.span) for argument in arguments}
                self._statement(body)
            case ast.InitialInside(body) | ast.Protect(body):
                self._statement(body)
            case ast.Compartment(_, volume, states, False):
                self.volumes |= dict.fromkeys(states, self._value(volume) or NONE)
            case ast.Reaction():
                self._reaction(statement)
            case ast.Conserve(left, right):
                terms = [self._amount(term.state) for term in left]
                self._fit(self._value(right), terms[0], statement.span)

    def _assign(self, statement: ast.Assign) -> None:
        value = self._value(statement.value)
        target = statement.target
        for known in (self.locals, self.shared):
            if target.name in known and target.name not in self.fixed and not target.prime:
                known[target.name] = None if self._is_off(statement.span) else value
                return
        self._fit(value, self._value(target), statement.value.span)

    def _reaction(self, reaction: ast.Reaction) -> None:
        """Checks that each rate gives a flux of the amount of the first state in a time."""
        amount = self._amount(reaction.left[0].state)
        for term in (*reaction.left, *reaction.right):
            self._fit(self._amount(term.state), amount, term.span)
        flux = amount.times(self.table.parse("ms"), -1)
        sides = (reaction.left, reaction.right)
        for k, rate in enumerate(reaction.rates):
            needed = flux
            if reaction.operator != "<<":
                for term in sides[k] if k < len(sides) else ():
                    needed = needed.times(self._named(term.state.name, term.span), -term.count)
            self._fit(self._value(rate), needed, rate.span)
        # the fluxes of the reaction before, for the statements that follow
        self.locals |= {"f_flux": flux, "b_flux": flux}

    def _amount(self, state: ast.Name) -> Unit:
        return self._named(state.name, state.span).times(self.volumes.get(state.name, NONE))

    # ---- expressions

    def _value(self, expression: ast.Expression | None) -> Value:
        """Returns the unit of an expression, complaining of what is inside it."""
        match expression:
            case ast.Number():
                return self._number(expression)
            case ast.Name(name, index, prime):
                self._value(index)
                unit = self._known(name, expression.span)
                return unit.times(self.table.parse("ms"), -prime) if prime and unit is not None else unit
            case ast.Call():
                return self._call(expression)
            case ast.Unary("!", operand):
                self._value(operand)
                return NONE
            case ast.Unary(_, operand):
                return self._value(operand)
            case ast.Binary():
                return self._binary(expression)
        return NONE

    def _number(self, number: ast.Number) -> Value:
        if number.unit:
            return self._unit(number.unit, number.span)
        text = self.diagnostics.source.text
        before, after = text[: number.span.start].rstrip(), text[number.span.end :].lstrip()
        is_alone = before.endswith("(") and after.startswith(")")
        return Unit(1.0 / number.value) if is_alone and number.value else None

    def _known(self, name: str, span: Span) -> Value:
        for known in (self.locals, self.shared):
            if name in known:
                return known[name]
        return self._named(name, span)

    def _named(self, name: str, span: Span) -> Unit:
        unit = self.variables.get(name)
        if unit is None:
            if name not in self.values:
                self.diagnostics.warning(span, f"{name} is not declared; it counts as having no unit")
            unit = self.variables[name] = self.values.get(name, NONE)
        return unit

    def _binary(self, expression: ast.Binary) -> Value:
        operator = expression.operator
        left, right = self._value(expression.left), self._value(expression.right)
        if operator in LOGICAL:
            return NONE
        if operator == "^":
            return self._power(expression, left, right)
        if operator in ("*", "/"):
            if left is None and right is None:
                return None
            return (left or NONE).times(right or NONE, 1 if operator == "*" else -1)
        self._fit(right, left, expression.right.span)
        return NONE if operator in COMPARISONS else left or right

    def _power(self, expression: ast.Binary, base: Value, exponent: Value) -> Value:
        right = expression.right
        if isinstance(right, ast.Number) and right.value.is_integer() and right.value > 0:
            return None if base is None else NONE.times(base, int(right.value))
        self._plain(base, expression.left.span)
        self._plain(exponent, right.span)
        return NONE

    def _call(self, call: ast.Call) -> Value:
        given = [(self._argument(argument), argument.span) for argument in call.arguments]
        if call.name in self.arguments:
            for (unit, span), wanted in zip(given, self.arguments[call.name]):
                self._fit(unit, wanted, span)
            return self.values[call.name]
        if call.name in EVENT_CALLS:
            for unit, span in given[:1]:
                self._fit(unit, self.table.parse("ms"), span)
        elif call.name not in WITHOUT_RULES:
            for unit, span in given:
                self._plain(unit, span)
        return NONE

    def _argument(self, argument: ast.Expression) -> Value:
        # a number between the parentheses of a call is no conversion
        if isinstance(argument, ast.Number) and not argument.unit:
            return None
        return None if isinstance(argument, ast.Text) else self._value(argument)

    # ---- complaints

    def _fit(self, unit: Value, wanted: Value, span: Span) -> None:
        """Complains of a unit that is not the wanted one."""
        if unit is None or wanted is None or _same(unit, wanted):
            return
        if unit.powers == wanted.powers:
            factor = wanted.factor / unit.factor
            self._error(span, f"a conversion factor is missing: ({1 / factor:g})*(...) makes it {self._shown(wanted)}")
            return
        self._error(span, f"the units do not fit: this has {self._shown(unit)}, {self._shown(wanted)} is needed")

    def _plain(self, unit: Value, span: Span) -> None:
        """Complains of a unit where there must be none."""
        if unit is not None and any(unit.powers):
            self._error(span, f"this must have no unit, and has {self._shown(unit)}")

    def _shown(self, unit: Unit) -> str:
        return describe(unit, self.names)

    def _is_off(self, span: Span) -> bool:
        return any(start <= span.start < end for start, end in self.off)

    def _error(self, span: Span, message: str) -> None:
        if not self._is_off(span):
            self.diagnostics.error(span, message)


def _of_ion(ion: str, name: str, current: str) -> str:
    """Returns the unit that an ion's variable must have."""
    return {f"e{ion}": "millivolt", f"i{ion}": current}.get(name, "milli/liter")


def render(diagnostics: Diagnostics) -> list[str]:
    """Returns the findings as text, in the order of the file."""
    findings: list[Finding] = sorted((*diagnostics.errors, *diagnostics.warnings), key=lambda finding: finding.span)
    return [finding.render(diagnostics.source) for finding in findings]
