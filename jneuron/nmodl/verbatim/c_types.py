"""The types of C, as far as the meaning of its operators depends on them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from pycparser import c_ast


class NotTranslatedError(Exception):
    """C that has no counterpart here; says what is in the way, and in which line of the C."""


ODD_C = (AttributeError, IndexError, KeyError, TypeError, ValueError, RecursionError)
"""What the translators run into where the parser lets C pass that means nothing."""


@dataclass(frozen=True)
class Whole:
    """A whole-number type of so many bits."""

    bits: int = 32
    signed: bool = True


@dataclass(frozen=True)
class Real:
    """float or double."""

    bits: int = 64


@dataclass(frozen=True)
class Void:
    """No value."""


@dataclass(frozen=True)
class Opaque:
    """A type of NEURON's or of the library, known by name only: Object, FILE, IvocVect ..."""

    name: str


@dataclass(frozen=True)
class Pointer:
    """A pointer to values of a type."""

    target: CType


@dataclass(frozen=True)
class Array:
    """So many values of a type, side by side; -1 where the number is not written."""

    item: CType
    length: int = -1


@dataclass(frozen=True)
class Struct:
    """A struct or union by its tag; fields are looked up in `Types`."""

    tag: str


@dataclass(frozen=True)
class Function:
    """A function by what it returns."""

    result: CType


CType = Whole | Real | Void | Opaque | Pointer | Array | Struct | Function
INT, UNSIGNED, LONG, CHAR, DOUBLE, VOID = Whole(), Whole(32, False), Whole(64), Whole(8), Real(), Void()
TEXT, ADDRESS = Pointer(CHAR), Pointer(VOID)

OPAQUE = (
    "FILE", "Rand", "nrnran123_State", "IvocVect", "Vect", "Object", "Point_process", "Prop", "Datum", "Symbol", "NrnThread",
    "Section", "Node", "va_list", "time_t", "Symlist", "Objectdata", "cTemplate", "hoc_List", "Memb_list", "NetCon",
    "PreSyn", "TQItem", "Cvode", "Inst", "ThreadDatum", "clock_t",
)  # fmt: skip
_NAMED: dict[str, CType] = {
    "uint8_t": Whole(8, False), "int8_t": Whole(8), "uint16_t": Whole(16, False), "int16_t": Whole(16),
    "uint32_t": UNSIGNED, "int32_t": INT, "uint64_t": Whole(64, False), "int64_t": LONG, "size_t": Whole(64, False),
    "ssize_t": LONG, "bool": Whole(8, False), "uint": UNSIGNED, "u_int": UNSIGNED, "ulong": Whole(64, False),
    "uint_fast32_t": Whole(64, False), "off_t": LONG, "Pfrv": Function(VOID), "Pfrd": Function(DOUBLE), "Pfri": Function(INT),
}  # fmt: skip
_TYPE_NAMES = frozenset((*OPAQUE, *_NAMED, "__auto"))
_WORD = re.compile(r"[A-Za-z_]\w*")
AUTO = Opaque("__auto")

_BASIC: dict[frozenset[str], CType] = {
    frozenset({"void"}): VOID, frozenset({"double"}): DOUBLE, frozenset({"float"}): Real(32),
    frozenset({"long", "double"}): DOUBLE, frozenset({"char"}): CHAR, frozenset({"signed", "char"}): CHAR,
    frozenset({"unsigned", "char"}): Whole(8, False), frozenset({"short"}): Whole(16),
    frozenset({"short", "int"}): Whole(16), frozenset({"unsigned", "short"}): Whole(16, False),
    frozenset({"unsigned", "short", "int"}): Whole(16, False), frozenset({"int"}): INT, frozenset({"signed"}): INT,
    frozenset({"signed", "int"}): INT, frozenset({"unsigned"}): UNSIGNED, frozenset({"unsigned", "int"}): UNSIGNED,
    frozenset({"long"}): LONG, frozenset({"long", "int"}): LONG, frozenset({"unsigned", "long"}): Whole(64, False),
    frozenset({"unsigned", "long", "int"}): Whole(64, False), frozenset({"_Bool"}): Whole(8, False),
}  # fmt: skip

_FORMATS = {(8, True): "b", (8, False): "B", (16, True): "h", (16, False): "H", (32, True): "i", (32, False): "I",
            (64, True): "q", (64, False): "Q"}  # fmt: skip


def prelude(text: str) -> str:
    """Returns a line that tells a parser of C which words of a text are types."""
    names = sorted(_TYPE_NAMES.intersection(_WORD.findall(text)))
    return f"typedef int {', '.join(names)};\n" if names else "\n"


def _names_of_types() -> dict[str, CType]:
    names: dict[str, CType] = {name: Opaque(name) for name in (*OPAQUE, "__auto")}
    return names | _NAMED


@dataclass
class Types:
    """What a file's typedefs, structs and enumerations mean; `unions` are the tags of those that are no structs."""

    named: dict[str, CType] = field(default_factory=_names_of_types)
    structs: dict[str, dict[str, CType]] = field(default_factory=dict)
    constants: dict[str, int] = field(default_factory=dict)
    unions: set[str] = field(default_factory=set)

    def of(self, node: Any) -> CType:
        """Returns the type that a declaration's syntax tree describes."""
        match node:
            case c_ast.Decl() | c_ast.Typename() | c_ast.Typedef():
                return self.of(node.type)
            case c_ast.TypeDecl():
                return self.of(node.type)
            case c_ast.IdentifierType():
                return self._basic(node.names)
            case c_ast.PtrDecl():
                return Pointer(self.of(node.type))
            case c_ast.ArrayDecl():
                return Array(self.of(node.type), -1 if node.dim is None else self.constant(node.dim))
            case c_ast.FuncDecl():
                return Function(self.of(node.type))
            case c_ast.Struct() | c_ast.Union():
                return self._struct(node)
            case c_ast.Enum():
                self._enumerate(node)
                return INT
        raise NotTranslatedError(f"the type {type(node).__name__}")

    def _basic(self, names: list[str]) -> CType:
        if len(names) == 1 and names[0] in self.named:
            return self.named[names[0]]
        found = _BASIC.get(frozenset(names))
        if found is None:
            raise NotTranslatedError(f"the type {' '.join(names)}")
        return found

    def _struct(self, node: Any) -> Struct:
        tag = node.name or f"struct at {node.coord}"
        if node.decls is not None and tag not in self.structs:
            if isinstance(node, c_ast.Union):
                self.unions.add(tag)
            fields = self.structs[tag] = {}
            for declaration in node.decls:
                fields[declaration.name] = self.of(declaration)
        return Struct(tag)

    def _enumerate(self, node: Any) -> None:
        value = 0
        for item in node.values.enumerators if node.values is not None else ():
            value = self.constant(item.value) if item.value is not None else value
            self.constants[item.name] = value
            value += 1

    def constant(self, node: Any) -> int:
        """Returns a whole number that is known before the program runs."""
        match node:
            case c_ast.Constant():
                return int(node.value.rstrip("uUlL"), 0)
            case c_ast.ID() if node.name in self.constants:
                return self.constants[node.name]
            case c_ast.UnaryOp(op="-"):
                return -self.constant(node.expr)
            case c_ast.UnaryOp(op="sizeof"):
                return self.size(self.of(node.expr))
            case c_ast.BinaryOp(op="+" | "-" | "*" | "/" | "<<"):
                left, right = self.constant(node.left), self.constant(node.right)
                results = {"+": left + right, "-": left - right, "*": left * right, "/": left // (right or 1)}
                return results[node.op] if node.op != "<<" else left << right
        raise NotTranslatedError("an array whose size is no constant")

    def size(self, kind: CType) -> int:
        """Returns the number of bytes of a type."""
        match kind:
            case Whole() | Real():
                return kind.bits // 8
            case Array():
                return self.size(kind.item) * max(kind.length, 0)
            case Struct():
                sizes = [self.size(item) for item in self.structs.get(kind.tag, {}).values()] or [1]
                return max(sizes) if kind.tag in self.unions else sum(sizes)
            case Void():
                return 1
        return 8


def letter(kind: CType) -> str:
    """Returns the letter that stands for a number's type in memory; empty for what is no number."""
    match kind:
        case Whole():
            return _FORMATS[kind.bits, kind.signed]
        case Real():
            return "d" if kind.bits == 64 else "f"
    return ""


def decayed(kind: CType) -> CType:
    """Returns the type of an expression of a type: an array is a pointer to its first item."""
    return Pointer(kind.item) if isinstance(kind, Array) else kind


def is_address(kind: CType) -> bool:
    """Whether values of a type are pointers."""
    return isinstance(kind, Pointer | Array | Function)


def promoted(kind: CType) -> CType:
    """Returns the type in which C reckons with a type."""
    return INT if isinstance(kind, Whole) and kind.bits < 32 else kind


def common(left: CType, right: CType) -> CType:
    """Returns the type in which C reckons with two numbers."""
    if isinstance(left, Real) or isinstance(right, Real):
        return DOUBLE
    if not (isinstance(left, Whole) and isinstance(right, Whole)):
        return left if isinstance(left, Whole | Real) else right if isinstance(right, Whole | Real) else LONG
    left, right = promoted(left), promoted(right)
    assert isinstance(left, Whole) and isinstance(right, Whole)
    bits = max(left.bits, right.bits)
    signed = all(kind.signed or kind.bits < bits for kind in (left, right))
    return Whole(bits, signed)
