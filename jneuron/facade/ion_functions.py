"""The functions of the top level about ions: ion_style, ion_register, ion_charge, nernst, ghk."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from jneuron.base.constants import FARADAY, GAS_CONSTANT
from jneuron.facade.calls import Arguments, Refusal
from jneuron.facade.current_section import current_section
from jneuron.facade.functions import function
from jneuron.model.ions import Ion


def _ion(session: Any, name: str, message: str) -> Ion:
    if not session.interface.names.is_ion(name):
        raise Refusal(message)
    return session.interface.ion(name)  # type: ignore[no-any-return]


@function("ion_style")
def ion_style(session: Any, given: Arguments) -> float:
    """Returns the style of an ion in the currently accessed section, -1 where it is absent; sets it where five numbers follow.

    `ion_style(ion, concentration, potential, einit, eadvance, cinit)`; see `IonRegistry.combine_style`.
    """
    name = given.string(0)
    _ion(session, name, f"{name}  is not an ion")
    section = current_section(session)
    start = section.mechanisms.get(name)
    if start is None:
        return -1.0
    style = session.model.tables[name].edit("style")
    before = float(style[start + section.slot(0.5) - 1])
    if given.has(1):
        concentration, potential, initial, advance, from_globals = (int(given.number(i)) for i in range(1, 6))
        style[start : start + section.nseg] = concentration + 4 * from_globals + 8 * potential + 32 * initial + 64 * advance
    return before


@function("ion_register")
def ion_register(session: Any, given: Arguments) -> float:
    """Makes an ion known by name and charge; returns the number of its mechanism."""
    name, charge = given.string(0), given.number(1)
    if session.interface.names.is_ion(f"{name}_ion"):
        known = session.interface.ion(f"{name}_ion").valence
        if known is not None and known != charge:
            raise Refusal(f"{name}_ion already defined with charge {known:g}, cannot redefine with charge {charge:g}")
    session.library.add_ion(name)
    session.model.add_ion(name, charge)
    return float(list(session.library).index(f"{name}_ion") + 2)


@function("ion_charge")
def ion_charge(session: Any, given: Arguments) -> float:
    """Returns an ion's charge."""
    name = given.string(0)
    return float(_ion(session, name, f"{name} is not an ion mechanism").valence or 0.0)


@function("nernst")
def nernst(session: Any, given: Arguments) -> float:
    """Returns a reversal potential [mV] for concentrations inside and outside [mM] and a charge.

    `nernst("ena")`, `nernst("nai")`, `nernst("nao")` with an optional x: the value that fits the other two in the section.
    """
    thermal = 1e3 * GAS_CONSTANT * (session.hoc("celsius") + 273.15) / FARADAY
    if not given.is_string(0):
        inner, outer, charge = (given.number(i) for i in range(3))
        return _nernst(inner, outer, charge, thermal)
    return _from_section(session, given, thermal)


def _nernst(inner: float, outer: float, charge: float, thermal: float) -> float:
    if charge == 0.0:
        return 0.0
    if inner <= 0.0:
        return 1e6
    if outer <= 0.0:
        return -1e6
    return thermal / charge * math.log(outer / inner)


def _from_section(session: Any, given: Arguments, thermal: float) -> float:
    name = given.string(0)
    section = current_section(session)
    slot = section.slot(given.checked(1, 0.0, 1.0, 0.5))
    for ion in (session.model.ions[each] for each in session.model.ions.names()):
        if name not in (f"e{ion.name}", f"{ion.name}i", f"{ion.name}o") or ion.mechanism not in section.mechanisms:
            continue
        row = section.mechanisms[ion.mechanism] + min(max(slot, 1), section.nseg) - 1
        table = session.model.tables[ion.mechanism]
        potential, inner, outer = (float(table.column(v)[row]) for v in (f"e{ion.name}", f"{ion.name}i", f"{ion.name}o"))
        charge = ion.valence or 0.0
        if name == f"e{ion.name}":
            return _nernst(inner, outer, charge, thermal)
        ratio = float(np.exp(potential * charge / thermal))
        return outer / ratio if name == f"{ion.name}i" else inner * ratio
    raise Refusal(f"{name} not a variable of an ion in the section")


@function("ghk")
def ghk(session: Any, given: Arguments) -> float:
    """Returns the current per permeability by Goldman, Hodgkin and Katz for v [mV], concentrations [mM] and a charge."""
    voltage, inner, outer, charge = (given.number(i) for i in range(4))
    if charge == 0.0:
        return 0.0
    thermal = 1e3 * GAS_CONSTANT * (session.hoc("celsius") + 273.15) / FARADAY
    exponent = charge * voltage / thermal
    return 1e-3 * charge * FARADAY * (inner * _efun(-exponent) - outer * _efun(exponent))


def _efun(x: float) -> float:
    # x / (exp(x) - 1)
    return 1.0 - x / 2.0 if abs(x) < 1e-4 else x / (math.exp(x) - 1.0)
