"""Draws the windows of a model: Graphs as they were filled, trees as they stand; `save_windows` writes them to files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from jneuron.facade.windows.curves import UNPLOTTABLE
from jneuron.facade.windows.shape import TreeWindow
from jneuron.model.section import SectionDecl
from jneuron.plot.backend import axes_of, new_figure
from jneuron.plot.picture import Line, Picture
from jneuron.plot.shape import Branch, draw_branches
from jneuron.plot.traces import draw_picture

FORMATS = ("png", "svg")


def draw_tree(window: TreeWindow, target: Any = None, *, cmap: Any = "viridis", **keywords: Any) -> Any:
    """Draws what a Shape or PlotShape shows into matplotlib's axes, figure or pyplot; returns the axes.

    As in NEURON the axes have a method `mark(segment, marker)` that puts a sign on a segment and returns the axes.

    Args:
        cmap: A colour map of matplotlib's, or its name.
        keywords: `color`, `line_width` and `plane` of `draw_branches`.
    """
    session = window.session
    if any(len(section.points) < 2 for section in window.shown()):
        session.h.define_shape()
    branches = [_branch(window, section) for section in window.shown()]
    label = window.variable_shown if isinstance(window.variable_shown, str) else ""
    axes = draw_branches(
        branches,
        axes_of(target),
        low=window.low,
        high=window.high,
        colors=cmap,
        label=label,
        with_diameters=window.mode == 0,
        **keywords,
    )
    for process, color in window.marks:
        place = process.get_segment()
        if place is not None:
            x, y, _ = _place_of(session, place)
            axes.plot([x], [y], "o", color=f"C{color}", markersize=5)
    axes.set_title(window.hname())

    def mark(segment: Any, marker: str = "or", **style: Any) -> Any:
        x, y, _ = _place_of(session, segment)
        axes.plot([x], [y], marker, **style)
        return axes

    axes.mark = mark
    return axes


def _branch(window: TreeWindow, section: SectionDecl) -> Branch:
    points = section.points
    coordinates = np.stack([np.asarray(points.x), np.asarray(points.y), np.asarray(points.z)], axis=1)
    return Branch(coordinates, np.abs(np.asarray(points.diam)), _values(window, section), window.colors.get(section, 1))


def _values(window: TreeWindow, section: SectionDecl) -> np.ndarray | None:
    variable = window.variable_shown
    if not variable or section in window.colors:
        return None
    handle = window.session.interface.section(section)
    try:
        found = [variable(segment) if callable(variable) else getattr(segment, variable) for segment in handle]
        return np.array(found, np.float64)
    except UNPLOTTABLE:
        return None


def _place_of(session: Any, place: Any) -> tuple[float, float, float]:
    section = place.sec.decl
    arc, points = np.asarray(section.points.arc), section.points
    at = place.x * (arc[-1] if len(arc) else 0.0)
    x, y, z = (float(np.interp(at, arc, np.asarray(values))) for values in (points.x, points.y, points.z))
    return x, y, z


def save_windows(session: Any, folder: str | Path, form: str = "png") -> list[Path]:
    """Writes every Graph, Shape and PlotShape of the session that shows something as a file; returns their paths."""
    if form not in FORMATS:
        raise ValueError(f"pictures are written as {' or '.join(FORMATS)}, not {form!r}")
    display = session.runner.display
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for number, window in enumerate(display.windows() if display is not None else []):
        figure = _figure_of(window)
        if figure is not None:
            path = target / f"{number:03d}_{window.hname().replace('[', '').replace(']', '')}.{form}"
            figure.savefig(path)
            written.append(path)
    return written


def _figure_of(window: Any) -> Any:
    figure = new_figure()
    if isinstance(window, TreeWindow):
        if not window.shown():
            return None
        draw_tree(window, figure)
        return figure
    if window.hoc_name == "Graph":
        window.draw_objects()
        picture: Picture = window.picture
        if picture.is_empty and not picture.lines:
            return None
        draw_picture(picture, figure)
        return figure
    if window.hoc_name == "RangeVarPlot":
        lengths, values = window.points()
        draw_picture(Picture(window.hname(), lines=[Line(window.label, x=lengths, y=values)]), figure)
        return figure
    return None
