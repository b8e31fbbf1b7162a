"""nrniv's command line: what runs in which order, what a script sees of it, and where it ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from compat_tests.hoc.case_list import ROOT
from jneuron.hoc.runtime.command_line import Step, steps_of


def run(*arguments: str, folder: Path) -> str:
    command = [sys.executable, "-m", "jneuron", "-nogui", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, env=environment, check=False).stdout


def test_after_the_option_python_the_first_script_comes_last() -> None:
    steps = steps_of(["-python", "a.py", "one.hoc", "b.py", "word", "-c", "x = 1"])
    assert steps == [Step("file", "one.hoc"), Step("python", "x = 1"), Step("file", "a.py")]


def test_a_script_sees_the_whole_command_line(tmp_path: Path) -> None:
    (tmp_path / "show.py").write_text("import sys\nprint(sys.argv[1:])\n", encoding="utf-8")
    assert run("-python", "show.py", "word", folder=tmp_path) == "['-nogui', '-python', 'show.py', 'word']\n"


def test_stop_ends_a_statement_and_not_the_file(tmp_path: Path) -> None:
    (tmp_path / "stops.hoc").write_text('proc p() { print "in"  stop }\np()\nprint "next"\n', encoding="utf-8")
    assert run("stops.hoc", folder=tmp_path) == "in\nnext\n"
