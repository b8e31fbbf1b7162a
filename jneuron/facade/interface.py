"""What one session's interface consists of: its bound classes, and the ways from declarations to handles."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jneuron.facade import point_process, procedures
from jneuron.facade.apcount import SPECIAL
from jneuron.facade.mechanism import Mechanism
from jneuron.facade.objects import bind
from jneuron.facade.range_variable import Names
from jneuron.facade.section import Section, handle_of, section_name
from jneuron.facade.segment import Segment
from jneuron.geometry.node_order import order_nodes
from jneuron.geometry.paths import Place
from jneuron.ir.mechanism_type import Procedure
from jneuron.model.point_process import PointProcessDecl
from jneuron.model.section import SectionDecl


class Interface:
    """The classes of one session.

    Attributes:
        names: Range variables and density mechanisms by name.
        Section, Segment, Mechanism: Bound to the session.
        classes: NEURON's other classes, bound, by name; filled when they are first asked for.
        loaded: Files of the standard library that have been loaded.
        distance_origin: Where `distance(x)` measures from.
    """

    def __init__(self, session: Any) -> None:
        self._session = session
        self.names = Names(session)
        self.Section = bind(Section, session)
        self.Segment = bind(Segment, session)
        self.Mechanism = bind(Mechanism, session)
        for cls in (self.Section, self.Segment, self.Mechanism):
            cls.__module__ = "nrn"
        self.classes: dict[str, type] = {}
        self.loaded: set[str] = set()
        self._node_rows: tuple[int, dict[int, int]] | None = None
        self.distance_origin: Place | None = None

    def hoc_class(self, name: str, make: Callable[[], type]) -> type:
        """Returns one of NEURON's classes, made when it is first asked for."""
        known = self.classes.get(name)
        if known is None:
            known = self.classes[name] = make()
        return known

    def point_process_class(self, name: str) -> type[point_process.PointProcess]:
        """Returns the class of a point process or artificial cell."""
        session = self._session
        base = SPECIAL.get(name, point_process.PointProcess)
        return self.hoc_class(name, lambda: point_process.bound_class(session, session.library.get(name), base))

    def point_process(self, decl: PointProcessDecl) -> Any:
        """Returns the object that stands for a point process."""
        return decl.handle() if decl.handle is not None else None

    def section(self, decl: SectionDecl) -> Section:
        """Returns the handle of a section."""
        return handle_of(self._session, decl)

    def segment(self, decl: SectionDecl, x: float) -> Segment:
        """Returns a place on a section."""
        return self.Segment(handle_of(self._session, decl), x)  # type: ignore[no-any-return]

    def node_index(self, decl: SectionDecl, slot: int) -> int:
        """Returns the row of the equations that belongs to a slot."""
        model = self._session.model
        if self._node_rows is None or self._node_rows[0] != model.changes.topology:
            rows = {row: node for node, row in enumerate(order_nodes(model).row_of_node.tolist())}
            self._node_rows = model.changes.topology, rows
        return self._node_rows[1][model.node_row(decl, slot)]

    def section_name(self, decl: SectionDecl) -> str:
        """Returns the full name of a section."""
        return section_name(decl)

    def call_procedure(
        self, mechanism: str, procedure: Procedure, row: int, place: tuple[SectionDecl, int] | None, arguments: tuple[Any, ...]
    ) -> float:
        """Calls a FUNCTION or PROCEDURE of one instance."""
        return procedures.call(self._session, mechanism, procedure, row=row, place=place, arguments=arguments)
