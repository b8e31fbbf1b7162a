"""Runs hnn-core's own tests under NEURON or jneuron; its source archive has them, its wheel does not.

    python -m compat_tests.clients.hnn_tests neuron|jneuron FOLDER [arguments for pytest]

FOLDER is a copy of hnn_core/tests. hnn-core 0.6.1 asks for NEURON's old units on import, which NEURON 9 refuses: a copy
without that one line is put before it, under both programs. What its MPIBackend starts by the name of nrniv is this module
again, with the script that each process is to run.
"""

from __future__ import annotations

import os
import runpy
import shutil
import stat
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

OLD_UNITS, BUILDER = "h.nrnunit_use_legacy(1)", "network_builder.py"
ROOT = Path(__file__).parents[2]


def prepare(simulator: str) -> None:
    """Makes `import neuron` mean the wanted program, and hnn-core importable: here and in processes that are started."""
    if simulator == "jneuron":
        import jneuron.as_neuron  # noqa: F401
    spec = find_spec("hnn_core")
    if spec is None or spec.origin is None:
        raise SystemExit("hnn-core is not installed")
    package = Path(spec.origin).parent
    if OLD_UNITS not in (package / BUILDER).read_text(encoding="utf-8"):
        return
    folder = Path(tempfile.mkdtemp())
    copy = Path(shutil.copytree(package, folder / package.name))
    text = (copy / BUILDER).read_text(encoding="utf-8")
    (copy / BUILDER).write_text(text.replace(OLD_UNITS, "pass"), encoding="utf-8")
    if simulator == "neuron":
        subprocess.run(["nrnivmodl"], cwd=copy / "mod", check=True, capture_output=True)
    sys.path.insert(0, str(folder))
    _put_first("PYTHONPATH", str(folder))


def _put_first(variable: str, *places: str) -> None:
    os.environ[variable] = os.pathsep.join([*places, *filter(None, [os.environ.get(variable)])])


def offer_nrniv(simulator: str) -> None:
    """Puts a command nrniv on the path that runs a script under the wanted program."""
    command = Path(tempfile.mkdtemp()) / "nrniv"
    command.write_text(
        f'#!/bin/sh\nexec "{sys.executable}" -m compat_tests.clients.hnn_tests {simulator} "$@"\n', encoding="utf-8"
    )
    command.chmod(command.stat().st_mode | stat.S_IXUSR)
    _put_first("PATH", str(command.parent), str(Path(sys.executable).parent))
    _put_first("PYTHONPATH", str(ROOT))
    for launcher in ("OMPI", "PRTE"):
        os.environ |= {f"{launcher}_ALLOW_RUN_AS_ROOT": "1", f"{launcher}_ALLOW_RUN_AS_ROOT_CONFIRM": "1"}


def main(simulator: str, arguments: list[str]) -> int:
    """Runs the tests in a folder, or as nrniv a script; returns the exit status."""
    if arguments[0] == "-python":
        if simulator == "neuron":
            os.environ["NEURON_INIT_MPI"] = "1"
        prepare(simulator)
        sys.argv = [a for a in arguments if a.endswith(".py")]
        runpy.run_path(sys.argv[0], run_name="__main__")
        return 0
    prepare(simulator)
    offer_nrniv(simulator)
    import pytest

    os.chdir(arguments[0])
    return int(pytest.main(["-p", "no:cacheprovider", "-W", "ignore", "-c", os.devnull, "--rootdir", ".", *arguments[1:]]))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1], sys.argv[2:]))
