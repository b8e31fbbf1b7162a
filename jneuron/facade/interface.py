"""What one session's interface consists of: its bound classes, and the ways from declarations to handles."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jneuron.base.errors import HocError
from jneuron.facade import classes, point_process, procedures
from jneuron.facade import section as section_module
from jneuron.facade.c_services import CServices
from jneuron.facade.calls import Refusal, refuse
from jneuron.facade.current_section import section_keyword
from jneuron.facade.density_mechanism import DensityMechanism
from jneuron.facade.mechanism import Mechanism, bound_mechanism
from jneuron.facade.objects import bind
from jneuron.facade.range_variable import CABLE_MECHANISMS, Names
from jneuron.facade.section import Section, handle_of, section_name
from jneuron.facade.segment import Segment, attach_mechanism, attach_variable
from jneuron.facade.stdlib import run_library
from jneuron.facade.stdlib.variables import Variables
from jneuron.facade.text_functions import Console
from jneuron.geometry.node_order import order_nodes
from jneuron.ir.kinds import MechanismKind, VariableKind
from jneuron.mech.places import files_of_folder, files_of_library
from jneuron.model.ions import Ion
from jneuron.model.network import NetConDecl
from jneuron.model.point_process import PointProcessDecl
from jneuron.model.reference import Reference
from jneuron.model.section import SectionDecl

if TYPE_CHECKING:
    from jneuron.geometry.paths import Place
    from jneuron.ir.mechanism_type import Procedure

SHOWN = (VariableKind.PARAMETER, VariableKind.ASSIGNED, VariableKind.STATE)
"""Variables that lie in a column of their own."""


class Interface:
    """The classes of one session.

    Attributes:
        names: Range variables and density mechanisms by name.
        Section, Segment, Mechanism, DensityMechanism: Bound to the session.
        classes: NEURON's other classes, bound, by name; filled when they are first asked for.
        loaded: Files of the standard library that have been loaded.
        loaded_folders: Folders whose mechanisms have been loaded.
        kept_stdout: File descriptor of standard output while what is printed goes to a file (hoc_stdout), else None.
        variables: Objects and strings that these files declare at the top level.
        kept_by_boxes: What a box keeps alive (VBox.ref), by the box's id.
        templates_being_read: Templates of the library whose hoc code is being executed just now.
        settings: Numbers that `CVode` and `ParallelContext` were told, by name.
        console: The files that `ropen` and `wopen` have opened.
        batch: The places whose numbers `batch_run` writes.
        data: The instance that a mechanism's functions work on (setdata), as section and slot.
        gids: Global ids (ParallelContext) that belong to this host, each with its source once it has one.
        netcons: The NetCons by their declarations, as `netcon.living_netcons` has found them, and when that was.
        distance_origin: Where `distance(x)` measures from.
    """

    def __init__(self, session: Any) -> None:
        self._session = session
        self.names = Names(session)
        self.Section = bind(Section, session)
        self.Segment = bind(Segment, session)
        self.Mechanism = bind(Mechanism, session)
        self.DensityMechanism = type("DensityMechanism", (DensityMechanism,), {"session": session, "__module__": "neuron"})
        for cls in (self.Section, self.Segment, self.Mechanism):
            cls.__module__ = "nrn"
        self.Segment.nodes = session.model.tables["node"]  # type: ignore[attr-defined]
        self.Segment.writers = {"v": Segment.v.fset, "diam": Segment.diam.fset}  # type: ignore[attr-defined]
        self.Section.segment_class = self.Segment  # type: ignore[attr-defined]
        self._mechanism_classes: dict[str, type[Mechanism]] = {}
        self.classes: dict[str, type] = {}
        self.loaded: set[str] = set()
        self.variables = Variables()
        self.templates_being_read: set[str] = set()
        self.kept_by_boxes: dict[int, Any] = {}
        self.console = Console()
        self.kept_stdout: int | None = None
        self.batch: list[Reference] = []
        self.settings: dict[str, float] = {}
        self.gids: dict[int, Any] = {}
        self.data: dict[str, tuple[SectionDecl, int]] = {}
        self._shown: set[str] = set()
        self.loaded_folders: list[str] = []
        self._node_rows: tuple[int, dict[int, int]] | None = None
        self.netcons: tuple[int, dict[NetConDecl, Callable[[], Any]]] | None = None
        self.distance_origin: Place | None = None
        session.library.services = CServices(session)
        self.show("capacitance")

    def hoc_class(self, name: str, make: Callable[[], type]) -> type:
        """Returns one of NEURON's classes, made when it is first asked for."""
        known = self.classes.get(name)
        if known is None:
            known = self.classes[name] = make()
        return known

    def mechanism_class(self, name: str) -> type[Mechanism]:
        """Returns the class of a density mechanism's instances, made when it is first asked for."""
        known = self._mechanism_classes.get(name)
        if known is None:
            known = self._mechanism_classes[name] = bound_mechanism(self.Mechanism, name)
        return known

    def point_process_class(self, name: str) -> type[point_process.PointProcess]:
        """Returns the class of a point process or artificial cell."""
        session = self._session
        base = classes.process_class(name)
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

    def know(self, mechanism: str) -> None:
        """Makes room for a mechanism's globals."""
        if not mechanism.endswith("_ion") and mechanism not in ("morphology", "capacitance", "extracellular"):
            type_ = self._session.library.get(mechanism)
            self._session.model.add_type(type_)
            if type_.kind is MechanismKind.DENSITY:
                self.show(mechanism)

    def show(self, mechanism: str) -> None:
        """Makes a density mechanism or ion that is in use, and its variables, attributes of segments and sections."""
        if mechanism in self._shown:
            return
        self._shown.add(mechanism)
        if mechanism not in CABLE_MECHANISMS:
            attach_mechanism(self.Segment, mechanism, self.mechanism_class(mechanism))
            for use in () if self.names.is_ion(mechanism) else self._session.library.get(mechanism).ions:
                self.show(f"{use.name}_ion")
        table = self._session.model.tables[mechanism]
        for variable in self.names.of_mechanism(mechanism).values():
            if not variable.length and variable.kind in SHOWN:
                attach_variable(self.Segment, table, variable)
                section_module.attach_variable(self.Section, table, variable)

    def ion(self, mechanism: str) -> Ion:
        """Returns the ion of a mechanism `<name>_ion` that the library knows."""
        return self._session.model.add_ion(mechanism.removesuffix("_ion"), None)  # type: ignore[no-any-return]

    def section_from(self, keywords: dict[str, Any]) -> SectionDecl | None:
        """Returns the section given as `sec=`, or None."""
        return section_keyword(self._session, keywords) if keywords else None

    def load_library_file(self, name: str, loads: Iterable[str]) -> None:
        """Makes what a file of the standard library defines visible, after what the files define that it loads."""
        for each in (*loads, name):
            if each not in self.loaded:
                self.loaded.add(each)
                self.variables.load(each, lambda class_name: getattr(self._session.h, class_name))
                if each in run_library.ON_LOADING:
                    run_library.ON_LOADING[each](self._session)

    def load_mechanisms(self, path: str, warn_if_already_loaded: bool = True) -> bool:
        """Registers the .mod files of a folder, those that nrnivmodl was run on there; tells whether there are any."""
        if path in self.loaded_folders:
            if warn_if_already_loaded:
                print(f"Mechanisms already loaded from path: {path}.  Aborting.")
            return True
        files = files_of_folder(Path(path))
        if not files:
            print(f"NEURON mechanisms not found in {path}.")
            return False
        try:
            self._load(files)
        except Refusal as refusal:
            refuse(refusal, "nrn_load_dll", (path,))
        self.loaded_folders.append(path)
        return True

    def load_library(self, path: str) -> bool:
        """Registers the .mod files that a compiled library was made from; tells whether there are any."""
        files = files_of_library(Path(path))
        self._load(files)
        return bool(files)

    def _load(self, files: tuple[Path, ...]) -> None:
        try:
            for file in files:
                self._session.library.add_file(file)
        except HocError as error:
            raise Refusal(str(error)) from None

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
