"""MCellRan4: the generator of the MCell program, a keyed scramble of two indices.

The number at (high, low) depends on these two alone; a stream counts `high` up. NEURON's `mcell_ran4_init` sets the low
index of every stream that has none of its own.

Source: Press et al. (1992), Numerical Recipes in C, section 7.5 (ran4), with the two rounds that MCell keeps of the four.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Words = npt.NDArray[np.uint64]

SCALE = 2.0**-32
_FIRST = np.uint64(0xBAA96887), np.uint64(0xB4F0C4A7)
_SECOND = np.uint64(0x1E17D32C), np.uint64(0x178B0F3C)
_LOW_WORD = np.uint64(0xFFFFFFFF)
_HALF = np.uint64(16)
_LOW_HALF = np.uint64(0xFFFF)


def words(high: Words, low: int) -> Words:
    """Returns the 32-bit numbers at the indices `high` (each below 2^32) and `low`."""
    scrambled = _round(high, *_FIRST) ^ np.uint64(low)
    return _round(scrambled, *_SECOND) ^ high


def _round(word: Words, before: np.uint64, after: np.uint64) -> Words:
    word = word ^ before
    upper, lower = word >> _HALF, word & _LOW_HALF
    # the sum of squares of the two halves, low bits first, then their product
    squares = (upper * upper - lower * lower) & _LOW_WORD
    turned = ((squares << _HALF) | (squares >> _HALF)) & _LOW_WORD
    return ((turned ^ after) + upper * lower) & _LOW_WORD
