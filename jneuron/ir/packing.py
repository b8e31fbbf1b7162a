"""Many arrays laid out in few: one for each type of number, so that a call into compiled code has few arguments."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import jax
import numpy as np

Array = Any
Packed = Mapping[str, Array]
"""The arrays by type of number, and long ones by names of their own. (element,)"""


@dataclass(frozen=True)
class Place:
    """Where one array lies.

    Attributes:
        array: In which of the packed arrays it lies.
        start: Its first element there.
        shape: Its shape.
    """

    array: str
    start: int
    shape: tuple[int, ...]

    @property
    def stop(self) -> int:
        """One past its last element."""
        return self.start + math.prod(self.shape)

    def of(self, packed: Packed) -> Array:
        """Returns the array."""
        return packed[self.array][self.start : self.stop].reshape(self.shape)


@dataclass(frozen=True)
class Packing:
    """Where all arrays of a pytree lie.

    Attributes:
        structure: The pytree's structure.
        places: Place of each of its arrays, in order.
    """

    structure: Any
    places: tuple[Place, ...]

    @property
    def tree(self) -> Any:
        """The pytree with the places of its arrays for its arrays."""
        return jax.tree.unflatten(self.structure, self.places)

    @cached_property
    def sizes(self) -> dict[str, int]:
        """The length of each packed array."""
        return {place.array: place.stop for place in self.places}

    @cached_property
    def digest(self) -> str:
        """A text that equal packings share, in every process."""
        return hashlib.sha256(repr((str(self.structure), self.places)).encode()).hexdigest()[:16]

    def pack(self, tree: Any, xp: Any) -> dict[str, Array]:
        """Returns the arrays of a pytree packed.

        Args:
            tree: Arrays of the structure, shapes and types that the packing was made for.
            xp: numpy or jax.numpy.
        """
        leaves = self.structure.flatten_up_to(tree)
        flat: dict[str, list[Array]] = {}
        for place, leaf in zip(self.places, leaves, strict=True):
            flat.setdefault(place.array, []).append(xp.asarray(leaf).reshape(-1))
        return {array: xp.concatenate(parts) if len(parts) > 1 else parts[0] for array, parts in flat.items()}

    def unpack(self, packed: Packed) -> Any:
        """Returns the pytree; with NumPy, as views."""
        return jax.tree.unflatten(self.structure, [place.of(packed) for place in self.places])


def packing_of(tree: Any, *, long: float = math.inf) -> Packing:
    """Returns how to pack the arrays of a pytree; those of more than `long` numbers lie by themselves, which spares a copy."""
    leaves, structure = jax.tree.flatten(tree)
    ends: dict[str, int] = {}
    places: list[Place] = []
    for leaf in leaves:
        dtype, size = np.dtype(leaf.dtype).name, math.prod(leaf.shape)
        array = dtype if size <= long else f"{dtype} {len(places)}"
        place = Place(array, ends.get(array, 0), tuple(leaf.shape))
        ends[array] = place.stop
        places.append(place)
    return Packing(structure, tuple(places))
