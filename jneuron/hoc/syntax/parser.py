"""Statements of hoc.

A text is parsed one top-level statement at a time (`Parser.next_statement`), because what a name stands for depends on what
has been executed before. Within one statement the parser notes what it declares itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from jneuron.hoc.syntax import ast
from jneuron.hoc.syntax.errors import SyntaxProblem
from jneuron.hoc.syntax.kinds import CALLABLE, KEYWORDS, Kind, Names
from jneuron.hoc.syntax.lexer import END
from jneuron.hoc.syntax.parse_expressions import ASSIGNMENTS, NO_VALUE, OF_ONE_NUMBER, ExpressionParser

DECLARED = {
    "create": Kind.SECTION,
    "objref": Kind.OBJECT,
    "objectvar": Kind.OBJECT,
    "strdef": Kind.STRING,
    "double": Kind.VARIABLE,
}
PROCEDURES = {
    "proc": Kind.PROCEDURE,
    "func": Kind.FUNCTION,
    "obfunc": Kind.OBJECT_FUNCTION,
    "iterator": Kind.ITERATOR,
    "procedure": Kind.PROCEDURE,
    "function": Kind.FUNCTION,
}


_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


@cache
def _run_of(name: str) -> re.Pattern[str]:
    """Returns what matches four or more calls of a function with numbers only, each on a line of its own.

    The last of them is left out: its line end belongs to the statement.
    """
    call = rf"{name}\([ \t]*{_NUMBER.pattern}(?:[ \t]*,[ \t]*{_NUMBER.pattern})*[ \t]*\)"
    return re.compile(rf"(?:{call}[ \t]*\n[ \t]*){{3,}}{call}")


class Parser(ExpressionParser):
    """Parses one text.

    Attributes:
        names: What names stand for.
    """

    def __init__(self, text: str, names: Names, position: int = 0, first_line: int = 1) -> None:
        super().__init__(text, names, position)
        self._first_line, self._start = first_line, position
        self._in_procedure = False

    # ---- lines

    @property
    def line(self) -> int:
        """The number of the line of the next token."""
        return self._first_line + self.lexer.text.count("\n", self._start, self.token.start)

    # ---- the top level

    def skip_line_ends(self) -> None:
        """Goes to the next token that is no line end."""
        while self.token.kind == "line":
            self.advance()

    def at_end(self) -> bool:
        """Tells whether nothing is left."""
        return self.token.kind == END

    def next_statement(self) -> ast.Statement | None:
        """Returns the next top-level statement, or None at the end. Its line end is left."""
        self.skip_line_ends()
        if self.at_end():
            return None
        self._locals = {}
        statement = self.definition() or self.statement()
        if self.token.kind not in ("line", END):
            raise self.problem()
        return statement

    def definition(self) -> ast.Statement | None:
        """Parses a procedure, template or visibility line, or returns None."""
        word = self.token.text if self.token.kind == "name" else ""
        if word in PROCEDURES:
            return self._procedure()
        if word == "begintemplate":
            return self._template()
        if word in ("public", "external"):
            return self._visibility()
        return None

    def _procedure(self) -> ast.Procedure:
        line = self.line
        word = self.advance().text
        if self.token.kind == "name":
            self._check_procedure(self.token.text)
        name = self.expect_name()
        self.expect("(")
        self.expect(")")
        self._locals, self._in_procedure = {}, True
        body = self._procedure_body()
        self._locals, self._in_procedure = {}, False
        return ast.Procedure(line, word, name, body)

    def _check_procedure(self, name: str) -> None:
        kind = self.kind(name)
        if kind is Kind.BUILTIN_VARIABLE and not self.names.template:
            raise self.problem(f"{name} : Redeclaring at top level")
        if kind is Kind.VARIABLE:
            raise self.problem(f"{name} already defined")
        # a name that a template has made public is its own
        if kind not in _MAY_BECOME_PROCEDURE or (name in OF_ONE_NUMBER and kind is Kind.BUILTIN_FUNCTION):
            raise self.problem()

    def _procedure_body(self) -> ast.Block:
        """Parses a block that may begin with one line of `local` and one of `localobj`."""
        line = self.line
        self.expect("{")
        self.skip_line_ends()
        declared = []
        for word in ("local", "localobj"):
            if self.at(word):
                declared.append(self._local())
                self.skip_line_ends()
        return ast.Block(line, (*declared, *self._statements_until("}")))

    def _visibility(self) -> ast.Visibility:
        line = self.line
        word = self.advance().text
        names = [self._any_name()]
        while self.accept(","):
            names.append(self._any_name())
        return ast.Visibility(line, word, tuple(names))

    def _any_name(self) -> str:
        if self.token.kind != "name":
            raise self.problem()
        return self.advance().text

    def _template(self) -> ast.Template:
        # what stands in a template is parsed when the template is being defined, statement by statement
        line = self.line
        self.advance()
        return ast.Template(line, self._any_name(), ())

    # ---- statements

    def statement(self) -> ast.Statement:
        """Parses one statement."""
        token = self.token
        if token.kind == "op" and token.text == "{":
            return self._block()
        if token.kind == "name" and token.text in KEYWORDS:
            parse = _STATEMENTS.get(token.text)
            if parse is not None:
                return parse(self)
        line = self.line
        self._statement_start = token.start
        if token.kind == "name":
            run = self._call_run(line)
            if run is not None:
                return run
        value = self.expression()
        return self._after_expression(line, value)

    def _call_run(self, line: int) -> ast.CallRun | None:
        """Parses calls of one function with nothing but numbers, one a line, where there are several."""
        name = self.token.text
        text, start = self.lexer.text, self.token.start
        if text[self.token.end : self.token.end + 1] != "(" or self.kind(name) not in CALLABLE:
            return None
        match = _run_of(name).match(text, start)
        if match is None:
            return None
        calls = match.group()
        n_given = calls[: calls.index(")")].count(",") + 1
        numbers = [float(number) for number in _NUMBER.findall(calls.replace(name, ""))]
        if len(numbers) % n_given or calls.count(",") != (n_given - 1) * (len(numbers) // n_given):
            return None
        self.lexer.position = match.end()
        self.previous_end = match.end()
        self.token = self.lexer.next()
        rows = tuple(zip(*[iter(numbers)] * n_given, strict=True))
        return ast.CallRun(line, name, rows)

    def _after_expression(self, line: int, value: ast.Expression) -> ast.Statement:
        if isinstance(value, ast.Name) and self._is_section(value):
            if self._at_range():
                raise self.problem()
            return ast.SectionStatement(line, value, self.statement())
        if self.at(":") and isinstance(value, ast.Call | ast.Member):
            raise self.problem()
        starts_value = self.token.kind in ("number", "text") or self.at("-") or self.at("!") or self.at("(")
        if isinstance(value, ast.Member) and (self._starts_statement() or (starts_value and self.is_component(value))):
            return ast.SectionStatement(line, value, self.statement())
        if isinstance(value, ast.Call) and self.kind(value.name) is Kind.SECTION and self._starts_statement():
            raise self.problem()
        if isinstance(value, ast.Name) and self.kind(value.name) is Kind.OBJECT and self._starts_statement() and self.at("{"):
            raise self.problem()
        return ast.ExpressionStatement(line, value)

    def _is_section(self, value: ast.Name) -> bool:
        return self.kind(value.name) is Kind.SECTION

    def _starts_statement(self) -> bool:
        token = self.token
        return (token.kind in ("name", "arg") and token.text not in ("else", "endtemplate")) or self.at("{")

    def _at_range(self) -> bool:
        return self.token.kind == "op" and self.token.text in ASSIGNMENTS

    def _block(self) -> ast.Block:
        line = self.line
        self.expect("{")
        return ast.Block(line, self._statements_until("}"))

    def _statements_until(self, end: str) -> tuple[ast.Statement, ...]:
        statements: list[ast.Statement] = []
        self.skip_line_ends()
        while not self.accept(end):
            statements.append(self.statement())
            self.skip_line_ends()
        return tuple(statements)

    def _parenthesised(self) -> ast.Expression:
        self.expect("(")
        value = self.number()
        self.expect(")")
        return value

    def _if(self) -> ast.Statement:
        line = self.line
        self.advance()
        condition = self._parenthesised()
        body = self.statement()
        otherwise = self.statement() if self.accept("else") else None
        return ast.If(line, condition, body, otherwise)

    def _while(self) -> ast.Statement:
        line = self.line
        self.advance()
        condition = self._parenthesised()
        return ast.While(line, condition, self.statement())

    def _for(self) -> ast.Statement:
        line = self.line
        self.advance()
        if self.accept("("):
            return self._for_in_parentheses(line)
        target = self._for_target()
        if isinstance(target, ast.Call) or (isinstance(target, ast.Member) and not self.at("=")):
            return ast.ForIterator(line, target, self.statement())
        self.expect("=")
        self.note_assigned(target)
        first = self.number()
        self.expect(",")
        last = self.number()
        return ast.ForRange(line, target, first, last, self.statement())

    def _for_target(self) -> ast.Expression:
        if self.token.kind == "arg":
            return self._members(self._argument())
        return self._members(self._name_or_call())

    def _for_in_parentheses(self, line: int) -> ast.Statement:
        start: ast.Statement = ast.Block(line, ()) if self.at(";") else self.statement()
        if isinstance(start, ast.ExpressionStatement) and not self.at(";"):
            self.note_assigned(start.value)
            ends = self.expression() if self.accept(",") else None
            self.expect(")")
            return ast.ForSegments(line, start.value, ends, self.statement())
        self.expect(";")
        condition = self.number()
        self.expect(";")
        step: ast.Statement = ast.Block(line, ()) if self.at(")") else self.statement()
        self.expect(")")
        return ast.ForCondition(line, start, condition, step, self.statement())

    def _return(self) -> ast.Statement:
        line = self.line
        if not self._in_procedure:
            self.advance()
            raise self.problem("return used outside definition")
        self.advance()
        value = None
        if self.token.kind in ("number", "text", "arg") or self._starts_value():
            value = self.new() if self.at("new") else self.expression()
        return ast.Return(line, value)

    def _starts_value(self) -> bool:
        token = self.token
        if token.kind == "name":
            if token.text in KEYWORDS:
                return token.text == "new"
            # a procedure's call is the next statement
            return self.kind(token.text) not in NO_VALUE
        return token.kind == "op" and token.text in ("-", "!", "(", "&")

    def _simple(self) -> ast.Statement:
        line = self.line
        word = self.advance().text
        if word == "iterator_statement":
            return ast.IteratorStatement(line)
        return ast.Simple(line, word)

    def _print(self) -> ast.Statement:
        line = self.line
        self.advance()
        items = [self.expression()]
        while self.accept(","):
            items.append(self.expression())
        return ast.Print(line, tuple(items))

    def _help(self) -> ast.Statement:
        """Parses `help` and whatever else its line has: nothing is done."""
        line = self.line
        end = self.lexer.text.find("\n", self.token.end)
        self.lexer.position = end if end >= 0 else len(self.lexer.text)
        self.token = self.lexer.next()
        return ast.Block(line, ())

    def _delete(self) -> ast.Statement:
        line = self.line
        self.advance()
        return ast.Delete(line, self.expect_name())

    def _local(self) -> ast.Statement:
        line = self.line
        word = self.advance().text
        names = [self._any_name()]
        while self.accept(","):
            names.append(self._any_name())
        self._locals.update(dict.fromkeys(names, Kind.LOCAL if word == "local" else Kind.LOCAL_OBJECT))
        return ast.Local(line, word, tuple(names))

    # ---- declarations

    def _declaration(self) -> ast.Statement:
        line = self.line
        word = self.advance().text
        names = [self._declared(word)]
        while self.accept(","):
            names.append(self._declared(word))
        return ast.Declaration(line, "objref" if word == "objectvar" else word, tuple(names))

    def _declared(self, word: str) -> ast.Name:
        name = self.expect_name()
        self._check_declared(word, name)
        if word == "strdef" and self.at("["):
            raise self.problem()
        indices = self._indices()
        if word == "double" and not indices:
            raise self.problem()
        # a procedure's objects are there from now on, and every string
        if (self._in_procedure or word == "strdef") and word not in ("create", "double") and self.kind(name) is Kind.UNDEFINED:
            self.names.note_declared(name, DECLARED[word])
        return ast.Name(name, indices)

    def _check_declared(self, word: str, name: str) -> None:
        known = self.kind(name)
        if known in (Kind.UNDEFINED, DECLARED[word]) or (self.names.template and known in _BUILTIN):
            return
        place = self.previous_end - 1
        if word == "double" and known is not Kind.BUILTIN_VARIABLE:
            raise SyntaxProblem("syntax error", place)
        if known in _BUILTIN:
            raise SyntaxProblem(f"{name} : Redeclaring at top level", place)
        raise SyntaxProblem(f"{name}  already declared", place)

    # ---- sections

    def _for_all(self) -> ast.Statement:
        line = self.line
        word = self.advance().text
        pattern = self._object_or_text() if word != "forall" else None
        return ast.ForAll(line, word, pattern, self.statement())

    def _object_or_text(self) -> ast.Expression:
        if self.token.kind == "text" or self.token.kind == "arg":
            return self._primary()
        if self.token.kind == "name" and self.kind(self.token.text) in (Kind.VARIABLE, Kind.SECTION, Kind.UNDEFINED):
            raise self.problem()
        return self._members(self._name_or_call())

    def _insert(self) -> ast.Statement:
        line = self.line
        word = self.advance().text
        if self.token.kind == "name" and self.names.kind(self.token.text) is not Kind.MECHANISM:
            if word == "uninsert":
                raise self.problem()
            raise self.problem(f"{self.token.text} is not a MECHANISM")
        name = self._any_name()
        return ast.Insert(line, word, name)

    def _access(self) -> ast.Statement:
        line = self.line
        self.advance()
        section = self._section()
        if isinstance(section, ast.Member) and isinstance(section.owner, ast.Name) and self._is_section(section.owner):
            raise self.problem()
        return ast.Access(line, section)

    def _section(self) -> ast.Expression:
        """Parses what stands for a section: a name, an element of an array, a component."""
        if self.token.kind == "arg":
            return self._members(self._argument())
        if self.token.kind == "name" and self.kind(self.token.text) in (Kind.UNDEFINED, Kind.VARIABLE, Kind.STRING):
            raise self.problem()
        name = self.expect_name()
        base: ast.Expression = ast.Name(name, self._indices())
        if self.at("(") and self.kind(name) is Kind.OBJECT_FUNCTION:
            base = ast.Call(name, self.arguments())
        return self._members(base)

    def _section_place(self) -> tuple[ast.Expression, ast.Expression]:
        """Parses `soma(x)`, `cell.dend[2](x)`."""
        section = self._section()
        if isinstance(section, ast.Member) and section.arguments is not None and len(section.arguments) == 1:
            return ast.Member(section.owner, section.name, section.indices), section.arguments[0]
        self.expect("(")
        x = self.expression()
        self.expect(")")
        return section, x

    def _connect(self) -> ast.Statement:
        line = self.line
        self.advance()
        if self.token.kind == "name" and self.kind(self.token.text) is Kind.OBJECT and self.lexer.text[self.token.end] == "(":
            raise self.problem()
        child, child_x = self._section_place()
        self.expect(",")
        if self._at_section():
            place = self._members(self._name_or_argument())
            if isinstance(place, ast.Call) and len(place.arguments) == 1:
                return ast.Connect(line, child, child_x, ast.Name(place.name, place.indices), place.arguments[0])
            if isinstance(place, ast.Member) and place.arguments is not None and len(place.arguments) == 1:
                parent = ast.Member(place.owner, place.name, place.indices)
                return ast.Connect(line, child, child_x, parent, place.arguments[0])
            if isinstance(place, ast.Name) and self.kind(place.name) is Kind.SECTION:
                raise self.problem()
            # a component that is a number
            return ast.Connect(line, child, child_x, None, place)
        return ast.Connect(line, child, child_x, None, self.expression())

    def _name_or_argument(self) -> ast.Expression:
        return self._argument() if self.token.kind == "arg" else self._name_or_call()

    def _at_section(self) -> bool:
        token = self.token
        if token.kind == "arg":
            return token.text.startswith("$o")
        if token.kind != "name":
            return False
        return self.kind(token.text) in (
            Kind.SECTION,
            Kind.OBJECT,
            Kind.LOCAL_OBJECT,
            Kind.TEMPLATE,
            Kind.OBJECT_FUNCTION,
        )

    def _set_pointer(self) -> ast.Statement:
        line = self.line
        self.advance()
        pointer = self._for_target()
        if isinstance(pointer, ast.Name | ast.Call) and self.kind(pointer.name) is not Kind.RANGE:
            raise self.problem()
        self.expect(",")
        return ast.SetPointer(line, pointer, self._for_target())


_BUILTIN = frozenset(
    {
        *(Kind.BUILTIN_VARIABLE, Kind.RANGE, Kind.SECTION_VARIABLE, Kind.MECHANISM),
        *(Kind.BUILTIN_FUNCTION, Kind.BUILTIN_PROCEDURE),
    }
)

_MAY_BECOME_PROCEDURE = frozenset(
    {
        *(Kind.UNDEFINED, Kind.PROCEDURE, Kind.FUNCTION, Kind.OBJECT_FUNCTION, Kind.ITERATOR),
        *(Kind.BUILTIN_FUNCTION, Kind.BUILTIN_PROCEDURE),
    }
)

_STATEMENTS: dict[str, Callable[[Parser], ast.Statement]] = {
    "if": Parser._if,
    "while": Parser._while,
    "for": Parser._for,
    "return": Parser._return,
    "break": Parser._simple,
    "continue": Parser._simple,
    "stop": Parser._simple,
    "iterator_statement": Parser._simple,
    "print": Parser._print,
    "delete": Parser._delete,
    "help": Parser._help,
    "create": Parser._declaration,
    "objref": Parser._declaration,
    "objectvar": Parser._declaration,
    "strdef": Parser._declaration,
    "double": Parser._declaration,
    "forall": Parser._for_all,
    "forsec": Parser._for_all,
    "ifsec": Parser._for_all,
    "insert": Parser._insert,
    "uninsert": Parser._insert,
    "access": Parser._access,
    "connect": Parser._connect,
    "setpointer": Parser._set_pointer,
}
