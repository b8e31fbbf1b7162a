"""What a name stands for in hoc, and the words of the language."""

from __future__ import annotations

from enum import Enum
from typing import Protocol


class Kind(Enum):
    """What a name stands for when a statement that has it is parsed."""

    UNDEFINED = "undefined"
    VARIABLE = "variable"
    STRING = "string"
    OBJECT = "object"
    SECTION = "section"
    PROCEDURE = "proc"
    FUNCTION = "func"
    OBJECT_FUNCTION = "obfunc"
    ITERATOR = "iterator"
    TEMPLATE = "template"
    BUILTIN_FUNCTION = "builtin function"
    BUILTIN_PROCEDURE = "builtin procedure"
    BUILTIN_VARIABLE = "builtin variable"
    RANGE = "range variable"
    SECTION_VARIABLE = "section variable"
    MECHANISM = "mechanism"
    LOCAL = "local"
    LOCAL_OBJECT = "localobj"


CALLABLE = frozenset(
    {Kind.PROCEDURE, Kind.FUNCTION, Kind.OBJECT_FUNCTION, Kind.ITERATOR, Kind.BUILTIN_FUNCTION, Kind.BUILTIN_PROCEDURE}
)
"""Kinds that can't stand without an argument list."""


class Names(Protocol):
    """What the parser asks about names, and tells about declarations as it meets them."""

    @property
    def template(self) -> str:
        """Name of the template whose names these are; empty at the top level."""
        ...

    def kind(self, name: str) -> Kind:
        """Returns what a name stands for now."""
        ...

    def is_array(self, name: str) -> bool:
        """Tells whether a variable or objref has been declared with sizes."""
        ...

    def n_dimension(self, name: str) -> int:
        """Returns how many indices an array takes; 0 for what is none, or is not known yet."""
        ...

    def python_section(self, text: str, place: int) -> str:
        """Returns the name, at a place of a text, of a section that Python made; empty where there is none."""
        ...

    def note_declared(self, name: str, kind: Kind) -> None:
        """Takes note that a procedure declares a string or object: it is there from now on."""
        ...

    def note_assigned(self, name: str) -> None:
        """Takes note that an undefined name is assigned: it is a variable from now on."""
        ...


PYTHON_SECTIONS = "_pysec"
"""What the name of a section that Python made begins with in hoc, with a dot."""

KEYWORDS = frozenset(
    [
        "access",
        "begintemplate",
        "break",
        "connect",
        "continue",
        "create",
        "debug",
        "delete",
        "double",
        "else",
        "em",
        "endtemplate",
        "external",
        "for",
        "forall",
        "forsec",
        "func",
        "help",
        "if",
        "ifsec",
        "insert",
        "iterator",
        "iterator_statement",
        "local",
        "localobj",
        "new",
        "objectvar",
        "objref",
        "obfunc",
        "parallel",
        "print",
        "proc",
        "public",
        "read",
        "return",
        "setpointer",
        "stop",
        "strdef",
        "uninsert",
        "while",
        "procedure",
        "function",
        "eqn",
        "depvar",
    ]
)
