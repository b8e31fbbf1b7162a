"""The board on which jobs and messages are left: of one process, or of all that MPI has started.

With several processes the board is kept by the first, the master. It looks at what the others ask for whenever it is itself at
the board (waits for a result, posts, takes); while it computes, they wait. The others, once they have become workers, do what
the master gives them until it says that all is done. Where the processes are divided into subworlds, the first of each deals
with the board, and what it is given to do all processes of its subworld do.
"""

from __future__ import annotations

import time
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from jneuron.session.hosts import Hosts

Items = list[Any]
Request = tuple[Any, ...]
Execute = Callable[[Any], Any]
"""Does what a parcel says and returns what came out; both can be pickled."""

REQUEST_TAG, REPLY_TAG = 1, 2
PAUSE_S = 2e-4
"""Between two looks for a message."""


@dataclass(frozen=True)
class Job:
    """Something submitted.

    Attributes:
        number: 1, 2, ... in the order in which the board got them.
        owner: Number of the job in which it was submitted, and which waits for its result; 0 for the master's script.
        user: What the user knows it by.
        parcel: What is to be done.
        result: What came out of it, once it has been done.
    """

    number: int
    owner: int
    user: float
    parcel: Any
    result: Any = None


@dataclass
class Shelf:
    """What lies on the board.

    Attributes:
        todo: Jobs that nobody has begun, in order.
        done: Jobs that have been done, by owner.
        n_open: For each owner how many of its jobs' results it has not had yet.
        n_job: Jobs submitted so far.
        messages: Posted messages by name, the oldest first.
    """

    todo: deque[Job] = field(default_factory=deque)
    done: dict[int, deque[Job]] = field(default_factory=lambda: defaultdict(deque))
    n_open: Counter[int] = field(default_factory=Counter)
    n_job: int = 0
    messages: dict[str, deque[Items]] = field(default_factory=lambda: defaultdict(deque))

    def submit(self, owner: int, user: float, parcel: Any) -> None:
        """Adds a job."""
        self.n_job += 1
        self.n_open[owner] += 1
        self.todo.append(Job(self.n_job, owner, user, parcel))

    def finish(self, job: Job, result: Any) -> None:
        """Notes what came out of a job."""
        self.done[job.owner].append(replace(job, parcel=None, result=result))

    def take_done(self, owner: int) -> Job | None:
        """Returns a job of an owner's that has been done, the first first."""
        if not self.done[owner]:
            return None
        self.n_open[owner] -= 1
        return self.done[owner].popleft()


class JobBoard(Protocol):
    """A process's place at the board."""

    def submit(self, user: float, parcel: Any) -> None:
        """Adds a job."""

    def next_done(self, execute: Execute) -> Job | None:
        """Returns the next of this process's jobs that is done; meanwhile does jobs itself. None when no job is left."""

    def post(self, name: str, items: Items) -> None:
        """Leaves a message."""

    def take(self, name: str, execute: Execute) -> Items | None:
        """Takes the oldest message of a name, waiting for one; None where nobody is left to post it."""

    def look(self, name: str, *, taking: bool = False) -> Items | None:
        """Returns the oldest message of a name, or None; taken off the board if asked."""

    def tell_all(self, parcel: Any) -> None:
        """Lets all workers do something."""

    def work(self, execute: Execute) -> bool:
        """Makes every process but the master a worker; returns True for one whose work is over."""

    def end(self) -> None:
        """Lets all workers go."""


@contextmanager
def inside(job: Job, stack: list[int]) -> Iterator[None]:
    """Notes the job under way: what is submitted meanwhile belongs to it."""
    stack.append(job.number)
    try:
        yield
    finally:
        stack.pop()


class OwnBoard:
    """The board of a process alone."""

    def __init__(self) -> None:
        self._shelf = Shelf()
        self._inside = [0]

    def submit(self, user: float, parcel: Any) -> None:
        """Adds a job."""
        self._shelf.submit(self._inside[-1], user, parcel)

    def next_done(self, execute: Execute) -> Job | None:
        """Does jobs until one is done that belongs to the job under way."""
        shelf, owner = self._shelf, self._inside[-1]
        while shelf.todo and not shelf.done[owner]:
            self._do_next(execute)
        return shelf.take_done(owner)

    def _do_next(self, execute: Execute) -> None:
        job = self._shelf.todo.popleft()
        with inside(job, self._inside):
            self._shelf.finish(job, execute(job.parcel))

    def post(self, name: str, items: Items) -> None:
        """Leaves a message."""
        self._shelf.messages[name].append(items)

    def take(self, name: str, execute: Execute) -> Items | None:
        """Takes the oldest message of a name; while there is none, does jobs."""
        while (items := self.look(name, taking=True)) is None and self._shelf.todo:
            self._do_next(execute)
        return items

    def look(self, name: str, *, taking: bool = False) -> Items | None:
        """Returns the oldest message of a name, or None."""
        found = self._shelf.messages[name]
        if not found:
            return None
        return found.popleft() if taking else found[0]

    def tell_all(self, parcel: Any) -> None:
        """Does nothing: there are no workers."""

    def work(self, execute: Execute) -> bool:
        """Returns False: the one process is the master."""
        return False

    def end(self) -> None:
        """Does nothing."""


class MasterBoard:
    """The board, and the master's place at it."""

    def __init__(self, communicator: Any, followers: Hosts) -> None:
        self._communicator, self._followers = communicator, followers
        self._shelf = Shelf()
        self._waiting: list[tuple[int, Request]] = []
        self._announced: list[Any] = []
        self._n_heard: Counter[int] = Counter()
        self._inside = [0]
        self._has_workers = False
        self._is_over = False

    def submit(self, user: float, parcel: Any) -> None:
        """Adds a job."""
        self._shelf.submit(self._inside[-1], user, parcel)
        self._serve()

    def next_done(self, execute: Execute) -> Job | None:
        """Returns the next of the master's jobs that is done; where a job waits for somebody, the master does it."""
        owner = self._inside[-1]
        while True:
            self._serve()
            job = self._shelf.take_done(owner)
            if job is not None:
                return job
            if self._shelf.todo:
                self._do_next(execute)
            elif not self._shelf.n_open[owner]:
                return None
            else:
                time.sleep(PAUSE_S)

    def _do_next(self, execute: Execute) -> None:
        job = self._shelf.todo.popleft()
        self._share(("job", job.parcel))
        with inside(job, self._inside):
            self._shelf.finish(job, execute(job.parcel))

    def post(self, name: str, items: Items) -> None:
        """Leaves a message."""
        self._shelf.messages[name].append(items)
        self._serve()

    def take(self, name: str, execute: Execute) -> Items | None:
        """Takes the oldest message of a name; while there is none, does jobs or waits."""
        while (items := self.look(name, taking=True)) is None:
            if self._shelf.todo:
                self._do_next(execute)
            else:
                time.sleep(PAUSE_S)
        return items

    def look(self, name: str, *, taking: bool = False) -> Items | None:
        """Returns the oldest message of a name, or None."""
        self._serve()
        found = self._shelf.messages[name]
        if not found:
            return None
        return found.popleft() if taking else found[0]

    def tell_all(self, parcel: Any) -> None:
        """Lets all workers do something before their next job."""
        self._announced.append(parcel)
        self._share(("job", parcel))
        self._serve()

    def work(self, execute: Execute) -> bool:
        """Notes that the others are workers now."""
        self._has_workers = True
        return False

    def end(self) -> None:
        """Returns when all workers have gone."""
        if not self._has_workers:
            return
        self._has_workers, self._is_over = False, True
        self._share(("end", None))
        self._n_gone = 0
        while self._n_gone < self._communicator.Get_size() - 1:
            self._serve()
            time.sleep(PAUSE_S)

    def _share(self, what: Request) -> None:
        """Lets the other processes of the master's subworld do what the master does."""
        if self._followers.size > 1 and (self._has_workers or what[0] == "end"):
            self._followers.broadcast(what, 0)

    # ---- what the others ask for

    def _serve(self) -> None:
        """Answers what has come, and who has waited for what there is now."""
        from mpi4py import MPI

        status = MPI.Status()
        while self._communicator.Iprobe(source=MPI.ANY_SOURCE, tag=REQUEST_TAG, status=status):
            rank = status.Get_source()
            self._waiting.append((rank, self._communicator.recv(source=rank, tag=REQUEST_TAG)))
            self._answer_waiting()
        self._answer_waiting()

    def _answer_waiting(self) -> None:
        waiting, self._waiting = self._waiting, []
        for rank, request in waiting:
            if not self._answer(rank, request):
                self._waiting.append((rank, request))

    def _answer(self, rank: int, request: Request) -> bool:
        """Does what a process asks for; returns False where it has to wait."""
        kind, shelf = request[0], self._shelf
        if kind == "submit":
            shelf.submit(*request[1:])
        elif kind == "done":
            shelf.finish(*request[1:])
        elif kind == "post":
            shelf.messages[request[1]].append(request[2])
        else:
            reply = self._reply(rank, request)
            if reply is None:
                return False
            self._communicator.send(reply, rank, tag=REPLY_TAG)
        return True

    def _reply(self, rank: int, request: Request) -> Request | None:
        kind, shelf = request[0], self._shelf
        if kind == "look":
            found = shelf.messages[request[1]]
            return ("items", (found.popleft() if request[2] else found[0]) if found else None)
        if kind == "take":
            found = shelf.messages[request[1]]
            return ("items", found.popleft()) if found else None
        if kind == "next":
            owner = request[1]
            job = shelf.take_done(owner)
            if job is not None:
                return "result", job
            if not shelf.todo and not shelf.n_open[owner]:
                return "none", None
        elif self._n_heard[rank] < len(self._announced):
            self._n_heard[rank] += 1
            return "told", self._announced[self._n_heard[rank] - 1]
        if shelf.todo:
            return "job", shelf.todo.popleft()
        if kind == "idle" and self._is_over:
            self._n_gone += 1
            return "end", None
        return None


class WorkerBoard:
    """The place of another process than the master at the board."""

    def __init__(self, communicator: Any, followers: Hosts) -> None:
        self._communicator, self._followers = communicator, followers
        self._inside = [0]

    def _tell(self, *request: Any) -> None:
        self._communicator.send(request, 0, tag=REQUEST_TAG)

    def _ask(self, *request: Any) -> Request:
        self._tell(*request)
        while not self._communicator.Iprobe(source=0, tag=REPLY_TAG):
            time.sleep(PAUSE_S)
        reply: Request = self._communicator.recv(source=0, tag=REPLY_TAG)
        return reply

    def submit(self, user: float, parcel: Any) -> None:
        """Adds a job."""
        self._tell("submit", self._inside[-1], user, parcel)

    def next_done(self, execute: Execute) -> Job | None:
        """Returns the next of this process's jobs that is done; meanwhile does what there is to do."""
        while True:
            kind, job = self._ask("next", self._inside[-1])
            if kind == "none":
                return None
            if kind == "result":
                found: Job = job
                return found
            self._do(job, execute)

    def _do(self, job: Job, execute: Execute) -> None:
        if self._followers.size > 1:
            self._followers.broadcast(("job", job.parcel), 0)
        with inside(job, self._inside):
            result = execute(job.parcel)
        self._tell("done", replace(job, parcel=None), result)

    def post(self, name: str, items: Items) -> None:
        """Leaves a message."""
        self._tell("post", name, items)

    def take(self, name: str, execute: Execute) -> Items | None:
        """Takes the oldest message of a name, waiting for one."""
        items: Items = self._ask("take", name)[1]
        return items

    def look(self, name: str, *, taking: bool = False) -> Items | None:
        """Returns the oldest message of a name, or None."""
        items: Items | None = self._ask("look", name, taking)[1]
        return items

    def tell_all(self, parcel: Any) -> None:
        """Does nothing: the master alone tells."""

    def work(self, execute: Execute) -> bool:
        """Does what the master gives, until all is over."""
        while True:
            kind, what = self._ask("idle")
            if kind == "job":
                self._do(what, execute)
                continue
            if self._followers.size > 1:
                self._followers.broadcast(("job", what) if kind == "told" else ("end", None), 0)
            if kind == "end":
                return True
            execute(what)

    def end(self) -> None:
        """Does nothing: the master ends the work."""


class FollowerBoard:
    """The place of a process that does what the first of its subworld does: it has none at the board."""

    def __init__(self, followers: Hosts) -> None:
        self._followers = followers

    def submit(self, user: float, parcel: Any) -> None:
        """Does nothing: the first of the subworld submits."""

    def next_done(self, execute: Execute) -> Job | None:
        """Returns None."""

    def post(self, name: str, items: Items) -> None:
        """Does nothing: the first of the subworld posts."""

    def take(self, name: str, execute: Execute) -> Items | None:
        """Returns None."""

    def look(self, name: str, *, taking: bool = False) -> Items | None:
        """Returns None."""

    def tell_all(self, parcel: Any) -> None:
        """Does nothing."""

    def work(self, execute: Execute) -> bool:
        """Does what the first of the subworld does, until all is over."""
        while True:
            kind, what = self._followers.broadcast(None, 0)
            if kind == "end":
                return True
            execute(what)

    def end(self) -> None:
        """Does nothing."""
