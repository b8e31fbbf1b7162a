"""What sections a reconstruction becomes: names, connections, 3-D points."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from jneuron.morph.contours import centre_line
from jneuron.morph.imported import Floats, Piece

EPSILON = 1e-11
"""hoc compares numbers to within this."""

_ARRAYS = {1: "soma", 2: "axon", 3: "dend", 4: "apic"}
_SUBSETS = {"soma": "somatic", "axon": "axonal", "dend": "basal", "apic": "apical"}


@dataclass(frozen=True, eq=False, slots=True)
class SectionPlan:
    """One section to be made.

    Attributes:
        array, index: Its name is `array[index]`.
        parent: Array and index of the parent, or None.
        parent_x: Where on the parent its start hangs.
        style_point: Where a wire to it begins (pt3dstyle), or None. [um] (3,)
        points: x, y, z, diam. [um] (point, 4)
    """

    array: str
    index: int
    parent: tuple[str, int] | None
    parent_x: float
    style_point: Floats | None
    points: Floats


@dataclass(frozen=True, eq=False, slots=True)
class ImportPlan:
    """All sections to be made.

    Attributes:
        arrays: Names and sizes of the arrays of sections, in the order in which they are created.
        sections: In the order in which they are connected.
    """

    arrays: list[tuple[str, int]]
    sections: list[SectionPlan]


def array_name(type_: int) -> str:
    """Returns the name of the sections of a type."""
    if type_ < 0:
        return f"minus_{-type_}"
    return _ARRAYS.get(type_, f"dend_{type_}")


def subset_name(array: str) -> str:
    """Returns the name of the list that a template keeps the sections of an array in."""
    if array.startswith("minus_"):
        return f"{array}set"
    return _SUBSETS.get(array, array.replace("dend_", "dendritic_"))


def remove_empty(
    pieces: list[Piece], *, line: Callable[[Piece], int], name: Callable[[Piece], str], report: Callable[[str], None]
) -> None:
    """Takes out pieces that would be sections of no length; their children go to their parents.

    Args:
        line: Returns the line of the file where a piece begins.
        name: Returns what NEURON calls a piece.
        report: Prints NEURON's remarks.
    """
    for i in range(len(pieces) - 1, -1, -1):
        piece = pieces[i]
        n_own = piece.n_point - piece.first
        if piece.parent is None or n_own > 2:
            continue
        if n_own <= 1:
            report(f"One point section {name(piece)} ending at line {line(piece)} has been removed\n")
        elif np.all(np.abs(piece.xyz[piece.first] - piece.xyz[piece.first + 1]) <= EPSILON):
            report(f"Two point section ending at line {line(piece)} with 0 length has been removed\n")
        else:
            continue
        del pieces[i]
        for child in pieces[i:]:
            if child.parent is piece:
                child.parent, child.parent_x = piece.parent, piece.parent_x
                report(f"\tand child {name(child)} reattached\n")


def plan_sections(pieces: Iterable[Piece]) -> ImportPlan:
    """Numbers the pieces by type and works out the points of their sections."""
    sections = [piece for piece in pieces if not piece.is_subsidiary]
    counts: dict[int, int] = {}
    for piece in sections:
        piece.name_index = counts.get(piece.type, 0)
        counts[piece.type] = piece.name_index + 1
    return ImportPlan(
        arrays=[(array_name(type_), counts[type_]) for type_ in sorted(counts)],
        sections=[_plan(piece) for piece in sections],
    )


def _plan(piece: Piece) -> SectionPlan:
    parent = piece.parent
    points = centre_line(piece) if piece.is_contour else np.column_stack([piece.xyz, piece.diam])[piece.first :]
    if len(points) == 1:
        points = _sphere(points[0])
    return SectionPlan(
        array=array_name(piece.type),
        index=piece.name_index,
        parent=(array_name(parent.type), parent.name_index) if parent is not None else None,
        parent_x=piece.parent_x,
        style_point=piece.xyz[0] if piece.first == 1 else None,
        points=points,
    )


def _sphere(point: Floats) -> Floats:
    # a sphere is drawn as a cylinder along x, as long as it is wide
    points = np.tile(point, (3, 1))
    points[0, 0] -= point[3] / 2.0
    points[2, 0] += point[3] / 2.0
    return points
