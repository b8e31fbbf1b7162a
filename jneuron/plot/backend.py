"""matplotlib, imported when something is drawn."""

from __future__ import annotations

from typing import Any

from jneuron.base.errors import UnsupportedError


def matplotlib() -> Any:
    """Returns matplotlib; raises UnsupportedError where it is not installed."""
    try:
        import matplotlib
    except ImportError:
        raise UnsupportedError(
            "drawing", "matplotlib is not installed.", "install the extra: pip install jneuron[plot]"
        ) from None
    return matplotlib


def new_figure(width: float = 6.0, height: float = 4.0) -> Any:
    """Returns a new figure that belongs to no window [inches]."""
    matplotlib()
    from matplotlib.figure import Figure

    return Figure(figsize=(width, height), layout="constrained")


def axes_of(target: Any) -> Any:
    """Returns axes to draw into: a figure's or pyplot's own, the axes themselves, or those of a new figure for None."""
    if target is None:
        return new_figure().add_subplot()
    if hasattr(target, "gca"):
        return target.gca()
    return target
