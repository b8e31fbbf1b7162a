"""Threshold detection, and delivery of events one after another, inside the compiled step.

At the start of a step from t to t + dt NEURON has three things to do, in this order: deliver what is due by t (the end of
the step before), let sources fire that have crossed their threshold, deliver what is due by t + dt / 2. They are one loop
here, whose turns either fire one source or deliver one event, so that the code of both is compiled once. A step in which
nothing is due costs the comparison that says so.

An event's NET_RECEIVE block runs on the one instance it goes to; what the block asks for (net_send, net_event, net_move)
goes into the queue afterwards.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import jax.numpy as jnp
from jax import lax

from jneuron.base.outcome import Outcome
from jneuron.engine.events.queue import earliest_time, element, push, put, remove
from jneuron.engine.events.receive import no_requests, receive
from jneuron.engine.frame import Frame
from jneuron.ir.net_table import FLAG, ROW, TIME, WHAT, NetParams, NetState
from jneuron.ir.program import NetSpec

Array = Any
SPIKE_DELAY = 1e-10
"""A threshold crossing found at t counts as a spike at t + 1e-10 ms."""


def process_events(frame: Frame, until: Array) -> None:
    """Does all that events ask for at the start of a step; `until` is the time of the half step [ms]."""
    spec = frame.program.net
    if spec is None:
        return
    crossed = _crossed(frame, spec)
    groups = {g: frame.groups[g] for g in spec.targets}

    def pending(carry: Any) -> Array:
        _, net, left = carry
        return ((earliest_time(net) <= until) | jnp.any(left)) & (net.outcome == Outcome.OK)

    groups, frame.net, _ = lax.while_loop(pending, lambda c: _turn(frame, spec, c), (groups, frame.net, crossed))
    for g, values in groups.items():
        frame.groups[g] = values


def _crossed(frame: Frame, spec: NetSpec) -> Array:
    """Returns which watched variables have risen above their threshold in the last step. (watched,)"""
    net, params = frame.net, frame.params.net
    if not spec.watched:
        return jnp.zeros(0, bool)
    columns = [frame.column(key).reshape(-1)[rows] for key, rows in zip(spec.watched, params.watched, strict=True)]
    values = columns[0] if len(columns) == 1 else jnp.concatenate(columns)
    # as NEURON compares: the difference, which is not the same for numbers almost equal
    above = values - params.threshold > 0.0
    frame.net = replace(net, above=above)
    return above & ~net.above


def _turn(frame: Frame, spec: NetSpec, carry: Any) -> Any:
    """Delivers the earliest event, or fires the next source that has crossed its threshold."""
    groups, net, left = carry
    params = frame.params.net
    slot = net.first
    column = element(net.queue, slot)
    time, row = column[TIME], column[ROW].astype(jnp.int32)
    firing = jnp.any(left) & (time > frame.t)
    event = {"t": time, "flag": column[FLAG], "row": row, "what": column[WHAT].astype(jnp.int32)}
    net = remove(net, slot, when=~firing)

    groups, weights, requests = _receive(frame, spec, groups, net.weights, event, firing)
    net = replace(net, weights=weights)
    for k in range(requests.n_send):
        send = {"when": requests.send_when[k], "time": requests.send_time[k], "flag": requests.send_flag[k]}
        net = push(net, **send, what=requests.own, row=row)
    for k in range(requests.n_move):
        net = _move(net, requests.own, when=requests.move_when[k], time=requests.move_time[k])

    # what fires: the source that crossed, or those that the block made fire
    crossing = jnp.argmax(left) if spec.watched else 0
    for k in range(max(requests.n_event, 1)):
        when, at, source = firing & (k == 0), frame.t + SPIKE_DELAY, jnp.int32(0)
        if spec.watched:
            source = element(params.source_of_watched, crossing)
        if requests.n_event:
            asked = requests.event_when[k] & (requests.source >= 0) & ~firing
            at, source = jnp.where(asked, requests.event_time[k], at), jnp.where(asked, requests.source, source)
            when = when | asked
        net = _fire(net, params, source, when=when, time=at)
    if spec.watched:
        left = left & ~(firing & (jnp.arange(left.shape[0]) == crossing))
    return groups, net, left


def _receive(frame: Frame, spec: NetSpec, groups: Any, weights: Array, event: dict[str, Array], firing: Array) -> Any:
    """Runs the NET_RECEIVE block of the instance an event goes to, unless this turn fires a source."""
    params, what = frame.params.net, event["what"]
    own = what - spec.n_connection
    position = jnp.sum(params.offset <= own, dtype=jnp.int32) - 1
    instance = own - element(params.offset, jnp.maximum(position, 0))
    if spec.n_connection:
        connection = jnp.minimum(what, spec.n_connection - 1)
        position = jnp.where(own >= 0, position, element(params.target, connection))
        instance = jnp.where(own >= 0, instance, element(params.instance, connection))
    event = {**event, "instance": instance}

    branches: list[Any] = [lambda g_, w_, e_: (g_, w_, no_requests(frame, spec))]
    branches += [lambda g_, w_, e_, k=k, g=g: receive(frame, spec, k, g, g_, w_, e_) for k, g in enumerate(spec.targets)]
    return lax.switch(jnp.where(firing, 0, position + 1), branches, groups, weights, event)


def _fire(net: NetState, params: NetParams, source: Array, *, when: Array, time: Array) -> NetState:
    """Returns the queue with one event a connection of a source that fires at `time`, and notes the spike."""
    spare = net.spikes.shape[1] - 1
    full = net.n_spike >= spare
    fits = when & ~full
    spike = jnp.stack([jnp.asarray(time, jnp.float64), source.astype(jnp.float64)])
    net = replace(
        net,
        spikes=put(net.spikes, jnp.where(fits, net.n_spike, spare), spike),
        n_spike=net.n_spike + fits,
        outcome=jnp.where(when & full & (net.outcome == Outcome.OK), jnp.int32(Outcome.SPIKES_FULL), net.outcome),
    )
    if not params.delay.shape[0]:
        return net

    def send(c: Array, net: NetState) -> NetState:
        wanted = element(params.active, c) & (element(params.target, c) >= 0)
        due = time + element(params.delay, c)
        return push(net, when=wanted, time=due, what=c, flag=jnp.float64(0.0), row=element(params.weight, c))

    first = element(params.first, source)
    return lax.fori_loop(first, jnp.where(when, element(params.first, source + 1), first), send, net)


def _move(net: NetState, own: Array, *, when: Array, time: Array) -> NetState:
    """Gives the instance's self event with flag 1 another time; does nothing if there is none."""
    queued = jnp.arange(net.queue.shape[1]) < net.n_queued
    match = (net.queue[WHAT] == own) & (net.queue[FLAG] == 1.0) & queued & when
    slot = jnp.argmax(match).astype(jnp.int32)
    found, row = jnp.any(match), element(net.queue[ROW], slot)
    net = remove(net, slot, when=found)
    return push(net, when=found, time=time, what=own, flag=jnp.float64(1.0), row=row)
