"""Range variables: which column a name such as `gnabar_hh` or `ena` stands for, and how values get there.

`Names` resolves a range variable's name once a session; a variable of a density mechanism carries the mechanism's name as
suffix, an ion's variables do not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from jneuron.base.errors import UnsupportedError
from jneuron.ir.kinds import MechanismKind, VariableKind
from jneuron.model.ions import ION_VARIABLES

if TYPE_CHECKING:
    from jneuron.ir.mechanism_type import MechanismType

CABLE_MECHANISMS = ("morphology", "capacitance")
EXTRACELLULAR_NAMES = frozenset({"vext", "i_membrane", "xraxial", "xg", "xc", "e_extracellular"})


class RangeVariable(NamedTuple):
    """One range variable.

    Attributes:
        name: As the user writes it.
        mechanism: The mechanism, which is also the name of its table.
        column: Its column in the table.
        length: Number of elements of an array; 0 for a scalar.
        unit: NEURON's unit.
        kind: What it is in the mechanism.
    """

    name: str
    mechanism: str
    column: str
    length: int = 0
    unit: str = ""
    kind: VariableKind = VariableKind.ASSIGNED


class Names:
    """The names of range variables and density mechanisms in one session."""

    def __init__(self, session: Any) -> None:
        self._session = session
        self.variables: dict[str, RangeVariable] = {
            "cm": RangeVariable("cm", "capacitance", "cm", 0, "uF/cm2", VariableKind.PARAMETER),
            "i_cap": RangeVariable("i_cap", "capacitance", "i_cap", 0, "mA/cm2"),
        }
        self._of_mechanism: dict[str, dict[str, RangeVariable]] = {
            "morphology": {"diam": RangeVariable("diam", "morphology", "diam", 0, "um", VariableKind.PARAMETER)},
            "capacitance": dict(self.variables),
        }

    def find(self, name: str) -> RangeVariable | None:
        """Returns the range variable of that name, or None."""
        found = self.variables.get(name)
        if found is not None:
            return found

        # an ion's variable carries no suffix
        for mechanism in self._session.library:
            if mechanism.endswith("_ion") and mechanism[:-4] in name:
                self.of_mechanism(mechanism)
        if name in self.variables:
            return self.variables[name]

        # gbar_my_channel: the suffix may hold underscores itself
        library = self._session.library
        position = name.find("_", 1)
        while position > 0:
            suffix = name[position + 1 :]
            if suffix in library and library.kind(suffix) is MechanismKind.DENSITY:
                self.of_mechanism(suffix)
                if name in self.variables:
                    return self.variables[name]
            position = name.find("_", position + 1)
        if name in EXTRACELLULAR_NAMES:
            raise UnsupportedError(name, "the mechanism extracellular is not there yet.")
        return None

    def is_density(self, name: str) -> bool:
        """Tells whether `name` is a density mechanism or an ion."""
        if name in CABLE_MECHANISMS or self.is_ion(name):
            return True
        library = self._session.library
        return name in library and library.kind(name) is MechanismKind.DENSITY

    def is_ion(self, name: str) -> bool:
        """Tells whether `name` is an ion's mechanism, such as `na_ion`."""
        return name.endswith("_ion") and name in self._session.library

    def of_mechanism(self, mechanism: str) -> dict[str, RangeVariable]:
        """Returns the variables of a density mechanism by their name in it (without suffix), in NEURON's order."""
        known = self._of_mechanism.get(mechanism)
        if known is None:
            known = self._ion(mechanism) if self.is_ion(mechanism) else density_variables(self._session.library.get(mechanism))
            self._of_mechanism[mechanism] = known
            self.variables.update({variable.name: variable for variable in known.values()})
        return known

    def _ion(self, mechanism: str) -> dict[str, RangeVariable]:
        ion = mechanism.removesuffix("_ion")
        return {
            pattern.format(ion): RangeVariable(pattern.format(ion), mechanism, pattern.format(ion), 0, unit, kind)
            for pattern, unit, kind in ION_VARIABLES
        }


def density_variables(type_: MechanismType) -> dict[str, RangeVariable]:
    """Returns the visible variables of a density mechanism by their name without suffix."""
    order = (VariableKind.PARAMETER, VariableKind.ASSIGNED, VariableKind.STATE, VariableKind.POINTER, VariableKind.RANDOM)
    return {
        variable.name: RangeVariable(
            f"{variable.name}_{type_.name}", type_.name, variable.name, variable.length, variable.unit, variable.kind
        )
        for kind in order
        for variable in type_.variables
        if variable.kind is kind and variable.visible
    }
