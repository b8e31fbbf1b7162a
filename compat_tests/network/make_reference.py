"""Runs the network cases under NEURON and stores what they leave: `python -m compat_tests.network.make_reference [names...]`.

The .mod files are compiled by nrnivmodl in a copy of the folder of cases, from which the scripts are run.
"""

from __future__ import annotations

import json
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from compat_tests.network.case_list import BOUNDS, CASES, MANIFEST, case_names, script_hash, stem_of
from jneuron.validate.capture import Capture
from jneuron.validate.metrics import default_bound
from jneuron.validate.server import Runner

COMMAND = "python -m compat_tests.network.make_reference"


def main(names: Sequence[str]) -> int:
    """Remakes the stored runs of `names`, or of all cases; returns 1 where a script failed."""
    wanted = list(names) or case_names()
    manifest = json.loads(MANIFEST.read_text(encoding="utf-8")) if MANIFEST.exists() else {"cases": {}}
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        cases = Path(folder) / "cases"
        shutil.copytree(CASES, cases)
        compiler = Path(sys.executable).with_name("nrnivmodl")
        subprocess.run([compiler, "."], cwd=cases / "mod", check=True, capture_output=True)
        with Runner("neuron") as runner:
            for name in wanted:
                capture = runner.run(cases / f"{name}.py")
                if capture.failure is not None:
                    failed.append(name)
                    print(f"{name}: {capture.failure.kind}: {capture.failure.message}", *capture.stderr, sep="\n  ")
                    continue
                capture.save(stem_of(name))
                manifest["cases"][name] = _entry(name, capture)
    for name in set(manifest["cases"]) - set(case_names()):
        del manifest["cases"][name]
        for suffix in (".json", ".npz"):
            stem_of(name).with_name(name + suffix).unlink(missing_ok=True)
    manifest |= {"command": COMMAND, "neuron": version("neuron"), "numpy": version("numpy")}
    manifest |= {"python": platform.python_version(), "platform": f"{platform.system()} {platform.machine()}"}
    manifest["cases"] = dict(sorted(manifest["cases"].items()))
    MANIFEST.parent.mkdir(parents=True, exist_ok=True)
    MANIFEST.write_text(json.dumps(manifest, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(wanted) - len(failed)} of {len(wanted)} cases stored")
    return 1 if failed else 0


def _entry(name: str, capture: Capture) -> dict[str, object]:
    """Returns what the manifest says of a case: its script's hash, and how each number is compared."""
    own = BOUNDS.get(name, {})
    results: dict[str, object] = {}
    for result in capture.numbers:
        bound = own.get(result) or default_bound(result, is_series=result in capture.series)
        results[result] = [bound.metric, bound.tolerance, *([bound.reason] if bound.reason else [])]
    return {"sha256": script_hash(name), "numbers": results}


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
