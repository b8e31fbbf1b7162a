"""Panels, buttons, menus and dialogues: without a display NEURON takes them and shows none, and so does this."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

from jneuron.facade.calls import Arguments, Refusal
from jneuron.facade.functions import FUNCTIONS, Function, function
from jneuron.facade.implements import implements

ANSWERS: dict[float, tuple[str, ...]] = {
    0.0: (
        *("xpanel", "xbutton", "xcheckbox", "xfixedvalue", "xlabel", "xmenu", "xpvalue", "xradiobutton", "xslider"),
        *("xstatebutton", "xvalue", "xvarlabel"),
        *("boolean_dialog", "string_dialog", "pwman_place", "save_session", "print_session", "graphmode"),
    ),
    1.0: (
        *("doEvents", "doNotify", "continue_dialog", "ivoc_style"),
        *("nrnallpointmenu", "nrnallsectionmenu", "nrnglobalmechmenu", "nrnmechmenu", "nrnpointmenu", "nrnsecmenu"),
    ),
}
"""Functions that do nothing without a display, whatever their arguments, by what they return."""


def _answering(value: float) -> Callable[[Any, Arguments], float]:
    def call(session: Any, given: Arguments) -> float:
        return value

    call.__doc__ = f"Does nothing without a display; returns {value}."
    return call


for _value, _names in ANSWERS.items():
    for _name in _names:
        FUNCTIONS[_name] = Function(_name, implements(_name)(_answering(_value)))

PLOT_HELP = """plot(mode)
plot(x, y)
plot(mode, x, y
axis()
axis(clip)
axis(xorg, xsize, yorg, ysize)
axis(xstart, xstop, ntic, ystart, ystop, ntic)
"""
SCREEN_X, SCREEN_Y = (100.0, 500.0), (100.0, 400.0)
"""Origin and unit of the screen of hoc's first graphics, which plotx and ploty map to."""


@function("graph")
def graph(session: Any, given: Arguments) -> float:
    """`graph("x", "set up")`: hoc's first graphics; nothing appears without a display."""
    if given.has(1):
        given.string(1)
    return 0.0


@function("plot")
def plot(session: Any, given: Arguments) -> float:
    """`plot(mode)`, `plot(x, y)`, `plot(mode, x, y)`: hoc's first graphics; without arguments says what there is."""
    if not given.values:
        print(PLOT_HELP, end="")
    else:
        given.number(0)
    return 1.0


@function("axis")
def axis(session: Any, given: Arguments) -> float:
    """Draws axes with hoc's first graphics, of which nothing appears without a display."""
    return 1.0


@function("plt")
def plt(session: Any, given: Arguments) -> float:
    """`plt(mode, x, y)`: moves the pen of hoc's first graphics."""
    mode = given.number(0)
    if mode >= 0:
        given.number(1)
        given.number(2)
    return 1.0


@function("plotx")
def plotx(session: Any, given: Arguments) -> float:
    """Returns where x stands on the screen of hoc's first graphics."""
    return SCREEN_X[0] + SCREEN_X[1] * given.number(0)


@function("ploty")
def ploty(session: Any, given: Arguments) -> float:
    """Returns where y stands on the screen of hoc's first graphics."""
    return SCREEN_Y[0] + SCREEN_Y[1] * given.number(0)


@function("setcolor")
def setcolor(session: Any, given: Arguments) -> float:
    """Sets the colour of hoc's first graphics; returns its number."""
    return given.number(0)


@function("show_winio")
def show_winio(session: Any, given: Arguments) -> float:
    """Shows or hides the console of NEURON for Windows."""
    given.number(0)
    return 0.0


@function("regraph")
def regraph(session: Any, given: Arguments) -> float:
    """`regraph(reference)`: lets Graphs know that a variable has moved; here references follow by themselves."""
    given.reference(0)
    return 1.0


@function("variable_domain")
def variable_domain(session: Any, given: Arguments) -> float:
    """`variable_domain("name", low, high)`: what a value's editor on the screen may be set to."""
    given.any(0)
    given.number(1)
    given.number(2)
    return 1.0


@function("hoc_stdout")
def hoc_stdout(session: Any, given: Arguments) -> float:
    """`hoc_stdout("file")`: what is printed goes to a file from here on; `hoc_stdout()`: back to where it went before."""
    kept = session.interface.kept_stdout
    sys.stdout.flush()
    if given.values:
        try:
            target = os.open(given.string(0), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        except OSError:
            raise Refusal(f"Unable to open  {given.string(0)}") from None
        if kept is None:
            session.interface.kept_stdout = os.dup(1)
        os.dup2(target, 1)
        os.close(target)
    elif kept is not None:
        os.dup2(kept, 1)
        os.close(kept)
        session.interface.kept_stdout = None
    return 1.0
