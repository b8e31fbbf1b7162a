"""Threshold detection, and delivery of events one after another, inside the compiled step.

At the start of a step from t to t + dt NEURON has three things to do, in this order: deliver what is due by t (the end of
the step before), let sources fire that have crossed their threshold and conditions that have come true, deliver what is due
by t + dt / 2. They are one loop here, whose turns either fire one source or deliver one event, so that the code of both is
compiled once. A step in which nothing is due costs the comparison that says so.

Events are delivered one at a time because NEURON's order counts: each may change what the next one does. What an event's
NET_RECEIVE block asks for goes into the queue afterwards, in program order, a source's connections one by one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import jax.numpy as jnp
from jax import lax

from jneuron.base.outcome import Outcome
from jneuron.engine.events import receive
from jneuron.engine.events.queue import (
    can_move,
    earliest_time,
    event_row,
    forget_place,
    move,
    on_the_day,
    pop,
    push,
    unmovable,
)
from jneuron.engine.events.receive import AT, FLAG, KIND, WHEN
from jneuron.engine.events.rows import element, put_row, rows
from jneuron.engine.events.watch import passed_conditions
from jneuron.engine.frame import Frame
from jneuron.ir.net_table import DELAY, MORE, MOVABLE, OWN, ROW, TIME, WEIGHT, WHAT, NetState
from jneuron.ir.program import NetSpec

Array = Any
SPIKE_DELAY = 1e-10
"""A threshold crossing found at t counts as a spike at t + 1e-10 ms."""


@dataclass(frozen=True)
class Crossings:
    """What may fire in a step: the watched sources, then the WATCH conditions.

    Attributes:
        crossed: Whether it does. (place,) bool
        n_source: How many of the places are sources.
        flags, owns: Flag and own number of each condition. (condition,)
    """

    crossed: Array
    n_source: int
    flags: Array
    owns: Array


@dataclass(frozen=True)
class Sender:
    """Who makes a turn's requests.

    Attributes:
        own: The instance's own number.
        source: The source that fires.
        row: First element of the weight vector that self events carry.
        now: What its requests must not be earlier than [ms].
    """

    own: Array
    source: Array
    row: Array
    now: Array


def process_events(frame: Frame, until: Array, looks: Array | None = None) -> None:
    """Does all that events ask for at the start of a step.

    Args:
        frame: The step.
        until: The time of the half step, or one before it where samples are taken among the events [ms].
        looks: Whether thresholds and conditions are looked at: once in a step, not before t. They are if nothing is said.
    """
    spec = frame.program.net
    if spec is None:
        return
    frame.net = replace(frame.net, queue=on_the_day(frame.net.queue, frame.t))
    if not spec.detect_late:
        _run_turns(frame, spec, _crossings(frame, spec, when=looks), until)
        return

    # what is due by t may change what is compared with a threshold: it comes first, in a round of its own
    def one_round(k: Array, carry: Any) -> Any:
        _put_back(frame, carry)
        found = _crossings(frame, spec, when=k == 1 if looks is None else looks & (k == 1))
        _run_turns(frame, spec, found, jnp.where(k == 1, until, jnp.minimum(until, frame.t)))
        return _taken(frame, spec)

    _put_back(frame, lax.fori_loop(0, 2, one_round, _taken(frame, spec)))


def deliver_by(frame: Frame, until: Array) -> None:
    """Delivers what is due by `until` [ms]; nothing crosses a threshold."""
    spec = frame.program.net
    if spec is not None:
        _run_turns(frame, spec, Crossings(jnp.zeros(0, bool), 0, jnp.zeros(0), jnp.zeros(0, jnp.int32)), until)


def _taken(frame: Frame, spec: NetSpec) -> Any:
    """Returns the arrays that events change."""
    return {g: frame.groups[g] for g in spec.targets}, frame.net, frame.v if receive.sets_voltage(frame, spec) else None


def _put_back(frame: Frame, carry: Any) -> None:
    groups, frame.net, v = carry
    if v is not None:
        frame.v = v
    for g, values in groups.items():
        frame.groups[g] = values


def _run_turns(frame: Frame, spec: NetSpec, found: Crossings, until: Array) -> None:
    n_place = found.crossed.shape[0]
    # the place of the next one that fires; past the end when there is none
    first = jnp.where(jnp.any(found.crossed), 0, n_place).astype(jnp.int32)

    def pending(carry: Any) -> Array:
        _, net, _, place, _ = carry
        due = (earliest_time(net.queue) <= until) | (place < n_place)
        return due & ~net.queue.lost & (net.outcome == Outcome.OK)

    carry = (*_taken(frame, spec), first, jnp.bool_(False))
    groups, net, v, _, _ = lax.while_loop(pending, lambda c: _turn(frame, spec, found, until, c), carry)
    full = net.queue.lost & (net.outcome == Outcome.OK)
    _put_back(frame, (groups, replace(net, outcome=jnp.where(full, jnp.int32(Outcome.QUEUE_FULL), net.outcome)), v))


def _crossings(frame: Frame, spec: NetSpec, when: Array | None = None) -> Crossings:
    """Finds which watched variables have risen above their threshold in the last step, and which conditions hold now."""
    net, params = frame.net, frame.params.net
    before = net
    above = jnp.zeros(0, bool)
    if spec.watched:
        columns = [frame.column(key).reshape(-1)[places] for key, places in zip(spec.watched, params.watched, strict=True)]
        values = columns[0] if len(columns) == 1 else jnp.concatenate(columns)
        # as NEURON compares: the difference, which is not the same for numbers almost equal
        above = values - params.threshold > 0.0
    crossed = above & ~net.above
    net = replace(net, above=above)
    flags, owns = jnp.zeros(0), jnp.zeros(0, jnp.int32)
    if any(watches is not None for watches in net.watches):
        net, passed, flags, owns = passed_conditions(frame, spec, net)
        crossed = jnp.concatenate([crossed, passed])
    if when is not None:
        net = replace(
            net,
            above=jnp.where(when, net.above, before.above),
            watches=tuple(
                None if new is None else replace(new, above=jnp.where(when, new.above, old.above))
                for new, old in zip(net.watches, before.watches, strict=True)
            ),
        )
        crossed = crossed & when
    frame.net = net
    return Crossings(crossed, above.shape[0], flags, owns)


def _turn(frame: Frame, spec: NetSpec, found: Crossings, until: Array, carry: Any) -> Any:
    """Fires the next of what has crossed, or delivers the earliest event if it is due."""
    groups, net, v, place, begun = carry
    n_place = found.crossed.shape[0]
    head = net.queue.head[0]
    firing = jnp.bool_(False)
    if n_place:
        place = lax.while_loop(
            lambda p: (p < n_place) & ~element(found.crossed, jnp.minimum(p, n_place - 1)), lambda p: p + 1, place
        )
        firing = (place < n_place) & (begun | (head[TIME] > frame.t))
    delivering = ~firing & (head[TIME] <= until)
    net = replace(net, queue=pop(net.queue, when=delivering, n_connection=spec.n_connection))

    event = _decoded(frame, spec, head, delivering, net.n_watch)
    sender = Sender(event.own, jnp.int32(-1), event.row, event.t)
    requests = jnp.zeros((1, 4))
    if spec.targets:
        if spec.moves:
            flagged = delivering & (event.flag == 1.0)
            net = replace(net, queue=forget_place(net.queue, event.own, when=flagged))
        groups, weights, watches, v, requests = receive.deliver(frame, spec, event, groups, net.weights, net.watches, v)
        net = replace(net, weights=weights, watches=watches, n_watch=net.n_watch + 1.0)
        sender = replace(sender, source=element(frame.params.net.source_of, event.own))
    if n_place:
        sender, requests = _fired(frame, found, place, firing, sender, requests)
        place = place + firing
    return groups, _grant(frame, spec, net, sender, requests), v, place, begun | firing


def _decoded(frame: Frame, spec: NetSpec, head: Array, delivering: Array, rank: Array) -> receive.Event:
    """Returns the event in a row of the queue."""
    params = frame.params.net
    what = jnp.where(delivering, head[WHAT], 0.0)
    is_self = what >= spec.n_connection
    own = jnp.where(is_self, jnp.floor(what) - spec.n_connection, head[MORE])
    own = jnp.where(delivering, own, 0.0).astype(jnp.int32)
    position = jnp.sum(params.offset <= own, dtype=jnp.int32) - 1
    return receive.Event(
        t=jnp.where(delivering, head[TIME], frame.t),
        flag=jnp.where(is_self, head[MORE], 0.0),
        own=own,
        row=jnp.where(delivering, head[ROW], 0.0).astype(jnp.int32),
        position=jnp.where(delivering, position, -1),
        instance=own - element(params.offset, jnp.maximum(position, 0)),
        rank=rank,
    )


def _fired(frame: Frame, found: Crossings, place: Array, firing: Array, sender: Sender, requests: Array) -> Any:
    """Returns sender and requests of a turn in which something fires, else as they are."""
    params = frame.params.net
    own, flag, source, is_source = sender.own, jnp.float64(0.0), jnp.int32(-1), jnp.bool_(True)
    if found.n_source:
        source = element(params.source_of_watched, jnp.minimum(place, found.n_source - 1))
    if found.owns.shape[0]:
        condition = jnp.clip(place - found.n_source, 0, found.owns.shape[0] - 1)
        is_source = place < found.n_source
        own, flag = jnp.where(firing, element(found.owns, condition), own), element(found.flags, condition)
    row = (
        jnp.float64(1.0),
        jnp.where(is_source, receive.FIRE, receive.SEND),
        jnp.where(is_source, frame.t + SPIKE_DELAY, frame.t),
        flag,
    )
    fired = jnp.zeros_like(requests).at[0].set(jnp.stack(row))
    row_of_sends = jnp.where(firing, 0, sender.row)
    sender = Sender(own, jnp.where(firing, source, sender.source), row_of_sends, jnp.where(firing, -jnp.inf, sender.now))
    return sender, jnp.where(firing, fired, requests)


def _grant(frame: Frame, spec: NetSpec, net: NetState, sender: Sender, requests: Array) -> NetState:
    """Puts what a turn asks for into the queue: an event a turn of the loop."""
    params = frame.params.net
    n_request = requests.shape[0]
    asks = jnp.any(requests[:, WHEN] != 0.0)

    def pending(carry: Any) -> Array:
        net, k, *_ = carry
        return (k < n_request) & ~net.queue.lost & (net.outcome == Outcome.OK)

    def one(carry: Any) -> Any:
        net, k, connection = carry
        request = rows(requests, k)[0]
        when, kind, time = request[WHEN] != 0.0, request[KIND], request[AT]

        early = when & (time < sender.now) & (net.outcome == Outcome.OK)
        net = replace(
            net,
            outcome=jnp.where(early, jnp.int32(Outcome.SENT_TO_THE_PAST), net.outcome),
            failed=jnp.where(early, sender.own, net.failed),
            refused=jnp.where(early, jnp.stack([kind, time, sender.now, request[FLAG]]), net.refused),
        )

        # a source fires: its connections from `connection` on
        fires = when & (kind == receive.FIRE) & (sender.source >= 0)
        source = jnp.maximum(sender.source, 0)
        entering = fires & (connection < 0)
        net = _with_spike(net, time, source, when=entering)
        connection = jnp.where(entering, element(params.first, source), connection)
        end = jnp.where(fires, element(params.first, source + 1), 0)
        more, what, row, wanted = request[FLAG], jnp.float64(0.0), sender.row.astype(jnp.float64), jnp.bool_(False)
        due = time
        if spec.n_connection:
            wire = rows(params.connections, jnp.clip(connection, 0, spec.n_connection - 1))[0]
            wanted = fires & (connection < end) & (wire[OWN] >= 0.0)
            due, more = jnp.where(fires, time + wire[DELAY], due), jnp.where(fires, wire[OWN], more)
            what, row = connection.astype(jnp.float64), jnp.where(fires, wire[WEIGHT], row)

        # an instance sends itself an event
        sends = when & (kind == receive.SEND)
        to_self = spec.n_connection + sender.own.astype(jnp.float64)
        queue = net.queue
        if spec.moves:
            is_movable = sends & (more == 1.0)
            queue = unmovable(queue, sender.own, when=is_movable)
            to_self = to_self + jnp.where(is_movable, MOVABLE, 0.0)
        event = event_row(time=due, more=more, what=jnp.where(fires, what, to_self), row=row)
        goes = wanted | sends

        # or gives one another time
        if spec.moves:
            asked = when & (kind == receive.MOVE)
            fails = asked & ~can_move(queue, sender.own)
            net = replace(
                net,
                outcome=jnp.where(fails, jnp.int32(Outcome.NOTHING_TO_MOVE), net.outcome),
                failed=jnp.where(fails, sender.own, net.failed),
            )
            queue, moved, moves = move(queue, sender.own, time, when=asked, n_connection=spec.n_connection)
            event, goes = jnp.where(moves, moved, event), goes | moves
        net = replace(net, queue=push(queue, event, when=goes, n_connection=spec.n_connection))
        stays = fires & (connection + 1 < end)
        return net, jnp.where(stays, k, k + 1), jnp.where(stays, connection + 1, -1)

    start = jnp.where(asks, 0, n_request).astype(jnp.int32)
    return lax.while_loop(pending, one, (net, start, jnp.int32(-1)))[0]  # type: ignore[no-any-return]


def _with_spike(net: NetState, time: Array, source: Array, *, when: Array) -> NetState:
    """Returns the state with a source's spike noted."""
    spare = net.spikes.shape[0] - 1
    full = net.n_spike >= spare
    fits = when & ~full
    spike = jnp.stack([time, source.astype(jnp.float64)])[None]
    return replace(
        net,
        spikes=put_row(net.spikes, jnp.where(fits, net.n_spike, spare), spike),
        n_spike=net.n_spike + fits,
        outcome=jnp.where(when & full & (net.outcome == Outcome.OK), jnp.int32(Outcome.SPIKES_FULL), net.outcome),
    )
