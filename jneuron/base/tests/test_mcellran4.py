"""MCellRan4: known numbers, and one number a pair of indices."""

from __future__ import annotations

import numpy as np

from jneuron.base import mcellran4


def test_gives_the_numbers_that_neuron_gives():
    words = mcellran4.words(np.array([0, 1, 2, 5], np.uint64), 0)
    numbers = [0.27653513476252556, 0.7628303428646177, 0.8716539088636637, 0.332903403788805]
    assert (words * mcellran4.SCALE).tolist() == numbers


def test_the_low_index_makes_another_stream():
    high = np.arange(100, dtype=np.uint64)
    assert not (mcellran4.words(high, 1) == mcellran4.words(high, 2)).any()


def test_many_are_worked_out_as_one():
    high = np.arange(100, dtype=np.uint64)
    assert mcellran4.words(high, 7).tolist() == [int(mcellran4.words(high[k : k + 1], 7)[0]) for k in range(100)]
