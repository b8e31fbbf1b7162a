"""Mechanisms whose C runs on the host: instances one after another, with what the C keeps between calls.

A kernel made of host code looks to the engine like any other: `function(ops, columns)`. Under NumPy it runs at once; a
compiled program calls back for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import numpy as np

from jneuron.base.errors import HocError, UnsupportedError
from jneuron.base.random123 import FROM_OBJECT, NO_STREAM
from jneuron.ir.mechanism_type import EventRequest, SendRequest
from jneuron.nmodl.verbatim.generators import Random123
from jneuron.nmodl.verbatim.memory import numbers
from jneuron.nmodl.verbatim.snapshots import Snapshot

Columns = Mapping[str, Any]
NUMBER, ARRAY, HANDLE, STREAM = "number", "array", "handle", "stream"
SHARED, SHARED_ARRAY, GIVEN = "shared", "shared array", "given"
ORDER = "@order"
"""Name and kind of the column that says in which order the instances come."""
_CRASHES = (AttributeError, IndexError, TypeError, KeyError, ZeroDivisionError, NotImplementedError)


class Instance:
    """The variables of one instance while C code runs, and the events it asks for."""

    def __init__(self) -> None:
        self.c_given: dict[str, Any] = {}
        self.c_sends: list[tuple[float, float]] = []
        self.c_events: list[float] = []
        self.c_moves: list[float] = []
        self.t = 0.0

    def c_send(self, delay: float, flag: float) -> None:
        """net_send."""
        self.c_sends.append((delay, flag))

    def c_event(self, time: float) -> None:
        """net_event."""
        self.c_events.append(time)

    def c_move(self, time: float) -> None:
        """net_move."""
        self.c_moves.append(time)


@dataclass(frozen=True)
class Bridge:
    """A FUNCTION or PROCEDURE without C: `function(ops, columns, *arguments)` returns (value, outputs)."""

    function: Callable[..., Any]
    reads: tuple[str, ...]
    ops: Any


@dataclass(frozen=True)
class HostKernel:
    """What a block needs and does.

    Attributes:
        function: Name of its function in the host code.
        kinds: For each name that it reads or writes, how the column is to be taken.
        writes: Names it may set.
        sums: Currents whose sum is the kernel's current.
        asks: How many of send, event and move it may ask for; None for what it can't.
    """

    function: str
    kinds: Mapping[str, str]
    writes: tuple[str, ...]
    sums: tuple[str, ...] = ()
    asks: tuple[int | None, int | None, int | None] = (None, None, None)


class HostModule:
    """The C of one mechanism in one session.

    Attributes:
        services: What C code asks of the simulator; set by the session's interface.
        statics: Variables of C at file level.
        failure: What C code raised last.
        variants: Kernels for instances that hold what only the host can use.
        bridges: FUNCTIONs and PROCEDUREs without C, for C code to call.
    """

    def __init__(self, code: Callable[[HostModule, Any], dict[str, Any]]) -> None:
        self._code = code
        self.services: Any = None
        self.statics = SimpleNamespace()
        self.failure: BaseException | None = None
        self.variants: dict[str, Any] = {}
        self.bridges: dict[str, Bridge] = {}
        self._functions: dict[str, Any] = {}
        self._handles: list[Any] = [None]
        self._numbers: dict[int, int] = {}

    def function(self, name: str) -> Any:
        """Returns a function of the C code by name."""
        if not self._functions:
            self._functions = self._code(self, self.services)
        return self._functions[name]

    def bridge(self, name: str, instance: Instance, values: tuple[float, ...]) -> float:
        """Calls a FUNCTION or PROCEDURE without C for one instance; returns its value."""
        bridge = self.bridges[name]
        given = instance.c_given
        columns = {each: given[each] if each in given else getattr(instance, each) for each in bridge.reads}
        with np.errstate(all="ignore"):
            value, outputs = bridge.function(bridge.ops, columns, *(np.float64(value) for value in values))
        for each, new in outputs.items():
            present = getattr(instance, each)
            setattr(instance, each, numbers("d", len(present), new) if isinstance(present, memoryview) else float(new))
        return float(value)

    # ---- objects that variables hold

    def handle(self, number: float) -> Any:
        """Returns the object behind a number in a column."""
        return self._handles[int(number)] if 0 < number < len(self._handles) else None

    def number_of(self, value: Any) -> float:
        """Returns the number under which a column keeps an object; 0 for none."""
        if value is None or isinstance(value, int | float):
            return float(value or 0)
        number = self._numbers.get(id(value))
        if number is None:
            number = self._numbers[id(value)] = len(self._handles)
            self._handles.append(value)
        return float(number)

    def stream(self, words: Any) -> Any:
        """Returns the Random123 stream or the `h.Random` that a column of words means; None for none."""
        if words[4] == NO_STREAM:
            return None
        return self.handle(float(words[0])) if words[4] == FROM_OBJECT else Random123(words)

    def words_of(self, stream: Any, index: float) -> list[int]:
        """Returns the words for a stream, an `h.Random`, or nothing."""
        if isinstance(stream, Random123):
            return stream.words
        handle = self.number_of(stream)
        return [int(handle), 0, 0, 0, FROM_OBJECT if handle else NO_STREAM, int(index), 0, 0, 0, int(index)]

    def snapshot(self) -> Snapshot:
        """Returns the state of all that C code can change, for going back to it."""
        return Snapshot((vars(self.statics), self._handles, getattr(self.services, "generators", ())))

    # ---- kernels

    def kernel(self, plan: HostKernel) -> Callable[[Any, Columns], dict[str, Any]]:
        """Returns a block as a kernel."""

        def kernel(ops: Any, columns: Columns) -> dict[str, Any]:
            tables = {name: ops.plain_table(columns[name]) for name, kind in plan.kinds.items() if kind == GIVEN}
            columns = {name: columns[name] for name in plan.kinds} | tables
            run = self._run if ops.xp is np else self._run_inside
            found = ops.run_on_host(lambda given: run(plan, given), columns, self._shapes(plan, columns))
            return _with_requests(plan, found)

        return kernel

    def procedure(self, plan: HostKernel) -> Callable[..., tuple[float, dict[str, Any]]]:
        """Returns a FUNCTION or PROCEDURE as the interpreter calls it: (value, variables that it set)."""

        def procedure(ops: Any, columns: Columns, *arguments: Any) -> tuple[float, dict[str, Any]]:
            instance = Instance()
            given = {name: np.asarray(column) for name, column in columns.items()}
            for name, kind in plan.kinds.items():
                if kind == SHARED:
                    setattr(instance, name, float(given[name]))
                elif kind == SHARED_ARRAY:
                    setattr(instance, name, numbers("d", len(given[name]), given[name]))
                elif kind == GIVEN:
                    instance.c_given[name] = _given(given[name])
            self._load(plan, instance, given, None)
            value = call(plan.function, self.function(plan.function), instance, *arguments)
            outputs = {name: self._stored(plan.kinds[name], getattr(instance, name)) for name in plan.writes}
            if instance.c_sends or instance.c_events:
                outputs["@events"] = (*instance.c_sends, *((time,) for time in instance.c_events))
            return float(value or 0.0), outputs

        return procedure

    def call_with_globals(self, name: str, function: Any, table: Any, *arguments: Any) -> Any:
        """Calls a C function that belongs to no instance; it sees and may set the mechanism's globals.

        Args:
            table: The table of the globals, or None where the mechanism has none.
        """
        instance = Instance()
        names = table.names() if table is not None else ()
        for each in names:
            column = table.column(each)[..., 0]
            setattr(instance, each, numbers("d", len(column), column) if column.ndim else float(column))
        value = call(name, function, instance, *arguments)
        for each in names:
            new = getattr(instance, each)
            if not np.array_equal(table.column(each)[..., 0], new):
                table.edit(each)[..., 0] = new
        return value

    def _stored(self, kind: str, value: Any) -> Any:
        """Returns a value of an instance as its column keeps it."""
        if kind == HANDLE:
            return self.number_of(value)
        return self.words_of(value, self.services.global_index) if kind == STREAM else value

    def _shapes(self, plan: HostKernel, columns: Columns) -> dict[str, tuple[tuple[int, ...], Any]]:
        """Returns shape and type of each result of `_run`."""
        batch = _batch(plan, columns)
        shapes: dict[str, tuple[tuple[int, ...], Any]] = {}
        for name in plan.writes:
            shape = np.shape(columns[name])
            kind = plan.kinds[name]
            full = shape if kind in (SHARED, SHARED_ARRAY) else (*shape[: kind in (ARRAY, STREAM)], *batch)
            shapes[name] = full, np.uint32 if kind == STREAM else np.float64
        if plan.sums:
            shapes["@current"] = batch, np.float64
        for word, n, width in zip(("send", "event", "move"), plan.asks, (3, 2, 2)):
            if n is not None:
                shapes[f"@{word}"] = (n, width, *batch), np.float64
        return shapes

    def _run(self, plan: HostKernel, columns: Columns) -> dict[str, Any]:
        return self._run_all(plan, {name: np.asarray(column) for name, column in columns.items()})

    def _run_inside(self, plan: HostKernel, columns: Columns) -> dict[str, Any]:
        """Runs inside a compiled program, which nothing may be raised in: the session raises `failure` when it has ended."""
        if self.failure is None:
            self.services.in_program = True
            try:
                return self._run(plan, columns)
            except Exception as error:
                self.failure = error
            finally:
                self.services.in_program = False
        return {name: np.zeros(shape, kind) for name, (shape, kind) in self._shapes(plan, columns).items()}

    def _run_all(self, plan: HostKernel, columns: dict[str, Any]) -> dict[str, Any]:
        function, batch = self.function(plan.function), _batch(plan, columns)
        results = {name: np.zeros(shape, kind) for name, (shape, kind) in self._shapes(plan, columns).items()}
        instance = Instance()
        for name, kind in plan.kinds.items():
            if kind == SHARED:
                setattr(instance, name, float(columns[name].reshape(-1)[0]))
            elif kind == SHARED_ARRAY:
                setattr(instance, name, numbers("d", len(columns[name]), columns[name].reshape(len(columns[name]), -1)[:, 0]))
            elif kind == GIVEN:
                instance.c_given[name] = _given(columns[name])
        order = columns[ORDER].astype(int).tolist() if batch and ORDER in columns else range(batch[0] if batch else 1)
        for k in order:
            place = (..., k) if batch else (...,)
            self._load(plan, instance, columns, k if batch else None)
            call(plan.function, function, instance)
            self._save(plan, instance, results, place)
        for name in plan.writes:
            if plan.kinds[name] in (SHARED, SHARED_ARRAY):
                results[name][...] = np.reshape(getattr(instance, name), results[name].shape)
        return results

    def _load(self, plan: HostKernel, instance: Any, columns: dict[str, Any], k: int | None) -> None:
        for name, kind in plan.kinds.items():
            if kind in (SHARED, SHARED_ARRAY, GIVEN, ORDER):
                continue
            column = columns[name]
            n_axis = 1 if kind in (ARRAY, STREAM) else 0
            own = column[..., k] if k is not None and column.ndim > n_axis else column
            if kind == NUMBER:
                value: Any = float(own)
            elif kind == ARRAY:
                value = numbers("d", len(own), own)
            else:
                value = self.handle(float(own)) if kind == HANDLE else self.stream(own)
            setattr(instance, name, value)

    def _save(self, plan: HostKernel, instance: Any, results: dict[str, Any], place: Any) -> None:
        for name in plan.writes:
            kind, value = plan.kinds[name], getattr(instance, name)
            if kind in (SHARED, SHARED_ARRAY):
                continue
            results[name][place] = self._stored(kind, value)
        if plan.sums:
            results["@current"][place] = sum(getattr(instance, name) for name in plan.sums)
        events, moves = ([(time,) for time in times] for times in (instance.c_events, instance.c_moves))
        asked = (("send", list(instance.c_sends)), ("event", events), ("move", moves))
        for word, requests in asked:
            _note_requests(results, word, requests, place)
        instance.c_sends.clear()
        instance.c_events.clear()
        instance.c_moves.clear()


def call(name: str, function: Any, *arguments: Any) -> Any:
    """Calls C code; what would end NEURON with a segmentation fault becomes an error."""
    try:
        return function(*arguments)
    except UnsupportedError:
        raise
    except _CRASHES as error:
        what = f"C code in {name.removeprefix('kernel_')} does what would end NEURON: {type(error).__name__}: {error}"
        raise HocError(f"hocobj_call error: hoc_execerror: {what}") from error


def _given(value: Any) -> Any:
    """Returns a TABLE, or the switch `usetable`, as the functions under NumPy take it."""
    if value.ndim != 2:
        return bool(value)
    return value


def _note_requests(results: dict[str, Any], word: str, requests: list[Any], place: Any) -> None:
    if not requests:
        return
    rows = results.get(f"@{word}")
    if rows is None or len(requests) > len(rows):
        raise UnsupportedError(f"{len(requests)} times net_{word} in one call of C code", "a program has room for fewer.")
    for row, request in enumerate(requests):
        for column, value in enumerate((1.0, *request)):
            rows[(row, column, *place)] = value


def _batch(plan: HostKernel, columns: Columns) -> tuple[int, ...]:
    """Returns (instances,), or () where the kernel runs for one."""
    for name, kind in plan.kinds.items():
        n_axis = {NUMBER: 0, HANDLE: 0, ARRAY: 1, STREAM: 1}.get(kind)
        if n_axis is not None:
            shape = np.shape(columns[name])
            if len(shape) > n_axis:
                return (shape[-1],)
    return ()


def _with_requests(plan: HostKernel, found: dict[str, Any]) -> dict[str, Any]:
    """Turns the rows of requests into the records that the engine wants."""
    results = dict(found)
    for word, n in zip(("send", "event", "move"), plan.asks):
        if n is None:
            continue
        rows = results[f"@{word}"]
        if word == "send":
            results["@send"] = tuple(SendRequest(row[0] > 0.0, row[1], row[2]) for row in rows)
        else:
            results[f"@{word}"] = tuple(EventRequest(row[0] > 0.0, row[1]) for row in rows)
    return results
