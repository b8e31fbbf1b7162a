"""Templates: classes written in hoc, and their objects."""

from __future__ import annotations

import sys
import weakref
from collections.abc import Callable
from typing import Any, ClassVar

from jneuron.facade import objects
from jneuron.facade.aliases import find_alias, write_alias
from jneuron.facade.calls import HocExecError, is_number
from jneuron.facade.objects import HocObject
from jneuron.facade.ref import ObjectRef, StringRef
from jneuron.hoc.runtime.scope import Symbol, TemplateScope
from jneuron.hoc.runtime.sections import Sections
from jneuron.hoc.runtime.support import any_object
from jneuron.hoc.runtime.values import Boxes, Numbers
from jneuron.hoc.syntax.kinds import CALLABLE, Kind

TEMPORARIES = 3
"""References to an object that a look at their number adds: the holder's, the call's, the counter's own."""


class TemplateObject(HocObject):
    """An object of a template; its variables are attributes with the prefix `m_`, its procedures methods with the same.

    Attributes:
        scope: The template's names.
        living: Its objects by number.
        run: What calls a procedure from outside hoc.
    """

    scope: ClassVar[TemplateScope]
    living: ClassVar[dict[int, weakref.ref[TemplateObject]]]
    run: ClassVar[Callable[..., Any]]

    def __init__(self, *values: Any, **keywords: Any) -> None:
        super().__init__()
        if self._make_members():
            self.run(self, "init", values, keywords)

    @classmethod
    def made(cls, *values: Any) -> TemplateObject:
        """Returns a new object, made by hoc code."""
        this = object.__new__(cls)
        HocObject.__init__(this)
        if this._make_members():
            this.m_init(*values)  # type: ignore[attr-defined]
        return this

    def _make_members(self) -> bool:
        # every variable, objref, string, array and section of the template has its own place; tells whether there is an init
        self.living[self._hoc_index] = weakref.ref(self)
        attributes, members = self.__dict__, self.scope.members()
        attributes.update(members.numbers)
        for place in members.objects:
            attributes[place] = ObjectRef(None)
        if members.others:
            cell_name = self.hname()
            for place, name, symbol in members.others:
                attributes[place] = new_member(self, name, symbol, cell_name)
        return members.has_init

    def __del__(self) -> None:
        # without a number it was not even begun: too deep a recursion may end that anywhere
        if objects.leaving() or getattr(self, "_hoc_index", None) is None:
            return
        self.living.pop(self._hoc_index, None)
        if self._has_unref:
            self.m_unref(0.0)  # type: ignore[attr-defined]
        for value in list(self.__dict__.values()):
            if isinstance(value, Sections):
                value.delete()
        super().__del__()

    # ---- from outside

    def _member(self, name: str) -> Symbol | None:
        """Returns a member; Python sees private ones too, as in NEURON."""
        symbol = self.scope.symbols.get(name)
        return None if symbol is None or symbol.external or symbol.kind is Kind.UNDEFINED else symbol

    def _known_member(self, name: str) -> Symbol:
        symbol = self._member(name)
        if symbol is None:
            raise AttributeError(f"'hoc.HocObject' object has no attribute '{name}'")
        return symbol

    def __getattr__(self, name: str) -> Any:
        if name.startswith(("m_", "__")):
            raise AttributeError(name)
        symbol = self._member(name.removeprefix("_ref_"))
        if symbol is None:
            for value in find_alias(self, name):
                return value
            raise AttributeError(f"'hoc.HocObject' object has no attribute '{name.removeprefix('_ref_')}'")
        if name.startswith("_ref_"):
            return member_reference(self, name[5:])
        if symbol.kind in CALLABLE:
            return BoundProcedure(self, name)
        return outside_value(self.__dict__[f"m_{name}"] if f"m_{name}" in self.__dict__ else _missing(name))

    def __setattr__(self, name: str, value: Any) -> None:
        if name.startswith(("m_", "_hoc_")):
            object.__setattr__(self, name, value)
            return
        symbol = self._member(name)
        if symbol is None and write_alias(self, name, value):
            return
        if symbol is None:
            raise LookupError(f"'{name}' is not a defined hoc variable name.")
        set_member(self, name, symbol, value)

    def __dir__(self) -> list[str]:
        return sorted(name for name, symbol in self.scope.symbols.items() if symbol.public)


class BoundProcedure:
    """A procedure of an object, as Python sees it."""

    __slots__ = ("_name", "_owner")

    def __init__(self, owner: TemplateObject, name: str) -> None:
        self._owner, self._name = owner, name

    def __call__(self, *values: Any, **keywords: Any) -> Any:
        return self._owner.run(self._owner, self._name, values, keywords)

    def __repr__(self) -> str:
        return f"{self._owner.hname()}.{self._name}()"


class ArrayView:
    """An array of numbers or objects, as Python sees it."""

    __slots__ = ("_array", "_prefix")

    def __init__(self, array: Numbers | Boxes, prefix: tuple[int, ...] = ()) -> None:
        self._array, self._prefix = array, prefix

    def __len__(self) -> int:
        return self._array.sizes[len(self._prefix)]

    def _checked(self, index: Any) -> tuple[int, ...]:
        position = index.__index__()
        size = len(self)
        if position < 0:
            position += size
        if not 0 <= position < size:
            raise IndexError(self._array.name)
        return (*self._prefix, position)

    def __getitem__(self, index: Any) -> Any:
        indices = self._checked(index)
        if len(indices) < len(self._array.sizes):
            return ArrayView(self._array, indices)
        item = self._array.data[self._array.position(indices)]
        return item._value if isinstance(item, ObjectRef) else item

    def __setitem__(self, index: Any, value: Any) -> None:
        place = self._array.position(self._checked(index))
        if isinstance(self._array, Boxes):
            self._array.data[place]._value = value
        else:
            if not is_number(value):
                raise TypeError(f"must be real number, not {type(value).__name__}")
            self._array.data[place] = float(value)

    def __repr__(self) -> str:
        return f"{self._array.name}[?]"


def _missing(name: str) -> Any:
    raise TypeError("No value")


def outside_value(value: Any) -> Any:
    """Returns what Python sees of a variable's content."""
    if isinstance(value, StringRef | ObjectRef):
        return value._value
    if isinstance(value, Sections):
        return value if value.is_array else value.at()
    if isinstance(value, Numbers | Boxes):
        return ArrayView(value)
    return value


def new_member(owner: Any, name: str, symbol: Symbol, cell_name: str = "") -> Any:
    """Returns the content of a new object's variable."""
    kind = symbol.kind
    if kind is Kind.VARIABLE:
        return Numbers(name, symbol.sizes) if symbol.sizes else 0.0
    if kind is Kind.STRING:
        return StringRef("")
    if kind is Kind.OBJECT:
        return Boxes(name, symbol.sizes) if symbol.sizes else ObjectRef(None)
    return Sections(owner.session, name, symbol.sizes, owner, cell_name)


def set_member(owner: TemplateObject, name: str, symbol: Symbol, value: Any) -> None:
    """Writes a variable of an object."""
    place = f"m_{name}"
    if symbol.kind is Kind.STRING:
        if not isinstance(value, str | StringRef):
            raise TypeError(f"argument must be str, not {type(value).__name__}")
        owner.__dict__[place]._value = value if isinstance(value, str) else value[0]
    elif symbol.kind is Kind.OBJECT and not symbol.sizes:
        if is_number(value) or isinstance(value, str):
            raise TypeError("No value")
        replace_object(owner.__dict__[place], value._value if isinstance(value, ObjectRef) else value)
    elif symbol.kind is Kind.VARIABLE and not symbol.sizes:
        if not is_number(value):
            raise TypeError(f"must be real number, not {type(value).__name__}")
        object.__setattr__(owner, place, float(value))
    elif symbol.sizes:
        raise TypeError("Wrong number of subscripts")
    else:
        raise TypeError("not assignable")


def member_reference(owner: TemplateObject, name: str) -> Any:
    """Returns the place of a variable, or the box of a string or object."""
    from jneuron.hoc.runtime.values import AttributeReference

    owner._known_member(name)
    content = owner.__dict__.get(f"m_{name}")
    if isinstance(content, float | int):
        return AttributeReference(owner, f"m_{name}")
    if isinstance(content, Numbers):
        return content.reference(*(0.0 for _ in content.sizes))
    return content


def assign_object(box: ObjectRef, value: Any) -> Any:
    """Assigns a value, which must be an object, to an objref."""
    if value is not None and not isinstance(value, HocObject):
        value = any_object(value)
    if isinstance(box._value, HocObject) and type(box._value)._has_unref:
        return replace_object(box, value)
    box._value = value
    return value


def replace_object(box: ObjectRef, value: Any) -> Any:
    """Puts an object into its box, and tells the one that was there, if its template wants to know."""
    old = box._value
    box._value = value
    if old is not None and getattr(type(old), "_has_unref", False) and old is not value:
        left = sys.getrefcount(old) - TEMPORARIES + 1
        if left > 0:
            old.m_unref(float(left))
    return value


def named_object(cls: type, index: float) -> Any:
    """Returns the living object of a class with a number."""
    reference = cls.living.get(int(index)) if hasattr(cls, "living") else None  # type: ignore[attr-defined]
    found = reference() if reference is not None else None
    if found is None:
        raise HocExecError(f"Object ID doesn't exist '{{}}' {cls.__name__}[{int(index)}]\n")
    return found
