"""Writes `reference_data/random/*.json`: what NEURON draws. Run as `python -m compat_tests.api.make_random_reference`."""

from __future__ import annotations

import json
from pathlib import Path

from compat_tests.api.random_draws import DISTRIBUTIONS, GENERATORS, draw_one_by_one

FOLDER = Path(__file__).parents[2] / "reference_data" / "random"


def main() -> None:
    """Remakes all files, one for each generator."""
    from neuron import h

    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in GENERATORS:
        stored = {distribution: draw_one_by_one(h, name, distribution) for distribution in DISTRIBUTIONS}
        path_of(name).write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


def path_of(name: str) -> Path:
    """Returns where the draws of one generator are stored."""
    return FOLDER / f"{name.replace(' ', '_')}.json"


if __name__ == "__main__":
    main()
