"""Draws a `Picture`: the lines, marks and texts of a Graph."""

from __future__ import annotations

from typing import Any

from jneuron.plot.backend import axes_of
from jneuron.plot.picture import Picture, color_name

MARKERS = {"+": "+", "o": "o", "s": "s", "t": "^", "O": "o", "S": "s", "T": "^", "|": "|", "-": "_", ".": "."}
"""matplotlib's markers for NEURON's; capital letters are filled."""
DASHES = ("-", "--", "-.", ":")
BRUSHES = 5
"""Brushes come in rows of this many widths, each row with a dash pattern of its own."""


def draw_picture(picture: Picture, target: Any = None) -> Any:
    """Draws a picture into axes, a figure, pyplot, or a new figure; returns the axes."""
    axes = axes_of(target)
    labelled = False
    for line in picture.lines:
        if line.x:
            style = DASHES[line.brush // BRUSHES % len(DASHES)]
            width = 0.8 + 0.6 * (line.brush % BRUSHES)
            color = color_name(line.color)
            axes.plot(line.x, line.y, style, color=color, linewidth=width, label=line.label or None)
            labelled = labelled or bool(line.label)
    for mark in picture.marks:
        face = color_name(mark.color) if mark.style.isupper() else "none"
        if mark.style in "+|-.":
            face = color_name(mark.color)
        marker, color = MARKERS.get(mark.style, "+"), color_name(mark.color)
        axes.plot([mark.x], [mark.y], marker, markersize=mark.size, color=color, markerfacecolor=face)
    for text in picture.texts:
        place = axes.transData if text.moves else axes.transAxes
        axes.text(text.x, text.y, text.text, transform=place, color=color_name(text.color))
    if picture.bounds is not None:
        left, right, bottom, top = picture.bounds
        if right > left:
            axes.set_xlim(left, right)
        if top > bottom:
            axes.set_ylim(bottom, top)
    if labelled:
        axes.legend(loc="upper right", fontsize="small", frameon=False)
    axes.set_title(picture.title or picture.name)
    return axes
