"""NEURON's classes by name: the module that has each, loaded when the class is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from jneuron.facade.objects import bind
from jneuron.facade.point_process import PointProcess


class ClassSource(NamedTuple):
    """Where a class is.

    Attributes:
        module: The module below `jneuron.facade`; the class has NEURON's name in it.
        since: The library file that defines it, or an empty string for what is always there.
    """

    module: str
    since: str = ""


_IMPORT3D = "import3d.hoc"

SOURCES: dict[str, ClassSource] = {
    "CVode": ClassSource("cvode"),
    "FInitializeHandler": ClassSource("initialize_handler"),
    "File": ClassSource("file"),
    "Impedance": ClassSource("impedance"),
    "Import3d_GUI": ClassSource("import3d", _IMPORT3D),
    "Import3d_Neurolucida3": ClassSource("import3d_readers", _IMPORT3D),
    "Import3d_Neurolucida_read": ClassSource("import3d_neurolucida1", _IMPORT3D),
    "Import3d_SWC_read": ClassSource("import3d_readers", _IMPORT3D),
    "Import3d_Section": ClassSource("import3d", _IMPORT3D),
    "List": ClassSource("list"),
    "Matrix": ClassSource("matrix.methods"),
    "MechanismStandard": ClassSource("mechanism_standard"),
    "MechanismType": ClassSource("mechanism_type"),
    "NMODLRandom": ClassSource("random.nmodl_random"),
    "NetCon": ClassSource("netcon"),
    "ParallelContext": ClassSource("parallel_context"),
    "Pointer": ClassSource("pointers"),
    "PtrVector": ClassSource("pointers"),
    "PythonObject": ClassSource("python_object"),
    "Random": ClassSource("random.random"),
    "SaveState": ClassSource("save_state"),
    "SectionList": ClassSource("section_list"),
    "SectionRef": ClassSource("section_ref"),
    "StateTransitionEvent": ClassSource("state_transition_event"),
    "StringFunctions": ClassSource("string_functions"),
    "Timer": ClassSource("timer"),
    **{
        name: ClassSource("windows.boxes")
        for name in ("Deck", "HBox", "PWManager", "SymChooser", "TextEditor", "VBox", "ValueFieldEditor")
    },
    "GUIMath": ClassSource("windows.gui_math"),
    "Glyph": ClassSource("windows.glyph"),
    "Graph": ClassSource("windows.graph"),
    "PPShape": ClassSource("windows.shape"),
    "PlotShape": ClassSource("windows.shape"),
    "RangeVarPlot": ClassSource("windows.range_var_plot"),
    "SectionBrowser": ClassSource("windows.shape"),
    "Shape": ClassSource("windows.shape"),
    "Vector": ClassSource("vector.methods"),
}


PROCESSES: dict[str, str] = {"APCount": "apcount", "NetStim": "netstim", "PatternStim": "patternstim"}
"""Point processes with methods of their own: the module that has the class."""


def _maker(name: str, source: ClassSource) -> Callable[[Any], type]:
    def make(session: Any) -> type:
        if source.since and source.since not in session.interface.loaded:
            raise AttributeError(f"'hoc.HocObject' object has no attribute '{name}'")
        return bind(getattr(import_module(f"jneuron.facade.{source.module}"), name), session)

    return make


CLASSES: dict[str, Callable[[Any], type]] = {name: _maker(name, source) for name, source in SOURCES.items()}
"""What makes the class of a session, by name."""

TEMPLATES: dict[str, str] = {
    **dict.fromkeys(("ExecCommand", "String"), "stdlib.hoc"),
    **dict.fromkeys(("NEURONMainMenu", "NumericalMethodPanel", "PointBrowser", "WindowMenu"), "stdrun.hoc"),
    **dict.fromkeys(("Inserter", "PointProcessManager"), "stdgui.hoc"),
    **dict.fromkeys(("MStanWrap", "SNList"), "celbild.hoc"),
    "Electrode": "electrod.hoc",
    "Grapher": "grapher.hoc",
    "SingleCompartment": "single.hoc",
    "ParallelNetManager": "netparmpi.hoc",
    "PointProcessGroupManager": "pointgrp.hoc",
    "VecWrap": "vecwrap.hoc",
}
"""Templates of the library that are hoc code of ours, in `stdlib/templates`, by the file of NEURON's that defines them."""


def _template_maker(name: str, since: str) -> Callable[[Any], type]:
    def make(session: Any) -> type:
        being_read = session.interface.templates_being_read
        # while it is read, its name means nothing yet
        if since not in session.interface.loaded or name in being_read:
            raise AttributeError(f"'hoc.HocObject' object has no attribute '{name}'")
        being_read.add(name)
        try:
            session.interpreter.run_file(Path(__file__).parent / "stdlib" / "templates" / f"{name}.hoc")
        finally:
            being_read.discard(name)
        made: type = session.interface.classes[name]
        return made

    return make


CLASSES |= {name: _template_maker(name, since) for name, since in TEMPLATES.items()}


def process_class(name: str) -> type[PointProcess]:
    """Returns the class of a point process or artificial cell, not bound to a session yet."""
    module = PROCESSES.get(name)
    return PointProcess if module is None else getattr(import_module(f"jneuron.facade.{module}"), name)


def load_all() -> None:
    """Loads every class, so that all of them are in the register of what is implemented."""
    for module in (*(source.module for source in SOURCES.values()), *PROCESSES.values()):
        import_module(f"jneuron.facade.{module}")
