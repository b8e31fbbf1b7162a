"""Growth and sharing of a Vector's memory."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from jneuron.facade.vector.buffer import Buffer


def test_appending_grows_by_doubling():
    buffer, capacities = Buffer(), []
    for value in range(9):
        buffer.append(value)
        capacities.append(len(buffer.data))
    assert capacities == [1, 2, 4, 4, 8, 8, 8, 8, 16]


def test_new_elements_are_zero_after_shrinking():
    buffer = Buffer()
    buffer.assign([1.0, 2.0, 3.0])
    buffer.resize(1)
    buffer.resize(3)
    assert buffer.view().tolist() == [1.0, 0.0, 0.0]


def test_a_view_shares_memory_until_the_buffer_outgrows_it():
    buffer = Buffer(3)
    view = buffer.view()
    buffer.resize(2)
    buffer.data[0] = 7.0
    assert view[0] == 7.0
    buffer.resize(100)
    buffer.data[0] = 8.0
    assert view[0] == 7.0


def test_assigning_part_of_itself_reads_before_it_writes():
    buffer = Buffer()
    buffer.assign([1.0, 2.0, 3.0, 4.0])
    buffer.assign(buffer.view()[::-1])
    assert buffer.view().tolist() == [4.0, 3.0, 2.0, 1.0]


@given(st.lists(st.one_of(st.floats(allow_nan=False), st.integers(0, 40)), max_size=60))
def test_any_sequence_of_changes_agrees_with_a_list(changes):
    buffer, expected = Buffer(), []
    for change in changes:
        if isinstance(change, float):
            buffer.append(change)
            expected.append(change)
        else:
            buffer.resize(change)
            expected = (expected + [0.0] * change)[:change]
    assert np.array_equal(buffer.view(), expected)
