"""Random ways of building trees, the same under both programs.

A recipe is made from a seed and carried out through `h` alone. Only `Random.random` is drawn from, whose sequence Python
guarantees.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

OPERATIONS = (
    *("add_point",) * 6,
    *("connect",) * 3,
    "replace_points",
    "insert_point",
    "remove_point",
    "move_point",
    "point_diameter",
    "clear_points",
    "length",
    "diameter",
    "segment_diameter",
    "nseg",
    "nseg",
    "disconnect",
    "resistivity",
    "branches",
    "settle",
    "look",
)


class Draw:
    """Random numbers of one seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed).random

    def between(self, low: float, high: float) -> float:
        """Returns a number in [low, high)."""
        return low + (high - low) * self._random()

    def whole(self, low: int, high: int) -> int:
        """Returns a whole number in low .. high."""
        return low + int(self._random() * (high - low + 1))

    def pick(self, values: Any) -> Any:
        """Returns one of the values."""
        return values[int(self._random() * len(values))]

    def chance(self, probability: float) -> bool:
        """Returns True that often."""
        return self._random() < probability

    def point(self) -> list[float]:
        """Returns x, y, z, diam; some coordinates are 0, some diameters negative (a spine)."""
        xyz = [self.between(-50, 50) * self.pick((0, 1, 1, 1, 0.1)) for _ in range(3)]
        return [*xyz, self.between(0.1, 20) * (-1 if self.chance(0.05) else 1)]

    def place(self) -> float:
        """Returns a place along a section, often an end."""
        return self.pick((0.0, 1.0, 1.0, 0.5, self.between(0, 1)))


def build_forest(h: Any, seed: int, settle: Callable[[], object]) -> list[Any]:
    """Builds a few trees by a random sequence of calls and returns their sections.

    Args:
        settle: Makes the program work out its geometry, as an initialisation does.
    """
    draw = Draw(seed)
    sections = [h.Section(name=f"s{i}") for i in range(draw.whole(1, 6))]
    for _ in range(draw.whole(5, 40)):
        k = draw.whole(0, len(sections) - 1)
        _operate(h, draw, sections, k, settle)
    return sections


def _operate(h: Any, draw: Draw, sections: list[Any], k: int, settle: Callable[[], object]) -> None:
    section, n_point = sections[k], sections[k].n3d()
    match draw.pick(OPERATIONS):
        case "add_point":
            section.pt3dadd(*draw.point())
        case "replace_points":
            columns = zip(*[draw.point() for _ in range(draw.whole(1, 9))], strict=True)
            h.pt3dadd(*[h.Vector(column) for column in columns], sec=section)
        case "insert_point":
            section.pt3dinsert(draw.whole(0, n_point), *draw.point())
        case "remove_point" if n_point > 1:
            section.pt3dremove(draw.whole(0, n_point - 1))
        case "move_point" if n_point:
            section.pt3dchange(draw.whole(0, n_point - 1), *draw.point())
        case "point_diameter" if n_point:
            section.pt3dchange(draw.whole(0, n_point - 1), draw.between(0.1, 20))
        case "clear_points" if draw.chance(0.3):
            section.pt3dclear()
        case "length" if n_point != 1:
            section.L = draw.between(1, 200)
        case "diameter":
            section.diam = draw.between(0.5, 20)
        case "segment_diameter":
            draw.pick(list(section)).diam = draw.between(0.5, 20)
        case "nseg":
            section.nseg = draw.whole(1, 9)
        case "connect" if k:
            if section.parentseg() is not None:
                h.disconnect(sec=section)
            section.connect(sections[draw.whole(0, k - 1)](draw.place()), draw.whole(0, 1))
        case "disconnect" if section.parentseg() is not None:
            h.disconnect(sec=section)
        case "resistivity":
            section.Ra = draw.between(10, 300)
        case "branches":
            section.rallbranch = draw.whole(1, 3)
        case "settle":
            settle()
        case "look":
            _ = [segment.diam for segment in section]


def build_drawing(h: Any, seed: int) -> list[Any]:
    """Builds a few trees, some of whose sections have 3-D points, and calls define_shape."""
    draw = Draw(seed)
    sections = [h.Section(name=f"s{i}") for i in range(draw.whole(1, 10))]
    for k, section in enumerate(sections):
        if k and draw.chance(0.8):
            section.connect(sections[draw.whole(0, k - 1)](draw.place()), draw.pick((0, 0, 0, 1)))
        section.nseg = draw.whole(1, 5)
        section.L = draw.between(1, 200)
        for segment in section:
            segment.diam = draw.between(0.1, 20)
        if draw.chance(0.3):
            for _ in range(draw.whole(1, 4)):
                x, y, z, diam = draw.point()
                section.pt3dadd(x, y, z, abs(diam))
        if draw.chance(0.1):
            section.pt3dstyle(1, *draw.point()[:3])
    h.define_shape()
    return sections
