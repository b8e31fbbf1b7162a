"""`h.Shape` and `h.PlotShape`: pictures of trees, coloured by a variable; h.SectionBrowser and h.PPShape beside them.

Nothing appears without a display. What they would show is kept for `PlotShape.plot(matplotlib)` and for drawing afterwards.
"""

from __future__ import annotations

from typing import Any

from jneuron.base.errors import UnsupportedError
from jneuron.facade.calls import Arguments, Refusal, attach, is_number
from jneuron.facade.implements import implements
from jneuron.facade.windows.accepted import Window, attach_answers, notes
from jneuron.facade.windows.display import display_of
from jneuron.model.section import SectionDecl

RANGE = (-80.0, 40.0)
"""What the colours stand for until `scale` says otherwise [mV]."""


class TreeWindow(Window):
    """What Shape and PlotShape have in common.

    Attributes:
        sections: The sections shown, or None: all of them.
        colors: Number of the colour of a section that has one of its own.
        marks: Point processes that are marked, with the number of their colour.
        low, high: The range of values that the colours stand for.
        variable: What the colours stand for; empty for none, a callable gets each segment.
    """

    __slots__ = ("colors", "high", "low", "marks", "mode", "sections", "variable_shown")
    sections: list[SectionDecl] | None
    colors: dict[SectionDecl, int]
    marks: list[tuple[Any, int]]
    low: float
    high: float
    mode: int
    variable_shown: Any

    def _open(self, given: Arguments) -> None:
        self._read_sections(given)
        self._set("colors", {})
        self._set("marks", [])
        self._set("low", RANGE[0])
        self._set("high", RANGE[1])
        self._set("mode", 1)
        self._set("variable_shown", "")
        display_of(self.session).know(self)

    def _read_sections(self, given: Arguments) -> None:
        self._set("sections", None)

    def _set(self, name: str, value: Any) -> None:
        object.__setattr__(self, name, value)

    def shown(self) -> list[SectionDecl]:
        """Returns the sections that are shown and still exist."""
        sections = self.session.model.sections.values() if self.sections is None else self.sections
        return [section for section in sections if section.alive]


def _decls(sections: Any) -> list[SectionDecl]:
    return [section.decl for section in sections]


class Shape(TreeWindow):
    """NEURON's Shape."""

    hoc_name = "Shape"
    __slots__ = ()

    def _read_sections(self, given: Arguments) -> None:
        first = given.values[0] if given.values else None
        self._set("sections", _decls(first) if getattr(first, "hoc_name", "") == "SectionList" else None)


class PlotShape(TreeWindow):
    """NEURON's PlotShape."""

    hoc_name = "PlotShape"
    __slots__ = ()

    def _read_sections(self, given: Arguments) -> None:
        sections = None
        if given.is_object(0):
            sections = _decls(given.of_class(0, "SectionList"))
        elif given.values:
            given.number(0)
        self._set("sections", sections)

    @property
    @implements("PlotShape.plot")
    def plot(self) -> ShapePlotting:
        """Draws the tree with matplotlib when it is called."""
        return ShapePlotting(self)


class ShapePlotting:
    """What `plotshape.plot` is: called with matplotlib's pyplot, a Figure or Axes it draws the trees and returns the axes."""

    def __init__(self, window: PlotShape) -> None:
        self._window = window

    def __call__(self, graph: Any, *arguments: Any, **keywords: Any) -> Any:
        # lazily: drawing needs matplotlib
        from jneuron.facade.windows.drawing import draw_tree

        name = getattr(graph, "__name__", "") or type(graph).__module__
        if not name.startswith("matplotlib"):
            if name.startswith("plotly"):
                raise UnsupportedError("PlotShape.plot(plotly)", "trees are drawn with matplotlib.", "pass pyplot.")
            raise NotImplementedError
        return draw_tree(self._window, graph, *arguments, **keywords)

    def __repr__(self) -> str:
        return f"{self._window.hname()}.plot()"


class PPShape(Window):
    """NEURON's PPShape."""

    hoc_name = "PPShape"
    __slots__ = ()


class SectionBrowser(Window):
    """NEURON's SectionBrowser: a list of sections to choose from; nobody does."""

    hoc_name = "SectionBrowser"
    __slots__ = ()


# ---- what is kept


def _observe(window: TreeWindow, given: Arguments) -> None:
    """`observe([sections])`: shows these sections, or all."""
    window._set("sections", _decls(given.of_class(0, "SectionList")) if given.has(0) else None)


def _color(window: TreeWindow, given: Arguments) -> None:
    """`color(number, sec=section)`: gives a section a colour."""
    stack = window.session.section_stack
    if stack:
        window.colors[stack[-1]] = int(given.number(0))


def _color_all(window: TreeWindow, given: Arguments) -> None:
    """`color_all(number)`: gives all sections a colour."""
    window.colors.update(dict.fromkeys(window.shown(), int(given.number(0))))


def _color_list(window: TreeWindow, given: Arguments) -> None:
    """`color_list(sections, number)`: gives sections a colour."""
    window.colors.update(dict.fromkeys(_decls(given.of_class(0, "SectionList")), int(given.number(1))))


def _point_mark(window: TreeWindow, given: Arguments) -> None:
    """`point_mark(process, color[, style, size])`: marks a point process."""
    window.marks.append((given.object(0), int(given.number(1, 2.0))))


def _point_mark_remove(window: TreeWindow, given: Arguments) -> None:
    """`point_mark_remove([process])`: takes marks away."""
    gone = given.object(0) if given.has(0) else None
    window.marks[:] = [mark for mark in window.marks if gone is not None and mark[0] is not gone]


def _scale(window: PlotShape, given: Arguments) -> float:
    """`scale(low, high)`: sets the range of values that the colours stand for."""
    low, high = given.number(0), given.number(1)
    window._set("low", low)
    window._set("high", high)
    return 1.0


def _variable(window: PlotShape, given: Arguments) -> float:
    """`variable(name)`: sets what the colours stand for; a callable gets each segment."""
    what = given.any(0)
    if callable(what) and not is_number(what):
        window._set("variable_shown", what)
    elif given.is_object(0):
        raise Refusal("variable must be either a string or Python object")
    else:
        window._set("variable_shown", given.string(0))
    return 1.0


def _show(window: PlotShape, given: Arguments) -> int:
    """`show(mode)`: shows diameters (0), lines (1) or the outline (2); `show()` returns the mode."""
    if not given.values:
        return window.mode
    window._set("mode", int(given.number(0)))
    return 1


ACCEPTED = {
    **dict.fromkeys(("begin", "beginline", "erase", "erase_all", "flush", "label", "line", "mark", "menu_action"), 1.0),
    **dict.fromkeys(("menu_tool", "printfile", "save_name", "view"), 1.0),
    **dict.fromkeys(("exec_menu", "gif", "len_scale", "nearest", "rotate", "size", "unmap", "view_count"), 0.0),
    "nearest_seg": None,
    "push_selected": -1.0,
    "selected_seg": None,
}
KEPT = {"observe": _observe, "color": _color, "color_all": _color_all, "color_list": _color_list}
for _class in (Shape, PlotShape):
    attach_answers(_class, ACCEPTED)
    attach(_class, {name: notes(note, 0.0) for name, note in KEPT.items()})
attach_answers(Shape, {"action": 1.0, "select": 1.0, "show": 1.0})
attach(Shape, {"point_mark": notes(_point_mark, 0.0), "point_mark_remove": notes(_point_mark_remove, 0.0)})
attach_answers(PlotShape, {"colormap": 1.0, "fastflush": 1.0, "hinton": 1.0})
attach(PlotShape, {"scale": _scale, "variable": _variable, "show": _show})
attach_answers(SectionBrowser, dict.fromkeys(("accept_action", "select", "select_action"), 1.0))
