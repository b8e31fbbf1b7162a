"""`jneuron` runs scripts as Python runs them: arguments, path, exit status and traceback are the script's own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from jneuron.base.version import VERSION

ROOT = Path(__file__).resolve().parents[2]
COMMAND = (sys.executable, "-m", "jneuron")


def run(*arguments: str, folder: Path, command: tuple[str, ...] = COMMAND) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run([*command, *arguments], capture_output=True, text=True, cwd=folder, env=environment, timeout=120)


def write(folder: Path, name: str, text: str) -> str:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return name


SAYS_WHAT_IT_SEES = """
import os, sys
print(__name__, os.path.realpath(__file__), __spec__, sys.argv, os.path.realpath(sys.path[0]))
print(sys.modules["__main__"].__dict__ is globals())
def annotated(x: undefined_name = 1): ...
"""


def test_script_sees_what_python_would_show_it(tmp_path: Path) -> None:
    script = write(tmp_path, "model/main.py", SAYS_WHAT_IT_SEES.replace("undefined_name", "int"))
    ours = run(script, "--tstop", "5", "-h", folder=tmp_path)
    python = run(script, "--tstop", "5", "-h", folder=tmp_path, command=(sys.executable,))
    assert ours.stdout == python.stdout


def test_script_is_not_compiled_with_our_own_future_imports(tmp_path: Path) -> None:
    script = write(tmp_path, "main.py", SAYS_WHAT_IT_SEES)
    assert "NameError: name 'undefined_name'" in run(script, folder=tmp_path).stderr


def test_neuron_is_jneuron_in_a_script(tmp_path: Path) -> None:
    script = write(tmp_path, "main.py", "import neuron\nfrom neuron import h\nprint(type(h).__module__, h.dt)")
    assert run(script, folder=tmp_path).stdout == "jneuron.facade.top 0.025\n"


STARTS_PROCESSES = """
import multiprocessing, subprocess, sys
from neuron import h
def of_h(_):
    return type(h).__module__
if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        print(pool.map(of_h, [0])[0])
    code = "from neuron.units import mV; import neuron; print(type(neuron.h).__module__)"
    print(subprocess.check_output([sys.executable, "-c", code], text=True))
"""


def test_neuron_is_jneuron_in_processes_that_a_script_starts(tmp_path: Path) -> None:
    found = run(write(tmp_path, "main.py", STARTS_PROCESSES), folder=tmp_path)
    assert found.stdout.split() == ["jneuron.facade.top"] * 2, found.stderr


def test_script_imports_modules_beside_it(tmp_path: Path) -> None:
    write(tmp_path, "model/cell.py", "NAME = 'cell beside the script'")
    script = write(tmp_path, "model/main.py", "import cell; print(cell.NAME)")
    assert run(script, folder=tmp_path).stdout == "cell beside the script\n"


def test_traceback_has_the_scripts_frames_only(tmp_path: Path) -> None:
    script = write(tmp_path, "main.py", "def build():\n    return 1 / 0\n\n\nbuild()\n")
    ours = run(script, folder=tmp_path)
    python = run(script, folder=tmp_path, command=(sys.executable,))
    assert (ours.stderr, ours.returncode) == (python.stderr, 1)


def test_syntax_error_is_shown_as_python_shows_it(tmp_path: Path) -> None:
    script = write(tmp_path, "main.py", "x = (1,\n")
    ours = run(script, folder=tmp_path)
    python = run(script, folder=tmp_path, command=(sys.executable,))
    assert (ours.stderr, ours.returncode) == (python.stderr, 1)


@pytest.mark.parametrize(("argument", "status"), [("", 0), ("0", 0), ("7", 7), ("'gave up'", 1)])
def test_exit_status_is_the_scripts(argument: str, status: int, tmp_path: Path) -> None:
    done = run("-c", f"import sys; sys.exit({argument})", folder=tmp_path)
    assert (done.returncode, done.stderr) == (status, "gave up\n" if status == 1 else "")


def test_code_that_runs_at_exit_still_sees_its_module(tmp_path: Path) -> None:
    lines = ["import atexit, sys", "x = 3", "atexit.register(lambda: print(x, sys.modules['__main__'].x))"]
    assert run(write(tmp_path, "main.py", "\n".join(lines)), folder=tmp_path).stdout == "3 3\n"


def test_interrupted_script_dies_of_the_signal(tmp_path: Path) -> None:
    # a background job may have been started with the signal ignored
    lines = [
        "import os, signal",
        "signal.signal(signal.SIGINT, signal.default_int_handler)",
        "os.kill(os.getpid(), signal.SIGINT)",
    ]
    done = run(write(tmp_path, "main.py", "\n".join(lines)), folder=tmp_path)
    assert done.returncode == -signal.SIGINT
    assert "KeyboardInterrupt" in done.stderr


def test_module_runs_with_its_own_name_and_package(tmp_path: Path) -> None:
    write(tmp_path, "model/__init__.py", "")
    write(
        tmp_path,
        "model/__main__.py",
        "import sys\nfrom . import __name__ as package\nprint(package, sys.argv[1:], __spec__.name)",
    )
    ours = run("-m", "model", "a", folder=tmp_path)
    assert ours.stdout == "model ['a'] model.__main__\n"


def test_unknown_module_is_named(tmp_path: Path) -> None:
    done = run("-m", "no_such_module", folder=tmp_path)
    assert (done.returncode, done.stderr) == (1, "jneuron: No module named no_such_module\n")


def test_missing_file_is_named(tmp_path: Path) -> None:
    done = run("nofile.py", folder=tmp_path)
    assert (done.returncode, done.stderr) == (2, "jneuron: can't open file 'nofile.py': [Errno 2] No such file or directory\n")


def test_hoc_file_is_run(tmp_path: Path) -> None:
    done = run(write(tmp_path, "mosinit.hoc", "create soma\nsoma {\nnseg = 3\nprint secname(), nseg\n}\n"), folder=tmp_path)
    assert (done.returncode, done.stdout.split()) == (0, ["soma3"])


def test_unknown_option_is_refused_with_the_usage(tmp_path: Path) -> None:
    done = run("--no-such-option", folder=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("jneuron: unknown option --no-such-option\n")
    assert "jneuron script.py [args]" in done.stderr


@pytest.mark.parametrize(("arguments", "status"), [((), 2), (("--help",), 0)])
def test_usage_is_shown_without_arguments_and_on_demand(arguments: tuple[str, ...], status: int, tmp_path: Path) -> None:
    done = run(*arguments, folder=tmp_path)
    assert done.returncode == status
    assert "jneuron compare script.py" in done.stdout + done.stderr


def test_version_names_both_programs(tmp_path: Path) -> None:
    assert re.fullmatch(
        rf"jneuron {re.escape(VERSION)}, NEURON \d+\.\d+\.\d+'s interface\n", run("--version", folder=tmp_path).stdout
    )


def test_compare_takes_a_missing_script_calmly(tmp_path: Path) -> None:
    done = run("compare", "nofile.py", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "there is no file nofile.py\n")


def test_coverage_table_is_written_and_checked(tmp_path: Path) -> None:
    assert run("coverage", "table.md", folder=tmp_path).returncode == 0
    assert (tmp_path / "table.md").read_text(encoding="utf-8") == run("coverage", folder=tmp_path).stdout
    assert run("coverage", "--check", "table.md", folder=tmp_path).returncode == 0
    write(tmp_path, "table.md", "old")
    done = run("coverage", "--check", "table.md", folder=tmp_path)
    assert (done.returncode, done.stderr.startswith("table.md is out of date")) == (1, True)
