"""Writes C expressions as Python with C's meaning: types decide about division, width of numbers and steps of pointers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pycparser import c_ast

from jneuron.nmodl.verbatim.c_library import CONSTANTS, LIBRARY, LibraryFunction
from jneuron.nmodl.verbatim.c_types import (
    ADDRESS,
    DOUBLE,
    INT,
    LONG,
    TEXT,
    UNSIGNED,
    VOID,
    Array,
    CType,
    Function,
    NotTranslatedError,
    Opaque,
    Pointer,
    Real,
    Struct,
    Void,
    Whole,
    common,
    decayed,
    is_address,
    letter,
    promoted,
)
from jneuron.nmodl.verbatim.scopes import Scope, Variable, attribute, struct_class, target_of

_REALLOC = ("realloc", "erealloc", "hoc_Erealloc")
_FRESH = re.compile(r"Ptr\([^(),]*\)")
_COMPARISONS = frozenset({"<", ">", "<=", ">=", "==", "!="})
_FROM_OBJECTS = (Void, Opaque)


@dataclass
class Value:
    """Python text and the C type of what it gives; `wild` where whole numbers may have left their width."""

    text: str
    type: CType
    wild: bool = False


@dataclass
class Place:
    """Something that can be assigned to: a name, an attribute, or a place in memory.

    Attributes:
        memory, index: Where it lies in memory; empty for names and attributes.
        owner, name: For an attribute: of what, and which.
        text: For a name.
    """

    type: CType
    memory: str = ""
    index: str = ""
    owner: str = ""
    name: str = ""
    text: str = ""

    @property
    def read(self) -> str:
        """Python that reads it."""
        if self.memory:
            return f"{self.memory}[{self.index}]"
        return attribute(self.owner, self.name) if self.owner else self.text

    def stored(self, value: str) -> str:
        """Returns a Python expression that assigns and has the value."""
        if self.memory:
            return f"c_store({self.memory}, {self.index}, {value})"
        return f"c_put({self.owner}, {self.name!r}, {value})" if self.owner else f"({self.text} := {value})"

    @property
    def address(self) -> str:
        """Python for a pointer to it."""
        if self.memory:
            return f"Ptr({self.memory}, {self.index})"
        if self.owner:
            return f"place_of({self.owner}, {self.name!r})"
        raise NotTranslatedError(f"the address of {self.text}")


class ExpressionWriter:
    """Writes the expressions of one function."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.types = scope.names.types

    # ---- values

    def value(self, node: Any) -> Value:
        """Returns the Python of an expression."""
        match node:
            case c_ast.Constant():
                return _constant(node)
            case c_ast.ID():
                return self._name(node.name)
            case c_ast.UnaryOp():
                return self._unary(node)
            case c_ast.BinaryOp():
                return self._binary(node)
            case c_ast.Assignment():
                return self._assignment(node)
            case c_ast.TernaryOp():
                return self._choice(node)
            case c_ast.Cast():
                return self._cast(node)
            case c_ast.FuncCall():
                return self._call(node)
            case c_ast.StructRef():
                return self._of_object(node) or self._read(self.place(node))
            case c_ast.ArrayRef():
                return self._read(self.place(node))
            case c_ast.ExprList():
                values = [self.value(item) for item in node.exprs]
                return Value(f"({', '.join(value.text for value in values)})[-1]", values[-1].type)
        raise NotTranslatedError(f"{type(node).__name__} expressions")

    def _read(self, place: Place) -> Value:
        if isinstance(place.type, Array):
            return Value(f"Ptr({place.read})", Pointer(place.type.item))
        return Value(place.read, place.type)

    def number(self, node: Any, kind: CType) -> str:
        """Returns an expression converted to a type."""
        return self.converted(self.value(node), kind)

    def truth(self, node: Any) -> str:
        """Returns an expression as a condition of Python."""
        if isinstance(node, c_ast.BinaryOp) and node.op in ("&&", "||"):
            word = "and" if node.op == "&&" else "or"
            return f"({self.truth(node.left)} {word} {self.truth(node.right)})"
        if isinstance(node, c_ast.UnaryOp) and node.op == "!":
            return f"not {self.truth(node.expr)}"
        if isinstance(node, c_ast.BinaryOp) and node.op in _COMPARISONS:
            return self._comparison(node)
        value = self.value(node)
        if isinstance(value.type, Void):
            return value.text
        return f"({value.text} is not None)" if is_address(value.type) else f"({value.text} != 0)"

    def _name(self, name: str) -> Value:
        variable = self.scope.find(name)
        if variable is not None:
            place = self._place_of(variable)
            if isinstance(variable.type, Array):
                # a pointer to it, through which it may change
                self._note(place)
            return self._read(place)
        names = self.scope.names
        if name in self.types.constants:
            return Value(str(self.types.constants[name]), INT)
        if name in CONSTANTS:
            text, kind = CONSTANTS[name]
            return Value(text, kind)
        if name in names.functions:
            names.calls.setdefault(self.scope.function, set()).add(name)
            names.addressed.add(name)
            return Value(function_text(name), Function(names.functions[name].result))
        raise NotTranslatedError(f"the C name {name}")

    def _place_of(self, variable: Variable) -> Place:
        if variable.boxed:
            return Place(variable.type, memory=variable.text, index="0")
        if variable.owner:
            return Place(variable.type, owner=variable.owner, name=variable.name)
        return Place(variable.type, text=variable.text)

    # ---- places

    def place(self, node: Any) -> Place:
        """Returns what an expression that can be assigned to stands for."""
        match node:
            case c_ast.ID():
                variable = self.scope.find(node.name)
                if variable is None:
                    special = {"hoc_return_type_code": Place(INT, owner="S", name="return_type")}.get(node.name)
                    if special is None:
                        raise NotTranslatedError(f"the C name {node.name}")
                    return special
                return self._place_of(variable)
            case c_ast.ArrayRef():
                return self._element(node)
            case c_ast.UnaryOp(op="*"):
                return self._behind(node.expr)
            case c_ast.StructRef():
                return self._field(node)
            case c_ast.Cast():
                return self.place(node.expr)
        raise NotTranslatedError(f"an assignment to {type(node).__name__}")

    def _element(self, node: c_ast.ArrayRef) -> Place:
        index = self.number(node.subscript, LONG)
        if isinstance(node.name, c_ast.ID):
            variable = self.scope.find(node.name.name)
            if variable is not None and isinstance(variable.type, Array) and not variable.boxed:
                return Place(variable.type.item, memory=variable.text, index=index)
        if isinstance(node.name, c_ast.ArrayRef | c_ast.StructRef):
            inner = self.place(node.name)
            if isinstance(inner.type, Array):
                return Place(inner.type.item, memory=inner.read, index=index)
        return self._through(self.value(node.name), index)

    def _behind(self, node: Any) -> Place:
        value = self.value(node)
        return self._through(value, "0")

    def _through(self, pointer: Value, index: str) -> Place:
        """Returns the place that lies `index` steps behind a pointer."""
        kind = target_of(pointer.type)
        if isinstance(kind, Function):
            raise NotTranslatedError("a function taken for a pointer")
        if not isinstance(pointer.type, Pointer):
            raise NotTranslatedError("something that is no pointer taken for one")
        if pointer.text.isidentifier():
            offset = f"{pointer.text}.o" if index == "0" else f"{pointer.text}.o + {index}"
            return Place(kind, memory=f"{pointer.text}.m", index=offset)
        text = pointer.text if index == "0" else f"({pointer.text} + {index})"
        if _FRESH.fullmatch(pointer.text):
            return Place(kind, memory=pointer.text[4:-1], index=index)
        return Place(kind, memory=f"c_view({text})", index="0")

    def _of_object(self, node: Any) -> Value | None:
        """Returns what C may look at inside an object of the interpreter: its own data, and its class's name."""
        path: list[str] = []
        while isinstance(node, c_ast.StructRef):
            path.insert(0, node.field.name)
            node = node.name
        if path == ["u", "this_pointer"]:
            return Value(f"S.this_pointer({self.value(node).text})", ADDRESS)
        if path in (["template", "sym", "name"], ["ctemplate", "sym", "name"]):
            return Value(f"S.class_name({self.value(node).text})", TEXT)
        return None

    def _field(self, node: c_ast.StructRef) -> Place:
        name = node.field.name
        if node.type == "->":
            if name in ("_t", "_dt"):
                return Place(DOUBLE, owner="I", name=self._simulation(name[1:]))
            place = self._behind(node.name)
        elif isinstance(node.name, c_ast.FuncCall):
            raise NotTranslatedError(f"the field {name} of what a function returns")
        else:
            place = self.place(node.name)
        if not isinstance(place.type, Struct):
            raise NotTranslatedError(f"the field {name}, which belongs to NEURON's own data")
        fields = self.types.structs.get(place.type.tag, {})
        if name not in fields:
            raise NotTranslatedError(f"the field {name}")
        return Place(fields[name], owner=place.read, name=name)

    def _simulation(self, name: str) -> str:
        self.scope.names.used.setdefault(self.scope.function, set()).add(name)
        return name

    # ---- operators

    def _unary(self, node: c_ast.UnaryOp) -> Value:
        if node.op == "!":
            return Value(f"int(not {self.truth(node.expr)})", INT)
        if node.op == "*":
            return self._read(self._behind(node.expr))
        if node.op == "&":
            return self._address(node.expr)
        if node.op == "sizeof":
            kind = self.types.of(node.expr) if isinstance(node.expr, c_ast.Typename) else self._type_of(node.expr)
            return Value(str(self.types.size(kind)), Whole(64, False))
        if node.op in ("++", "--", "p++", "p--"):
            return self._step(node)
        value = self.value(node.expr)
        kind = promoted(value.type)
        if node.op == "~":
            return Value(self._in_width(f"~{value.text}", kind), kind)
        if node.op == "-":
            text = f"-{value.text}"
            return Value(self._in_width(text, kind) if isinstance(kind, Whole) and not kind.signed else f"({text})", kind)
        return Value(value.text, kind)

    def _type_of(self, node: Any) -> CType:
        """Returns the type of an expression before an array becomes a pointer."""
        if isinstance(node, c_ast.ID):
            variable = self.scope.find(node.name)
            if variable is not None:
                return variable.type
        return self.value(node).type

    def _address(self, node: Any) -> Value:
        if isinstance(node, c_ast.ID) and node.name in self.scope.names.functions and self.scope.find(node.name) is None:
            return self._name(node.name)
        place = self.place(node)
        self._note(place)
        if isinstance(place.type, Struct):
            return Value(place.address if place.memory else f"Ptr([{place.read}])", Pointer(place.type))
        if isinstance(place.type, Array):
            return Value(f"Ptr({place.read})", Pointer(place.type.item))
        return Value(place.address, Pointer(place.type))

    def _step(self, node: c_ast.UnaryOp) -> Value:
        place = self.place(node.expr)
        self._note(place)
        operator, back = ("+", "-") if "+" in node.op else ("-", "+")
        new = self.converted(Value(f"({place.read} {operator} 1)", place.type), place.type)
        stored = place.stored(new)
        return Value(f"({stored} {back} 1)" if node.op.startswith("p") else stored, place.type)

    def _binary(self, node: c_ast.BinaryOp) -> Value:
        if node.op in ("&&", "||"):
            return Value(f"int(bool{self.truth(node)})", INT)
        if node.op in _COMPARISONS:
            return Value(f"int({self._comparison(node)})", INT)
        left, right = self.value(node.left), self.value(node.right)
        return self.combined(node.op, left, right)

    def combined(self, operator: str, left: Value, right: Value) -> Value:
        """Returns the result of an arithmetic operator."""
        if is_address(left.type) or is_address(right.type):
            return self._pointer_arithmetic(operator, left, right)
        kind = common(left.type, right.type)
        if operator in ("<<", ">>"):
            kind = promoted(left.type)
        if not isinstance(kind, Whole):
            if operator == "/":
                return Value(f"div({left.text}, {right.text})", DOUBLE)
            if operator not in ("+", "-", "*"):
                raise NotTranslatedError(f"the operator {operator} on doubles")
            return Value(f"({left.text} {operator} {right.text})", DOUBLE)
        a, b = self.converted(left, kind), self.converted(right, kind if operator not in ("<<", ">>") else right.type)
        if operator in ("/", "%"):
            return Value(f"{'idiv' if operator == '/' else 'imod'}({a}, {b})", kind)
        text = f"({a} {operator} {b})"
        if operator in ("&", "|", "^", ">>"):
            return Value(text, kind, wild=left.wild or right.wild)
        wild = operator in ("*", "<<") or left.wild or right.wild
        if not kind.signed or wild:
            return Value(self._in_width(text, kind), kind)
        return Value(text, kind, wild=wild)

    def _pointer_arithmetic(self, operator: str, left: Value, right: Value) -> Value:
        if operator == "-" and is_address(left.type) and is_address(right.type):
            return Value(f"({left.text} - {right.text})", LONG)
        if operator not in ("+", "-"):
            raise NotTranslatedError(f"the operator {operator} on pointers")
        pointer, steps = (left, right) if is_address(left.type) else (right, left)
        return Value(f"({pointer.text} {operator} {self.converted(steps, LONG)})", decayed(pointer.type))

    def _in_width(self, text: str, kind: CType) -> str:
        if not isinstance(kind, Whole):
            return text
        return f"wrap({text}, {kind.bits})" if kind.signed else f"({text} & {(1 << kind.bits) - 1})"

    def _comparison(self, node: c_ast.BinaryOp) -> str:
        left, right = self.value(node.left), self.value(node.right)
        if is_address(left.type) or is_address(right.type):
            for one, other in ((left, right), (right, left)):
                if other.text in ("0", "None"):
                    return f"({one.text} is {'not ' if node.op == '!=' else ''}None)"
        elif isinstance(left.type, Whole) and isinstance(right.type, Whole):
            kind = common(left.type, right.type)
            return f"({self.converted(left, kind)} {node.op} {self.converted(right, kind)})"
        return f"({left.text} {node.op} {right.text})"

    def _choice(self, node: c_ast.TernaryOp) -> Value:
        chosen, other = self.value(node.iftrue), self.value(node.iffalse)
        kind = chosen.type
        if not (is_address(chosen.type) or is_address(other.type)) and not isinstance(kind, Void | Struct):
            kind = common(chosen.type, other.type)
        elif is_address(other.type) and not is_address(chosen.type):
            kind = other.type
        a, b = self.converted(chosen, kind), self.converted(other, kind)
        return Value(f"({a} if {self.truth(node.cond)} else {b})", kind)

    # ---- conversions

    def _cast(self, node: c_ast.Cast) -> Value:
        kind = self.types.of(node.to_type)
        if isinstance(kind, Void):
            return Value(self.value(node.expr).text, VOID)
        return Value(self.converted(self.value(node.expr), kind, is_cast=True), kind)

    def converted(self, value: Value, kind: CType, *, is_cast: bool = False) -> str:
        """Returns a value as a type."""
        text, old = value.text, value.type
        if isinstance(kind, Real):
            return self._as_real(value, kind)
        if isinstance(kind, Whole):
            if isinstance(old, Real):
                return self._cut(text, kind)
            if isinstance(old, Whole):
                narrower = old.bits > kind.bits or (old.bits == kind.bits and old.signed != kind.signed)
                if text.isdigit() and int(text) < 1 << (kind.bits - kind.signed):
                    return text
                if narrower or (old.signed and not kind.signed) or value.wild:
                    return self._in_width(text, kind)
                return text
            if is_address(old) and is_cast:
                return f"c_address({text})"
            return text
        if isinstance(kind, Pointer):
            return self._as_pointer(value, kind)
        return text

    def _as_real(self, value: Value, kind: Real) -> str:
        text, old = value.text, value.type
        if isinstance(old, Whole):
            return f"{text}.0" if text.isdigit() else f"float({text})"
        if kind.bits == 32:
            return f"float32({text})"
        return text

    def _cut(self, text: str, kind: Whole) -> str:
        if kind.bits == 32 and kind.signed:
            return f"int32({text})"
        return f"to_int({text})" if kind == LONG else self._in_width(f"to_int({text})", kind)

    def _as_pointer(self, value: Value, kind: Pointer) -> str:
        text, old = value.text, value.type
        if isinstance(old, Whole | Real):
            return "None" if text.strip("()") in ("0", "0.0", "0x0") else text
        target = kind.target
        if isinstance(target, Opaque | Void | Function) or text == "None":
            return text
        before = target_of(old) if is_address(old) else VOID
        if before == target or (isinstance(before, Pointer) and isinstance(target, Pointer)):
            return text
        make = f", {struct_class(target.tag)}" if isinstance(target, Struct) else ""
        if isinstance(target, Struct) and not isinstance(before, _FROM_OBJECTS):
            raise NotTranslatedError("memory seen as a struct")
        if isinstance(target, Pointer) and not isinstance(before, _FROM_OBJECTS):
            return text
        return f"as_pointer_to({text}, {letter(target)!r}, {self.types.size(target)}{make})"

    # ---- assignments and calls

    def _assignment(self, node: c_ast.Assignment) -> Value:
        place, text = self.assigned(node)
        return Value(place.stored(text), place.type)

    def assigned(self, node: c_ast.Assignment) -> tuple[Place, str]:
        """Returns where an assignment puts what."""
        place = self.place(node.lvalue)
        self._note(place)
        value = self._resized(node, place) or self.value(node.rvalue)
        if node.op != "=":
            value = self.combined(node.op[:-1], Value(place.read, place.type), value)
        if isinstance(place.type, Struct):
            return place, f"{value.text}.copy()"
        return place, self.converted(value, place.type)

    def _resized(self, node: c_ast.Assignment, place: Place) -> Value | None:
        """Returns realloc, which needs to know what the memory holds."""
        call = node.rvalue.expr if isinstance(node.rvalue, c_ast.Cast) else node.rvalue
        if not isinstance(call, c_ast.FuncCall) or getattr(call.name, "name", "") not in _REALLOC:
            return None
        kind = target_of(place.type)
        make = f", {struct_class(kind.tag)}" if isinstance(kind, Struct) else ""
        old, size = self.value(call.args.exprs[0]).text, self.number(call.args.exprs[1], Whole(64, False))
        return Value(f"resized({old}, {size}, {letter(kind)!r}, {self.types.size(kind)}{make})", place.type)

    def _note(self, place: Place) -> None:
        if place.owner == "I":
            self.scope.note_write(place.name)
        elif place.memory.startswith("I."):
            self.scope.note_write(place.memory[2:].split(".")[0])

    def _call(self, node: c_ast.FuncCall) -> Value:
        names = self.scope.names
        name = node.name.name if isinstance(node.name, c_ast.ID) else ""
        arguments = list(node.args.exprs) if node.args is not None else []
        if isinstance(node.name, c_ast.ID) and self.scope.find(name) is None:
            if name in names.functions:
                return self._call_own(name, arguments)
            if name in LIBRARY:
                return self._call_library(name, LIBRARY[name], arguments)
            raise NotTranslatedError(f"the C function {name}")
        # through a pointer to a function
        names.by_pointer.add(self.scope.function)
        callee = node.name.expr if isinstance(node.name, c_ast.UnaryOp) and node.name.op == "*" else node.name
        function = self.value(callee)
        kind = function.type.target if isinstance(function.type, Pointer) else function.type
        result = kind.result if isinstance(kind, Function) else DOUBLE
        return Value(f"{function.text}({', '.join(['I', *(self.value(a).text for a in arguments)])})", result)

    def _call_own(self, name: str, arguments: list[Any]) -> Value:
        function = self.scope.names.functions[name]
        self.scope.names.calls.setdefault(self.scope.function, set()).add(name)
        # what NEURON passes on to itself does not count
        own = ("_p", "_ppvar", "_thread", "_nt", "_threadargs_")
        arguments = [a for a in arguments if getattr(a, "name", "") not in own]
        values = [self.number(a, kind) for a, kind in zip(arguments, function.parameters)]
        values += [self.value(a).text for a in arguments[len(function.parameters) :]]
        return Value(f"{function_text(name)}({', '.join(['I', *values])})", function.result)

    def _call_library(self, name: str, function: LibraryFunction, arguments: list[Any]) -> Value:
        if "S." in function.template or name in ("c_printf",):
            self.scope.names.services.setdefault(self.scope.function, set()).add(name)
        if "I.c_" in function.template:
            self._simulation("t")
        texts = []
        for place, argument in enumerate(arguments):
            kind = function.takes[place] if place < len(function.takes) else VOID
            value = self.value(argument)
            texts.append(value.text if isinstance(kind, Void) or kind == ADDRESS else self.converted(value, kind))
        text = function.template
        if "{*" in text:
            start = 1 if "{*1}" in text else 0
            text = text.replace("{*1}" if start else "{*}", ", ".join(texts[start:]))
        for place in range(6):
            if f"{{{place}}}" in text:
                if place >= len(texts):
                    raise NotTranslatedError(f"{name} with {len(texts)} arguments")
                text = text.replace(f"{{{place}}}", texts[place])
        return Value(text, function.result)


def function_text(name: str) -> str:
    """Returns the Python name of a function of the file."""
    return f"f_{name}"


def _constant(node: c_ast.Constant) -> Value:
    if node.type == "string":
        return Value(f"text({_unescaped(node.value[1:-1].replace(chr(34) * 2, ''))!r})", TEXT)
    if node.type == "char":
        return Value(str(ord(_unescaped(node.value[1:-1]))), INT)
    value = node.value
    if "float" in node.type or "double" in node.type:
        return Value(repr(float(value.rstrip("fFlL"))), DOUBLE)
    digits = value.rstrip("uUlL")
    whole = int(digits, 8) if digits.startswith("0") and digits.isdigit() and len(digits) > 1 else int(digits, 0)
    suffix = value[len(digits) :].lower()
    kind = Whole(64 if "l" in suffix or whole >= 2**32 else 32, "u" not in suffix)
    if whole >= 2**31 and kind == INT:
        kind = UNSIGNED if digits.lower().startswith("0x") else LONG
    return Value(str(whole), kind)


def _unescaped(text: str) -> str:
    return text.encode("latin-1", "backslashreplace").decode("unicode_escape")
