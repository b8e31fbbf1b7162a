"""The syntax tree of hoc: frozen records, one class for each form of expression and statement.

What a name stands for is not part of the tree: it is looked up when the tree is turned into Python.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

# ---- expressions


@dataclass(frozen=True, slots=True)
class Number:
    """A number, as written.

    Attributes:
        place: Where in the text it stands; trees that differ in nothing else are equal.
    """

    text: str
    place: int = field(default=-1, compare=False)

    @property
    def value(self) -> float:
        """Its value."""
        return float(self.text)


@dataclass(frozen=True, slots=True)
class Text:
    """A string literal, escapes resolved."""

    value: str


@dataclass(frozen=True, slots=True)
class Name:
    """A variable, an element of an array, a section, an object of a template: `x`, `x[1][2]`, `Cell[3]`."""

    name: str
    indices: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of the running procedure: `$1`, `$s1`, `$o1`, `$&1[3]`.

    Attributes:
        kind: Empty for a number, "s", "o" or "&".
        position: From 1; 0 for the one whose number is in the local variable `i`.
    """

    kind: str
    position: int
    indices: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """A call, or a range variable at a place: `f(1, 2)`, `v(.5)`, `ca[2](.5)`."""

    name: str
    arguments: tuple[Expression, ...]
    indices: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """A component of an object or a section: `o.x`, `o.x[1]`, `o.f(2)`, `soma.v(.5)`; no arguments is None."""

    owner: Expression
    name: str
    indices: tuple[Expression, ...] = ()
    arguments: tuple[Expression, ...] | None = None


@dataclass(frozen=True, slots=True)
class New:
    """`new List()`."""

    name: str
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Unary:
    """`-x`, `!x`."""

    operator: str
    operand: Expression


@dataclass(frozen=True, slots=True)
class Binary:
    """`x + y`."""

    operator: str
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Assignment:
    """`x = 1`, `x += 1`; an expression too."""

    target: Expression
    operator: str
    value: Expression


@dataclass(frozen=True, slots=True)
class Range:
    """`0:1` in `diam(0:1) = 1:5`: the argument of a range variable, or the values at its ends."""

    first: Expression
    last: Expression


@dataclass(frozen=True, slots=True)
class Address:
    """`&x`, `&soma.v(.5)`."""

    target: Expression


Expression: TypeAlias = Number | Text | Name | Argument | Call | Member | New | Unary | Binary | Assignment | Range | Address

# ---- statements; `line` is where each begins


@dataclass(frozen=True, slots=True)
class ExpressionStatement:
    """An expression for its effect; at the top level its value is printed."""

    line: int
    value: Expression


@dataclass(frozen=True, slots=True)
class CallRun:
    """Many calls of one function in a row, with nothing but numbers for arguments: the points of a reconstruction."""

    line: int
    name: str
    rows: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class Print:
    """`print a, b`."""

    line: int
    items: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """`{ ... }`."""

    line: int
    body: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class If:
    """`if (c) s else s`."""

    line: int
    condition: Expression
    body: Statement
    otherwise: Statement | None


@dataclass(frozen=True, slots=True)
class While:
    """`while (c) s`."""

    line: int
    condition: Expression
    body: Statement


@dataclass(frozen=True, slots=True)
class ForCondition:
    """`for (start; condition; step) s`."""

    line: int
    start: Statement
    condition: Expression
    step: Statement
    body: Statement


@dataclass(frozen=True, slots=True)
class ForRange:
    """`for i = first, last s`."""

    line: int
    target: Expression
    first: Expression
    last: Expression
    body: Statement


@dataclass(frozen=True, slots=True)
class ForSegments:
    """`for (x) s` over the nodes of the section, `for (x, 0) s` without the ends."""

    line: int
    target: Expression
    ends: Expression | None
    body: Statement


@dataclass(frozen=True, slots=True)
class ForIterator:
    """`for it(1, 2) s`, where `it` is an iterator of the user's."""

    line: int
    iterator: Expression
    body: Statement


@dataclass(frozen=True, slots=True)
class IteratorStatement:
    """`iterator_statement`: where an iterator runs the body of the loop."""

    line: int


@dataclass(frozen=True, slots=True)
class Return:
    """`return`, `return x`."""

    line: int
    value: Expression | None


@dataclass(frozen=True, slots=True)
class Simple:
    """`break`, `continue`, `stop`."""

    line: int
    word: str


@dataclass(frozen=True, slots=True)
class SectionStatement:
    """`soma s`: s with soma as the currently accessed section."""

    line: int
    section: Expression
    body: Statement


@dataclass(frozen=True, slots=True)
class ForAll:
    """`forall s`; with a pattern or SectionList `forsec p s`; `ifsec p s`.

    Attributes:
        word: "forall", "forsec" or "ifsec".
    """

    line: int
    word: str
    pattern: Expression | None
    body: Statement


@dataclass(frozen=True, slots=True)
class Insert:
    """`insert hh`, `uninsert hh`."""

    line: int
    word: str
    mechanism: str


@dataclass(frozen=True, slots=True)
class Access:
    """`access soma`."""

    line: int
    section: Expression


@dataclass(frozen=True, slots=True)
class Connect:
    """`connect dend(0), soma(1)`; without a parent's name `connect dend(0), 1` in the parent's block.

    Attributes:
        child: The section connected, `child_x` its end.
        parent: The section it goes to, or None for the currently accessed one.
    """

    line: int
    child: Expression
    child_x: Expression
    parent: Expression | None
    parent_x: Expression


@dataclass(frozen=True, slots=True)
class SetPointer:
    """`setpointer synapse.pre, soma.v(.5)`."""

    line: int
    pointer: Expression
    target: Expression


@dataclass(frozen=True, slots=True)
class Delete:
    """`delete x`."""

    line: int
    name: str


@dataclass(frozen=True, slots=True)
class Declaration:
    """`create`, `objref`, `strdef`, `double`: names with their sizes.

    Attributes:
        word: One of the four.
    """

    line: int
    word: str
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Local:
    """`local a, b` and `localobj a, b`."""

    line: int
    word: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Procedure:
    """`proc f() { }`, and `func`, `obfunc`, `iterator`."""

    line: int
    word: str
    name: str
    body: Block


@dataclass(frozen=True, slots=True)
class Visibility:
    """`public a, b` and `external a, b` in a template."""

    line: int
    word: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """`begintemplate X ... endtemplate X`."""

    line: int
    name: str
    body: tuple[Statement, ...]


Statement: TypeAlias = (
    ExpressionStatement
    | CallRun
    | Print
    | Block
    | If
    | While
    | ForCondition
    | ForRange
    | ForSegments
    | ForIterator
    | IteratorStatement
    | Return
    | Simple
    | SectionStatement
    | ForAll
    | Insert
    | Access
    | Connect
    | SetPointer
    | Delete
    | Declaration
    | Local
    | Procedure
    | Visibility
    | Template
)
