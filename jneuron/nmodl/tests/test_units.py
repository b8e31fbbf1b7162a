"""Constants and factors of units."""

from __future__ import annotations

import pytest

from jneuron.nmodl.units import UnitTable, UnknownUnitError


def ratio(table: UnitTable, unit: str, other: str) -> float:
    return table.parse(unit).factor / table.parse(other).factor


@pytest.mark.parametrize(
    ("unit", "other", "bits"),
    [
        ("faraday", "coulomb", "0x1.78e555060882cp+16"),
        ("k-mole", "joule/degC", "0x1.0a1013e8990bep+3"),
        ("pi", "1", "0x1.921fb54442d18p+1"),
    ],
)
def test_constants_are_neurons_to_the_bit(unit: str, other: str, bits: str) -> None:
    assert ratio(UnitTable(), unit, other) == float.fromhex(bits)


def test_units_of_the_file_take_prefixes() -> None:
    table = UnitTable()
    table.define("molar", "1/liter")
    table.define("mM", "millimolar")
    assert ratio(table, "mM", "molar") == pytest.approx(1e-3)


def test_everything_after_a_slash_divides() -> None:
    assert UnitTable().parse("/m-sec").powers == UnitTable().parse("1/m/sec").powers


def test_scale_factors_have_signed_exponents() -> None:
    assert UnitTable().parse("1-10 mm2/ms").factor == pytest.approx(1e-10 * 1e-6 / 1e-3)


def test_a_unit_defined_by_itself_is_unknown() -> None:
    table = UnitTable()
    table.define("foo", "2 foo")
    with pytest.raises(UnknownUnitError, match="foo"):
        table.parse("foo")
