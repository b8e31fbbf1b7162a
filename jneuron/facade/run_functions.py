"""The functions that run a simulation: NEURON's kernel and its standard run library."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jneuron.facade.calls import Arguments
from jneuron.facade.functions import FUNCTIONS, Function, function
from jneuron.facade.globals import NUMBERS
from jneuron.facade.implements import implements

STDRUN = "stdrun.hoc"


@function("finitialize")
def finitialize(session: Any, given: Arguments) -> float:
    """Initialises everything at t = 0, with all voltages at the given value [mV]."""
    session.finitialize(given.number(0, unit="mV") if given.has(0) else None)
    return 1.0


@function("fadvance")
def fadvance(session: Any, given: Arguments) -> float:
    """Makes one step."""
    session.fadvance()
    return 1.0


@function("fcurrent")
def fcurrent(session: Any, given: Arguments) -> float:
    """Works out all currents, with states and voltages as they are."""
    session.fcurrent()
    return 1.0


@function("initnrn")
def initnrn(session: Any, given: Arguments) -> float:
    """Puts t, dt, celsius, secondorder and clamp_resist back to what they are at the start."""
    for name in ("t", "dt", "celsius", "secondorder", "clamp_resist"):
        session.set_hoc(name, NUMBERS[name].default)
    return 1.0


@function("frecord_init")
def frecord_init(session: Any, given: Arguments) -> float:
    """Starts all recordings anew."""
    session.frecord_init()
    return 0.0


@function("continuerun", STDRUN)
def continuerun(session: Any, given: Arguments) -> float:
    """Runs until t reaches the given time [ms]."""
    session.continuerun(given.number(0, unit="ms"))
    return 0.0


def _procedure(name: str) -> Callable[[Any, Arguments], float]:
    def call(session: Any, given: Arguments) -> float:
        session.runner.call(name)
        return 0.0

    call.__doc__ = f"See `Runner.{name}`."
    return call


for _name in ("run", "init", "stdinit", "setdt", "step", "steprun"):
    FUNCTIONS[_name] = Function(_name, implements(_name)(_procedure(_name)), STDRUN)
FUNCTIONS["advance"] = Function("advance", implements("advance")(_procedure("advance_once")), STDRUN)
