"""Hangs the trees of a Neurolucida file on its somas.

A tree that begins within an outline's bounding box, half a micrometre wider, hangs on the soma's middle by a wire; so does
one outside all boxes, on the nearest soma, and that is remarked upon. Outlines that follow one another and whose boxes
overlap in the xy plane are one soma.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from jneuron.morph.contours import spread, stack_centre
from jneuron.morph.imported import Floats, Piece

MARGIN = 0.5
WIRE_DIAM = 0.01


def connect_to_soma(pieces: list[Piece], *, line: Callable[[Piece], int], problems: list[str]) -> bool:
    """Puts the outlines in front, joins stacks, and gives trees without parent a soma.

    Args:
        pieces: Changed in place.
        line: Returns the line of the file where a piece begins.
        problems: Takes remarks.

    Returns:
        Whether a tree lay outside all somas.
    """
    pieces.sort(key=lambda piece: not piece.is_contour)
    somas = _join_stacks([piece for piece in pieces if piece.is_contour])
    roots = [piece for piece in pieces if not piece.is_contour and piece.parent is None]
    centres = [stack_centre(soma) if soma.contours else spread(soma.xyz).centre for soma in somas]
    for soma, centre in zip(somas, centres, strict=True):
        low, high = _box(soma)
        inside = [root for root in roots if _is_inside(root.xyz[0], low, high)]
        for root in inside:
            _hang(root, soma, centre)
        roots = [root for root in roots if root not in inside]
    if not somas:
        return False
    for root in roots:
        nearest = int(np.argmin([np.sqrt(((root.xyz[0] - centre) ** 2).sum()) for centre in centres]))
        problems.append(f"\nMain branch starting at line {line(root)} is outside the soma bounding boxes")
        problems.append("  Making a logical connection to center of nearest soma")
        _hang(root, somas[nearest], centres[nearest])
    return bool(roots)


def _join_stacks(outlines: list[Piece]) -> list[Piece]:
    somas: list[Piece] = []
    before: Piece | None = None
    for outline in outlines:
        if before is not None and _overlap(before, outline):
            somas[-1].contours.append(outline)
            outline.is_subsidiary = True
        else:
            somas.append(outline)
        before = outline
    return somas


def _overlap(one: Piece, other: Piece) -> bool:
    low, high = one.xyz.min(axis=0), one.xyz.max(axis=0)
    other_low, other_high = other.xyz.min(axis=0), other.xyz.max(axis=0)
    return bool((low[:2] <= other_high[:2]).all() and (other_low[:2] <= high[:2]).all())


def _box(soma: Piece) -> tuple[Floats, Floats]:
    # a stack's box has no margin
    xyz = np.concatenate([contour.xyz for contour in (soma, *soma.contours)])
    margin = 0.0 if soma.contours else MARGIN
    return xyz.min(axis=0) - margin, xyz.max(axis=0) + margin


def _is_inside(point: Floats, low: Floats, high: Floats) -> bool:
    return bool((point[:2] >= low[:2]).all() and (point[:2] <= high[:2]).all())


def _hang(root: Piece, soma: Piece, centre: Floats) -> None:
    root.parent, root.parent_x, root.first = soma, 0.5, 1
    root.insert_point(centre, WIRE_DIAM)
