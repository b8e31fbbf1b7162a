"""Several processes give the spikes of one: started by mpiexec, where MPI is installed."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent / "mpi_ring.py"
MPIEXEC = Path(sys.executable).with_name("mpiexec")

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("mpi4py") is None or not MPIEXEC.exists(), reason="needs mpi4py and mpiexec (extra mpi)"
)


def output(n_rank: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [MPIEXEC, "--oversubscribe", "-n", str(n_rank), sys.executable, "-m", "jneuron", SCRIPT, *arguments]
    environment = {**os.environ, "OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1"}
    environment |= {"PRTE_ALLOW_RUN_AS_ROOT": "1", "PRTE_ALLOW_RUN_AS_ROOT_CONFIRM": "1"}
    return subprocess.run(command, capture_output=True, text=True, timeout=300, env=environment)


def test_the_raster_is_the_same_for_any_number_of_ranks() -> None:
    rasters = [output(n).stdout for n in (1, 2, 4)]
    assert rasters[0].count("\n") > 10
    assert rasters[1] == rasters[0]
    assert rasters[2] == rasters[0]


def test_an_exception_on_one_rank_ends_the_job_with_its_message() -> None:
    ended = output(2, "fail")
    assert ended.returncode != 0
    assert "ValueError: rank 1 gives up" in ended.stderr
