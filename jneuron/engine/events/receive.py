"""One NET_RECEIVE block on one instance.

What the block reads of the arrays that events change is taken out of them first, what it writes is put back afterwards; the
blocks themselves, the branches of a conditional, see single elements only. So each array is read and then written in place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import jax
import jax.numpy as jnp
from jax import lax

from jneuron.engine.events.rows import element, put, rows
from jneuron.engine.events.watch import LEAST_ABOVE
from jneuron.engine.frame import Frame
from jneuron.ir.mechanism_type import NetReceive, SendRequest, WatchRequest
from jneuron.ir.net_table import Watches
from jneuron.ir.program import Key, NetSpec

Array = Any
Values = dict[str, Array]
SEND, FIRE, MOVE = 0.0, 1.0, 2.0
"""What a request is for: net_send, net_event (a source fires), net_move."""
WHEN, KIND, AT, FLAG = range(4)
"""Columns of a request: whether it holds (not 0), its kind, time [ms], flag."""
KINDS = {"@send": SEND, "@event": FIRE, "@move": MOVE}


@dataclass(frozen=True)
class Event:
    """What is delivered, and to whom.

    Attributes:
        t, flag: As the block sees them.
        own: The instance's own number.
        row: First element of the weight vector.
        position: Position of its group in `NetSpec.targets`, -1 for nobody.
        instance: Its place in the group.
        rank: What the WATCH statements of the block are ranked by.
    """

    t: Array
    flag: Array
    own: Array
    row: Array
    position: Array
    instance: Array
    rank: Array


def deliver(
    frame: Frame, spec: NetSpec, event: Event, groups: dict[int, Values], weights: Array, watches: Any, v: Array | None
) -> Any:
    """Runs the block of the instance an event goes to.

    Args:
        frame: The step.
        spec: The network.
        event: The event.
        groups: Values of the target groups' kept variables.
        weights: All weight vectors.
        watches: For each target group its WATCH conditions, or None.
        v: Voltage [mV] (node,), or None where no block sets it.

    Returns:
        (groups, weights, watches, v, requests), the requests in program order. (request, 4)
    """
    blocks = [_block(frame, g) for g in spec.targets]
    n_argument = max(len(block.arguments) for block in blocks)
    instances = [jnp.where(event.position == k, event.instance, 0) for k in range(len(blocks))]
    changing = [_changing(frame, g) for g in spec.targets]
    own = [
        {n: groups[g][n] if n in frame.program.groups[g].shared else element(groups[g][n], i) for n in names}
        for g, i, names in zip(spec.targets, instances, changing, strict=True)
    ]
    arguments = lax.dynamic_slice(weights, (event.row,), (n_argument,), allow_negative_indices=False) if n_argument else None
    watched = [None if w is None else _watched(w, i) for w, i in zip(watches, instances, strict=True)]
    vectors = _vectors(frame, spec, instances, weights)

    through = jnp.zeros(max(len(_written_pointers(frame, g)) for g in spec.targets))
    node, voltage = _voltage(frame, spec, event, v)
    carry = (own, arguments, watched, vectors, through, voltage)

    def run(k: int, carry: Any) -> Any:
        return _run(frame, spec, k, event, _Present(groups, weights, frame.v if v is None else v), carry)

    n_request = max(1, *(_n_request(frame, g, partial(run, k), carry) for k, g in enumerate(spec.targets)))

    def padded(k: int, carry: Any) -> Any:
        carry, requests = run(k, carry)
        return carry, jnp.concatenate([requests, jnp.zeros((n_request - requests.shape[0], 4))])

    branches: list[Any] = [lambda c: (c, jnp.zeros((n_request, 4)))]
    branches += [lambda c, k=k: padded(k, c) for k in range(len(blocks))]
    (changed, arguments, watched, new_vectors, through, voltage), requests = lax.switch(event.position + 1, branches, carry)

    groups = dict(groups)
    for k, g in enumerate(spec.targets):
        shared = frame.program.groups[g].shared
        groups[g] = {**groups[g]} | {
            n: value if n in shared else put(groups[g][n], instances[k], value) for n, value in changed[k].items()
        }
    if n_argument:
        weights = lax.dynamic_update_slice(weights, arguments, (event.row,), allow_negative_indices=False)
    weights = _with_vectors(frame, spec, instances, weights, vectors, new_vectors)
    weights = _with_pointed(frame, spec, event, instances, weights, through)
    watches = tuple(
        None if w is None else _with_watched(w, i, new) for w, i, new in zip(watches, instances, watched, strict=True)
    )
    return groups, weights, watches, None if v is None else put(v, node, voltage), requests


@dataclass(frozen=True)
class _Present:
    """The arrays that events change, as they are before the block.

    Attributes:
        groups: Values of the target groups' kept variables.
        weights: All weight vectors.
        v: Voltage [mV]. (node,)
    """

    groups: dict[int, Values]
    weights: Array
    v: Array


def _run(frame: Frame, spec: NetSpec, k: int, event: Event, present: _Present, carry: Any) -> Any:
    """Runs the block of target group `k`; only its part of the carry changes."""
    own, arguments, watched, vectors, through, voltage = carry
    g = spec.targets[k]
    block = _block(frame, g)
    elements = own[k]
    given = {name: arguments[i] for i, name in enumerate(block.arguments)}
    inputs = {"flag": event.flag, "t": event.t} | given
    if block.for_netcons:
        inputs["@netcons"] = tuple(vectors[k][:, i] for i in range(len(block.arguments)))
        inputs["@own"] = rows(frame.params.net.vectors[k], event.instance)[0] == event.row
    reader = _Reader(frame, spec, g, event.instance, present, elements)
    for name in block.kernel.reads - inputs.keys():
        inputs[name] = reader.value(name)
    outputs = block.kernel.function(frame.ops, inputs)

    changed = {name: jnp.asarray(outputs.get(name, old), old.dtype).reshape(old.shape) for name, old in elements.items()}
    own = [changed if j == k else other for j, other in enumerate(own)]
    if block.arguments:
        new = [jnp.asarray(outputs.get(name, given[name]), jnp.float64) for name in block.arguments]
        arguments = jnp.concatenate([jnp.stack(new), arguments[len(new) :]])
    if block.for_netcons:
        of_all = jnp.stack([jnp.broadcast_to(column, vectors[k].shape[:1]) for column in outputs["@netcons"]], axis=1)
        vectors = [of_all if j == k else other for j, other in enumerate(vectors)]
    if outputs.get("@watch"):
        begun = _begin_watching(len(block.watches), watched[k], outputs["@watch"], event.rank)
        watched = [begun if j == k else other for j, other in enumerate(watched)]
    for place, (name, _) in enumerate(_written_pointers(frame, g)):
        through = through.at[place].set(jnp.asarray(outputs[name], jnp.float64))
    if frame.program.groups[g].type.sets_voltage:
        voltage = jnp.asarray(outputs["v"], jnp.float64)
    return (own, arguments, watched, vectors, through, voltage), _requests(outputs, event.t)


class _Reader:
    """What one instance reads."""

    def __init__(self, frame: Frame, spec: NetSpec, g: int, instance: Array, present: _Present, own: Values) -> None:
        self._frame, self._g, self._instance, self._own = frame, g, instance, own
        self._groups, self._weights, self._v = present.groups, present.weights, present.v
        self._spec = frame.program.groups[g]
        self._number = {frame.program.groups[k].name: k for k in spec.targets}

    def value(self, name: str) -> Array:
        """Returns a variable of the instance, of its node, or one that all share."""
        if name in self._own:
            return self._own[name]
        for pointer, keys in self._spec.pointers:
            if pointer == name:
                return self._pointed(name, keys)
        frame, g, params = self._frame, self._g, self._frame.params
        values = self._groups[g]
        if name in values:
            return values[name] if name in self._spec.shared else element(values[name], self._instance)
        for shared in (params.globals[g], params.tables[g]):
            if name in shared:
                return shared[name]
        if name in params.groups[g]:
            return element(params.groups[g][name], self._instance)
        if name == "usetable":
            return not self._spec.exact
        if name == "v" and self._spec.type.has_node:
            return element(self._v, self._node())
        if name in params.hoc:
            return params.hoc[name]
        for use in self._spec.type.ions:
            if name in use.reads or name in use.writes:
                return element(frame.column((f"{use.name}_ion", name)), self._node())
        return element(frame.inputs(g, (name,))[name], self._instance)

    def _node(self) -> Array:
        return element(self._frame.params.groups[self._g]["@node"], self._instance)

    def _pointed(self, name: str, keys: Any) -> Array:
        total: Array = 0.0
        for k, (place, variable) in enumerate(keys):
            places, here = self._frame.params.pointers[self._g][f"{name}/{k}"]
            g = self._number.get(place)
            changing = self._groups[g] if g is not None else {}
            if place == "weight":
                column = self._weights
            elif (place, variable) == ("node", "v"):
                column = self._v
            else:
                column = changing[variable] if variable in changing else self._frame.column((place, variable))
            value = element(column.reshape(-1), element(places, self._instance))
            total = total + jnp.where(element(here, self._instance), value, 0.0)
        return total


def _block(frame: Frame, g: int) -> NetReceive:
    block = frame.program.groups[g].type.net_receive
    assert block is not None
    return block


def _changing(frame: Frame, g: int) -> list[str]:
    """Returns the variables of a group that its block may write, beside what its POINTERs point at."""
    spec = frame.program.groups[g]
    return sorted(_block(frame, g).kernel.writes & (spec.kept | spec.shared) - {name for name, _ in spec.pointers})


# ---- the voltage


def sets_voltage(frame: Frame, spec: NetSpec) -> bool:
    """Tells whether any block sets the voltage of its node."""
    return any(frame.program.groups[g].type.sets_voltage for g in spec.targets)


def _voltage(frame: Frame, spec: NetSpec, event: Event, v: Array | None) -> tuple[Array, Array]:
    """Returns the node that an event's block may set the voltage of, and its voltage; some node where it sets none."""
    if v is None:
        return jnp.int32(0), jnp.float64(0.0)
    node = jnp.int32(0)
    for k, g in enumerate(spec.targets):
        if frame.program.groups[g].type.sets_voltage:
            here = element(frame.params.groups[g]["@node"], jnp.where(event.position == k, event.instance, 0))
            node = jnp.where(event.position == k, here, node)
    return node, element(v, node)


# ---- weight vectors of all connections to an instance


def _vectors(frame: Frame, spec: NetSpec, instances: list[Array], weights: Array) -> list[Any]:
    """Returns for each target group with FOR_NETCONS the weight vectors of all connections to the instance."""
    taken: list[Any] = []
    for k, g in enumerate(spec.targets):
        block = _block(frame, g)
        if not block.for_netcons:
            taken.append(None)
            continue
        starts = rows(frame.params.net.vectors[k], instances[k])[0]
        places = jnp.maximum(starts, 0)[:, None] + jnp.arange(len(block.arguments), dtype=jnp.int32)[None]
        taken.append(weights.at[places].get(mode="promise_in_bounds"))
    return taken


def _with_vectors(frame: Frame, spec: NetSpec, instances: list[Array], weights: Array, old: list[Any], new: list[Any]) -> Array:
    """Returns the weights with what FOR_NETCONS has changed: the block's own arguments may have changed beside that."""
    spare = weights.shape[0] - 1
    for k, (before, after) in enumerate(zip(old, new, strict=True)):
        if before is None:
            continue
        starts = rows(frame.params.net.vectors[k], instances[k])[0]
        places = starts[:, None] + jnp.arange(before.shape[1], dtype=jnp.int32)[None]
        is_new = (starts >= 0)[:, None] & (after != before)
        weights = weights.at[jnp.where(is_new, places, spare)].set(after, mode="promise_in_bounds")
    return weights


# ---- POINTERs that a block writes


def _written_pointers(frame: Frame, g: int) -> list[tuple[str, tuple[Key, ...]]]:
    """Returns the POINTERs that a group's block writes, with the columns they point into: weights, nothing else."""
    return [(name, keys) for name, keys in frame.program.groups[g].pointers if name in _block(frame, g).kernel.writes]


def _with_pointed(frame: Frame, spec: NetSpec, event: Event, instances: list[Array], weights: Array, through: Array) -> Array:
    """Returns the weights with what the block has written through its POINTERs."""
    spare = weights.shape[0] - 1
    for k, g in enumerate(spec.targets):
        for place, (name, keys) in enumerate(_written_pointers(frame, g)):
            for j in range(len(keys)):
                elements, here = frame.params.pointers[g][f"{name}/{j}"]
                is_new = (event.position == k) & element(here, instances[k])
                where = jnp.where(is_new, element(elements, instances[k]), spare)
                weights = weights.at[where].set(through[place], mode="promise_in_bounds")
    return weights


# ---- WATCH


def _watched(watches: Watches, instance: Array) -> Watches:
    return Watches(*(element(x, instance) for x in (watches.on, watches.above, watches.flag, watches.since)))


def _with_watched(watches: Watches, instance: Array, new: Watches) -> Watches:
    return Watches(
        on=put(watches.on, instance, new.on),
        above=put(watches.above, instance, new.above),
        flag=put(watches.flag, instance, new.flag),
        since=put(watches.since, instance, new.since),
    )


def _begin_watching(n: int, old: Watches, requests: Sequence[WatchRequest], rank: Array) -> Watches:
    """Returns the `n` conditions of an instance after WATCH statements: the first that is executed ends all others."""
    asked: list[Array] = [jnp.bool_(False)] * n
    flag: list[Array] = [old.flag[i] for i in range(n)]
    since: list[Array] = [old.since[i] for i in range(n)]
    above: list[Array] = [old.above[i] for i in range(n)]
    for place, request in enumerate(requests):
        asked[request.index] = asked[request.index] | request.when
        flag[request.index] = jnp.where(request.when, request.flag, flag[request.index])
        since[request.index] = jnp.where(request.when, rank + place / len(requests), since[request.index])
        above[request.index] = jnp.where(request.when, request.difference >= LEAST_ABOVE, above[request.index])
    on, any_asked = jnp.stack(asked), jnp.any(jnp.stack(asked))
    return Watches(
        on=jnp.where(any_asked, on, old.on),
        above=jnp.stack(above),
        flag=jnp.stack([jnp.asarray(x, jnp.float64) for x in flag]),
        since=jnp.stack(since),
    )


# ---- requests


def _requests(outputs: Mapping[str, Any], t: Array) -> Array:
    """Returns what a block asks for, in program order. (request, 4)"""
    made = [(request, kind) for name, kind in KINDS.items() for request in outputs.get(name, ())]
    table = []
    for request, kind in sorted(made, key=lambda pair: pair[0].rank):
        is_send = isinstance(request, SendRequest)
        time = t + request.delay if is_send else request.time
        row = (request.when, kind, time, request.flag if is_send else 0.0)
        table.append(jnp.stack([jnp.asarray(x, jnp.float64) for x in row]))
    return jnp.stack(table) if table else jnp.zeros((0, 4))


_COUNTS: dict[tuple[str, str], int] = {}


def _n_request(frame: Frame, g: int, run: Callable[[Any], Any], carry: Any) -> int:
    """Returns how many requests the block of a group makes at most: one for each call in its text."""
    spec = frame.program.groups[g]
    key = (spec.name, spec.digest)
    if key not in _COUNTS:
        asks = _block(frame, g).kernel.writes & KINDS.keys()
        _COUNTS[key] = jax.eval_shape(run, carry)[1].shape[0] if asks else 0
    return _COUNTS[key]
