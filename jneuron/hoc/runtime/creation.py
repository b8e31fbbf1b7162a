"""`new`, and objects by their names."""

from __future__ import annotations

from collections.abc import Callable
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

    def __init__(self, session: Any, top: TopScope, namespace: dict[str, Any]) -> None:
        self._session, self._top, self._namespace = session, top, namespace

    def maker(self, name: str) -> Callable[..., Any]:
        """Returns what emitted code has as `n_<name>`: the first call puts a quicker function in its place."""

        def make(*arguments: Any) -> Any:
            made_by = self._namespace[f"n_{name}"] = self._quick_maker(name)
            return made_by(*arguments)

        return make

    def forget(self, name: str) -> None:
        """Forgets what class a name stands for."""
        if f"n_{name}" in self._namespace:
            self._namespace[f"n_{name}"] = self.maker(name)

    def _quick_maker(self, name: str) -> Callable[..., Any]:
        cls = self._class_of_new(name)
        if isinstance(cls, type) and issubclass(cls, TemplateObject):
            return cls.made

        def make(*arguments: Any) -> Any:
            if arguments and ObjectRef in map(type, arguments):
                arguments = tuple(a._value if isinstance(a, ObjectRef) else a for a in arguments)
            return cls(*arguments)

        return make

    def _class_of_new(self, name: str) -> Any:
        symbol = self._top.symbols.get(name)
        if symbol is not None and symbol.kind is Kind.TEMPLATE:
            return self._session.interface.classes[name]
        if self._top.kind(name) is Kind.TEMPLATE:
            return getattr(self._session.h, name)
        raise HocExecError(f"{name} is not a template")

    def named(self, name: str, index: float) -> Any:
        """Returns the living object `Name[index]`."""
        cls = hoc_class(self._session, name)
        if issubclass(cls, TemplateObject):
            return named_object(cls, index)
        for item in LivingObjects(cls).items():
            if item._hoc_index == int(index):
                return item
        raise HocExecError(f"Object ID doesn't exist '{{}}' {name}[{int(index)}]\n")
