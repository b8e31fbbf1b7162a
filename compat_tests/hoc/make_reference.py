"""Runs the hoc cases under NEURON and stores what they leave: `python -m compat_tests.hoc.make_reference [names...]`."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from compat_tests.hoc.case_list import (
    MANIFEST,
    MODELS,
    RANDOM,
    RANDOM_SEEDS,
    RUNS,
    case_names,
    model_names,
    output_of,
    run_case,
    run_random,
    script_hash,
)
from jneuron.validate.server import Runner

COMMAND = "python -m compat_tests.hoc.make_reference"


def main(names: Sequence[str]) -> int:
    """Remakes the stored runs of `names`, or of all cases; returns 1 where a process died."""
    wanted = list(names) or case_names()
    if not names:
        store_models()
        store_random()
    manifest = json.loads(MANIFEST.read_text(encoding="utf-8")) if MANIFEST.exists() else {"cases": {}}
    failed = []
    with Runner("neuron") as runner:
        for name in wanted:
            capture = run_case(name, runner)
            if capture.failure is not None:
                failed.append(name)
                print(f"{name}: {capture.failure.kind}: {capture.failure.message}", *capture.stderr, sep="\n  ")
                continue
            capture.save(RUNS / name)
            manifest["cases"][name] = script_hash(name)
    manifest["cases"] = {name: manifest["cases"][name] for name in sorted(manifest["cases"]) if name in set(case_names())}
    manifest |= {
        "command": COMMAND,
        "neuron": version("neuron"),
        "python": platform.python_version(),
        "platform": f"{platform.system()} {platform.machine()}",
    }
    MANIFEST.write_text(json.dumps(manifest, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(wanted) - len(failed)} of {len(wanted)} cases stored")
    return 1 if failed else 0


def store_models() -> None:
    """Runs the whole models as their users do, and stores what they print."""
    programs = Path(sys.executable).parent
    for name in model_names():
        with TemporaryDirectory() as place:
            folder = shutil.copytree(MODELS / name, Path(place) / name)
            if list(folder.glob("*.mod")):
                # it asks for programs beside it
                paths = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
                subprocess.run([str(programs / "nrnivmodl")], cwd=folder, capture_output=True, check=True, env=paths)
            command = [str(programs / "nrniv"), "-nogui", "-nobanner", "mosinit.hoc"]
            run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
        output_of(name).parent.mkdir(parents=True, exist_ok=True)
        output_of(name).write_text(run.stdout, encoding="utf-8")


def store_random() -> None:
    """Runs the random programs, and stores what those leave that NEURON survives."""
    with Runner("neuron") as runner:
        runs = {seed: run_random(seed, runner) for seed in RANDOM_SEEDS}
    stored = {seed: run._asdict() for seed, run in runs.items() if run is not None}
    RANDOM.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
    print(f"{len(stored)} of {len(runs)} random programs stored")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
