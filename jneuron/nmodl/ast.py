"""The syntax tree of a .mod file: immutable, one class a construct, every node with its place in the text.

Two trees are equal when they mean the same text; places don't count.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import dataclass_transform

from jneuron.lang.source import NOWHERE, Span


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def node(cls: type) -> type:
    """Makes a class a node of the tree."""
    return dataclass(frozen=True, slots=True)(cls)


# expressions


@node
class Number:
    """A literal; `text` as written, `unit` what follows in parentheses."""

    text: str
    unit: str = ""
    span: Span = field(default=NOWHERE, compare=False)

    @property
    def value(self) -> float:
        return float(self.text)


@node
class Text:
    """A string."""

    value: str
    span: Span = field(default=NOWHERE, compare=False)


@node
class Name:
    """A variable, or an element of one; `prime` counts the apostrophes of a derivative."""

    name: str
    index: Expression | None = None
    prime: int = 0
    span: Span = field(default=NOWHERE, compare=False)


@node
class Call:
    """A call of a function."""

    name: str
    arguments: tuple[Expression, ...]
    span: Span = field(default=NOWHERE, compare=False)


@node
class Unary:
    """`-` or `!`."""

    operator: str
    operand: Expression
    span: Span = field(default=NOWHERE, compare=False)


@node
class Binary:
    """One of + - * / ^ and the comparisons and logical operators."""

    operator: str
    left: Expression
    right: Expression
    span: Span = field(default=NOWHERE, compare=False)


@node
class Where:
    """A choice between two values; made by passes, never parsed."""

    condition: Expression
    chosen: Expression
    other: Expression
    span: Span = field(default=NOWHERE, compare=False)


Expression = Number | Text | Name | Call | Unary | Binary | Where


# statements


@node
class Block:
    """Statements in braces."""

    statements: tuple[Statement, ...]
    span: Span = field(default=NOWHERE, compare=False)


@node
class Assign:
    """`target = value`."""

    target: Name
    value: Expression
    span: Span = field(default=NOWHERE, compare=False)


@node
class Equation:
    """`~ left = right` in LINEAR and NONLINEAR blocks."""

    left: Expression
    right: Expression
    span: Span = field(default=NOWHERE, compare=False)


@node
class ExpressionStatement:
    """An expression for its effect: a call."""

    value: Expression
    span: Span = field(default=NOWHERE, compare=False)


@node
class LocalName:
    """A name in a LOCAL list; `length` is a number or a DEFINE'd name."""

    name: str
    length: str = ""
    span: Span = field(default=NOWHERE, compare=False)


@node
class Local:
    """LOCAL names."""

    names: tuple[LocalName, ...]
    span: Span = field(default=NOWHERE, compare=False)


@node
class If:
    """if / else; an `else if` is an If alone in `other`."""

    condition: Expression
    then: Block
    other: Block | None = None
    span: Span = field(default=NOWHERE, compare=False)


@node
class While:
    """A while loop."""

    condition: Expression
    body: Block
    span: Span = field(default=NOWHERE, compare=False)


@node
class From:
    """FROM variable = first TO last BY step."""

    variable: str
    first: Expression
    last: Expression
    step: Expression | None
    body: Block
    span: Span = field(default=NOWHERE, compare=False)


@node
class Solve:
    """SOLVE block METHOD method, or STEADYSTATE method."""

    block: str
    method: str = ""
    steady_state: bool = False
    if_error: Block | None = None
    span: Span = field(default=NOWHERE, compare=False)


@node
class Term:
    """A state with its number in a reaction or a CONSERVE."""

    count: int
    state: Name
    span: Span = field(default=NOWHERE, compare=False)


@node
class Reaction:
    """`~ left <-> right (forward, backward)`, `~ left -> (forward)`, or `~ state << (flux)`.

    Attributes:
        left, right: The reactants.
        operator: One of the three arrows.
        rates: What stands in the parentheses.
        open_rates: Which rates of `<->` are sums (or weaker) without parentheses of their own.
    """

    left: tuple[Term, ...]
    operator: str
    right: tuple[Term, ...]
    rates: tuple[Expression, ...]
    open_rates: tuple[bool, ...] = ()
    span: Span = field(default=NOWHERE, compare=False)


@node
class Conserve:
    """CONSERVE sum = value."""

    left: tuple[Term, ...]
    right: Expression
    span: Span = field(default=NOWHERE, compare=False)


@node
class Compartment:
    """COMPARTMENT index, volume {states}; LONGITUDINAL_DIFFUSION is written alike."""

    index: str
    volume: Expression
    states: tuple[str, ...]
    longitudinal: bool = False
    span: Span = field(default=NOWHERE, compare=False)


@node
class Conductance:
    """CONDUCTANCE name USEION ion: the variable is the derivative of a current with respect to v."""

    name: str
    ion: str = ""
    span: Span = field(default=NOWHERE, compare=False)


@node
class Table:
    """TABLE outputs DEPEND names FROM low TO high WITH intervals."""

    outputs: tuple[str, ...]
    depends: tuple[str, ...]
    low: Expression
    high: Expression
    intervals: str
    span: Span = field(default=NOWHERE, compare=False)


@node
class Watch:
    """WATCH (left > right) flag."""

    condition: Expression
    flag: Expression
    span: Span = field(default=NOWHERE, compare=False)


@node
class ForNetcons:
    """FOR_NETCONS(arguments) { ... }."""

    arguments: tuple[Argument, ...]
    body: Block
    span: Span = field(default=NOWHERE, compare=False)


@node
class InitialInside:
    """The INITIAL block inside NET_RECEIVE."""

    body: Block
    span: Span = field(default=NOWHERE, compare=False)


@node
class Protect:
    """PROTECT statement, MUTEXLOCK or MUTEXUNLOCK (no statement): without threads, just the statement."""

    statement: Statement | None
    word: str
    span: Span = field(default=NOWHERE, compare=False)


@node
class Lag:
    """LAG name BY delay, which no supported simulator can run."""

    name: str
    delay: str
    span: Span = field(default=NOWHERE, compare=False)


@node
class Verbatim:
    """C text."""

    text: str
    span: Span = field(default=NOWHERE, compare=False)


Statement = (
    Block | Assign | Equation | ExpressionStatement | Local | If | While | From | Solve | Reaction | Conserve
    | Compartment | Conductance | Table | Watch | ForNetcons | InitialInside | Protect | Lag | Verbatim
)  # fmt: skip


# declarations


@node
class Suffix:
    """SUFFIX, POINT_PROCESS or ARTIFICIAL_CELL and the name."""

    word: str
    name: str
    span: Span = field(default=NOWHERE, compare=False)


@node
class UseIon:
    """USEION name READ ... WRITE ... VALENCE ... REPRESENTS ..."""

    name: str
    reads: tuple[str, ...] = ()
    writes: tuple[str, ...] = ()
    valence: float | None = None
    represents: str = ""
    span: Span = field(default=NOWHERE, compare=False)


@node
class NameList:
    """RANGE, GLOBAL, NONSPECIFIC_CURRENT, ELECTRODE_CURRENT, POINTER, BBCOREPOINTER, EXTERNAL, RANDOM and their names."""

    word: str
    names: tuple[str, ...]
    span: Span = field(default=NOWHERE, compare=False)


@node
class Flag:
    """A word that stands alone: THREADSAFE, REPRESENTS."""

    word: str
    text: str = ""
    span: Span = field(default=NOWHERE, compare=False)


@node
class NeuronBlock:
    """NEURON { ... }."""

    items: tuple[Suffix | UseIon | NameList | Flag, ...]
    span: Span = field(default=NOWHERE, compare=False)


@node
class UnitDefinition:
    """`(mA) = (milliamp)`."""

    name: str
    value: str
    span: Span = field(default=NOWHERE, compare=False)


@node
class UnitConstant:
    """`FARADAY = (faraday) (coulomb)` or `R = 8.314 (joule/degC)`; `value` a number or a unit in parentheses."""

    name: str
    value: str
    unit: str
    span: Span = field(default=NOWHERE, compare=False)


@node
class UnitsBlock:
    """UNITS { ... }."""

    items: tuple[UnitDefinition | UnitConstant, ...]
    span: Span = field(default=NOWHERE, compare=False)


@node
class Declaration:
    """A variable in a PARAMETER, CONSTANT, ASSIGNED or STATE block.

    Attributes:
        name: Its name.
        value: Default, a number or a DEFINE'd name, with its sign; empty for none.
        length: Of an array, a number or a DEFINE'd name; empty for a scalar.
        unit: What stands in parentheses.
        limits: From <low, high>, or FROM low TO high.
        start: From START.
        tolerance: From <tolerance> of a state.
    """

    name: str
    value: str = ""
    length: str = ""
    unit: str = ""
    limits: tuple[str, str] | None = None
    start: str = ""
    tolerance: str = ""
    span: Span = field(default=NOWHERE, compare=False)


@node
class DeclarationBlock:
    """PARAMETER, CONSTANT, ASSIGNED, STATE or DEPENDENT { ... }."""

    word: str
    declarations: tuple[Declaration, ...]
    span: Span = field(default=NOWHERE, compare=False)


@node
class Argument:
    """An argument with its unit."""

    name: str
    unit: str = ""
    span: Span = field(default=NOWHERE, compare=False)


# blocks


@node
class Title:
    """TITLE text."""

    text: str
    span: Span = field(default=NOWHERE, compare=False)


@node
class Define:
    """DEFINE name integer."""

    name: str
    value: str
    span: Span = field(default=NOWHERE, compare=False)


@node
class Include:
    """INCLUDE "path"."""

    path: str
    span: Span = field(default=NOWHERE, compare=False)


@node
class Independent:
    """INDEPENDENT { t FROM 0 TO 1 WITH 1 (ms) }: kept as text, it says nothing today."""

    text: str
    span: Span = field(default=NOWHERE, compare=False)


@node
class LocalVariables:
    """LOCAL at file level: variables that all instances share."""

    names: tuple[LocalName, ...]
    span: Span = field(default=NOWHERE, compare=False)


@node
class CodeBlock:
    """A block of statements.

    Attributes:
        word: INITIAL, BREAKPOINT, DERIVATIVE, KINETIC, LINEAR, NONLINEAR, DISCRETE, CONSTRUCTOR, DESTRUCTOR,
            BEFORE or AFTER.
        name: Of the blocks that have one; BREAKPOINT, SOLVE, INITIAL or STEP for BEFORE and AFTER.
        solve_for: From SOLVEFOR.
        body: The statements.
    """

    word: str
    name: str
    body: Block
    solve_for: tuple[str, ...] = ()
    span: Span = field(default=NOWHERE, compare=False)


@node
class Function:
    """FUNCTION or PROCEDURE."""

    word: str
    name: str
    arguments: tuple[Argument, ...]
    unit: str
    body: Block
    span: Span = field(default=NOWHERE, compare=False)


@node
class FunctionTable:
    """FUNCTION_TABLE name(arguments): filled by the user with table_name_suffix."""

    name: str
    arguments: tuple[Argument, ...]
    unit: str = ""
    span: Span = field(default=NOWHERE, compare=False)


@node
class NetReceive:
    """NET_RECEIVE (arguments) { ... }."""

    arguments: tuple[Argument, ...]
    body: Block
    span: Span = field(default=NOWHERE, compare=False)


Item = (
    Title | Define | Include | Independent | LocalVariables | NeuronBlock | UnitsBlock | DeclarationBlock | CodeBlock
    | Function | FunctionTable | NetReceive | Verbatim
)  # fmt: skip


@node
class Module:
    """A .mod file."""

    items: tuple[Item, ...]
    span: Span = field(default=NOWHERE, compare=False)
