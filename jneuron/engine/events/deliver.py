"""Threshold detection, and delivery of events one after another, inside the compiled step.

Nothing of it costs more than a comparison in a step in which no event is due. An event's NET_RECEIVE block runs on the one
instance it goes to; what the block asks for (net_send, net_event, net_move) is put into the queue afterwards.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import jax.numpy as jnp
from jax import lax

from jneuron.base.outcome import Outcome
from jneuron.engine.events.queue import earliest_time, push, remove
from jneuron.engine.events.receive import Requests, receive
from jneuron.engine.frame import Frame
from jneuron.ir.net_table import NetParams, NetState
from jneuron.ir.program import NetSpec

Array = Any
SPIKE_DELAY = 1e-10
"""A threshold crossing found at t counts as a spike at t + 1e-10 ms."""


def detect_crossings(frame: Frame) -> None:
    """Lets sources fire whose variable has risen above the threshold in the last step."""
    spec = frame.program.net
    if spec is None or not spec.watched:
        return
    net, params = frame.net, frame.params.net
    columns = [frame.column(key).reshape(-1)[rows] for key, rows in zip(spec.watched, params.watched, strict=True)]
    values = columns[0] if len(columns) == 1 else jnp.concatenate(columns)
    # as NEURON compares: the difference, which is not the same for numbers almost equal
    above = values - params.threshold > 0.0
    crossed = above & ~net.above
    net = replace(net, above=above)
    time = frame.t + SPIKE_DELAY
    frame.net = lax.cond(jnp.any(crossed), lambda n: _fire_all(n, params, crossed, time), lambda n: n, net)


def _fire_all(net: NetState, params: NetParams, crossed: Array, time: Array) -> NetState:
    def body(carry: tuple[NetState, Array]) -> tuple[NetState, Array]:
        net, left = carry
        k = jnp.argmax(left)
        return fire(net, params, params.source_of_watched[k], time), left.at[k].set(False)

    return lax.while_loop(lambda c: jnp.any(c[1]), body, (net, crossed))[0]


def fire(net: NetState, params: NetParams, source: Array, time: Array) -> NetState:
    """Returns the queue with one event a connection of a source that fires at `time`, and notes the spike."""
    n_spike = net.spike_time.shape[0]
    full = net.n_spike >= n_spike
    slot = jnp.where(full, n_spike, net.n_spike)
    net = replace(
        net,
        spike_time=net.spike_time.at[slot].set(time, mode="drop"),
        spike_source=net.spike_source.at[slot].set(source, mode="drop"),
        n_spike=net.n_spike + ~full,
        outcome=jnp.where(full & (net.outcome == Outcome.OK), jnp.int32(Outcome.SPIKES_FULL), net.outcome),
    )

    def send(c: Array, net: NetState) -> NetState:
        wanted = params.active[c] & (params.target[c] >= 0)
        return push(net, when=wanted, time=time + params.delay[c], what=c, flag=jnp.float64(0.0), row=params.weight[c])

    return lax.fori_loop(params.first[source], params.first[source + 1], send, net)


def deliver_due(frame: Frame, until: Array) -> None:
    """Delivers all events due by `until` [ms], in order; the frame's time is what it was."""
    spec = frame.program.net
    if spec is None or not spec.targets:
        return
    present = frame.t
    carry = ({g: frame.groups[g] for g in spec.targets}, frame.net)

    def pending(carry: Any) -> Array:
        net = carry[1]
        return (earliest_time(net) <= until) & (net.outcome == Outcome.OK)

    def deliver_all(carry: Any) -> Any:
        return lax.while_loop(pending, lambda c: _deliver_one(frame, spec, c), carry)

    groups, frame.net = lax.cond(pending(carry), deliver_all, lambda c: c, carry)
    for g, values in groups.items():
        frame.groups[g] = values
    frame.t = present


def _deliver_one(frame: Frame, spec: NetSpec, carry: Any) -> Any:
    groups, net = carry
    params = frame.params.net
    slot = net.first
    time, what, flag, row = net.time[slot], net.what[slot], net.flag[slot], net.row[slot]
    net = remove(net, slot)

    # whose event it is
    own = what - spec.n_connection
    is_self = own >= 0
    position = jnp.searchsorted(params.offset, own, side="right").astype(jnp.int32) - 1
    connection = jnp.minimum(what, max(spec.n_connection - 1, 0))
    if spec.n_connection:
        position = jnp.where(is_self, position, params.target[connection])
        instance = jnp.where(is_self, own - params.offset[position], params.instance[connection])
    else:
        instance = own - params.offset[position]
    event = {"t": time, "flag": flag, "row": row, "instance": instance}

    branches = [
        lambda groups, weights, event, k=k, g=g: receive(frame, spec, k, g, groups, weights, event)
        for k, g in enumerate(spec.targets)
    ]
    if len(branches) == 1:
        groups, weights, requests = branches[0](groups, net.weights, event)
    else:
        groups, weights, requests = lax.switch(position, branches, groups, net.weights, event)
    net = _grant(replace(net, weights=weights), params, requests, row)
    return groups, net


def _grant(net: NetState, params: NetParams, requests: Requests, row: Array) -> NetState:
    """Puts into the queue what a NET_RECEIVE block asked for."""
    for k in range(requests.n_send):
        net = push(
            net, when=requests.send_when[k], time=requests.send_time[k], what=requests.own, flag=requests.send_flag[k], row=row
        )
    for k in range(requests.n_move):
        net = lax.cond(
            requests.move_when[k], lambda n, t=requests.move_time[k]: _move(n, requests.own, t), lambda n: n, net
        )
    for k in range(requests.n_event):
        heard = requests.event_when[k] & (requests.source >= 0)
        net = lax.cond(
            heard, lambda n, t=requests.event_time[k]: fire(n, params, requests.source, t), lambda n: n, net
        )
    return net


def _move(net: NetState, own: Array, time: Array) -> NetState:
    """Gives the instance's self event with flag 1 another time; does nothing if there is none."""
    match = (net.what == own) & (net.flag == 1.0) & (jnp.arange(net.time.shape[0]) < net.n_queued)
    slot = jnp.argmax(match).astype(jnp.int32)
    row = net.row[slot]

    def again(net: NetState) -> NetState:
        return push(remove(net, slot), when=jnp.bool_(True), time=time, what=own, flag=jnp.float64(1.0), row=row)

    return lax.cond(jnp.any(match), again, lambda n: n, net)
