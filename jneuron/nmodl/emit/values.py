"""Emits expressions, calls and assignments as Python in an array namespace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jneuron.base.errors import UnsupportedError
from jneuron.lang.diagnostics import Diagnostics
from jneuron.lang.python_writer import PythonWriter
from jneuron.nmodl import ast
from jneuron.nmodl.effects import Effects
from jneuron.nmodl.emit.expressions import (
    ATOM,
    COMPARISONS,
    UNARY_BINDING,
    binding_of,
    is_condition,
    literal,
    parenthesise,
    small_power,
)
from jneuron.nmodl.emit.names import Names, function_name, python_name
from jneuron.nmodl.library_functions import ELEMENTARY, EVENTS, RANDOM
from jneuron.nmodl.symbols import Role, Symbols

if TYPE_CHECKING:
    from jneuron.nmodl.verbatim.plan import HostPlan


@dataclass(frozen=True)
class Program:
    """What emitting a body needs to know of the whole module.

    Attributes:
        recursive: Functions that call themselves, directly or not.
        host: What runs on the host, if anything does.
        thread_safe: Whether NEURON counts the module as thread-safe.
    """

    symbols: Symbols
    functions: Mapping[str, ast.Function]
    effects: Mapping[str, Effects]
    diagnostics: Diagnostics
    recursive: frozenset[str] = frozenset()
    host: HostPlan | None = None
    thread_safe: bool = True


class ValueEmitter:
    """Writes expressions and assignments; `values` maps each variable to the Python name that holds it now.

    Attributes:
        owned: Names that already have a fresh name on this branch; None on the trunk.
        conditions: What holds at this place, as Python.
        lengths: Of local variables, 0 for a scalar.
        integers: Variables of loops with known bounds, which are Python integers.
        events: Which of send, event and move the kernel may ask for.
        watches: The WATCH statements of the kernel, in order.
        own_arguments: Names of NET_RECEIVE's arguments by those under which FOR_NETCONS sees them of all connections.
        node_voltage: The Python name of the node's voltage in a kernel that both sets v and watches; "" in all others.
    """

    def __init__(self, writer: PythonWriter, program: Program, values: dict[str, str], owner: str) -> None:
        self.writer, self.program, self.values, self.owner = writer, program, values, owner
        self.symbols = program.symbols
        self.names = Names({python_name(name) for name in (*values, *self.symbols.variables, *self.symbols.globals)})
        self.lengths: dict[str, int] = {}
        self.integers: set[str] = set()
        self.events: set[str] = set()
        self.watches: list[ast.Watch] = []
        self.own_arguments: dict[str, str] = {}
        self.node_voltage = ""
        self.owned: set[str] | None = None
        self.conditions: tuple[str, ...] = ()
        self.in_loop = False

    # variables

    def value(self, name: str, node: ast.Expression) -> str:
        """Returns the Python expression for a variable's present value."""
        if name in self.values:
            return self.values[name]
        if name in self.symbols.constants:
            return python_name(name)
        if name not in self.lengths and self.symbols.role(name) is None:
            if name in self.symbols.verbatim_words:
                self.writer.line(f"refuse({name!r}, 'it is a C variable of VERBATIM code that is not translated')")
                return "0.0"
            self.program.diagnostics.error(node.span, f"`{name}` is declared nowhere")
        return self.unset(name)

    def assign(self, name: str, text: str) -> None:
        """Writes an assignment, under a fresh name on a branch."""
        if self.owned is None:
            target = python_name(name)
        elif name in self.owned:
            target = self.values[name]
        else:
            target = self.names.fresh(python_name(name))
            self.owned.add(name)
        self.values[name] = target
        if target != text:
            self.writer.line(f"{target} = {text}")

    def length(self, name: str) -> int:
        """Returns the length of an array, 0 for a scalar."""
        return self.lengths[name] if name in self.lengths else self.symbols.length(name)

    def assign_to(self, statement: ast.Assign) -> None:
        """Writes an assignment to a variable or an element."""
        target = statement.target
        role = self.symbols.role(target.name)
        unknown = target.name not in self.values and target.name not in self.lengths
        if unknown and role is None and target.name in self.symbols.verbatim_words:
            self.value(target.name, target)
        elif unknown and role in (None, Role.CONSTANT):
            what = "a constant" if role is Role.CONSTANT else "declared nowhere"
            self.program.diagnostics.error(target.span, f"`{target.name}` is {what}")
        text = self.number(statement.value)
        if target.index is None and not self.length(target.name):
            self.assign(target.name, text)
            return
        index = "0" if target.index is None else self.index(target.index) or self.number(target.index)
        array = self.value(target.name, target)
        self.assign(target.name, f"ops.put({array}, {index}, {text})")

    def unset(self, name: str) -> str:
        """Returns the value of a variable that has none yet."""
        return f"xp.zeros({self.length(name)})" if self.length(name) else "0.0"

    # expressions

    def number(self, expression: ast.Expression, wanted: int = 0) -> str:
        """Returns an expression as a number."""
        if is_condition(expression):
            return f"xp.where({self.condition(expression)}, 1.0, 0.0)"
        match expression:
            case ast.Number():
                return literal(expression.text)
            case ast.Text():
                return repr(expression.value)
            case ast.Name():
                return self._variable(expression)
            case ast.Unary():
                text = f"-{self.number(expression.operand, UNARY_BINDING)}"
                return parenthesise(text, UNARY_BINDING, wanted)
            case ast.Binary():
                return self._arithmetic(expression, wanted)
            case ast.Where():
                chosen, other = self.number(expression.chosen), self.number(expression.other)
                return f"xp.where({self.condition(expression.condition)}, {chosen}, {other})"
            case ast.Call():
                return self._call(expression)

    def _arithmetic(self, expression: ast.Binary, wanted: int) -> str:
        if expression.operator == "^":
            return self._power(expression, wanted)
        if expression.operator == "%":
            return f"xp.fmod({self.number(expression.left)}, {self.number(expression.right)})"
        binding = binding_of(expression.operator)
        left = self.number(expression.left, binding)
        right = self.number(expression.right, binding + 1)
        return parenthesise(f"{left} {expression.operator} {right}", binding, wanted)

    def _power(self, expression: ast.Binary, wanted: int) -> str:
        exponent = small_power(expression.right)
        if exponent is None:
            return f"xp.power({self.number(expression.left)}, {self.number(expression.right)})"
        return parenthesise(f"{self.number(expression.left, ATOM)}**{exponent}", UNARY_BINDING + 1, wanted)

    def condition(self, expression: ast.Expression, wanted: bool = False) -> str:
        """Returns an expression as a truth value, in parentheses if wanted."""
        match expression:
            case ast.Binary(operator="&&"):
                return f"xp.logical_and({self.condition(expression.left)}, {self.condition(expression.right)})"
            case ast.Binary(operator="||"):
                return f"xp.logical_or({self.condition(expression.left)}, {self.condition(expression.right)})"
            case ast.Unary(operator="!"):
                return f"xp.logical_not({self.condition(expression.operand)})"
            case ast.Binary() if expression.operator in COMPARISONS:
                text = f"{self.number(expression.left, 4)} {expression.operator} {self.number(expression.right, 4)}"
            case _:
                text = f"{self.number(expression, 4)} != 0.0"
        return f"({text})" if wanted else text

    def index(self, expression: ast.Expression) -> str | None:
        """Returns an index that is a Python integer, or None where it depends on values."""
        match expression:
            case ast.Number():
                return str(int(expression.value))
            case ast.Name() if expression.name in self.integers and expression.index is None:
                return self.values[expression.name]
            case ast.Unary(operator="-"):
                operand = self.index(expression.operand)
                return f"-{operand}" if operand else None
            case ast.Binary(operator="+" | "-" | "*"):
                left, right = self.index(expression.left), self.index(expression.right)
                return f"({left} {expression.operator} {right})" if left and right else None
        return None

    def _variable(self, expression: ast.Name) -> str:
        text = self.value(expression.name, expression)
        if expression.index is None:
            return f"{text}[0]" if self.length(expression.name) else text
        index = self.index(expression.index)
        if index is not None:
            return f"{text}[{index.strip('()') if index.count('(') == 1 else index}]"
        return f"ops.take({text}, {self.number(expression.index)})"

    # calls

    def _call(self, call: ast.Call) -> str:
        name = call.name
        if name in self.program.functions:
            return self.call_function(call)
        if name in self.symbols.function_tables:
            arguments = ", ".join(self.number(argument) for argument in call.arguments)
            return f"ops.function_table({self.value(f'table {name}', call)}, {arguments})"
        if name == "nrn_ghk":
            return self._call_ghk(call)
        if name in ELEMENTARY:
            template = ELEMENTARY[name]
            count = template.count("{")
            if len(call.arguments) != count:
                self.program.diagnostics.error(call.span, f"{name} takes {count} argument{'s' * (count != 1)}")
                return "0.0"
            return template.format(*(self.number(argument) for argument in call.arguments))
        if name in RANDOM:
            return self._call_random(call)
        if name in EVENTS:
            return self._call_event(call)
        if name == "at_time":
            return self._call_at_time(call)
        if name == "nrn_pointing":
            return "1.0"
        if name == "state_discontinuity" and (len(call.arguments) != 2 or not isinstance(call.arguments[0], ast.Name)):
            self.program.diagnostics.error(call.span, "state_discontinuity takes a state and its new value")
            return "0.0"
        if name == "state_discontinuity":
            self.assign_to(ast.Assign(call.arguments[0], call.arguments[1], call.span))
            return "0.0"
        if name == "execerror":
            texts = ", ".join(self.number(argument) for argument in call.arguments)
            self.writer.line(f"ops.execerror({self.path()}, {texts})")
            return "0.0"
        if name in ("printf", "fprintf", "prterr"):
            return self._call_printf(call)
        return self._call_unknown(call)

    def _call_unknown(self, call: ast.Call) -> str:
        reason = f"{call.name} is not a FUNCTION or PROCEDURE of the file, nor of NMODL's library"
        self.writer.line(f"refuse({call.name + '()'!r}, {reason!r})")
        self.program.diagnostics.warning(call.span, f"`{call.name}` is not known; calling it will be refused")
        return "0.0"

    def _call_at_time(self, call: ast.Call) -> str:
        """Returns whether a time lies in the step that ends now; NEURON puts it a little earlier."""
        if not call.arguments:
            self.program.diagnostics.error(call.span, "at_time takes a time")
            return "0.0"
        time, t, dt = self.number(call.arguments[-1], 4), self.value("t", call), self.value("dt", call)
        return f"xp.where(xp.logical_and({time} - 1e-11 <= {t}, {time} - 1e-11 > {t} - {dt}), 1.0, 0.0)"

    def _call_ghk(self, call: ast.Call) -> str:
        if len(call.arguments) != 4:
            self.program.diagnostics.error(call.span, "nrn_ghk takes 4 arguments: v, inside, outside, charge")
            return "0.0"
        arguments = [self.number(argument) for argument in call.arguments]
        return f"ghk(ops, {', '.join((*arguments, self.value('celsius', call)))})"

    def call_function(self, call: ast.Call) -> str:
        """Calls a FUNCTION or PROCEDURE; what it sets is assigned at once."""
        function, effects = self.program.functions[call.name], self.program.effects[call.name]
        if len(call.arguments) != len(function.arguments):
            wanted = len(function.arguments)
            message = f"{call.name} takes {wanted} argument{'s' * (wanted != 1)}, not {len(call.arguments)}"
            self.program.diagnostics.error(call.span, message)
            return "0.0"
        arguments = [self.number(argument) for argument in call.arguments]
        arguments += [self.value(name, call) for name in effects.reads if not name.startswith("@function")]
        is_function = function.word == "FUNCTION"
        text = f"{function_name(call.name)}({', '.join(('ops', *arguments))})"
        if call.name in self.program.recursive:
            if self.owner in self.program.recursive:
                text = f"{function_name(call.name)}({', '.join(('ops', self.path(), *arguments))})"
            else:
                count = 0 if is_function and not effects.writes else len(effects.writes) + is_function
                text = f"recursive({', '.join(('ops', function_name(call.name), str(count), self.path(), *arguments))})"
        if not effects.writes:
            if is_function:
                return text
            self.writer.line(text)
            return "0.0"
        result = self.names.fresh(python_name(call.name)) if is_function else ""
        self.unpack(text, effects.writes, result)
        return result or "0.0"

    def unpack(self, text: str, names: tuple[str, ...], first: str = "") -> None:
        """Writes `a, b = text` for variables, which get their new names."""
        targets = [first] if first else []
        for name in names:
            if self.owned is None:
                target = python_name(name)
            elif name in self.owned:
                target = self.values[name]
            else:
                target = self.names.fresh(python_name(name))
                self.owned.add(name)
            self.values[name] = target
            targets.append(target)
        trailing = "," if len(targets) == 1 else ""
        self.writer.line(f"{', '.join(targets)}{trailing} = {text}")

    def _call_random(self, call: ast.Call) -> str:
        stream = call.arguments[0] if call.arguments else None
        assert isinstance(stream, ast.Name)
        arguments = ", ".join(self.number(argument) for argument in (stream, *call.arguments[1:]))
        text = f"ops.{call.name}({arguments})"
        if call.name in ("random_setseq", "random_setids"):
            self.assign(stream.name, text)
            return "0.0"
        result = self.names.fresh("draw")
        self.unpack(text, (stream.name,), result)
        return result

    def _call_event(self, call: ast.Call) -> str:
        if self.in_loop:
            raise UnsupportedError(f"{call.name} in a while loop", "the number of events would depend on values")
        kind = call.name.removeprefix("net_")
        if kind not in self.events:
            self.program.diagnostics.error(call.span, f"{call.name} belongs into NET_RECEIVE or INITIAL")
            return "0.0"
        arguments = ", ".join(self.number(argument) for argument in call.arguments)
        record = "SendRequest" if kind == "send" else "EventRequest"
        self.writer.line(f"{kind}.append({record}({self.path()}, {arguments}))")
        return "0.0"

    def _call_printf(self, call: ast.Call) -> str:
        arguments = ", ".join(self.number(argument) for argument in call.arguments)
        self.writer.line(f"ops.printf({self.path()}, {arguments})")
        return "0.0"

    def path(self) -> str:
        """Returns the condition under which this place is reached."""
        if not self.conditions:
            return "True"
        text = self.conditions[0]
        for part in self.conditions[1:]:
            text = f"xp.logical_and({text}, {part})"
        return text
