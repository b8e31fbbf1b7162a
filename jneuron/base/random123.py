"""Random123 streams: Philox 4x32-10, as NEURON draws from it, in any array namespace.

A stream is a column of ten unsigned 32-bit numbers: its three identifiers, the counter, the word of the present block that
is drawn next, the global index that all streams share, and the identifiers and the global index that the present block was
made of. Other identifiers count from the next block on, or once a place in the sequence is set. Drawing returns a number
and the stream after it.

Source: Salmon et al. (2011), Parallel random numbers: as easy as 1, 2, 3; NEURON's arrangement of counter and key.
"""

from __future__ import annotations

from typing import Any

Array = Any

STREAM_SIZE = 10
NO_STREAM, FROM_OBJECT = 4, 5
"""In place of the word drawn next, in a stream that belongs to C code: there is none; it is the `h.Random` whose handle is
in the first row."""
_MULTIPLIER_0, _MULTIPLIER_1 = 0xD2511F53, 0xCD9E8D57
_WEYL_0, _WEYL_1 = 0x9E3779B9, 0xBB67AE85
_ROUNDS = 10
_LOW = 0xFFFFFFFF
_SCALE = 1.0 / 4294967297.0


def philox(ops: Any, counter: tuple[Array, Array, Array, Array], key: Array) -> tuple[Array, Array, Array, Array]:
    """Returns the four words of a block; counter and key are 64-bit arrays that hold 32-bit numbers."""
    xp = ops.xp
    low = xp.uint64(_LOW)
    shift = xp.uint64(32)

    def one_round(carry: tuple[Array, ...]) -> tuple[Array, ...]:
        a, b, c, d, k0, k1 = carry
        first, second = xp.uint64(_MULTIPLIER_0) * a, xp.uint64(_MULTIPLIER_1) * c
        words = (second >> shift) ^ b ^ k0, second & low, (first >> shift) ^ d ^ k1, first & low
        return *words, (k0 + xp.uint64(_WEYL_0)) & low, (k1 + xp.uint64(_WEYL_1)) & low

    a, b, c, d, _, _ = ops.repeat(_ROUNDS, one_round, tuple(xp.broadcast_arrays(*counter, key, key & xp.uint64(0))))
    return a, b, c, d


def block(counter: tuple[int, int, int, int], key: int) -> tuple[int, int, int, int]:
    """Returns the four words of one block: what `philox` works out, sooner than arrays would for few blocks."""
    a, b, c, d = counter
    k0, k1 = key, 0
    for _ in range(_ROUNDS):
        first, second = _MULTIPLIER_0 * a, _MULTIPLIER_1 * c
        a, b, c, d = (second >> 32) ^ b ^ k0, second & _LOW, (first >> 32) ^ d ^ k1, first & _LOW
        k0, k1 = (k0 + _WEYL_0) & _LOW, (k1 + _WEYL_1) & _LOW
    return a, b, c, d


def words(ops: Any, stream: Array) -> tuple[Array, Array, Array, Array]:
    """Returns the block of four words that a stream draws from now."""
    xp = ops.xp
    sequence, id1, id2, id3, key = (xp.asarray(stream[row]).astype(xp.uint64) for row in (3, 6, 7, 8, 9))
    return philox(ops, (sequence, id3, id1, id2), key)


def pick(ops: Any, stream: Array) -> tuple[Array, Array]:
    """Returns the next word as a float below 2^32, and the stream after it."""
    xp = ops.xp
    block = words(ops, stream)
    which = stream[4]
    word = xp.where(which == 0, block[0], xp.where(which == 1, block[1], xp.where(which == 2, block[2], block[3])))
    wraps = which == 3
    sequence = xp.where(wraps, stream[3] + xp.uint32(1), stream[3]).astype(xp.uint32)
    made_of = (xp.where(wraps, new, old) for new, old in zip((*stream[:3], stream[5]), stream[6:], strict=True))
    rows = (*stream[:3], sequence, xp.where(wraps, 0, which + 1), stream[5], *made_of)
    return word.astype(float), xp.stack([xp.asarray(row).astype(xp.uint32) for row in rows])


def uniform(ops: Any, stream: Array, low: Array = 0.0, high: Array = 1.0) -> tuple[Array, Array]:
    """Returns a number between `low` and `high`, both left out."""
    word, stream = pick(ops, stream)
    return low + open_interval(word) * (high - low), stream


def open_interval(word: Array) -> Array:
    """Returns words, or one word, as numbers between 0 and 1, both left out."""
    return (word + 1.0) * _SCALE


def negexp(ops: Any, stream: Array, mean: Array = 1.0) -> tuple[Array, Array]:
    """Returns a deviate of the negative exponential distribution."""
    number, stream = uniform(ops, stream)
    return -mean * ops.xp.log(number), stream


def normal(ops: Any, stream: Array, mean: Array = 0.0, deviation: Array = 1.0) -> tuple[Array, Array]:
    """Returns a normal deviate by the polar method; the second of the pair is thrown away, as NEURON does."""
    xp = ops.xp

    def draw(stream: Array) -> tuple[Array, Array, Array]:
        first, stream = uniform(ops, stream)
        second, stream = uniform(ops, stream)
        first, second = 2.0 * first - 1.0, 2.0 * second - 1.0
        return first, first * first + second * second, stream

    def outside(carry: tuple[Array, Array, Array]) -> Array:
        return carry[1] > 1.0

    def again(carry: tuple[Array, Array, Array]) -> tuple[Array, Array, Array]:
        first, square, stream = draw(carry[2])
        going = outside(carry)
        return xp.where(going, first, carry[0]), xp.where(going, square, carry[1]), xp.where(going, stream, carry[2])

    first, square, stream = ops.while_loop(outside, again, draw(stream))
    return mean + deviation * (first * xp.sqrt((-2.0 * xp.log(square)) / square)), stream


def get_sequence(ops: Any, stream: Array) -> tuple[Array, Array]:
    """Returns four times the counter plus the word drawn next, and the stream."""
    return 4.0 * ops.xp.asarray(stream[3]).astype(float) + stream[4], stream


def set_sequence(ops: Any, stream: Array, place: Array) -> Array:
    """Returns the stream at a place: four times the counter, plus the word."""
    xp = ops.xp
    place = xp.asarray(place).astype(xp.uint64)
    own = (*stream[:3], stream[5])
    return _column(xp, (*stream[:3], place // xp.uint64(4), place % xp.uint64(4), stream[5], *own))


def set_ids(ops: Any, stream: Array, first: Array, second: Array, third: Array) -> Array:
    """Returns the stream with other identifiers, at its present place."""
    return _column(ops.xp, (first, second, third, *stream[3:]))


def _column(xp: Any, rows: tuple[Array, ...]) -> Array:
    """Returns rows of whole numbers, of which some may be the same for all instances, as one column of 32-bit numbers."""
    whole = [xp.asarray(row).astype(xp.uint64).astype(xp.uint32) for row in rows]
    shape = xp.broadcast_shapes(*(row.shape for row in whole))
    return xp.stack([xp.broadcast_to(row, shape) for row in whole])


class StreamDraws:
    """The random part of `ArrayOps`, the same for every array namespace."""

    xp: Any

    def random_uniform(self, stream: Array, low: Array = 0.0, high: Array = 1.0) -> tuple[Array, Array]:
        """Returns a draw from a RANDOM variable's stream, and the stream after it; so do the functions below."""
        return uniform(self, stream, low, high)

    def random_normal(self, stream: Array, mean: Array = 0.0, deviation: Array = 1.0) -> tuple[Array, Array]:
        """Normal deviate."""
        return normal(self, stream, mean, deviation)

    def random_negexp(self, stream: Array, mean: Array = 1.0) -> tuple[Array, Array]:
        """Deviate of the negative exponential distribution."""
        return negexp(self, stream, mean)

    def random_ipick(self, stream: Array) -> tuple[Array, Array]:
        """Whole number below 2^32."""
        return pick(self, stream)

    def random_dpick(self, stream: Array) -> tuple[Array, Array]:
        """Uniform deviate between 0 and 1, both left out."""
        return uniform(self, stream)

    def random_setseq(self, stream: Array, sequence: Array) -> Array:
        """Returns the stream at `sequence`."""
        return set_sequence(self, stream, sequence)

    def random_getseq(self, stream: Array) -> tuple[Array, Array]:
        """Returns the place in the sequence, and the stream."""
        return get_sequence(self, stream)

    def random_setids(self, stream: Array, first: Array, second: Array, third: Array) -> Array:
        """Returns the stream with other identifiers, at its present place."""
        return set_ids(self, stream, first, second, third)
