"""`new`, and objects by their names."""

from __future__ import annotations

from typing import Any

from jneuron.facade.calls import HocExecError
from jneuron.facade.hoc_names import hoc_class
from jneuron.facade.list import LivingObjects
from jneuron.facade.ref import ObjectRef
from jneuron.hoc.runtime.scope import TopScope
from jneuron.hoc.runtime.templates import TemplateObject, named_object
from jneuron.hoc.syntax.kinds import Kind


class Creation:
    """Makes and finds the objects of one interpreter."""

    def __init__(self, session: Any, top: TopScope) -> None:
        self._session, self._top = session, top
        # the classes that `new` has made objects of by now, and whether they are templates
        self._made_by_new: dict[str, tuple[Any, bool]] = {}

    def forget(self, name: str) -> None:
        """Forgets what class a name stands for."""
        self._made_by_new.pop(name, None)

    def new(self, name: str, *arguments: Any) -> Any:
        """`new Name(arguments)`."""
        cls, is_template = self._made_by_new.get(name) or self._class_of_new(name)
        if is_template:
            return cls.made(arguments)
        if ObjectRef in map(type, arguments):
            arguments = tuple(a._value if isinstance(a, ObjectRef) else a for a in arguments)
        return cls(*arguments)

    def _class_of_new(self, name: str) -> tuple[Any, bool]:
        symbol = self._top.symbols.get(name)
        if symbol is not None and symbol.kind is Kind.TEMPLATE:
            cls: Any = self._session.interface.classes[name]
        elif self._top.kind(name) is Kind.TEMPLATE:
            cls = getattr(self._session.h, name)
        else:
            raise HocExecError(f"{name} is not a template")
        found = cls, isinstance(cls, type) and issubclass(cls, TemplateObject)
        if isinstance(cls, type):
            self._made_by_new[name] = found
        return found

    def named(self, name: str, index: float) -> Any:
        """Returns the living object `Name[index]`."""
        cls = hoc_class(self._session, name)
        if issubclass(cls, TemplateObject):
            return named_object(cls, index)
        for item in LivingObjects(cls).items():
            if item._hoc_index == int(index):
                return item
        raise HocExecError(f"Object ID doesn't exist '{{}}' {name}[{int(index)}]\n")
