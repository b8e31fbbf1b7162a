"""Runs the cases under NEURON and stores what they leave: `python -m compat_tests.make_reference [names...]`.

Without names, every case is run and stored runs of cases that are gone are removed.
"""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Sequence
from importlib.metadata import version

from compat_tests.case_list import BOUNDS, MANIFEST, TRACES, case_names, run_case, script_hash, stem_of
from jneuron.validate.capture import Capture
from jneuron.validate.metrics import default_bound
from jneuron.validate.server import Runner

COMMAND = "python -m compat_tests.make_reference"


def main(names: Sequence[str]) -> int:
    """Remakes the stored runs of `names`, or of all cases; returns 1 where a script failed."""
    wanted = list(names) or case_names()
    manifest = json.loads(MANIFEST.read_text(encoding="utf-8")) if MANIFEST.exists() else {"cases": {}}
    failed = []
    with Runner("neuron") as runner:
        for name in wanted:
            capture = run_case(name, runner)
            if capture.failure is not None:
                failed.append(name)
                print(f"{name}: {capture.failure.kind}: {capture.failure.message}", *capture.stderr, sep="\n  ")
                continue
            capture.save(stem_of(name))
            manifest["cases"][name] = _entry(name, capture)
    if not names:
        _forget_removed_cases(manifest)
    manifest |= {
        "command": COMMAND,
        "neuron": version("neuron"),
        "numpy": version("numpy"),
        "python": platform.python_version(),
        "platform": f"{platform.system()} {platform.machine()}",
    }
    manifest["cases"] = dict(sorted(manifest["cases"].items()))
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


def _forget_removed_cases(manifest: dict) -> None:
    present = set(case_names())
    for stored in TRACES.rglob("*.json"):
        name = stored.relative_to(TRACES).with_suffix("").as_posix()
        if name not in present:
            stored.unlink()
            stored.with_suffix(".npz").unlink(missing_ok=True)
            manifest["cases"].pop(name, None)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
