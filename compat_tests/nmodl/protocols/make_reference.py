"""Runs the protocols under NEURON and keeps its numbers: `python -m compat_tests.nmodl.protocols.make_reference [PATTERN]`.

Needs NEURON, a C compiler and the packages. Files of one folder are built together, by NEURON's own compiler; a mechanism
runs in a process of its own. Without a pattern only what is not kept yet is run.
"""

from __future__ import annotations

import fnmatch
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from compat_tests.nmodl.protocols.experiment import conditions, run
from compat_tests.nmodl.protocols.files import NOT_BUILT, Subject, subjects
from compat_tests.nmodl.protocols.storage import FOLDER, path_of, save

OWN = Path(__file__).parent / "mods"
MANIFEST = FOLDER / "MANIFEST.json"
UNITS = FOLDER / "units.json"
ASSIGNED, STATE = 2, 3


def build(folder: Path, work: Path) -> Path:
    """Builds the .mod files of a folder, and ours, below `work`; returns the library, kept from one run to the next."""
    home = work / hashlib.sha256(str(folder).encode()).hexdigest()[:12]
    library = home / "x86_64" / "libnrnmech.so"
    if not library.exists():
        home.mkdir(parents=True, exist_ok=True)
        for path in (*folder.glob("*.mod"), *OWN.glob("*.mod")):
            (home / path.name).write_bytes(path.read_bytes())
        command = Path(sys.executable).parent / "nrnivmodl"
        subprocess.run([str(command), "."], cwd=home, check=True, capture_output=True)
    return library


def in_a_fork(work: Callable[[], None]) -> bool:
    """Runs something in a process of its own; tells whether it went well."""
    sys.stdout.flush()
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            work()
            status = 0
        except BaseException as error:
            print(f"    {type(error).__name__}: {error}", flush=True)
        finally:
            os._exit(status)
    return os.waitpid(pid, 0)[1] == 0


def names_in_neuron(h: Any, mechanism: str) -> tuple[str, ...]:
    """Returns the ASSIGNED variables and states of a mechanism that NEURON shows, arrays element by element."""
    names: list[str] = []
    for kind in (ASSIGNED, STATE):
        standard = h.MechanismStandard(mechanism, kind)
        for place in range(int(standard.count())):
            name = h.ref("")
            length = int(standard.name(name, place))
            plain = name[0].removesuffix(f"_{mechanism}")
            names += [plain] if length == 1 else [f"{plain}[{index}]" for index in range(length)]
    return tuple(names)


def trace_all(subject: Subject, library: Path) -> dict[str, np.ndarray]:
    """Returns NEURON's traces of a subject under all conditions, each of them made in a process of its own."""
    traces: dict[str, np.ndarray] = {}
    for condition in conditions(subject):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "traces.npz"

            def work(condition: Any = condition, file: Path = file) -> None:
                from neuron import h

                h.nrn_load_dll(str(library))
                np.savez(file, **run(h, subject, condition, names_in_neuron(h, subject.name)))

            if not in_a_fork(work):
                raise RuntimeError(f"NEURON does not run {subject.key} under {condition.name}")
            with np.load(file) as stored:
                traces |= {f"{condition.name}/{name}": stored[name] for name in stored.files}
    return traces


def main(arguments: Sequence[str]) -> int:
    """Runs the subjects whose key matches a pattern, or all; returns how many failed."""
    os.environ.setdefault("NEURON_MODULE_OPTIONS", "-nogui")
    work = Path(os.environ.get("PROTOCOL_BUILDS", Path(tempfile.gettempdir()) / "protocol_builds"))
    wanted = [s for s in subjects() if fnmatch.fnmatch(s.key, arguments[0])] if arguments else missing()
    failed = 0
    for subject in wanted:
        try:
            save(subject.key, trace_all(subject, build(subject.path.parent, work)))
            print(subject.key, flush=True)
        except (RuntimeError, subprocess.CalledProcessError) as error:
            failed += 1
            print(f"{subject.key}: {error}", flush=True)
    write_manifest()
    UNITS.write_text(json.dumps({s.key: units_verdict(s.path) for s in subjects()}, indent=1) + "\n", encoding="utf-8")
    return failed


def units_verdict(path: Path) -> int:
    """Returns the line that NEURON's modlunit complains of first, or 0."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(path, Path(folder) / "x.mod")
        command = [str(Path(sys.executable).parent / "modlunit"), "x.mod"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, errors="replace", check=False)
    line = re.search(r"at line (\d+)", done.stdout + done.stderr)
    return int(line.group(1)) if done.returncode and line else 0


def missing() -> list[Subject]:
    """Returns the subjects that NEURON has not run yet, without those that it can't build."""
    return [subject for subject in subjects() if subject.place not in NOT_BUILT and not path_of(subject.key).exists()]


def write_manifest() -> None:
    """Lists what is kept: the hash of each file of numbers."""
    kept = {subject.key: path_of(subject.key) for subject in subjects()}
    entries = {key: hashlib.sha256(path.read_bytes()).hexdigest() for key, path in sorted(kept.items()) if path.exists()}
    head = {"neuron": "9.0.2", "command": "python -m compat_tests.nmodl.protocols.make_reference"}
    MANIFEST.write_text(json.dumps({**head, "sha256": entries}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(1 if main(sys.argv[1:]) else 0)
