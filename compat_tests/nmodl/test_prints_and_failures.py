"""What mechanisms print comes in NEURON's order; a solver that fails ends the run where NEURON's does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from jneuron import Session
from jneuron.base.errors import ConvergenceError

PRINTING = r"""
NEURON { SUFFIX printing RANGE k NONSPECIFIC_CURRENT i }
PARAMETER { k = 1 }
ASSIGNED { i }
STATE { m }
INITIAL { m = 0 }
BREAKPOINT { SOLVE states METHOD cnexp  i = 0  printf("current %g\n", k) }
DERIVATIVE states { told(k)  m' = 1 - m }
PROCEDURE told(x) { printf("first %g\n", x)  if (x > 1) { printf("second %g\n", x*10) } }
"""
STEADY = """
NEURON { SUFFIX steady }
ASSIGNED { v }
STATE { m h }
INITIAL { m = .3  h = .5  AT_START }
BREAKPOINT { SOLVE states METHOD_OF_STEP }
DERIVATIVE states { m' = (1/(1 + exp(-(v + 40)/10)) - m*h)/3  h' = (1/(1 + exp((v + 40)/10)) - m*h*h)/3 }
"""


def top_with(folder: Path, text: str) -> Any:
    """Returns the top level of a session that knows one file."""
    (folder / "own.mod").write_text(text)
    session = Session()
    session.library.add_folder(folder)
    session.h.load_file("stdrun.hoc")
    return session.h


def test_prints_come_instance_by_instance(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    h = top_with(tmp_path, PRINTING)
    section = h.Section(name="s")
    section.nseg = 3
    section.insert("printing")
    for k, segment in enumerate(section):
        segment.printing.k = k
    h.finitialize(-65)
    capsys.readouterr()
    h.fadvance()
    # NEURON works each instance's current out twice
    currents = [f"current {k}" for k in (0, 0, 1, 1, 2, 2)]
    assert capsys.readouterr().out.split("\n")[:6] == currents
    h.fadvance()
    states = capsys.readouterr().out.split("\n")[6:10]
    assert states == ["first 0", "first 1", "first 2", "second 20"]


@pytest.mark.parametrize("run", ["finitialize", "fadvance"])
def test_newton_that_does_not_converge_ends_the_run(tmp_path: Path, run: str) -> None:
    at_start = "SOLVE states STEADYSTATE derivimplicit" if run == "finitialize" else ""
    method = "METHOD derivimplicit" if run == "finitialize" else "STEADYSTATE derivimplicit"
    h = top_with(tmp_path, STEADY.replace("AT_START", at_start).replace("METHOD_OF_STEP", method))
    section = h.Section(name="s")
    section.insert("steady")
    if run == "fadvance":
        h.finitialize(-65)
    with pytest.raises(RuntimeError, match="hocobj_call error: hoc_execerror: scopmath library error") as raised:
        h.finitialize(-65) if run == "finitialize" else h.fadvance()
    assert run == "finitialize" or isinstance(raised.value, ConvergenceError)
