"""POINTERs to elements of Vectors and to variables of hoc: mechanisms read and write them in every step."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from jneuron import Session

SUMMING = """
NEURON { POINT_PROCESS Summing  POINTER total, offset  RANGE k, seen }
PARAMETER { k = 1 }
ASSIGNED { total offset seen }
INITIAL { total = 0  seen = 0 }
BREAKPOINT { }
AFTER SOLVE { total = 10*total + k + offset  seen = offset }
"""


@pytest.fixture
def h(tmp_path: Path) -> Any:
    path = tmp_path / "summing.mod"
    path.write_text(SUMMING)
    session = Session()
    session.library.add_file(path)
    session.h.load_file("stdrun.hoc")
    return session.h


def summing(h: Any, section: Any, numbers: Any, n: int = 2) -> list[Any]:
    """Returns processes that sum into the first of `numbers` and read the second."""
    processes = [h.Summing(section(0.5)) for _ in range(n)]
    for k, process in enumerate(processes):
        process.k = k + 1.0
        h.setpointer(numbers._ref_x[0], "total", process)
        process._ref_offset = numbers._ref_x[1]
    return processes


def test_a_vector_is_up_to_date_after_every_step(h: Any) -> None:
    section, numbers = h.Section(), h.Vector([5, 0])
    processes = summing(h, section, numbers)
    h.finitialize(-65)
    assert numbers.to_python() == [0.0, 0.0]
    seen = []
    for _ in range(3):
        h.fadvance()
        seen.append(numbers.x[0])
    # on one segment the latest comes first
    assert seen == [21.0, 2121.0, 212121.0]
    assert processes[0].total == 212121.0


def test_what_is_written_between_two_steps_is_read_in_the_next(h: Any) -> None:
    section, numbers = h.Section(), h.Vector([0, 0])
    (process,) = summing(h, section, numbers, 1)
    h.finitialize(-65)
    for step in range(12):
        numbers.x[1] = step
        numbers.as_numpy()[0] = 0.0
        h.fadvance()
        assert (numbers.x[0], process.seen) == (1.0 + step, step)


def test_an_element_that_is_written_can_be_recorded(h: Any) -> None:
    section, numbers = h.Section(), h.Vector([0, 0.5])
    held = summing(h, section, numbers, 1)
    recorded = h.Vector().record(numbers._ref_x[0])
    h.finitialize(-65)
    h.continuerun(3 * h.dt)
    assert recorded.to_python() == [0.0, 1.5, 16.5, 166.5]
    assert held


def test_hoc_sets_pointers_to_vectors_and_to_its_own_variables(h: Any) -> None:
    section, numbers = h.Section(), h.Vector([0, 0])
    (process,) = summing(h, section, numbers, 1)
    h("objref target, numbers\nfactor = 4")
    h.target, h.numbers = process, numbers
    h("setpointer target.total, numbers.x[1]\nsetpointer target.offset, factor")
    h.finitialize(-65)
    h.fadvance()
    assert numbers.to_python() == [0.0, 5.0]


def test_a_pointer_of_a_process_is_read_and_written_where_it_points(h: Any) -> None:
    section, numbers = h.Section(), h.Vector([3, 0])
    process = h.Summing(section(0.5))
    with pytest.raises(ValueError, match="Invalid data_handle"):
        process.total  # noqa: B018
    with pytest.raises(AttributeError, match="POINTER is NULL"):
        process.total = 1
    process._ref_total = numbers._ref_x[0]
    assert process.total == 3.0
    process.total = 7
    assert numbers.x[0] == 7.0


POINTING = """
NEURON { SUFFIX pointing  POINTER target  RANGE k }
PARAMETER { k = 1 }
ASSIGNED { target }
BREAKPOINT { SOLVE put METHOD after_cvode }
PROCEDURE put() { target = target + k }
"""


def test_a_density_mechanisms_pointer_reads_and_writes_what_it_points_at(tmp_path: Path) -> None:
    (tmp_path / "pointing.mod").write_text(POINTING)
    session = Session()
    session.library.add_file(tmp_path / "pointing.mod")
    h = session.h
    section = h.Section()
    section.insert("pointing").insert("hh")
    segment = section(0.5)
    with pytest.raises(AttributeError, match="target_pointing was not made to point to anything"):
        _ = segment.target_pointing
    h.setpointer(segment.hh._ref_gl, "target", segment.pointing)
    h.finitialize(-65)
    h.fadvance()
    assert segment.target_pointing == segment.pointing.target == segment.hh.gl == section.target_pointing == 1.0003
    segment.target_pointing = 7.0
    assert segment.hh.gl == 7.0
    segment._ref_target_pointing[0] = 8.0
    assert segment.hh.gl == 8.0
