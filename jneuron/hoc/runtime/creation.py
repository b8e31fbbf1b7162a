"""`new`, and objects by their names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jneuron.facade.calls import HocExecError
from jneuron.facade.hoc_names import hoc_class
from jneuron.facade.list import LivingObjects
from jneuron.facade.netcon import NetCon, are_in_order, can_receive
from jneuron.facade.ref import ObjectRef
from jneuron.hoc.runtime.scope import TopScope
from jneuron.hoc.runtime.sections import SectionSupport
from jneuron.hoc.runtime.templates import TemplateObject, named_object
from jneuron.hoc.syntax.kinds import Kind
from jneuron.model.section import SectionDecl


class Creation:
    """Makes and finds the objects of one interpreter."""

    def __init__(self, sections: SectionSupport, top: TopScope, namespace: dict[str, Any]) -> None:
        self._session, self._sections, self._top, self._namespace = sections.session, sections, top, namespace

    def maker(self, key: str) -> Callable[..., Any]:
        """Returns what emitted code has as `n_<name>`, or as `c_<name>` where no argument is the box of an object.

        The first call puts a quicker function in its place.
        """

        def make(*arguments: Any) -> Any:
            made_by = self._namespace[key] = self._quick_maker(key)
            return made_by(*arguments)

        return make

    def forget(self, name: str) -> None:
        """Forgets what class a name stands for."""
        for key in (f"n_{name}", f"c_{name}"):
            if key in self._namespace:
                self._namespace[key] = self.maker(key)

    def _quick_maker(self, key: str) -> Callable[..., Any]:
        cls = self._class_of_new(key[2:])
        if isinstance(cls, type) and issubclass(cls, TemplateObject):
            return cls.made
        if key.startswith("c_"):
            return cls  # type: ignore[no-any-return]

        def make(*arguments: Any) -> Any:
            if arguments and ObjectRef in map(type, arguments):
                arguments = tuple(a._value if isinstance(a, ObjectRef) else a for a in arguments)
            return cls(*arguments)

        return make

    def connect_voltage(self, section: SectionDecl, x: float, target: Any, *numbers: Any) -> NetCon:
        """Returns `new NetCon(&v(x), target, numbers)`; where there is a source already no reference to v is made."""
        session = self._session
        cls = session.interface.classes.get("NetCon") or session.h.NetCon
        if 0.0 <= x <= 1.0 and can_receive(target) and (not numbers or are_in_order(numbers)):
            source = session.model.source_of_voltage(section, section.slot(x))
            if source is not None:
                return cls.between(source, target, numbers)  # type: ignore[no-any-return]
        return cls(self._sections.reference(section, "v", x, ()), target, *numbers)  # type: ignore[no-any-return]

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
