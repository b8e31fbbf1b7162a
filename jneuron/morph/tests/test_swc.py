"""Reading SWC files: lines, parents, pieces."""

from __future__ import annotations

from pathlib import Path

import pytest

from jneuron.base.errors import HocError
from jneuron.morph.section_plan import plan_sections, remove_empty
from jneuron.morph.swc import SwcFile, read_swc
from jneuron.morph.swc_pieces import cut_into_pieces


def read(tmp_path: Path, text: str, printed: list[str] | None = None, *, quiet: bool = False) -> SwcFile:
    """Returns what is read of a text."""
    path = tmp_path / "cell.swc"
    path.write_text(text)
    lines = [] if printed is None else printed
    return read_swc(str(path), report=lines.append, quiet=quiet)


def test_radius_becomes_diameter_in_single_precision(tmp_path: Path) -> None:
    swc = read(tmp_path, "1 1 0.1 0 0 0.1 -1\n")
    assert swc.x[0] == 0.10000000149011612
    assert swc.diam[0] == 2 * 0.10000000149011612


def test_comments_are_kept_and_lines_counted(tmp_path: Path) -> None:
    swc = read(tmp_path, "# a\n1 1 0 0 0 1 -1\n # b\n2 3 9 0 0 1 1\n")
    assert swc.header == ["# a\n", " # b\n"]
    assert swc.line.tolist() == [2, 4]


def test_line_that_is_no_point_is_reported_and_passed_over(tmp_path: Path) -> None:
    printed: list[str] = []
    swc = read(tmp_path, "1 1 0 0 0 1 -1\nword\n2 3 9 0 0 1 1\n", printed)
    assert printed == [f"error {swc.path} line 2: could not parse: word\n"]
    assert swc.has_remarks


def test_several_trees_are_reported_unless_quiet(tmp_path: Path) -> None:
    text = "1 1 0 0 0 1 -1\n2 1 9 0 0 1 -1\n"
    printed: list[str] = []
    swc = read(tmp_path, text, printed)
    assert printed == [f"warning {swc.path}: more than one tree:\n", "  root at line 1\n", "  root at line 2\n"]
    printed.clear()
    read(tmp_path, text, printed, quiet=True)
    assert printed == []


@pytest.mark.parametrize("end", ["3", "3 3 20", "3 3 20 0 0 1", "3 3 20 0 0 1\n", "3 3 20 0 0 1 \n\n"])
def test_last_line_with_too_few_numbers_means_cut_off(tmp_path: Path, end: str) -> None:
    with pytest.raises(HocError, match="line 3: the file is cut off"):
        read(tmp_path, "1 1 0 0 0 1 -1\n2 3 9 0 0 1 1\n" + end)


def test_numbers_run_together_are_parted_as_scanf_does(tmp_path: Path) -> None:
    swc = read(tmp_path, "1 1 0.5.25-3 2 -1 # seven of them\n")
    assert (swc.x[0], swc.y[0], swc.z[0], swc.diam[0], swc.parent[0]) == (0.5, 0.25, -3.0, 4.0, -1.0)


def test_pieces_end_at_branches_and_at_other_types(tmp_path: Path) -> None:
    text = "1 1 0 0 0 5 -1\n2 1 5 0 0 5 1\n3 3 9 0 0 1 2\n4 3 20 0 0 1 3\n5 4 30 0 0 1 4\n6 4 40 0 0 1 5\n7 4 40 9 0 1 5\n"
    found = cut_into_pieces(read(tmp_path, text))
    assert [piece.type for piece in found.pieces] == [1, 3, 4, 4, 4]
    assert found.piece_of_point.tolist() == [0, 0, 1, 1, 2, 3, 4]


def test_sections_are_numbered_by_type_in_order_of_types(tmp_path: Path) -> None:
    text = "1 1 0 0 0 5 -1\n2 1 5 0 0 5 1\n3 7 9 0 0 1 2\n4 2 -9 0 0 1 1\n5 7 0 9 0 1 1\n"
    plan = plan_sections(cut_into_pieces(read(tmp_path, text)).pieces)
    assert plan.arrays == [("soma", 1), ("axon", 1), ("dend_7", 2)]
    assert [(section.array, section.index) for section in plan.sections] == [
        ("soma", 0),
        ("dend_7", 0),
        ("axon", 0),
        ("dend_7", 1),
    ]


def test_children_of_a_branch_without_length_go_to_its_parent(tmp_path: Path) -> None:
    text = "1 1 0 0 0 5 -1\n2 1 5 0 0 5 1\n3 3 5 0 0 1 2\n4 4 9 9 0 1 3\n5 4 9 -9 0 1 3\n"
    pieces = cut_into_pieces(read(tmp_path, text)).pieces
    soma, empty, *children = pieces
    printed: list[str] = []
    remove_empty(pieces, line=lambda piece: piece.id + 1, name=lambda piece: f"piece {piece.id}", report=printed.append)
    assert empty not in pieces
    assert [child.parent for child in children] == [soma, soma]
    assert printed == [
        "Two point section ending at line 3 with 0 length has been removed\n",
        "\tand child piece 3 reattached\n",
        "\tand child piece 4 reattached\n",
    ]
