"""What the names in C code stand for: locals, variables of the file, of the instance, functions."""

from __future__ import annotations

import keyword
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pycparser import c_ast

from jneuron.nmodl.verbatim.c_types import Array, CType, Function, Pointer, Real, Struct, Types, Whole, letter

RESERVED = frozenset({"I", "S", "G", "C", "Ptr", "Bytes", "text", "string", "scan", "write", "numbers", "elements", "div",
                      "wrap", "idiv", "imod", "int32", "to_int", "float32", "bytes", "len", "int", "float", "abs", "ord", "chr",
                      "place_of", "resized", "as_pointer_to", "scan_text", "formatted"})  # fmt: skip


@dataclass
class Variable:
    """A variable of C.

    Attributes:
        text: How Python reads it.
        type: Its type.
        boxed: Whether `text` is memory of one place, because some pointer points at it.
        owner, name: Where `text` is an attribute: of what, and which.
    """

    text: str
    type: CType
    boxed: bool = False
    owner: str = ""
    name: str = ""

    @property
    def is_memory(self) -> bool:
        """Whether `text` is memory, not a value."""
        return self.boxed or isinstance(self.type, Array)


@dataclass
class CFunction:
    """A function that C code or NMODL code of the file defines."""

    name: str
    result: CType
    parameters: tuple[CType, ...]


@dataclass
class Names:
    """All that is known outside functions.

    Attributes:
        types: Typedefs, structs, enumerations.
        instance: Variables that belong to NMODL, by name, with their types.
        functions: Functions of the file.
        globals: Variables of C at file level.
        used, written: NMODL's variables that each function touches, and which functions it calls; by function.
        addressed: Functions that pointers may point at; by_pointer: functions that call through a pointer.
    """

    types: Types
    instance: dict[str, CType] = field(default_factory=dict)
    functions: dict[str, CFunction] = field(default_factory=dict)
    globals: dict[str, Variable] = field(default_factory=dict)
    used: dict[str, set[str]] = field(default_factory=dict)
    written: dict[str, set[str]] = field(default_factory=dict)
    calls: dict[str, set[str]] = field(default_factory=dict)
    services: dict[str, set[str]] = field(default_factory=dict)
    addressed: set[str] = field(default_factory=set)
    by_pointer: set[str] = field(default_factory=set)


@dataclass
class Scope:
    """The names inside one function; blocks are nested dictionaries."""

    names: Names
    function: str
    pointed: frozenset[str]
    blocks: list[dict[str, Variable]] = field(default_factory=lambda: [{}])
    taken: set[str] = field(default_factory=lambda: set(RESERVED))

    def declare(self, name: str, kind: CType) -> Variable:
        """Returns a new local variable."""
        text = name + "_" if keyword.iskeyword(name) or name in RESERVED or name.startswith("c_") else name
        while text in self.taken and any(text == v.text for block in self.blocks for v in block.values()):
            text += "_"
        self.taken.add(text)
        boxed = name in self.pointed and not isinstance(kind, Array | Struct)
        variable = self.blocks[-1][name] = Variable(text, kind, boxed)
        return variable

    def find(self, name: str) -> Variable | None:
        """Returns the variable of a name, or None."""
        for block in reversed(self.blocks):
            if name in block:
                return block[name]
        if name in self.names.globals:
            return self.names.globals[name]
        for candidate in (name, name.removeprefix("_p_")):
            if candidate in self.names.instance:
                self.names.used.setdefault(self.function, set()).add(candidate)
                if candidate != name and isinstance(self.names.instance[candidate], Real):
                    # the place that a POINTER points at
                    self.note_write(candidate)
                    return Variable(f"place_of(I, {candidate!r})", Pointer(Real()))
                return Variable(attribute("I", candidate), self.names.instance[candidate], False, "I", candidate)
        return None

    def note_write(self, name: str) -> None:
        """Notes that the function may set a variable of NMODL's."""
        self.names.written.setdefault(self.function, set()).add(name)
        self.names.used.setdefault(self.function, set()).add(name)


def attribute(owner: str, name: str) -> str:
    """Returns Python for an attribute that may have the name of one of Python's keywords."""
    return f"vars({owner})[{name!r}]" if keyword.iskeyword(name) else f"{owner}.{name}"


def pointed_at(body: Any) -> frozenset[str]:
    """Returns the names whose address a piece of C takes."""
    return frozenset(
        node.expr.name
        for node in descendants(body)
        if isinstance(node, c_ast.UnaryOp) and node.op == "&" and isinstance(node.expr, c_ast.ID)
    )


def descendants(node: Any) -> Iterator[Any]:
    """Yields a node and all below it."""
    yield node
    for _, child in node.children():
        yield from descendants(child)


def empty_value(kind: CType, types: Types, *, boxed: bool = False) -> str:
    """Returns Python for a variable of a type that has no value yet: zero, as far as C says anything."""
    if isinstance(kind, Array):
        if kind.length < 0:
            return "None"
        if letter(kind.item):
            return f"numbers({letter(kind.item)!r}, {kind.length})"
        return f"[{empty_value(kind.item, types)} for _ in range({kind.length})]"
    if isinstance(kind, Struct):
        return f"{struct_class(kind.tag)}()"
    value = "0" if isinstance(kind, Whole) else "0.0" if isinstance(kind, Real) else "None"
    if boxed:
        return f"numbers({letter(kind)!r}, 1)" if letter(kind) else f"[{value}]"
    return value


def struct_class(tag: str) -> str:
    """Returns the name of the Python class for a struct."""
    return "struct_" + "".join(c if c.isalnum() else "_" for c in tag)


def target_of(kind: CType) -> CType:
    """Returns what a pointer or an array holds."""
    if isinstance(kind, Pointer):
        return kind.target
    if isinstance(kind, Array):
        return kind.item
    if isinstance(kind, Function):
        return kind
    return Real()
