"""A simulator that nothing holds any more goes, with its compiled programs."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from typing import Any

import pytest

import jneuron
from compat_tests.network.case_list import MECHANISMS


def _vectors(h: Any, section: Any) -> Any:
    vector, times, stim = h.Vector([1, 2]), h.Vector([0, 1]), h.NetStim()
    clamp = h.IClamp(section(0.5))
    vector.play(clamp._ref_amp, times)
    connection = h.NetCon(stim, None)
    connection.record(h.Vector(), h.Vector(), 3)
    return vector, times, clamp, connection, h.Vector().record(section(0.5)._ref_v), h.Matrix(2, 2), h.List(), h.Random()


def _network(h: Any, section: Any) -> Any:
    synapse, parallel = h.StdpSyn(section(0.5)), h.ParallelContext()
    parallel.set_gid2node(1, 0)
    parallel.cell(1, h.NetCon(section(0.5)._ref_v, None, sec=section))
    return synapse, parallel.gid_connect(1, synapse), h.NetCon(None, synapse)


def _hoc(h: Any, section: Any) -> Any:
    h("begintemplate Cell\npublic soma\ncreate soma\nproc init() { soma insert pas }\nendtemplate Cell\nobjref cell, list")
    h("cell = new Cell()\nlist = new List()\nlist.append(cell)\nproc advance() { fadvance() }\nx = 3\nprint x")
    return h.cell, h.FInitializeHandler(lambda: None), h.SectionList()


@pytest.mark.parametrize("make", [_vectors, _network, _hoc])
def test_a_session_goes_with_what_was_made_in_it(make: Callable[[Any, Any], Any], capsys: pytest.CaptureFixture[str]) -> None:
    session = jneuron.Session()
    session.interface.load_mechanisms(str(MECHANISMS))
    h = session.h
    h.load_file("stdrun.hoc")
    section = h.Section(name="section")
    made = make(h, section)
    h.finitialize(-65)
    h.continuerun(1)
    session_there, simulation_there = weakref.ref(session), weakref.ref(session.simulation)
    del session, h, section, made
    gc.collect()
    assert session_there() is None
    assert simulation_there() is None
