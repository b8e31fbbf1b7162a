"""Reversal potentials that follow concentrations, and where ion variables start.

    e = (R T / z F) ln(outside / inside)     [mV], T = celsius + 273.15

with NEURON's limits: -1e6 without concentration outside, +1e6 without one inside.
"""

from __future__ import annotations

from typing import Any

from jneuron.base.constants import FARADAY, GAS_CONSTANT
from jneuron.engine.frame import Frame

Array = Any


def nernst(xp: Any, inside: Array, outside: Array, valence: float, celsius: Array) -> Array:
    """Returns the equilibrium potential [mV] for concentrations [mM]."""
    thermal = 1e3 * GAS_CONSTANT * (celsius + 273.15) / FARADAY / valence
    safe_in, safe_out = xp.where(inside <= 0.0, 1.0, inside), xp.where(outside <= 0.0, 1.0, outside)
    potential = thermal * xp.log(safe_out / safe_in)
    return xp.where(inside <= 0.0, 1e6, xp.where(outside <= 0.0, -1e6, potential))


def advance_potentials(frame: Frame) -> None:
    """Lets reversal potentials follow the concentrations where the ion's style asks for it every step."""
    for k, spec in enumerate(frame.program.ions):
        if spec.nernst:
            _set_potential(frame, k, frame.params.ions[k]["@advance"])


def _set_potential(frame: Frame, k: int, where: Array) -> None:
    spec, params, xp = frame.program.ions[k], frame.params.ions[k], frame.xp
    values = {**params, **frame.ions[k]}
    inside, outside = values[f"{spec.name}i"], values[f"{spec.name}o"]
    potential = nernst(xp, inside, outside, params["@valence"], frame.params.hoc["celsius"])
    name = f"e{spec.name}"
    frame.ions[k][name] = xp.where(where, potential, values[name])


def initialise_ions(frame: Frame) -> None:
    """Sets concentrations from the globals, and potentials, where the ion's style asks for it at finitialize."""
    xp = frame.xp
    for k, spec in enumerate(frame.program.ions):
        params = frame.params.ions[k]
        values = {**params, **frame.ions[k]}
        for side in ("i", "o"):
            name = f"{spec.name}{side}"
            frame.ions[k][name] = xp.where(params["@from_globals"], params[f"@{name}0"], values[name])
        _set_potential(frame, k, params["@initial"])
