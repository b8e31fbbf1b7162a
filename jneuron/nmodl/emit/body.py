"""Emits the statements of one function or kernel as pure Python.

Every variable has at each moment one Python name, kept in `values`. Straight-line code assigns to the variable's own name.
A branch assigns to fresh names; after it, `where` merges the two ways over the instances, so that the code has no branches
left. Loops with known bounds stay Python loops; the others become a `while_loop` that goes on while any instance does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from jneuron.base.errors import UnsupportedError
from jneuron.lang.diagnostics import Diagnostics
from jneuron.lang.python_writer import PythonWriter
from jneuron.lang.visitor import rewrite, walk
from jneuron.nmodl import ast
from jneuron.nmodl.effects import Effects, block_effects
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
from jneuron.nmodl.lowered import LinearSolve, Newton, Sparse, TableLookup
from jneuron.nmodl.symbols import Role, Symbols


@dataclass(frozen=True)
class Program:
    """What emitting a body needs to know of the whole module."""

    symbols: Symbols
    functions: Mapping[str, ast.Function]
    effects: Mapping[str, Effects]
    diagnostics: Diagnostics


class BodyEmitter:
    """Writes statements; `values` maps each variable to the Python name that holds it now."""

    def __init__(self, writer: PythonWriter, program: Program, values: dict[str, str], owner: str) -> None:
        self.writer, self.program, self.values, self.owner = writer, program, values, owner
        self.symbols = program.symbols
        self.names = Names({python_name(name) for name in (*values, *self.symbols.variables, *self.symbols.globals)})
        self.lengths: dict[str, int] = {}
        self.integers: set[str] = set()
        self.events: set[str] = set()
        self.watches: list[ast.Watch] = []
        self._owned: set[str] | None = None  # names already renamed in this branch; None on the trunk
        self._path: tuple[str, ...] = ()  # conditions that hold here
        self._in_loop = False

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
        return self._unset(name)

    def assign(self, name: str, text: str) -> None:
        """Writes an assignment, under a fresh name on a branch."""
        if self._owned is None:
            target = python_name(name)
        elif name in self._owned:
            target = self.values[name]
        else:
            target = self.names.fresh(python_name(name))
            self._owned.add(name)
        self.values[name] = target
        if target != text:
            self.writer.line(f"{target} = {text}")

    def length(self, name: str) -> int:
        """Returns the length of an array, 0 for a scalar."""
        return self.lengths[name] if name in self.lengths else self.symbols.length(name)

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
            return self._call_function(call)
        if name in self.symbols.function_tables:
            arguments = ", ".join(self.number(argument) for argument in call.arguments)
            return f"ops.function_table({self.value(f'table {name}', call)}, {arguments})"
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
            return "0.0"
        if name == "nrn_pointing":
            return "1.0"
        if name == "state_discontinuity":
            self._assign_statement(ast.Assign(call.arguments[0], call.arguments[1], call.span))
            return "0.0"
        if name in ("printf", "fprintf", "prterr"):
            return self._call_printf(call)
        return self._call_unknown(call)

    def _call_unknown(self, call: ast.Call) -> str:
        reason = f"{call.name} is not a FUNCTION or PROCEDURE of the file, nor of NMODL's library"
        self.writer.line(f"refuse({call.name + '()'!r}, {reason!r})")
        self.program.diagnostics.warning(call.span, f"`{call.name}` is not known; calling it will be refused")
        return "0.0"

    def _call_function(self, call: ast.Call) -> str:
        """Calls a FUNCTION or PROCEDURE; what it sets is assigned at once."""
        function, effects = self.program.functions[call.name], self.program.effects[call.name]
        if len(call.arguments) != len(function.arguments):
            wanted = len(function.arguments)
            message = f"{call.name} takes {wanted} argument{'s' * (wanted != 1)}, not {len(call.arguments)}"
            self.program.diagnostics.error(call.span, message)
            return "0.0"
        arguments = [self.number(argument) for argument in call.arguments]
        arguments += [self.value(name, call) for name in effects.reads if not name.startswith("@function")]
        text = f"{function_name(call.name)}({', '.join(('ops', *arguments))})"
        is_function = function.word == "FUNCTION"
        if not effects.writes:
            if is_function:
                return text
            self.writer.line(text)
            return "0.0"
        result = self.names.fresh(python_name(call.name)) if is_function else ""
        self._unpack(text, effects.writes, result)
        return result or "0.0"

    def _unpack(self, text: str, names: tuple[str, ...], first: str = "") -> None:
        """Writes `a, b = text` for variables, which get their new names."""
        targets = [first] if first else []
        for name in names:
            if self._owned is None:
                target = python_name(name)
            elif name in self._owned:
                target = self.values[name]
            else:
                target = self.names.fresh(python_name(name))
                self._owned.add(name)
            self.values[name] = target
            targets.append(target)
        trailing = "," if len(targets) == 1 else ""
        self.writer.line(f"{', '.join(targets)}{trailing} = {text}")

    def _call_random(self, call: ast.Call) -> str:
        stream = call.arguments[0] if call.arguments else None
        if not isinstance(stream, ast.Name) or len(call.arguments) - 1 not in RANDOM[call.name]:
            self.program.diagnostics.error(call.span, f"{call.name} takes a RANDOM variable first")
            return "0.0"
        arguments = ", ".join(self.number(argument) for argument in (stream, *call.arguments[1:]))
        text = f"ops.{call.name}({arguments})"
        if call.name in ("random_setseq", "random_setids"):
            self.assign(stream.name, text)
            return "0.0"
        result = self.names.fresh("draw")
        self._unpack(text, (stream.name,), result)
        return result

    def _call_event(self, call: ast.Call) -> str:
        if self._in_loop:
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
        if not self._path:
            return "True"
        text = self._path[0]
        for part in self._path[1:]:
            text = f"xp.logical_and({text}, {part})"
        return text

    # statements

    def block(self, block: ast.Block) -> None:
        """Writes the statements of a block."""
        for statement in block.statements:
            self.statement(statement)

    def statement(self, statement: ast.Statement) -> None:
        """Writes one statement."""
        self.writer.origin = self.program.diagnostics.source.position(statement.span.start).line
        match statement:
            case ast.Assign():
                self._assign_statement(statement)
            case ast.ExpressionStatement():
                self._effect(statement.value)
            case ast.Local():
                self._declare(statement)
            case ast.If():
                self._if(statement)
            case ast.From():
                self._from(statement)
            case ast.While():
                self._while(statement)
            case ast.Block():
                self.block(statement)
            case ast.Protect():
                if statement.statement is not None:
                    self.statement(statement.statement)
            case ast.Verbatim():
                self._verbatim(statement)
            case ast.Watch():
                self._watch(statement)
            case ast.ForNetcons():
                self._for_netcons(statement)
            case TableLookup():
                self._table_lookup(statement)
            case Newton():
                self._newton(statement)
            case LinearSolve():
                self._linear_solve(statement)
            case Sparse():
                self._sparse(statement)
            case _:
                word = type(statement).__name__
                self.writer.line(f"refuse({word!r}, 'it is not translated in this place')")

    def _effect(self, expression: ast.Expression) -> None:
        """Writes an expression of which only the effect counts."""
        text = self.number(expression)
        if isinstance(expression, ast.Call) and expression.name in self.program.functions:
            effects = self.program.effects[expression.name]
            if not effects.writes and text.startswith(function_name(expression.name)):
                self.writer.line(text)

    def _declare(self, local: ast.Local) -> None:
        for name in local.names:
            self.values.pop(name.name, None)
            if self._owned is not None:
                self._owned.discard(name.name)
            self.integers.discard(name.name)
            if name.length:
                self.lengths[name.name] = int(float(name.length))
                self.assign(name.name, f"xp.zeros({self.lengths[name.name]})")
            else:
                self.lengths[name.name] = 0

    def _assign_statement(self, statement: ast.Assign) -> None:
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

    # branches and loops

    @contextmanager
    def _branch(self, condition: str | None) -> Iterator[dict[str, str]]:
        """Emits what is inside on fresh names; yields the mapping that holds the names at its end."""
        trunk = self.values, self._owned, self._path
        self.values, self._owned = dict(self.values), set()
        if condition:
            self._path = (*self._path, condition)
        ends: dict[str, str] = {}
        yield ends
        ends.update({name: self.values[name] for name in self._owned if name in self.values})
        self.values, self._owned, self._path = trunk

    def _if(self, statement: ast.If) -> None:
        chosen = self.names.fresh("is")
        self.writer.line(f"{chosen} = {self.condition(statement.condition)}")
        with self._branch(chosen) as then:
            self.block(statement.then)
        with self._branch(f"xp.logical_not({chosen})") as other:
            if statement.other is not None:
                self.block(statement.other)
        inside = _declared((statement.then, statement.other))
        self.writer.origin = self.program.diagnostics.source.position(statement.span.start).line
        for name in dict.fromkeys((*sorted(then), *sorted(other))):
            if name in inside and name not in self.values:
                continue
            old = self.values.get(name) or self._unset(name)
            self.assign(name, f"xp.where({chosen}, {then.get(name, old)}, {other.get(name, old)})")

    def _unset(self, name: str) -> str:
        """Returns the value of a variable that has none yet."""
        return f"xp.zeros({self.length(name)})" if self.length(name) else "0.0"

    def _changed_by(self, *blocks: ast.Block) -> list[str]:
        """Returns the variables from outside a loop's body that the body sets."""
        result: dict[str, None] = {}
        for block in blocks:
            effects = block_effects(block, self.symbols, self.program.effects)
            result.update(dict.fromkeys(effects.writes))
        return [name for name in result if not name.startswith("@")]

    def _from(self, loop: ast.From) -> None:
        first, last = self.index(loop.first), self.index(loop.last)
        step = "1" if loop.step is None else self.index(loop.step)
        if first is None or last is None or step is None:
            self._from_by_values(loop)
            return
        # what the body changes gets one name for all rounds
        for name in self._changed_by(loop.body):
            self.assign(name, self.values.get(name) or self._unset(name))
        rounds = {name: self.values[name] for name in self._changed_by(loop.body)}
        variable = self.names.fresh(python_name(loop.variable))
        header = f"for {variable} in range({first}, {last} + 1{'' if step == '1' else ', ' + step}):"
        hidden = self.values.get(loop.variable)
        with self.writer.indented(header):
            self.values[loop.variable] = variable
            self.integers.add(loop.variable)
            before = len(self.writer.lines)
            self.block(loop.body)
            for name, fixed in rounds.items():
                if self.values[name] != fixed:
                    self.writer.line(f"{fixed} = {self.values[name]}")
                    self.values[name] = fixed
            if len(self.writer.lines) == before:
                self.writer.line("pass")
        self.integers.discard(loop.variable)
        self.values.pop(loop.variable)
        if hidden is not None:
            self.values[loop.variable] = hidden

    def _from_by_values(self, loop: ast.From) -> None:
        """Writes a loop whose bounds depend on values as a while loop."""
        variable = ast.Name(loop.variable, span=loop.span)
        step = loop.step or ast.Number("1")
        onward = ast.Assign(variable, ast.Binary("+", variable, step, loop.span), loop.span)
        last = ast.Name(self.names.fresh("last"), span=loop.span)
        body = ast.Block((*loop.body.statements, onward), loop.body.span)
        self._declare(ast.Local((ast.LocalName(loop.variable), ast.LocalName(last.name))))
        self._assign_statement(ast.Assign(variable, loop.first, loop.span))
        self._assign_statement(ast.Assign(last, loop.last, loop.span))
        self._while(ast.While(ast.Binary("<=", variable, last, loop.span), body, loop.span))

    def _while(self, loop: ast.While) -> None:
        names = self._changed_by(loop.body)
        if not names:
            self.writer.line("refuse('a while loop that changes nothing', 'it would never end')")
            return
        for name in names:
            self.assign(name, self.values.get(name) or self._unset(name))
        outside = [self.values[name] for name in names]
        condition, body = self.names.fresh("goes_on"), self.names.fresh("repeat")
        carried = f"{', '.join(outside)}{',' if len(outside) == 1 else ''}"
        with self.writer.indented(f"def {condition}(carry):"):
            self.writer.line(f"{carried} = carry")
            with self._branch(None):
                # off the way that is taken the loop must not run: it may never end there
                holds = self.condition(loop.condition)
                self.writer.line(f"return xp.logical_and({self.path()}, {holds})" if self._path else f"return {holds}")
        with self.writer.indented(f"def {body}(carry):"):
            self.writer.line(f"{carried} = carry")
            going = self.names.fresh("going")
            self.writer.line(f"{going} = {condition}(carry)")
            was, self._in_loop = self._in_loop, True
            with self._branch(going) as ends:
                self.block(loop.body)
            self._in_loop = was
            results = [f"xp.where({going}, {ends.get(name, old)}, {old})" for name, old in zip(names, outside)]
            self.writer.line(f"return ({', '.join(results)},)")
        self.writer.line(f"{carried} = ops.while_loop({condition}, {body}, ({carried}))")

    # what stays C, tables and solvers

    def _verbatim(self, statement: ast.Verbatim) -> None:
        text = " ".join(statement.text.split())
        if text in ("", "return 0;", "return;", "return 0 ;"):
            return
        place = self.program.diagnostics.source.position(statement.span.start)
        shown = text if len(text) <= 80 else text[:77] + "..."
        reason = f"line {place.line} is C that is not translated yet: {shown}"
        self.writer.line(f"refuse({f'VERBATIM in {self.owner}'!r}, {reason!r})")

    def _watch(self, statement: ast.Watch) -> None:
        if self.owner != "net_receive":
            self.program.diagnostics.error(statement.span, "WATCH belongs into NET_RECEIVE")
            return
        index = self.watches.index(statement)
        self.writer.line(f"watch.append(WatchRequest({self.path()}, {index}, {self.number(statement.flag)}))")

    def _for_netcons(self, statement: ast.ForNetcons) -> None:
        """Writes the body once, over the arrays of all connections' arguments."""
        places = {argument.name: f"netcon argument {place}" for place, argument in enumerate(statement.arguments)}

        def change(node: object) -> object:
            return replace(node, name=places[node.name]) if isinstance(node, ast.Name) and node.name in places else node

        body = rewrite(statement.body, change)
        shared = [name for name in self._changed_by(body) if name not in places.values() and self.symbols.role(name)]
        if shared:
            raise UnsupportedError(
                f"FOR_NETCONS that sets {shared[0]}", "the connections are treated all at once, not one after another"
            )
        self.block(body)

    def _table_lookup(self, lookup: TableLookup) -> None:
        outputs = [name for name, _ in lookup.outputs]
        low, high = self.number(lookup.low, ATOM), self.number(lookup.high, ATOM)
        step = f"(({high} - {low}) / {float(lookup.intervals)!r})"
        position = f"(1.0 / {step}) * ({self.value(lookup.argument, lookup)} - {low})"
        exact = ast.Call(lookup.exact, (ast.Name(lookup.argument, span=lookup.span),), lookup.span)
        function = self.program.functions[lookup.exact]
        with self.writer.indented(f"if {self.value('usetable', lookup)}:"):
            table = f"ops.interpolate({self.value(lookup.key, lookup)}, {position})"
            if any(length for _, length in lookup.outputs):
                self._unpack_rows(table, lookup)
            else:
                self._unpack(table, tuple(outputs)) if len(outputs) > 1 else self.assign(outputs[0], f"{table}[0]")
        before = dict(self.values)
        with self.writer.indented("else:"):
            if function.word == "FUNCTION":
                self.assign(outputs[0], self._call_function(exact))
            else:
                self._call_function(exact)
        assert all(self.values[name] == before.get(name, self.values[name]) for name in outputs)

    def _unpack_rows(self, table: str, lookup: TableLookup) -> None:
        """Distributes the rows of a table over scalars and arrays."""
        rows = self.names.fresh("rows")
        self.writer.line(f"{rows} = {table}")
        start = 0
        for name, length in lookup.outputs:
            self.assign(name, f"{rows}[{start}:{start + length}]" if length else f"{rows}[{start}]")
            start += length or 1

    def _newton(self, solve: Newton) -> None:
        """Writes the residual as an inner function, solves, and runs the body once more at the solution."""
        function = self.names.fresh("residual")
        with self.writer.indented(f"def {function}(unknowns):"), self._branch(None):
            for place, unknown in enumerate(solve.unknowns):
                self.assign(unknown.name, f"unknowns[{place}]")
            self.block(solve.body)
            self.writer.line(f"return ({', '.join(self.values[name] for name in solve.residuals)},)")
        start = ", ".join(self.value(unknown.name, unknown) for unknown in solve.unknowns)
        before = self.value("@outcome", solve.unknowns[0])
        self._unpack(f"newton(ops, {function}, ({start},))", (*(unknown.name for unknown in solve.unknowns), "@outcome"))
        self.assign("@outcome", f"xp.maximum({before}, {self.values['@outcome']})")
        self.block(solve.body)

    def _linear_solve(self, solve: LinearSolve) -> None:
        self.block(solve.body)
        entries = {(row, column): self.values[name] for row, column, name in solve.matrix}
        size = range(len(solve.unknowns))
        rows = "".join(f"({', '.join(entries.get((row, column), '0.0') for column in size)},), " for row in size)
        right = ", ".join(self.values[name] for name in solve.right)
        self._unpack(f"solve_dense(ops, ({rows}), ({right},))", tuple(unknown.name for unknown in solve.unknowns))


    def _sparse(self, solve: Sparse) -> None:
        """Writes the equations as an inner function of states and dt, solves, and runs the body at the solution."""
        function = self.names.fresh("equations")
        with self.writer.indented(f"def {function}(states, step):"), self._branch(None):
            for place, state in enumerate(solve.states):
                self.assign(state.name, f"states[{place}]")
            self.values["dt"] = "step"
            self.block(solve.body)
            entries = "".join(f"({row}, {column}): {self.values[name]}, " for row, column, name in solve.matrix)
            right = ", ".join(self.values[name] for name in solve.right)
            self.writer.line(f"return {{{entries}}}, ({right},)")
        start = ", ".join(self.value(state.name, state) for state in solve.states)
        before, step = self.value("@outcome", solve.states[0]), self.values["dt"]
        method = ("steady_state" if solve.steady_state else "sparse") + ("_linear" if solve.linear else "")
        call = f"{method}(ops, {function}, ({start},), {step})"
        self._unpack(call, (*(state.name for state in solve.states), "@outcome"))
        self.assign("@outcome", f"xp.maximum({before}, {self.values['@outcome']})")
        self.block(solve.body)


def _declared(blocks: tuple[ast.Block | None, ...]) -> set[str]:
    """Returns the names that LOCAL statements in the blocks declare."""
    found: set[str] = set()
    for block in blocks:
        for node in walk(block) if block is not None else ():
            if isinstance(node, ast.Local):
                found |= {name.name for name in node.names}
    return found
