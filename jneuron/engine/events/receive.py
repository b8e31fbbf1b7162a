"""One NET_RECEIVE block on one instance."""

from __future__ import annotations

from typing import Any

import jax
import jax.numpy as jnp

from jneuron.engine.events.queue import element, put
from jneuron.engine.frame import Frame
from jneuron.ir.mechanism_type import MechanismType, VariableKind
from jneuron.ir.program import NetSpec
from jneuron.ir.pytree import pytree, static

Array = Any


@pytree
class Requests:
    """What a NET_RECEIVE block asks for; blocks that ask for less than others are padded with requests that don't hold.

    Attributes:
        own: The instance's number for self events. () int32
        source: The source that it is, -1 if nobody listens. () int32
        send_when, send_time, send_flag: net_send. (send,)
        move_when, move_time: net_move. (move,)
        event_when, event_time: net_event. (event,)
    """

    own: Array
    source: Array
    send_when: tuple[Array, ...]
    send_time: tuple[Array, ...]
    send_flag: tuple[Array, ...]
    move_when: tuple[Array, ...]
    move_time: tuple[Array, ...]
    event_when: tuple[Array, ...]
    event_time: tuple[Array, ...]
    n_send: int = static()
    n_move: int = static()
    n_event: int = static()


def no_requests(frame: Frame, spec: NetSpec) -> Requests:
    """Returns requests none of which holds."""
    nothing = {"t": jnp.float64(0.0), "instance": jnp.int32(0)}
    return _requests(frame, spec, 0, {}, nothing)


def receive(frame: Frame, spec: NetSpec, k: int, g: int, groups: Any, weights: Array, event: dict[str, Array]) -> Any:
    """Runs the block of target group `k` (group `g` of the program) for one event.

    Args:
        frame: The step.
        spec: The network.
        k, g: Which group.
        groups: Values of the target groups' kept variables.
        weights: All weight vectors.
        event: t, flag, row of the weight vector, instance.

    Returns:
        (groups, weights, requests)
    """
    group, receive_block = frame.program.groups[g], frame.program.groups[g].type.net_receive
    assert receive_block is not None
    kernel, instance = receive_block.kernel, event["instance"]
    values = groups[g]
    inputs = {
        name: _input(frame, g, name, values, instance) for name in kernel.reads - set(receive_block.arguments) - {"flag", "t"}
    }
    inputs["flag"], inputs["t"] = event["flag"], event["t"]
    inputs |= {name: element(weights, event["row"] + i) for i, name in enumerate(receive_block.arguments)}
    outputs = kernel.function(frame.ops, inputs)

    # instance variables and weights that the block changed
    changed = dict(values)
    for name in group.kept & outputs.keys():
        changed[name] = put(values[name], instance, outputs[name])
    changed |= {name: outputs[name] for name in group.shared & outputs.keys()}
    for i, name in enumerate(receive_block.arguments):
        if name in outputs:
            weights = put(weights, event["row"] + i, outputs[name])
    return {**groups, g: changed}, weights, _requests(frame, spec, k, outputs, event)


def _input(frame: Frame, g: int, name: str, values: dict[str, Array], instance: Array) -> Array:
    """Returns what one instance reads: an element of a column, or a shared value as it is."""
    if name in values:
        return values[name] if name in frame.program.groups[g].shared else element(values[name], instance)
    params = frame.params
    for shared in (params.globals[g], params.tables[g]):
        if name in shared:
            return shared[name]
    if name in params.groups[g]:
        return element(params.groups[g][name], instance)
    if name == "usetable":
        return not frame.program.groups[g].exact
    if name == "v":
        return element(frame.v, element(params.groups[g]["@node"], instance))
    if name in params.hoc:
        return params.hoc[name]
    return element(frame.inputs(g, (name,))[name], instance)


def _requests(frame: Frame, spec: NetSpec, k: int, outputs: dict[str, Any], event: dict[str, Array]) -> Requests:
    params, t = frame.params.net, event["t"]
    n_send, n_move, n_event = (_most(frame, spec, name) for name in ("@send", "@move", "@event"))
    sends = [(s.when, t + s.delay, s.flag) for s in outputs.get("@send", ())]
    moves = [(m.when, m.time) for m in outputs.get("@move", ())]
    events = [(e.when, e.time) for e in outputs.get("@event", ())]
    send = _columns(sends, n_send, 3)
    move = _columns(moves, n_move, 2)
    emitted = _columns(events, n_event, 2)
    return Requests(
        own=(spec.n_connection + params.offset[k] + event["instance"]).astype(jnp.int32),
        source=element(params.source_of[k], event["instance"]) if params.source_of else jnp.int32(-1),
        send_when=send[0],
        send_time=send[1],
        send_flag=send[2],
        move_when=move[0],
        move_time=move[1],
        event_when=emitted[0],
        event_time=emitted[1],
        n_send=n_send,
        n_move=n_move,
        n_event=n_event,
    )


def _most(frame: Frame, spec: NetSpec, kind: str) -> int:
    """Returns the largest number of requests of a kind that any target's block can make."""
    return max((_request_counts(frame.program.groups[g].type, frame.ops)[kind] for g in spec.targets), default=0)


_COUNTS: dict[tuple[str, str], dict[str, int]] = {}


def _request_counts(type_: MechanismType, ops: Any) -> dict[str, int]:
    """Returns how many requests of each kind a type's block makes at most: one for each call in its text."""
    key = (type_.name, type_.digest)
    if key not in _COUNTS:
        assert type_.net_receive is not None
        kernel = type_.net_receive.kernel
        numbers: dict[str, Any] = {name: jax.ShapeDtypeStruct((), jnp.float64) for name in kernel.reads - {"usetable"}}
        for variable in type_.variables:
            if variable.name in numbers and variable.length:
                numbers[variable.name] = jax.ShapeDtypeStruct((variable.length,), jnp.float64)
            if variable.name in numbers and variable.kind is VariableKind.RANDOM:
                numbers[variable.name] = jax.ShapeDtypeStruct((6,), jnp.uint32)
        found = jax.eval_shape(
            lambda x: {n: v for n, v in kernel.function(ops, {**x, "usetable": False}).items() if n[0] == "@"}, numbers
        )
        _COUNTS[key] = {kind: len(found.get(kind, ())) for kind in ("@send", "@move", "@event")}
    return _COUNTS[key]


def _columns(requests: list[tuple[Array, ...]], n: int, width: int) -> list[tuple[Array, ...]]:
    padding: list[tuple[Array, ...]] = [(False, *[0.0] * (width - 1))] * (n - len(requests))
    rows = requests + padding
    first = tuple(jnp.asarray(row[0], bool) for row in rows)
    return [first, *(tuple(jnp.asarray(row[i], jnp.float64) for row in rows) for i in range(1, width))]
