"""ParallelContext's bulletin board with one host: jobs are done, and messages taken, by who left them.

A job is done when `working` asks for the next result, in the order of submission. A message is a list of items; `take` and
`look` by name make it the one that the upk... methods read from.
"""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from jneuron.base.errors import HocError
from jneuron.facade.calls import Arguments, Refusal, is_number, is_reference
from jneuron.facade.ref import StringRef

Items = list[Any]


@dataclass(eq=False)
class Job:
    """Something submitted.

    Attributes:
        number: What `working` returns: 1, 2, ...
        user: What the user knows it by: a number of theirs, or one below 0.
        work: Does it and returns the result.
        is_python: Whether the result is a Python object.
    """

    number: int
    user: float
    work: Callable[[], Any]
    is_python: bool


@dataclass(eq=False)
class Board:
    """The board of one session.

    Attributes:
        jobs: Submitted and not yet done, in order.
        n_job: Jobs submitted so far.
        messages: Posted messages by name, the oldest first.
        outgoing: What `pack` has collected for the next message.
        incoming: What is left of the message or result that was read last.
        done: The job whose result was returned last.
        value: That result, if it is a number.
        result: That result, if it is a Python object: pickled, as it comes from another process.
        user: The next number for a job without one of its user's.
    """

    jobs: deque[Job] = field(default_factory=deque)
    n_job: int = 0
    messages: dict[str, deque[Items]] = field(default_factory=dict)
    outgoing: Items = field(default_factory=list)
    incoming: deque[Any] = field(default_factory=deque)
    done: Job | None = None
    value: float = 0.0
    result: bytes = b""
    user: int = -1


def board_of(self: Any) -> Board:
    """Returns the board that all ParallelContexts of a session share."""
    interface = self.session.interface
    found = interface.__dict__.get("bulletin_board")
    if found is None:
        found = interface.__dict__["bulletin_board"] = Board()
    return found  # type: ignore[no-any-return]


# ---- jobs


def submit(self: Any, given: Arguments) -> float:
    """Submits a job: `submit([number,] callable_or_name, arguments...)`, or a statement of hoc."""
    board = board_of(self)
    at = 1 if given.is_number(0) else 0
    user = given.number(0) if at else float(board.user)
    what, arguments = given.any(at), given.values[at + 1 :]
    work, is_python = _work(self, given, what, arguments)
    board.n_job += 1
    board.user -= 1 - at
    board.jobs.append(Job(board.n_job, user, work, is_python))
    return user


def _work(self: Any, given: Arguments, what: Any, arguments: tuple[Any, ...]) -> tuple[Callable[[], Any], bool]:
    session = self.session
    if callable(what):
        # as it would travel to another process
        try:
            parcel = pickle.dumps((what, tuple(float(a) if is_number(a) else a for a in arguments)))
        except Exception as error:
            raise Refusal(f"{self.hname()}::{given.method}: {type(error).__name__}: {error}") from None

        def call() -> Any:
            function, values = pickle.loads(parcel)
            return function(*values)

        return call, True
    if isinstance(what, str | StringRef):
        name = given.string(given.values.index(what))
        if arguments:
            return lambda: getattr(session.h, name)(*arguments), False

        def execute() -> float:
            session.h(name)
            return float(session.h.hoc_ac_)

        return execute, False
    method = arguments[0] if arguments and isinstance(arguments[0], str) else ""
    return lambda: getattr(what, method)(*arguments[1:]), False


def working(self: Any, given: Arguments) -> int:
    """Does the next job and returns its number; 0 when none is left."""
    board = board_of(self)
    if not board.jobs:
        return 0
    job = board.jobs.popleft()
    board.done = job
    try:
        result = job.work()
    except HocError:
        raise
    except Exception as error:
        import traceback

        text = "".join(traceback.format_exception(error))
        raise Refusal(f"{self.hname()}::working: {text}") from None
    board.value, board.result = 0.0, b""
    if job.is_python:
        board.result = pickle.dumps(result)
    elif result is not None:
        board.value = float(result)
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
    """Does something on every host but this one, of which there is none."""
    given.any(0)
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
    board.messages.setdefault(name, deque()).append(items)
    return 1.0


def _name(given: Arguments) -> str:
    return f"{given.number(0):g}" if given.is_number(0) else given.string(0)


def take(self: Any, given: Arguments) -> float:
    """Takes the oldest message of a name off the board, with its items into the further arguments."""
    board, name = board_of(self), _name(given)
    if not board.messages.get(name):
        raise Refusal(f"{self.hname()}.take: nobody is left to post {name}")
    board.incoming = deque(board.messages[name].popleft())
    _unpack_into(self, given)
    return 1.0


def look(self: Any, given: Arguments) -> bool:
    """Reads the oldest message of a name if there is one, and leaves it on the board."""
    board, name = board_of(self), _name(given)
    if not board.messages.get(name):
        return False
    board.incoming = deque(board.messages[name][0])
    _unpack_into(self, given)
    return True


def look_take(self: Any, given: Arguments) -> bool:
    """Takes the oldest message of a name if there is one."""
    if not board_of(self).messages.get(_name(given)):
        return False
    take(self, given)
    return True


def unpack(self: Any, given: Arguments) -> float:
    """Puts the next items of the message into the arguments."""
    for place in given.values:
        _fill(self, place)
    return 1.0


def _unpack_into(self: Any, given: Arguments) -> None:
    for place in given.values[1:]:
        _fill(self, place)


def _fill(self: Any, place: Any) -> None:
    item = _next(self)
    if getattr(place, "hoc_name", None) == "Vector":
        place.from_python(item)
    elif isinstance(place, StringRef):
        place[0] = item
    elif is_reference(place):
        place.set(item)
    else:
        raise Refusal("pc.unpack can only unpack str, scalar, or Vector")


def _next(self: Any) -> Any:
    incoming = board_of(self).incoming
    if not incoming:
        raise Refusal("nothing is left in the message")
    return incoming.popleft()


def upkscalar(self: Any, given: Arguments) -> float:
    """Returns the next item, a number."""
    return float(_next(self))


def upkstr(self: Any, given: Arguments) -> Any:
    """Puts the next item, a string, into the argument and returns it."""
    text: str = _next(self)
    given.any(0)[0] = text
    return text


def upkvec(self: Any, given: Arguments) -> Any:
    """Returns the next item, a Vector, in the argument or in a new one."""
    vector = given.of_class(0, "Vector") if given.has(0) else self.session.h.Vector()
    vector.from_python(_next(self))
    return vector


def upkpyobj(self: Any, given: Arguments) -> Any:
    """Returns the next item, a Python object."""
    return pickle.loads(_next(self))


METHODS: dict[str, Callable[[Any, Arguments], Any]] = {
    function.__name__: function
    for function in (
        submit, working, userid, retval, pyret, context, pack, post, take, look, look_take, unpack, upkscalar, upkstr,
        upkvec, upkpyobj,
    )
}  # fmt: skip
