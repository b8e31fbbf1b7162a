"""Steps made ahead in a loop over fadvance can't be told from single steps."""

from __future__ import annotations

from typing import Any

import pytest

from jneuron import Session


def cell(h: Any) -> Any:
    soma = h.Section(name="soma")
    soma.insert("hh")
    soma(0.5).hh.gl = 0.001
    return soma


def test_currents_read_in_a_loop_are_those_of_the_step() -> None:
    looping, single = Session().h, Session().h
    single.load_file("stdrun.hoc")
    one, other = cell(looping), cell(single)
    looping.finitialize(-65)
    for n_step in range(1, 13):
        looping.fadvance()
        single.finitialize(-65)
        single.continuerun(n_step * single.dt)
        assert one(0.5).ina == pytest.approx(other(0.5).ina, rel=1e-12)
