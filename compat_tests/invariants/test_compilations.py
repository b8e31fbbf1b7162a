"""What compiles, and what must not."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest

from compat_tests.invariants.models import driven_network, excited_cell, new_session


@pytest.fixture(autouse=True)
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache of its own for every test."""
    monkeypatch.setenv("JNEURON_CACHE_DIR", str(tmp_path))
    return tmp_path


def run(session: Any, t: float = 2.0) -> int:
    """Runs, reads a current, and returns how many programs have been compiled so far."""
    session.h.finitialize(-65)
    session.h.continuerun(t)
    return session.simulation.cache.n_compiled


def test_changing_numbers_compiles_nothing() -> None:
    session = new_session()
    h = session.h
    soma, dendrite, clamp = excited_cell(h)
    recorded = h.Vector().record(soma(0.5)._ref_v)
    n_before = run(session)
    clamp.amp, clamp.dur, clamp.delay = 0.5, 0.7, 0.2
    soma(0.5).hh.gnabar = 0.1
    soma.Ra, soma.cm, dendrite.L, dendrite.diam = 80.0, 1.2, 150.0, 1.5
    dendrite(0.5).pas.g = 0.0002
    soma.ena = 55.0
    h.celsius, h.steps_per_ms, h.dt = 12.0, 100.0, 0.01
    assert run(session, 3.0) == n_before
    h.continuerun(4.5)
    dendrite.v = -50.0
    h.continuerun(5.0)
    assert session.simulation.cache.n_compiled == n_before
    assert len(recorded) > 100


def test_changing_weights_delays_and_thresholds_compiles_nothing() -> None:
    session = new_session()
    network = driven_network(session.h)
    n_before = run(session)
    for netcon in network[-1][1:]:
        netcon.weight[0], netcon.delay, netcon.threshold = 0.01, 2.5, -10.0
    assert run(session) == n_before


def test_a_new_recording_compiles_once() -> None:
    session = new_session()
    soma, *rest = excited_cell(session.h)
    n_before = run(session)
    vector = session.h.Vector().record(soma(0.5)._ref_v)
    assert run(session) == n_before + 1
    assert run(session) == n_before + 1
    del vector, rest


def test_another_session_loads_what_one_compiled() -> None:
    first, second = new_session(), new_session()
    cells = excited_cell(first.h), excited_cell(second.h)
    n_compiled = run(first)
    assert n_compiled > 0
    assert run(second) == 0
    assert second.simulation.cache.n_loaded == n_compiled
    del cells


def test_programs_of_a_process_that_had_jax_before_are_not_for_others(cache_folder: Path) -> None:
    text = """
    import jneuron
    from jneuron import h
    h.load_file("stdrun.hoc")
    soma = h.Section()
    h.finitialize(-65)
    h.continuerun(1)
    print(jneuron.default_session().simulation.cache.n_loaded)
    """
    code = textwrap.dedent(text)

    def n_loaded(code: str) -> str:
        return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()

    assert [n_loaded(f"import jax\n{code}"), n_loaded(code), n_loaded(code)] == ["0", "0", "1"]


def test_trees_of_one_shape_share_a_program() -> None:
    first, second = new_session(), new_session()
    cells = excited_cell(first.h), excited_cell(second.h)
    cells[1][1].L, cells[1][1].diam = 777.0, 3.0
    run(first)
    assert run(second) == 0


def test_a_damaged_cache_file_is_compiled_again(cache_folder: Path) -> None:
    first, second = new_session(), new_session()
    cells = excited_cell(first.h), excited_cell(second.h)
    n_compiled = run(first)
    for file in (cache_folder / "programs").glob("*.bin"):
        file.write_bytes(b"no program")
    assert run(second) == n_compiled
    assert cells[0][0](0.5).v == cells[1][0](0.5).v


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for the superuser")
def test_a_read_only_cache_folder_does_no_harm(cache_folder: Path) -> None:
    cache_folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    session = new_session()
    cell = excited_cell(session.h)
    assert run(session) > 0
    del cell


def test_a_cache_folder_that_can_not_be_made_does_no_harm(cache_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = cache_folder / "a file"
    blocked.write_text("")
    monkeypatch.setenv("JNEURON_CACHE_DIR", str(blocked / "below"))
    session = new_session()
    cell = excited_cell(session.h)
    assert run(session) > 0
    del cell
