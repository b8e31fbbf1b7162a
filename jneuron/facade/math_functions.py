"""hoc's mathematical functions: `h.sqrt(2)`, and `"sqrt"` for `Vector.apply`.

When NEURON refuses one of them it does not show the call, so these raise at once.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable
from typing import Any

from jneuron.facade.calls import Arguments, Refusal, fail
from jneuron.facade.functions import FUNCTIONS, Function, function
from jneuron.facade.implements import implements

LARGEST_EXPONENT = 700.0
EPSILON = 1e-11
"""What `float_epsilon` is where the user leaves it alone."""


def _exp(x: float) -> float:
    if x > LARGEST_EXPONENT:
        _warn("exp result out of range")
        return math.exp(LARGEST_EXPONENT)
    return math.exp(x)


def _sqrt(x: float) -> float:
    if x < 0:
        fail("sqrt argument out of domain")
    return math.sqrt(x)


def _logarithm(name: str, of: Callable[[float], float]) -> Callable[[float], float]:
    def logarithm(x: float) -> float:
        if x < 0:
            fail(f"{name} argument out of domain")
        if x == 0:
            _warn(f"{name} result out of range")
            return -math.inf
        return of(x)

    return logarithm


def whole_number(x: float, epsilon: float) -> float:
    """Returns the whole number on the way to 0; what is short of a larger one by no more than `epsilon` is that one."""
    x = x + epsilon if x >= 0 else x - epsilon
    # what a conversion to a 64-bit integer gives out of its range
    return float(int(x)) if abs(x) < 2.0**63 else -(2.0**63)


def _int(x: float) -> float:
    return whole_number(x, EPSILON)


def _warn(message: str) -> None:
    sys.stderr.write(f"NEURON: {message}\n near line 0\n ^\n")


OF_ONE: dict[str, Callable[[float], float]] = {
    "abs": abs,
    "atan": math.atan,
    "cos": math.cos,
    "erf": math.erf,
    "erfc": math.erfc,
    "exp": _exp,
    "int": _int,
    "log": _logarithm("log", math.log),
    "log10": _logarithm("log10", math.log10),
    "sin": math.sin,
    "sqrt": _sqrt,
    "tanh": math.tanh,
}


def _of_one(name: str, of: Callable[[float], float]) -> Callable[[Any, Arguments], float]:
    def call(session: Any, given: Arguments) -> float:
        if len(given.values) != 1:
            fail(f"must be one argument for {name}")
        try:
            x = given.number(0)
        except Refusal as refusal:
            fail(str(refusal))
        return whole_number(x, session.hoc("float_epsilon")) if name == "int" else of(x)

    call.__doc__ = f"Returns {name}(x)."
    return call


for _name, _of in OF_ONE.items():
    FUNCTIONS[_name] = Function(_name, implements(_name)(_of_one(_name, _of)))


@function("atan2")
def atan2(session: Any, given: Arguments) -> float:
    """`atan2(y, x)`: returns the angle of a point."""
    return math.atan2(given.number(0), given.number(1))
