"""Ions: names, valences, initial concentrations, and the rule by which a mechanism's use of an ion sets its style.

Each ion is a mechanism `<name>_ion` with one instance a node: `e<name> [mV]`, `<name>i`, `<name>o [mM]`, `i<name> [mA/cm2]`,
`di<name>_dv_ [S/cm2]`. The column `style` says where each variable comes from, in NEURON's packing (`combine_style`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from jneuron.base.errors import HocError
from jneuron.ir.kinds import VariableKind

if TYPE_CHECKING:
    from jneuron.ir.mechanism_type import IonUse

ION_VARIABLES = (
    ("e{}", "mV", VariableKind.PARAMETER),
    ("{}i", "mM", VariableKind.PARAMETER),
    ("{}o", "mM", VariableKind.PARAMETER),
    ("i{}", "mA/cm2", VariableKind.ASSIGNED),
    ("di{}_dv_", "S/cm2", VariableKind.ASSIGNED),
)
"""An ion's variables in NEURON's order: name, unit, kind."""

INITIAL_CONCENTRATION = 4
"""Flag of a style: concentrations start from the global values at finitialize."""
INITIAL_POTENTIAL = 32
"""Flag of a style: the reversal potential is worked out from the concentrations at finitialize."""
FOLLOWING_POTENTIAL = 64
"""Flag of a style: the reversal potential is worked out from the concentrations at every step."""
INNER_WRITTEN, OUTER_WRITTEN = 128, 256
"""Flags of a style: a mechanism writes the concentration inside, outside."""

DEFAULT_CONCENTRATIONS = {"na": (10.0, 140.0), "k": (54.4, 2.5), "ca": (5e-5, 2.0)}
DEFAULT_POTENTIALS = {"na": 50.0, "k": -77.0, "ca": 132.4579341637009}


@dataclass(slots=True)
class Ion:
    """One ion.

    Attributes:
        valence: Charge number; None until something declares it.
        inner, outer: `<name>i0_<name>_ion`, `<name>o0_<name>_ion`: initial concentrations [mM].
    """

    name: str
    valence: float | None
    inner: float
    outer: float

    @property
    def mechanism(self) -> str:
        """The name of its mechanism."""
        return f"{self.name}_ion"

    def defaults(self) -> dict[str, float]:
        """Returns a new instance's values."""
        return {
            f"e{self.name}": DEFAULT_POTENTIALS.get(self.name, 0.0),
            f"{self.name}i": self.inner,
            f"{self.name}o": self.outer,
            f"i{self.name}": 0.0,
            f"di{self.name}_dv_": 0.0,
            "style": 0.0,
        }


class IonRegistry:
    """The ions of one simulator."""

    def __init__(self) -> None:
        self._ions: dict[str, Ion] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._ions

    def __getitem__(self, name: str) -> Ion:
        return self._ions[name]

    def names(self) -> tuple[str, ...]:
        """Returns the ions in order of registration."""
        return tuple(self._ions)

    def by_mechanism(self, mechanism: str) -> Ion:
        """Returns the ion of a mechanism name `<name>_ion`."""
        return self._ions[mechanism.removesuffix("_ion")]

    def register(self, name: str, valence: float | None) -> Ion:
        """Returns the ion, made at the first mention; a valence that contradicts an earlier one is refused."""
        ion = self._ions.get(name)
        if ion is None:
            known = {"na": 1.0, "k": 1.0, "ca": 2.0}.get(name)
            inner, outer = DEFAULT_CONCENTRATIONS.get(name, (1.0, 1.0))
            ion = self._ions[name] = Ion(name, known if known is not None else valence, inner, outer)
        elif valence is not None:
            if ion.valence is None:
                ion.valence = valence
            elif ion.valence != valence:
                raise HocError(f"{ion.mechanism} already defined with charge {ion.valence:g}, not {valence:g}")
        return ion

    @staticmethod
    @cache
    def combine_style(style: int, use: IonUse) -> int:
        """Returns the style after one more mechanism uses the ion at that place.

        A style is NEURON's number: concentration (0 unused, 1 parameter, 2 assigned, 3 state) + INITIAL_CONCENTRATION
        + 8 * potential (likewise) + INITIAL_POTENTIAL + FOLLOWING_POTENTIAL + INNER_WRITTEN + OUTER_WRITTEN.
        """
        inner, outer = f"{use.name}i", f"{use.name}o"
        written = (INNER_WRITTEN if inner in use.writes else 0) | (OUTER_WRITTEN if outer in use.writes else 0)
        concentration = 3 if written else 1 if {inner, outer} & set(use.reads) else 0
        potential = 3 if f"e{use.name}" in use.writes else 1 if f"e{use.name}" in use.reads else 0
        if not concentration and not potential:
            return style
        concentration = max(style & 3, concentration)
        potential = max(style >> 3 & 3, potential)

        # where there is a concentration, the potential follows from it unless a mechanism sets it
        if concentration and potential < 2:
            potential = 2
        flags = (style & (INNER_WRITTEN | OUTER_WRITTEN)) | written
        if concentration == 3:
            flags |= INITIAL_CONCENTRATION
        if concentration and potential == 2:
            flags |= INITIAL_POTENTIAL | (FOLLOWING_POTENTIAL if concentration == 3 else 0)
        return concentration + 8 * potential + flags
