"""Random networks of conductance cells and artificial ones: cuts, the order of cells and full buffers change no bit."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from compat_tests.network.mixed_network import CELLS, END, N_LINK, TARGETS, Mixed, networks, simulated
from jneuron.lower.network import Room
from jneuron.session import program_state

BOUNDED = settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))


@seed(4)
@BOUNDED
@given(networks(), st.lists(st.floats(0.1, END - 0.1), min_size=1, max_size=4))
def test_cuts_of_a_run_change_nothing_to_the_bit(net: Mixed, stops: list[float]) -> None:
    assert simulated(net, stops) == simulated(net)


@seed(5)
@BOUNDED
@given(networks(), st.permutations(range(len(CELLS))))
def test_the_order_in_which_cells_are_made_changes_nothing(net: Mixed, order: list[int]) -> None:
    one, other = simulated(net), simulated(Mixed(net.links, tuple(order)))
    assert sorted(other.spikes) == sorted(one.spikes)
    assert (other.weights, other.values) == (one.weights, one.values)


def test_buffers_that_fill_up_lose_nothing() -> None:
    draw = random.Random(5)
    sources = [draw.choice([k for k, kind in enumerate(CELLS) if kind != "relay"]) for _ in range(N_LINK)]
    net = Mixed(tuple((a, k % len(TARGETS), 0.013 + 0.0371 * k + 3 * draw.random()) for k, a in enumerate(sources)))
    usual = simulated(net)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(program_state, "Room", lambda: Room(events=8, spikes=16))
        patch.setattr(program_state, "room_for", lambda room, model, n_queued: room)
        assert simulated(net) == usual
