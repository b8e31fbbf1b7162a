"""Philox against its authors' test vectors, and NEURON's way of drawing from it."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np

from jneuron.base import random123


def _repeat(count: int, body: Callable[[Any], Any], carry: Any) -> Any:
    for _ in range(count):
        carry = body(carry)
    return carry


OPS = SimpleNamespace(xp=np, repeat=_repeat)


def test_philox_known_answers() -> None:
    zero = np.uint64(0)
    assert [hex(int(word)) for word in random123.philox(OPS, (zero,) * 4, zero)] == [
        "0x6627e8d5",
        "0xe169c58d",
        "0xbc57ac4c",
        "0x9b00dbd8",
    ]


def test_a_block_gives_four_draws() -> None:
    stream = np.array([1, 2, 3, 7, 0, 0, 1, 2, 3, 0], np.uint32)
    block = [int(word) for word in random123.words(OPS, stream)]
    for word in block:
        drawn, stream = random123.pick(OPS, stream)
        assert int(drawn) == word
    assert stream.tolist() == [1, 2, 3, 8, 0, 0, 1, 2, 3, 0]


def test_uniform_leaves_both_ends_out() -> None:
    assert random123._SCALE > 0.0
    assert (2.0**32) * random123._SCALE < 1.0


def test_sequence_is_counter_and_word() -> None:
    stream = random123.set_sequence(OPS, np.array([1, 2, 3, 0, 0, 4, 5, 6, 7, 8], np.uint32), 23.0)
    assert stream.tolist() == [1, 2, 3, 5, 3, 4, 1, 2, 3, 4]
    assert random123.get_sequence(OPS, stream)[0] == 23.0


def test_other_identifiers_count_from_the_next_block_on() -> None:
    stream = np.array([1, 2, 3, 0, 0, 0, 1, 2, 3, 0], np.uint32)
    other = np.array([4, 5, 6, 1, 0, 0, 4, 5, 6, 0], np.uint32)
    under_way = [float(word) for word in random123.words(OPS, stream)]
    following = [float(word) for word in random123.words(OPS, other)]
    stream = random123.set_ids(OPS, stream, 4, 5, 6)
    drawn = []
    for _ in range(8):
        number, stream = random123.pick(OPS, stream)
        drawn.append(float(number))
    assert drawn == under_way + following


def test_instances_draw_side_by_side() -> None:
    streams = np.array([[1, 5], [2, 6], [3, 7], [0, 9], [0, 3], [0, 0], [1, 5], [2, 6], [3, 7], [0, 0]], np.uint32)
    together, _ = random123.uniform(OPS, streams)
    alone = [random123.uniform(OPS, streams[:, k])[0] for k in range(2)]
    assert together.tolist() == [float(number) for number in alone]


def test_one_block_is_what_arrays_of_blocks_are() -> None:
    counters = [(0, 0, 0, 0), (1, 2, 3, 4), (2**32 - 1, 2**32 - 1, 7, 2**31)]
    columns = tuple(np.array(column, np.uint64) for column in zip(*counters, strict=True))
    for key in (0, 12345, 2**32 - 1):
        words = random123.philox(OPS, columns, np.full(3, key, np.uint64))
        assert [random123.block(counter, key) for counter in counters] == list(zip(*(w.tolist() for w in words), strict=True))
