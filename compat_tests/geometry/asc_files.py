"""Small Neurolucida files (.asc, version 3), one trap each."""

from __future__ import annotations

import math
import os
import tempfile
from pathlib import Path
from typing import Any

from compat_tests.geometry.recipes import Draw
from compat_tests.geometry.swc_files import Cell, describe_sections

Outline = list[tuple[float, float, float]]

TREE = """( (Color RGB (1, 2, 3)) (Dendrite)
 (1 2 0 1.5)
 (10, 12, 0, 1) ; a comment
 <(Class 1 "thin") (11 13 0 .3)>
 (
 (20 20 0 1) (30 20 0 1)
 Normal
 |
 (10 12 0 1) (10 30 5 .5)
 ( (10 40 5 .5) (10 50 5 .5) | (9 50 5 .5) (0 60 5 .5) Incomplete ) ) )
"""
AXON = TREE.replace("Dendrite", "Axon").replace("(1 2 0 1.5)", "(100 2 0 1.5 S1)")


def soma(outline: Outline, name: str = "CellBody") -> str:
    """Returns an outline as an object of the file."""
    return f'("{name}"\n (Color Red)\n' + "".join(f" ({x!r} {y!r} {z!r} 0)\n" for x, y, z in outline) + ")\n"


def polygon(n: int, *, radius: float = 8.0, turn: float = 0.0, centre: tuple[float, float, float] = (0.0, 0.0, 0.0)) -> Outline:
    """Returns a regular polygon."""
    x, y, z = centre
    angles = [2 * math.pi * k / n + turn for k in range(n)]
    return [(x + radius * math.cos(angle), y + radius * math.sin(angle), z) for angle in angles]


def random_outline(seed: int) -> Outline:
    """Returns a star of any shape, flat or not."""
    draw = Draw(seed)
    n, depth = draw.whole(3, 25), draw.pick((0.0, 5.5, None))
    angles = sorted(draw.between(0, 2 * math.pi) for _ in range(n))
    radii = [draw.between(2, 12) for _ in range(n)]
    heights = [draw.between(-2, 2) if depth is None else depth for _ in range(n)]
    return [(r * math.cos(a), r * math.sin(a), z) for r, a, z in zip(radii, angles, heights, strict=True)]


FILES: dict[str, str] = {
    **{f"polygon_of_{n}": soma(polygon(n)) + TREE for n in (3, 4, 5, 6, 8, 20)},
    **{f"turned_polygon_of_{n}": soma(polygon(n, turn=0.1, centre=(3.3, 4.4, 12.34))) + TREE for n in (4, 7, 12)},
    **{f"star_{seed}": soma(random_outline(seed)) + TREE for seed in range(12)},
    "square": soma([(-5.0, 0.0, 0.0), (0.0, -5.0, 0.0), (5.0, 0.0, 0.0), (0.0, 5.0, 0.0)], "Soma") + TREE,
    "no_soma": TREE + AXON,
    "tree_outside_the_soma": soma(polygon(8), "Cell Body") + TREE + AXON,
    "two_somas": soma(polygon(8)) + soma(polygon(8, centre=(100.0, 0.0, 0.0))) + TREE + AXON,
    "soma_after_the_trees": TREE + soma(polygon(9)),
    "stack_of_outlines": soma(polygon(8))
    + soma(polygon(9, centre=(0.0, 0.0, 2.0)))
    + soma(polygon(7, centre=(1.0, 0.0, 4.0)))
    + TREE,
    "outline_of_two_points": soma([(0.0, 0.0, 0.0), (1.0, 1.0, 0.0)]) + TREE,
    "what_is_passed_over": (
        '; a header\n("Outline" (1 2 3 0) (4 5 6 0) (7 8 9 0))\n(Thumbnail)\n'
        + soma(polygon(6))
        + '( (Color Red) (5 5 5 1) "a text" )\n'
        + TREE.replace(" (\n", " (Cross (Color Red) (10 12 0 .2))\n (\n", 1)
        + '(Set "x")\n(Marker (Color Red) (1 2 3) (4 5 6))\n'
    ),
    "tree_without_a_type": soma(polygon(6)) + TREE.replace("(Dendrite)", ""),
    "apical_tree": soma(polygon(6)) + TREE.replace("Dendrite", "Apical"),
}

REFUSED: dict[str, tuple[str, str]] = {
    "cut off": (soma(polygon(6)) + TREE[:120], "line 15: the file is cut off"),
    "a word among the points": (
        soma(polygon(6)) + TREE.replace("(20 20 0 1)", "(20 twenty 0 1)"),
        "line 15: parse error at twenty",
    ),
    "a string without end": ('("CellBody\n (1 2 3 4))\n', "line 1: no closing"),
    "nothing": ("", "the file is cut off"),
}


def describe_import(h: Any, text: str) -> dict[str, Any]:
    """Returns what is made of a file: pieces, sections with connections and points, lines."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cell.asc"
        path.write_text(text)
        return describe_import_of(h, path)


def describe_import_of(h: Any, path: Path) -> dict[str, Any]:
    """Returns what is made of a file at a path."""
    reader = h.Import3d_Neurolucida3()
    reader.quiet = 1
    reader.input(os.fspath(path))
    read = [
        [
            s.id,
            s.type,
            s.parentsec.id if s.parentsec is not None else None,
            s.parentx,
            s.first,
            s.fid,
            s.iscontour_,
            s.is_subsidiary,
        ]
        for s in reader.sections
    ]
    diam = [s.d.to_python() for s in reader.sections]
    cell = Cell()
    h.Import3d_GUI(reader, 0).instantiate(cell)
    found = {"err": reader.err, "read": read, "diam": diam, "iline": reader.iline.to_python(), "type": reader.type.to_python()}
    return {**found, **describe_sections(cell)}
