"""One mechanism in one compartment under a voltage clamp: run by NEURON, and replayed kernel by kernel on NumPy.

The replay takes the voltage and what the mechanism reads of its ions from NEURON's trace, and carries everything else by
itself, in NEURON's order: events up to t + dt/2; the current at v + 0.001 and at v, with t at the middle of the step; the
state at the end of the step, with the new voltage; events up to t.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from jneuron.ir.mechanism_type import MechanismKind, MechanismType, VariableKind
from jneuron.lang.source import read_source
from jneuron.mech.library import Library
from jneuron.nmodl.pipeline import compile_source, load
from jneuron.nmodl.support import run_kernel

DT, STOP = 0.05, 9.0
TEMPERATURES = (6.3, 34.0)
EVENTS = (1.0, 2.51, 2.52, 4.0, 6.3)
WEIGHT = 0.01
CLAMP = ((3.0, -80.0), (3.0, 0.0), (3.0, 40.0))
START = -65.0
INNER_START = {"cai": 5e-5, "nai": 10.0, "ki": 54.4}

BUILT_IN = ("hh", "pas", "IClamp", "AlphaSynapse", "ExpSyn", "Exp2Syn", "SEClamp", "OClamp", "VClamp", "APCount")
OURS = ("kinpump", "markov", "coupled", "tabled", "plastic")
SETTINGS: dict[str, dict[str, Any]] = {
    "IClamp": {"delay": 1.0, "dur": 4.0, "amp": 0.1},
    "AlphaSynapse": {"onset": 1.0, "tau": 2.0, "gmax": 0.01},
    "SEClamp": {"dur1": 2.0, "amp1": -70.0, "dur2": 3.0, "amp2": -20.0, "dur3": 1.0, "amp3": 10.0},
    "OClamp": {"on": 2.0, "off": 5.0, "vc": -20.0, "switched_on": 1.0},
    "VClamp": {"dur": [2.0, 3.0, 1.0], "amp": [-70.0, -20.0, 10.0], "gain": 100.0, "tau1": 0.1, "tau2": 0.05},
    "Exp2Syn": {"tau1": 0.5, "tau2": 3.0},
    "ExpSyn": {"tau": 2.0},
}
MODS = Path(__file__).parent / "mods"


def mechanism(name: str) -> MechanismType:
    """Returns a built-in mechanism, or one of the files beside this one."""
    if name in BUILT_IN:
        return Library().get(name)
    source = read_source(MODS / f"{name}.mod")
    return load(compile_source(source), source)


def reference_path(name: str, celsius: float) -> Path:
    """Returns where NEURON's trace is stored."""
    return Path(__file__).parents[2] / "reference_data" / "nmodl" / f"{name}_{celsius:g}.npz"


def shown_variables(type_: MechanismType) -> list[str]:
    """Returns the variables that users see as numbers."""
    numbers = (VariableKind.PARAMETER, VariableKind.ASSIGNED, VariableKind.STATE)
    return [variable.name for variable in type_.variables if variable.visible and variable.kind in numbers]


def ion_variables(type_: MechanismType) -> list[str]:
    """Returns the variables of all ions that a mechanism uses."""
    return [name for ion in type_.ions for name in (f"e{ion.name}", f"i{ion.name}", f"{ion.name}i", f"{ion.name}o")]


def trace_of(name: str, celsius: float) -> dict[str, np.ndarray]:
    """Runs the protocol under NEURON; the mechanism must be loaded there."""
    from neuron import h

    type_ = mechanism(name)
    h.load_file("stdrun.hoc")
    section = h.Section(name="cell")
    section.L = section.diam = 20
    h.celsius, h.dt = celsius, DT
    if type_.kind is MechanismKind.DENSITY:
        section.insert(type_.name)
        target = getattr(section(0.5), type_.name)
    else:
        target = getattr(h, type_.name)(section(0.5))
    for key, value in SETTINGS.get(name, {}).items():
        for place, number in enumerate(value if isinstance(value, list) else ()):
            getattr(target, key)[place] = number
        if not isinstance(value, list):
            setattr(target, key, value)
    clamp = h.SEClamp(section(0.5))
    clamp.rs = 1e-3
    for number, (duration, level) in enumerate(CLAMP, 1):
        setattr(clamp, f"dur{number}", duration)
        setattr(clamp, f"amp{number}", level)
    connection = handler = None
    if type_.net_receive is not None:
        connection = h.NetCon(None, target)
        connection.delay, connection.weight[0] = 0, WEIGHT
        handler = h.FInitializeHandler(lambda: [connection.event(time) for time in EVENTS])
    rows: dict[str, list[Any]] = {}

    def record() -> None:
        rows.setdefault("t", []).append(h.t)
        rows.setdefault("v", []).append(section(0.5).v)
        for ion in ion_variables(type_):
            rows.setdefault(f"ion {ion}", []).append(getattr(section(0.5), ion))
        for shown in shown_variables(type_):
            value = getattr(target, "delay" if shown == "del" else shown)
            rows.setdefault(shown, []).append(value if isinstance(value, float) else list(value))

    h.finitialize(START)
    record()
    while h.t < STOP - 1e-9:
        h.fadvance()
        record()
    del handler
    return {key: np.array(value) for key, value in rows.items()} | {"area": np.array([section(0.5).area()])}


@dataclass
class Replay:
    """The kernels of one mechanism along a trace.

    Attributes:
        type: The mechanism.
        trace: NEURON's trace.
        columns: The mechanism's variables now.
        shared: Its globals now.
        tables: Its TABLEs.
        queue: Events to come: time, place in line, flag, whether it is the connection's.
        arguments: The connection's weight vector.
    """

    type: MechanismType
    trace: dict[str, np.ndarray]
    settings: dict[str, Any]
    columns: dict[str, np.ndarray] = field(default_factory=dict)
    shared: dict[str, Any] = field(default_factory=dict)
    tables: dict[str, np.ndarray] = field(default_factory=dict)
    queue: list[tuple[float, int, float, bool]] = field(default_factory=list)
    arguments: dict[str, np.ndarray] = field(default_factory=dict)

    def run(self, celsius: float) -> dict[str, np.ndarray]:
        """Returns what users see, at every step."""
        self._begin(celsius)
        shown = {name: [self.columns[name]] for name in shown_variables(self.type)}
        for step in range(1, len(self.trace["t"])):
            begin, end = self.trace["t"][step - 1], self.trace["t"][step]
            self._deliver(begin + DT / 2, step - 1)
            self._current(step - 1, begin + DT / 2)
            if "state" in self.type.kernels:
                seen = self._seen(step - 1, self.trace["v"][step], begin + DT / 2 + DT / 2)
                for ion in self.type.ions:
                    if f"i{ion.name}" in ion.reads:
                        seen[f"i{ion.name}"] = self.trace[f"ion i{ion.name}"][step : step + 1]
                self._take(run_kernel(self.type.kernels["state"], seen), end)
            self._deliver(end, step)
            for name, values in shown.items():
                values.append(self.columns[name])
        return {name: np.array(values).reshape(self.trace[name].shape) for name, values in shown.items()}

    def _begin(self, celsius: float) -> None:
        for variable in self.type.variables:
            value = self.settings.get({"del": "delay"}.get(variable.name, variable.name), variable.default)
            shape = (variable.length, 1) if variable.length else (1,)
            self.columns[variable.name] = np.zeros(shape) + np.reshape(value, (-1, 1) if variable.length else (-1,))
        self.shared = {shared.name: shared.default for shared in self.type.globals}
        self.shared |= {"celsius": celsius, "dt": DT, "secondorder": 0.0}
        first = self._seen(0, START, 0.0)
        for table in self.type.tables:
            scalars = {k: v if k in self.shared else np.asarray(v)[..., 0] if np.ndim(v) else v for k, v in first.items()}
            filled = run_kernel(table.fill, scalars)
            self.tables[table.key] = filled.pop(table.key)
            self.shared |= filled
        receive = self.type.net_receive
        if receive is not None:
            self.arguments = {name: np.array(WEIGHT if place == 0 else 0.0) for place, name in enumerate(receive.arguments)}
            if receive.initial is not None:
                self.arguments |= run_kernel(receive.initial, self._seen(0, START, 0.0) | self.arguments)
            self.queue = [(time, place, 0.0, True) for place, time in enumerate(EVENTS)]
        seen = self._seen(0, START, 0.0)
        seen |= {name: np.array([start]) for name, start in INNER_START.items() if name in seen}
        self._take(run_kernel(self.type.kernels["initial"], seen), 0.0)
        self._current(0, 0.0)

    def _seen(self, step: int, v: float, t: float) -> dict[str, Any]:
        """Returns all that a kernel may read."""
        area = self.trace["area"]
        seen: dict[str, Any] = self.shared | self.columns | self.tables
        seen |= {"v": np.array([v]), "t": t, "diam": np.array([20.0]), "area": area}
        return seen | {name: self.trace[f"ion {name}"][step : step + 1] for ion in self.type.ions for name in ion.reads}

    def _take(self, outputs: dict[str, Any], t: float) -> None:
        """Keeps what a kernel returns."""
        for name, value in outputs.items():
            if name in self.columns:
                self.columns[name] = np.broadcast_to(value, self.columns[name].shape).copy()
            elif name in self.shared:
                self.shared[name] = np.ravel(value)[-1]
        for request in outputs.get("@send", ()):
            if np.all(request.when):
                self.queue.append((t + float(np.ravel(request.delay)[0]), len(self.queue) + 100, float(request.flag), False))

    def _current(self, step: int, t: float) -> None:
        if "current" in self.type.kernels:
            for shift in (0.001, 0.0):
                seen = self._seen(step, self.trace["v"][step] + shift, t)
                self._take(run_kernel(self.type.kernels["current"], seen), t)

    def _deliver(self, until: float, step: int) -> None:
        receive = self.type.net_receive
        while receive is not None and self.queue and min(self.queue)[0] <= until:
            event = min(self.queue)
            self.queue.remove(event)
            time, _, flag, from_connection = event
            arguments = self.arguments if from_connection else {name: np.array(0.0) for name in self.arguments}
            seen = self._seen(step, self.trace["v"][step], time) | arguments | {"flag": flag}
            outputs = run_kernel(receive.kernel, seen)
            self._take(outputs, time)
            if from_connection:
                self.arguments |= {name: np.ravel(outputs[name])[0] for name in self.arguments if name in outputs}
