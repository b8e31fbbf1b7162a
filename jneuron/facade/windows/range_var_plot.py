"""`h.RangeVarPlot`: a range variable along the shortest path between two places.

The path runs over the nodes of the equations, ends of sections included. Lengths count from the node that is nearest to the
root, negative on the side where the path begins. A mechanism's variable is not defined at the ends of sections: where it is
on both sides of a junction the junction is left out; where it is on one side only there are two points, one of value 0.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import numpy as np

from jneuron.base.errors import HocError
from jneuron.facade.calls import Arguments, Refusal, attach, check_keywords, really, refuse
from jneuron.facade.current_section import current_section
from jneuron.facade.geometry_functions import place_of
from jneuron.facade.implements import implements
from jneuron.facade.ref import NumberRef
from jneuron.facade.windows.accepted import Window
from jneuron.facade.windows.curves import UNPLOTTABLE
from jneuron.facade.windows.expression import evaluator
from jneuron.geometry.paths import Place, distance
from jneuron.geometry.segments import refresh
from jneuron.model.reference import Reference
from jneuron.model.section import SectionDecl

CABLE_VARIABLES = {"v": "node", "i_membrane_": "node", "diam": "morphology"}


class Node(NamedTuple):
    """A node on the path.

    Attributes:
        place: The node as a place of the section whose part of the path it ends.
        home: The same node as a place of the section that it belongs to.
        length: Where it stands on the path [um], in single precision as NEURON keeps it.
    """

    place: Place
    home: Place
    length: float


class RangeVarPlot(Window):
    """NEURON's RangeVarPlot: `RangeVarPlot("v", begin, end)`."""

    hoc_name = "RangeVarPlot"
    __slots__ = ("_ends", "_function", "_origin", "_variable", "label")
    _ends: dict[str, Place]
    _function: Callable[[float], Any] | None
    _variable: str
    _origin: float
    label: str

    def __init__(self, *values: Any, **keywords: Any) -> None:
        check_keywords(keywords)
        super().__init__()
        given = Arguments("RangeVarPlot", values)
        try:
            self._open_with(given)
        except Refusal as refusal:
            refuse(refusal, "RangeVarPlot", values)

    def _open_with(self, given: Arguments) -> None:
        variable = given.any(0)
        if not (isinstance(variable, str) or callable(variable)):
            raise Refusal(f"bad stack access: expecting Object**; really {really(variable)}")
        self._set("_function", variable if callable(variable) else None)
        self._set("_variable", "" if callable(variable) else variable)
        self._set("label", self._variable)
        self._set("_origin", 0.0)
        ends = {}
        if given.has(1):
            ends = {"begin": place_of(self.session, given, 1), "end": place_of(self.session, given, 2)}
        self._set("_ends", ends)

    def _set(self, name: str, value: Any) -> None:
        object.__setattr__(self, name, value)

    @property
    @implements("RangeVarPlot.plot")
    def plot(self) -> Plotting:
        """Draws it onto a Graph or a plotting library's axes when it is called."""
        return Plotting(self)

    # ---- the path

    def nodes(self) -> list[Node]:
        """Returns the nodes from begin to end; none where an end is missing or they lie in different trees."""
        if len(self._ends) < 2 or not all(place.section.alive for place in self._ends.values()):
            return []
        begin, end = self._ends["begin"], self._ends["end"]
        for section in {begin.section, end.section}:
            refresh(self.session.model, section)
        down, up = list(_towards_root(begin)), list(_towards_root(end))
        homes = {_home(place): k for k, place in enumerate(up)}
        top = next((k for k, place in enumerate(down) if _home(place) in homes), None)
        if top is None:
            return []
        summit = _home(down[top])
        falling = [Node(p, _home(p), self._length(-distance(p, summit))) for p in down[: top + 1]]
        rising = [Node(p, _home(p), self._length(distance(p, summit))) for p in up[: homes[summit]]]
        return falling + rising[::-1]

    def _length(self, length: float) -> float:
        return float(np.float32(length + self._origin))

    # ---- its points

    def references(self) -> tuple[list[float], list[Reference]]:
        """Returns where the points stand, and what they show."""
        nodes = self.nodes()
        if self._function is not None or not self._is_range_variable():
            try:
                return [node.length for node in nodes], [self._worked_out(node.place) for node in nodes]
            except UNPLOTTABLE:
                return [], []
        return _with_junctions(nodes, self._reference)

    def points(self) -> tuple[list[float], list[float]]:
        """Returns lengths and values."""
        lengths, references = self.references()
        return lengths, [reference.get() for reference in references]

    def _is_range_variable(self) -> bool:
        return self._mechanism() is not None

    def _mechanism(self) -> str | None:
        """Returns the mechanism that the variable belongs to, None where it is no range variable."""
        if self._variable in CABLE_VARIABLES:
            return CABLE_VARIABLES[self._variable]
        variable = self.session.interface.names.find(self._variable)
        return None if variable is None else str(variable.mechanism)

    def _reference(self, node: Node) -> Reference | None:
        """Returns the variable at a node, None where it does not exist."""
        section, slot = node.home
        if self._mechanism() != "node" and not (1 <= slot <= section.nseg and self._mechanism() in section.mechanisms):
            return None
        section, slot = node.place
        segment = self.session.interface.segment(section, section.x_of_slot(slot))
        try:
            found: Reference = getattr(segment, f"_ref_{self._variable}")
        except (AttributeError, TypeError, HocError):
            return NumberRef(0.0)
        return found

    def _worked_out(self, place: Place) -> Reference:
        """Returns what a function of x or an expression gives at a place."""
        session = self.session
        x = float(np.float32(place.section.x_of_slot(place.slot)))
        session.section_stack.append(place.section)
        try:
            value = self._function(x) if self._function is not None else self._evaluated(x)
        finally:
            session.section_stack.pop()
        return NumberRef(float(value))

    def _evaluated(self, x: float) -> float:
        return evaluator(self.session, self._variable.replace("$1", repr(x)))()


def _home(place: Place) -> Place:
    """Returns the node as a place of the section that it belongs to: a connected end is a node of the parent."""
    section, slot = place
    while (parent := section.parent) is not None and slot == _connected_slot(section):
        section, slot = parent, parent.slot(section.parent_x)
    return Place(section, slot)


def _connected_slot(section: SectionDecl) -> int:
    return section.nseg + 1 if section.child_x == 1.0 else 0


def _towards_root(start: Place) -> Iterator[Place]:
    """Yields the nodes from a place to the root of its tree, each once."""
    section, slot = start
    while True:
        end = _connected_slot(section)
        step = 1 if end > slot else -1
        for k in range(slot, end + step, step):
            yield Place(section, k)
        if section.parent is None:
            return
        # the connected end is the parent's node: go on with the one after that
        parent, attached = section.parent, section.parent.slot(section.parent_x)
        while attached == _connected_slot(parent):
            above = parent.parent
            if above is None:
                return
            parent, attached = above, above.slot(parent.parent_x)
        slot = attached + (1 if _connected_slot(parent) > attached else -1)
        section = parent


def _with_junctions(nodes: list[Node], find: Callable[[Node], Reference | None]) -> tuple[list[float], list[Reference]]:
    """Returns the points of a variable that does not exist everywhere.

    Order: NEURON's, which notices only at the second node without the variable that it has ended.
    """
    lengths: list[float] = []
    found: list[Reference] = []
    last: Reference | None = None
    n_missing = 0

    def add(length: float, reference: Reference | None) -> None:
        lengths.append(length)
        found.append(NumberRef(0.0) if reference is None else reference)

    for k, node in enumerate(nodes):
        here = find(node)
        if here is not None:
            before = nodes[k - 1].length
            if n_missing > 1:
                add(before, None)
            if n_missing > 1 or (k == 1 and n_missing == 1):
                add(before, here)
            add(node.length, here)
            n_missing, last = 0, here
        else:
            if n_missing == 1:
                add(nodes[k - 1].length, last)
                add(nodes[k - 1].length, None)
                last = None
            if k == len(nodes) - 1 and n_missing == 0:
                add(node.length, last)
            n_missing += 1
    return lengths, found


# ---- methods


def _set_end(plotted: RangeVarPlot, given: Arguments) -> float:
    """`begin(segment)`, `begin(x, sec=section)`, and `end` likewise: sets an end of the path."""
    plotted._ends[given.method] = place_of(plotted.session, given, 0)
    return 1.0


def _origin(plotted: RangeVarPlot, given: Arguments) -> float:
    """`origin(x, sec=section)`: moves all lengths by x, as NEURON does whatever the section."""
    x = given.number(0)
    current_section(plotted.session)
    plotted._set("_origin", x)
    return 1.0


def _left(plotted: RangeVarPlot, given: Arguments) -> float:
    """Returns where the path begins [um]."""
    nodes = plotted.nodes()
    return nodes[0].length if nodes else 0.0


def _right(plotted: RangeVarPlot, given: Arguments) -> float:
    """Returns where the path ends [um]."""
    nodes = plotted.nodes()
    return nodes[-1].length if nodes else 0.0


def _d2root(plotted: RangeVarPlot, given: Arguments) -> float:
    """Returns the distance of the path from the root of the tree [um]."""
    nodes = plotted.nodes()
    if not nodes:
        return 0.0
    summit = min(nodes, key=lambda node: abs(node.length - plotted._origin)).home
    *_, root = _towards_root(summit)
    return distance(summit, root)


def _list(plotted: RangeVarPlot, given: Arguments) -> float:
    """`list(sections)`: fills a SectionList with the sections of the path."""
    sections = given.of_class(0, "SectionList")
    for section in dict.fromkeys(node.place.section for node in plotted.nodes()):
        sections.append(plotted.session.interface.section(section))
    return 1.0


def _to_vector(plotted: RangeVarPlot, given: Arguments) -> float:
    """`to_vector(y[, x])`: copies values and lengths into Vectors; returns how many there are."""
    if len(given.values) not in (0, 1, 2):
        raise Refusal("Too many arguments RangeVarPlot.to_vector takes 1 or 2 arguments.")
    y = given.of_class(0, "Vector")
    x = given.of_class(1, "Vector") if given.has(1) else None
    lengths, values = plotted.points()
    for vector, numbers in ((y, values), (x, lengths)):
        if vector is not None:
            vector.clear_samples()
            vector.add_samples(numbers)
    return float(len(values))


def _from_vector(plotted: RangeVarPlot, given: Arguments) -> float:
    """`from_vector(y)`: writes the values of a Vector to the variable; returns how many there are."""
    values = given.of_class(0, "Vector")
    _, references = plotted.references()
    for k, reference in enumerate(references):
        if k >= len(values):
            raise Refusal(
                f"{plotted.hname()}::from_vector: vector::_M_range_check: __n (which is {k}) >= this->size() (which is {k})"
            )
        reference.set(values[k])
    return float(len(references))


def _vector(plotted: RangeVarPlot, given: Arguments) -> Any:
    """Returns the values in a new Vector."""
    if given.values:
        raise Refusal("Too many arguments RangeVarPlot.vector takes no arguments; were you thinking of .to_vector?")
    return plotted.session.h.Vector(plotted.points()[1])


def _color(plotted: RangeVarPlot, given: Arguments) -> int:
    """`color(number)`: sets the colour of the line."""
    given.number(0, 1.0)
    return 1


class Plotting:
    """What `rangevarplot.plot` is: draws the variable as it stands now onto a Graph, or a plotting library's axes."""

    def __init__(self, plotted: RangeVarPlot) -> None:
        self._plotted = plotted

    def __call__(self, graph: Any, *arguments: Any, **keywords: Any) -> Any:
        lengths, values = self._plotted.points()
        vector = self._plotted.session.h.Vector
        if getattr(graph, "hoc_name", ""):
            return vector(values).line(graph, vector(lengths), *arguments)
        for method in ("plot", "line"):
            if hasattr(graph, method):
                return getattr(graph, method)(lengths, values, *arguments, **keywords)
        if str(type(graph)) == "<class 'matplotlib.figure.Figure'>":
            raise Exception("plot to a matplotlib axis not a matplotlib figure")
        raise Exception(f"Unable to plot to graphs of type {type(graph)}")

    def __repr__(self) -> str:
        return f"{self._plotted.hname()}.plot()"


attach(
    RangeVarPlot,
    {
        "begin": _set_end,
        "end": _set_end,
        "origin": _origin,
        "left": _left,
        "right": _right,
        "d2root": _d2root,
        "list": _list,
        "to_vector": _to_vector,
        "from_vector": _from_vector,
        "vector": _vector,
        "color": _color,
    },
)
