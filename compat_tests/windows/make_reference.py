"""Runs the cases under NEURON and stores what they leave: `python -m compat_tests.windows.make_reference [names...]`.

Without names, every case is run and stored runs of cases that are gone are removed.
"""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Sequence
from dataclasses import replace
from importlib.metadata import version

from compat_tests.windows.case_list import MANIFEST, STORED, case_names, script_hash, script_of, stem_of
from jneuron.validate.server import Runner

COMMAND = "python -m compat_tests.windows.make_reference"


def main(names: Sequence[str]) -> int:
    """Remakes the stored runs of `names`, or of all cases; returns 1 where a script failed."""
    wanted = list(names) or case_names()
    manifest = json.loads(MANIFEST.read_text(encoding="utf-8")) if MANIFEST.exists() else {"cases": {}}
    failed = []
    with Runner("neuron") as runner:
        for name in wanted:
            capture = runner.run(script_of(name))
            if capture.failure is not None:
                failed.append(name)
                print(f"{name}: {capture.failure.kind}: {capture.failure.message}", *capture.stderr, sep="\n  ")
                continue
            # complaints name paths of this machine, and nobody compares them
            replace(capture, stderr=[]).save(stem_of(name))
            manifest["cases"][name] = script_hash(name)
    if not names:
        present = set(case_names())
        manifest["cases"] = {name: each for name, each in manifest["cases"].items() if name in present}
        for stored in STORED.glob("*.*"):
            if stored.stem not in present and stored != MANIFEST:
                stored.unlink()
    manifest |= {
        "command": COMMAND,
        "neuron": version("neuron"),
        "python": platform.python_version(),
        "platform": f"{platform.system()} {platform.machine()}",
    }
    manifest["cases"] = dict(sorted(manifest["cases"].items()))
    MANIFEST.write_text(json.dumps(manifest, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(wanted) - len(failed)} of {len(wanted)} cases stored")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
