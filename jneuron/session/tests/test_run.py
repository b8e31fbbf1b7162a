"""Counting steps, and the order of callbacks."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jneuron.session.run import Runner
from jneuron.session.steps import steps_until


@given(st.floats(0.0, 50.0), st.sampled_from([0.025, 0.01, 0.1, 0.3]), st.floats(0.0, 20.0))
def test_steps_are_counted_as_t_accumulates(t: float, dt: float, more: float) -> None:
    n_step, last = 0, t
    while last < t + more:
        last = last + 0.5 * dt + 0.5 * dt
        n_step += 1
    assert steps_until(t, dt, t + more) == (n_step, last)


class StandStill:
    """A session at a given time."""

    def __init__(self, t: float = 0.0) -> None:
        self.t, self.dt = t, 0.025


def order_of(times: list[float]) -> list[int]:
    session: Any = StandStill()
    runner = Runner(session)
    called: list[int] = []
    for number, time in enumerate(times):
        runner.call_at(time, lambda number=number: called.append(number))
    session.t = 100.0
    runner._run_callbacks(session.t)
    return called


def test_callbacks_run_in_order_of_time() -> None:
    assert order_of([1.0, 3.0, 2.0]) == [0, 2, 1]


def test_callbacks_of_one_time_run_in_order_of_asking() -> None:
    assert order_of([1.0, 1.0, 1.0]) == [0, 1, 2]


def test_the_earliest_callback_goes_behind_its_equals_when_it_is_overtaken() -> None:
    assert order_of([1.0, 1.0, 0.5]) == [2, 1, 0]


@pytest.mark.parametrize(("n_step", "at", "is_called"), [(0, 1.0, True), (1, 1.0, True), (2, 1.0, False), (0, 0.99, False)])
def test_a_callback_for_the_present_is_lost_after_two_steps(n_step: int, at: float, is_called: bool) -> None:
    session: Any = StandStill(1.0)
    runner = Runner(session)
    runner._n_step = n_step
    called: list[float] = []
    runner.call_at(at, lambda: called.append(at))
    session.t = 2.0
    runner._run_callbacks(session.t)
    assert bool(called) == is_called
