"""What the emitter has to know about names, and how the names of hoc are spelled in emitted Python.

hoc's names get a prefix each, so that they meet neither Python's words nor the helpers, which begin with an underscore:

    g_x   a global            a key of the namespace that all emitted functions share
    m_x   a template's own    an attribute of the object `this`
    l_x   a local             a Python local
    b_x   a built-in function
    n_x   what makes an object of a class
    s_x   a built-in function of a section, its first argument
"""

from __future__ import annotations

from typing import NamedTuple, Protocol

from jneuron.hoc.syntax.kinds import Kind


class Scope(Protocol):
    """The names as they are when a statement is emitted."""

    @property
    def template(self) -> str:
        """Name of the template whose names these are; empty at the top level."""
        ...

    def kind(self, name: str) -> Kind:
        """Returns what a name stands for."""
        ...

    def is_array(self, name: str) -> bool:
        """Tells whether a variable or objref has been declared with sizes."""
        ...

    def is_member(self, name: str) -> bool:
        """Tells whether a name belongs to the template, not to the top level."""
        ...

    def member_kind(self, name: str) -> Kind | None:
        """Returns what the first template has under a public name that has one, and None where there is none."""
        ...

    def is_range(self, name: str) -> bool:
        """Tells whether a name is that of a variable of sections."""
        ...


class Value(NamedTuple):
    """Emitted Python for an expression.

    Attributes:
        code: The Python.
        type: "number", "truth" (a bool), "text", "object", "section", "nothing", or "any" where only the run can tell.
        box: Python for the box that holds the string or object, so that a callee can assign it; empty where there is none.
        number: Python for the same where it has to be a number, for type "any"; empty where `code` has to be checked.
    """

    code: str
    type: str
    box: str = ""
    number: str = ""
