"""Plots the curves of Graphs during runs of the standard run system, and knows every window of a session.

`stdinit` ends with `initPlot`, every `step` with `Plot`, a run with `flushPlot`. A NEURON without a display throws every Graph
out of graphList when a run begins, as nobody looks at it; so do we, and go on plotting it behind the scenes.
"""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING, Any

import numpy as np

from jneuron.facade.windows.curves import Curve, Sink
from jneuron.model.references import ColumnReference

if TYPE_CHECKING:
    from jneuron.facade.windows.graph import Graph

OFFSETS = (0.0, -0.5, 0.5, 0.0)
"""Where the Graphs of each list stand on the axis of time, in steps from t: voltages, currents, states, anything."""


class Display:
    """The windows of one session.

    Attributes:
        keeps_all: Whether windows are kept that the model itself forgets, to be drawn at the end.
    """

    def __init__(self, session: Any) -> None:
        self._session = session
        self._windows: list[weakref.ref[Any]] = []
        self._kept: list[Any] = []
        self.keeps_all = False
        self._plotted: list[list[weakref.ref[Graph]]] = [[] for _ in OFFSETS]
        self._times = Sink()
        self._has_times = False

    def know(self, window: Any) -> None:
        """Notes that there is one more window."""
        if self.keeps_all:
            self._kept.append(window)
        else:
            self._windows = [reference for reference in self._windows if reference() is not None]
        self._windows.append(weakref.ref(window))

    def windows(self) -> list[Any]:
        """Returns the living windows, in order of creation."""
        return [window for reference in self._windows if (window := reference()) is not None]

    # ---- which Graphs are plotted

    def _list(self, name: str, index: int | None = None) -> list[Any]:
        """Returns the objects in one of the library's lists; empty where it is not loaded or is something else now."""
        variables = self._session.interface.variables
        if name not in variables:
            return []
        found = variables.get(name)
        if index is not None:
            found = found[index] if len(found) > index else None
        return found._items() if getattr(found, "hoc_name", "") == "List" else []

    def _has_work(self) -> bool:
        """Tells whether there is any window in a list of the library's, or was one; most models have none."""
        if any(self._plotted):
            return True
        variables = self._session.interface.variables
        if "graphList" not in variables:
            return False
        shown = [*variables.get("graphList"), variables.get("flush_list"), variables.get("fast_flush_list")]
        return any(getattr(found, "hoc_name", "") == "List" and found._items() for found in shown)

    def _graphs(self, index: int) -> list[Graph]:
        """Returns the Graphs of one kind: those in the list now, and those that earlier runs took out of it."""
        listed = [item for item in self._list("graphList", index) if getattr(item, "hoc_name", "") == "Graph"]
        earlier = [graph for reference in self._plotted[index] if (graph := reference()) is not None and graph not in listed]
        return earlier + listed

    def _others(self) -> list[tuple[Any, float]]:
        """Returns what is in graphList and is no Graph, with its offset: templates of the user's that plot by themselves."""
        return [
            (item, offset)
            for index, offset in enumerate(OFFSETS)
            for item in self._list("graphList", index)
            if getattr(item, "hoc_name", "") != "Graph"
        ]

    def _curves(self) -> list[Curve]:
        curves = []
        for index in range(len(OFFSETS)):
            for graph in self._graphs(index):
                curves += graph.curves
                if graph.x_source is not None and graph.curves:
                    curves.append(graph.x_source)
        return [curve for curve in curves if not curve.is_dead]

    # ---- the procedures of the run library

    def prepare(self) -> None:
        """Has the curves' variables recorded; called when an initialisation begins."""
        curves = self._curves() if self._has_work() else []
        if not curves:
            return
        probes = self._session.model.probes
        if not self._has_times:
            self._has_times = True
            probes.record(self._times, ColumnReference(self._session.model.tables["hoc"], "t", 0))
        for curve in curves:
            curve.record(probes)

    def begin(self) -> None:
        """initPlot: starts all curves anew, and takes Graphs that nobody sees out of the lists."""
        if not self._has_work():
            return
        for index in range(len(OFFSETS)):
            graphs = self._graphs(index)
            self._plotted[index] = [weakref.ref(graph) for graph in graphs]
            self._throw_out(self._list("graphList", index))
            for graph in graphs:
                graph.begin_curves()
            for item in self._list("graphList", index):
                item.begin()
        for name in ("flush_list", "fast_flush_list"):
            self._throw_out(self._list(name))

    @staticmethod
    def _throw_out(items: list[Any]) -> None:
        items[:] = [item for item in items if item.view_count() != 0]

    def plot(self) -> None:
        """Plot: adds the present values to all curves."""
        if not self._has_work():
            return
        t, dt = self._session.t, self._session.dt
        for index, offset in enumerate(OFFSETS):
            for graph in self._graphs(index):
                graph.plot_curves(t + offset * dt)
        for item, offset in self._others():
            item.plot(t + offset * dt)

    def flush(self, method: str = "flush") -> None:
        """Draws everything: windows in the lists are told so."""
        if not self._has_work():
            return
        for item, _ in self._others():
            getattr(item, method)()
        for index in range(len(OFFSETS)):
            for graph in self._graphs(index):
                graph.draw_objects()
        for name in ("flush_list", "fast_flush_list"):
            for item in self._list(name):
                getattr(item, method)()

    # ---- a run in one piece

    def is_idle(self) -> bool:
        """Tells whether there is nothing to plot at all."""
        return not self._has_work() or not (self._curves() or self._others())

    def can_follow(self) -> bool:
        """Tells whether the samples of a run arrive by themselves, so that it need not stop at every step."""
        return not self._others() and self._times.is_under_way and all(curve.is_recorded for curve in self._curves())

    def start(self) -> None:
        """Forgets samples taken before a run."""
        if self._has_times:
            self._take()

    def follow(self, n_substep: int) -> None:
        """Adds to the curves what the steps since `start` would have plotted: a point every `n_substep` steps."""
        if not self._has_times:
            return
        times, samples = self._take()
        points = slice(n_substep - 1, None, n_substep)
        dt = self._session.dt
        for index, offset in enumerate(OFFSETS):
            for graph in self._graphs(index):
                x = times[points] + offset * dt
                if graph.x_source is not None:
                    x = samples[id(graph.x_source)][points]
                for curve in graph.curves:
                    if id(curve) in samples:
                        curve.line.x += x.tolist()
                        curve.line.y += samples[id(curve)][points].tolist()

    def _take(self) -> tuple[np.ndarray, dict[int, np.ndarray]]:
        return self._times.take(), {id(curve): curve.sink.take() for curve in self._curves() if curve.sink is not None}


def display_of(session: Any) -> Display:
    """Returns the display of a session, made when it is first asked for."""
    if session.runner.display is None:
        session.runner.display = Display(session)
    display: Display = session.runner.display
    return display
