"""Streams of numbers between 0 and 1 that know their place: what the distributions of `h.Random` draw from.

Both generators compute the number at a place from the place alone, so a stream works out many numbers ahead at once: one by
one they come from a list, in bulk as an array.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar

import numpy as np
import numpy.typing as npt

from jneuron.base import mcellran4, random123
from jneuron.model.random_settings import RandomSettings
from jneuron.nmodl.support import NUMPY_OPS

Floats = npt.NDArray[np.float64]

WORD = 2**32
FEWEST_AHEAD, MOST_AHEAD = 64, 4096
FIRST_AHEAD, FACTOR = 4, 4
"""How many numbers are worked out when the first one is drawn (many generators draw few), and how many times more then."""
FEW = 16
"""Up to how many numbers are worked out faster one after another than by NumPy."""
PIECE = 1 << 14


class Stream(ABC):
    """A stream of numbers between 0 and 1.

    Attributes:
        place: Place in the sequence of the number that is drawn next.
        known: Numbers that have been worked out.
        at: Which of them is drawn next, its length if none.
    """

    n_place: ClassVar[int]
    """Number of places after which the sequence comes round."""

    def __init__(self, settings: RandomSettings) -> None:
        self._settings = settings
        self._n_ahead = FIRST_AHEAD
        self._go_to(0)
        settings.add(self)

    def _go_to(self, place: int) -> None:
        # `_end` is the place after the last of the numbers known
        self.known: list[float] = []
        self.at, self._end = 0, place

    @property
    def place(self) -> int:
        """Place in the sequence of the number that is drawn next."""
        return (self._end - len(self.known) + self.at) % self.n_place

    def move_to(self, place: int) -> None:
        """Goes on from `place`."""
        self._go_to(place % self.n_place)

    def next(self) -> float:
        """Draws one number."""
        place = self.at
        if place == len(self.known):
            self._work_ahead()
            place = 0
        self.at = place + 1
        return self.known[place]

    def _work_ahead(self) -> None:
        n = self._n_ahead
        new = self._few_numbers(self._end, n) if n <= FEW else self._numbers(self._end, n).tolist()
        self.known, self.at, self._end = self.known[self.at :] + new, 0, self._end + len(new)
        self._n_ahead = min(FACTOR * n, MOST_AHEAD)

    def ahead(self, n: int) -> Floats:
        """Returns the next `n` numbers without drawing them."""
        while len(self.known) - self.at < n < FEWEST_AHEAD:
            self._work_ahead()
        known = np.array(self.known[self.at : self.at + n])
        if len(known) == n:
            return known
        # pieces that fit into the processor's cache
        end = self._end + n - len(known)
        starts = range(self._end, end, PIECE)
        return np.concatenate([known, *(self._numbers(start, min(PIECE, end - start)) for start in starts)])

    def skip(self, n: int) -> None:
        """Draws `n` numbers that were looked at."""
        if self.at + n <= len(self.known):
            self.at += n
        else:
            self._go_to(self._end + n - (len(self.known) - self.at))

    def take(self, n: int) -> Floats:
        """Draws `n` numbers."""
        numbers = self.ahead(n)
        self.skip(n)
        return numbers

    def settle(self) -> None:
        """Forgets the numbers that a change of the settings will change."""
        known = self.ahead(self._n_settled()).tolist()
        self._end += len(known) - (len(self.known) - self.at)
        self.known, self.at = known, 0

    @abstractmethod
    def _n_settled(self) -> int:
        """Returns how many of the next numbers are decided already."""

    def _few_numbers(self, place: int, n: int) -> list[float]:
        """Returns up to `FEW` numbers from `place` on."""
        return self._numbers(place, n).tolist()  # type: ignore[no-any-return]

    @abstractmethod
    def _numbers(self, place: int, n: int) -> Floats:
        """Returns `n` numbers from `place` on."""


class Random123Stream(Stream):
    """The stream of three identifiers; NEURON works a block of four numbers out when its first one comes up.

    Attributes:
        ids: The identifiers.
    """

    n_place = 4 * WORD

    def __init__(self, settings: RandomSettings, ids: tuple[int, int, int]) -> None:
        self.ids = ids
        super().__init__(settings)

    def _n_settled(self) -> int:
        return 4 - self.place % 4

    def _few_numbers(self, place: int, n: int) -> list[float]:
        first, last = place // 4, (place + n + 3) // 4
        id1, id2, id3 = self.ids
        words: list[int] = []
        for number in range(first, last):
            counter = number % WORD, (id3 + (number >> 32)) % WORD, id1, id2
            words += random123.block(counter, self._settings.global_index)
        return [random123.open_interval(word) for word in words[place - 4 * first :][:n]]

    def _numbers(self, place: int, n: int) -> Floats:
        first, last = place // 4, (place + n + 3) // 4
        blocks = np.arange(first, last, dtype=np.uint64)
        # a counter that overflows carries into the third identifier
        id3 = (np.uint64(self.ids[2]) + (blocks >> np.uint64(32))) % np.uint64(WORD)
        counter = blocks % np.uint64(WORD), id3, np.array([self.ids[0]], np.uint64), np.array([self.ids[1]], np.uint64)
        words = random123.philox(NUMPY_OPS, counter, np.array([self._settings.global_index], np.uint64))
        return random123.open_interval(np.stack(words, axis=1).ravel()[place - 4 * first :][:n])


class MCellRan4Stream(Stream):
    """The stream of a low index; its place is the high index.

    Attributes:
        low: The low index; 0: the one of the session.
    """

    n_place = WORD

    def __init__(self, settings: RandomSettings, place: int, low: int) -> None:
        self.low = low
        super().__init__(settings)
        settings.n_mcellran4 += 1
        self.move_to(place or self._arbitrary_place())

    def _arbitrary_place(self) -> int:
        return int(self._words(self._settings.n_mcellran4, 1)[0])

    def _n_settled(self) -> int:
        return 0

    def _numbers(self, place: int, n: int) -> Floats:
        return (self._words(place, n) * mcellran4.SCALE).astype(float)

    def _words(self, place: int, n: int) -> npt.NDArray[np.uint64]:
        high = np.arange(place, place + n, dtype=np.uint64) % np.uint64(WORD)
        return mcellran4.words(high, self.low or self._settings.low_index)
