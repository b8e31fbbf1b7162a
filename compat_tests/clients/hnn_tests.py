"""Runs hnn-core's own tests under NEURON or jneuron; its source archive has them, its wheel does not.

    python -m compat_tests.clients.hnn_tests neuron|jneuron FOLDER [arguments for pytest]

FOLDER is a copy of hnn_core/tests. hnn-core 0.6.1 asks for NEURON's old units on import, which NEURON 9 refuses: that one
line is left out, under both programs. What its MPIBackend starts by the name of nrniv is this module again, with the script
that each process is to run.
"""

from __future__ import annotations

import os
import runpy
import stat
import sys
import tempfile
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from typing import Any

OLD_UNITS = b"h.nrnunit_use_legacy(1)"
ROOT = Path(__file__).parents[2]


class _ModernUnits(SourceFileLoader):
    def get_data(self, path: str) -> bytes:
        data = super().get_data(path)
        return data.replace(OLD_UNITS, b"pass") if path.endswith(".py") else data

    def path_stats(self, path: str) -> Any:
        raise OSError("what is changed here is compiled anew")


class _Finder(MetaPathFinder):
    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        if name != "hnn_core.network_builder":
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None and spec.origin is not None:
            spec.loader = _ModernUnits(name, spec.origin)
        return spec


def prepare(simulator: str) -> None:
    """Makes `import neuron` mean the wanted program, and hnn-core importable."""
    if simulator == "jneuron":
        import jneuron.as_neuron  # noqa: F401
    sys.meta_path.insert(0, _Finder())


def offer_nrniv(simulator: str) -> None:
    """Puts a command nrniv on the path that runs a script under the wanted program."""
    command = Path(tempfile.mkdtemp()) / "nrniv"
    command.write_text(
        f'#!/bin/sh\nexec "{sys.executable}" -m compat_tests.clients.hnn_tests {simulator} "$@"\n', encoding="utf-8"
    )
    command.chmod(command.stat().st_mode | stat.S_IXUSR)
    os.environ["PATH"] = os.pathsep.join([str(command.parent), str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
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
