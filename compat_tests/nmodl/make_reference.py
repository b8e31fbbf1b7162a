"""Stores NEURON's traces of the protocol: `python -m compat_tests.nmodl.make_reference` (needs NEURON and a C compiler)."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

import numpy as np

from compat_tests.nmodl.protocol import BUILT_IN, MODS, OURS, TEMPERATURES, reference_path, trace_of


def main() -> None:
    """Compiles the .mod files beside this one with NEURON's compiler and runs everything, each in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        for path in MODS.glob("*.mod"):
            (Path(folder) / path.name).write_bytes(path.read_bytes())
        subprocess.run(["nrnivmodl", "."], cwd=folder, check=True, capture_output=True)
        os.chdir(folder)
        for name in (*BUILT_IN, *OURS):
            for celsius in TEMPERATURES:
                if os.fork() == 0:
                    path = reference_path(name, celsius)
                    path.parent.mkdir(parents=True, exist_ok=True)
                    np.savez_compressed(path, **trace_of(name, celsius))
                    os._exit(0)
                _, status = os.wait()
                print(f"{name} at {celsius:g}: {'failed' if status else 'stored'}")


if __name__ == "__main__":
    main()
