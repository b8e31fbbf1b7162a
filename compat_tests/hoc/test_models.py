"""Whole models in the classic layout print under `jneuron mosinit.hoc` what they print under nrniv."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from compat_tests.hoc.case_list import MODELS, ROOT, model_names, output_of


def run_hoc(*arguments: str, cwd: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """Runs the command `jneuron`."""
    command = [sys.executable, "-m", "jneuron", *arguments]
    cache = os.environ.get("JNEURON_CACHE_DIR", "")
    environment = {"PYTHONPATH": str(ROOT), "HOME": cwd, "JNEURON_CACHE_DIR": cache}
    return subprocess.run(command, cwd=cwd, input=given, capture_output=True, text=True, check=False, env=environment)


@pytest.mark.parametrize("name", model_names())
def test_model_prints_what_it_prints_under_nrniv(name: str) -> None:
    run = run_hoc("mosinit.hoc", cwd=str(MODELS / name))
    assert run.stdout == output_of(name).read_text(encoding="utf-8")
    assert run.returncode == 0


def test_error_in_a_file_ends_the_program_with_status_1(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "first.hoc").write_text('print "first"\nprint 1/0\nprint "not this"\n')
    (tmp_path / "second.hoc").write_text('print "second"\n')
    run = run_hoc("-nogui", "first.hoc", "second.hoc", cwd=str(tmp_path))
    assert run.stdout == "first\n"
    assert run.stderr.splitlines()[:3] == ["jneuron: division by zero", " in first.hoc near line 2", " print 1/0"]
    assert run.returncode == 1


def test_files_and_statements_are_done_in_order(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "first.hoc").write_text("x = 3\n")
    (tmp_path / "second.py").write_text("from neuron import h\nprint('python', h.x)\n")
    run = run_hoc("-nogui", "first.hoc", "-c", "x = x + 1", "second.py", "-c", "print x", cwd=str(tmp_path))
    assert run.stdout == "python 4.0\n4 \n"


def test_prompt_goes_on_after_an_error(tmp_path) -> None:  # type: ignore[no-untyped-def]
    run = run_hoc("-nogui", "-", cwd=str(tmp_path), given="x = 2\nfoo(1)\nif (x == 2) {\n print 5\n}\n")
    assert run.stdout == "5 \n"
    assert run.stderr.startswith("jneuron: foo undefined function\n near line 2\n foo(1)\n")
    assert run.returncode == 0
