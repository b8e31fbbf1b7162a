"""Expressions of hoc: an operator-precedence parser over the tokens.

From weakest to strongest: `=` (right), `||`, `&&`, comparisons, `+ -`, `* / %`, unary `- !`, `^` (right).
"""

from __future__ import annotations

from jneuron.hoc.syntax import ast
from jneuron.hoc.syntax.errors import SyntaxProblem
from jneuron.hoc.syntax.kinds import CALLABLE, KEYWORDS, PYTHON_SECTIONS, Kind, Names
from jneuron.hoc.syntax.lexer import END, Lexer, Token, unescape

BINDING = {"||": 1, "&&": 2, "==": 3, "!=": 3, "<": 3, "<=": 3, ">": 3, ">=": 3, "+": 4, "-": 4, "*": 5, "/": 5, "%": 5}
UNARY_BINDING = 6
ASSIGNMENTS = frozenset({"=", "+=", "-=", "*=", "/="})
MAX_DEPTH = 200
NO_VALUE = frozenset({Kind.PROCEDURE, Kind.BUILTIN_PROCEDURE, Kind.ITERATOR})
"""Kinds whose call is a statement."""

OF_ONE_NUMBER = frozenset(["abs", "atan", "cos", "erf", "erfc", "exp", "int", "log", "log10", "sin", "sqrt", "tanh"])
"""Built-in functions that the grammar itself gives one number."""


class ExpressionParser:
    """The parser's tokens, and everything that is an expression.

    Attributes:
        names: What names stand for.
        token: The token that comes next.
        previous_end: Where the last token taken ends.
    """

    def __init__(self, text: str, names: Names, position: int = 0) -> None:
        self.names = names
        self.lexer = Lexer(text, position)
        self.token = self.lexer.next()
        self.previous_end = position
        self._depth = 0
        # the assignment that ended last: no operator can follow it, unless it stands in parentheses
        self._assignment: ast.Expression | None = None
        self._locals: dict[str, Kind] = {}
        # where the statement under way begins: there alone a procedure may be called
        self._statement_start = -1

    # ---- tokens

    def advance(self) -> Token:
        """Takes the next token."""
        token = self.token
        self.previous_end = token.end
        self.token = self.lexer.next()
        return token

    def at(self, text: str) -> bool:
        """Tells whether the next token is this operator or word."""
        return self.token.text == text and self.token.kind in ("op", "name")

    def accept(self, text: str) -> bool:
        """Takes the next token if it is this operator or word."""
        if self.at(text):
            self.advance()
            return True
        return False

    def expect(self, text: str) -> None:
        """Takes this operator or word; anything else is a mistake."""
        if not self.accept(text):
            raise self.problem()

    def expect_name(self) -> str:
        """Takes a name that is no keyword."""
        if self.token.kind != "name" or self.token.text in KEYWORDS:
            raise self.problem()
        if self.token.text == PYTHON_SECTIONS:
            return self._python_section()
        return self.advance().text

    def _python_section(self) -> str:
        """Takes the name of a section that Python made: it is one name, whatever signs it has."""
        start = self.token.end + 1
        if self.lexer.text[start - 1 : start] != ".":
            raise self.problem("Must be of form _pysec.secname where secname is the literal result of nrn.Section.name() .")
        name = self.names.python_section(self.lexer.text, start)
        if not name:
            raise self.problem()
        self.previous_end = self.lexer.position = start + len(name)
        self.token = self.lexer.next()
        return f"{PYTHON_SECTIONS}.{name}"

    def problem(self, message: str = "syntax error") -> SyntaxProblem:
        """Returns the complaint about the next token."""
        place = self.token.start if self.token.kind in ("line", END) else self.token.end - 1
        return SyntaxProblem(message, place)

    def kind(self, name: str) -> Kind:
        """Returns what a name stands for here."""
        return self._locals.get(name) or self.names.kind(name)

    # ---- expressions

    def expression(self) -> ast.Expression:
        """Parses an expression or an assignment."""
        return self._binary(0)

    def _binary(self, weakest: int) -> ast.Expression:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise self.problem()
        left = self._unary()
        while left is not self._assignment and not self.is_text(left):
            binding = BINDING.get(self.token.text, -1) if self.token.kind == "op" else -1
            if binding <= weakest:
                break
            operator = self.advance().text
            right = self._binary(binding)
            self._refuse_text(right)
            left = ast.Binary(operator, left, right)
        self._depth -= 1
        return left

    def _unary(self) -> ast.Expression:
        if self.token.kind == "op" and self.token.text in ("-", "!"):
            operator = self.advance().text
            operand = self._binary(UNARY_BINDING)
            self._refuse_text(operand)
            return ast.Unary(operator, operand)
        base = self._primary()
        if self.at("^") and not self.is_text(base):
            self.advance()
            exponent = self._binary(UNARY_BINDING)
            self._refuse_text(exponent)
            return ast.Binary("^", base, exponent)
        return base

    def is_text(self, value: ast.Expression) -> bool:
        """Tells whether an expression is a string for certain."""
        if isinstance(value, ast.Name):
            return self.kind(value.name) is Kind.STRING
        return isinstance(value, ast.Text | ast.Address) or (isinstance(value, ast.Argument) and value.kind == "s")

    def _refuse_text(self, value: ast.Expression) -> None:
        if self.is_text(value):
            raise SyntaxProblem("syntax error", self.previous_end - 1)

    def _primary(self) -> ast.Expression:
        token = self.token
        if token.kind == "number":
            self.advance()
            return ast.Number(token.text, token.start)
        if token.kind == "text":
            self.advance()
            return ast.Text(unescape(token.text))
        if token.kind == "arg":
            return self._assignable(self._members(self._argument()))
        if token.kind == "name":
            return self._named()
        if self.accept("("):
            inner = self.number()
            self.expect(")")
            self._assignment = None
            return inner
        raise self.problem()

    def number(self) -> ast.Expression:
        """Parses an expression that is no string."""
        value = self.expression()
        self._refuse_text(value)
        return value

    def _argument(self) -> ast.Expression:
        text = self.advance().text[1:]
        kind = text[0] if text[0] in "so&" else ""
        position = text.removeprefix(kind)
        if position == "i" and self.kind("i") is not Kind.LOCAL:
            raise self.problem("arg index used and i is not a LOCAL variable")
        return ast.Argument(kind, 0 if position == "i" else int(position), self._indices())

    def _address(self) -> ast.Expression:
        token = self.token
        if self.accept("("):
            inner = self._address()
            self.expect(")")
            return inner
        if token.kind == "arg":
            return self._members(self._argument())
        if token.kind == "name" and token.text not in KEYWORDS:
            return self._members(self._name_or_call())
        raise self.problem()

    def _named(self) -> ast.Expression:
        word = self.token.text
        start = self.token.start
        if word == "read":
            return self._read()
        if word in KEYWORDS:
            raise self.problem()
        target = self._name_or_call()
        self._refuse_bare_callable(target)
        if isinstance(target, ast.Call):
            self._check_call(target, start)
        elif start != self._statement_start and not self.at(".") and self._is_section_name(target):
            # a section is no value
            raise self.problem()
        value = self._members(target)
        if start == self._statement_start and self.is_component(value) and self.at("-"):
            # what follows is a statement of its own
            self._assignment = value
            return value
        return self._assignable(value)

    def _is_section_name(self, value: ast.Expression) -> bool:
        return isinstance(value, ast.Name) and self.kind(value.name) is Kind.SECTION

    def is_component(self, value: ast.Expression) -> bool:
        """Tells whether an expression is the component of an object, which may turn out to be a section."""
        if not isinstance(value, ast.Member):
            return False
        return not (isinstance(value.owner, ast.Name) and self.kind(value.owner.name) is Kind.SECTION)

    def _check_call(self, call: ast.Call, start: int) -> None:
        kind = self.kind(call.name)
        if kind in NO_VALUE:
            if kind is Kind.ITERATOR or start != self._statement_start:
                raise self.problem()
            # no operator can follow it
            self._assignment = call
        elif call.name in OF_ONE_NUMBER and kind is Kind.BUILTIN_FUNCTION:
            if len(call.arguments) != 1:
                raise self.problem()
            self._refuse_text(call.arguments[0])

    def _read(self) -> ast.Expression:
        """Parses `read(x)`."""
        self.advance()
        self.expect("(")
        target = self._address()
        self.note_assigned(target)
        self.expect(")")
        return ast.Call("read", (ast.Address(target),))

    def _refuse_bare_callable(self, target: ast.Expression) -> None:
        if isinstance(target, ast.Name) and self.kind(target.name) in CALLABLE:
            raise self.problem()

    def _name_or_call(self) -> ast.Expression:
        name = self.expect_name()
        indices = self._indices()
        kind = self.kind(name)
        if indices and (kind is Kind.UNDEFINED or (kind is Kind.VARIABLE and not self.names.is_array(name))):
            raise self.problem(f"{name} not an array variable")
        if indices and kind is Kind.STRING:
            raise self.problem()
        if indices and kind in _WITH_SIZES and self.names.n_dimension(name) not in (0, len(indices)):
            raise SyntaxProblem(f"wrong # of subscripts {name}", self.previous_end - 1)
        if self.at("("):
            call = ast.Call(name, self.arguments(), indices)
            if kind is Kind.SECTION and self.at("."):
                raise self.problem()
            return call
        return ast.Name(name, indices)

    def _members(self, owner: ast.Expression) -> ast.Expression:
        if self.at(".") and isinstance(owner, ast.Name) and self.kind(owner.name) in _NO_MEMBERS:
            raise self.problem()
        while self.at("."):
            self.advance()
            # a component may have the name of a keyword
            if self.token.kind != "name":
                raise self.problem()
            if isinstance(owner, ast.Name) and self.kind(owner.name) is Kind.SECTION:
                self._check_section_variable(self.token.text)
            name = self.advance().text
            indices = self._indices()
            arguments = self.arguments() if self.at("(") else None
            owner = ast.Member(owner, name, indices, arguments)
        return owner

    def _check_section_variable(self, name: str) -> None:
        kind = self.names.kind(name)
        if name in KEYWORDS or kind is Kind.MECHANISM:
            raise self.problem()
        if kind not in (Kind.RANGE, Kind.SECTION_VARIABLE):
            raise self.problem(f"{name} not a section variable")

    def _assignable(self, target: ast.Expression) -> ast.Expression:
        """Returns the assignment that begins with `target`, or `target` itself."""
        if self.token.kind != "op" or self.token.text not in ASSIGNMENTS:
            return target
        if isinstance(target, ast.Name) and self.kind(target.name) in (Kind.TEMPLATE, Kind.SECTION, Kind.MECHANISM):
            raise self.problem()
        if self._is_called_section_variable(target):
            raise self.problem()
        operator = self.advance().text
        self.note_assigned(target)
        value = self.new() if self.at("new") else self.expression()
        self._check_types(target, value)
        if _is_range(target):
            if isinstance(target, ast.Member) and self.is_component(target):
                raise self.problem()
            self.expect(":")
            value = ast.Range(value, self.expression())
        self._assignment = ast.Assignment(target, operator, value)
        return self._assignment

    def _is_called_section_variable(self, target: ast.Expression) -> bool:
        if not isinstance(target, ast.Call | ast.Member) or target.arguments is None:
            return False
        return self.names.kind(target.name) is Kind.SECTION_VARIABLE

    def note_assigned(self, target: ast.Expression) -> None:
        """Makes an undefined name a variable, whether or not the assignment will ever be executed."""
        if isinstance(target, ast.Name) and self.kind(target.name) is Kind.UNDEFINED:
            self.names.note_assigned(target.name)

    def _check_types(self, target: ast.Expression, value: ast.Expression) -> None:
        if isinstance(target, ast.Member):
            # a number of a section
            if isinstance(target.owner, ast.Name) and self.kind(target.owner.name) is Kind.SECTION:
                self._refuse_text(value)
            return
        if isinstance(target, ast.Call):
            self._refuse_text(value)
            return
        if isinstance(value, ast.Member | ast.Call | ast.Argument | ast.New) or self._is_object(target):
            return
        if self.is_text(value) != self.is_text(target) and not (self.is_text(target) and self._is_object(value)):
            raise SyntaxProblem("syntax error", self.previous_end - 1)

    def _is_object(self, value: ast.Expression) -> bool:
        return isinstance(value, ast.Name) and self.kind(value.name) in (Kind.OBJECT, Kind.LOCAL_OBJECT)

    def _indices(self) -> tuple[ast.Expression, ...]:
        indices = []
        while self.accept("["):
            indices.append(self.expression())
            self.expect("]")
        return tuple(indices)

    def arguments(self) -> tuple[ast.Expression, ...]:
        """Parses `(a, b)`."""
        self.expect("(")
        if self.accept(")"):
            return ()
        items = [self._given()]
        if self.accept(":"):
            items = [ast.Range(items[0], self.expression())]
        while self.accept(","):
            items.append(self._given())
        self.expect(")")
        return tuple(items)

    def _given(self) -> ast.Expression:
        """Parses one argument: an expression, a new object, or `&x`."""
        if self.at("new"):
            return self.new()
        return ast.Address(self._addressed()) if self.accept("&") else self.expression()

    def _addressed(self) -> ast.Expression:
        target = self._address()
        if isinstance(target, ast.Name) and self.kind(target.name) in (Kind.STRING, Kind.RANGE):
            raise self.problem()
        return target

    def new(self) -> ast.Expression:
        """Parses `new List()`."""
        self.expect("new")
        name = self.expect_name()
        arguments = self.arguments()
        if self.names.kind(name) is Kind.UNDEFINED:
            raise SyntaxProblem(f"{name} is not a template", self.previous_end - 1)
        return ast.New(name, arguments)


def _is_range(target: ast.Expression) -> bool:
    arguments = target.arguments if isinstance(target, ast.Call | ast.Member) else None
    return arguments is not None and len(arguments) > 0 and isinstance(arguments[0], ast.Range)


_WITH_SIZES = frozenset({Kind.VARIABLE, Kind.OBJECT, Kind.SECTION})
_NO_MEMBERS = frozenset({Kind.UNDEFINED, Kind.VARIABLE, Kind.STRING, Kind.LOCAL, Kind.BUILTIN_VARIABLE, Kind.RANGE})
