"""Resolves ions: where each is present, which of its variables change during a run."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from jneuron.ir.cable import Cable
from jneuron.ir.program import IonSpec, Key
from jneuron.lower.buckets import Arrangement
from jneuron.lower.groups import Group
from jneuron.model.model import Model

Indices = npt.NDArray[np.int64]
CONCENTRATIONS_FROM_GLOBALS, POTENTIAL_AT_START, POTENTIAL_EVERY_STEP = 4, 32, 64
"""Bits of an ion's style."""


def ion_rows(model: Model, cable: Cable, arrangement: Arrangement) -> dict[str, Indices]:
    """Returns for each ion that is present its row at each node, -1 where it is absent. (node,) each"""
    rows: dict[str, Indices] = {}
    mechanisms = [model.ions[name].mechanism for name in model.ions.names()]
    for mechanism in mechanisms:
        here = np.full(cable.n_node, -1, np.int64)
        for section in cable.sections:
            start = section.mechanisms.get(mechanism)
            if start is not None:
                first = section.node_start + 1
                nodes = cable.node_of_row[first : first + section.nseg]
                here[arrangement.place_of[nodes]] = np.arange(start, start + section.nseg)
            for (name, slot), row in section.end_rows.items():
                if name == mechanism:
                    here[arrangement.place_of[cable.node_of_row[section.node_start + slot]]] = row
        if (here >= 0).any():
            rows[mechanism] = here
    return rows


def ion_specs(
    model: Model, rows: dict[str, Indices], groups: list[Group], wanted: set[Key], *, follow_all: bool
) -> tuple[IonSpec, ...]:
    """Returns the ions of a program.

    Args:
        model: The declarations.
        rows: From `ion_rows`.
        groups: The mechanisms.
        wanted: Columns that are recorded, played into or pointed at.
        follow_all: Whether every ion's current is to be summed, asked for or not.
    """
    specs = []
    for mechanism, here in rows.items():
        name = mechanism.removesuffix("_ion")
        uses = [use for g in groups for use in g.type.ions if use.name == name]
        written = {w for use in uses for w in use.writes} - {f"i{name}"}
        style = model.tables[mechanism].column("style")[here[here >= 0]].astype(int)
        nernst = bool((style & POTENTIAL_EVERY_STEP).any())
        read_current = any(f"i{name}" in use.reads for use in uses)
        asked = {(mechanism, f"i{name}"), (mechanism, f"di{name}_dv_")} & wanted
        played = {n for place, n in wanted if place == mechanism} - {f"i{name}", f"di{name}_dv_"}
        dynamic = written | ({f"e{name}"} if nernst else set()) | ({f"i{name}"} if read_current else set()) | played
        specs.append(IonSpec(name, frozenset(dynamic), nernst, read_current or bool(asked) or follow_all))
    return tuple(specs)
