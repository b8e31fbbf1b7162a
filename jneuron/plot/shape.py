"""Draws trees: every section as the line through its 3-D points, coloured by the values of its segments."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from jneuron.plot.backend import axes_of
from jneuron.plot.picture import color_name

Floats = npt.NDArray[np.float64]
LINE_WIDTH = 1.2
PLANES = {"xy": (0, 1), "xz": (0, 2), "yz": (1, 2)}


@dataclass(frozen=True, slots=True)
class Branch:
    """One section.

    Attributes:
        points: Where it runs [um]. (point, 3)
        diam: Its diameter at the points [um]. (point,)
        values: What the segments from 0 to 1 show, or None. (segment,)
        color: Number of its colour where it shows no values.
    """

    points: Floats
    diam: Floats
    values: Floats | None = None
    color: int = 1


def draw_branches(
    branches: Sequence[Branch],
    target: Any = None,
    *,
    low: float = -80.0,
    high: float = 40.0,
    plane: str = "xy",
    colors: Any = "viridis",
    label: str = "",
    with_diameters: bool = False,
    color: str | None = None,
    line_width: float = LINE_WIDTH,
) -> Any:
    """Draws branches into axes, a figure, pyplot, or a new figure; returns the axes.

    Args:
        low, high: The values at the ends of the colour map.
        plane: Which coordinates are seen: "xy", "xz" or "yz".
        colors: A colour map of matplotlib's, or its name.
        label: What the colour bar says.
        with_diameters: Whether lines are as wide as the branches.
        color: matplotlib's name of one colour for all branches that show no values, or None: each has its own.
        line_width: Width of lines that are not as wide as their branches [points].
    """
    axes = axes_of(target)
    from matplotlib.collections import LineCollection

    coloured = [branch for branch in branches if branch.values is not None]
    shown = list(PLANES[plane])
    for branch in branches:
        if branch.values is None and len(branch.points):
            x, y = branch.points[:, shown].T
            width = _width(branch, with_diameters, line_width)
            axes.plot(x, y, color=color or color_name(branch.color), linewidth=width)
    if coloured:
        pieces, values, widths = [], [], []
        for branch in coloured:
            for piece, value in zip(*_pieces(branch), strict=True):
                pieces.append(piece[:, shown])
                values.append(value)
                widths.append(_width(branch, with_diameters, line_width))
        lines = LineCollection(pieces, array=np.array(values), cmap=colors, linewidths=widths)
        lines.set_clim(low, high)
        axes.add_collection(lines)
        axes.figure.colorbar(lines, ax=axes, label=label)
    axes.autoscale()
    axes.set_aspect("equal", adjustable="datalim")
    return axes


def _pieces(branch: Branch) -> tuple[list[Floats], Floats]:
    """Returns the stretch of a branch that belongs to each segment, and the values."""
    assert branch.values is not None
    steps = np.linalg.norm(np.diff(branch.points, axis=0), axis=1)
    arc = np.concatenate([[0.0], np.cumsum(steps)])
    borders = np.linspace(0.0, arc[-1], len(branch.values) + 1)
    pieces = []
    for start, end in itertools.pairwise(borders):
        places = np.concatenate([[start], arc[(arc > start) & (arc < end)], [end]])
        pieces.append(np.stack([np.interp(places, arc, branch.points[:, k]) for k in range(3)], axis=1))
    return pieces, branch.values


def _width(branch: Branch, with_diameters: bool, line_width: float) -> float:
    return max(float(branch.diam.mean()), 0.5) if with_diameters else line_width
