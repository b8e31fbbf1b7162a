"""Numbers with units, where a plain number stands otherwise.

A brainunit quantity is accepted wherever NEURON takes a number, and converted to NEURON's unit. It is recognised by its
class, so that nobody who doesn't use brainunit has to import it.
"""

from __future__ import annotations

from functools import cache
from typing import Any

QUANTITY_PACKAGES = ("brainunit", "saiunit")

# NEURON's spellings of units, by the names of brainunit's units that make them up
_FACTORS = {
    "mV": "mV",
    "ms": "ms",
    "um": "um",
    "um2": "um**2",
    "um3": "um**3",
    "uF/cm2": "uF/cm**2",
    "S/cm2": "siemens/cm**2",
    "mho/cm2": "siemens/cm**2",
    "mS/cm2": "msiemens/cm**2",
    "mA/cm2": "mA/cm**2",
    "nA": "nA",
    "mA": "mA",
    "uS": "usiemens",
    "umho": "usiemens",
    "nS": "nsiemens",
    "mM": "mmolar",
    "Mohm": "Mohm",
    "megohm": "Mohm",
    "ohm-cm": "ohm*cm",
    "ohm cm": "ohm*cm",
    "/ms": "1/ms",
    "1/ms": "1/ms",
    "/mV": "1/mV",
    "Hz": "hertz",
    "degC": "celsius",
}


def is_quantity(value: Any) -> bool:
    """Tells whether `value` carries a unit."""
    return type(value).__module__.partition(".")[0] in QUANTITY_PACKAGES


def is_number(value: Any) -> bool:
    """Tells whether `value` can stand for a number: anything with `__float__` or `__index__`, and no text."""
    kind = type(value)
    return kind is float or kind is int or hasattr(kind, "__float__") or hasattr(kind, "__index__")


def number(value: Any, unit: str = "") -> float:
    """Returns `value` in NEURON's `unit`.

    Raises:
        TypeError: for what is no number, and for a quantity of another dimension (both units are named).
    """
    if isinstance(value, float | int):
        return float(value)
    if is_quantity(value):
        return _convert(value, unit)
    if not is_number(value):
        raise TypeError(f"must be real number, not {type_name(value)}")
    return float(value)


def type_name(value: Any) -> str:
    """Returns the name that NEURON's messages give to the class of `value`."""
    kind = type(value)
    return f"{kind.__module__}.{kind.__name__}" if kind.__module__ in ("hoc", "nrn") else kind.__name__


def _convert(quantity: Any, unit: str) -> float:
    if unit == "degC":
        return _celsius(quantity)
    target = _brainunit(unit)
    given = quantity.unit
    if not given.has_same_dim(target):
        shown = unit or "a number without unit"
        raise TypeError(f"expected {shown}, got {quantity}: {given} can't be converted to {unit or '1'}")
    return float(quantity.to_decimal(target))


def _celsius(quantity: Any) -> float:
    import brainunit

    if not quantity.unit.has_same_dim(brainunit.kelvin):
        raise TypeError(f"expected degC, got {quantity}: {quantity.unit} can't be converted to degC")
    return float(quantity.to_decimal(brainunit.kelvin)) - 273.15


@cache
def _brainunit(unit: str) -> Any:
    import brainunit

    if unit in ("", "1"):
        return brainunit.UNITLESS
    expression = _FACTORS.get(unit)
    if expression is None:
        raise TypeError(f"expected a plain number in {unit}: quantities can't be converted to this unit")
    return _evaluate(expression, vars(brainunit))


def _evaluate(expression: str, units: dict[str, Any]) -> Any:
    # products and quotients of powers, all in this module's own table
    numerator, _, denominator = expression.partition("/")
    result = units["UNITLESS"]
    for factor in numerator.split("*") if "**" not in numerator else [numerator]:
        result = result if factor == "1" else result * _power(factor, units)
    return result / _power(denominator, units) if denominator else result


def _power(factor: str, units: dict[str, Any]) -> Any:
    name, _, exponent = factor.partition("**")
    return units[name] ** int(exponent) if exponent else units[name]
