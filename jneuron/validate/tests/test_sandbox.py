"""A script runs as it would under `python script.py`, and nothing it prints is lost."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

RUN = """
import json, sys
from pathlib import Path
from jneuron.validate.sandbox import execute
capture = execute(Path(sys.argv[1]), sys.argv[2:], let_go=True)
failure = capture.failure and [capture.failure.kind, capture.failure.message]
print(json.dumps([capture.stdout, capture.stderr, failure, {k: v.tolist() for k, v in capture.numbers.items()}]))
"""


def _execute(folder: Path, source: str, *args: str) -> tuple[str, list[str], list[str] | None, dict]:
    script = folder / "script.py"
    script.write_text(source)
    done = subprocess.run([sys.executable, "-c", RUN, str(script), *args], capture_output=True, text=True, check=True)
    stdout, stderr, failure, numbers = json.loads(done.stdout.splitlines()[-1])
    return stdout, stderr, failure, numbers


def test_a_script_sees_itself_as_main_with_its_arguments(tmp_path: Path) -> None:
    source = "import sys, __main__\nprint(__name__, sys.argv[1:], __main__.__file__ == __file__)"
    assert _execute(tmp_path, source, "a", "b")[0] == "__main__ ['a', 'b'] True\n"


def test_a_script_imports_what_lies_beside_it(tmp_path: Path) -> None:
    (tmp_path / "beside.py").write_text("x = 7")
    assert _execute(tmp_path, "import beside\nresult = {'x': beside.x}")[3] == {"x": 7.0}


@pytest.mark.skipif(sys.platform == "win32", reason="writes to a file descriptor")
def test_output_below_python_is_captured_in_order(tmp_path: Path) -> None:
    assert _execute(tmp_path, "import os\nprint('one')\nos.write(1, b'two\\n')\nprint('three')")[0] == "one\ntwo\nthree\n"


def test_an_exception_keeps_the_results_so_far(tmp_path: Path) -> None:
    _, stderr, failure, numbers = _execute(tmp_path, "result = {'x': 1}\nraise KeyError('gone')")
    assert failure == ["KeyError", "'gone'"]
    assert numbers == {"x": 1.0}
    assert stderr[0].startswith("Traceback")


@pytest.mark.parametrize(("status", "failure"), [("", None), ("0", None), ("3", ["SystemExit", "3"])])
def test_leaving_is_a_failure_only_with_a_status(tmp_path: Path, status: str, failure: list[str] | None) -> None:
    assert _execute(tmp_path, f"import sys\nsys.exit({status})")[2] == failure


def test_complaints_of_finalisers_are_heard(tmp_path: Path) -> None:
    source = "class Thing:\n    def __del__(self):\n        raise ValueError('too late')\nthing = Thing()"
    assert "Exception ignored" in _execute(tmp_path, source)[1][0]
