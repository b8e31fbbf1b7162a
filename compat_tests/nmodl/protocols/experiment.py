"""What is done to a mechanism, said in NEURON's interface: the same function runs under both programs.

One model holds a compartment for each protocol, all run at once:

    clamp      the voltage in steps over the mechanism's range
    current    current steps; hh's spikes and a calcium current drive what follows voltage and ions
    ions       a clamp, and steps of the concentrations that the mechanism reads

Point processes get trains of events through two connections of different weights. An artificial cell is driven by events and
by what its methods take, and heard through a connection. Every state, every ASSIGNED variable that users see, and every
variable of the ions is kept at every step.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from compat_tests.nmodl.protocols.files import Subject
from jneuron.ir.kinds import MechanismKind

STOP = 48.0
LEVELS = (-65.0, -100.0, -80.0, -60.0, -50.0, -40.0, -30.0, -20.0, -10.0, 0.0, 20.0, 50.0)
CURRENTS = (0.0, 0.1, 0.3, 0.0, -0.1, 0.0, 0.5, 0.5, 0.2, 0.0, 0.0, -0.3)
FACTORS = (1.0, 3.0, 10.0, 100.0, 30.0, 1.0, 0.5, 0.1, 1000.0, 1.0, 2.0, 5.0)
EVENTS = ((2.0, 2.01, 8.0, 14.49, 14.51, 20.0, 20.5, 21.0, 21.5, 22.0, 35.0), (5.0, 20.0, 30.0, 30.25, 40.0125))
WEIGHTS = (0.002, 0.0005)
NORMAL_INNER = {"ca": 1e-4, "na": 10.0, "k": 54.4}
PROTOCOLS = ("clamp", "current", "ions")


@dataclass(frozen=True)
class Condition:
    """What holds for a whole run: temperature [degC], step [ms], whether TABLEs are used."""

    celsius: float
    dt: float
    tables: bool = True

    @property
    def name(self) -> str:
        """A short name."""
        return f"{self.celsius:g}C_{self.dt:g}ms" + ("" if self.tables else "_exact")


def conditions(subject: Subject) -> tuple[Condition, ...]:
    """Returns the conditions of a subject: two temperatures, two steps, and where there are TABLEs also without them."""
    usual = Condition(34.0, 0.025), Condition(21.0, 0.1)
    return (*usual, Condition(34.0, 0.025, tables=False)) if subject.tabled else usual


def run(h: Any, subject: Subject, condition: Condition, names: tuple[str, ...]) -> dict[str, np.ndarray]:
    """Runs all protocols; returns each variable's values, by protocol and name.

    Args:
        names: Variables of the mechanism to keep, elements of arrays as `name[index]`.
    """
    h.load_file("stdrun.hoc")
    h.celsius, h.steps_per_ms, h.dt, h.tstop = condition.celsius, round(1 / condition.dt), condition.dt, STOP
    if subject.tabled:
        setattr(h, f"usetable_{subject.name}", float(condition.tables))
    kept: dict[str, Any] = {}
    held: list[Any] = []
    if subject.kind is MechanismKind.ARTIFICIAL:
        _artificial(h, subject, names, kept, held)
    else:
        for number, protocol in enumerate(_protocols_of(subject)):
            held.append(_compartment(h, subject, protocol, number, names, kept, held))
    h.finitialize(LEVELS[0])
    h.continuerun(STOP)
    return {name: np.array(values.to_python()) for name, values in kept.items()}


def _protocols_of(subject: Subject) -> tuple[str, ...]:
    return PROTOCOLS if any(_concentrations(subject)) else PROTOCOLS[:2]


def _concentrations(subject: Subject) -> Iterator[tuple[str, str]]:
    """Returns (ion, concentration) for each that the mechanism reads and does not write."""
    for ion in subject.ions:
        for side in ("i", "o"):
            name = f"{ion.name}{side}"
            if name in ion.reads and name not in ion.writes:
                yield ion.name, name


def _compartment(
    h: Any, subject: Subject, protocol: str, number: int, names: tuple[str, ...], kept: dict[str, Any], held: list[Any]
) -> Any:
    section = h.Section(name=protocol)
    section.L = section.diam = 20.0
    middle = section(0.5)
    section.insert("pas")
    if protocol == "current":
        section.insert("hh")
        section.insert("casource")
        _current_steps(h, middle, held)
    else:
        _voltage_steps(h, middle, held, steady=protocol == "ions")
    if subject.kind is MechanismKind.DENSITY:
        section.insert(subject.name)
        target = getattr(middle, subject.name)
    else:
        target = getattr(h, subject.name)(middle)
        held.append(target)
    prepare(h, subject, target, section, number, held)
    if subject.receives:
        _event_trains(h, target, held)
    if protocol == "ions":
        for ion, concentration in _concentrations(subject):
            start = NORMAL_INNER.get(ion, 1.0) if concentration.endswith("i") else {"ca": 2.0}.get(ion, 100.0)
            _play(h, [start * factor for factor in FACTORS], getattr(middle, f"_ref_{concentration}"), held)
    kept[f"{protocol} v"] = h.Vector().record(middle._ref_v)
    for name in names:
        kept[f"{protocol} {name}"] = h.Vector().record(_reference(target, name))
    for ion in subject.ions:
        for variable in {*ion.reads, *ion.writes}:
            kept[f"{protocol} {variable}"] = h.Vector().record(getattr(middle, f"_ref_{variable}"))
    return section


def _reference(target: Any, name: str) -> Any:
    """Returns the reference to a variable or to an element of an array."""
    plain, _, index = name.rstrip("]").partition("[")
    reference = getattr(target, f"_ref_{plain}")
    return reference[int(index)] if index else reference


def _play(h: Any, values: Any, reference: Any, held: list[Any]) -> None:
    levels, times = h.Vector(list(values)), h.Vector([STOP / len(values) * place for place in range(len(values))])
    levels.play(reference, times)
    held += [levels, times]


def _voltage_steps(h: Any, middle: Any, held: list[Any], *, steady: bool) -> None:
    clamp = h.SEClamp(middle)
    clamp.rs, clamp.dur1, clamp.amp1 = 0.01, 1e9, -40.0 if steady else LEVELS[0]
    held.append(clamp)
    if not steady:
        _play(h, LEVELS, clamp._ref_amp1, held)


def _current_steps(h: Any, middle: Any, held: list[Any]) -> None:
    clamp = h.IClamp(middle)
    clamp.delay, clamp.dur = 0.0, 1e9
    held.append(clamp)
    _play(h, CURRENTS, clamp._ref_amp, held)


def _event_trains(h: Any, target: Any, held: list[Any]) -> None:
    connections = []
    for weight in WEIGHTS:
        connection = h.NetCon(None, target)
        connection.delay, connection.weight[0] = 0.0, weight
        connections.append(connection)

    def send() -> None:
        for connection, times in zip(connections, EVENTS):
            for time in times:
                connection.event(time)

    held += [connections, h.FInitializeHandler(send)]


def _artificial(h: Any, subject: Subject, names: tuple[str, ...], kept: dict[str, Any], held: list[Any]) -> None:
    section = h.Section(name="idle")
    cell = getattr(h, subject.name)()
    prepare(h, subject, cell, section, 0, held)
    if subject.name != "VecStim":
        _event_trains(h, cell, held)
    heard, times = h.NetCon(cell, None), h.Vector()
    heard.record(times)
    held += [section, cell, heard]
    kept["spikes times"] = times
    for name in names:
        kept[f"spikes {name}"] = h.Vector().record(_reference(cell, name))


def prepare(h: Any, subject: Subject, target: Any, section: Any, number: int, held: list[Any]) -> None:
    """Gives a mechanism what its authors' code gives it before a run: conductances, random streams, pointers, Vectors."""
    for name, value in SETTINGS.get(subject.name, {}).items():
        setattr(target, name, value)
    if subject.name in RANDOM:
        target.setRNG(number + 1, 7, 11)
    if subject.name == "VecStim":
        times = h.Vector([1.0, 3.5, 3.5, 10.0125, 22.0, 47.0])
        target.play(times)
        held.append(times)
    if subject.name == "InhPoissonStim":
        rates, bins = h.Vector([300.0, 50.0, 600.0]), h.Vector([2.0, 15.0, 30.0])
        target.setRNGs(1, 2, 3, 4, 5, 6)
        target.setTbins(bins)
        target.setRate(rates)
        held += [rates, bins]
    if subject.name in ("dipole", "Dipole"):
        _dipole(h, subject, target, section, held)


def _dipole(h: Any, subject: Subject, target: Any, section: Any, held: list[Any]) -> None:
    total = h.Vector([0.0])
    end = h.Section(name="end")
    end.L = end.diam = 10.0
    end.connect(section)
    target.ri, target.ztan = 2.0, 3.0
    h.setpointer(end(0.5)._ref_v, "pv", target)
    h.setpointer(total._ref_x[0], "Qtotal", target)
    held += [total, end]
    if subject.name == "dipole":
        summed = h.Vector([0.0])
        h.setpointer(summed._ref_x[0], "Qsum", target)
        held.append(summed)


RANDOM = ("StochKv3", "ProbAMPANMDA_EMS", "ProbGABAAB_EMS", "GluSynapse")
SETTINGS: dict[str, dict[str, float]] = {
    "AMPA": {"gmax": 1.0},
    "GABAa": {"gmax": 1.0},
    "NMDA": {"gmax": 1.0},
    "AMPA_NMDA": {"gmax_AMPA": 1.0, "gmax_NMDA": 0.5},
    "DetGABAAB": {"GABAB_ratio": 0.5},
    "ProbGABAAB_EMS": {"GABAB_ratio": 0.5},
    "GluSynapse": {"rho0_GB": 0.3},
}
