"""The random generators that C code reaches by name: glibc's, NEURON's old one, and Random123 as a C object."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from jneuron.base import mcellran4
from jneuron.nmodl.verbatim.memory import Ptr

_WORD = 0xFFFFFFFF


class LibraryRandom:
    """drand48 and rand of the C library, each with its own state.

    Source: POSIX for drand48; the additive feedback generator of degree 31 of glibc for rand and random.
    """

    def __init__(self) -> None:
        self._x = 0
        self._words: list[int] = []
        self.srand(1)

    def srand48(self, seed: int) -> None:
        """Seeds drand48."""
        self._x = ((seed & _WORD) << 16) + 0x330E

    def _next48(self) -> int:
        self._x = (0x5DEECE66D * self._x + 0xB) & ((1 << 48) - 1)
        return self._x

    def drand48(self) -> float:
        """Number from 0 to 1."""
        return self._next48() / 2.0**48

    def lrand48(self) -> int:
        """Whole number below 2^31."""
        return self._next48() >> 17

    def mrand48(self) -> int:
        """Signed 32-bit number."""
        word = self._next48() >> 16
        return word - (1 << 32) if word >> 31 else word

    def srand(self, seed: int) -> None:
        """Seeds rand and random."""
        words = [seed or 1]
        for _ in range(30):
            words.append((16807 * words[-1]) % 2147483647)
        words += words[:3]
        for place in range(34, 344):
            words.append((words[place - 31] + words[place - 3]) & _WORD)
        self._words = words[-31:]

    def rand(self) -> int:
        """Whole number below 2^31."""
        word = (self._words[-31] + self._words[-3]) & _WORD
        self._words = [*self._words[1:], word]
        return word >> 1

    def state(self) -> Any:
        """Returns what `restore` takes."""
        return self._x, self._words

    def restore(self, state: Any) -> None:
        """Goes back to a state."""
        self._x, self._words = state


class ScopRandom:
    """scop_random and what is made of it; MCellRan4 takes its place where the user asks for that.

    Attributes:
        settings: The session's random settings.
        value: The state; the index of MCellRan4's next number.
    """

    def __init__(self, settings: Any) -> None:
        self.settings = settings
        self.value = 1

    def seed(self, value: float) -> None:
        """Sets the state."""
        self.value = int(value) & _WORD

    def uniform(self) -> float:
        """Number from 0 to 1."""
        if self.settings.use_mcellran4:
            number = mcell_number(self.value, self.settings.low_index)
            self.value = (self.value + 1) & _WORD
            return number
        self.value = (2147437301 * self.value + 453816981) & _WORD
        return self.value / 4294967295.0

    def normal(self, mean: float, deviation: float) -> float:
        """Normal deviate by the polar method; the second of a pair is thrown away."""
        while True:
            first, second = 2.0 * self.uniform() - 1.0, 2.0 * self.uniform() - 1.0
            square = first * first + second * second
            if square < 1.0:
                return mean + deviation * first * math.sqrt(-2.0 * math.log(square) / square)

    def negexp(self, mean: float) -> float:
        """Deviate of the negative exponential distribution."""
        return -mean * math.log(self.uniform())

    def poisson(self, mean: float) -> int:
        """Deviate of the Poisson distribution: factors until their product is below exp(-mean)."""
        bound, product, count = math.exp(-mean), self.uniform(), 0
        while product >= bound:
            product *= self.uniform()
            count += 1
        return count


def mcell_word(index: int, low: int) -> int:
    """Returns the word of MCellRan4 at an index."""
    return int(mcellran4.words(np.array([index], np.uint64), low)[0])


def mcell_number(index: int, low: int) -> float:
    """Returns MCellRan4's number at an index, from 0 to 1."""
    return float(mcell_word(index, low) * mcellran4.SCALE)


_M0, _M1, _W0, _W1 = 0xD2511F53, 0xCD9E8D57, 0x9E3779B9, 0xBB67AE85
_SCALE = 1.0 / 4294967297.0


class Random123:
    """A nrnran123_State: ten words as in base/random123.py.

    Attributes:
        words: First, second and third identifier, counter, word drawn next, global index; identifiers and global index of
            the present block.
    """

    __slots__ = ("_block", "_of", "words")

    def __init__(self, words: Any) -> None:
        self.words = [int(word) for word in words]
        self._of: tuple[int, ...] = ()
        self._block: tuple[int, ...] = ()

    def word(self) -> int:
        """Returns the next word."""
        counter, which = self.words[3:5]
        first, second, third, key = self.words[6:]
        if self._of != (first, second, third, counter, key):
            self._of = (first, second, third, counter, key)
            self._block = _philox(counter, third, first, second, key)
        word = self._block[which]
        if which == 3:
            self.set_sequence(counter + 1, 0)
        else:
            self.words[4] = which + 1
        return word

    def uniform(self, low: float = 0.0, high: float = 1.0) -> float:
        """Number between `low` and `high`."""
        return low + (self.word() + 1.0) * _SCALE * (high - low)

    def negexp(self, mean: float = 1.0) -> float:
        """Deviate of the negative exponential distribution."""
        return -mean * math.log(self.uniform())

    def normal(self, mean: float = 0.0, deviation: float = 1.0) -> float:
        """Normal deviate."""
        while True:
            first, second = 2.0 * self.uniform() - 1.0, 2.0 * self.uniform() - 1.0
            square = first * first + second * second
            if square <= 1.0:
                return mean + deviation * (first * math.sqrt((-2.0 * math.log(square)) / square))

    def set_sequence(self, counter: int, which: int) -> None:
        """Goes to a place: the counter, and the word of its block."""
        self.words[3:5] = int(counter) & _WORD, int(which) & 3
        self.words[6:] = *self.words[:3], self.words[5]

    def set_place(self, place: float) -> None:
        """Goes to a place as one number: four times the counter, plus the word."""
        self.set_sequence(int(place) >> 2, int(place) & 3)

    def set_ids(self, first: int, second: int, third: int) -> None:
        """Takes other identifiers, from the next block on or once a place is set."""
        self.words[:3] = first, second, third


def _philox(a: int, b: int, c: int, d: int, key: int) -> tuple[int, int, int, int]:
    """Returns one block of Philox 4x32-10; see base/random123.py."""
    k0, k1 = key, 0
    for _ in range(10):
        first, second = _M0 * a, _M1 * c
        a, b, c, d = (second >> 32) ^ b ^ k0, second & _WORD, (first >> 32) ^ d ^ k1, first & _WORD
        k0, k1 = (k0 + _W0) & _WORD, (k1 + _W1) & _WORD
    return a, b, c, d


def get_sequence(stream: Random123, counter: Ptr, which: Ptr) -> None:
    """nrnran123_getseq."""
    counter.m[counter.o], which.m[which.o] = stream.words[3], stream.words[4]


def get_ids(stream: Random123, *targets: Ptr) -> None:
    """nrnran123_getids and nrnran123_getids3."""
    for place, target in enumerate(targets):
        target.m[target.o] = stream.words[place]
