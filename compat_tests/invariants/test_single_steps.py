"""Steps between which the user's code reads and writes: the same numbers, whichever way they are made."""

from __future__ import annotations

import pytest

from jneuron import Session
from jneuron.base.errors import SolverError
from jneuron.session import mirror, simulation

N_STEP = 120


def trace_of_interfering_script() -> list[float]:
    """Returns what a script reads that writes something else in every tenth part of a run."""
    h = Session().h
    soma, dendrite = h.Section(name="soma"), h.Section(name="dendrite")
    dendrite.connect(soma)
    for section in (soma, dendrite):
        section.insert("hh")
    clamp, synapse = h.IClamp(soma(0.5)), h.ExpSyn(dendrite(0.5))
    clamp.dur = 1e9
    connection = h.NetCon(soma(0.5)._ref_v, synapse, sec=soma)
    connection.delay = 0.1
    spikes, recorded = h.Vector(), h.Vector().record(dendrite(0.5)._ref_v)
    connection.record(spikes)
    h.finitialize(-65)
    read = []
    for k in range(N_STEP):
        clamp.amp = 2.0 + 0.01 * k
        part = 10 * k // N_STEP
        if part == 2:
            connection.weight[0] = 0.001 * k
        elif part == 3:
            dendrite(0.5).ena = 50 + 0.01 * k
        elif part == 4:
            read += [soma(0.5).ina, synapse.i, dendrite(0.5).hh.m]
        elif part == 5:
            dendrite(0.5).v += 0.1
        elif part == 6:
            connection.event(h.t + 0.06)
        elif part == 7:
            dendrite(0.5).cm = 1 + 1e-3 * k
            h.celsius = 6.3 + 0.01 * k
        elif part == 8:
            h.dt = 0.025 if k % 2 else 0.02
            soma(0.5).hh.m = 0.3
        h.fadvance()
        read.append(soma(0.5).v)
    return [*read, *recorded, *spikes]


def test_packed_steps_make_the_same_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(simulation, "FEW_ALONE", 0)
    monkeypatch.setattr(mirror, "FEW_REPLAYS", 0)
    packed = trace_of_interfering_script()
    monkeypatch.setattr(simulation, "FEW_ALONE", 10 * N_STEP)
    assert packed == pytest.approx(trace_of_interfering_script(), rel=1e-12, abs=1e-12)


def test_a_packed_step_that_fails_names_the_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(simulation, "FEW_ALONE", 0)
    h = Session().h
    soma = h.Section(name="soma")
    clamp = h.IClamp(soma(0.5))
    clamp.dur = 1e9
    h.finitialize(-65)
    clamp.amp = 1.0
    h.fadvance()
    t = h.t
    clamp.amp = float("nan")
    with pytest.raises(SolverError, match="soma"):
        h.fadvance()
    assert h.t == t
