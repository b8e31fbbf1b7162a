"""Reader of Neurolucida's text files (.asc, version 3): outlines of the soma, and trees.

The file is a sequence of objects in parentheses:

    object     outline | tree | text | marker | property | set
    outline    ( "CellBody" property* point+ ... )                   also "Cell Body", "Soma"; others are passed over
    tree       ( property* branch )
    branch     (point spine*)+ marker* [ ( branch ("|" branch)* ) | label ]
    point      ( x y [z [diameter [label] [bezier]]] )
    property   ( label value* )
    spine      < property* point >

The last property before a tree says what it is: Axon, Dendrite or Apical. A branch that doesn't begin where its parent ends
gets the parent's last point, with its own first diameter, as its first.

An object that begins with two parentheses may be a text or a tree; it is read as a text, and if it is none read again. The
point that was read by then stays in the list of points, as in NEURON, and belongs to nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from jneuron.base.errors import HocError
from jneuron.morph.asc_tokens import Kind, Token, tokenise
from jneuron.morph.imported import Piece

Report = Callable[[str], None]

OUTLINES = ("CellBody", "Cell Body", "Soma")
TYPES = {"Axon": 2, "Dendrite": 3, "Apical": 4}
SOMA = 1
EPSILON = 1e-11
"""hoc compares numbers to within this."""

_VALUES = (Kind.NUMBER, Kind.STRING, Kind.LABEL, Kind.RGB)


@dataclass(eq=False, slots=True)
class AscFile:
    """What a file holds.

    Attributes:
        path: Of the file.
        points: x, y, z, diam of all points read, those that belong to no piece too. [um]
        line: Number of the line of each point.
        text: That line.
        pieces: Outlines and branches in order of the file.
        types: Type of each piece, in order of the file.
        n_spine: Number of spines.
        problems: What was passed over.
        n_line: Number of lines read.
        at_end: Whether the whole file was read.
    """

    path: str
    points: list[tuple[float, float, float, float]] = field(default_factory=list)
    line: list[int] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    types: list[int] = field(default_factory=list)
    n_spine: int = 0
    problems: list[str] = field(default_factory=list)
    n_line: int = 0
    at_end: bool = False


def read_neurolucida(path: str, *, report: Report) -> AscFile:
    """Reads a file.

    Raises:
        HocError: The file is not there or does not follow the grammar.
    """
    try:
        with open(path, encoding="latin-1", newline="\n") as file:
            lines = file.readlines()
    except OSError:
        report(f"could not open {path}\n")
        raise HocError(f"{path} :file is not open") from None
    parser = _Parser(path, lines)
    parser.read_file()
    return parser.found


class _Parser:
    """Recursive descent, one method a rule; `_place` is the index of the present token."""

    def __init__(self, path: str, lines: list[str]) -> None:
        self.found = AscFile(path)
        self._lines = lines
        self._tokens = tokenise(path, lines)
        self._place = 0
        self._reached = 0
        self._labels: list[str] = []
        self._type = 0

    # ---- tokens

    def _ahead(self, distance: int = 0) -> Token:
        return self._tokens[min(self._place + distance, len(self._tokens) - 1)]

    def _is(self, kind: Kind) -> bool:
        return self._ahead().kind is kind

    def _advance(self) -> None:
        self._place += 1
        self._reached = max(self._reached, self._place)

    def _line(self) -> int:
        # NEURON has read two tokens ahead by the time it notes a line
        return self._tokens[min(self._reached + 2, len(self._tokens) - 1)].line

    def _expect(self, kind: Kind) -> Token:
        token = self._ahead()
        if token.kind is not kind:
            self._fail()
        self._advance()
        return token

    def _skip_comma(self) -> None:
        if self._is(Kind.COMMA):
            self._advance()

    def _fail(self) -> None:
        token = self._ahead()
        text = self._lines[token.line - 1].strip() if self._lines else ""
        problem = "the file is cut off" if token.kind is Kind.END else f"parse error at {token.text or token.value:}"
        raise HocError(f"error {self.found.path} line {token.line}: {problem}: {text}")

    # ---- objects

    def read_file(self) -> None:
        """Reads all objects."""
        self._objects()
        self.found.at_end = self._reached + 2 >= len(self._tokens) - 1
        self.found.n_line = self._line()

    def _objects(self) -> None:
        self._object()
        self._skip_comma()
        while self._is(Kind.LEFT):
            self._object()
            self._skip_comma()

    def _object(self) -> None:
        if not self._is(Kind.LEFT):
            self._fail()
        second = self._ahead(1).kind
        if second is Kind.STRING:
            self._outline()
        elif second is Kind.LABEL:
            self._marker_or_property()
        elif second is Kind.LEFT:
            self._text_or_tree()
        elif second is Kind.SET:
            self._set()
        else:
            self._advance()
            self._fail()

    def _marker_or_property(self) -> None:
        if self._ahead(2).kind is Kind.LEFT:
            self._expect(Kind.LEFT)
            self._expect(Kind.LABEL)
            self._properties()
            self._points()
            self._expect(Kind.RIGHT)
        else:
            self._property()

    def _set(self) -> None:
        self._expect(Kind.LEFT)
        self._expect(Kind.SET)
        self._expect(Kind.STRING)
        if not self._is(Kind.RIGHT):
            self._objects()
        self._expect(Kind.RIGHT)

    def _text_or_tree(self) -> None:
        start = self._place
        if not self._is_text():
            self._place = start
            self._tree()

    def _is_text(self) -> bool:
        self._expect(Kind.LEFT)
        self._properties()
        self._point()
        if not self._is(Kind.STRING):
            return False
        self._advance()
        if not self._is(Kind.RIGHT):
            return False
        self._advance()
        return True

    # ---- properties

    def _properties(self) -> None:
        self._labels.clear()
        while self._is(Kind.LEFT) and self._ahead(1).kind in (Kind.LABEL, Kind.SET):
            if self._ahead(1).kind is Kind.LABEL:
                self._property()
            else:
                self._set()
            self._skip_comma()

    def _property(self) -> None:
        self._expect(Kind.LEFT)
        self._labels.append(self._expect(Kind.LABEL).text)
        while self._ahead().kind in _VALUES:
            if self._is(Kind.RGB):
                self._rgb()
            else:
                self._advance()
        self._expect(Kind.RIGHT)

    def _rgb(self) -> None:
        self._expect(Kind.RGB)
        self._expect(Kind.LEFT)
        self._expect(Kind.NUMBER)
        self._skip_comma()
        self._expect(Kind.NUMBER)
        self._skip_comma()
        self._expect(Kind.NUMBER)
        self._expect(Kind.RIGHT)

    # ---- outlines

    def _outline(self) -> None:
        self._expect(Kind.LEFT)
        begin = len(self.found.points)
        name = self._expect(Kind.STRING)
        self._properties()
        self._points()
        if name.text in OUTLINES:
            if len(self.found.points) - begin > 2:
                self._add_piece(begin, SOMA, None).is_contour = True
            else:
                self.found.problems.append(f"CellBody contour has less than three points at line {name.line}. Ignoring.")
        self._expect(Kind.RIGHT)

    # ---- trees

    def _tree(self) -> None:
        self._expect(Kind.LEFT)
        self._properties()
        self._type = TYPES.get(self._labels[-1], 0) if self._labels else 0
        self._branch(None)
        self._expect(Kind.RIGHT)

    def _branch(self, parent: Piece | None) -> None:
        begin = len(self.found.points)
        self._tree_point()
        self._skip_comma()
        while self._is(Kind.LEFT) and self._ahead(1).kind is Kind.NUMBER:
            self._tree_point()
            self._skip_comma()
        piece = self._add_piece(begin, self._type, parent)
        self._skip_comma()
        if self._is(Kind.LEFT):
            while self._ahead(1).kind is Kind.LABEL:
                self._skip_parentheses()
        self._skip_comma()
        if self._is(Kind.LEFT):
            self._advance()
            self._branch(piece)
            while self._is(Kind.BAR):
                self._advance()
                self._branch(piece)
            self._expect(Kind.RIGHT)
        elif self._is(Kind.LABEL):
            self._advance()

    def _tree_point(self) -> None:
        if self._ahead(1).kind is Kind.LABEL:
            self._marker_or_property()
            return
        self._point()
        while self._is(Kind.LEFT_SPINE):
            self._advance()
            self._properties()
            self._coordinates()
            self._expect(Kind.RIGHT_SPINE)
            self.found.n_spine += 1

    def _skip_parentheses(self) -> None:
        self._expect(Kind.LEFT)
        depth = 1
        while depth:
            if self._is(Kind.END):
                self._fail()
            depth += {Kind.LEFT: 1, Kind.RIGHT: -1}.get(self._ahead().kind, 0)
            self._advance()

    # ---- points

    def _points(self) -> None:
        self._point()
        self._skip_comma()
        while self._is(Kind.LEFT):
            self._point()
            self._skip_comma()

    def _point(self) -> None:
        if self._is(Kind.LEFT) and self._ahead(1).kind is Kind.NUMBER:
            self._reached = max(self._reached, self._place + 1)
            line = self._line()
            self.found.line.append(line)
            self.found.text.append(self._lines[line - 1].rstrip())
        self.found.points.append(self._coordinates())

    def _coordinates(self) -> tuple[float, float, float, float]:
        self._expect(Kind.LEFT)
        values = [self._expect(Kind.NUMBER).value]
        self._skip_comma()
        values.append(self._expect(Kind.NUMBER).value)
        self._skip_comma()
        while self._is(Kind.NUMBER) and len(values) < 4:
            values.append(self._ahead().value)
            self._advance()
            self._skip_comma()
        if len(values) == 4:
            if self._is(Kind.LABEL):
                self._advance()
            self._skip_comma()
            if self._is(Kind.LEFT):
                self._bezier()
        self._expect(Kind.RIGHT)
        x, y, z, diam = (*values, 0.0, 0.0)[:4]
        return x, y, z, diam

    def _bezier(self) -> None:
        self._expect(Kind.LEFT)
        for i in range(4):
            if i:
                self._skip_comma()
            self._expect(Kind.NUMBER)
        self._expect(Kind.RIGHT)

    def _add_piece(self, begin: int, type_: int, parent: Piece | None) -> Piece:
        points = np.array(self.found.points[begin:]).reshape(-1, 4)
        piece = Piece(id=begin, type=type_, xyz=points[:, :3], diam=points[:, 3], parent=parent)
        if parent is not None and np.any(np.abs(parent.xyz[-1] - piece.xyz[0]) > EPSILON):
            piece.insert_point(parent.xyz[-1], piece.diam[0])
        self.found.pieces.append(piece)
        self.found.types.append(type_)
        return piece
