"""Writes `reference_data/vector/*.json`: what NEURON shows for every case.

Run as `python -m compat_tests.api.make_vector_reference [group ...]`. Each case runs in a process of its own, because NEURON
ends the process on some misuse; such cases are reported and not stored, and neither are those where NEURON's own extension
breaks Python's rules (`SystemError`).
"""

from __future__ import annotations

import importlib
import json
import os
import pickle
import signal
import sys
from pathlib import Path
from typing import Any

from compat_tests.api.observe import observe

GROUPS = (
    "construction",
    "elements",
    "operators",
    "shape",
    "statistics",
    "signal",
    "text",
    "fit",
    "boxes",
    "lists",
    "probes",
    "more",
)
LONGEST = 20  # seconds
FOLDER = Path(__file__).parents[2] / "reference_data" / "vector"


def main() -> None:
    """Remakes the groups named on the command line, or all."""
    os.environ["NEURON_MODULE_OPTIONS"] = "-nogui"
    from neuron import h

    FOLDER.mkdir(parents=True, exist_ok=True)
    for group in sys.argv[1:] or GROUPS:
        cases = importlib.import_module(f"compat_tests.api.vector_cases.{group}").CASES
        seen = {}
        for name, body in cases.items():
            result = observe_in_child(body, h)
            if result is None or result.get("error", [""])[0] == "SystemError":
                print(f"{group}: {name}: NEURON {'ends the process' if result is None else 'breaks Python'}, not stored")
                continue
            seen[name] = {"body": body, **result}
        (FOLDER / f"{group}.json").write_text(json.dumps(seen, indent=1, ensure_ascii=False) + "\n")
        print(f"{group}: {len(seen)} of {len(cases)} stored")


def observe_in_child(body: str, h: Any) -> dict[str, Any] | None:
    """Returns what a forked process saw, None if it died or did not end."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        signal.alarm(LONGEST)
        os.close(read)
        with os.fdopen(write, "wb") as pipe:
            pickle.dump(observe(body, h), pipe)
            pipe.flush()
        os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        data = pipe.read()
    _, status = os.waitpid(child, 0)
    return pickle.loads(data) if status == 0 else None


if __name__ == "__main__":
    main()
