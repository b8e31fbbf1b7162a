"""A run that fails or is interrupted leaves the simulation where it was good."""

from __future__ import annotations

import numpy as np
import pytest

from compat_tests.invariants.models import excited_cell, new_session, numbers
from jneuron.base.errors import SolverError


def test_nan_names_section_mechanism_variable_and_time() -> None:
    h = new_session().h
    soma, *rest = excited_cell(h)
    h.finitialize(-65)
    h.continuerun(1)
    soma(0.5).hh.m = float("nan")
    with pytest.raises(SolverError) as caught:
        h.continuerun(2)
    error = caught.value
    assert (error.section, error.mechanism, error.variable) == ("soma", "hh", "m")
    assert error.time == pytest.approx(1.0 + h.dt)
    del rest


def test_nan_leaves_the_last_good_state() -> None:
    h = new_session().h
    soma, _, clamp = excited_cell(h)
    v = h.Vector().record(soma(0.5)._ref_v)
    amp, times = h.Vector([0.1, 0.1, float("nan"), float("nan")]), h.Vector([0.0, 2.0, 2.1, 9.0])
    clamp.delay, clamp.dur = 0.0, 100.0
    amp.play(clamp._ref_amp, times)
    h.finitialize(-65)
    with pytest.raises(SolverError):
        h.continuerun(5)
    assert 1.5 < h.t < 2.2
    assert np.isfinite(soma(0.5).v)
    trace = numbers(v)
    assert np.isfinite(trace).all()
    assert trace[-1] == soma(0.5).v


def test_an_interrupted_run_can_go_on() -> None:
    session = new_session()
    h = session.h
    soma, *rest = excited_cell(h)
    v = h.Vector().record(soma(0.5)._ref_v)
    h.finitialize(-65)
    h.continuerun(200)
    whole = numbers(v)
    h.finitialize(-65)
    simulation = session.simulation
    run_chunk, n_call = simulation._run, 0

    def interrupted(*arguments: object) -> object:
        nonlocal n_call
        n_call += 1
        if n_call == 2:
            raise KeyboardInterrupt
        return run_chunk(*arguments)

    simulation._run = interrupted
    with pytest.raises(KeyboardInterrupt):
        h.continuerun(200)
    assert 0.0 < h.t < 200.0
    assert len(v) == round(h.t / h.dt) + 1
    simulation._run = run_chunk
    h.continuerun(200)
    np.testing.assert_array_equal(numbers(v), whole)
    del rest
