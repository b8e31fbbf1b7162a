"""Panels, buttons and menus: without a display NEURON ignores them, and so does this."""

from __future__ import annotations

from typing import Any

from jneuron.facade.calls import Arguments
from jneuron.facade.functions import FUNCTIONS, Function
from jneuron.facade.implements import implements

IGNORED = (
    *("xpanel", "xbutton", "xcheckbox", "xfixedvalue", "xlabel", "xmenu", "xpvalue", "xradiobutton", "xslider"),
    *("xstatebutton", "xvalue", "xvarlabel", "doEvents", "doNotify"),
)


def _ignored(session: Any, given: Arguments) -> float:
    """Does nothing: there is no display."""
    return 0.0


for _name in IGNORED:
    FUNCTIONS[_name] = Function(_name, implements(_name)(_ignored))
