"""What emitted code asks for by a name: built-in functions, accessors of range variables, the numbers of the top level."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jneuron.facade.calls import HocExecError
from jneuron.facade.math_functions import OF_ONE, whole_number
from jneuron.hoc.runtime.accessors import GIVEN, accessor
from jneuron.hoc.runtime.known_classes import METHODS, SETS, WRITERS, Methods
from jneuron.hoc.runtime.members import MemberSupport
from jneuron.hoc.runtime.quick_functions import quick_function
from jneuron.hoc.runtime.section_functions import section_function
from jneuron.hoc.runtime.sections import SectionSupport
from jneuron.hoc.runtime.values import EntryReference, whole
from jneuron.hoc.syntax.emit.assignments import SETTABLE
from jneuron.hoc.syntax.emit.expressions import PLAIN_NUMBERS


class GlobalNames:
    """The names of one interpreter that hoc code has not declared."""

    def __init__(self, sections: SectionSupport, members: MemberSupport, namespace: dict[str, Any]) -> None:
        self._session, self._sections, self._namespace = sections.session, sections, namespace
        self._members = members

    def provide(self, key: str) -> None:
        """Puts what code needs into the namespace, by the key it has there."""
        beginning = key[:3]
        name = key.removeprefix("b_").removeprefix("s_")
        if key == "_Vector":
            made: Any = self._session.h.Vector
        elif key.startswith("s_"):
            made = section_function(self._sections, name)
        elif beginning in GIVEN:
            made = accessor(self._sections, key)
        elif beginning in SETS:
            made = set()
        elif beginning in METHODS:
            made = Methods(self._general_method(key))
        elif beginning == WRITERS:
            made = self._members.writers(key[3:])
        elif name == "int":
            made = self._int
        else:
            made = OF_ONE.get(name) or quick_function(name, getattr(self._session.h, name))
        self._namespace[key] = made

    def _int(self, *given: Any) -> float:
        if len(given) == 1 and type(given[0]) is float:
            return whole_number(given[0], self._namespace["_eps"])
        return self._session.h.int(*given)  # type: ignore[no-any-return]

    def _general_method(self, key: str) -> Callable[..., Any]:
        call, name = self._members.call, key[3:]
        if key.startswith("_g_"):
            get = self._members.get
            return lambda owner: get(owner, name)
        return lambda owner, *arguments: call(owner, name, *arguments)

    def get(self, name: str, indices: tuple[float, ...] = ()) -> float:
        """Returns a number that hoc code has not declared, or an element of one."""
        value = getattr(self._session.h, name)
        if name in PLAIN_NUMBERS:
            self._session.model.tables["hoc"].look(name)
        for index in indices:
            value = value[whole(index)]
        return value  # type: ignore[no-any-return]

    def set(self, name: str, value: float, indices: tuple[float, ...] = ()) -> float:
        """Writes a number that hoc code has not declared, or an element of one; returns the value."""
        h = self._session.h
        if indices:
            getattr(h, name)[whole(indices[0])] = value
        else:
            try:
                setattr(h, name, value)
            except TypeError:
                # an integer of NEURON's
                setattr(h, name, int(value))
        if name == "float_epsilon":
            self._namespace["_eps"] = value
        if name in SETTABLE and type(value) is float:
            self._session.model.tables["hoc"].open_up(name)
        return value

    def reference(self, name: str, indices: tuple[float, ...]) -> Any:
        """Returns the place of a number that hoc code has not declared."""
        found = getattr(self._session.h, f"_ref_{name}")
        return found.offset(whole(indices[0])) if indices else found

    def global_reference(self, name: str) -> EntryReference:
        """Returns the place of a number that hoc code has declared."""
        if f"g_{name}" not in self._namespace:
            raise HocExecError(f"undefined variable {name}")
        return EntryReference(self._namespace, f"g_{name}")
