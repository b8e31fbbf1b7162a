"""What one window of a model shows, as data: lines, marks, texts, and the part of the plane that is seen.

Graphs fill a `Picture` during a run; `jneuron.plot.traces` draws it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

COLORS = ("white", "black", "red", "blue", "green", "orange", "brown", "violet", "yellow", "gray")
"""NEURON's colours by number."""


@dataclass(eq=False, slots=True)
class Line:
    """A line through points.

    Attributes:
        label: Its name, empty without one.
        color: Number of its colour.
        brush: Number of its brush: 0 is the thinnest line.
        x, y: Its points.
        label_place: Where its name stands, and in what style of NEURON's, or None.
    """

    label: str = ""
    color: int = 1
    brush: int = 1
    x: list[float] = field(default_factory=list)
    y: list[float] = field(default_factory=list)
    label_place: tuple[float, float, int] | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign at a point.

    Attributes:
        x, y: The point.
        style: NEURON's letter for its shape: + o s t O S T | - .
        size: Height in points.
        color: Number of its colour.
    """

    x: float
    y: float
    style: str = "+"
    size: float = 12.0
    color: int = 1


@dataclass(frozen=True, slots=True)
class Text:
    """A text at a point.

    Attributes:
        text: What it says.
        x, y: The point; within the window from 0 to 1 unless `moves`.
        moves: Whether the point is one of the plane that is shown.
        color: Number of its colour.
    """

    text: str
    x: float
    y: float
    moves: bool = False
    color: int = 1


@dataclass(eq=False, slots=True)
class Picture:
    """One window.

    Attributes:
        name: The object it belongs to, such as `Graph[0]`.
        title: Name of the window, empty without one.
        lines: What is drawn as lines, in order.
        marks, texts: What else there is.
        bounds: The part of the plane that is shown (left, right, bottom, top), or None: all there is.
    """

    name: str
    title: str = ""
    lines: list[Line] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    bounds: tuple[float, float, float, float] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to be seen."""
        return not (self.marks or self.texts or any(line.x for line in self.lines))


def color_name(number: int) -> str:
    """Returns the colour of a number."""
    return COLORS[number % len(COLORS)]
