"""What the interface needs of the hoc interpreter, which stands above it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any, Protocol

from jneuron.model.section import SectionDecl


class Interpreter(Protocol):
    """Executes hoc code for one session."""

    def defines(self, name: str) -> bool:
        """Tells whether hoc code has defined a name of the top level."""
        ...

    def get(self, name: str) -> Any:
        """Returns what a defined name stands for, as Python sees it."""
        ...

    def set(self, name: str, value: Any) -> None:
        """Assigns a defined name."""
        ...

    def reference(self, name: str) -> Any:
        """Returns the place of a defined variable, the box of a string or object, or None."""
        ...

    def execute(self, statement: str) -> bool:
        """Executes statements; an error is shown and raised."""
        ...

    def statement(self, text: str, owner: Any = None) -> Callable[[], None]:
        """Returns what executes a statement, in the context of an object if one is given."""
        ...

    def called_with(self, values: tuple[Any, ...]) -> AbstractContextManager[None]:
        """Makes the arguments of a function that executes hoc code those that `numarg` counts at its top level."""
        ...

    def object_variables(self, owner: Any = None) -> Iterator[tuple[str, list[Any]]]:
        """Yields the object variables of the top level, or of an object: the name, and what its elements hold."""
        ...

    def unname_section(self, decl: SectionDecl) -> bool:
        """Takes the name of a section that hoc created; returns whether it had one."""
        ...

    def rename_sections(self, decls: list[SectionDecl], name: str, *, is_array: bool) -> bool:
        """Gives sections without a name one; returns whether they have it."""
        ...

    def load_file(self, name: str, *, once: bool) -> float:
        """Executes a file found on the search path; returns 1, or 0 where there is none."""
        ...
