"""`h`: the top level of NEURON's interface, one object a session.

A name is looked up in this order: what has been asked for before, global numbers, functions, classes, mechanisms, what
mechanisms bring (globals and functions with their suffix), sections' own variables, and at last the inventory of what NEURON
has and this does not.
"""

from __future__ import annotations

from typing import Any

from jneuron.base.errors import UnsupportedError
from jneuron.facade import (  # noqa: F401 - the functions register themselves
    classes,
    geometry_functions,
    library_files,
    math_functions,
    run_functions,
    section_functions,
)
from jneuron.facade.functions import FUNCTIONS, bind_function
from jneuron.facade.globals import NUMBERS, Number
from jneuron.facade.interface import Interface
from jneuron.facade.density_mechanism import DensityMechanism
from jneuron.facade.point_process import real
from jneuron.ir.mechanism_type import MechanismKind
from jneuron.model.references import ColumnReference


class Top:
    """`h`."""

    def __init__(self, session: Any) -> None:
        interface = session.interface = Interface(session)
        write = object.__setattr__
        write(self, "_session", session)
        write(self, "_interface", interface)
        write(self, "Section", interface.Section)
        hoc = session.model.tables["hoc"]
        for name, entry in NUMBERS.items():
            hoc.add_column(name, entry.default)
            hoc.edit(name)[0] = entry.default
        write(self, "_hoc", hoc)

    # ---- reading

    def __getattr__(self, name: str) -> Any:
        entry = NUMBERS.get(name)
        if entry is not None and self._is_visible(entry.since):
            value = self._hoc.column(name).item(0)
            return int(value) if entry.whole else value
        function = FUNCTIONS.get(name)
        if function is not None and self._is_visible(function.since):
            return self._keep(name, bind_function(self._session, function))
        make = classes.CLASSES.get(name)
        if make is not None:
            return self._keep(name, self._interface.hoc_class(name, lambda: make(self._session)))
        if name in self._session.library:
            return self._keep(name, self._mechanism(name))
        if name.startswith("_ref_"):
            return self._reference(name[5:])
        raise AttributeError(f"'hoc.HocObject' object has no attribute '{name}'")

    def _is_visible(self, since: str) -> bool:
        return not since or since in self._interface.loaded

    def _keep(self, name: str, value: Any) -> Any:
        object.__setattr__(self, name, value)
        return value

    def _mechanism(self, name: str) -> Any:
        if self._session.library.kind(name) is MechanismKind.DENSITY:
            return DensityMechanism(self._session, name)
        return self._interface.point_process_class(name)

    def _reference(self, name: str) -> ColumnReference:
        entry = NUMBERS.get(name)
        if entry is None or not self._is_visible(entry.since):
            raise AttributeError(f"'hoc.HocObject' object has no attribute '_ref_{name}'")
        return ColumnReference(self._hoc, name, 0)

    # ---- writing

    def __setattr__(self, name: str, value: Any) -> None:
        entry: Number | None = NUMBERS.get(name)
        if entry is None or not self._is_visible(entry.since):
            raise LookupError(f"'{name}' is not a defined hoc variable name.")
        new = real(value, entry.unit)
        self._hoc.edit(name)[0] = float(int(new)) if entry.whole else new

    def __call__(self, statement: str) -> float:
        interpreter = getattr(self._session, "interpreter", None)
        if interpreter is None:
            raise UnsupportedError("hoc code", "the hoc interpreter is not there yet.", "say it in Python.")
        return interpreter.execute(statement)  # type: ignore[no-any-return]

    def __repr__(self) -> str:
        return "<TopLevelHocInterpreter>"
