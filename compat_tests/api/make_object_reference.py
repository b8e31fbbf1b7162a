"""Writes `reference_data/objects/*.json`: what NEURON shows for every case of `object_cases`.

Run as `python -m compat_tests.api.make_object_reference [group ...]`; see `make_vector_reference` for what is not stored.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from pathlib import Path

from compat_tests.api.make_vector_reference import observe_in_child

GROUPS = ("random", "streams", "strings", "files", "matrices")
FOLDER = Path(__file__).parents[2] / "reference_data" / "objects"


def main() -> None:
    """Remakes the groups named on the command line, or all."""
    os.environ["NEURON_MODULE_OPTIONS"] = "-nogui"
    from neuron import h

    FOLDER.mkdir(parents=True, exist_ok=True)
    for group in sys.argv[1:] or GROUPS:
        cases = importlib.import_module(f"compat_tests.api.object_cases.{group}").CASES
        seen = {}
        for name, body in cases.items():
            result = observe_in_child(body, h)
            if result is None or result.get("error", [""])[0] == "SystemError":
                print(f"{group}: {name}: NEURON {'ends the process' if result is None else 'breaks Python'}, not stored")
                continue
            seen[name] = {"body": body, **result}
        (FOLDER / f"{group}.json").write_text(json.dumps(seen, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        print(f"{group}: {len(seen)} of {len(cases)} stored")


if __name__ == "__main__":
    main()
