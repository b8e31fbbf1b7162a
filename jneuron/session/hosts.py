"""The processes that simulate together: one alone, or all that mpiexec has started.

Each has a part of the cells. They exchange spikes after every interval that is no longer than any connection between them
takes, so that nobody misses an event. What MPI is asked for goes through mpi4py (extra `mpi`), loaded when a process finds
that it is one of several.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from jneuron.base.errors import UnsupportedError

STARTED_BY_MPI = ("PMIX_RANK", "PMI_RANK", "OMPI_COMM_WORLD_RANK", "MV2_COMM_WORLD_RANK")
"""Variables that one of the usual launchers sets for every process it starts."""

Pairs = npt.NDArray[np.float64]
"""Rows of two numbers. (row, 2)"""

FEW_PAIRS = 64
"""Pairs that a process tells the others of at once; where one has more, it takes a second message."""

SIZE_OF_JOB = ("OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "MV2_COMM_WORLD_SIZE")
"""Variables in which they say how many processes there are."""


NO_PAIRS: Pairs = np.zeros((0, 2))


class Hosts(Protocol):
    """Collective calls: every process makes the same ones in the same order."""

    rank: int
    size: int

    def allgather(self, item: Any) -> list[Any]:
        """Returns the items of all, by rank."""

    def alltoall(self, items: Sequence[Any]) -> list[Any]:
        """Returns what all have sent to this one, by rank; `items` has one for each."""

    def broadcast(self, item: Any, root: int) -> Any:
        """Returns the root's item."""

    def pairs_of_others(self, own: Pairs) -> Pairs:
        """Returns the pairs of numbers of all other processes, by rank, and gives them this one's."""

    def barrier(self) -> None:
        """Returns when all have called it."""


class OneHost:
    """A process alone."""

    rank = 0
    size = 1

    def allgather(self, item: Any) -> list[Any]:
        """Returns the one item in a list."""
        return [item]

    def alltoall(self, items: Sequence[Any]) -> list[Any]:
        """Returns the items as they are."""
        return list(items)

    def broadcast(self, item: Any, root: int) -> Any:
        """Returns the item."""
        return item

    def pairs_of_others(self, own: Pairs) -> Pairs:
        """Returns nothing."""
        return own[:0]

    def barrier(self) -> None:
        """Does nothing."""


class MpiHosts:
    """The processes of an MPI job."""

    def __init__(self, communicator: Any) -> None:
        self._world = communicator
        self.rank, self.size = communicator.Get_rank(), communicator.Get_size()
        # for each process the number of its pairs, and the first of them
        self._box = np.zeros(1 + 2 * FEW_PAIRS)
        self._boxes = np.zeros((self.size, 1 + 2 * FEW_PAIRS))

    def allgather(self, item: Any) -> list[Any]:
        """Returns the items of all, by rank."""
        return list(self._world.allgather(item))

    def alltoall(self, items: Sequence[Any]) -> list[Any]:
        """Returns what all have sent to this one, by rank."""
        return list(self._world.alltoall(list(items)))

    def broadcast(self, item: Any, root: int) -> Any:
        """Returns the root's item."""
        return self._world.bcast(item, root)

    def pairs_of_others(self, own: Pairs) -> Pairs:
        """Returns the pairs of all other processes, by rank: a message of fixed size, a second one where that is too small."""
        n_few = min(len(own), FEW_PAIRS)
        self._box[0] = len(own)
        self._box[1 : 1 + 2 * n_few] = own[:n_few].reshape(-1)
        self._world.Allgather(self._box, self._boxes)
        counts = [int(box[0]) for box in self._boxes]
        if max(counts) > FEW_PAIRS:
            all_pairs = np.zeros(2 * sum(counts))
            self._world.Allgatherv(np.ascontiguousarray(own), (all_pairs, [2 * n for n in counts]))
            parts = np.split(all_pairs, np.cumsum([2 * n for n in counts])[:-1])
        else:
            parts = [box[1 : 1 + 2 * n] for box, n in zip(self._boxes, counts, strict=True)]
        others = [part for rank, part in enumerate(parts) if rank != self.rank and len(part)]
        return np.concatenate(others).reshape(-1, 2) if others else NO_PAIRS

    def barrier(self) -> None:
        """Returns when all have called it."""
        self._world.Barrier()

    def copied(self) -> Any:
        """Returns a communicator of these processes for messages of its own."""
        return self._world.Dup()

    def divided(self, size: int) -> tuple[MpiHosts, Any]:
        """Divides the processes into worlds of `size`, by rank.

        Returns:
            The world of this process; a communicator of the first processes of all worlds, None for another process.
        """
        from mpi4py import MPI

        own = MpiHosts(self._world.Split(self.rank // size, self.rank))
        among_first = self._world.Split(0 if own.rank == 0 else MPI.UNDEFINED, self.rank)
        return own, among_first if own.rank == 0 else None

    def end_job_on_error(self) -> None:
        """Lets an exception that nobody catches end the whole job, after its message."""
        previous = sys.excepthook

        def end(*error: Any) -> None:
            previous(*error)
            sys.stderr.flush()
            self._world.Abort(1)

        sys.excepthook = end


@dataclass
class Place:
    """Where this process stands.

    Attributes:
        own_world: The processes that it simulates with.
        followers: Those that do the same jobs, led by the first: its subworld; itself alone while there are none.
        bulletin: A communicator of those who meet at the bulletin board: None for a process alone, or one that is not the
            first of its subworld.
        rank, size: Its number among them, and how many they are; -1 for one that is not among them.
    """

    own_world: Hosts
    followers: Hosts
    bulletin: Any
    rank: int
    size: int


@cache
def place() -> Place:
    """Returns where this process stands; `divide` changes it."""
    everybody = world()
    bulletin = everybody.copied() if isinstance(everybody, MpiHosts) else None
    return Place(everybody, OneHost(), bulletin, everybody.rank, everybody.size)


def divide(size: int) -> None:
    """Divides the processes into subworlds of `size` that simulate apart; the last may be smaller."""
    everybody = world()
    if not isinstance(everybody, MpiHosts):
        return
    here = place()
    here.own_world, here.bulletin = everybody.divided(size)
    here.followers = here.own_world
    here.rank = here.bulletin.Get_rank() if here.bulletin is not None else -1
    here.size = here.bulletin.Get_size() if here.bulletin is not None else -1


def hosts() -> Hosts:
    """Returns the processes that this one simulates with."""
    return place().own_world


@cache
def world() -> Hosts:
    """Returns all processes of the job.

    Raises:
        UnsupportedError: There are several, and mpi4py is missing: each would simulate the whole model.
    """
    if "mpi4py.MPI" not in sys.modules and not any(name in os.environ for name in STARTED_BY_MPI):
        return OneHost()
    try:
        from mpi4py import MPI
    except ImportError:
        if any(os.environ.get(name, "1") not in ("", "1") for name in SIZE_OF_JOB):
            repair = "pip install 'jneuron[mpi]'"
            raise UnsupportedError("a job of several processes", "mpi4py is not installed.", repair) from None
        return OneHost()
    if MPI.COMM_WORLD.Get_size() == 1:
        return OneHost()
    world = MpiHosts(MPI.COMM_WORLD)
    world.end_job_on_error()
    return world
