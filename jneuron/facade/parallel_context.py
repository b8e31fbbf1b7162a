"""`h.ParallelContext`: global ids of sources, psolve, and the collective calls, for one host or the members of an MPI job.

The bulletin board and the transfer of voltages have modules of their own.
"""

from __future__ import annotations

import os
import time
import weakref
from collections.abc import Callable
from typing import Any

from jneuron.facade import bulletin_board, transfer
from jneuron.facade.calls import OUT_OF_RANGE, Arguments, HocMethodsObject, Refusal, attach, attach_refusing
from jneuron.facade.functions import function
from jneuron.facade.implements import implements
from jneuron.facade.inventory import inventory
from jneuron.facade.point_process import PointProcess
from jneuron.facade.settings import kept_number, kept_number_before
from jneuron.model.network import SourceDecl
from jneuron.session.exchange import advance_together, shortest_delay
from jneuron.session.hosts import hosts, place, world

SLACK = 1e-9
"""psolve counts a step that is missing by this part of itself as whole."""


@implements("ParallelContext")
class ParallelContext(HocMethodsObject):
    """This process among those that simulate together; all objects of the class share its global ids."""

    hoc_name = "ParallelContext"
    __slots__ = ()


def _constant(value: float, meaning: str) -> Callable[[ParallelContext, Arguments], Any]:
    def answer(self: ParallelContext, given: Arguments) -> Any:
        return value

    answer.__doc__ = f"Returns {meaning}."
    return answer


# ---- global ids


def _set_gid2node(self: ParallelContext, given: Arguments) -> float:
    """Makes a gid belong to a host; one that belongs to another host does not exist here."""
    gid, host = int(given.checked(0, 0.0, 2.0**31 - 1)), int(given.number(1))
    known = self.session.interface.gids
    if host != hosts().rank:
        return 0.0
    if gid in known:
        raise Refusal(f"gid={gid} already exists on this process as an output port")
    if gid in self.session.model.input_ports:
        raise Refusal(
            f"gid={gid} already exists as an input port. "
            "Setup all the output ports on this process before using them as input ports."
        )
    known[gid] = None
    return 0.0


def _cell(self: ParallelContext, given: Arguments) -> float:
    """Gives the source of a NetCon a gid: `cell(gid, netcon)`."""
    gid, netcon = int(given.number(0)), given.of_class(1, "NetCon")
    known = self.session.interface.gids
    if gid not in known:
        raise Refusal(f"gid={gid} has not been set on rank 0")
    source: SourceDecl | None = netcon.decl.source
    if source is None:
        raise Refusal("NetCon has no source")
    if source.gid >= 0 and source.gid != gid:
        raise Refusal(f"Can't associate gid {gid}. PreSyn already associated with gid {source.gid}.")
    known[gid], source.gid, source.output_index = source, gid, gid
    if hosts().size > 1:
        source.outbox = self.session.model.outbox
    return 0.0


def _gid_exists(self: ParallelContext, given: Arguments) -> int:
    """Returns 0 for an unknown gid, 1 before it has a source, 3 with one."""
    known = self.session.interface.gids
    gid = int(given.number(0))
    if gid not in known:
        return 0
    return 3 if known[gid] is not None else 1


def _gid_connect(self: ParallelContext, given: Arguments) -> Any:
    """Returns a NetCon from the source of a gid to a target; a gid unknown here becomes an input port.

    With a NetCon for third argument that one gets the source.
    """
    gid, target = int(given.number(0)), given.object(1)
    if not isinstance(target, PointProcess):
        raise Refusal("arg 2 must be a point process")
    source = _source(self, gid) or self.session.model.input_port(gid)
    if given.has(2):
        netcon = given.of_class(2, "NetCon")
        if netcon.decl.target is not target.decl:
            raise Refusal("target is different from 3rd arg NetCon target")
    else:
        netcon = self.session.h.NetCon(None, target)
    self.session.model.set_source(netcon.decl, source)
    return netcon


def _source(self: ParallelContext, gid: int) -> SourceDecl | None:
    found: SourceDecl | None = self.session.interface.gids.get(gid)
    return found


def _known_source(self: ParallelContext, gid: int) -> SourceDecl:
    known = self.session.interface.gids
    if gid not in known:
        raise Refusal("iter != gid2out_.end()")
    source: SourceDecl | None = known[gid]
    if source is None:
        raise Refusal(f"gid={gid} has no cell yet")
    if source.variable is not None and not source.variable.alive:
        raise Refusal("iter != gid2out_.end()")
    return source


def _gid2cell(self: ParallelContext, given: Arguments) -> Any:
    """Returns the cell of a gid, or the artificial cell itself; None for a section outside of any cell."""
    source = _known_source(self, int(given.number(0)))
    if source.process is not None:
        return self.session.interface.point_process(source.process)
    if source.section is None or source.section.cell is None:
        return None
    return source.section.cell()


def _threshold(self: ParallelContext, given: Arguments) -> float:
    """Returns the threshold of a gid [mV], set to the second argument where one is given."""
    source = _source(self, int(given.number(0)))
    if source is None:
        raise Refusal("gid not associated with spike generation location")
    column = self.session.model.tables["source"]
    if given.has(1):
        column.edit("threshold")[source.row] = given.number(1, unit="mV")
    return float(column.column("threshold")[source.row])


def _gid_clear(self: ParallelContext, given: Arguments) -> float:
    """Forgets all gids (type 1), the ids of transfers (3, 4), or everything (0, or no type)."""
    if int(given.number(0, 0.0)) in (0, 1):
        known, ports = self.session.interface.gids, self.session.model.input_ports
        sources = [*(source for source in known.values() if source is not None), *ports.values()]
        known.clear()
        ports.clear()
        self.session.model.forget_gids(sources)
    if int(given.number(0, 0.0)) in (0, 3, 4):
        self.session.model.transfers.clear()
    return 0.0


def _spike_record(self: ParallelContext, given: Arguments) -> float:
    """Records spike times and gids: `spike_record(gid, times, gids)`, of all gids for -1, or of those in a Vector."""
    times, ids = weakref.ref(given.of_class(1, "Vector")), weakref.ref(given.of_class(2, "Vector"))
    known = self.session.interface.gids
    if given.is_object(0):
        gids = [int(gid) for gid in given.of_class(0, "Vector")]
    else:
        gid = int(given.number(0))
        gids = list(known) if gid == -1 else [gid]
    for gid in gids:
        source = known.get(gid)
        if source is not None:
            self.session.model.record_source(source, time_vector=times, id_vector=ids, record_id=float(gid))
    return 0.0


# ---- running


def _set_maxstep(self: ParallelContext, given: Arguments) -> float:
    """Returns how long hosts may run without a word to each other [ms]: the shortest delay between them, or the argument."""
    at_most = given.checked(0, 1e-6, 1e9)
    self.session.interface.__dict__["max_interval"] = at_most
    return shortest_delay(self.session, hosts(), at_most) if hosts().size > 1 else at_most


def _psolve(self: ParallelContext, given: Arguments) -> float:
    """Runs by whole steps until t is within a step below the argument [ms]."""
    session = self.session
    stop = given.number(0, unit="ms")
    if stop < session.t:
        raise Refusal(OUT_OF_RANGE)
    at_most = session.interface.__dict__.get("max_interval", 0.0)
    if at_most < session.dt:
        raise Refusal("mindelay is 0 (or less than dt for fixed step method)")
    n_step = int((stop - session.t) / session.dt + SLACK)
    if hosts().size > 1:
        advance_together(session, hosts(), n_step, at_most=at_most)
    else:
        session.runner.advance(n_step)
    return 0.0


def _time(self: ParallelContext, given: Arguments) -> float:
    """Returns the time that has passed in the real world [s]."""
    return time.perf_counter()


def _nthread(self: ParallelContext, given: Arguments) -> int:
    """Returns the number of threads, as last asked for; the compiled program divides its work itself."""
    interface = self.session.interface
    if given.has(0):
        interface.__dict__["n_thread"] = max(int(given.number(0)), 1)
    return int(interface.__dict__.get("n_thread", 1))


def _timeout(self: ParallelContext, given: Arguments) -> float:
    """Returns how long psolve waits for other hosts [s], before a new value is set."""
    interface = self.session.interface
    before = float(interface.__dict__.get("timeout", 20.0))
    if given.has(0):
        interface.__dict__["timeout"] = given.number(0)
    return before


def _outputcell(self: ParallelContext, given: Arguments) -> float:
    """Says that spikes of a gid are wanted by other hosts."""
    _known_source(self, int(given.number(0)))
    return 0.0


# ---- collective calls


def _rank(self: ParallelContext, given: Arguments) -> int:
    """Returns the number of this host."""
    return hosts().rank


def _size(self: ParallelContext, given: Arguments) -> int:
    """Returns the number of hosts."""
    return hosts().size


def _on_board(name: str, meaning: str) -> Callable[[ParallelContext, Arguments], int]:
    def answer(self: ParallelContext, given: Arguments) -> int:
        return int(getattr(place(), name))

    answer.__doc__ = f"Returns {meaning}."
    return answer


def _in_world(name: str, meaning: str) -> Callable[[ParallelContext, Arguments], int]:
    def answer(self: ParallelContext, given: Arguments) -> int:
        return int(getattr(world(), name))

    answer.__doc__ = f"Returns {meaning}."
    return answer


def _barrier(self: ParallelContext, given: Arguments) -> float:
    """Waits until all hosts have come here."""
    hosts().barrier()
    return 0.0


_REDUCTIONS: dict[int, Callable[[list[float]], float]] = {1: sum, 2: max, 3: min}


def _allreduce(self: ParallelContext, given: Arguments) -> float:
    """Returns the sum (1), maximum (2) or minimum (3) over all hosts of a number, or of each element of a Vector."""
    vector = given.of_class(0, "Vector") if given.is_object(0) else None
    own = vector.to_python() if vector is not None else given.number(0)
    if hosts().size == 1:
        return 0.0 if vector is not None else own
    reduced = _REDUCTIONS.get(int(given.number(1)), min)
    found = hosts().allgather(own)
    if vector is None:
        return float(reduced(found))
    vector.from_python([reduced(list(column)) for column in zip(*found, strict=True)])
    return 0.0


def _allgather(self: ParallelContext, given: Arguments) -> float:
    """Puts the numbers of all hosts into a Vector."""
    number = given.number(0)
    given.of_class(1, "Vector").from_python(hosts().allgather(number))
    return 0.0


def _alltoall(self: ParallelContext, given: Arguments) -> float:
    """Sends parts of a Vector to all hosts, as many elements to each as a second one says; what arrives is in the third."""
    source, counts, found = (given.of_class(i, "Vector") for i in range(3))
    if len(counts) != hosts().size:
        raise Refusal("size of source counts vector is not nhost")
    numbers = [int(count) for count in counts]
    if sum(numbers) != len(source):
        raise Refusal("sum of source counts is not the size of the src vector")
    values, parts = source.to_python(), []
    for number in numbers:
        parts.append(values[:number])
        values = values[number:]
    found.from_python([value for part in hosts().alltoall(parts) for value in part])
    return 0.0


def _broadcast(self: ParallelContext, given: Arguments) -> float:
    """Sends a Vector or string from a host to all; returns its length."""
    root = int(given.checked(1, 0, hosts().size - 1)) if given.has(1) else 0
    if given.is_string(0):
        text = hosts().broadcast(given.string(0), root)
        if hosts().size > 1 and not isinstance(given.values[0], str):
            given.values[0][0] = text
        return float(len(text))
    vector = given.of_class(0, "Vector")
    if hosts().size > 1:
        vector.from_python(hosts().broadcast(vector.to_python(), root))
    return float(len(vector))


def _root(given: Arguments) -> int:
    return min(max(int(given.number(1, 0.0)), 0), hosts().size - 1)


def _py_broadcast(self: ParallelContext, given: Arguments) -> Any:
    """Returns the object that the root gives to all."""
    return hosts().broadcast(given.any(0), _root(given))


def _py_allgather(self: ParallelContext, given: Arguments) -> Any:
    """Returns the objects of all hosts in a list."""
    return hosts().allgather(given.any(0))


def _py_gather(self: ParallelContext, given: Arguments) -> Any:
    """Returns the objects of all hosts in a list, on the root; None elsewhere."""
    found = hosts().allgather(given.any(0))
    return found if hosts().rank == _root(given) else None


def _py_scatter(self: ParallelContext, given: Arguments) -> Any:
    """Returns this host's item of the root's list, which has one for every host."""
    mine = _python_list(given) if hosts().rank == _root(given) else None
    items = hosts().broadcast(mine, _root(given))
    if len(items) != hosts().size:
        raise Refusal("py_scatter list size must be nhost")
    return items[hosts().rank]


def _python_list(given: Arguments) -> list[Any]:
    value = given.object(0)
    if not isinstance(value, list):
        raise Refusal("Argument must be a Python list")
    return value


def _py_alltoall(self: ParallelContext, given: Arguments) -> Any:
    """Returns what all hosts send to this one; the list has an object for each host."""
    parts = _python_list(given)
    if len(parts) != hosts().size:
        raise Refusal("py_alltoall list size must be nhost")
    return hosts().alltoall(parts)


# ---- threads


def _thread_busywait(self: ParallelContext, given: Arguments) -> float:
    """Says how threads wait for each other: here there are none. Returns what was said before."""
    given.number(0)
    return 0.0


def _processors(self: ParallelContext, given: Arguments) -> int:
    """Returns how many processors there are."""
    return os.cpu_count() or 1


_NOTHING = _constant(0.0, "0: with one host there is nothing to do")
METHODS: dict[str, Callable[[Any, Arguments], Any]] = {
    "id": _rank,
    "id_bbs": _on_board("rank", "the number of this host among those at the bulletin board"),
    "id_world": _in_world("rank", "the number of this host in the whole job"),
    "nhost": _size,
    "nhost_bbs": _on_board("size", "the number of hosts at the bulletin board"),
    "nhost_world": _in_world("size", "the number of hosts in the whole job"),
    "nthread": _nthread,
    "set_gid2node": _set_gid2node,
    "cell": _cell,
    "outputcell": _outputcell,
    "gid_exists": _gid_exists,
    "gid_connect": _gid_connect,
    "gid2cell": _gid2cell,
    "gid2obj": _gid2cell,
    "gid_clear": _gid_clear,
    "threshold": _threshold,
    "spike_record": _spike_record,
    "set_maxstep": _set_maxstep,
    "psolve": _psolve,
    "time": _time,
    "timeout": _timeout,
    "integ_time": _constant(0.0, "the time spent on integration [s]"),
    "step_time": _constant(0.0, "the time spent on steps [s]"),
    "event_time": _constant(0.0, "the time spent on events [s]"),
    "send_time": _constant(0.0, "the time spent on sending spikes [s]"),
    "vtransfer_time": _constant(0.0, "the time spent on transfer of voltages [s]"),
    "master_works_on_jobs": _NOTHING,
    "spike_compress": _constant(0.0, "0: spikes are not compressed"),
    "optimize_node_order": kept_number("optimize_node_order", 0, int),
    "mech_time": _constant(0.0, "the time spent in mechanisms [s]"),
    "max_histogram": _constant(0.0, "0: no spikes are counted by exchange"),
    "mpiabort_on_error": kept_number_before("mpiabort_on_error", 1.0),
    "nworker": _constant(0, "0: no threads work on jobs"),
    "thread_busywait": _thread_busywait,
    "thread_ctime": _constant(0.0, "the time spent in threads [s]"),
    "thread_how_many_proc": _processors,
    "thread_stat": _NOTHING,
    "alltoall": _alltoall,
    "wait_time": _constant(0.0, "the time spent waiting for other hosts [s]"),
    "step_wait": _constant(0.0, "the time spent waiting for other hosts [s]"),
    "barrier": _barrier,
    "allreduce": _allreduce,
    "allgather": _allgather,
    "broadcast": _broadcast,
    "py_allgather": _py_allgather,
    "py_gather": _py_gather,
    "py_broadcast": _py_broadcast,
    "py_scatter": _py_scatter,
    "py_alltoall": _py_alltoall,
    **bulletin_board.METHODS,
    **transfer.METHODS,
}
attach(ParallelContext, METHODS)
implements(*(f"ParallelContext.{name}" for name in METHODS))(ParallelContext)
_COMMON = ("baseattr", "hname", "hocobjptr", "same")
attach_refusing(
    ParallelContext,
    [name for name in inventory()["classes"]["ParallelContext"] if name not in METHODS and name not in _COMMON],
    reason="of ParallelContext there is what one host needs to run a network.",
    workaround="",
)


@function("nrnmpi_init")
def nrnmpi_init(session: Any, given: Arguments) -> float:
    """Joins the processes that mpiexec has started, as every process that it starts does by itself."""
    hosts()
    return 1.0
