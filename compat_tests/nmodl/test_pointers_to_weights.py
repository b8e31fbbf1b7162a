"""POINTERs to weights of NetCons: a NET_RECEIVE block adjusts another connection, as models of plasticity do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from jneuron import Session
from jneuron.base.errors import UnsupportedError

ADJUSTING = """
NEURON { POINT_PROCESS Adjusting  POINTER weight  RANGE factor, seen }
PARAMETER { factor = 2 }
ASSIGNED { weight seen }
INITIAL { seen = 0 }
NET_RECEIVE (w) {
    seen = weight
    if (w > 0) { weight = weight*factor + w }
}
"""


@pytest.fixture
def h(tmp_path: Path) -> Any:
    path = tmp_path / "adjusting.mod"
    path.write_text(ADJUSTING)
    session = Session()
    session.library.add_file(path)
    session.h.load_file("stdrun.hoc")
    return session.h


def adjusted(h: Any, section: Any, *, delays: tuple[float, ...], starts: float) -> tuple[list[Any], list[Any], list[Any]]:
    """Returns adjusters, the connections whose weights they adjust, and what must be kept."""
    stim = h.NetStim()
    stim.start, stim.interval, stim.number = starts, 1.0, 3
    processes, connections, kept = [], [], [stim]
    for k, delay in enumerate(delays):
        synapse, process = h.ExpSyn(section(0.5)), h.Adjusting(section(0.5))
        connection, driving = h.NetCon(stim, synapse, 0, 5.0, 0.5 + k), h.NetCon(stim, process, 0, delay, 0.25 * k)
        h.setpointer(connection._ref_weight[0], "weight", process)
        processes.append(process)
        connections.append(connection)
        kept += [synapse, driving]
    return processes, connections, kept


def test_each_event_changes_the_weight_that_the_instance_points_at(h: Any) -> None:
    section = h.Section()
    processes, connections, _kept = adjusted(h, section, delays=(0.5, 0.6, 0.7), starts=1.0)
    first = h.Vector().record(connections[1]._ref_weight[0])
    h.finitialize(-65)
    h.continuerun(4.5)
    # w*2 + 0.25*k three times; an event of weight 0 changes nothing
    assert [connection.weight[0] for connection in connections] == [0.5, 1.5 * 8 + 0.25 * 7, 2.5 * 8 + 0.5 * 7]
    assert [process.seen for process in processes] == [0.5, 1.5 * 4 + 0.25 * 3, 2.5 * 4 + 0.5 * 3]
    assert sorted(set(first.to_python())) == [1.5, 3.25, 6.75, 13.75]


def test_an_event_at_the_very_start_changes_it_too(h: Any) -> None:
    section = h.Section()
    _processes, connections, _kept = adjusted(h, section, delays=(0.0, 0.0), starts=0.0)
    h.finitialize(-65)
    assert [connection.weight[0] for connection in connections] == [0.5, 3.25]


def test_a_block_that_would_write_something_else_is_refused_by_name(h: Any) -> None:
    section = h.Section()
    processes, _connections, _kept = adjusted(h, section, delays=(0.5,), starts=1.0)
    h.setpointer(section(0.5)._ref_v, "weight", processes[0])
    with pytest.raises(UnsupportedError, match="a POINTER to v in NET_RECEIVE"):
        h.finitialize(-65)
