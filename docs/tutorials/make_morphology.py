"""Draws the pyramidal neuron of the tutorial: `python make_morphology.py > pyramidal.swc`.

The cell is made up, so it may be copied freely; its proportions (soma of 18 µm, an apical trunk that ends in a tuft, six
basal stems, an axon with collaterals, diameters that fall at every branch point by Rall's 3/2 rule and taper between
them) are those of a cortical pyramidal cell. The same seed draws the same cell.
"""

from __future__ import annotations

import math
import random
import sys
from dataclasses import dataclass
from typing import TextIO

SOMA, AXON, BASAL, APICAL = 1, 2, 3, 4
SEED = 1952
STEP = 8.0  # distance between two points [um]
SOMA_RADIUS = 9.0

Direction = tuple[float, float, float]


@dataclass(frozen=True)
class Point:
    """A point of the drawing: SWC type, place [um], radius [um], and the index of the point it hangs on."""

    kind: int
    x: float
    y: float
    z: float
    radius: float
    parent: int


@dataclass(frozen=True)
class Growth:
    """How one kind of process grows.

    Attributes:
        kind: SWC type.
        lengths: Shortest and longest branch, by order; the last pair serves all higher orders. [um]
        orders: Branch points between the soma and a tip.
        taper: Share of its radius that a branch keeps over its length.
        wiggle: How far the direction strays at every step.
        thinnest: Radius below which nothing tapers. [um]
    """

    kind: int
    lengths: tuple[tuple[float, float], ...]
    orders: int
    taper: float
    wiggle: float
    thinnest: float


class Drawing:
    """The points of a cell, in the order in which an SWC file lists them."""

    def __init__(self, seed: int) -> None:
        self.points: list[Point] = []
        self._draw = random.Random(seed)

    def soma(self) -> None:
        """Puts a three-point soma at the origin."""
        self._add(SOMA, (0, 0, 0), SOMA_RADIUS, -1)
        self._add(SOMA, (0, -SOMA_RADIUS, 0), SOMA_RADIUS, 1)
        self._add(SOMA, (0, SOMA_RADIUS, 0), SOMA_RADIUS, 1)

    def stem(self, growth: Growth, direction: Direction, radius: float) -> None:
        """Grows one process out of the soma."""
        start = self._add(growth.kind, tuple(SOMA_RADIUS * part for part in direction), radius, 1)
        self._branch(growth, start, direction, radius, 0)

    def apical(self) -> None:
        """Grows the apical trunk with its oblique branches, and the tuft at its end."""
        trunk = Growth(APICAL, ((110, 110),), 0, 0.88, 0.06, 0.3)
        oblique = Growth(APICAL, ((30, 60), (50, 110)), 1, 0.7, 0.2, 0.2)
        tuft = Growth(APICAL, ((50, 90), (60, 110), (60, 140)), 3, 0.75, 0.18, 0.2)
        direction, radius = (0.0, 1.0, 0.0), 2.2
        tip = self._add(APICAL, (0, SOMA_RADIUS, 0), radius, 1)
        for level in range(4):
            tip, direction, radius = self._grow(trunk, tip, direction, radius, 110)
            side = 1.0 if level % 2 else -1.0
            self._branch(oblique, tip, _unit((side, 0.4, self._draw.uniform(-0.6, 0.6))), 0.3 * radius, 0)
        self._branch(tuft, tip, direction, radius, 0)

    def write(self, file: TextIO) -> None:
        """Writes the cell as SWC."""
        print("# A made-up pyramidal neuron, drawn by make_morphology.py with seed", SEED, file=file)
        print("# No animal was reconstructed for it; copy and change it as you like (Apache-2.0, or public domain).", file=file)
        print("# index type x y z radius parent; types: 1 soma, 2 axon, 3 basal dendrite, 4 apical dendrite; um", file=file)
        for index, p in enumerate(self.points, 1):
            print(f"{index} {p.kind} {p.x:.3f} {p.y:.3f} {p.z:.3f} {p.radius:.3f} {p.parent}", file=file)

    def _add(self, kind: int, place: tuple[float, ...], radius: float, parent: int) -> int:
        self.points.append(Point(kind, *place, radius, parent))
        return len(self.points)

    def _branch(self, growth: Growth, start: int, direction: Direction, radius: float, order: int) -> None:
        """Grows a branch and, unless it is a tip, its two daughters."""
        shortest, longest = growth.lengths[min(order, len(growth.lengths) - 1)]
        tip, direction, radius = self._grow(growth, start, direction, radius, self._draw.uniform(shortest, longest))
        if order == growth.orders:
            return
        share = self._draw.uniform(0.4, 0.6)
        for part, turn in ((share, 1.0), (1.0 - share, -1.0)):
            daughter = max(growth.thinnest, radius * part ** (2 / 3))
            self._branch(growth, tip, self._turned(direction, 0.6 * turn), daughter, order + 1)

    def _grow(
        self, growth: Growth, start: int, direction: Direction, radius: float, length: float
    ) -> tuple[int, Direction, float]:
        """Adds points every `STEP` along a path that strays; returns the last one, and direction and radius there."""
        steps = max(1, round(length / STEP))
        shrink = growth.taper ** (1 / steps)
        tip = start
        for _ in range(steps):
            direction = _unit(tuple(part + self._draw.gauss(0, growth.wiggle) for part in direction))
            radius = max(growth.thinnest, radius * shrink)
            before = self.points[tip - 1]
            place = (before.x + STEP * direction[0], before.y + STEP * direction[1], before.z + STEP * direction[2])
            tip = self._add(growth.kind, place, radius, tip)
        return tip, direction, radius

    def _turned(self, direction: Direction, angle: float) -> Direction:
        """Returns `direction` turned by `angle` in a plane of its own."""
        across = _unit(tuple(self._draw.gauss(0, 1) for _ in range(3)))
        return _unit(tuple(math.cos(angle) * a + math.sin(angle) * b for a, b in zip(direction, across, strict=True)))


def pyramidal_neuron(seed: int = SEED) -> Drawing:
    """Draws the whole cell."""
    cell = Drawing(seed)
    basal = Growth(BASAL, ((20, 45), (40, 80), (60, 120)), 2, 0.75, 0.2, 0.2)
    axon = Growth(AXON, ((120, 160), (100, 180)), 2, 0.9, 0.1, 0.15)
    cell.soma()
    cell.apical()
    for stem in range(6):
        angle = math.pi * (1.08 + 0.84 * stem / 5)
        cell.stem(basal, _unit((math.cos(angle), math.sin(angle), 0.4 * (-1) ** stem)), 0.9)
    cell.stem(axon, (0.0, -1.0, 0.0), 0.6)
    return cell


def _unit(vector: tuple[float, ...]) -> Direction:
    length = math.sqrt(sum(part * part for part in vector))
    x, y, z = (part / length for part in vector)
    return x, y, z


if __name__ == "__main__":
    pyramidal_neuron().write(sys.stdout)
