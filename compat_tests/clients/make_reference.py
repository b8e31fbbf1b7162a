"""Keeps what the packages' sample cells record under NEURON: `python -m compat_tests.clients.make_reference`."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

from compat_tests.clients.models import MODELS

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "reference_data" / "clients"
MANIFEST = FOLDER / "MANIFEST.json"


def path_of(name: str) -> Path:
    """Returns where the numbers of a model are."""
    return FOLDER / f"{name}.npz"


def run(name: str, file: Path, *, through: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    """Runs a model in a process of its own, through `-m jneuron` if that is asked for."""
    scripts = str(Path(sys.executable).parent)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NEURON_MODULE_OPTIONS": "-nogui"}
    environment["PATH"] = os.pathsep.join((scripts, environment.get("PATH", os.defpath)))
    command = [sys.executable, *through, "-m", "compat_tests.clients.models", name, str(file)]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def main() -> None:
    """Runs all."""
    FOLDER.mkdir(exist_ok=True)
    for name in MODELS:
        done = run(name, path_of(name))
        print(name, "kept" if done.returncode == 0 else done.stderr)
    kept = {name: hashlib.sha256(path_of(name).read_bytes()).hexdigest() for name in MODELS if path_of(name).exists()}
    head = {"neuron": "9.0.2", "command": "python -m compat_tests.clients.make_reference"}
    MANIFEST.write_text(json.dumps({**head, "sha256": kept}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
