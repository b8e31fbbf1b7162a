"""Remakes NEURON's results: `python -m compat_tests.nmodl.verbatim.make_reference`. Needs NEURON and a C++ compiler."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from compat_tests.nmodl.verbatim.protocols import PROTOCOLS
from compat_tests.nmodl.verbatim.run import MODS, REFERENCE

ONE = """
import json, sys
from neuron import h
from compat_tests.nmodl.verbatim.run import run
print("result:" + json.dumps(run(sys.argv[1], h)))
"""


def main() -> None:
    """Compiles the files once, runs every protocol in a process of its own and stores what it returns and prints."""
    with tempfile.TemporaryDirectory() as folder:
        command = [str(Path(sys.executable).with_name("nrnivmodl")), str(MODS)]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3]), "NEURON_MODULE_OPTIONS": "-nogui"}
        results = {}
        for name in sorted(PROTOCOLS):
            run = [sys.executable, "-c", ONE, name]
            output = subprocess.run(run, cwd=folder, env=environment, check=True, capture_output=True, text=True).stdout
            results[name] = json.loads(next(line for line in output.split("\n") if line.startswith("result:"))[7:])
    hashes = {path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:16] for path in sorted(MODS.glob("*.mod"))}
    REFERENCE.parent.mkdir(parents=True, exist_ok=True)
    stored = {"neuron": "9.0.2", "command": "python -m compat_tests.nmodl.verbatim.make_reference", "files": hashes}
    REFERENCE.write_text(json.dumps({**stored, "results": results}, indent=1) + "\n", encoding="ascii")


if __name__ == "__main__":
    main()
