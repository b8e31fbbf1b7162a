"""How a run is cut up, and in which order the model was built, changes nothing."""

from __future__ import annotations

import numpy as np
import pytest

from compat_tests.invariants.models import driven_network, excited_cell, new_session, numbers
from jneuron.lower.network import Room


def trace_of(order: list[int]) -> dict[int, np.ndarray]:
    """Returns the traces of three unlike cells created in the given order."""
    h = new_session().h
    cells = {k: excited_cell(h, f"cell{k}", amp=0.1 * (k + 1)) for k in order}
    for k, cell in cells.items():
        cell[1].nseg = 2 * k + 1
    traces = {k: h.Vector().record(cells[k][0](0.5)._ref_v) for k in cells}
    h.finitialize(-65)
    h.continuerun(8)
    return {k: numbers(trace) for k, trace in traces.items()}


def test_the_order_of_creating_cells_changes_nothing() -> None:
    one, other = trace_of([0, 1, 2]), trace_of([2, 0, 1])
    for k in range(3):
        np.testing.assert_array_equal(one[k], other[k])


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_stopping_in_between_changes_nothing(seed: int) -> None:
    h = new_session().h
    network = driven_network(h)
    v, t = h.Vector().record(network[1][0](0.5)._ref_v), h.Vector().record(h._ref_t)
    h.finitialize(-65)
    h.continuerun(15)
    whole, times = numbers(v), numbers(t)
    h.finitialize(-65)
    for stop in sorted(np.random.default_rng(seed).uniform(0.0, 15.0, 6)):
        h.continuerun(stop)
    h.continuerun(15)
    np.testing.assert_array_equal(numbers(t), times)
    np.testing.assert_array_equal(numbers(v), whole)


def test_a_loop_over_fadvance_is_a_run() -> None:
    h = new_session().h
    network = driven_network(h)
    v = h.Vector().record(network[1][0](0.5)._ref_v)
    h.finitialize(-65)
    h.continuerun(10)
    whole = numbers(v)
    h.finitialize(-65)
    while h.t < 10 - h.dt / 2:
        h.fadvance()
    np.testing.assert_array_equal(numbers(v), whole)


def test_writes_between_steps_act_as_between_runs() -> None:
    h = new_session().h
    soma, _, clamp = excited_cell(h)
    v = h.Vector().record(soma(0.5)._ref_v)

    def change(n_step: int) -> None:
        if n_step == 40:
            clamp.amp = 0.6
        if n_step == 90:
            soma(0.5).v = -40.0
        if n_step == 120:
            soma(0.5).hh.gnabar = 0.05

    h.finitialize(-65)
    for n_step in range(200):
        change(n_step)
        h.fadvance()
    looped = numbers(v)
    h.finitialize(-65)
    clamp.amp, soma(0.5).hh.gnabar = 0.3, 0.12
    h.finitialize(-65)
    for n_step, stop in ((0, 40), (40, 90), (90, 120), (120, 200)):
        change(n_step)
        h.continuerun(stop * h.dt)
    np.testing.assert_array_equal(numbers(v), looped)


def test_full_buffers_lose_nothing() -> None:
    runs = []
    for room in (Room(), Room(events=2, spikes=1)):
        session = new_session()
        h = session.h
        network = driven_network(h, n_cell=5)
        session.simulation._room = room
        times, ids = h.Vector(), h.Vector()
        for number, netcon in enumerate(network[-1][1:]):
            netcon.delay = 0.3 + 3.0 * number
            netcon.record(times, ids, number)
        h.finitialize(-65)
        h.continuerun(25)
        runs.append((numbers(times), numbers(ids)))
    assert len(set(runs[0][1])) >= 4
    np.testing.assert_array_equal(runs[0][0], runs[1][0])
    np.testing.assert_array_equal(runs[0][1], runs[1][1])


def test_sessions_are_independent() -> None:
    first, second = new_session().h, new_session().h
    one, other = excited_cell(first), excited_cell(second, amp=0.0)
    first.celsius, first.dt = 20.0, 0.1
    first.finitialize(-65)
    second.finitialize(-70)
    first.continuerun(3)
    assert (second.t, second.dt, second.celsius) == (0.0, 0.025, 6.3)
    assert other[0](0.5).v == -70.0
    before = one[0](0.5).v
    second.continuerun(5)
    assert one[0](0.5).v == before
    assert [section.name() for section in first.allsec()] == ["soma", "soma_dend"]


def test_the_host_program_keeps_single_precision() -> None:
    import jax
    import jax.numpy as jnp

    h = new_session().h
    cell = excited_cell(h)
    h.finitialize(-65)
    h.continuerun(1)
    assert not jax.config.jax_enable_x64
    assert jnp.ones(1).dtype == jnp.float32
    del cell
