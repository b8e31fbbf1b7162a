"""Vector's methods that draw: `plot`, `line`, `mark`, `ploterr`. What is no Graph shows nothing, as without a display."""

from __future__ import annotations

from typing import Any

from jneuron.facade.calls import Arguments, Refusal
from jneuron.facade.windows.accepted import Method
from jneuron.plot.picture import Line, Mark, Picture


def _picture(given: Arguments) -> Picture:
    graph = given.any(0)
    if getattr(graph, "hoc_name", "") != "Graph":
        raise Refusal("not a Graph")
    picture: Picture = graph.picture
    return picture


def _x_values(given: Arguments, n: int) -> tuple[list[float], int]:
    """Returns the numbers on the x axis, and the position of the next argument: a Vector, an interval, or the indices."""
    if given.is_object(1):
        return list(given.of_class(1, "Vector")), 2
    if given.is_number(1) and len(given.values) != 3:
        return [k * given.number(1) for k in range(n)], 2
    return [float(k) for k in range(n)], 1


def _line(vector: Any, given: Arguments) -> None:
    """`line(graph[, x | dx][, color, brush])`: draws the elements as a line; returns the Vector."""
    picture = _picture(given)
    x, rest = _x_values(given, len(vector))
    line = Line(vector.label())
    if given.has(rest + 1):
        line.color, line.brush = int(given.number(rest)), int(given.number(rest + 1))
    line.y = list(vector)[: len(x)]
    line.x = x[: len(line.y)]
    picture.lines.append(line)


def _mark(vector: Any, given: Arguments) -> None:
    """`mark(graph, x | dx[, style[, size[, color, brush]]])`: puts a sign at every element; returns the Vector."""
    picture = _picture(given)
    x, rest = _x_values(given, len(vector))
    style = given.string(rest)[:1] if given.is_string(rest) else "+"
    size, color = given.number(rest + 1, 12.0), int(given.number(rest + 2, 1.0))
    picture.marks += [Mark(at, value, style, size, color) for at, value in zip(x, vector, strict=False)]


def _ploterr(vector: Any, given: Arguments) -> None:
    """`ploterr(graph, x, error[, size[, color, brush]])`: draws a bar of the error's length at every element."""
    picture = _picture(given)
    x, error = given.of_class(1, "Vector"), given.of_class(2, "Vector")
    color, brush = int(given.number(4, 1.0)), int(given.number(5, 1.0))
    for at, value, half in zip(x, vector, error, strict=False):
        picture.lines.append(Line("", color, brush, [at, at], [value - half, value + half]))


def _drawing(draw: Any) -> Method:
    def method(vector: Any, given: Arguments) -> Any:
        try:
            draw(vector, given)
        except Refusal:
            # nobody looks at the arguments without a display
            return vector
        return vector

    method.__doc__ = draw.__doc__
    return method


METHODS = {"line": _drawing(_line), "plot": _drawing(_line), "mark": _drawing(_mark), "ploterr": _drawing(_ploterr)}
"""`plot` draws the elements as they are when it is called."""
