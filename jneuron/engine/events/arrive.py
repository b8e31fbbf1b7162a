"""Queues the events of spikes that were fired elsewhere: by cells of other processes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import jax.numpy as jnp
from jax import lax

from jneuron.base.outcome import Outcome
from jneuron.engine.events.queue import event_row, push
from jneuron.engine.events.rows import element, rows
from jneuron.ir.net_table import DELAY, OWN, WEIGHT, NetParams, NetState
from jneuron.ir.program import NetSpec

Array = Any


def queue_arrivals(spec: NetSpec, params: NetParams, net: NetState, arrived: Array, n_arrived: Array) -> NetState:
    """Returns the state with the events that spikes of other processes send over the connections here.

    Args:
        spec: Sizes of the network.
        params: Its constants.
        net: Its state.
        arrived: Time [ms] and source of each spike, in order. (spike, 2)
        n_arrived: How many of them count. () int32

    Order: spike by spike, a spike's connections in the order in which they were made.
    """
    if not spec.n_connection:
        return net

    def pending(carry: Any) -> Array:
        queue, k, _ = carry
        return (k < n_arrived) & ~queue.lost

    def one(carry: Any) -> Any:
        queue, k, connection = carry
        time, source = rows(arrived, k)[0]
        source = source.astype(jnp.int32)
        connection = jnp.where(connection < 0, element(params.first, source), connection)
        end = element(params.first, source + 1)
        wire = rows(params.connections, jnp.clip(connection, 0, spec.n_connection - 1))[0]
        goes = (connection < end) & (wire[OWN] >= 0.0)
        event = event_row(time=time + wire[DELAY], more=wire[OWN], what=connection, row=wire[WEIGHT])
        queue = push(queue, event, when=goes, n_connection=spec.n_connection)
        stays = connection + 1 < end
        return queue, jnp.where(stays, k, k + 1), jnp.where(stays, connection + 1, -1)

    queue, _, _ = lax.while_loop(pending, one, (net.queue, jnp.int32(0), jnp.int32(-1)))
    return replace(net, queue=queue, outcome=jnp.where(queue.lost, jnp.int32(Outcome.QUEUE_FULL), net.outcome))
