"""Reads Neurolucida text files of version 1: a line a point, `[major,minor] (x, y, z) radius`.

Of the major codes 2 is a move, 1 a line to a point, 10 with minor code 5 a branch point. A section begins at a move, or at a
line that follows a branch point, and its minor code says what it is. It hangs on the branch point that it begins at; where
there is none at that very place, NEURON's rules look for one in the xy plane, and each such guess is remarked upon.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from jneuron.base.errors import HocError
from jneuron.morph.contours import spread
from jneuron.morph.imported import Floats, Piece

LINE, MOVE, BRANCH = 1, 2, (10, 5)
FIRST_POINT, POINT, BRANCH_POINT = 0, 1, 2
SOMA_CONTOUR, STARTS = 41, (1, 21, 61)
TYPES = {1: 3, 2: 3, 21: 2, 22: 2, 41: 1, 42: 1, 61: 4, 62: 4}
"""Type of a section, as in SWC, by the minor code of its first point."""
MARGIN = 0.5
WIRE_DIAM = 0.01

_NUMBER = r"\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)"
_ITEMS = [re.compile(p) for p in (r"\[\s*([-+]?\d+)", r",\s*([-+]?\d+)", r"\]\s*\(" + _NUMBER, "," + _NUMBER, "," + _NUMBER)]
_LAST = re.compile(r"\)" + _NUMBER)

HEADINGS = {
    "parse": "  Following lines could not be parsed\n",
    "line": "  LINETO follows branch and does not coincide in the xy plane.\n"
    "  Make a physical connection using the LINETO diameter.\n",
    "plane": "  Nearest branch point is coincident in xy plane.\n  Make a physical connection with diam of the MOVETO\n",
    "coincide": "  No coincident branchpoint in xy plane but 3-d coincident to previous LINETO.\n"
    "  point. Make a logical connection to the section containing that LINETO\n",
    "farther": "  The xy plane coincident branch point is not the nearest in the 3-d sense.\n"
    "  However we connect physically to the indicated xy coincident branch point\n",
    "none": "  Cannot figure out which is the parent\n  No coincident (even in xy plane) branch point.\n",
    "outside": "  Unconnected branch is more than .5 microns outside the soma bounding box.\n"
    "  Connect logically to nearest branch point\n",
}
"""What NEURON says above the remarks of each kind, in its order."""


@dataclass(slots=True)
class Neurolucida1:
    """What a file holds.

    Attributes:
        pieces: Its sections.
        xyz, diam: Every parsed line's numbers [um]. (item, 3), (item,)
        line: Its number in the file; text: the line itself.
        points: The items that are points.
        header: Lines that are none.
        piece_of_point: Index of the section of each point.
        remarks: By kind of problem.
        has_remarks: Whether anything was wrong.
    """

    pieces: list[Piece] = field(default_factory=list)
    xyz: Floats = field(default_factory=lambda: np.zeros((0, 3)))
    diam: Floats = field(default_factory=lambda: np.zeros(0))
    line: list[int] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    points: list[int] = field(default_factory=list)
    header: list[str] = field(default_factory=list)
    piece_of_point: list[int] = field(default_factory=list)
    remarks: dict[str, list[str]] = field(default_factory=lambda: {kind: [] for kind in HEADINGS})
    has_remarks: bool = False

    def report(self, path: str) -> str:
        """Returns what NEURON prints about the problems, empty where there are none."""
        if not self.has_remarks:
            return ""
        found = [f"\n{path} problems and default fixes\n\n"]
        for kind, remarks in self.remarks.items():
            if remarks:
                found += [HEADINGS[kind], *(f"    {remark}\n" for remark in remarks), "\n"]
        return "".join(found)


def read_neurolucida1(path: str, *, report: Callable[[str], None]) -> Neurolucida1:
    """Reads a file; raises HocError where it can't be opened or holds no point."""
    try:
        with open(path, encoding="utf-8", errors="replace", newline="\n") as file:
            lines = file.readlines()
    except OSError:
        raise HocError(f"could not open {path}") from None
    reader = _Reader(path, report)
    reader.parse(lines)
    if not reader.found.points:
        raise HocError(f"{path}: there is no point in it")
    reader.find_parents()
    reader.repair_diameters()
    reader.connect_to_soma()
    return reader.found


def scan(line: str) -> list[float]:
    """Returns the numbers of a line, as many as fit the form in a row."""
    numbers: list[float] = []
    at = 0
    for item in (*_ITEMS, _LAST):
        match = item.match(line, at)
        if match is None:
            break
        # NEURON reads them in single precision
        numbers.append(float(np.float32(match[1])))
        at = match.end()
    return numbers


class _Reader:
    # one file on its way

    def __init__(self, path: str, report: Callable[[str], None]) -> None:
        self.path, self.report = path, report
        self.found = Neurolucida1()
        self.codes: list[tuple[int, int]] = []
        self.kinds: list[int] = []
        self.off_branch: list[int] = []
        self.first_points: list[int] = []
        self.branch_points: list[int] = []

    def remark(self, kind: str, text: str) -> None:
        self.found.has_remarks = True
        self.found.remarks[kind].append(text)

    # ---- lines

    def parse(self, lines: list[str]) -> None:
        found, numbers = self.found, []
        for number, line in enumerate(lines, 1):
            items, text = scan(line), line[:-1]
            if not items:
                found.header.append(text)
            elif len(items) < 6:
                self.remark("parse", f"{number}: {text}  parse failure after item {len(items)}")
            else:
                numbers.append(items[2:])
                self._take(number, text, numbers)
        values = np.array(numbers, np.float64).reshape(-1, 4)
        found.xyz, found.diam = values[:, :3], values[:, 3] * 2.0

    def _take(self, number: int, text: str, numbers: list[list[float]]) -> None:
        found, item = self.found, len(self.codes)
        items = scan(text + "\n")
        code = int(items[0]), int(items[1])
        after_branch = bool(self.codes) and self.codes[-1] == BRANCH
        if code[0] == LINE:
            self._add_point(item, FIRST_POINT if after_branch else POINT)
            if after_branch and numbers[item][:2] != numbers[item - 1][:2]:
                away = float(np.sqrt(sum((a - b) ** 2 for a, b in zip(numbers[item][:3], numbers[item - 1][:3], strict=True))))
                self.off_branch.append(len(found.points) - 1)
                self.remark("line", f"{number}: {text} separated by {away:g} from branch")
        elif code[0] == MOVE:
            self._add_point(item, FIRST_POINT)
        elif code == BRANCH:
            self._add_point(item, BRANCH_POINT)
        self.codes.append(code)
        found.line.append(number)
        found.text.append(text)

    def _add_point(self, item: int, kind: int) -> None:
        self.found.points.append(item)
        self.kinds.append(kind)

    # ---- parents

    def _distance(self, xyz: Floats, item: int) -> float:
        x, y, z = xyz - self.found.xyz[item]
        return float(np.sqrt(x * x + y * y + z * z))

    def _same_in_plane(self, item: int, other: int) -> bool:
        return bool((self.found.xyz[item][:2] == self.found.xyz[other][:2]).all())

    def find_parents(self) -> None:
        found = self.found
        self.first_points = [k for k, kind in enumerate(self.kinds) if kind == FIRST_POINT]
        self.branch_points = [k for k, kind in enumerate(self.kinds) if kind == BRANCH_POINT]
        found.piece_of_point = [-1] * len(found.points)
        for i in range(len(self.first_points)):
            piece = self._new_piece(i)
            item = found.points[self.first_points[i]]
            if self.codes[item][1] == SOMA_CONTOUR:
                continue
            if self.off_branch and item == found.points[self.off_branch[0]]:
                self._connect_physically(piece, item, item - 1, self.off_branch.pop(0) - 1)
                continue
            self._find_parent(i, piece, item)

    def _new_piece(self, i: int) -> Piece:
        found = self.found
        first = self.first_points[i]
        end = self.first_points[i + 1] if i + 1 < len(self.first_points) else len(found.points)
        items = found.points[first:end]
        piece = Piece(first, 0, found.xyz[items].copy(), found.diam[items].copy())
        found.piece_of_point[first:end] = [len(found.pieces)] * (end - first)
        found.pieces.append(piece)
        minor = self.codes[items[0]][1]
        piece.type = TYPES.get(minor, 0)
        piece.is_contour = piece.type == 1
        if minor not in TYPES:
            found.has_remarks = True
            line, text = found.line[items[0]], found.text[items[0]]
            self.report(f"{self.path} line {line}: don't know section type: {text}\n")
        return piece

    def _find_parent(self, i: int, piece: Piece, item: int) -> None:
        found = self.found
        nearest, away = -1, 1e9
        for branch in self.branch_points:
            if item <= found.points[branch]:
                break
            distance = self._distance(found.xyz[item], found.points[branch])
            if distance < away:
                nearest, away = branch, distance
        if away <= 0:
            piece.parent = found.pieces[found.piece_of_point[nearest]]
        elif self.codes[item][1] not in STARTS:
            self._guess_parent(i, piece, item, nearest, away)

    def _guess_parent(self, i: int, piece: Piece, item: int, nearest: int, away: float) -> None:
        found = self.found
        found.has_remarks = True
        at = found.points[nearest] if nearest >= 0 else item
        text = f"{found.line[item]}: {found.text[item]} branch at line {found.line[at]} is {away:.4g} away"
        if nearest >= 0 and self._same_in_plane(item, at):
            self.remark("plane", text)
            self._connect_physically(piece, item, at, nearest)
            return
        if item == 0:
            return
        before = self.first_points[i] - 1
        if before >= 0 and self._distance(found.xyz[item], found.points[before]) <= 0:
            self.remark("coincide", f"{text}\n      but coincides with line {found.line[found.points[before]]}")
            piece.parent = found.pieces[found.piece_of_point[before]]
            return
        for branch in self.branch_points:
            other = found.points[branch]
            if item <= other:
                break
            if self._same_in_plane(item, other):
                self._connect_physically(piece, item, other, branch)
                self.remark("farther", f"{text}\n      but coincides with branch point at line {found.line[other]}")
                return
        self.remark("none", text)

    def _connect_physically(self, piece: Piece, item: int, at: int, point: int) -> None:
        # the branch point becomes the section's first point, with the diameter of its own first
        piece.parent = self.found.pieces[self.found.piece_of_point[point]]
        piece.insert_point(self.found.xyz[at], float(self.found.diam[item]))
        piece.id -= 1

    def repair_diameters(self) -> None:
        # in such files a first point has the diameter of the branch before
        for piece in self.found.pieces:
            if piece.parent is not None and piece.first < piece.n_point - 1:
                piece.diam[piece.first] = piece.diam[piece.first + 1]

    # ---- soma

    def connect_to_soma(self) -> None:
        found = self.found
        soma = next((piece for piece in found.pieces if piece.is_contour), None)
        if soma is None:
            return
        found.pieces.remove(soma)
        found.pieces.insert(0, soma)
        centre = spread(soma.xyz).centre
        low = (soma.xyz.min(axis=0) - MARGIN).astype(np.float32)
        high = (soma.xyz.max(axis=0) + MARGIN).astype(np.float32)
        for i, piece in enumerate(found.pieces):
            if piece.parent is not None or piece is soma:
                continue
            start = piece.xyz[0].astype(np.float32)
            if (start[:2] >= low[:2]).all() and (start[:2] <= high[:2]).all():
                piece.parent_x = 0.5
                self._hang(piece, soma, centre)
            else:
                self._connect_outside(i, piece, soma, centre)

    def _hang(self, piece: Piece, parent: Piece, xyz: Floats) -> None:
        piece.parent, piece.first = parent, 1
        piece.insert_point(xyz, WIRE_DIAM)
        piece.id -= 1

    def _connect_outside(self, i: int, piece: Piece, soma: Piece, centre: Floats) -> None:
        found = self.found
        item = found.points[piece.id]
        for earlier in found.pieces[:i]:
            if self._distance(earlier.xyz[-1], item) == 0:
                piece.parent = earlier
                return
        nearest, away = -1, self._distance(centre, item)
        for branch in self.branch_points:
            if item <= found.points[branch]:
                break
            distance = self._distance(found.xyz[item], found.points[branch])
            if distance < away:
                nearest, away = branch, distance
        text = f"{found.line[item]}: {found.text[item]} is outside soma, logically connect to"
        if nearest < 0:
            self._hang(piece, soma, centre)
            self.remark("outside", f"{text} soma")
        else:
            at = found.points[nearest]
            # NEURON looks the section up by its number, after the soma has been moved to the front
            self._hang(piece, found.pieces[found.piece_of_point[nearest]], found.xyz[at])
            self.remark("outside", f"{text} {found.line[at]}")
