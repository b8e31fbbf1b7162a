"""How a call from Python or hoc reaches a method written here: NEURON's rules for arguments, and its way of refusing.

A method is a plain function `f(receiver, arguments)` attached to its class by `attach`. It takes what it needs from
`arguments` by position, surplus arguments are ignored, and a `Refusal` becomes what NEURON shows: its text and the call
on stderr, and a RuntimeError that begins with `hocobj_call error`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from numbers import Real
from typing import Any, NoReturn
from weakref import WeakKeyDictionary

import numpy as np

from jneuron.base.errors import HocError, UnsupportedError
from jneuron.base.units import is_quantity
from jneuron.base.units import number as in_unit
from jneuron.facade.aliases import find_alias, write_alias
from jneuron.facade.implements import implements
from jneuron.facade.objects import HocObject
from jneuron.facade.ref import StringRef
from jneuron.model.reference import Reference

OUT_OF_RANGE = "Arg out of range in user function"
_NO_DEFAULT: Any = object()


class Refusal(Exception):  # noqa: N818 - it is no error yet: `refuse` makes it one
    """A call that can't be done, in NEURON's words."""


class Arguments:
    """What was given to one call, read by position with NEURON's checks and wording.

    Attributes:
        method: Name of the called method.
        values: What was given.
    """

    __slots__ = ("method", "values")

    def __init__(self, method: str, values: tuple[Any, ...]) -> None:
        self.method, self.values = method, values

    def has(self, index: int) -> bool:
        """Tells whether there is an argument `index`."""
        return len(self.values) > index

    def any(self, index: int) -> Any:
        """Returns the argument as it is."""
        if len(self.values) <= index:
            raise Refusal(f"{self.method} not enough arguments")
        return self.values[index]

    def number(self, index: int, default: float = _NO_DEFAULT, *, unit: str = "") -> float:
        """Returns a number; a quantity is converted to `unit`."""
        values = self.values
        if len(values) <= index:
            if default is not _NO_DEFAULT:
                return default
            raise Refusal(f"{self.method} not enough arguments")
        value = values[index]
        if type(value) is float:
            return value
        if not is_number(value):
            if is_quantity(value):
                return in_unit(value, unit)
            raise Refusal(f"bad stack access: expecting double; really {really(value)}")
        return float(value)

    def checked(self, index: int, low: float, high: float, default: float = _NO_DEFAULT) -> float:
        """Returns a number between `low` and `high`, both included."""
        value = self.number(index, default)
        if not low <= value <= high:
            raise Refusal(OUT_OF_RANGE)
        return value

    def string(self, index: int) -> str:
        """Returns a string, boxed or not."""
        value = self.any(index)
        if isinstance(value, StringRef):
            return value._value  # type: ignore[no-any-return]
        if not isinstance(value, str):
            raise Refusal("Expecting string argument")
        return value

    def object(self, index: int) -> Any:
        """Returns an object: anything but a number, a string or a reference; None is NEURON's null object."""
        value = self.any(index)
        if is_number(value) or _is_text_or_reference(value):
            raise Refusal(f"bad stack access: expecting Object**; really {really(value)}")
        return value

    def of_class(self, index: int, hoc_name: str) -> Any:
        """Returns an object of one of NEURON's classes."""
        value = self.object(index)
        if getattr(value, "hoc_name", None) != hoc_name:
            raise Refusal(f"object type is {_class_name(value)} instead of {hoc_name}")
        return value

    def reference(self, index: int) -> Reference:
        """Returns a place that holds a number."""
        value = self.any(index)
        if not is_reference(value):
            raise Refusal(f"bad stack access: expecting neuron::container::generic_data_handle; really {really(value)}")
        return value

    def is_string(self, index: int) -> bool:
        """Tells whether there is an argument `index` and it is a string."""
        return self.has(index) and isinstance(self.values[index], str | StringRef)

    def is_number(self, index: int) -> bool:
        """Tells whether there is an argument `index` and it is a number."""
        return self.has(index) and is_number(self.values[index])

    def is_object(self, index: int) -> bool:
        """Tells whether there is an argument `index` and it is neither number nor string nor reference."""
        return self.has(index) and not (is_number(self.values[index]) or _is_text_or_reference(self.values[index]))


class HocMethodsObject(HocObject):
    """An object whose attributes are those of its class, and no others."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Any:
        for value in find_alias(self, name):
            return value
        raise AttributeError(f"'hoc.{self.hoc_name}' object has no attribute '{name}'")

    def __setattr__(self, name: str, value: object) -> None:
        known = getattr(type(self), name, None)
        if hasattr(known, "__set__") and getattr(known, "fset", known) is not None:
            object.__setattr__(self, name, value)
        elif known is not None:
            raise TypeError("not assignable")
        elif not write_alias(self, name, value):
            raise AttributeError(f"'hoc.{self.hoc_name}' object has no attribute '{name}'")

    def __lt__(self, other: object) -> bool:
        return id(self) < id(other) if isinstance(other, HocObject) else NotImplemented

    def __le__(self, other: object) -> bool:
        return id(self) <= id(other) if isinstance(other, HocObject) else NotImplemented

    def __gt__(self, other: object) -> bool:
        return id(self) > id(other) if isinstance(other, HocObject) else NotImplemented

    def __ge__(self, other: object) -> bool:
        return id(self) >= id(other) if isinstance(other, HocObject) else NotImplemented


Function = Callable[[Any, Arguments], Any]


def attach(cls: type[HocObject], functions: Mapping[str, Function]) -> None:
    """Makes each function a method of `cls` under its key."""
    for name, function in functions.items():
        setattr(cls, name, implements(f"{cls.hoc_name}.{name}")(method(name, function)))


def attach_refusing(cls: type[HocObject], names: Iterable[str], *, reason: str, workaround: str) -> None:
    """Gives `cls` methods that raise UnsupportedError."""
    for name in names:
        setattr(cls, name, _refusing(f"{cls.hoc_name}.{name}", reason, workaround))


def method(name: str, function: Function) -> Callable[..., Any]:
    """Returns the method that reads its arguments through `Arguments` and turns a `Refusal` into NEURON's error."""

    def call(self: HocObject, *values: Any, **keywords: Any) -> Any:
        if keywords:
            return call_in_section(self, values, keywords)
        try:
            return function(self, Arguments(name, values))
        except Refusal as refusal:
            refuse(refusal, f"{self.hname()}.{name}", values)

    def call_in_section(self: HocObject, values: tuple[Any, ...], keywords: Mapping[str, Any]) -> Any:
        check_keywords(keywords)
        stack = self.session.section_stack
        depth = len(stack)
        stack.append(keywords["sec"].living())
        try:
            return call(self, *values)
        finally:
            del stack[depth : depth + 1]

    call.__name__ = call.__qualname__ = name
    call.__doc__ = function.__doc__
    return call


def refuse(refusal: Refusal, call: str, values: tuple[Any, ...]) -> NoReturn:
    """Raises what NEURON raises when it refuses `call(values)`, after printing what it prints."""
    shown = f"{call}({', '.join(_shown(value) for value in values)})"
    fail(str(refusal), f"        {shown}\n")


class HocExecError(HocError):
    """An error in the midst of hoc code: the interpreter prints it, with its own place, once it is back at the top.

    Attributes:
        message: NEURON's words.
    """

    def __init__(self, message: str) -> None:
        self.message = message
        super().__init__(f"hocobj_call error: hoc_execerror: {message}")


class HocDepth:
    """How many hoc statements are under way inside one another in this process, Python between them not counted.

    Attributes:
        value: The number.
    """

    value = 0


def fail(message: str, trace: str = "") -> NoReturn:
    """Raises what NEURON raises, after printing what it prints; `trace` shows the calls that led here."""
    if HocDepth.value:
        raise HocExecError(message) from None
    sys.stderr.write(f"NEURON: {message}\n near line 0\n ^\n{trace}")
    raise HocError(f"hocobj_call error: hoc_execerror: {message}") from None


def check_keywords(keywords: Mapping[str, Any]) -> None:
    """Raises unless the only keyword is `sec`, which every call takes."""
    for name, value in keywords.items():
        if name != "sec":
            raise HocError("invalid keyword argument")
        if type(value).__name__ != "Section":
            raise TypeError("sec is not a Section")


def is_number(value: Any) -> bool:
    """Tells whether NEURON would take `value` as a number."""
    kind = type(value)
    return kind is float or kind is int or _is_number_class(kind)


_NUMBERS: WeakKeyDictionary[type, bool] = WeakKeyDictionary()
_REFERENCES: WeakKeyDictionary[type, bool] = WeakKeyDictionary()
"""What is known of classes; not what keeps them: many belong to one simulator."""


def _is_number_class(kind: type) -> bool:
    known = _NUMBERS.get(kind)
    if known is None:
        known = _NUMBERS[kind] = issubclass(kind, (Real, np.bool_))
    return known


def as_float(value: Any) -> float:
    """Returns a number as a float, and raises TypeError for anything else."""
    if not is_number(value):
        raise TypeError(f"must be real number, not {type(value).__name__}")
    return float(value)


def is_reference(value: Any) -> bool:
    """Tells whether `value` is a place that holds a number; a Vector is none, though it has `get` and `set` too."""
    return _is_reference_class(type(value))


def _is_reference_class(kind: type) -> bool:
    known = _REFERENCES.get(kind)
    if known is None:
        known = _REFERENCES[kind] = hasattr(kind, "get") and hasattr(kind, "set") and not issubclass(kind, HocObject)
    return known


def really(value: Any) -> str:
    """Returns what NEURON calls an argument of the wrong kind."""
    if is_number(value):
        return f"double {value:g}"
    if value is None:
        return "Object* 0 -> NULLobject"
    if isinstance(value, str | StringRef):
        return f"char** {id(value):#x}"
    if is_reference(value):
        return f"neuron::container::generic_data_handle generic_data_handle{{raw={id(value):#x} type=double*}}"
    return f"Object* {id(value):#x} -> {object_name(value)}"


def object_name(value: Any) -> str:
    """Returns NEURON's name of an object; what is not NEURON's own counts as a PythonObject."""
    if value is None:
        return "NULLobject"
    return value.hname() if isinstance(value, HocObject) else "PythonObject[0]"


def _refusing(name: str, reason: str, workaround: str) -> Callable[..., NoReturn]:
    def call(self: HocObject, *values: Any, **keywords: Any) -> NoReturn:
        raise UnsupportedError(name, reason, workaround)

    call.__name__ = call.__qualname__ = name
    call.__doc__ = f"Raises UnsupportedError: {reason}"
    return call


def _is_text_or_reference(value: Any) -> bool:
    return isinstance(value, str | StringRef) or is_reference(value)


def _class_name(value: Any) -> str:
    if value is None:
        return "nullptr"
    return value.hoc_name if isinstance(value, HocObject) else "PythonObject"


def _shown(value: Any) -> str:
    if isinstance(value, StringRef):
        value = value[0]
    if is_number(value):
        return f"{value:g}"
    if isinstance(value, str):
        return f'"{value}"' if len(value) <= 10 else f'"{value[:10]}..."'
    return "..."
