"""The processes that simulate together: one alone, or all that mpiexec has started.

Each has a part of the cells. They exchange spikes after every interval that is no longer than any connection between them
takes, so that nobody misses an event. What MPI is asked for goes through mpi4py (extra `mpi`), loaded when a process finds
that it is one of several.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import cache
from typing import Any, Protocol

from jneuron.base.errors import UnsupportedError

STARTED_BY_MPI = ("PMIX_RANK", "PMI_RANK", "OMPI_COMM_WORLD_RANK", "MV2_COMM_WORLD_RANK")
"""Variables that one of the usual launchers sets for every process it starts."""

SIZE_OF_JOB = ("OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "MV2_COMM_WORLD_SIZE")
"""Variables in which they say how many processes there are."""


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

    def barrier(self) -> None:
        """Does nothing."""


class MpiHosts:
    """The processes of an MPI job."""

    def __init__(self, communicator: Any) -> None:
        self._world = communicator
        self.rank, self.size = communicator.Get_rank(), communicator.Get_size()

    def allgather(self, item: Any) -> list[Any]:
        """Returns the items of all, by rank."""
        return list(self._world.allgather(item))

    def alltoall(self, items: Sequence[Any]) -> list[Any]:
        """Returns what all have sent to this one, by rank."""
        return list(self._world.alltoall(list(items)))

    def broadcast(self, item: Any, root: int) -> Any:
        """Returns the root's item."""
        return self._world.bcast(item, root)

    def barrier(self) -> None:
        """Returns when all have called it."""
        self._world.Barrier()

    def end_job_on_error(self) -> None:
        """Lets an exception that nobody catches end the whole job, after its message."""
        previous = sys.excepthook

        def end(*error: Any) -> None:
            previous(*error)
            sys.stderr.flush()
            self._world.Abort(1)

        sys.excepthook = end


@cache
def hosts() -> Hosts:
    """Returns the processes that this one works with.

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
