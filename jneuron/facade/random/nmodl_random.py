"""`h.NMODLRandom`: a RANDOM variable of one mechanism instance, as `stim.ranvar` hands it out."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from jneuron.base import random123
from jneuron.facade.calls import Arguments, HocMethodsObject, Refusal, attach, check_keywords
from jneuron.facade.objects import visible_names
from jneuron.model.references import ColumnReference
from jneuron.nmodl.support import NUMPY_OPS

WORD = 2**32
N_PLACE = 4 * WORD


class NMODLRandom(HocMethodsObject):
    """A handle on a Random123 stream inside a mechanism; one that the user makes belongs to none."""

    hoc_name = "NMODLRandom"
    __slots__ = ("_place",)

    def __init__(self, *values: Any, **keywords: Any) -> None:
        check_keywords(keywords)
        super().__init__()
        self._place: ColumnReference | None = None

    def __dir__(self) -> list[str]:
        return visible_names(
            object.__dir__(self), ("hoc_name", "move_to", "numbers", "refer_to", "replace", "session", "stream")
        )

    def refer_to(self, place: ColumnReference) -> NMODLRandom:
        """Makes this the handle on a RANDOM variable; returns itself."""
        self._place = place
        return self

    def stream(self) -> npt.NDArray[np.uint32]:
        """Returns a copy of the stream. (STREAM_SIZE,)"""
        place = self._valid()
        return place.table.element(place.variable, place.row)  # type: ignore[no-any-return]

    def replace(self, stream: Any) -> None:
        """Puts another stream in its place."""
        place = self._valid()
        place.table.edit(place.variable)[:, place.row] = stream

    def move_to(self, place: int, ids: tuple[int, int, int] | None = None) -> None:
        """Goes on from a place in the sequence, of a stream of other identifiers if they are given."""
        stream = self.stream()
        stream[:3] = stream[:3] if ids is None else ids
        self.replace(random123.set_sequence(NUMPY_OPS, stream, place % N_PLACE))

    def _valid(self) -> ColumnReference:
        if self._place is None or not self._place.alive:
            raise Refusal("NMODLRandom wrapped handle is not valid")
        return self._place


def _uniform(random: NMODLRandom, given: Arguments) -> float:
    """Returns the next number between 0 and 1."""
    number, stream = random123.uniform(NUMPY_OPS, random.stream())
    random.replace(stream)
    return float(number)


def _get_seq(random: NMODLRandom, given: Arguments) -> float:
    """Returns the place in the sequence."""
    return float(random123.get_sequence(NUMPY_OPS, random.stream())[0])


def _set_seq(random: NMODLRandom, given: Arguments) -> NMODLRandom:
    """Goes to a place in the sequence; below 0 is 0."""
    random.stream()
    place = given.number(0)
    random.move_to(int(place) % N_PLACE if 0 <= place < 2.0**65 else 0)
    return random


def _get_ids(random: NMODLRandom, given: Arguments) -> Any:
    """Returns the three identifiers in a new Vector."""
    return random.session.h.Vector(random.stream()[:3])


def _set_ids(random: NMODLRandom, given: Arguments) -> NMODLRandom:
    """Sets the three identifiers; the place in the sequence stays, and the numbers of the block that is under way."""
    stream = random.stream()
    stream[:3] = [int(given.checked(k, 0, WORD - 1)) for k in range(3)]
    random.replace(stream)
    return random


attach(
    NMODLRandom,
    {"get_ids": _get_ids, "get_seq": _get_seq, "set_ids": _set_ids, "set_seq": _set_seq, "uniform": _uniform},
)
