"""One small .mod file a language feature, run in two compartments by either program.

The first compartment is held at three voltages, the second drifts; every variable that users see is recorded at every step.
What a feature needs beyond that (pointers, tables, events, calls) stands in `SETUP` and `MIDWAY`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

FEATURES = Path(__file__).parent / "features"
STORE = Path(__file__).parents[2] / "reference_data" / "nmodl" / "features.npz"
MANIFEST = STORE.with_suffix(".json")
DT, MIDDLE, STOP = 0.05, 3.0, 6.0
CLAMP = ((2.0, -80.0), (2.0, 10.0), (2.0, -30.0))
EVENTS = (0.5, 1.51, 1.52, 2.0, 3.3, 4.95)
SECOND_ORDER = (
    "implicit_coupled", "euler_method", "runge_method", "kinetic_linear", "double_solve", "no_method", "cnexp_linear",
)  # fmt: skip
"""Features that are run with secondorder 2 too."""
GLOBALS = {
    "protected": ("count",),
    "global_counter": ("n", "last"),
    "global_current": ("n",),
    "host_procedure": ("z",),
    "table_sets_global": ("factor",),
}
"""Global variables that are recorded besides."""
UNCLAMPED = frozenset({"discrete_block"})
"""Features that run by counted steps, without anything that depends on t: NEURON lets t run ahead there."""


@dataclass
class Cell:
    """What a feature runs in.

    Attributes:
        sections: The two compartments, and what a setup adds.
        targets: The mechanism in each: a density mechanism at the middle, or a point process.
        kept: What has to stay alive.
    """

    sections: list[Any]
    targets: list[Any] = field(default_factory=list)
    kept: list[Any] = field(default_factory=list)


def feature_names() -> list[str]:
    """Returns the names of all features: files that hold a mechanism; with `@2` those run with secondorder 2."""
    names = [path.stem for path in sorted(FEATURES.glob("*.mod"))]
    return [*names, *(f"{name}@2" for name in SECOND_ORDER)]


def text_of(name: str) -> str:
    """Returns the text of a feature's file."""
    return (FEATURES / f"{name.partition('@')[0]}.mod").read_text(encoding="latin-1")


def digest_of(name: str) -> str:
    """Returns the SHA-256 of a feature's file: a stored trace belongs to exactly one text."""
    return hashlib.sha256((FEATURES / f"{name.partition('@')[0]}.mod").read_bytes()).hexdigest()


def _word(text: str) -> str:
    return (re.search(r"\b(SUFFIX|POINT_PROCESS|ARTIFICIAL_CELL)\b", text) or [""])[0]


def ion_variables(text: str) -> list[str]:
    """Returns the ion variables that a file mentions."""
    found = re.findall(r"USEION\s+\w+((?:\s+(?:READ|WRITE)\s+\w+(?:\s*,\s*\w+)*)+)", text)
    return sorted({name for part in found for name in re.findall(r"\w+", part)} - {"READ", "WRITE"})


def build(h: Any, name: str) -> Cell:
    """Makes the cell of a feature."""
    text, suffix = text_of(name), name.partition("@")[0]
    h.load_file("stdrun.hoc")
    h.celsius, h.dt, h.secondorder = 20, DT, 2 if name.endswith("@2") else 0
    h.steps_per_ms = 1 / DT
    sections = [h.Section(name="held"), h.Section(name="free")]
    for place, section in enumerate(sections):
        section.L, section.diam = 20, 20 - 8 * place
        section.insert("pas")
    cell = Cell(sections)
    word = _word(text)
    if word == "SUFFIX" and "SUFFIX nothing" not in text:
        for section in sections:
            section.insert(suffix)
            cell.targets.append(getattr(section(0.5), suffix))
    elif word == "POINT_PROCESS":
        cell.targets = [getattr(h, suffix)(section(0.5)) for section in sections]
    elif word == "ARTIFICIAL_CELL":
        cell.targets = [getattr(h, suffix)() for _ in sections]
    if name not in UNCLAMPED:
        clamp = h.SEClamp(sections[0](0.5))
        clamp.rs = 1e-2
        for number, (duration, level) in enumerate(CLAMP, 1):
            setattr(clamp, f"dur{number}", duration)
            setattr(clamp, f"amp{number}", level)
        cell.kept.append(clamp)
        push = h.IClamp(sections[1](0.5))
        push.delay, push.dur, push.amp = 1, 3, 0.05
        cell.kept.append(push)
    if "NET_RECEIVE" in text:
        _connect(h, cell)
    if suffix in SETUP:
        cell.kept.append(SETUP[suffix](h, cell))
    return cell


def _connect(h: Any, cell: Cell) -> None:
    connections = [h.NetCon(None, target) for target in cell.targets]
    for connection in connections:
        connection.delay, connection.weight[0] = 0, 0.01

    def send() -> None:
        for place, connection in enumerate(connections):
            for time in EVENTS:
                connection.event(time + 0.3 * place)

    cell.kept += [connections, h.FInitializeHandler(send)]


def shown_variables(h: Any, suffix: str) -> list[tuple[str, int]]:
    """Returns what users see of a mechanism under NEURON: names without suffix, and lengths (0 for a scalar)."""
    standard, name = h.MechanismStandard(suffix, 0), h.ref("")
    lists = re.findall(r"\b(?:RANDOM|POINTER)\s+(\w+(?:\s*,\s*\w+)*)", text_of(suffix))
    hidden = re.findall(r"\w+", " ".join(lists))
    shown = []
    for place in range(int(standard.count())):
        length = int(standard.name(name, place))
        variable = name[0].removesuffix(f"_{suffix}")
        if variable not in hidden:
            shown.append((variable, length if length > 1 else 0))
    return shown


def references(h: Any, name: str, cell: Cell) -> dict[str, Any]:
    """Returns what is recorded under NEURON, by key: "0/x", "1/w[2]", "segment 0/cai", "global n"."""
    suffix, text = name.partition("@")[0], text_of(name)
    shown = shown_variables(h, suffix) if cell.targets else []
    names = [f"{variable}[{k}]" if length else variable for variable, length in shown for k in range(length or 1)]
    keys = [f"{place}/{each}" for place in range(len(cell.targets)) for each in names]
    keys += [f"segment {place}/{each}" for place in range(len(cell.sections)) for each in ("v", *ion_variables(text))]
    keys += [f"global {each}" for each in GLOBALS.get(suffix, ())]
    return {key: reference(h, name, cell, key) for key in keys}


def reference(h: Any, name: str, cell: Cell, key: str) -> Any:
    """Returns the reference to what a key stands for."""
    suffix = name.partition("@")[0]
    if key.startswith("global "):
        return getattr(h, f"_ref_{key.removeprefix('global ')}_{suffix}")
    owner, _, variable = key.partition("/")
    if owner.startswith("segment "):
        return getattr(cell.sections[int(owner.removeprefix("segment "))](0.5), f"_ref_{variable}")
    variable, bracket, index = variable.partition("[")
    found = getattr(cell.targets[int(owner)], f"_ref_{variable}")
    return found[int(index.rstrip("]"))] if bracket else found


def run(h: Any, name: str, keys: list[str] | None = None) -> dict[str, np.ndarray]:
    """Runs a feature and returns what was recorded.

    Args:
        h: The top level of either program, with the features' folder loaded.
        name: The feature.
        keys: What to record; everything that users see where it is None, which works under NEURON only.
    """
    suffix = name.partition("@")[0]
    cell = build(h, name)
    if keys is None:
        found = references(h, name, cell)
    else:
        found = {key: reference(h, name, cell, key) for key in keys if " = " not in key}
    vectors = {key: h.Vector().record(place) for key, place in found.items()}

    def advance(until: float) -> None:
        if suffix not in UNCLAMPED:
            h.continuerun(until)
            return
        for _ in range(round(MIDDLE / DT)):
            h.fadvance()

    h.finitialize(-65)
    advance(MIDDLE)
    results = {f"call {k} = ": np.array([value]) for k, value in enumerate(MIDWAY.get(suffix, lambda h, cell: ())(h, cell))}
    advance(STOP)
    return {key: np.array(vector.to_python()) for key, vector in vectors.items()} | results


# what features need besides


def _function_table_one(h: Any, cell: Cell) -> Any:
    x = h.Vector([-100, -70, -40, 0, 50])
    y, tau = h.Vector([0.01, 0.1, 0.6, 0.9, 1]), h.Vector([1, 3, 5, 2, 1])
    h.table_minf_function_table_one(y, x)
    h.table_tau_function_table_one(tau, x)
    return x, y, tau


def _function_table_two(h: Any, cell: Cell) -> Any:
    values = h.Vector([(i + 1) ** 2 * (j + 2) for i in range(4) for j in range(3)])
    h.table_surface_function_table_two(values._ref_x[0], 4, -90, 30, 3, 0, 0.8)
    cell.targets[1].k = 0.55
    return values


def _function_table_constant(h: Any, cell: Cell) -> Any:
    h.table_level_function_table_constant(4.5)
    values = h.Vector([1, 4, 9, 16, 25])
    h.table_even_function_table_constant(values._ref_x[0], 5, -90, 30)
    return values


def _point_at(name: str, *variables: str) -> Callable[[Any, Cell], Any]:
    """Lets the POINTER of each target point at a segment's variable of the other compartment."""

    def setup(h: Any, cell: Cell) -> Any:
        for target, section, variable in zip(cell.targets, reversed(cell.sections), variables):
            h.setpointer(getattr(section(0.5), f"_ref_{variable}"), name, target)

    return setup


def _pointer_write(h: Any, cell: Cell) -> Any:
    # both write the same number, one after the other
    third = h.Section(name="third")
    third.insert("hh")
    cell.sections.append(third)
    for target in cell.targets:
        h.setpointer(third(0.5)._ref_el_hh, "target", target)


def _pointer_chain(h: Any, cell: Cell) -> Any:
    more = [h.pointer_chain(cell.sections[1](0.5)) for _ in range(2)]
    cell.targets += more
    for place, target in enumerate(cell.targets):
        follower = cell.targets[(place + 1) % len(cell.targets)]
        h.setpointer(follower._ref_x, "next", target)
        target.k = 1 + 0.1 * place
    return more


def _diffusion_tree(h: Any, cell: Cell) -> Any:
    held, free = cell.sections
    suffix = next(iter(cell.targets)).name()
    held.nseg, free.nseg = 3, 5
    held.L, free.L = 60, 80
    side, tip = h.Section(name="side"), h.Section(name="tip")
    for section, length, diam in ((side, 50, 3), (tip, 30, 1)):
        section.L, section.diam, section.nseg = length, diam, 3
        section.insert(suffix)
    free.connect(held(1))
    side.connect(held(0.5))
    tip.connect(free(1))
    held(0.9).diam = 8
    cell.sections += [side, tip]
    cell.targets = [getattr(section(x), suffix) for section in cell.sections for x in (0.1, 0.5, 0.9)]


def _switch_table_off(h: Any, cell: Cell) -> Any:
    h.usetable_table_off = 0


def _set_celsius(h: Any, cell: Cell) -> Any:
    h.celsius, h.shift_table_procedure = 31, 5


def _random_ids(h: Any, cell: Cell) -> Any:
    for place, target in enumerate(cell.targets):
        target.r.set_ids(place + 1, 2, 3)
        target.s.set_ids(place + 1, 7, 9)
        target.s.set_seq(0)


def _own_shift(h: Any, cell: Cell) -> None:
    cell.targets[1].shift = -7


def _sodium(h: Any, cell: Cell) -> None:
    for section in cell.sections:
        section.ena = 50


def _with_counter(h: Any, cell: Cell) -> None:
    for section in cell.sections:
        section.insert("global_current")


def _play_a_line(h: Any, cell: Cell) -> Any:
    clamp = h.IClamp(cell.sections[1](0.5))
    clamp.dur = 1e9
    times, levels = h.Vector([0, 2, 6]), h.Vector([0, 0.1, -0.1])
    levels.play(clamp._ref_amp, times, True)
    return clamp, times, levels


def _fresh_streams(h: Any, cell: Cell) -> Any:
    for place, target in enumerate(cell.targets):
        target.r.set_ids(place + 1, 2, 3)
        target.r.set_seq(0)


SETUP: dict[str, Callable[[Any, Cell], Any]] = {
    "function_table_one": _function_table_one,
    "function_table_two": _function_table_two,
    "function_table_constant": _function_table_constant,
    "pointer_read": _point_at("source", "v", "v"),
    "pointer_current": _point_at("vgap", "v", "v"),
    "pointer_write": _pointer_write,
    "pointer_chain": _pointer_chain,
    "diffusion_cable": _diffusion_tree,
    "diffusion_shells": _diffusion_tree,
    "diffusion_calcium": _diffusion_tree,
    "diffusion_sodium": _diffusion_tree,
    "table_off": _switch_table_off,
    "table_procedure": _set_celsius,
    "table_sets_global": _play_a_line,
    "table_of_instance": _own_shift,
    "linear_initial_tables": _sodium,
    "external_global": _with_counter,
    "random_draws": _random_ids,
    "noisy_current": _fresh_streams,
    "random_channel": _fresh_streams,
}


# calls between two halves of the run; what they return is compared


def _call_procedure(h: Any, cell: Cell) -> tuple[float, ...]:
    first, second = cell.targets
    results = (first.set(3, 0.5), first.combined(2), second.set(4, 2), second.combined(2))
    h.setdata_host_procedure(cell.sections[0](0.5))
    return (*results, h.combined_host_procedure(10), h.z_host_procedure, first.x, second.y, second.s)


def _call_functions(h: Any, cell: Cell) -> tuple[float, ...]:
    before = h.tripled(4)
    h.remember(5)
    return before, h.tripled(4), h.factor


def _call_tables(h: Any, cell: Cell) -> tuple[float, ...]:
    points = (-120.0, -100.0, -55.0, -40.0, 49.0, 60.0)
    return tuple(h.minf_function_table_one(x) for x in points)


def _call_surface(h: Any, cell: Cell) -> tuple[float, ...]:
    points = [(v, k) for v in (-95.0, -60.0, -50.0, 29.0, 40.0) for k in (-1.0, 0.0, 0.1, 0.5, 0.79, 2.0)]
    return tuple(h.surface_function_table_two(*point) for point in points)


def _construct(h: Any, cell: Cell) -> tuple[float, ...]:
    before = h.alive_construction
    more = h.construction(cell.sections[0](0.5))
    made, between = more.made, h.alive_construction
    del more
    return made, between - before, h.alive_construction - before


def _look_up(h: Any, cell: Cell) -> tuple[float, ...]:
    found = []
    for celsius, factor in ((20, 3), (10, 5), (10, 7)):
        h.celsius, h.factor_table_sets_global = celsius, factor
        h.setdata_table_sets_global(cell.sections[0](0.5))
        h.looked_table_sets_global(-33.3)
        found += [h.factor_table_sets_global, cell.targets[0].minf]
    h.celsius = 20
    h.looked_table_sets_global(-33.3)
    return tuple(found)


def _call_recursive(h: Any, cell: Cell) -> tuple[float, ...]:
    return h.downwards_recursive_function(6), h.fibonacci_recursive_function(10)


MIDWAY: dict[str, Callable[[Any, Cell], tuple[float, ...]]] = {
    "host_procedure": _call_procedure,
    "functions_only": _call_functions,
    "function_table_one": _call_tables,
    "function_table_two": _call_surface,
    "construction": _construct,
    "table_sets_global": _look_up,
    "recursive_function": _call_recursive,
}
