"""The units that .mod files name: values of physical constants and conversion factors, as NEURON's own table has them.

Source: values of the 2019 SI (NIST), which NEURON 9 uses. A unit is a factor and a power of each base unit. Text such as
`1+8 um5/ms` means 10^8 um^5 per ms; after a `/`, every further unit divides; `-` and blanks multiply.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass

_BASES = ("m", "kg", "sec", "coul", "candela", "K")
_PREFIXES = {
    "yotta": 1e24, "zetta": 1e21, "exa": 1e18, "peta": 1e15, "tera": 1e12, "giga": 1e9, "mega": 1e6, "myria": 1e4,
    "kilo": 1e3, "hecto": 1e2, "deka": 1e1, "deci": 1e-1, "centi": 1e-2, "milli": 1e-3, "micro": 1e-6, "nano": 1e-9,
    "pico": 1e-12, "femto": 1e-15, "atto": 1e-18,
}  # fmt: skip
"""What may stand before a unit; the short ones stand before none, but for a few whole names such as mm and ms."""
_DERIVED = {
    "pi": "3.14159265358979323846", "c": "2.99792458+8 m/sec", "g": "9.80665 m/sec2", "mole": "6.02214076+23",
    "e": "1.602176634-19 coul", "radian": ".5 / pi", "degree": "1", "second": "sec", "s": "sec", "minute": "60 sec",
    "min": "minute", "hour": "60 min", "hr": "hour", "day": "24 hr", "ms": "millisec", "us": "microsec", "ns": "nanosec",
    "gram": "millikg", "gm": "gram", "mg": "milligram", "meter": "m", "cm": "centimeter", "mm": "millimeter",
    "km": "kilometer", "nm": "nanometer", "micron": "micrometer", "angstrom": "decinanometer",
    "cc": "cm3", "liter": "kilocc", "ml": "milliliter", "newton": "kg-m/sec2", "nt": "newton", "N": "newton",
    "joule": "nt-m", "cal": "4.1868 joule", "coulomb": "coul", "C": "coul", "ampere": "coul/sec", "amp": "ampere",
    "watt": "joule/sec", "volt": "watt/amp", "ohm": "volt/amp", "megohm": "megaohm", "mho": "/ohm", "farad": "coul/volt",
    "henry": "sec2/farad", "weber": "volt-sec", "siemens": "/ohm", "faraday": "e-mole", "hertz": "/sec", "Hz": "hertz",
    "hz": "hertz", "boltzmann": "1.380649-23 joule/K", "k": "boltzmann", "gasconstant": "k-mole", "R": "gasconstant",
    "degC": "K", "kelvin": "K", "dalton": "1.66044-27 kg", "atm": "1.01325+5 nt/m2", "%": "1|100", "percent": "%",
    "electronvolt": "e-volt", "ev": "e-volt", "planck": "6.62607015-34 joule-sec", "hbar": "planck/radian",
    "avogadro": "mole", "pascal": "nt/m2", "erg": "cm2-gm/sec2", "dyne": "cm-gm/sec2", "year": "365.24219879 day",
    "V": "volt", "eV": "electronvolt", "tesla": "weber/m2", "gauss": "1-4 weber/m2", "maxwell": "1-8 weber",
    "inch": "2.54 cm", "in": "inch", "foot": "12 in", "feet": "foot", "ft": "foot", "lb": ".45359237 kg", "pound": "lb",
    "bar": "1+5 nt/m2", "torr": "1.33322+2 nt/m2", "kilohm": "kiloohm", "kcal": "kilocal",
    "poise": "gm/cm-sec", "rad": "100 erg/gm", "steradian": "radian2", "sr": "steradian",
    "turn": "2 pi-radian", "revolution": "turn", "circle": "turn", "week": "7 day", "curie": "3.7+10 /sec",
    "amu": "1.66044-27 kg",
}  # fmt: skip
_LONGEST_FIRST = sorted(_PREFIXES, key=len, reverse=True)
_FACTOR = re.compile(r"([A-Za-z%$]+)(\d*)$")
_NUMBER = re.compile(r"(\d+\.?\d*|\.\d+)(?:([+-]\d+)|[eE]([+-]?\d+))?(?:\|(\d+\.?\d*))?")


class UnknownUnitError(ValueError):
    """A unit that is not in the table."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A factor and the powers of m, kg, sec, coul, candela and K."""

    factor: float
    powers: tuple[int, ...] = (0,) * len(_BASES)

    def times(self, other: Unit, power: int = 1) -> Unit:
        """Returns this unit times a power of the other."""
        factor = self.factor * other.factor**power if power > 0 else self.factor / other.factor**-power
        return Unit(factor, tuple(a + power * b for a, b in zip(self.powers, other.powers)))


class UnitTable:
    """The units known in one .mod file: NEURON's own and those of its UNITS block."""

    def __init__(self) -> None:
        self._definitions: dict[str, str] = {}
        self._known: dict[str, Unit] = {}

    def define(self, name: str, text: str) -> None:
        """Adds a unit, as `(mA) = (milliamp)` does."""
        if name != text:
            self._definitions[name] = text

    def parse(self, text: str) -> Unit:
        """Returns the unit that a text means.

        Raises:
            UnknownUnitError: It names a unit that nobody defined.
        """
        return self._parse(text, ())

    def _parse(self, text: str, pending: tuple[str, ...]) -> Unit:
        unit, sign = Unit(1.0), 1
        for part in re.split(r"(\s+|/)", _spread(text)):
            if part == "/":
                sign = -1
            elif part.strip():
                unit = unit.times(self._part(part.strip(), pending), sign)
        return unit

    def _part(self, part: str, pending: tuple[str, ...]) -> Unit:
        number = _NUMBER.fullmatch(part)
        if number:
            mantissa, exponent, other_exponent, divisor = number.groups()
            value = float(f"{mantissa}e{exponent or other_exponent or 0}")
            return Unit(value / float(divisor) if divisor else value)
        factor = _FACTOR.fullmatch(part)
        if not factor:
            raise UnknownUnitError(part)
        name, power = factor.groups()
        base = self._resolve(name, pending) if pending else self._named(name)
        return Unit(1.0).times(base, int(power or 1))

    def _named(self, name: str) -> Unit:
        if name not in self._known:
            self._known[name] = self._resolve(name, ())
        return self._known[name]

    def _resolve(self, name: str, pending: tuple[str, ...]) -> Unit:
        """Returns a unit by name, else by prefix, else in the plural; a unit defined by itself is unknown."""
        if name in _BASES and name not in self._definitions:
            return Unit(1.0, tuple(int(base == name) for base in _BASES))
        text = self._definitions.get(name) or _DERIVED.get(name)
        if text and name not in pending:
            return self._parse(text, (*pending, name))
        for prefix in _LONGEST_FIRST:
            if name.startswith(prefix) and name != prefix:
                with suppress(UnknownUnitError):
                    return Unit(_PREFIXES[prefix]).times(self._resolve(name[len(prefix) :], pending))
        if name in _PREFIXES and len(name) > len("da"):
            # a prefix in full stands alone too, as in milli/liter
            return Unit(_PREFIXES[name])
        if name.endswith("s") and len(name) > 1:
            return self._resolve(name[:-1], pending)
        raise UnknownUnitError(name)


def _spread(text: str) -> str:
    """Puts blanks where `-` multiplies, and leaves it where it is the sign of an exponent."""
    return re.sub(r"(?<![\d.+])-|-(?![\d])|(?<=[A-Za-z]\d)-", " ", text.replace("*", " "))
