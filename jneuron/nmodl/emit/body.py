"""Emits the statements of one function or kernel as pure Python.

Every variable has at each moment one Python name, kept in `values`. Straight-line code assigns to the variable's own name.
A branch assigns to fresh names; after it, `where` merges the two ways over the instances, so that the code has no branches
left. Loops with known bounds stay Python loops; the others become a `while_loop` that goes on while any instance does.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from jneuron.base.errors import UnsupportedError
from jneuron.lang.visitor import rewrite, walk
from jneuron.nmodl import ast
from jneuron.nmodl.effects import block_effects
from jneuron.nmodl.emit.names import function_name, python_name
from jneuron.nmodl.emit.table_lookup import TableEmitter
from jneuron.nmodl.lowered import LinearSolve, Newton, Sparse, TableLookup
from jneuron.nmodl.symbols import number


class BodyEmitter(TableEmitter):
    """Writes statements."""

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
                self.assign_to(statement)
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
                self.table_lookup(statement)
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
            if self.owned is not None:
                self.owned.discard(name.name)
            self.integers.discard(name.name)
            if name.length:
                self.lengths[name.name] = int(number(name.length, name.span, self.program.diagnostics))
                self.assign(name.name, f"xp.zeros({self.lengths[name.name]})")
            else:
                self.lengths[name.name] = 0

    # branches and loops

    @contextmanager
    def _branch(self, condition: str | None) -> Iterator[dict[str, str]]:
        """Emits what is inside on fresh names; yields the mapping that holds the names at its end."""
        trunk = self.values, self.owned, self.conditions
        self.values, self.owned = dict(self.values), set()
        if condition:
            self.conditions = (*self.conditions, condition)
        ends: dict[str, str] = {}
        yield ends
        ends.update({name: self.values[name] for name in self.owned if name in self.values})
        self.values, self.owned, self.conditions = trunk

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
            old = self.values.get(name) or self.unset(name)
            self.assign(name, self._merged(name, chosen, then.get(name, old), other.get(name, old)))

    def _merged(self, name: str, condition: str, chosen: str, other: str) -> str:
        """Returns the choice between two values of a variable."""
        function = "choose(xp, " if self.length(name) else "xp.where("
        return f"{function}{condition}, {chosen}, {other})"

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
            self.assign(name, self.values.get(name) or self.unset(name))
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
        self.assign_to(ast.Assign(variable, loop.first, loop.span))
        self.assign_to(ast.Assign(last, loop.last, loop.span))
        self._while(ast.While(ast.Binary("<=", variable, last, loop.span), body, loop.span))

    def _while(self, loop: ast.While) -> None:
        names = self._changed_by(loop.body)
        if not names:
            self.writer.line("refuse('a while loop that changes nothing', 'it would never end')")
            return
        for name in names:
            self.assign(name, self.values.get(name) or self.unset(name))
        outside = [self.values[name] for name in names]
        condition, body = self.names.fresh("goes_on"), self.names.fresh("repeat")
        carried = f"{', '.join(outside)}{',' if len(outside) == 1 else ''}"
        with self.writer.indented(f"def {condition}(carry):"):
            self.writer.line(f"{carried} = carry")
            with self._branch(None):
                # off the way that is taken the loop must not run: it may never end there
                holds = self.condition(loop.condition)
                self.writer.line(f"return xp.logical_and({self.path()}, {holds})" if self.conditions else f"return {holds}")
        with self.writer.indented(f"def {body}(carry):"):
            self.writer.line(f"{carried} = carry")
            going = self.names.fresh("going")
            self.writer.line(f"{going} = {condition}(carry)")
            was, self.in_loop = self.in_loop, True
            with self._branch(going) as ends:
                self.block(loop.body)
            self.in_loop = was
            results = [self._merged(name, going, ends.get(name, old), old) for name, old in zip(names, outside)]
            self.writer.line(f"return ({', '.join(results)},)")
        self.writer.line(f"{carried} = ops.while_loop({condition}, {body}, ({carried}))")

    # what stays C, and solvers

    def _verbatim(self, statement: ast.Verbatim) -> None:
        text = " ".join(statement.text.split())
        line = self.program.diagnostics.source.position(statement.span.start).line
        shown = text if len(text) <= 80 else text[:77] + "..."
        reason = f"line {line} is C that is not translated: {shown}"
        self.writer.line(f"refuse({f'VERBATIM in {self.owner}'!r}, {reason!r})")

    def _watch(self, statement: ast.Watch) -> None:
        if self.owner != "net_receive":
            self.program.diagnostics.error(statement.span, "WATCH belongs into NET_RECEIVE")
            return
        difference = watched_difference(statement)
        if difference is None:
            self.program.diagnostics.error(statement.span, "WATCH takes a comparison with < or >")
            return
        flag, index = self.number(statement.flag), self.watches.index(statement)
        if self.node_voltage:
            # the condition takes v from the node; what the block has set before is forgotten
            self.assign("v", self.node_voltage)
        self.writer.line(f"watch.append(WatchRequest({self.path()}, {index}, {flag}, {self.number(difference)}))")

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
        # one of them is the connection of the event: the block's own arguments are its elements
        self.write_own_arguments()
        self.block(body)
        for column in [name for name in self._changed_by(body) if name in self.own_arguments]:
            name = self.own_arguments[column]
            own = f"xp.sum(xp.where(is_own, {self.values[column]}, 0.0))"
            self.assign(name, f"xp.where(xp.any(is_own), {own}, {self.values[name]})")

    def write_own_arguments(self) -> None:
        """Writes the block's own arguments into the arrays of all connections' arguments."""
        for column, name in self.own_arguments.items():
            self.assign(column, f"xp.where(is_own, {self.values[name]}, {self.values[column]})")

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
        self.unpack(f"newton(ops, {function}, ({start},))", (*(unknown.name for unknown in solve.unknowns), "@outcome"))
        self.assign("@outcome", f"xp.maximum({before}, {self.values['@outcome']})")
        self.block(solve.body)

    def _linear_solve(self, solve: LinearSolve) -> None:
        self.block(solve.body)
        entries = {(row, column): self.values[name] for row, column, name in solve.matrix}
        size = range(len(solve.unknowns))
        rows = "".join(f"({', '.join(entries.get((row, column), '0.0') for column in size)},), " for row in size)
        right = ", ".join(self.values[name] for name in solve.right)
        self.unpack(f"solve_dense(ops, ({rows}), ({right},))", tuple(unknown.name for unknown in solve.unknowns))

    def _sparse(self, solve: Sparse) -> None:
        """Writes the equations as an inner function of states and dt, solves, and runs the body at the solution."""
        function, kept = self.names.fresh("equations"), self._kept(solve)
        with self.writer.indented(f"def {function}(states, old, step, kept):"), self._branch(None):
            for place, name in enumerate(kept):
                self.assign(name, f"kept[{place}]")
            for place, state in enumerate(solve.states):
                self.assign(state.name, f"states[{place}]")
                self.assign(f"{state.name}_old", f"old[{place}]")
            self.values["dt"] = "step"
            self.block(solve.body)
            entries = "".join(f"({row}, {column}): {self.values[name]}, " for row, column, name in solve.matrix)
            right = ", ".join(self.values[name] for name in solve.right)
            left = "".join(f"{self.values[name]}, " for name in kept)
            self.writer.line(f"return {{{entries}}}, ({right},), ({left})")
        start = ", ".join(self.value(state.name, state) for state in solve.states)
        before, step = self.value("@outcome", solve.states[0]), self.values["dt"]
        method = ("steady_state" if solve.steady_state else "sparse") + ("_linear" if solve.linear else "")
        present = "".join(f"{self.value(name, solve.states[0])}, " for name in kept)
        call = f"{method}(ops, {function}, ({start},), {step}, ({present}))"
        self.unpack(call, (*(state.name for state in solve.states), "@outcome", *kept))
        # on several threads NEURON does not look whether the rounds came to an end
        outcome = before if self.program.thread_safe else f"xp.maximum({before}, {self.values['@outcome']})"
        self.assign("@outcome", outcome)
        self.block(solve.body)

    def _kept(self, solve: Sparse) -> list[str]:
        """Returns the variables of the user's that the body reads before it sets them: each round goes on from the last."""
        effects = block_effects(solve.body, self.symbols, self.program.effects)
        return [name for name in effects.reads if name in effects.writes and self.symbols.role(name) and not self.length(name)]


def _declared(blocks: tuple[ast.Block | None, ...]) -> set[str]:
    """Returns the names that LOCAL statements in the blocks declare."""
    found: set[str] = set()
    for block in blocks:
        for node in walk(block) if block is not None else ():
            if isinstance(node, ast.Local):
                found |= {name.name for name in node.names}
    return found


def watched_difference(watch: ast.Watch) -> ast.Binary | None:
    """Returns what a WATCH compares with 0, or None if its condition is no comparison."""
    condition = watch.condition
    if not isinstance(condition, ast.Binary) or condition.operator not in ("<", ">", "<=", ">="):
        return None
    left, right = (condition.left, condition.right) if ">" in condition.operator else (condition.right, condition.left)
    return ast.Binary("-", left, right, watch.span)
