"""`load_file` and what it makes visible: the files of NEURON's standard library are part of this package."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from jneuron.facade.calls import Arguments, Refusal
from jneuron.facade.functions import function

_GUI = ("stdlib.hoc", "stdrun.hoc", "stdgui.hoc")
_NO_FILES: tuple[str, ...] = ()

STANDARD_LIBRARY: dict[str, tuple[str, ...]] = {
    "stdlib.hoc": _NO_FILES,
    "stdrun.hoc": ("stdlib.hoc",),
    "stdgui.hoc": ("stdlib.hoc", "stdrun.hoc"),
    **dict.fromkeys(("inserter.hoc", "loadbal.hoc", "noload.hoc", "nrngui.hoc", "pointman.hoc", "single.hoc"), _GUI),
    **dict.fromkeys(("nrngui1.hoc", "single1.hoc", "parcom.hoc", "mulfit.hoc"), _GUI),
    **dict.fromkeys(("chanbild.hoc", "mview.hoc", "netbild.hoc", "lincir.hoc"), (*_GUI, "nrngui.hoc")),
    **dict.fromkeys(("electrod.hoc", "netparmpi.hoc", "movierun.hoc", "varmeth1.hoc"), ("stdlib.hoc", "stdrun.hoc")),
    **dict.fromkeys(("wingroup.hoc", "pointbsr.hoc", "corenrn.hoc", "pcchdir.hoc"), ("stdlib.hoc", "stdrun.hoc")),
    **dict.fromkeys(("binfo.hoc", "celbild.hoc", "import3d.hoc", "prcellstate.hoc"), ("stdlib.hoc",)),
    "funfit.hoc": ("stdlib.hoc", "grapher.hoc"),
    **dict.fromkeys(("atoltool.hoc", "attshape.hoc", "family.hoc", "gatherv.hoc", "grapher.hoc", "impedanc.hoc"), _NO_FILES),
    **dict.fromkeys(("impedanx.hoc", "impratio.hoc", "logax.hoc", "mkcurve.hoc", "pointgrp.hoc", "runfit.hoc"), _NO_FILES),
    **dict.fromkeys(("shapebox.hoc", "showmech.hoc", "subiter.hoc", "thresh.hoc", "vecwrap.hoc", "vplay.hoc"), _NO_FILES),
}
"""Files that can be loaded, with those that they load."""


def neuron_home() -> str:
    """Returns what stands for NEURON's folder: names of files in its `lib/hoc` are names of the standard library."""
    return os.environ.get("NEURONHOME") or str(Path(__file__).parent)


@function("load_file")
def load_file(session: Any, given: Arguments) -> float:
    """Loads a hoc file once, `load_file(file, name)` only if the name means nothing yet; returns 1, or 0 where it does not."""
    if given.is_string(0) and given.is_string(1) and session.interpreter.declared_kind(given.string(1)):
        return 0.0
    name = given.string(1) if given.is_number(0) and given.has(1) else _name(given)
    for home in ("$(NEURONHOME)", neuron_home()):
        name = name.removeprefix(f"{home}/lib/hoc/")
    if name in STANDARD_LIBRARY:
        session.interface.load_library_file(name, STANDARD_LIBRARY[name])
        return 1.0
    # a file is called with its name, whatever else is said
    with session.interpreter.called_with((name,)):
        return session.interpreter.load_file(name, once=not given.is_number(0))  # type: ignore[no-any-return]


def _name(given: Arguments) -> str:
    if not given.is_string(0):
        raise Refusal("Arg out of range in user function")
    return given.string(0)
