"""ParallelContext's bulletin board: jobs are done, and messages taken, by who left them or by other processes.

What is submitted becomes a parcel that another process can open. `working` returns one result after the other, and does jobs
itself meanwhile. A message is a list of items; `take` and `look` by name make it the one that the upk... methods read from.
"""

from __future__ import annotations

import pickle
import sys
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from jneuron.base.errors import HocError
from jneuron.facade.calls import Arguments, Refusal, is_number, is_reference
from jneuron.facade.ref import StringRef
from jneuron.session.hosts import divide, place
from jneuron.session.job_board import FollowerBoard, Job, JobBoard, MasterBoard, OwnBoard, WorkerBoard

Items = list[Any]
PYTHON, CALL, STATEMENT, METHOD = "python", "call", "statement", "method"
"""Kinds of parcels: a pickled callable with its arguments, a function of hoc, a statement, a method of an object."""


@dataclass(frozen=True)
class Vectorial:
    """A Vector in a parcel."""

    values: list[float]


@dataclass(eq=False)
class Board:
    """A session's place at the board.

    Attributes:
        shared: The board.
        outgoing: What `pack` has collected for the next message.
        incoming: What is left of the message or result that was read last.
        done: The job whose result was returned last.
        value: That result, if it is a number.
        result: That result, if it is a Python object: pickled, as it comes from another process.
        user: The next number for a job without one of its user's.
    """

    shared: JobBoard
    outgoing: Items = field(default_factory=list)
    incoming: deque[Any] = field(default_factory=deque)
    done: Job | None = None
    value: float = 0.0
    result: bytes = b""
    user: int = -1


def board_of(self: Any) -> Board:
    """Returns the place at the board that all ParallelContexts of a session share."""
    interface = self.session.interface
    found = interface.__dict__.get("bulletin_board")
    if found is None:
        found = interface.__dict__["bulletin_board"] = Board(_shared_board())
    return found  # type: ignore[no-any-return]


def _shared_board() -> JobBoard:
    here = place()
    if here.followers.rank > 0:
        return FollowerBoard(here.followers)
    if here.bulletin is None:
        return OwnBoard()
    return (MasterBoard if here.rank == 0 else WorkerBoard)(here.bulletin, here.followers)


# ---- workers


def subworlds(self: Any, given: Arguments) -> float:
    """Divides the processes into worlds of so many: gids, spikes and collective calls are those of one's own world."""
    size = int(given.checked(0, 1, place().own_world.size))
    divide(size)
    self.session.interface.__dict__.pop("bulletin_board", None)
    return 0.0


def runworker(self: Any, given: Arguments) -> float:
    """Makes every process but the master a worker: it does jobs until `done`, and then leaves."""
    if board_of(self).shared.work(lambda parcel: _carried_out(self, parcel)):
        sys.exit(0)
    return 0.0


def done(self: Any, given: Arguments) -> float:
    """Lets the workers go."""
    board_of(self).shared.end()
    return 0.0


# ---- jobs


def submit(self: Any, given: Arguments) -> float:
    """Submits a job: `submit([number,] callable_or_name, arguments...)`, or a statement of hoc."""
    board = board_of(self)
    at = 1 if given.is_number(0) else 0
    user = given.number(0) if at else float(board.user)
    parcel = _parcel(self, given, at)
    board.user -= 1 - at
    board.shared.submit(user, parcel)
    return user


def _parcel(self: Any, given: Arguments, at: int) -> tuple[Any, ...]:
    what, arguments = given.any(at), given.values[at + 1 :]
    if callable(what):
        try:
            return PYTHON, pickle.dumps((what, tuple(float(a) if is_number(a) else a for a in arguments)))
        except Exception as error:
            raise Refusal(f"{self.hname()}::{given.method}: {type(error).__name__}: {error}") from None
    if isinstance(what, str | StringRef):
        name = given.string(at)
        return (CALL, name, [_wrapped(a) for a in arguments]) if arguments else (STATEMENT, name)
    method = arguments[0] if arguments and isinstance(arguments[0], str) else ""
    return METHOD, what.hname(), method, [_wrapped(a) for a in arguments[1:]]


def _wrapped(argument: Any) -> Any:
    if isinstance(argument, StringRef):
        return argument[0]
    if getattr(argument, "hoc_name", None) == "Vector":
        return Vectorial(argument.to_python())
    return float(argument) if is_number(argument) else argument


def _unwrapped(self: Any, argument: Any) -> Any:
    if isinstance(argument, Vectorial):
        vector = self.session.h.Vector()
        vector.from_python(argument.values)
        return vector
    return argument


def _carried_out(self: Any, parcel: tuple[Any, ...]) -> tuple[float, bytes]:
    """Does what a parcel says; returns the number and the pickled object that come out."""
    h = self.session.h
    try:
        if parcel[0] == PYTHON:
            function, values = pickle.loads(parcel[1])
            return 0.0, pickle.dumps(function(*values))
        if parcel[0] == STATEMENT:
            h(parcel[1])
            return float(h.hoc_ac_), b""
        arguments = [_unwrapped(self, a) for a in parcel[-1]]
        if parcel[0] == CALL:
            number = getattr(h, parcel[1])(*arguments)
        else:
            class_name, _, index = parcel[1].rstrip("]").partition("[")
            number = getattr(getattr(h, class_name)[int(index)], parcel[2])(*arguments)
    except HocError:
        raise
    except Exception as error:
        import traceback

        text = "".join(traceback.format_exception(error))
        raise Refusal(f"{self.hname()}::working: {text}") from None
    return (float(number) if is_number(number) else 0.0), b""


def working(self: Any, given: Arguments) -> int:
    """Returns the number of the next job that is done, 0 when none is left; does jobs meanwhile."""
    board = board_of(self)
    job = board.shared.next_done(lambda parcel: _carried_out(self, parcel))
    if job is None:
        return 0
    board.done = job
    board.value, board.result = job.result
    return job.number


def userid(self: Any, given: Arguments) -> float:
    """Returns the number that the user knows the last job by."""
    done = board_of(self).done
    return done.user if done is not None else 0.0


def retval(self: Any, given: Arguments) -> float:
    """Returns the number that the last job returned."""
    return board_of(self).value


def pyret(self: Any, given: Arguments) -> Any:
    """Returns the object that the last job returned."""
    result = board_of(self).result
    if not result:
        raise Refusal(f"{self.hname()}::pyret: EOFError: Ran out of input")
    return pickle.loads(result)


def context(self: Any, given: Arguments) -> float:
    """Lets all workers do something: `context(callable_or_name, arguments...)`, or a statement of hoc."""
    board = board_of(self)
    board.shared.tell_all(_parcel(self, given, 1 if given.is_number(0) else 0))
    board.user -= 1
    return 1.0


# ---- messages


def pack(self: Any, given: Arguments) -> float:
    """Adds numbers, strings, Vectors and Python objects to the next message."""
    board_of(self).outgoing.extend(_packed(value) for value in given.values)
    return 1.0


def _packed(value: Any) -> Any:
    if isinstance(value, StringRef):
        return value[0]
    if getattr(value, "hoc_name", None) == "Vector":
        return value.to_python()
    if isinstance(value, str):
        return value
    if is_number(value):
        return float(value)
    return pickle.dumps(value)


def post(self: Any, given: Arguments) -> float:
    """Leaves a message under a name: what was packed, and the further arguments."""
    board, name = board_of(self), _name(given)
    items = [*board.outgoing, *(_packed(value) for value in given.values[1:])]
    board.outgoing = []
    board.shared.post(name, items)
    return 1.0


def _name(given: Arguments) -> str:
    return f"{given.number(0):g}" if given.is_number(0) else given.string(0)


def take(self: Any, given: Arguments) -> float:
    """Takes the oldest message of a name off the board, with its items into the further arguments; waits for it."""
    board, name = board_of(self), _name(given)
    items = board.shared.take(name, lambda parcel: _carried_out(self, parcel))
    if items is None:
        raise Refusal(f"{self.hname()}.take: nobody is left to post {name}")
    _read(self, given, items)
    return 1.0


def look(self: Any, given: Arguments) -> bool:
    """Reads the oldest message of a name if there is one, and leaves it on the board."""
    return _read(self, given, board_of(self).shared.look(_name(given)))


def look_take(self: Any, given: Arguments) -> bool:
    """Takes the oldest message of a name if there is one."""
    return _read(self, given, board_of(self).shared.look(_name(given), taking=True))


def _read(self: Any, given: Arguments, items: Items | None) -> bool:
    if items is None:
        return False
    board_of(self).incoming = deque(items)
    for slot in given.values[1:]:
        _fill(self, slot)
    return True


def unpack(self: Any, given: Arguments) -> float:
    """Puts the next items of the message into the arguments."""
    for slot in given.values:
        _fill(self, slot)
    return 1.0


def _fill(self: Any, place: Any) -> None:
    if getattr(place, "hoc_name", None) == "Vector":
        place.from_python(_next(self, list))
    elif isinstance(place, StringRef):
        place[0] = _next(self, str)
    elif is_reference(place):
        place.set(_next(self, float))
    else:
        raise Refusal("pc.unpack can only unpack str, scalar, or Vector")


MISSED = {
    float: ("upkdouble", "upkdouble"),
    str: ("upkstr length", "upkstr string"),
    list: ("upkint", "upkdouble"),
    bytes: ("upkpickle length", "upkpickle data"),
}
"""What NEURON says was not there, where a kind of item is wanted: where there is no item or a number, and where there is
another, which begins with its length."""


def _next(self: Any, kind: type) -> Any:
    incoming = board_of(self).incoming
    if incoming and isinstance(incoming[0], kind):
        return incoming.popleft()
    without_length, of_other = MISSED[kind]
    missed = without_length if not incoming or isinstance(incoming[0], float) else of_other
    raise Refusal(f"BBSLocal error in  {missed}")


def upkscalar(self: Any, given: Arguments) -> float:
    """Returns the next item, a number."""
    return _next(self, float)  # type: ignore[no-any-return]


def upkstr(self: Any, given: Arguments) -> Any:
    """Puts the next item, a string, into the argument and returns it."""
    text: str = _next(self, str)
    given.any(0)[0] = text
    return text


def upkvec(self: Any, given: Arguments) -> Any:
    """Returns the next item, a Vector, in the argument or in a new one."""
    vector = given.of_class(0, "Vector") if given.has(0) else self.session.h.Vector()
    vector.from_python(_next(self, list))
    return vector


def upkpyobj(self: Any, given: Arguments) -> Any:
    """Returns the next item, a Python object."""
    return pickle.loads(_next(self, bytes))


METHODS: dict[str, Callable[[Any, Arguments], Any]] = {
    function.__name__: function
    for function in (
        subworlds, runworker, done, submit, working, userid, retval, pyret, context, pack, post, take, look, look_take, unpack,
        upkscalar, upkstr, upkvec, upkpyobj,
    )
}  # fmt: skip
