"""Statements of hoc as Python statements, and procedures as Python functions."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from enum import Enum, auto
from itertools import chain, count
from typing import Any, NamedTuple

from jneuron.hoc.syntax import ast
from jneuron.hoc.syntax.emit.assignments import AssignmentEmitter
from jneuron.hoc.syntax.emit.quiet import is_quiet
from jneuron.hoc.syntax.emit.repeated import Dependence
from jneuron.hoc.syntax.emit.scope import Scope
from jneuron.hoc.syntax.errors import SyntaxProblem
from jneuron.hoc.syntax.kinds import Kind
from jneuron.lang.python_writer import PythonWriter
from jneuron.lang.visitor import walk

_constant_numbers, _block_numbers = count(), count()


class Emitted(NamedTuple):
    """Python for a statement or a procedure: the definition of one function.

    Attributes:
        text: The Python.
        origins: For each line of it the line of the hoc text.
        function: Name of the function that it defines.
        needs: Namespace keys that have to be provided before it runs.
        depends: What each name meant when the code was emitted.
        constants: Values too large to be written out, by the names under which it finds them in its namespace.
    """

    text: str
    origins: tuple[int, ...]
    function: str
    needs: frozenset[str]
    depends: Mapping[str, Kind]
    constants: Mapping[str, Any] = {}


def emit_statement(statement: ast.Statement, scope: Scope, parameters: Mapping[int, str] | None = None) -> Emitted:
    """Returns the Python for a top-level statement: a function of the number literals in `parameters`."""
    emitter = StatementEmitter(scope, parameters)
    emitter.top = True
    arguments = list((parameters or {}).values())
    if scope.template:
        arguments.insert(0, "this")
    return emitter.function("statement", ", ".join(arguments), statement, "")


def emit_procedure(procedure: ast.Procedure, scope: Scope) -> Emitted:
    """Returns the Python for a procedure: a function of the object, in a template, and the arguments."""
    emitter = StatementEmitter(scope, None)
    emitter.word, emitter.name, emitter.in_procedure = procedure.word, procedure.name, True
    emitter.addressed = frozenset(
        node.target.name for node in walk(procedure.body) if isinstance(node, ast.Address) and isinstance(node.target, ast.Name)
    )
    name = f"m_{procedure.name}" if scope.template else f"g_{procedure.name}"
    end = f"_no_value({procedure.name!r})" if procedure.word in ("func", "obfunc", "function") else "return 0.0"
    return emitter.function(name, "this, *a" if scope.template else "*a", procedure.body, end)


def emit_values(nodes: tuple[ast.Expression, ...], scope: Scope) -> Emitted:
    """Returns the Python for a function that returns the values of some numeric expressions."""
    emitter = StatementEmitter(scope, None)
    values = "".join(f"{emitter.number(node)}, " for node in nodes)
    return emitter.function("values", "this" if scope.template else "", ast.Block(0, ()), f"return ({values})")


class Around(Enum):
    """What a statement stands in.

    Attributes:
        LOOP: A loop.
        BLOCK: A section block that pushes its section.
        QUIET: A section block that does not, though NEURON does.
        EACH: The body of a loop over sections, which pushes its section, though NEURON does not.
    """

    LOOP = auto()
    BLOCK = auto()
    QUIET = auto()
    EACH = auto()


class StatementEmitter(AssignmentEmitter):
    """Emits the body of one function.

    Attributes:
        top: Whether it is a statement of the top level: values are shown.
        word: "proc", "func", "obfunc" or "iterator" in a procedure.
        name: The procedure's name.
    """

    def __init__(self, scope: Scope, parameters: Mapping[int, str] | None) -> None:
        super().__init__(scope, parameters)
        self.top = False
        self.word = self.name = ""
        self.writer = PythonWriter()
        self.constants: dict[str, Any] = {}
        # what `continue` has to do first, for each loop under way
        self._steps: list[Callable[[], None]] = []
        # the loops and section blocks around a statement, outermost first
        self._around: list[Around] = []

    def function(self, name: str, parameters: str, body: ast.Statement, end: str) -> Emitted:
        """Returns the whole function."""
        with self.writer.indented("PLACE"):
            self.statement(body)
            if end or self.writer.lines[-1] == "PLACE":
                self.writer.line(end or "pass")
        head = [f"def {name}({parameters}):"]
        if self.globals:
            head.append(f"    global {', '.join(sorted(self.globals))}")
        if self.changes_arguments and self.word:
            head.append("    a = list(a)")
        if self.assigns_members:
            head.append("    _members = this.__dict__")
        lines = [*head, *self.writer.lines[1:]]
        origins = (0,) * len(head) + tuple(self.writer.origins[1:])
        return Emitted("\n".join(lines) + "\n", origins, name, frozenset(self.needs), self.depends, self.constants)

    # ---- statements

    def constant(self, value: Any) -> str:
        """Returns the Python for a large value."""
        name = f"_c{next(_constant_numbers)}"
        self.constants[name] = value
        return name

    def statement(self, node: ast.Statement) -> None:
        """Writes one statement."""
        self.writer.origin = node.line
        getattr(self, f"_write_{type(node).__name__}")(node)

    def _body(self, node: ast.Statement) -> None:
        before = len(self.writer.lines)
        top, self.top = self.top, False
        self.statement(node)
        self.top = top
        if len(self.writer.lines) == before:
            self.writer.line("pass")

    def _write_ExpressionStatement(self, node: ast.ExpressionStatement) -> None:
        expression = node.value
        if isinstance(expression, ast.Assignment):
            for line in self.assignment_lines(expression):
                self.writer.line(line)
            return
        value = self.value(expression)
        if not self.top or value.type == "nothing":
            self.writer.line(value.code)
        else:
            show = "_show_component" if isinstance(expression, ast.Member) else "_show"
            self.writer.line(f"{show}({value.code})")

    def _write_CallRun(self, node: ast.CallRun) -> None:
        is_points = node.name == "pt3dadd" and self.kind(node.name) is Kind.BUILTIN_FUNCTION
        if is_points and not self.top and all(len(row) == 4 for row in node.rows):
            numbers = self.constant(array("f", chain.from_iterable(node.rows)))
            self.writer.line(f"_add_points({self.current()}, {numbers})")
            return
        row, rows = self.temporary(), self.constant(node.rows)
        kind = self.kind(node.name)
        with self.writer.indented(f"for {row} in {rows}:"):
            if kind is Kind.BUILTIN_FUNCTION:
                code = f"{self.needed(f'b_{node.name}')}(*{row})"
            else:
                code = f"{self.variable(node.name)}(*{row})"
            shows = self.top and kind not in (Kind.PROCEDURE, Kind.ITERATOR)
            self.writer.line(f"_show({code})" if shows else code)

    def _write_Print(self, node: ast.Print) -> None:
        # one after another: an item may print too
        for item in node.items:
            is_number = isinstance(item, ast.Argument) and not item.kind
            code = self.number(item) if is_number else self.value(item).code
            self.writer.line(f"_put_component({code})" if isinstance(item, ast.Member) else f"_put({code})")
        self.writer.line("_end_line()")

    def _write_Block(self, node: ast.Block) -> None:
        top, self.top = self.top, False
        for statement in node.body:
            self.statement(statement)
        self.top = top

    def _write_If(self, node: ast.If) -> None:
        with self.writer.indented(f"if {self.condition(node.condition)}:"):
            self._body(node.body)
        if node.otherwise is not None:
            with self.writer.indented("else:"):
                self._body(node.otherwise)

    # ---- loops

    @contextmanager
    def _loop(self, header: str, step: Callable[[], None] | None = None) -> Iterator[None]:
        with self.writer.indented(header):
            self._steps.append(step or (lambda: None))
            with self._inside(Around.LOOP):
                yield
            if step is not None:
                step()
            self._steps.pop()

    @contextmanager
    def _inside(self, what: Around) -> Iterator[None]:
        self._around.append(what)
        yield
        self._around.pop()

    def _note_left(self, *, loop_only: bool) -> None:
        """Writes what tells of section blocks that are left from within, as NEURON does at each loop and at the end."""
        left: list[tuple[int, int]] = []
        index, n_block = self._around.count(Around.QUIET) - self._around.count(Around.EACH), 0
        for what in [*reversed(self._around), Around.LOOP]:
            if what is not Around.LOOP:
                n_block += what is not Around.EACH
                continue
            if n_block:
                left.append((index - n_block, index))
            if loop_only:
                break
            index, n_block = index - n_block, 0
        if left:
            self.writer.line(f"_note_left({tuple(left)})")

    def _write_While(self, node: ast.While) -> None:
        with self._loop(f"while {self.condition(node.condition)}:"):
            self._body(node.body)

    def _write_ForCondition(self, node: ast.ForCondition) -> None:
        self._body(node.start)
        with self._loop(f"while {self.condition(node.condition)}:", lambda: self._body(node.step)):
            self._body(node.body)

    def _write_ForRange(self, node: ast.ForRange) -> None:
        first, last = self.number(node.first), self.number(node.last)
        end = self.temporary()
        start = self.temporary()
        self.writer.line(f"{start} = {first}; {end} = {last} + _eps")
        self._assign(node.target, "=", start)
        counter = self.value(node.target).code
        with self._loop(f"while {counter} <= {end}:", lambda: self._assign(node.target, "+=", "1.0")):
            self._body(node.body)

    def _assign(self, target: ast.Expression, operator: str, code: str) -> None:
        """Writes the assignment of a Python expression to a variable of hoc."""
        place = 1 << 60
        parameters = self.parameters
        self.parameters = {**parameters, place: code}
        assignment = ast.Assignment(target, operator, ast.Number("0", place))
        for line in self.assignment_lines(assignment):
            self.writer.line(line)
        self.parameters = parameters

    def _write_ForSegments(self, node: ast.ForSegments) -> None:
        ends = self.number(node.ends) if node.ends is not None else "1.0"
        place = self.temporary()
        with self._loop(f"for {place} in _places({self.current()}, {ends}):"):
            self._assign(node.target, "=", place)
            self._body(node.body)

    def _write_ForIterator(self, node: ast.ForIterator) -> None:
        iterator = node.iterator
        if isinstance(iterator, ast.Call):
            if self.kind(iterator.name) is not Kind.ITERATOR:
                raise SyntaxProblem("syntax error", -1)
            call = f"{self.variable(iterator.name)}({self._arguments(iterator.arguments)})"
        else:
            call = f"_iterate({self.value(iterator).code})"
        with self._loop(f"for _ in {call}:"):
            self._body(node.body)

    def _write_IteratorStatement(self, node: ast.IteratorStatement) -> None:
        if self.word != "iterator":
            raise SyntaxProblem("not in an iterator", -1)
        self.writer.line("yield")

    def _write_Simple(self, node: ast.Simple) -> None:
        if node.word == "stop":
            self.writer.line("_stop()")
        elif self._steps:
            self._note_left(loop_only=True)
            if node.word == "continue":
                self._steps[-1]()
            self.writer.line(node.word)
        elif not self.word:
            # at the top level these do nothing but end the statement
            self.writer.line("return")
        else:
            raise SyntaxProblem(f"{node.word} not allowed in this context", -1)

    def _write_Return(self, node: ast.Return) -> None:
        if node.value is None or self.word == "iterator":
            ends = {"iterator": "return", "proc": "return 0.0", "procedure": "return 0.0"}
            self._note_left(loop_only=False)
            self.writer.line(ends.get(self.word) or f"return _no_value({self.name!r})")
            return
        code = self.object(node.value) if self.word == "obfunc" else self.number(node.value)
        if not {Around.BLOCK, Around.QUIET}.isdisjoint(self._around):
            value = self.temporary()
            self.writer.line(f"{value} = {code}")
            self._note_left(loop_only=False)
            code = value
        self.writer.line(f"return {code}")

    # ---- sections

    @contextmanager
    def _in_section(self, declaration: str, what: Around) -> Iterator[None]:
        self.writer.line(f"_stack.append({declaration})")
        with self.writer.indented("try:"), self._inside(what):
            yield
        with self.writer.indented("finally:"):
            # the body may have taken it off
            self.writer.line("if _stack: _stack.pop()")

    def _quiet_body(self, section: str, body: ast.Statement) -> None:
        before, self.known_section = self.known_section, section
        depends = Dependence(body, self) if self.in_procedure else None
        if depends is None or not depends.is_plain:
            self._body(body)
        else:
            self._repeated_body(section, body, depends)
        self.known_section = before

    def _repeated_body(self, section: str, body: ast.Statement, depends: Dependence) -> None:
        """Writes a block that is executed once for all sections that are in one state."""
        given = ", ".join([section, str(next(_block_numbers)), *map(self.number, depends.numbers.values())])
        plan = f"{section}.plan"
        with self.writer.indented(f"if {plan} is None or {plan}.state is None or not _repeat({given}):"):
            self._body(body)
            self.writer.line(f"if {plan} is not None and {plan}.before is not None: _learn({given})")

    def _write_SectionStatement(self, node: ast.SectionStatement) -> None:
        value = self.value(node.section)
        if value.type == "section":
            section = self.temporary()
            self.writer.line(f"{section} = {self.declaration(node.section, value.code)}")
            if is_quiet(node.body, self):
                self.writer.line(f"if not {section}.alive: _dead()")
                with self._inside(Around.QUIET):
                    self._quiet_body(section, node.body)
                return
            with self._in_section(f"{section} if {section}.alive else _dead()", Around.BLOCK):
                self._body(node.body)
            return
        # a component may turn out to be no section: then the body just follows
        depth = self.temporary()
        self.writer.line(f"{depth} = _enter_if_section({value.code})")
        with self.writer.indented("try:"), self._inside(Around.BLOCK):
            self._body(node.body)
        with self.writer.indented("finally:"):
            self.writer.line(f"_leave_if({depth})")

    def _write_ForAll(self, node: ast.ForAll) -> None:
        if node.word == "ifsec":
            with self.writer.indented(f"if _matches({self._pattern(node)}):"):
                self._body(node.body)
            return
        # in an object these are its own sections
        owner = "this" if self.scope.template else "None"
        sections = f"_all_sections({owner})" if node.pattern is None else f"_sections_of({self._pattern(node)}, {owner})"
        section = self.temporary()
        # the body may delete others
        with self._loop(f"for {section} in {sections}:"), self.writer.indented(f"if {section}.alive:"):
            if is_quiet(node.body, self):
                self._quiet_body(section, node.body)
                return
            with self._in_section(section, Around.EACH):
                self._body(node.body)

    def _pattern(self, node: ast.ForAll) -> str:
        assert node.pattern is not None
        return self.value(node.pattern).code

    def _write_Insert(self, node: ast.Insert) -> None:
        self.writer.line(f"_{node.word}({self.current()}, {node.mechanism!r})")

    def _write_Access(self, node: ast.Access) -> None:
        self.writer.line(f"_access({self.section(node.section)})")

    def _write_Connect(self, node: ast.Connect) -> None:
        if isinstance(node.parent, ast.Member):
            self.writer.line(f"_refuse_parent({node.parent.name!r}, {bool(node.parent.indices)})")
            return
        parent = "None" if node.parent is None else self.declaration(node.parent, self.section(node.parent))
        child = self.declaration(node.child, self.section(node.child))
        child_x, parent_x = self.number(node.child_x), self.number(node.parent_x)
        self.writer.line(f"_connect({child}, {child_x}, {parent}, {parent_x})")

    def _write_SetPointer(self, node: ast.SetPointer) -> None:
        target = self.reference(node.target)
        pointer = node.pointer
        if isinstance(pointer, ast.Member):
            owner, indices = self.value(pointer.owner).code, self._index_tuple(pointer.arguments or ())
            self.writer.line(f"_set_pointer({owner}, {pointer.name!r}, {indices}, {target})")
        elif isinstance(pointer, ast.Call | ast.Name):
            indices = self._index_tuple(pointer.arguments) if isinstance(pointer, ast.Call) else "()"
            self.writer.line(f"_set_pointer(None, {pointer.name!r}, {indices}, {target})")
        else:
            raise SyntaxProblem("syntax error", -1)

    # ---- declarations

    def _write_Declaration(self, node: ast.Declaration) -> None:
        where = "this" if self.scope.template else "None"
        for name in node.names:
            sizes = self._index_tuple(name.indices)
            self.arrays[name.name] = bool(name.indices) and node.word != "create"
            if name.name not in self.locals and not self.scope.is_member(name.name) and self.scope.template:
                where = "None"
            self.writer.line(f"_declare({where}, {node.word!r}, {name.name!r}, {sizes})")

    def _write_Local(self, node: ast.Local) -> None:
        for name in node.names:
            self.locals[name] = Kind.LOCAL if node.word == "local" else Kind.LOCAL_OBJECT
            if node.word == "localobj":
                self.writer.line(f"l_{name} = _new_box(None)")
            else:
                self.writer.line(f"l_{name} = {'_new_number()' if name in self.addressed else '0.0'}")

    def _write_Delete(self, node: ast.Delete) -> None:
        self.writer.line(f"_delete({node.name!r})")

    def _write_Procedure(self, node: ast.Procedure) -> None:
        raise SyntaxProblem("syntax error", -1)

    _write_Template = _write_Procedure
    _write_Visibility = _write_Procedure
