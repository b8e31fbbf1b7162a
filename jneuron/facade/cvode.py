"""`h.CVode`: the fixed step's side of it: events to come, lists of NetCons, switches; the variable step is refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NoReturn

import numpy as np

from jneuron.base.errors import UnsupportedError
from jneuron.facade.callbacks import CALLABLE, callback
from jneuron.facade.calls import Arguments, HocMethodsObject, Refusal, attach, method
from jneuron.facade.functions import function
from jneuron.facade.implements import implements
from jneuron.facade.inventory import inventory
from jneuron.facade.netcon import NetCon, living_netcons
from jneuron.facade.objects import HocObject
from jneuron.facade.point_process import PointProcess
from jneuron.facade.ref import StringRef
from jneuron.facade.settings import kept_number
from jneuron.ir.kinds import MechanismKind
from jneuron.model.network import NetConDecl
from jneuron.session.run import StepCall

VARIABLE_STEP = "the variable step method is not there yet."
CALL_BEFORE = 0.25
"""A callback's place in the queue is this part of a step before its time."""


@implements("CVode")
class CVode(HocMethodsObject):
    """The one integrator, whichever object asks."""

    hoc_name = "CVode"
    __slots__ = ()


def _event(self: CVode, given: Arguments) -> float:
    """Calls something when a time [ms] is reached: `event(t, callable)`; `event(t)` is an event that does nothing."""
    time = given.number(0)
    session = self.session
    owner = given.object(2) if given.has(2) else None
    if given.has(1) and not _is_callback(given.values[1]):
        given.string(1)
    call, name = (lambda: None), ""
    if given.has(1):
        what = given.values[1]
        call = callback(session, what, owner)
        name = given.string(1) if isinstance(what, str | StringRef) else CALLABLE
    if not session.is_initialized:
        return time
    session.runner.call_at(time, call, name)
    return time - CALL_BEFORE * float(session.dt)


def _is_callback(value: Any) -> bool:
    return isinstance(value, str | StringRef | tuple) or callable(value)


def _netconlist(self: CVode, given: Arguments) -> Any:
    """Returns the NetCons from a source cell to a target cell and target: `netconlist(precell, postcell, target)`.

    Each is an object, or a pattern that is found in a name; an empty string is any. They come by source, those of one that
    is gone not at all.
    """
    tests = [_matches(given, i) for i in range(3)]
    found = given.object(3) if given.has(3) else self.session.h.List()
    of_decl = living_netcons(self.session)
    for source in self.session.model.sources:
        if source.variable is not None and not source.variable.alive:
            continue
        for decl in source.connections:
            if decl in of_decl:
                netcon = of_decl[decl]()
                parts = _source(netcon), netcon.postcell(), netcon.syn()
                if all(test(part) for test, part in zip(tests, parts, strict=True)):
                    found.append(netcon)
    return found


def _source(netcon: NetCon) -> Any:
    pre = netcon.pre()
    return pre if pre is not None else netcon.precell()


def _matches(given: Arguments, index: int) -> Callable[[Any], bool]:
    """Returns what tells whether a cell or target is one that an argument means."""
    wanted = given.any(index)
    if wanted is None:
        return lambda part: False
    if isinstance(wanted, HocObject) and not isinstance(wanted, StringRef):
        return lambda part: part is wanted or (isinstance(part, PointProcess) and part == wanted)
    text = given.string(index)
    if not text:
        return lambda part: True
    try:
        # [ ] are literal, < > enclose a class
        pattern = re.compile(text.translate({ord("["): r"\[", ord("]"): r"\]", ord("<"): "[", ord(">"): "]"}))
    except re.error:
        raise Refusal(f"Argument {index + 1} is not a valid regular expression '{text}'.") from None
    return lambda part: part is not None and pattern.search(_name(part)) is not None


def _name(value: Any) -> str:
    return value.hname() if hasattr(value, "hname") else str(value)


def _event_queue_info(self: CVode, given: Arguments) -> float:
    """Puts what is in the queue into Vectors and a List, in order.

    `event_queue_info(2, times, netcons)`: what NetCons deliver; `event_queue_info(3, times, flags, targets)`: self events.
    """
    kind = int(given.checked(0, 2, 3))
    times = given.of_class(1, "Vector")
    flags = given.of_class(2, "Vector") if kind == 3 else None
    objects = given.of_class(3 if kind == 3 else 2, "List")
    session = self.session
    events = session.simulation.host_events().queue.events if session.is_initialized else []
    events = [event for event in events if (event.instance is not None) == (kind == 3)]
    times.from_python([event.time for event in events])
    objects.remove_all()
    if flags is not None:
        flags.from_python([event.flag for event in events])
        process_at = {(p.type.name, p.row): p for p in session.model.point_processes.values()}
        for event in events:
            objects.append(session.interface.point_process(process_at[event.instance]))
        return 1.0
    of_decl = living_netcons(session)
    for event in events:
        if event.netcon in of_decl:
            objects.append(of_decl[event.netcon]())
    return 1.0


def _print_event_queue(self: CVode, given: Arguments) -> float:
    """Prints what is in the queue, in order, or puts the times into a Vector."""
    session = self.session
    if not session.is_initialized:
        return 1.0
    events = session.simulation.host_events().queue.events
    process_at = {(p.type.name, p.row): p for p in session.model.point_processes.values()}
    lines = []
    for event in events:
        if event.netcon is not None:
            lines.append((event.time, *_of_netcon(self, event.netcon)))
        else:
            target = session.interface.point_process(process_at[event.instance]).hname()
            lines.append((event.time, f"SelfEvent target={target}", f" flag={event.flag:g}"))
    before = CALL_BEFORE * float(session.dt)
    lines += [(callback.time - before, f"HocEvent {callback.name}", "") for callback in session.runner.callbacks]
    lines.sort(key=lambda line: line[0])
    if given.has(0):
        given.of_class(0, "Vector").from_python([time for time, _, _ in lines])
        return 1.0
    for time, what, more in lines:
        print(f" {what} {time:.15g}{more}")
    return 1.0


def _of_netcon(self: CVode, decl: NetConDecl) -> tuple[str, str]:
    of_decl, source, target = living_netcons(self.session), decl.source, decl.target
    name, origin = of_decl[decl]().hname() if decl in of_decl else "", ""
    interface = self.session.interface
    if source is not None and source.process is not None:
        origin = interface.point_process(source.process).hname()
    elif source is not None and source.section is not None:
        origin = source.section.full_name()
    there = interface.point_process(target).hname() if target is not None else ""
    return f"{name} src={origin} target={there}", ""


def _queue_mode(self: CVode, given: Arguments) -> int:
    """Returns how NEURON's queue would be made, set by the arguments: all modes deliver the same events."""
    settings = self.session.interface.settings
    if given.has(0):
        settings["queue_mode"] = given.checked(0, 0, 1) + 2 * (given.checked(1, 0, 1) if given.has(1) else 0.0)
    return int(settings.get("queue_mode", 0))


def _switch(key: str, reason: str) -> Callable[[CVode, Arguments], bool]:
    def value(self: CVode, given: Arguments) -> bool:
        if given.has(0) and given.number(0):
            raise UnsupportedError(f"CVode.{key}(1)", reason)
        return False

    value.__doc__ = f"Returns whether {key} is on: it never is."
    return value


def _use_fast_imem(self: CVode, given: Arguments) -> bool:
    """Tells whether segments show `i_membrane_`; an argument turns it on or off afterwards."""
    settings = self.session.interface.settings
    before = bool(settings.get("use_fast_imem", 0.0))
    if given.has(0):
        settings["use_fast_imem"] = given.number(0)
    return before


def _extra_scatter_gather(self: CVode, given: Arguments) -> float:
    """Calls something in every step: `extra_scatter_gather(direction, callable)`.

    Direction 0 is the moment at which the step has a new voltage and the states have not moved on yet; 1, before the variables
    are gathered, never comes with a fixed step.
    """
    direction, what = given.checked(0, 0, 1), _python_callable(given, 1)
    if direction == 0:
        self.session.runner.at_voltage.append(StepCall(what, callback(self.session, what)))
    return 0.0


def _extra_scatter_gather_remove(self: CVode, given: Arguments) -> float:
    """Calls something no more that extra_scatter_gather was given."""
    what = _python_callable(given, 0)
    calls = self.session.runner.at_voltage
    calls[:] = [called for called in calls if called.what is not what]
    return 0.0


def _python_callable(given: Arguments, index: int) -> Any:
    what = given.object(index)
    return given.of_class(index, "PythonObject") if what is None or isinstance(what, HocObject) else what


def _cache_efficient(self: CVode, given: Arguments) -> bool:
    """Returns True: columns are always side by side."""
    return True


def _current_method(self: CVode, given: Arguments) -> int:
    """Returns the number of the method: 1 for the fixed step once there are sections, 0 without any."""
    return 1 if self.session.model.sections else 0


def _re_init(self: CVode, given: Arguments) -> float:
    """Starts again from the present values: between fixed steps there is nothing to do."""
    return 0.0


def _fixed_step(self: CVode, given: Arguments) -> float:
    """Makes one step."""
    self.session.fadvance()
    return 0.0


def _debug_event(self: CVode, given: Arguments) -> int:
    """Returns the level of messages about events, set by the argument; there are no such messages."""
    settings = self.session.interface.settings
    if given.has(0):
        settings["debug_event"] = given.checked(0, 0, 10)
    return int(settings.get("debug_event", 0))


def _use_parallel(self: CVode, given: Arguments) -> float:
    """Lets the variable step of several processes be one: there is none."""
    return 1.0


def _atolscale(self: CVode, given: Arguments) -> float:
    """`atolscale(name[, scale])`: returns how tolerant the variable step is of a state, set to `scale` where it is given."""
    name = given.string(0)
    mechanism, _, variable = name.partition(".")
    interface, library = self.session.interface, self.session.library
    is_template = mechanism in library and library.kind(mechanism) in (MechanismKind.POINT, MechanismKind.ARTIFICIAL)
    is_own = is_template and library.get(mechanism).variable(variable) is not None
    if not is_own and name != "v" and interface.names.find(name) is None:
        raise Refusal(f"{name} must be in form rangevar or Template.var")
    scales = interface.settings
    if given.has(1):
        # NEURON keeps it in single precision
        scales[f"atolscale {name}"] = float(np.float32(given.number(1)))
    return float(scales.get(f"atolscale {name}", 1.0))


def _no_states(n_vector: int, first: int = 0) -> Callable[[CVode, Arguments], float]:
    def fill(self: CVode, given: Arguments) -> float:
        for index in range(first, first + n_vector):
            given.of_class(index, "Vector").clear_samples()
        return 0.0

    fill.__doc__ = "Empties the Vectors: the states of the fixed step are no vector."
    return fill


METHODS: dict[str, Callable[[Any, Arguments], Any]] = {
    "event": _event,
    "netconlist": _netconlist,
    "event_queue_info": _event_queue_info,
    "print_event_queue": _print_event_queue,
    "queue_mode": _queue_mode,
    "active": _switch("active", VARIABLE_STEP),
    "use_local_dt": _switch("use_local_dt", VARIABLE_STEP),
    "use_daspk": _switch("use_daspk", VARIABLE_STEP),
    "use_fast_imem": _use_fast_imem,
    "atol": kept_number("atol", 1e-3),
    "rtol": kept_number("rtol", 0.0),
    "minstep": kept_number("minstep", 0.0),
    "maxstep": kept_number("maxstep", 1e9),
    "maxorder": kept_number("maxorder", 5, int),
    "jacobian": kept_number("jacobian", 0, int),
    "stiff": kept_number("stiff", 2, int),
    "condition_order": kept_number("condition_order", 1, int),
    "dae_init_dteps": kept_number("dae_init_dteps", 1e-9),
    "extra_scatter_gather": _extra_scatter_gather,
    "extra_scatter_gather_remove": _extra_scatter_gather_remove,
    "cache_efficient": _cache_efficient,
    "current_method": _current_method,
    "fixed_step": _fixed_step,
    "atolscale": _atolscale,
    "debug_event": _debug_event,
    "use_parallel": _use_parallel,
    "use_mxb": kept_number("use_mxb", 0, bool),
    "use_long_double": _switch("use_long_double", "the sums of a compiled step are in double precision."),
    "states": _no_states(1),
    "dstates": _no_states(1),
    "acor": _no_states(1),
    "error_weights": _no_states(1),
    "f": _no_states(2, first=1),
    "re_init": _re_init,
}


REASONS = {
    "solve": "with the fixed step no steps are made by it: NEURON goes to the time of the next event.",
    "spike_stat": "it counts what NEURON's own queue does.",
    "statistics": "it counts what NEURON's own methods do.",
}


def _refused(name: str) -> Callable[[CVode, Arguments], NoReturn]:
    def refuse(self: CVode, given: Arguments) -> NoReturn:
        raise UnsupportedError(f"CVode.{name}", REASONS.get(name, "it is not there yet."))

    return refuse


def _attach_all() -> None:
    common = ("baseattr", "hname", "hocobjptr", "same")
    missing = [name for name in inventory()["classes"]["CVode"] if name not in METHODS and name not in common]
    attach(CVode, METHODS)
    for name in missing:
        setattr(CVode, name, method(name, _refused(name)))


_attach_all()
implements(*(f"CVode.{name}" for name in METHODS))(CVode)


@function("cvode_active", "stdrun.hoc")
def cvode_active(session: Any, given: Arguments) -> float:
    """Returns whether the variable step is on: it never is."""
    if given.has(0) and given.number(0):
        raise UnsupportedError("cvode_active(1)", VARIABLE_STEP)
    return 0.0


@function("cvode_local", "stdrun.hoc")
def cvode_local(session: Any, given: Arguments) -> float:
    """Returns whether local time steps are on: they never are."""
    if given.has(0) and given.number(0):
        raise UnsupportedError("cvode_local(1)", VARIABLE_STEP)
    return 0.0
