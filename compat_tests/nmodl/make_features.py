"""Stores NEURON's traces of the language features: `python -m compat_tests.nmodl.make_features [names...]`.

Needs NEURON and a C++ compiler; all files are compiled in one run of nrnivmodl. With names, only those are run again.
"""

from __future__ import annotations

import json
import os
import pickle
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import numpy as np

from compat_tests.nmodl.feature_protocol import FEATURES, MANIFEST, STORE, digest_of, feature_names, run

COMMAND = "python -m compat_tests.nmodl.make_features"


def main(names: Sequence[str]) -> int:
    """Compiles and runs the features; returns 1 where one failed."""
    folder = Path(os.environ.get("FEATURES_BUILD") or tempfile.mkdtemp())
    if not (folder / "x86_64").exists():
        shutil.copytree(FEATURES, folder, dirs_exist_ok=True)
        subprocess.run(["nrnivmodl", "."], cwd=folder, check=True, capture_output=True)
    os.chdir(folder)
    os.environ.setdefault("NEURON_MODULE_OPTIONS", "-nogui")
    traces = _stored() if names else {}
    failed = []
    for name in names or feature_names():
        found = _in_a_fork(name, folder)
        if found is None:
            failed.append(name)
            continue
        traces = {key: value for key, value in traces.items() if key.partition(":")[0] != name}
        traces |= {f"{name}:{key}": value for key, value in found.items()}
    traces = {key: value for key, value in traces.items() if key.partition(":")[0] in set(feature_names())}
    np.savez_compressed(STORE, **dict(sorted(traces.items())))
    present = sorted({key.partition(":")[0] for key in traces})
    manifest = {"command": COMMAND, "neuron": version("neuron"), "sha256": {name: digest_of(name) for name in present}}
    MANIFEST.write_text(json.dumps(manifest, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(present)} features stored; failed: {failed}")
    return 1 if failed else 0


def _stored() -> dict[str, np.ndarray]:
    with np.load(STORE) as stored:
        return dict(stored)


def _in_a_fork(name: str, folder: Path) -> dict[str, np.ndarray] | None:
    """Runs a feature in a process of its own: NEURON's state is global."""
    result = folder / "result.pickle"
    result.unlink(missing_ok=True)
    if os.fork() == 0:
        from neuron import h

        try:
            result.write_bytes(pickle.dumps(run(h, name)))
        except BaseException as error:
            print(f"{name}: {type(error).__name__}: {error}", flush=True)
            os._exit(1)
        os._exit(0)
    os.wait()
    return pickle.loads(result.read_bytes()) if result.exists() else None


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
