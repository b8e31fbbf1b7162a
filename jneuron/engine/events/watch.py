"""WATCH: conditions of single instances, looked at once a step."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import jax.numpy as jnp
from jax import lax

from jneuron.engine.frame import Frame
from jneuron.ir.net_table import NetState
from jneuron.ir.program import NetSpec

Array = Any
LEAST_ABOVE = -1e-12
"""A condition that is this near to holding counts as holding when its watching begins."""


def passed_conditions(frame: Frame, spec: NetSpec, net: NetState) -> tuple[NetState, Array, Array, Array]:
    """Finds the watched conditions that have begun to hold.

    Order: NEURON looks through them in the order in which WATCH statements began them.

    Returns:
        The network's state; for all conditions: whether it has, its flag, its instance's own number; in their order if any has.
    """
    watches = list(net.watches)
    passed, flags, owns, since = [], [], [], []
    for k, (g, old) in enumerate(zip(spec.targets, watches, strict=True)):
        if old is None:
            continue
        block = frame.program.groups[g].type.net_receive
        assert block is not None
        values = [kernel.function(frame.ops, frame.inputs(g, kernel.reads))["value"] for kernel in block.watches]
        shape = old.on.shape
        above = jnp.stack([jnp.broadcast_to(value, shape[1:]) for value in values]) > 0.0
        passed.append((old.on & above & ~old.above).T.reshape(-1))
        flags.append(old.flag.T.reshape(-1))
        since.append(old.since.T.reshape(-1))
        owns.append(jnp.repeat(frame.params.net.offset[k] + jnp.arange(shape[1], dtype=jnp.int32), shape[0]))
        watches[k] = replace(old, above=jnp.where(old.on, above, old.above))
    net = replace(net, watches=tuple(watches))
    found = jnp.concatenate(passed), jnp.concatenate(flags), jnp.concatenate(owns)
    by_rank = jnp.concatenate(since)
    found = lax.cond(jnp.any(found[0]), lambda found: tuple(x[jnp.argsort(by_rank)] for x in found), lambda found: found, found)
    return net, *found
