"""Mechanisms that are cable or ion bookkeeping: their variables, without kernels; the engine computes them itself."""

from __future__ import annotations

from jneuron.ir.mechanism_type import GlobalVariable, MechanismKind, MechanismType, Variable, VariableKind

_PARAMETER, _ASSIGNED, _STATE = VariableKind.PARAMETER, VariableKind.ASSIGNED, VariableKind.STATE

MORPHOLOGY = MechanismType("morphology", MechanismKind.DENSITY, (Variable("diam", _PARAMETER, 500.0, "um"),))

CAPACITANCE = MechanismType(
    "capacitance",
    MechanismKind.DENSITY,
    (Variable("cm", _PARAMETER, 1.0, "uF/cm2"), Variable("i_cap", _ASSIGNED, 0.0, "mA/cm2")),
)

EXTRACELLULAR = MechanismType(
    "extracellular",
    MechanismKind.DENSITY,
    (
        Variable("xraxial", _PARAMETER, 1e9, "MOhm/cm", length=2),
        Variable("xg", _PARAMETER, 1e9, "S/cm2", length=2),
        Variable("xc", _PARAMETER, 0.0, "uF/cm2", length=2),
        Variable("e_extracellular", _PARAMETER, 0.0, "mV"),
        Variable("i_membrane", _ASSIGNED, 0.0, "mA/cm2"),
        Variable("sav_g", _ASSIGNED),
        Variable("sav_rhs", _ASSIGNED),
        Variable("vext", _STATE, 0.0, "mV", length=2),
    ),
)

NATIVE = {mechanism.name: mechanism for mechanism in (MORPHOLOGY, CAPACITANCE, EXTRACELLULAR)}

# concentrations at the start [mM], NEURON's defaults
_INNER, _OUTER = {"na": 10.0, "k": 54.4, "ca": 5e-5}, {"na": 140.0, "k": 2.5, "ca": 2.0}


def ion_type(ion: str) -> MechanismType:
    """Returns the mechanism that keeps the variables of an ion.

    Variables are in NEURON's order: reversal potential, concentrations inside and outside, current, di/dv.
    """
    inner, outer = _INNER.get(ion, 1.0), _OUTER.get(ion, 1.0)
    name = f"{ion}_ion"
    return MechanismType(
        name,
        MechanismKind.DENSITY,
        (
            Variable(f"e{ion}", _PARAMETER, 0.0, "mV"),
            Variable(f"{ion}i", _PARAMETER, inner, "mM"),
            Variable(f"{ion}o", _PARAMETER, outer, "mM"),
            Variable(f"i{ion}", _ASSIGNED, 0.0, "mA/cm2"),
            Variable(f"di{ion}_dv_", _ASSIGNED, 0.0, "S/cm2"),
        ),
        (GlobalVariable(f"{ion}i0", inner, "mM"), GlobalVariable(f"{ion}o0", outer, "mM")),
    )
