"""Several processes give the spikes of one: started by mpiexec, where MPI is installed."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
MPIEXEC = Path(sys.executable).with_name("mpiexec")

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("mpi4py") is None or not MPIEXEC.exists(), reason="needs mpi4py and mpiexec (extra mpi)"
)


def output(n_rank: int, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [MPIEXEC, "--oversubscribe", "-n", str(n_rank), sys.executable, "-m", "jneuron", FOLDER / script, *arguments]
    environment = {**os.environ, "OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1"}
    environment |= {"PRTE_ALLOW_RUN_AS_ROOT": "1", "PRTE_ALLOW_RUN_AS_ROOT_CONFIRM": "1"}
    return subprocess.run(command, capture_output=True, text=True, timeout=300, env=environment)


def test_the_raster_is_the_same_for_any_number_of_ranks() -> None:
    rasters = [output(n, "mpi_ring.py").stdout for n in (1, 2, 4)]
    assert rasters[0].count("\n") > 10
    assert rasters[1] == rasters[0]
    assert rasters[2] == rasters[0]


def test_an_exception_on_one_rank_ends_the_job_with_its_message() -> None:
    ended = output(2, "mpi_ring.py", "fail")
    assert ended.returncode != 0
    assert "ValueError: rank 1 gives up" in ended.stderr


def test_spikes_of_a_balanced_network_are_the_same_for_any_number_of_ranks() -> None:
    rasters = [output(n, "mpi_balanced.py").stdout for n in (1, 2, 4)]
    assert rasters[0].count("\n") > 100
    assert rasters[1] == rasters[0]
    assert rasters[2] == rasters[0]


def test_spikes_of_the_start_and_of_parts_of_a_run_reach_all_ranks() -> None:
    rasters = [output(n, "mpi_starts.py").stdout for n in (1, 2, 4)]
    assert "0 0\n" in rasters[0]
    assert rasters[1] == rasters[0]
    assert rasters[2] == rasters[0]


# what NEURON 9.0.2 prints, sorted
BOARD = """\
done
looked True False True False
nested [(100.0, [0.0, 1.0]), (101.0, [10.0, 11.0]), (102.0, [20.0, 21.0])]
place 0 4 0 4 0 4
place 1 4 1 4 1 4
place 2 4 2 4 2 4
place 3 4 3 4 3 4
results [(-6.0, (5.0, 1.0, 4)), (-5.0, (4.0, 1.0, 4)), (-4.0, (3.0, 1.0, 4)), (-3.0, (2.0, 1.0, 4)), (-2.0, (1.0, 1.0, 4)), \
(-1.0, (0.0, 1.0, 4))]
taken 6.0 text
told 1 all
told 2 all
told 3 all
"""
SUBWORLDS = """\
done
looked True False True False
place 0 2 0 4 0 2
place 0 2 2 4 1 2
place 1 2 1 4 -1 -1
place 1 2 3 4 -1 -1
results [(-6.0, (5.0, 2.0, 2)), (-5.0, (4.0, 2.0, 2)), (-4.0, (3.0, 2.0, 2)), (-3.0, (2.0, 2.0, 2)), (-2.0, (1.0, 2.0, 2)), \
(-1.0, (0.0, 2.0, 2))]
told 1 all
told 2 all
told 3 all
"""


@pytest.mark.parametrize(("arguments", "expected"), [((), BOARD), (("subworlds",), SUBWORLDS)])
def test_jobs_and_messages_go_round_as_under_neuron(arguments: tuple[str, ...], expected: str) -> None:
    printed = output(4, "mpi_board.py", *arguments).stdout
    assert "".join(sorted(printed.splitlines(keepends=True))) == expected
