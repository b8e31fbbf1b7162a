"""The functions of the top level about the program itself: versions, units, timing."""

from __future__ import annotations

import os
import platform
import sys
import time
from typing import Any

from jneuron.base.errors import HocError
from jneuron.facade.calls import Arguments, Refusal
from jneuron.facade.functions import NEURON_VERSION, function
from jneuron.facade.globals import NUMBERS
from jneuron.facade.library_files import neuron_home
from jneuron.facade.mechanism_names import global_reference, ion_concentration
from jneuron.facade.objects import HocObject
from jneuron.facade.ref import HocRef

UNITS = {"L": "um", "Ra": "ohm-cm", "diam": "um", "v": "mV", "cm": "uF/cm2", "area": "um2", "i_membrane_": ""}

PLATFORM = 8
"""The kind of version that is the machine's name."""


@function("nrnversion")
def nrnversion(session: Any, given: Arguments) -> str:
    """Returns the version of the NEURON whose interface this is; `nrnversion(5)` is the number, 8 the platform."""
    kind = int(given.number(0, 1.0))
    if kind in (0, 5):
        return NEURON_VERSION
    if kind == PLATFORM:
        return f"{platform.machine()}-{platform.system()}"
    return f"NEURON -- VERSION {NEURON_VERSION} (jneuron)"


@function("units")
def units(session: Any, given: Arguments) -> str:
    """Returns the unit of a variable."""
    if not given.is_string(0):
        given.reference(0)
        return ""
    name = given.string(0)
    if name in UNITS:
        return UNITS[name]
    if name in NUMBERS:
        return NUMBERS[name].unit
    variable = session.interface.names.find(name)
    if variable is not None:
        return variable.unit  # type: ignore[no-any-return]
    if global_reference(session, name) is not None or ion_concentration(session, name) is not None:
        return _unit_of_global(session, name)
    mechanism, _, own = name.partition(".")
    if mechanism in session.library:
        declared = session.library.get(mechanism).variable(own)
        if declared is not None:
            return declared.unit  # type: ignore[no-any-return]
    raise Refusal(f"Cannot find the symbol for  {name}")


def _unit_of_global(session: Any, name: str) -> str:
    if ion_concentration(session, name) is not None:
        return "mM"
    variable, _, mechanism = name.rpartition("_")
    declared = [each.unit for each in session.library.get(mechanism).globals if each.name == variable] if variable else []
    return declared[0] if declared else ""


_watch = {"start": 0.0}


@function("startsw")
def startsw(session: Any, given: Arguments) -> float:
    """Starts the stop watch; returns the time of day [s]."""
    _watch["start"] = time.time()
    return _watch["start"]


@function("stopsw")
def stopsw(session: Any, given: Arguments) -> float:
    """Returns the time since `startsw` [s]."""
    return time.time() - _watch["start"]


@function("unix_mac_pc")
def unix_mac_pc(session: Any, given: Arguments) -> float:
    """Returns 1 on Linux, 3 on Windows, 4 on macOS."""
    return {"Linux": 1.0, "Windows": 3.0, "Darwin": 4.0}.get(platform.system(), 1.0)


@function("getcwd")
def getcwd(session: Any, given: Arguments) -> str:
    """Returns the working directory, with a slash at its end."""
    return os.path.join(os.getcwd(), "")


@function("neuronhome")
def neuronhome(session: Any, given: Arguments) -> str:
    """Returns the folder below which the standard library lies, in `lib/hoc`; the variable NEURONHOME sets it, as in NEURON."""
    return neuron_home()


@function("chdir")
def chdir(session: Any, given: Arguments) -> float:
    """Changes the working directory; returns 0, or -1 where there is none of that name."""
    try:
        os.chdir(os.path.expanduser(given.string(0)))
    except OSError:
        return -1.0
    return 0.0


@function("numarg")
def numarg(session: Any, given: Arguments) -> float:
    """Returns the number of arguments of the running procedure: none at the top level."""
    return 0.0


@function("object_id")
def object_id(session: Any, given: Arguments) -> float:
    """Returns a number that identifies an object; with a second argument 1, the number in its name."""
    value = given.object(0)
    if value is None:
        return 0.0
    if given.has(1) and isinstance(value, HocObject):
        return float(value.hname().partition("[")[2].rstrip("]"))
    return float(id(value))


@function("strcmp")
def strcmp(session: Any, given: Arguments) -> float:
    """Compares two strings: the difference of the first bytes that differ, 0 where none does."""
    return compare_texts(_text(given, 0), _text(given, 1))


def compare_texts(one: str, other: str) -> float:
    """Returns what C's strcmp returns: the difference of the first bytes that differ, where what ends is followed by a zero."""
    if one == other:
        return 0.0
    if one and other and one.isascii() and other.isascii():
        difference = ord(one[0]) - ord(other[0])
        if difference:
            return float(difference)
    pairs = zip(one.encode() + b"\0", other.encode() + b"\0", strict=False)
    return float(next(a - b for a, b in pairs if a != b))


def _text(given: Arguments, index: int) -> str:
    value = given.any(index)
    if isinstance(value, HocRef) and isinstance(value._value, str):
        return value._value
    return given.string(index)


@function("execerror")
def execerror(session: Any, given: Arguments) -> float:
    """Raises an error with the given text."""
    parts = [_text(given, i) for i in range(min(len(given.values), 2))]
    raise HocError("hocobj_call error: hoc_execerror: " + " ".join(parts))


@function("quit")
def quit_(session: Any, given: Arguments) -> float:
    """Ends the program."""
    sys.exit(int(given.number(0)) if given.has(0) else 0)


@function("name_declared")
def name_declared(session: Any, given: Arguments) -> float:
    """Tells what a name stands for: 0 nothing, 1 what can't be assigned, 2 an object, 3 a section, 4 a string, 5 a number."""
    return session.interpreter.declared_kind(given.string(0))  # type: ignore[no-any-return]


@function("nrn_load_dll")
def nrn_load_dll(session: Any, given: Arguments) -> float:
    """Registers the .mod files beside a compiled library; returns 1, or 0 where there are none."""
    return float(session.interface.load_library(given.string(0)))


@function("nrnunit_use_legacy")
def nrnunit_use_legacy(session: Any, given: Arguments) -> float:
    """Returns 0: physical constants are those of 2019; the older ones are refused, as in NEURON 9."""
    if given.has(0) and given.number(0):
        raise Refusal("'nrnunit_use_legacy(1)' have been called but legacy units are no more supported.")
    return 0.0
