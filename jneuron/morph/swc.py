"""Reader of SWC files: one point a line, `id type x y z radius parent`.

Points are taken in order of the file, which must be the order of their ids; a parent comes before its children, and a
negative parent means a root. All numbers are read in single precision, as NEURON reads them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from jneuron.base.errors import HocError
from jneuron.morph.imported import Floats

Integers = npt.NDArray[np.int64]
Report = Callable[[str], None]

N_FIELD = 7
_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
_LINE = re.compile(rf"\s*({_NUMBER})" + rf"\s+({_NUMBER})" * (N_FIELD - 1) + r"(?![\d.])")
_NEXT = re.compile(rf"\s*({_NUMBER})")
_BLANKS = re.compile(r"[ \t]+")


@dataclass(eq=False, slots=True)
class SwcFile:
    """The points of a file, all arrays (point,).

    Attributes:
        path: Of the file.
        id, type, parent: As in the file.
        x, y, z: [um]
        diam: Twice the radius of the file. [um]
        line: Number of the line, from 1.
        parent_index: Index of the parent, -1 for a root.
        text: The lines of the points.
        header: The lines of comment.
        has_remarks: Whether something was remarked on (NEURON's `err`).
    """

    path: str
    id: Floats
    type: Floats
    x: Floats
    y: Floats
    z: Floats
    diam: Floats
    parent: Floats
    line: Integers
    text: list[str]
    header: list[str]
    has_remarks: bool
    parent_index: Integers


def read_swc(path: str, *, report: Report, quiet: bool) -> SwcFile:
    """Reads a file.

    Args:
        report: Prints NEURON's remarks.
        quiet: Leaves the remark about several trees out.

    Raises:
        HocError: The file is not there, is cut off, or has an unknown parent, a cycle or ids out of order.
    """
    swc = _read_points(path, report)
    _check_order(swc)
    swc.parent_index = _find_parents(swc)
    roots = np.flatnonzero(swc.parent < 0)
    if len(roots) > 1:
        swc.has_remarks = True
        if not quiet:
            report(f"warning {path}: more than one tree:\n")
            for i in roots:
                report(f"  root at line {swc.line[i]}\n")
    return swc


def _read_points(path: str, report: Report) -> SwcFile:
    try:
        with open(path, encoding="latin-1", newline="\n") as file:
            lines = file.readlines()
    except OSError:
        report(f"could not open {path}\n")
        raise HocError(f"{path} :file is not open") from None
    last = max((i for i, line in enumerate(lines) if line.strip()), default=-1)
    values: list[float] = []
    numbers: list[int] = []
    text: list[str] = []
    header: list[str] = []
    has_remarks = False
    for i, line in enumerate(lines):
        point = _parse(line)
        if len(point) == N_FIELD:
            values.extend(point)
            numbers.append(i + 1)
            text.append(line[:-1])
        elif line.lstrip(" \t").startswith("#"):
            header.append(line)
        elif i == last and point:
            problem = f"the file is cut off: {len(point)} numbers instead of {N_FIELD}: {line.rstrip()}"
            raise HocError(f"error {path} line {i + 1}: {problem}")
        elif not _ends_in_first_blanks(line):
            has_remarks = True
            report(f"error {path} line {i + 1}: could not parse: {line}")
    if not numbers:
        raise HocError(f"{path}: no points")
    table = np.array(values, np.float32).astype(np.float64).reshape(-1, N_FIELD)
    return SwcFile(
        path=path,
        id=table[:, 0],
        type=table[:, 1],
        x=table[:, 2],
        y=table[:, 3],
        z=table[:, 4],
        diam=table[:, 5] * 2.0,
        parent=table[:, 6],
        line=np.array(numbers),
        text=text,
        header=header,
        has_remarks=has_remarks,
        parent_index=np.zeros(0, np.int64),
    )


def _parse(line: str) -> list[float]:
    # the numbers at the beginning of a line, as the C library's scanf takes them: up to seven
    match = _LINE.match(line)
    if match is not None:
        return [float(number) for number in match.groups()]
    found: list[float] = []
    position = 0
    while len(found) < N_FIELD and (match := _NEXT.match(line, position)) is not None:
        found.append(float(match[1]))
        position = match.end()
    return found


def _ends_in_first_blanks(line: str) -> bool:
    # what NEURON passes over in silence: a line whose first run of blanks is its end
    match = _BLANKS.search(line)
    return not line or (match is not None and match.end() == len(line))


def _check_order(swc: SwcFile) -> None:
    ids, parents = swc.id.tolist(), swc.parent.tolist()
    for i, (own, parent) in enumerate(zip(ids, parents, strict=True)):
        place = f"error {swc.path} line {swc.line[i]}"
        if parent >= own:
            raise HocError(
                f"{place}: index {i} pid={parent:.0f} is not less than id={own:.0f}"
                " (a parent must come before its children; points in a cycle have no such order)"
            )
        if i and own == ids[i - 1]:
            raise HocError(f"{place}: duplicate id {own:.0f}, as in line {swc.line[i - 1]}")
        if i and own < ids[i - 1]:
            raise HocError(f"{place}: id {own:.0f} comes after id {ids[i - 1]:.0f}; sort the file by id")


def _find_parents(swc: SwcFile) -> Integers:
    # a parent 0 that is not there means a root, as a negative one does
    index_of_id = {own: i for i, own in enumerate(swc.id.tolist())}
    found = np.full(len(swc.id), -1, np.int64)
    for i, parent in enumerate(swc.parent.tolist()):
        if parent >= 0:
            found[i] = index_of_id.get(parent, -1)
        if parent > 0 and found[i] < 0:
            place = f"error {swc.path} line {swc.line[i]}"
            raise HocError(f"{place}: parent {parent:.0f} of point {swc.id[i]:.0f} is not in the file")
    return found
