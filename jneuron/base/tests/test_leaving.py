"""The end of a process that leaves its circles of objects alone: nobody may notice."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

START = "from jneuron.base.leaving import leave_without_search; leave_without_search()\n"
CIRCLE = """
class Pair:
    def __init__(self, held):
        self.held, self.me = held, self
"""


def run(script: str, *, first: str = "") -> str:
    command = [sys.executable, "-c", first + START + CIRCLE + script]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_what_was_written_to_a_file_that_nobody_closed_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "spikes.dat"
    run(f"pair = Pair(open({str(path)!r}, 'w')); pair.held.write('1 2.5'); import sys; sys.modules['kept'] = pair")
    assert path.read_text(encoding="utf-8") == "1 2.5"


def test_objects_that_say_farewell_do_so() -> None:
    said = run("class Bye:\n    def __del__(self): print('bye')\npair = Pair(Bye()); pair.held.pair = pair")
    assert said == "bye\n"


@pytest.mark.parametrize(("body", "is_left"), [("pass", True), ("def __del__(self): pass", False)])
def test_objects_stay_where_they_are_if_none_has_a_farewell(body: str, is_left: bool) -> None:
    # handlers run in the opposite order
    tell = "import atexit, gc\natexit.register(lambda: print(gc.get_freeze_count() > 0))\n"
    assert run(f"class Kind:\n    {body}\nkept = Kind()", first=tell) == f"{is_left}\n"
