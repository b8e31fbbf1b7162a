"""Small SWC files, one trap each, and what is compared of an import."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

from compat_tests.geometry.recipes import Draw


def _lines(*lines: str) -> str:
    return "\n".join(lines) + "\n"


FILES: dict[str, str] = {
    "one_point_soma": _lines("1 1 0 0 0 5 -1", "2 3 10 0 0 1 1", "3 3 20 0 0 1 2", "4 3 0 10 0 1 1", "5 3 0 30 0 0.5 4"),
    "only_a_soma": _lines("1 1 1 2 3 5 -1"),
    "two_point_soma": _lines(
        "1 1 0 0 0 5 -1", "2 1 10 0 0 5 1", "3 3 20 0 0 1 2", "4 3 30 0 0 1 3", "5 2 -10 0 0 1 1", "6 2 -20 0 0 1 5"
    ),
    "three_point_sphere": _lines("1 1 0 0 0 5 -1", "2 1 0 -5 0 5 1", "3 1 0 5 0 5 1", "4 3 0 10 0 1 1", "5 3 0 30 0 1 4"),
    "three_points_almost_a_sphere": _lines(
        "1 1 0 0 0 5 -1", "2 1 0 -5 0 5 1", "3 1 0 5.3 0 5 1", "4 3 0 10 0 1 1", "5 3 0 30 0 1 4"
    ),
    "three_points_of_unequal_width": _lines(
        "1 1 0 0 0 5 -1", "2 1 0 -5 0 5 1", "3 1 0 5 0 4 1", "4 3 0 10 0 1 1", "5 3 0 30 0 1 4"
    ),
    "branch_on_the_third_soma_point": _lines(
        "1 1 0 0 0 5 -1", "2 1 0 -5 0 5 1", "3 1 0 5 0 5 1", "4 3 0 10 0 1 3", "5 3 0 30 0 1 4"
    ),
    "branch_on_the_second_soma_point": _lines(
        "1 1 0 0 0 5 -1", "2 1 0 -5 0 5 1", "3 1 0 5 0 5 1", "4 3 9 10 0 1 2", "5 3 0 30 0 1 4"
    ),
    "soma_chain_with_branches_inside": _lines(
        "1 1 0 0 0 5 -1",
        "2 1 5 0 0 6 1",
        "3 1 10 0 0 6 2",
        "4 1 15 0 0 5 3",
        "5 3 5 20 0 1 2",
        "6 3 5 40 0 1 5",
        "7 3 10 20 0 1 3",
        "8 4 30 0 0 2 4",
        "9 4 60 0 0 2 8",
        "10 2 -20 0 0 1 1",
        "11 2 -40 0 0 1 10",
    ),
    "soma_outline": _lines(
        "1 1 5 0 0 0.5 -1",
        "2 1 3 4 0 0.5 1",
        "3 1 -3 4 0 0.5 2",
        "4 1 -5 0 0 0.5 3",
        "5 1 -3 -4 0 0.5 4",
        "6 1 3 -4 0 0.5 5",
        "7 3 9 0 0 1 1",
        "8 3 20 0 0 1 7",
        "9 3 -9 0 0 1 4",
        "10 3 -20 0 0 1 9",
    ),
    "branched_soma": _lines(
        "1 1 0 0 0 5 -1",
        "2 1 5 0 0 5 1",
        "3 1 10 0 0 5 2",
        "4 1 5 8 0 4 2",
        "5 1 5 12 0 4 4",
        "6 3 5 -10 0 1 2",
        "7 3 5 -30 0 1 6",
        "8 3 30 0 0 1 3",
        "9 3 50 0 0 1 8",
        "10 3 5 30 0 1 5",
    ),
    "branch_on_the_first_dendrite_point": _lines(
        "1 1 0 0 0 5 -1", "2 3 10 0 0 1 1", "3 3 20 0 0 1 2", "4 3 10 10 0 1 2", "5 3 10 30 0 1 4"
    ),
    "root_is_a_dendrite": _lines(
        "1 3 0 0 0 1 -1", "2 3 10 0 0 1 1", "3 3 20 5 0 1 2", "4 3 20 -5 0 1 2", "5 3 -10 0 0 1 1", "6 3 -20 0 0 1 5"
    ),
    "custom_types": _lines(
        "1 1 0 0 0 5 -1", "2 7 10 0 0 1 1", "3 7 20 0 0 1 2", "4 5 30 0 0 1 3", "5 0 40 0 0 1 4", "6 12 50 0 0 1 5"
    ),
    "type_changes_along_a_branch": _lines(
        "1 1 0 0 0 5 -1", "2 3 10 0 0 1 1", "3 3 20 0 0 1 2", "4 4 30 0 0 1 3", "5 3 40 0 0 1 4", "6 3 50 0 0 1 5"
    ),
    "single_point_branches": _lines(
        "1 1 0 0 0 5 -1", "2 1 5 0 0 5 1", "3 3 9 0 0 1 2", "4 2 -9 0 0 1 1", "5 4 9 9 0 1 3", "6 4 9 -9 0 1 3"
    ),
    "branch_of_no_length": _lines(
        "1 1 0 0 0 5 -1", "2 1 5 0 0 5 1", "3 3 5 0 0 1 2", "4 3 9 9 0 1 3", "5 3 9 -9 0 1 3", "6 3 9 -30 0 1 5"
    ),
    "two_trees": _lines(
        "1 1 0 0 0 5 -1", "2 3 20 0 0 1 1", "3 3 30 0 0 1 2", "4 1 99 0 0 5 -1", "5 3 120 0 0 1 4", "6 3 130 0 0 1 5"
    ),
    "ids_with_gaps": _lines("0 1 0 0 0 5 -1", "10 3 20 0 0 1 0", "11 3 30 0 0 1 10", "70 3 30 9 0 1 11", "71 3 30 -9 0 1 11"),
    "root_with_parent_0": _lines("1 1 0 0 0 5 0", "2 3 20 0 0 1 1", "3 3 30 0 0 1 2"),
    "comments_blanks_and_words": _lines(
        "# one", "\t # two", "", "1 1 0 0 0 5 -1 # three", "nonsense", "  2 3 10 0 0 1 1", " ", "3\t3 20 0 0 1 2"
    ),
    "windows_line_ends": "# one\r\n1 1 0 0 0 5 -1\r\n2 3 10 0 0 1 1\r\n3 3 20 0 0 1 2\r\n",
    "no_newline_at_the_end": "1 1 0 0 0 5 -1\n2 3 10 0 0 1 1\n3 3 20.5 0 0 1 2",
    "numbers_of_many_kinds": _lines(
        "1.0 1 +0 -.5 1e1 5. -1", "2 3 1.5E-1 0.1 33554433 1 1", "3 3 0.30000001192092896 1e-3 7 .25 2"
    ),
}

REFUSED: dict[str, tuple[str, str]] = {
    "cut off in a line": ("1 1 0 0 0 5 -1\n2 3 10 0 0 1 1\n3 3 20 0", "line 3: the file is cut off"),
    "unknown parent": (
        _lines("1 1 0 0 0 5 -1", "2 3 10 0 0 1 1", "9 3 20 0 0 1 7"),
        "line 3: parent 7 of point 9 is not in the file",
    ),
    "a cycle": (_lines("1 1 0 0 0 5 -1", "2 3 10 0 0 1 3", "3 3 20 0 0 1 2"), "line 2: index 1 pid=3 is not less than id=2"),
    "its own parent": (_lines("1 1 0 0 0 5 -1", "2 3 10 0 0 1 2"), "line 2: index 1 pid=2 is not less than id=2"),
    "ids out of order": (_lines("1 1 0 0 0 5 -1", "3 3 20 0 0 1 1", "2 3 10 0 0 1 1"), "line 3: id 2 comes after id 3"),
    "an id twice": (_lines("1 1 0 0 0 5 -1", "2 3 20 0 0 1 1", "2 3 10 0 0 1 1"), "line 3: duplicate id 2"),
    "nothing": ("", "no points"),
}


def random_file(seed: int) -> str:
    """Returns the text of a random tree, soma points and other types anywhere."""
    draw = Draw(seed)
    parents, types = [-1], [draw.pick((1, 1, 1, 1, 3, 2))]
    for i in range(1, draw.whole(1, 25)):
        far = draw.pick((0, draw.whole(0, i - 1), draw.whole(0, i - 1), -1 if draw.chance(0.1) else 0))
        parents.append(i - 1 if draw.chance(0.65) else far)
        types.append(types[parents[i]] if draw.chance(0.8) else draw.pick((1, 2, 3, 4, 3, 3, 5, 7, 0)))
    rows = []
    for i, (parent, kind) in enumerate(zip(parents, types, strict=True)):
        x, y, z, diam = draw.point()
        rows.append(f"{i + 1} {kind} {x!r} {y!r} {z!r} {abs(diam)!r} {parent + 1 if parent >= 0 else -1}")
    return _lines(*rows)


FILES.update({f"random_{seed}": random_file(seed) for seed in range(60)})


class Cell:
    """A cell that sections are put into."""

    def __str__(self) -> str:
        return "Cell"


def describe_import(h: Any, text: str) -> dict[str, Any]:
    """Returns what is made of an SWC file: sections with connections and points, and whether it was remarked upon."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cell.swc"
        path.write_bytes(text.encode())
        return describe_import_of(h, path)


def describe_import_of(h: Any, path: Path) -> dict[str, Any]:
    """Returns what is made of an SWC file at a path."""
    reader = h.Import3d_SWC_read()
    reader.quiet = 1
    reader.input(os.fspath(path))
    read = [
        [s.id, s.type, s.parentsec.id if s.parentsec is not None else None, s.parentx, s.first, s.pid, s.d.to_python()]
        for s in reader.sections
    ]
    cell = Cell()
    h.Import3d_GUI(reader, 0).instantiate(cell)
    return {"err": reader.err, "read": read, "point2sec": reader.point2sec.to_python(), **describe_sections(cell)}


def describe_sections(cell: Cell) -> dict[str, Any]:
    """Returns the attributes of a cell, and its sections with connections and points."""
    sections = {}
    for section in cell.all:
        parent = section.parentseg()
        sections[section.name()] = {
            "parent": None if parent is None else [parent.sec.name(), parent.x],
            "style": bool(section.pt3dstyle()),
            "points": [[section.x3d(i), section.y3d(i), section.z3d(i), section.diam3d(i)] for i in range(section.n3d())],
        }
    return {
        "attributes": list(vars(cell)),
        "sections": sections,
        "children": {section.name(): [child.name() for child in section.children()] for section in cell.all},
    }
