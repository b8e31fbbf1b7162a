"""`h`: the top level of NEURON's interface, one object a session.

A name is looked up in this order: what has been asked for before, global numbers, functions, classes, mechanisms, what
mechanisms bring (globals and functions with their suffix), sections' own variables, what hoc code has defined, and at last the
inventory of what NEURON has and this does not.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from jneuron.facade import (  # noqa: F401 - the functions register themselves
    batch,
    classes,
    geometry_functions,
    headless,
    hoc_functions,
    ion_functions,
    library_files,
    math_functions,
    object_report,
    pointer_functions,
    random_functions,
    run_functions,
    section_functions,
    system_functions,
    text_functions,
)
from jneuron.facade.calls import Refusal
from jneuron.facade.current_section import current_section
from jneuron.facade.density_mechanism import density_mechanism
from jneuron.facade.functions import BoundFunction, find_function
from jneuron.facade.globals import NUMBERS
from jneuron.facade.interface import Interface
from jneuron.facade.inventory import inventory
from jneuron.facade.mechanism_names import global_reference, ion_concentration, mechanism_function
from jneuron.facade.objects import HocObject
from jneuron.facade.point_process import real
from jneuron.facade.ref import ObjectRef
from jneuron.facade.stdlib import run_library, threshold  # noqa: F401 - their functions register themselves
from jneuron.facade.unsupported import UnsupportedName
from jneuron.ir.kinds import MechanismKind
from jneuron.model.references import ColumnReference

SECTION_VARIABLES = ("L", "Ra", "nseg", "rallbranch")
RANGE_VARIABLE = "it is a range variable and may be accessed via a section or segment."
FIXED_NAMES = frozenset({"Section", "allsec", "cas", "ref", "setpointer", "same", "hname", "hocobjptr", "baseattr"})


class Top(HocObject):
    """`h`."""

    def __init__(self, session: Any) -> None:
        interface = session.interface = Interface(session)
        write = object.__setattr__
        write(self, "_session", session)
        write(self, "_interface", interface)
        write(self, "Section", interface.Section)
        hoc = session.model.tables["hoc"]
        hoc.add_columns({name: entry.default for name, entry in NUMBERS.items()})
        for name, entry in NUMBERS.items():
            hoc.edit(name)[0] = entry.default
        write(self, "_hoc", hoc)
        # NEURON's own finds every name, also those that Python would look for in __getattr__
        write(self, "__getattribute__", partial(getattr, self))

    def hname(self) -> str:
        """Returns what the top level is called."""
        return "<TopLevelHocInterpreter>"

    # ---- reading

    def __getattr__(self, name: str) -> Any:
        entry = NUMBERS.get(name)
        if entry is not None and self._is_visible(entry.since):
            value = self._hoc.column(name).item(0)
            return int(value) if entry.whole else value
        if name.startswith("__"):
            raise AttributeError(name)
        if self._session.defined_in_hoc(name):
            return self._session.interpreter.get(name)
        if name in self._interface.variables:
            return self._interface.variables.get(name)
        found = self._lasting(name)
        if found is not None:
            return self._keep(name, found)
        return self._passing(name)

    def _is_visible(self, since: str) -> bool:
        return not since or since in self._interface.loaded

    def _keep(self, name: str, value: Any) -> Any:
        object.__setattr__(self, name, value)
        return value

    def _lasting(self, name: str) -> Any:
        """Returns what a name stands for as long as the session lives, or None."""
        session = self._session
        function = find_function(name)
        if function is not None and self._is_visible(function.since):
            return BoundFunction(session, function)
        make = classes.CLASSES.get(name)
        if make is not None:
            return self._interface.hoc_class(name, lambda: make(session))
        if name in session.library and name not in ("morphology", "capacitance"):
            if session.library.kind(name) is MechanismKind.DENSITY:
                return density_mechanism(session, name)
            if session.library.kind(name) is not MechanismKind.FUNCTIONS:
                return self._interface.point_process_class(name)
        return mechanism_function(session, name)

    def _passing(self, name: str) -> Any:
        """Returns the present value of a name, or raises what NEURON raises."""
        session = self._session
        if name.startswith("_ref_"):
            return self._reference(name[5:])
        reference = global_reference(session, name)
        if reference is not None:
            return self._global_value(reference)
        ion = ion_concentration(session, name)
        if ion is not None:
            return getattr(*ion)
        if name in SECTION_VARIABLES:
            return getattr(self._accessed(), name)
        if name == "cvode" and self._is_visible("stdrun.hoc"):
            return self._keep(name, self.CVode())
        kind, since = inventory()["h"].get(name, ("", "never"))
        if kind not in ("hoc_keyword", "range_variable") and self._is_visible(since):
            return UnsupportedName(name)
        if name in ("v", "diam") or self._interface.names.find(name) is not None:
            raise TypeError(f"Cannot access {name} directly; {RANGE_VARIABLE}")
        raise self._missing(name)

    def _global_value(self, reference: ColumnReference) -> Any:
        length = reference.table.lengths.get(reference.variable, 0)
        return GlobalArray(reference, length) if length else reference.get()

    def _accessed(self) -> Any:
        try:
            return self._interface.section(current_section(self._session))
        except Refusal as refusal:
            raise TypeError(str(refusal)) from None

    def _missing(self, name: str) -> Exception:
        known = inventory()
        keyword = known["keyword_types"].get(name)
        if keyword is not None:
            return TypeError(f"Cannot access {name} (NEURON type {keyword}) directly.")
        return AttributeError(f"'hoc.HocObject' object has no attribute '{name}'")

    def _reference(self, name: str) -> Any:
        if self._session.defined_in_hoc(name):
            place = self._session.interpreter.reference(name)
            if isinstance(place, ObjectRef):
                raise TypeError(f"Hoc pointer error, {name} is not a hoc variable or range variable or strdef")
            if place is not None:
                return place
        if name in self._interface.variables:
            return self._string_reference(name)
        entry = NUMBERS.get(name)
        if entry is not None and self._is_visible(entry.since):
            return ColumnReference(self._hoc, name, 0)
        reference = global_reference(self._session, name)
        if reference is None:
            raise AttributeError(f"'hoc.HocObject' object has no attribute '_ref_{name}'")
        return reference

    def _string_reference(self, name: str) -> Any:
        reference = self._interface.variables.reference(name)
        if reference is None:
            raise TypeError(f"Hoc pointer error, {name} is not a hoc variable or range variable or strdef")
        return reference

    # ---- writing

    def __setattr__(self, name: str, value: Any) -> None:
        entry = NUMBERS.get(name)
        if entry is not None and self._is_visible(entry.since):
            if entry.whole and not hasattr(type(value), "__index__"):
                raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
            self._hoc.edit(name)[0] = value if type(value) is float else real(value, entry.unit)
            return
        if name in self._interface.variables:
            self._interface.variables.set(name, value)
            return
        if self._session.defined_in_hoc(name):
            self._session.interpreter.set(name, value)
            return
        reference = global_reference(self._session, name)
        if reference is not None:
            reference.set(real(value, ""))
            return
        ion = ion_concentration(self._session, name)
        if ion is not None:
            setattr(*ion, real(value, "mM"))
        elif name in SECTION_VARIABLES:
            setattr(self._accessed(), name, value)
        else:
            raise self._not_assignable(name)

    def _not_assignable(self, name: str) -> Exception:
        if name not in FIXED_NAMES and (name in self.__dict__ or self._lasting(name) is not None):
            return TypeError("not assignable")
        if name in ("v", "diam") or self._interface.names.find(name) is not None:
            return TypeError("not assignable")
        return LookupError(f"'{name}' is not a defined hoc variable name.")

    # ---- the rest

    def __call__(self, statement: str) -> Any:
        if not isinstance(statement, str):
            raise TypeError("string expected")
        return self._session.interpreter.execute(statement)

    def __dir__(self) -> list[str]:
        known = inventory()["h"]
        names = {name for name, (_, since) in known.items() if self._is_visible(since)}
        return sorted(names | set(self._session.library))


class GlobalArray:
    """A global array of a mechanism."""

    __slots__ = ("_length", "_reference")

    def __init__(self, reference: ColumnReference, length: int) -> None:
        self._reference, self._length = reference, length

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, index: Any) -> float:
        return self._reference.offset(int(index)).get()

    def __setitem__(self, index: Any, value: Any) -> None:
        self._reference.offset(int(index)).set(real(value, ""))
