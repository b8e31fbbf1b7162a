"""`h.Graph`: a window with curves. Nothing appears without a display, but what it would show is kept.

Returned values are those of a NEURON without a display: `size` and `view_count` answer 0 whatever was set.
"""

from __future__ import annotations

from typing import Any

from jneuron.facade.calls import Arguments, attach
from jneuron.facade.ref import StringRef
from jneuron.facade.windows.accepted import Window, answers, notes
from jneuron.facade.windows.curves import Curve
from jneuron.facade.windows.display import display_of
from jneuron.facade.windows.expression import evaluator, find_reference
from jneuron.model.reference import Reference
from jneuron.plot.picture import Line, Mark, Picture, Text

NO_LINE = -1
LABEL_STYLE = 2
MARK_STYLES = "+ostOST|-."


class Graph(Window):
    """NEURON's Graph.

    Attributes:
        picture: What it shows.
        curves: What it plots at every x.
        objects: Range variable plots that it draws anew at every flush.
        x_source: What stands on the x axis instead of what `plot` is given, or None.
        keeps_family: Whether curves are kept when they begin anew.
    """

    hoc_name = "Graph"
    __slots__ = ("_brush", "_color", "_line", "curves", "keeps_family", "objects", "picture", "x_source")
    picture: Picture
    curves: list[Curve]
    objects: list[tuple[Any, Line]]
    x_source: Curve | None
    keeps_family: bool

    def _open(self, given: Arguments) -> None:
        start: dict[str, Any] = {
            "picture": Picture(self.hname()),
            "curves": [],
            "objects": [],
            "x_source": None,
            "keeps_family": False,
        }
        for name, value in (start | {"_color": 1, "_brush": 1, "_line": None}).items():
            object.__setattr__(self, name, value)
        display_of(self.session).know(self)

    def keep(self, name: str, value: Any) -> None:
        """Writes one of its own attributes: the usual way is for users."""
        object.__setattr__(self, name, value)

    def begin_curves(self) -> None:
        """Starts all curves anew; with a family the old ones stay as plain lines."""
        for curve in self.curves:
            line = curve.line
            if self.keeps_family and line.x:
                self.picture.lines.insert(
                    self.picture.lines.index(line), Line(line.label, line.color, line.brush, line.x, line.y)
                )
            line.x, line.y = [], []

    def plot_curves(self, x: float) -> None:
        """Adds a point to every curve."""
        if self.x_source is not None:
            x = self.x_source.value()
        for curve in self.curves:
            curve.add_point(x)

    def draw_objects(self) -> None:
        """Draws the range variable plots as they stand now."""
        for plotted, line in self.objects:
            line.x, line.y = plotted.points()


# ---- curves


def _numbers(given: Arguments, start: int) -> list[float]:
    return [given.number(k) for k in range(start, len(given.values))]


def _styled(graph: Graph, label: str, numbers: list[float]) -> Line:
    """Returns a new line of the Graph: numbers are colour, brush, and where its label stands."""
    line = Line(label, graph._color, graph._brush)
    if len(numbers) >= 2:
        line.color, line.brush = int(numbers[0]), int(numbers[1])
    if len(numbers) >= 4:
        line.label_place = numbers[2], numbers[3], int(numbers[4]) if len(numbers) > 4 else LABEL_STYLE
    return line


def _add_curve(graph: Graph, line: Line, target: Any, scope: Any = None) -> None:
    session = graph.session
    reference = target if isinstance(target, Reference) else find_reference(session, str(target), scope)
    evaluate = reference.get if reference is not None else evaluator(session, str(target), scope)
    graph.picture.lines.append(line)
    graph.curves.append(Curve(line, reference, evaluate))


def _addvar(graph: Graph, given: Arguments) -> None:
    """`addvar("variable")`, `addvar("label", variable[, color, brush[, x, y, style]])`: plots a variable at every `plot(x)`."""
    label, target, rest = given.string(0), given.any(0), 1
    if given.has(1) and not given.is_number(1):
        target, rest = given.any(1), 2
    if isinstance(target, StringRef):
        target = target[0]
    _add_curve(graph, _styled(graph, label, _numbers(given, rest)), target)


def _addexpr(graph: Graph, given: Arguments) -> None:
    """`addexpr(["label",] "expression"[, object][, color, brush[, x, y, style]])`: plots an expression at every `plot(x)`."""
    label, rest = given.string(0), 1
    expression = label
    if given.is_string(1):
        expression, rest = given.string(1), 2
    scope = given.object(rest) if given.is_object(rest) else None
    _add_curve(graph, _styled(graph, label, _numbers(given, rest + (scope is not None))), expression, scope)


def _addobject(graph: Graph, given: Arguments) -> None:
    """`addobject(rangevarplot[, color, brush[, x, y, style]])`: draws a variable along a path at every flush."""
    plotted = given.of_class(0, "RangeVarPlot")
    line = _styled(graph, plotted.label, _numbers(given, 1))
    graph.picture.lines.append(line)
    graph.objects.append((plotted, line))


def _vector(graph: Graph, given: Arguments) -> None:
    """`vector(n, x, y)`: draws the numbers from two references on."""
    n, x, y = int(given.number(0)), given.reference(1), given.reference(2)
    line = Line("", graph._color, graph._brush)
    line.x, line.y = [x[k] for k in range(n)], [y[k] for k in range(n)]  # type: ignore[index]
    graph.picture.lines.append(line)


def _begin(graph: Graph, given: Arguments) -> None:
    """Starts all curves anew."""
    graph.begin_curves()


def _plot(graph: Graph, given: Arguments) -> None:
    """`plot(x)`: adds the present value of every variable and expression at x."""
    graph.plot_curves(given.number(0))


def _xexpr(graph: Graph, given: Arguments) -> None:
    """`xexpr("expression")`: puts an expression on the x axis."""
    text = given.string(0)
    reference = find_reference(graph.session, text)
    source = Curve(Line(text), reference, reference.get if reference is not None else evaluator(graph.session, text))
    graph.keep("x_source", source)


def _flush(graph: Graph, given: Arguments) -> None:
    """Draws what has come; range variable plots are drawn as they stand now."""
    graph.draw_objects()


def _simgraph(graph: Graph, given: Arguments) -> None:
    """Has its variables plotted at every step of a run with local time steps: they are recorded in any case."""


# ---- lines, marks, texts


def _beginline(graph: Graph, given: Arguments) -> None:
    """`beginline(["label"][, color, brush])`: starts a line; `line(x, y)` goes on with it."""
    has_label = given.is_string(0)
    line = Line(given.string(0) if has_label else "", graph._color, graph._brush)
    numbers = _numbers(given, int(has_label))
    if len(numbers) >= 2:
        line.color, line.brush = int(numbers[0]), int(numbers[1])
    graph.picture.lines.append(line)
    graph.keep("_line", line)


def _line(graph: Graph, given: Arguments) -> None:
    """`line(x, y)`: goes on with the line that `beginline` started."""
    x, y = given.number(0), given.number(1)
    if graph._line is not None:
        graph._line.x.append(x)
        graph._line.y.append(y)


def _mark(graph: Graph, given: Arguments) -> None:
    """`mark(x, y[, style[, size[, color, brush]]])`: puts a sign at a point."""
    x, y = given.number(0), given.number(1)
    style = given.string(2)[:1] if given.is_string(2) else MARK_STYLES[int(given.number(2, 0.0)) % len(MARK_STYLES)]
    color = int(given.number(4)) if given.has(4) else graph._color
    graph.picture.marks.append(Mark(x, y, style, given.number(3, 12.0), color))


def _label(graph: Graph, given: Arguments) -> None:
    """`label("text")`, `label(x, y, "text"[, style, scale, x_align, y_align, color])`: writes a text."""
    texts = graph.picture.texts
    if given.is_string(0):
        x, y = (texts[-1].x, texts[-1].y - 0.05) if texts else (0.1, 0.8)
        texts.append(Text(given.string(0), x, y, color=graph._color))
        return
    x, y = given.number(0), given.number(1)
    if given.has(2):
        style, color = given.number(3, 1.0), int(given.number(7)) if given.has(7) else graph._color
        texts.append(Text(given.string(2), x, y, moves=style == 0.0, color=color))


def _erase(graph: Graph, given: Arguments) -> None:
    """Takes away what was drawn; curves go on with their next point."""
    graph.begin_curves()
    plotted = {id(curve.line) for curve in graph.curves} | {id(line) for _, line in graph.objects}
    graph.picture.lines[:] = [line for line in graph.picture.lines if id(line) in plotted]
    graph.picture.marks.clear()


def _erase_all(graph: Graph, given: Arguments) -> None:
    """Takes everything away, curves and texts too."""
    for kept in (graph.curves, graph.objects, graph.picture.lines, graph.picture.marks, graph.picture.texts):
        kept.clear()  # type: ignore[attr-defined]
    graph.keep("_line", None)


def _color(graph: Graph, given: Arguments) -> None:
    """`color(number[, name])`: what comes next is drawn in this colour."""
    graph.keep("_color", int(given.number(0, 1.0)))


def _brush(graph: Graph, given: Arguments) -> None:
    """`brush(number)`: what comes next is drawn with this brush."""
    graph.keep("_brush", int(given.number(0, 1.0)))


def _family(graph: Graph, given: Arguments) -> None:
    """`family(on)`, `family("variable")`: keeps the curves of earlier runs."""
    graph.keep("keeps_family", given.is_string(0) or given.number(0) != 0.0)


def _size(graph: Graph, given: Arguments) -> None:
    """`size(left, right, bottom, top)`: sets the part of the plane that is shown; without a display all sizes are 0."""
    left, right, bottom, top = (given.number(k) for k in range(4))
    graph.picture.bounds = left, right, bottom, top


# ---- reading what is there


def _getline(graph: Graph, given: Arguments) -> int:
    """`getline(index, x, y)`: copies the first line after line `index` into two Vectors; returns its number, -1 after the last.

    Deviation: D15, a NEURON without a display crashes.
    """
    index = int(given.number(0)) + 1
    x, y = given.of_class(1, "Vector"), given.of_class(2, "Vector")
    lines = graph.picture.lines
    if not 0 <= index < len(lines):
        return NO_LINE
    for vector, values in ((x, lines[index].x), (y, lines[index].y)):
        vector.clear_samples()
        vector.add_samples(values)
    return index


def _line_info(graph: Graph, given: Arguments) -> float:
    """`line_info(index, vector)`: copies colour, brush, and place and style of the label of the first line after line `index`.

    The label becomes the Vector's. Returns the number of the line, -1 after the last.
    Deviation: D15, a NEURON without a display has no lines.
    """
    if not (given.is_number(0) and given.is_object(1)):
        return float(NO_LINE)
    index, vector = int(given.number(0)) + 1, given.of_class(1, "Vector")
    lines = graph.picture.lines
    if not 0 <= index < len(lines):
        return float(NO_LINE)
    line = lines[index]
    vector.clear_samples()
    vector.add_samples([line.color, line.brush, *(line.label_place or (0.0, 0.0, LABEL_STYLE))])
    vector.label(line.label)
    return float(index)


def _view_count(graph: Graph, given: Arguments) -> int:
    """Returns 0: without a display nobody sees it."""
    return 0


KEPT = {
    "addexpr": _addexpr,
    "addobject": _addobject,
    "addvar": _addvar,
    "begin": _begin,
    "beginline": _beginline,
    "brush": _brush,
    "color": _color,
    "erase": _erase,
    "erase_all": _erase_all,
    "family": _family,
    "fastflush": _flush,
    "flush": _flush,
    "label": _label,
    "line": _line,
    "mark": _mark,
    "plot": _plot,
    "simgraph": _simgraph,
    "vector": _vector,
    "xexpr": _xexpr,
}
CONSTANT = {
    **dict.fromkeys(("align", "fixed", "menu_action", "menu_tool", "printfile", "relative", "save_name", "vfixed"), 1.0),
    **dict.fromkeys(("view", "xaxis", "yaxis"), 1.0),
    **dict.fromkeys(("crosshair_action", "exec_menu", "gif", "glyph", "menu_remove", "unmap", "view_size"), 0.0),
    "view_info": -1.0,
}
attach(Graph, {name: notes(note, 1.0) for name, note in KEPT.items()})
attach(Graph, {name: answers(value) for name, value in CONSTANT.items()})
attach(
    Graph,
    {"size": notes(_size, 0.0), "getline": _getline, "line_info": _line_info, "view_count": _view_count},
)
