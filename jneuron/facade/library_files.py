"""`load_file` and what it makes visible: the files of NEURON's standard library are part of this package."""

from __future__ import annotations

from typing import Any

from jneuron.facade.calls import Arguments, Refusal
from jneuron.facade.functions import function

STANDARD_LIBRARY: dict[str, tuple[str, ...]] = {
    "stdlib.hoc": (),
    "stdrun.hoc": ("stdlib.hoc",),
    "stdgui.hoc": ("stdlib.hoc", "stdrun.hoc"),
    "nrngui.hoc": ("stdlib.hoc", "stdrun.hoc", "stdgui.hoc"),
    "noload.hoc": ("stdlib.hoc", "stdrun.hoc", "stdgui.hoc"),
    "import3d.hoc": ("stdlib.hoc",),
    "inserter.hoc": ("stdlib.hoc", "stdrun.hoc", "stdgui.hoc"),
    "pointman.hoc": ("stdlib.hoc", "stdrun.hoc", "stdgui.hoc"),
    "pointgrp.hoc": ("stdlib.hoc",),
    "electrod.hoc": ("stdlib.hoc", "stdrun.hoc"),
    "netparmpi.hoc": ("stdlib.hoc", "stdrun.hoc"),
    "vecwrap.hoc": ("stdlib.hoc",),
    "celbild.hoc": ("stdlib.hoc",),
    "movierun.hoc": ("stdlib.hoc", "stdrun.hoc"),
    "varmeth1.hoc": ("stdlib.hoc", "stdrun.hoc"),
    "wingroup.hoc": ("stdlib.hoc", "stdrun.hoc"),
    "pointbsr.hoc": ("stdlib.hoc", "stdrun.hoc"),
}
"""Files that can be loaded, with those that they load."""


@function("load_file")
def load_file(session: Any, given: Arguments) -> float:
    """Loads a hoc file once; returns 1, or 0 where there is none."""
    name = given.string(1) if given.is_number(0) and given.has(1) else _name(given)
    if name in STANDARD_LIBRARY:
        session.interface.load_library_file(name, STANDARD_LIBRARY[name])
        return 1.0
    return session.interpreter.load_file(name, once=not given.is_number(0))  # type: ignore[no-any-return]


def _name(given: Arguments) -> str:
    if not isinstance(given.any(0), str):
        raise Refusal("Arg out of range in user function")
    return given.string(0)
