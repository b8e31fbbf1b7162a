"""hoc as the Python that a person would write with `from neuron import h`: what `jneuron hoc2py` prints.

Meant for people who port a model: it is read, checked and kept, not run as it stands. What has no such form raises
`NoPythonForm`, and the statement is printed as hoc within `h(...)`.
"""

from __future__ import annotations

import json
import keyword

from jneuron.hoc.syntax import ast
from jneuron.hoc.syntax.kinds import Kind, Names
from jneuron.lang.python_writer import PythonWriter
from jneuron.lang.visitor import walk

OPERATORS = {"&&": "and", "||": "or", "^": "**"}
OF_A_SECTION = frozenset(
    {
        *("pt3dadd", "pt3dclear", "pt3dchange", "pt3dinsert", "pt3dremove", "n3d", "x3d", "y3d", "z3d", "diam3d", "arc3d"),
        *("area", "ri", "distance", "secname", "ismembrane", "psection", "delete_section", "disconnect", "define_shape"),
    }
)
"""Functions that are about the currently accessed section: they get `sec=`."""
OF_A_SECTION_LIST = frozenset({"append", "remove", "children", "subtree", "wholetree"})
"""Methods that without an argument are about the currently accessed section."""
CURRENT = "h.cas()"


class NoPythonForm(Exception):  # noqa: N818 - it never reaches a user
    """A construct that is left as hoc."""


class PythonStyle:
    """Writes statements as Python.

    Attributes:
        writer: What has been written.
        left_as_hoc: Procedures and functions that are hoc's still.
    """

    def __init__(self, names: Names, point_processes: frozenset[str]) -> None:
        self.writer = PythonWriter()
        self.left_as_hoc: set[str] = set()
        self._names, self._point_processes = names, point_processes
        self._section = CURRENT
        self._locals: dict[str, Kind] = {}

    def begin(self) -> None:
        """Forgets what has been written; the accessed section stays."""
        self.writer = PythonWriter()
        self._locals.clear()

    def _kind(self, name: str) -> Kind:
        return self._locals.get(name) or self._names.kind(name)

    # ---- expressions

    def expression(self, node: ast.Expression) -> str:
        """Returns the Python for an expression."""
        match node:
            case ast.Number(text):
                return text
            case ast.Text(value):
                return json.dumps(value)
            case ast.Unary("!", operand):
                return f"not {self._operand(operand)}"
            case ast.Unary(operator, operand):
                return f"{operator}{self._operand(operand)}"
            case ast.Binary(operator, left, right):
                return f"{self._operand(left)} {OPERATORS.get(operator, operator)} {self._operand(right)}"
            case ast.Argument(kind, position, indices) if position and not indices and kind != "&":
                return f"{kind or 'a'}{position}"
            case ast.New(name, arguments):
                return self._new(name, arguments)
            case ast.Name():
                return self._name(node)
            case ast.Call():
                return self._call(node)
            case ast.Member():
                return self._member(node)
            case ast.Address(target):
                return self._reference(target)
        raise NoPythonForm(type(node).__name__)

    def _operand(self, node: ast.Expression) -> str:
        text = self.expression(node)
        return f"({text})" if isinstance(node, ast.Binary | ast.Unary) else text

    def _list(self, nodes: tuple[ast.Expression, ...]) -> str:
        return ", ".join(self.expression(node) for node in nodes)

    def _indices(self, indices: tuple[ast.Expression, ...]) -> str:
        whole = [self.expression(index) for index in indices]
        return "".join(f"[{text}]" if text.isdigit() else f"[int({text})]" for text in whole)

    def _name(self, node: ast.Name) -> str:
        kind = self._kind(node.name)
        if kind is Kind.BUILTIN_VARIABLE:
            return f"h.{node.name}{self._indices(node.indices)}"
        if kind in (Kind.RANGE, Kind.SECTION_VARIABLE):
            return f"{self._section}.{node.name}{self._indices(node.indices)}"
        if kind is Kind.TEMPLATE:
            raise NoPythonForm(node.name)
        return plain(node.name) + self._indices(node.indices)

    def _call(self, node: ast.Call) -> str:
        kind = self._kind(node.name)
        if kind is Kind.RANGE:
            return f"{self._section}({self._list(node.arguments)}).{node.name}{self._indices(node.indices)}"
        if kind in (Kind.BUILTIN_FUNCTION, Kind.BUILTIN_PROCEDURE):
            section = [f"sec={self._section}"] if node.name in OF_A_SECTION and self._section != CURRENT else []
            return f"h.{node.name}({', '.join([*map(self.expression, node.arguments), *section])})"
        if kind in (Kind.PROCEDURE, Kind.FUNCTION, Kind.OBJECT_FUNCTION, Kind.UNDEFINED):
            owner = "h." if node.name in self.left_as_hoc else ""
            return f"{owner}{plain(node.name)}({self._list(node.arguments)})"
        raise NoPythonForm(node.name)

    def _member(self, node: ast.Member) -> str:
        owner, name = self.expression(node.owner), "delay" if node.name == "del" else node.name
        if not node.arguments and name in OF_A_SECTION_LIST and self._section != CURRENT:
            return f"{owner}.{name}(sec={self._section})"
        if node.arguments is None:
            return f"{owner}.{name}{self._indices(node.indices)}"
        if self._kind(name) is Kind.RANGE and len(node.arguments) == 1:
            return f"{owner}({self.expression(node.arguments[0])}).{name}{self._indices(node.indices)}"
        return f"{owner}.{name}({self._list(node.arguments)})"

    def _new(self, name: str, arguments: tuple[ast.Expression, ...]) -> str:
        if name in self._point_processes and len(arguments) == 1:
            return f"h.{name}({self._section}({self.expression(arguments[0])}))"
        return f"h.{name}({self._list(arguments)})"

    def _reference(self, target: ast.Expression) -> str:
        if isinstance(target, ast.Member):
            owner, x = self.expression(target.owner), self._list(target.arguments or ())
            return f"{owner}({x})._ref_{target.name}" if x else f"{owner}._ref_{target.name}{self._indices(target.indices)}"
        if isinstance(target, ast.Call) and self._kind(target.name) is Kind.RANGE:
            return f"{self._section}({self._list(target.arguments)})._ref_{target.name}"
        if isinstance(target, ast.Name) and self._kind(target.name) is Kind.BUILTIN_VARIABLE:
            return f"h._ref_{target.name}"
        raise NoPythonForm("&")

    # ---- statements

    def statement(self, node: ast.Statement) -> None:
        """Writes a statement."""
        write = getattr(self, f"_write_{type(node).__name__}", None)
        if write is None:
            raise NoPythonForm(type(node).__name__)
        write(node)

    def _body(self, header: str, node: ast.Statement) -> None:
        with self.writer.indented(header):
            self._lines_or_pass(node)

    def _lines_or_pass(self, node: ast.Statement) -> None:
        before = len(self.writer.lines)
        self.statement(node)
        if len(self.writer.lines) == before:
            self.writer.line("pass")

    def _write_Block(self, node: ast.Block) -> None:
        for statement in node.body:
            self.statement(statement)

    def _write_ExpressionStatement(self, node: ast.ExpressionStatement) -> None:
        value = node.value
        if isinstance(value, ast.Call) and value.name in ("printf", "sprint") and len(value.arguments) > 1:
            self._write_formatted(value)
            return
        if not isinstance(value, ast.Assignment):
            text = self.expression(value)
            call = "()" if isinstance(value, ast.Member) and value.arguments is None and not text.endswith(")") else ""
            self.writer.line(text + call)
            return
        if isinstance(value.value, ast.Range | ast.Assignment):
            raise NoPythonForm("a ramp")
        if value.operator != "=" and self._is_of_section(value.target):
            self._write_segment_by_segment(value)
            return
        self.writer.line(f"{self.expression(value.target)} {value.operator} {self.expression(value.value)}")

    def _is_of_section(self, target: ast.Expression) -> bool:
        """Whether a target is a range variable of a section, which has one value in each segment."""
        if isinstance(target, ast.Member):
            return target.arguments is None and self._kind(target.name) is Kind.RANGE and self._is_section(target.owner)
        return isinstance(target, ast.Name) and self._kind(target.name) is Kind.RANGE

    def _is_section(self, node: ast.Expression) -> bool:
        return isinstance(node, ast.Name) and self._kind(node.name) is Kind.SECTION

    def _write_segment_by_segment(self, node: ast.Assignment) -> None:
        """Writes a change of each segment's own value; the ends have a voltage too."""
        target = node.target
        assert isinstance(target, ast.Name | ast.Member)
        section = self.expression(target.owner) if isinstance(target, ast.Member) else self._section
        value = self.expression(node.value)
        if not isinstance(node.value, ast.Number | ast.Argument):
            # it is worked out once, from the section as it is before
            self.writer.line(f"amount = {value}")
            value = "amount"
        segments = f"{section}.allseg()" if target.name == "v" else section
        with self.writer.indented(f"for seg in {segments}:"):
            self.writer.line(f"seg.{target.name}{self._indices(target.indices)} {node.operator} {value}")

    def _write_formatted(self, call: ast.Call) -> None:
        first = 1 if call.name == "sprint" else 0
        text, values = self.expression(call.arguments[first]), self._list(call.arguments[first + 1 :])
        formatted = f"{text} % ({values},)" if values else text
        if call.name == "sprint":
            self.writer.line(f"{self.expression(call.arguments[0])} = {formatted}")
        else:
            self.writer.line(f'print({formatted}, end="")')

    def _write_CallRun(self, node: ast.CallRun) -> None:
        section = f", sec={self._section}" if node.name in OF_A_SECTION and self._section != CURRENT else ""
        function = f"h.{node.name}" if self._kind(node.name) is Kind.BUILTIN_FUNCTION else plain(node.name)
        with self.writer.indented("rows = ["):
            for row in node.rows:
                self.writer.line(f"({', '.join(f'{number:g}' for number in row)},),")
        self.writer.line("]")
        with self.writer.indented("for row in rows:"):
            self.writer.line(f"{function}(*row{section})")

    def _write_Print(self, node: ast.Print) -> None:
        self.writer.line(f"print({self._list(node.items)})")

    def _write_If(self, node: ast.If) -> None:
        self._body(f"if {self.expression(node.condition)}:", node.body)
        if node.otherwise is not None:
            self._body("else:", node.otherwise)

    def _write_While(self, node: ast.While) -> None:
        self._body(f"while {self.expression(node.condition)}:", node.body)

    def _write_ForCondition(self, node: ast.ForCondition) -> None:
        if any(isinstance(each, ast.Simple) and each.word == "continue" for each in walk(node.body)):
            raise NoPythonForm("continue")
        self.statement(node.start)
        self._body(f"while {self.expression(node.condition)}:", ast.Block(0, (node.body, node.step)))

    def _write_ForRange(self, node: ast.ForRange) -> None:
        first, last = self.expression(node.first), self.expression(node.last)
        begin = first if first.isdigit() else f"int({first})"
        match node.last:
            case ast.Binary("-", count, ast.Number("1")):
                end = f"int({self.expression(count)})"
            case _:
                end = str(int(last) + 1) if last.isdigit() else f"int({last}) + 1"
        self._body(f"for {self.expression(node.target)} in range({begin}, {end}):", node.body)

    def _write_ForSegments(self, node: ast.ForSegments) -> None:
        places = self._section if node.ends is not None else f"{self._section}.allseg()"
        self._body(f"for {self.expression(node.target)} in [seg.x for seg in {places}]:", node.body)

    def _write_Return(self, node: ast.Return) -> None:
        self.writer.line("return" if node.value is None else f"return {self.expression(node.value)}")

    def _write_Simple(self, node: ast.Simple) -> None:
        if node.word == "stop":
            raise NoPythonForm("stop")
        self.writer.line(node.word)

    # ---- sections

    def _inside(self, section: str, node: ast.Statement) -> None:
        outer, self._section = self._section, section
        self.statement(node)
        self._section = outer

    def _write_SectionStatement(self, node: ast.SectionStatement) -> None:
        self._inside(self.expression(node.section), node.body)

    def _write_ForAll(self, node: ast.ForAll) -> None:
        if node.word == "ifsec":
            self._body(f"if {self._is_called(node.pattern, self._section)}:", node.body)
            return
        is_text = self._is_text(node.pattern)
        sections = "h.allsec()" if node.pattern is None or is_text else self.expression(node.pattern)
        outer, self._section = self._section, "sec"
        with self.writer.indented(f"for sec in {sections}:"):
            if is_text:
                self._body(f"if {self._is_called(node.pattern, 'sec')}:", node.body)
            else:
                self._lines_or_pass(node.body)
        self._section = outer

    def _is_text(self, node: ast.Expression | None) -> bool:
        return isinstance(node, ast.Text) or (isinstance(node, ast.Name) and self._kind(node.name) is Kind.STRING)

    def _is_called(self, pattern: ast.Expression | None, section: str) -> str:
        """Returns the test whether a pattern occurs in a section's name, or whether a SectionList has the section."""
        assert pattern is not None
        if not self._is_text(pattern):
            return f"{section} in {self.expression(pattern)}"
        # issection compares whole names
        if isinstance(pattern, ast.Text):
            if set(pattern.value) & set("^$|"):
                raise NoPythonForm("a pattern with an end of its own")
            whole = json.dumps(f".*{pattern.value}.*")
        else:
            whole = f'".*" + {self.expression(pattern)} + ".*"'
        accessed = "" if section == CURRENT else f", sec={section}"
        return f"h.issection({whole}{accessed})"

    def _write_Insert(self, node: ast.Insert) -> None:
        self.writer.line(f"{self._section}.{node.word}({json.dumps(node.mechanism)})")

    def _write_Access(self, node: ast.Access) -> None:
        self._section = self.expression(node.section)

    def _write_Connect(self, node: ast.Connect) -> None:
        parent = self._section if node.parent is None else self.expression(node.parent)
        child, child_x, parent_x = map(self.expression, (node.child, node.child_x, node.parent_x))
        self.writer.line(f"{child}.connect({parent}({parent_x}), {child_x})")

    def _write_SetPointer(self, node: ast.SetPointer) -> None:
        if not isinstance(node.pointer, ast.Member):
            raise NoPythonForm("setpointer")
        owner = self.expression(node.pointer.owner)
        self.writer.line(f"h.setpointer({self._reference(node.target)}, {json.dumps(node.pointer.name)}, {owner})")

    # ---- declarations

    def _write_Declaration(self, node: ast.Declaration) -> None:
        for name in node.names:
            made = {"create": f"h.Section(name={json.dumps(name.name)})", "objref": "None", "strdef": '""', "double": "0"}[
                node.word
            ]
            if node.word == "create" and name.indices:
                made = f'h.Section(name=f"{name.name}[{{i}}]")'
            for index in reversed(name.indices):
                made = f"[{made} for i in range({self.expression(index)})]"
            self.writer.line(f"{plain(name.name)} = {made}")

    def _write_Local(self, node: ast.Local) -> None:
        self._locals.update(dict.fromkeys(node.names, Kind.LOCAL))

    def _write_Procedure(self, node: ast.Procedure) -> None:
        if node.word == "iterator":
            raise NoPythonForm("iterator")
        arguments: dict[int, str] = {}
        for each in walk(node.body):
            if isinstance(each, ast.Argument):
                arguments[each.position] = f"{each.kind or 'a'}{each.position}"
            if isinstance(each, ast.Call) and each.name in ("numarg", "argtype"):
                raise NoPythonForm(each.name)
        given = [arguments.get(k, f"a{k}") for k in range(1, max(arguments, default=0) + 1)]
        local = {name for each in walk(node.body) if isinstance(each, ast.Local) for name in each.names}
        with self.writer.indented(f"def {plain(node.name)}({', '.join(given)}):"):
            assigned = sorted(self._assigned(node.body) - local)
            if assigned:
                self.writer.line(f"global {', '.join(assigned)}")
            self._lines_or_pass(node.body)
        self._locals.clear()
        self.writer.line()

    def _assigned(self, body: ast.Statement) -> set[str]:
        """Returns the globals that a procedure assigns."""
        targets = [each.target for each in walk(body) if isinstance(each, ast.Assignment | ast.ForRange | ast.ForSegments)]
        own = (Kind.VARIABLE, Kind.STRING, Kind.OBJECT, Kind.UNDEFINED)
        return {plain(t.name) for t in targets if isinstance(t, ast.Name) and not t.indices and self._kind(t.name) in own}


def plain(name: str) -> str:
    """Returns a Python name for one of hoc's."""
    return f"{name}_" if keyword.iskeyword(name) or name == "h" else name
