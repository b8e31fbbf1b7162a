"""The run library's procedures for plots, menus and settings: `h.newPlotV()`, `h.nrncontrolmenu()`, `h.set_v_init(-70)` ...

What builds windows does nothing without a display but what a script can see: a new Graph in a list, a flag that is set.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jneuron.facade.calls import Arguments, Refusal, object_name
from jneuron.facade.current_section import current_section_or_none
from jneuron.facade.functions import FUNCTIONS, Function, function
from jneuron.facade.implements import implements
from jneuron.facade.windows.display import display_of

STDLIB, STDRUN, STDGUI = "stdlib.hoc", "stdrun.hoc", "stdgui.hoc"
BUILDERS: dict[str, tuple[str, ...]] = {
    STDRUN: (
        *("buildmenu", "celsius_panel", "cbimportmenu", "distmechmenu", "distmechviewers", "fittingmenu", "globalra_panel"),
        *("graphmenu", "helpmenu", "impedancemenu", "miscellaneousmenu", "movierunpanel", "movierunsave", "nrncontrolmenu"),
        *("makePointBrowser", "pointmenu", "pointprocessesmenu", "prjnrn", "toolmenu", "vectormenu", "windowmenu"),
        *("cvode_simgraph", "channel_builder"),
    ),
    STDLIB: ("graph_menu_remove_most", "newcommand"),
    STDGUI: ("makeFamily",),
    "grapher.hoc": ("makegrapher",),
    "vecwrap.hoc": ("makeVecWrap",),
}
"""Procedures that build windows only, by the file that defines them."""


MANAGERS = {
    **dict.fromkeys(("makeinserter", "makeppm", "makeMenuExplore"), STDGUI),
    "makeelectrode": "electrod.hoc",
    "makeppgm": "pointgrp.hoc",
}
"""Procedures that build a window which nothing refers to, after a look at the accessed section's voltage."""


def _shows_voltage(session: Any, given: Arguments) -> float:
    """Builds a window, which without a display nobody sees; shows the voltage of the accessed section."""
    section = current_section_or_none(session)
    if section is not None:
        print(f"\t{session.interface.segment(section, 0.5).v:g} ")
    return 0.0


def _builds_nothing(session: Any, given: Arguments) -> float:
    """Builds a window, which without a display nobody sees."""
    return 0.0


def _native(name: str) -> Callable[[Any, Arguments], float]:
    def call(session: Any, given: Arguments) -> float:
        session.runner.call(name)
        return 0.0

    call.__doc__ = f"See `Runner.{name}`."
    return call


for _file, _names in BUILDERS.items():
    for _name in _names:
        FUNCTIONS[_name] = Function(_name, implements(_name)(_builds_nothing), _file)
for _name, _file in MANAGERS.items():
    FUNCTIONS[_name] = Function(_name, implements(_name)(_shows_voltage), _file)
for _name in ("Plot", "initPlot", "flushPlot", "fastflushPlot", "screen_update"):
    FUNCTIONS[_name] = Function(_name, implements(_name)(_native(_name)), STDRUN)


def _run_library_is_loaded(session: Any) -> None:
    # from now on a run may have something to plot
    display_of(session)
    session.set_hoc("hoc_ac_", 1.0)


def _main_menu_is_built(session: Any) -> None:
    nrnmainmenu(session, Arguments("nrnmainmenu", ()))


def _grapher_is_loaded(session: Any) -> None:
    session.interface.variables.set("temp_string_", "")


ON_LOADING: dict[str, Callable[[Any], None]] = {
    "grapher.hoc": _grapher_is_loaded,
    "nrngui.hoc": _main_menu_is_built,
    "stdrun.hoc": _run_library_is_loaded,
}
"""What else a file of the library does when it is loaded."""


# ---- new Graphs


def _in_list(session: Any, name: str, item: Any, index: int | None = None) -> None:
    found = session.interface.variables.get(name)
    (found if index is None else found[index]).append(item)


def _new_graph(session: Any, bounds: tuple[float, ...]) -> Any:
    graph = session.h.Graph()
    session.interface.variables.set("graphItem", graph)
    if bounds:
        graph.size(*bounds)
        graph.xaxis()
    return graph


@function("newPlot", STDRUN)
def new_plot(session: Any, given: Arguments) -> float:
    """`newPlot(left, right, bottom, top)`: makes `graphItem` a new Graph."""
    _new_graph(session, tuple(given.number(k) for k in range(4)))
    return 0.0


def _plot_in(index: int, low: float, high: float, expression: str = "") -> Callable[[Any, Arguments], float]:
    def call(session: Any, given: Arguments) -> float:
        graph = _new_graph(session, (0.0, session.hoc("tstop"), low, high))
        graph.save_name(f"graphList[{index}].")
        _in_list(session, "graphList", graph, index)
        if expression:
            graph.addexpr(expression)
        return 0.0

    call.__doc__ = f"Adds a new Graph to graphList[{index}]."
    return call


function("newPlotV", STDRUN)(_plot_in(0, -80.0, 40.0, "v(.5)"))
function("newPlotI", STDRUN)(_plot_in(1, -1.0, 1.0))
function("newPlotS", STDRUN)(_plot_in(2, 0.0, 1.0))


@function("addplot", STDRUN)
def addplot(session: Any, given: Arguments) -> float:
    """`addplot(graph, index)`: adds a Graph to graphList[index]."""
    graph = given.object(0)
    graph.size(0.0, session.hoc("tstop"), -1.0, 1.0)
    _in_list(session, "graphList", graph, int(given.number(1)))
    return 0.0


@function("newshapeplot", STDRUN)
def newshapeplot(session: Any, given: Arguments) -> float:
    """Adds a new PlotShape to fast_flush_list; shows the voltage that it begins with."""
    if current_section_or_none(session) is None:
        return 0.0
    _shows_voltage(session, given)
    window = session.h.PlotShape()
    session.interface.variables.set("graphItem", window)
    _in_list(session, "fast_flush_list", window)
    return 0.0


@function("newvectorplot", STDRUN)
def newvectorplot(session: Any, given: Arguments) -> float:
    """Adds a new Graph to flush_list."""
    _in_list(session, "flush_list", _new_graph(session, ()))
    return 0.0


@function("newphaseplane", STDRUN)
def newphaseplane(session: Any, given: Arguments) -> float:
    """Adds a new Graph to graphList[3], with the expression in temp_string_ on its x axis."""
    variables = session.interface.variables
    expression = variables.get("temp_string_")
    graph = _new_graph(session, ())
    graph.xexpr(expression)
    graph.label(0.5, 0.9, f"x-axis: {expression}")
    _in_list(session, "graphList", graph, 3)
    variables.set("temp_string_", "t")
    return 0.0


@function("tstop_changed", STDRUN)
def tstop_changed(session: Any, given: Arguments) -> float:
    """Gives the Graphs of the first three lists the new tstop as their right end; the others sizes are 0 without a display."""
    for graphs in list(session.interface.variables.get("graphList"))[:3]:
        for graph in graphs:
            session.interface.variables.set("graphItem", graph)
    return 0.0


# ---- settings and small services


@function("nrnmainmenu", STDRUN)
def nrnmainmenu(session: Any, given: Arguments) -> float:
    """Opens NEURON's main menu: notes that it was opened."""
    session.set_hoc("mapped_nrnmainmenu_", 1.0)
    versions = [session.h.nrnversion(kind) for kind in (1, 8)]
    session.interface.variables.set("tstr", f'continue_dialog("This is {versions[0]} on {versions[1]}.")')
    return 0.0


@function("runbutton", STDRUN)
def runbutton(session: Any, given: Arguments) -> float:
    """What the run button does: runs if `running_` is set, else stops a run."""
    if not session.hoc("running_"):
        session.set_hoc("stoprun", 1.0)
        return 0.0
    session.runner.call("run")
    session.set_hoc("running_", 0.0)
    session.set_hoc("stoprun", 0.0)
    return 0.0


@function("stoppedrun", STDRUN)
def stoppedrun(session: Any, given: Arguments) -> float:
    """Tells whether the last run was stopped."""
    return float(session.hoc("stoprun"))


@function("set_v_init", STDRUN)
def set_v_init(session: Any, given: Arguments) -> float:
    """Returns v_init [mV], after setting it if a value is given."""
    old = float(session.hoc("v_init"))
    if given.values:
        session.set_hoc("v_init", given.number(0, unit="mV"))
    return old


@function("set_ra", STDRUN)
def set_ra(session: Any, given: Arguments) -> float:
    """Gives every section the axial resistivity global_ra [ohm cm], after setting that if one value is given."""
    if len(given.values) == 1:
        session.set_hoc("global_ra", given.number(0, unit="ohm-cm"))
    for section in list(session.model.sections.values()):
        session.interface.section(section).Ra = session.hoc("global_ra")
    return 0.0


@function("movierun", STDRUN)
def movierun(session: Any, given: Arguments) -> float:
    """Begins a run that a timer drives; without a display the timer never calls, so there is the beginning only."""
    session.set_hoc("running_", 1.0)
    session.set_hoc("stoprun", 0.0)
    session.runner.call("stdinit")
    timer = session.interface.variables.get("movie_timer")
    timer.seconds(session.hoc("movie_frame_dur_"))
    timer.start()
    return 0.0


@function("moviestep", STDRUN)
def moviestep(session: Any, given: Arguments) -> float:
    """Makes one step of a run that a timer drives."""
    session.runner.call("steprun")
    if session.t >= session.hoc("tstop") or session.hoc("stoprun"):
        session.set_hoc("running_", 0.0)
    return 0.0


@function("object_index", STDLIB)
def object_index(session: Any, given: Arguments) -> float:
    """Returns the number in an object's name."""
    name = object_name(given.object(0))
    return float(name.partition("[")[2].rstrip("]") or -1)


@function("classname", STDLIB)
def classname(session: Any, given: Arguments) -> float:
    """`classname(object, string)`: writes the name of an object's class into a string."""
    name, target = object_name(given.object(0)), given.any(1)
    given.string(1)
    session.interface.variables.set("tstr", name)
    target[0] = name.partition("[")[0]
    return 0.0


@function("valid_name_syntax", STDLIB)
def valid_name_syntax(session: Any, given: Arguments) -> float:
    """Tells whether a text has only the characters of a name."""
    text = given.string(0)
    if text and all(c.isascii() and (c.isalnum() or c == "_") for c in text):
        return 1.0
    given.number(1)
    return 0.0


# ---- the clipboard: x in hoc_obj_[1], y in hoc_obj_[0]


@function("clipboard_set", STDLIB)
def clipboard_set(session: Any, given: Arguments) -> float:
    """`clipboard_set(x, y)`: copies two Vectors to the clipboard."""
    clipboard = session.interface.variables.get("hoc_obj_")
    clipboard[1], clipboard[0] = given.of_class(0, "Vector").c(), given.of_class(1, "Vector").c()
    return 0.0


@function("clipboard_get", STDLIB)
def clipboard_get(session: Any, given: Arguments) -> float:
    """`clipboard_get(x, y)`: copies the clipboard into two object references."""
    clipboard = session.interface.variables.get("hoc_obj_")
    for place, held in ((given.any(0), clipboard[1]), (given.any(1), clipboard[0])):
        if held is None:
            raise Refusal("c not a public member of NULLobject")
        place[0] = held.c()
    return 0.0


@function("clipboard_save", STDLIB)
def clipboard_save(session: Any, given: Arguments) -> float:
    """Would ask for a file to write the clipboard to: without a display nothing is chosen and nothing written."""
    return 0.0


@function("clipboard_retrieve", STDLIB)
def clipboard_retrieve(session: Any, given: Arguments) -> float:
    """`clipboard_retrieve("file")`: reads two columns of numbers into the clipboard; a first line `label:` names them."""
    vector = session.h.Vector
    clipboard = session.interface.variables.get("hoc_obj_")
    clipboard[0], clipboard[1] = vector(1), vector(1)
    path = Path(given.string(0)) if given.values else None
    if path is None or not path.is_file():
        return 0.0
    text = path.read_text(encoding="utf-8", errors="replace")
    if text.startswith("label:"):
        line, _, text = text.partition("\n")
        clipboard[0].label(line.removeprefix("label:").split()[0] if line != "label:" else "")
    first, _, rest = text.partition("\n")
    numbers = [float(word) for word in rest.split()]
    if len(first.split()) > 1:
        numbers = [float(word) for word in first.split()[:2]] + numbers
    else:
        numbers = numbers[: 2 * int(float(first))]
    clipboard[1].from_python(numbers[0::2])
    clipboard[0].from_python(numbers[1::2])
    return 0.0
