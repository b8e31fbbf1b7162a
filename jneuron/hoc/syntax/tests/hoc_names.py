"""Names for the tests of the parser: what stands for what, without an interpreter."""

from __future__ import annotations

from jneuron.hoc.syntax import ast
from jneuron.hoc.syntax.kinds import Kind
from jneuron.hoc.syntax.parser import Parser


class FixedNames:
    """Names that mean the same whatever is declared."""

    template = ""

    def __init__(self) -> None:
        self.kinds = {
            **dict.fromkeys(("x", "y", "i", "arr"), Kind.VARIABLE),
            **dict.fromkeys(("soma", "dend"), Kind.SECTION),
            **dict.fromkeys(("obj", "other"), Kind.OBJECT),
            "text": Kind.STRING,
            "go": Kind.PROCEDURE,
            "value": Kind.FUNCTION,
            "each": Kind.ITERATOR,
            "List": Kind.TEMPLATE,
            "hh": Kind.MECHANISM,
            "v": Kind.RANGE,
            "sqrt": Kind.BUILTIN_FUNCTION,
        }

    def kind(self, name: str) -> Kind:
        """Returns what a name stands for."""
        return self.kinds.get(name, Kind.UNDEFINED)

    def is_array(self, name: str) -> bool:
        """Tells whether a name has sizes."""
        return name == "arr"

    def is_member(self, name: str) -> bool:
        """Returns False: there is no object."""
        return False

    def member_kind(self, name: str) -> Kind | None:
        """Returns None: there are no templates."""
        return None

    def is_range(self, name: str) -> bool:
        """Tells whether a name is that of a variable of sections."""
        return self.kind(name) is Kind.RANGE

    def n_dimension(self, name: str) -> int:
        """Returns how many indices an array takes."""
        return int(name == "arr")

    def python_section(self, text: str, place: int) -> str:
        """Returns nothing: Python has made no sections."""
        return ""

    def note_assigned(self, name: str) -> None:
        """Makes a name a variable."""
        self.kinds[name] = Kind.VARIABLE

    def note_declared(self, name: str, kind: Kind) -> None:
        """Makes a name what it is declared as."""
        self.kinds[name] = kind


def parsed(text: str) -> ast.Statement:
    """Returns the one statement of a text."""
    parser = Parser(text, FixedNames())
    statement = parser.next_statement()
    assert statement is not None
    parser.skip_line_ends()
    assert parser.at_end()
    return statement
