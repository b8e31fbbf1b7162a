"""The numbered differences of docs/differences.md."""

from __future__ import annotations

import math
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from jneuron import Session
from jneuron.base.errors import ModSyntaxError, SolverError

BAD_MORPHOLOGIES = {
    "unknown parent": "1 1 0 0 0 5 -1\n2 3 5 0 0 1 1\n3 3 9 0 0 1 7\n",
    "cycle": "1 1 0 0 0 5 -1\n2 3 5 0 0 1 3\n3 3 9 0 0 1 2\n",
    "repeated index": "1 1 0 0 0 5 -1\n1 3 5 0 0 1 1\n",
}


@pytest.fixture
def h() -> Any:
    return Session().h


def test_d1_a_number_that_is_none_stops_the_run_and_leaves_the_state(h: Any) -> None:
    soma = h.Section(name="soma")
    soma.insert("hh")
    h.finitialize(-65)
    h.fadvance()
    soma(0.5).hh.m = math.nan
    with pytest.raises(SolverError) as failure:
        h.fadvance()
    assert failure.value.time == pytest.approx(0.05)
    assert failure.value.section == "soma"
    h.finitialize(-65)
    h.fadvance()
    assert math.isfinite(soma(0.5).v)


def test_d2_connection_without_source_answers(h: Any) -> None:
    netcon = h.NetCon(None, None)
    assert (netcon.threshold, netcon.delay) == (10.0, 1.0)


def test_d2_median_filter_filters(h: Any) -> None:
    assert h.Vector([1, 9, 2, 8, 3, 7, 4]).medfltr().to_python()[1:-1] == [2.0, 8.0, 3.0, 7.0, 4.0]


@pytest.mark.parametrize("text", BAD_MORPHOLOGIES.values(), ids=BAD_MORPHOLOGIES.keys())
def test_d2_broken_morphology_is_refused_and_leaves_nothing(h: Any, text: str, tmp_path: Path) -> None:
    file = tmp_path / "cell.swc"
    file.write_text(text)
    h.load_file("import3d.hoc")
    reader = h.Import3d_SWC_read()
    with pytest.raises(RuntimeError, match=r"cell\.swc line \d"):
        reader.input(str(file))
    assert list(h.allsec()) == []


def test_d5_import_says_nothing() -> None:
    environment = {name: value for name, value in os.environ.items() if name != "DISPLAY"}
    program = "import jneuron.as_neuron; from neuron import h, gui; h.load_file('nrngui.hoc')"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=environment, check=True)
    assert (done.stdout, done.stderr) == ("", "")


def test_d6_quantities_are_converted(h: Any) -> None:
    units = pytest.importorskip("brainunit")
    soma = h.Section(name="soma")
    clamp = h.IClamp(soma(0.5))
    clamp.amp = 100 * units.pA
    assert clamp.amp == pytest.approx(0.1)
    with pytest.raises(TypeError, match="expected nA, got 3 mV"):
        clamp.amp = 3 * units.mV


def test_d7_mistakes_in_a_mod_file_show_when_it_is_needed(tmp_path: Path) -> None:
    (tmp_path / "leak.mod").write_text("NEURON { SUFFIX leak }\nBREAKPOINT { v = = 1 }\n")
    session = Session()
    assert session.interface.load_mechanisms(str(tmp_path))
    soma = session.h.Section(name="soma")
    with pytest.raises(ModSyntaxError) as failure:
        soma.insert("leak")
    assert (Path(failure.value.filename or "").name, failure.value.lineno) == ("leak.mod", 2)


def test_d2_events_of_a_deleted_connection_go_with_it(h: Any) -> None:
    soma = h.Section(name="soma")
    soma.insert("pas")
    soma.e_pas = -65
    synapse, stimulus = h.ExpSyn(soma(0.5)), h.NetStim()
    stimulus.start, stimulus.number = 1, 1
    connection = h.NetCon(stimulus, synapse)
    connection.delay, connection.weight[0] = 5, 0.01
    h.load_file("stdrun.hoc")
    h.finitialize(-65)
    h.continuerun(3)
    del connection
    h.continuerun(10)
    assert soma(0.5).v == pytest.approx(-65)
