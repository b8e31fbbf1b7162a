"""Where segments, and the point processes on them, go when their number changes: places found by trying NEURON."""

from __future__ import annotations

import pytest

from jneuron.model.redivision import redivide


@pytest.mark.parametrize(
    ("old", "new", "turned", "slots"),
    [
        (1, 2, False, [2]),
        (1, 2, True, [1]),
        (3, 2, False, [1, 1, 2]),
        (3, 2, True, [1, 2, 2]),
        (5, 4, False, [1, 2, 2, 3, 4]),
        (2, 8, True, [2, 6]),
    ],
)
def test_a_process_goes_where_the_centre_of_its_segment_lies(old: int, new: int, turned: bool, slots: list[int]) -> None:
    moves = redivide(old, new, turned=turned).process_moves
    assert [moves[slot] for slot in range(1, old + 1)] == slots
    assert (moves[0], moves[old + 1]) == (0, new + 1)


@pytest.mark.parametrize(("turned", "slots"), [(False, {1: 2, 2: 4}), (True, {1: 1, 2: 3})])
def test_a_segment_goes_on_living_at_its_centre_on_the_side_away_from_the_connected_end(
    turned: bool, slots: dict[int, int]
) -> None:
    assert redivide(2, 4, turned=turned).moves == {0: 0, **slots, 3: 5}
