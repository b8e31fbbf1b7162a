"""A step that is half made when the user's code changes the structure: its first part, as the new program wants it.

What the old program has worked out has gone into the tables; from there it is gathered as a second part of a step expects it.
What is new has its defaults, as everything has that no step has yet been made with.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np

from jneuron.base.errors import UnsupportedError
from jneuron.engine.run import Halfway, run_to_voltage
from jneuron.ir.program import Key, Params, State
from jneuron.lower.probes import RecordPlan
from jneuron.lower.program import Lowered
from jneuron.model.model import Model
from jneuron.session.backend import double_precision
from jneuron.session.mirror import TABLE_OF_KEY, follow_all


def carried_over(model: Model, old: Lowered, lowered: Lowered, made: Halfway, params: Params, state: State) -> Halfway:
    """Returns the first part of a step, made by one program, for another to go on from.

    Args:
        model: The declarations, whose tables have what the first part worked out.
        old, lowered: The program that made it, and the one that is to go on.
        made: What the old one gave.
        params, state: The new program's constants, and its state as the tables have it.
    """
    program = lowered.program
    if old.program.between and not _are_equal(old.records, lowered.records):
        raise UnsupportedError(
            "a recording that comes or goes within a step, beside samples among its events",
            "the samples that were taken in this step belong to the recordings as they were.",
        )
    state = replace(state, t=made.state.t)
    at = np.zeros(made.between.shape[0])
    with double_precision() as jax:
        shape, _ = jax.eval_shape(partial(run_to_voltage, follow_all(program)), params, state, at)

    def gathered(place: str, names: Any) -> dict[str, Any]:
        return {name: _column(model, lowered, (place, name)) for name in names}

    groups = []
    for spec, names in zip(program.groups, shape.groups, strict=True):
        shared = {v.name for v in spec.type.globals}
        own = gathered(spec.name, names.keys() - shared)
        groups.append(own | gathered(f"{spec.name}@global", names.keys() & shared))
    ions = [gathered(f"{ion.name}_ion", names) for ion, names in zip(program.ions, shape.ions, strict=True)]
    return Halfway(state=state, node=gathered("node", shape.node), groups=tuple(groups), ions=tuple(ions), between=made.between)


def _column(model: Model, lowered: Lowered, key: Key) -> Any:
    place, name = TABLE_OF_KEY.get(key, key)
    table = model.tables[place]
    return table.column(name)[..., 0] if place.endswith("@global") else lowered.layout.gather(table, name)


def _are_equal(old: RecordPlan, new: RecordPlan) -> bool:
    if old.keys != new.keys or old.position != new.position:
        return False
    return all(np.array_equal(here, there) for here, there in zip(old.indices, new.indices, strict=True))
