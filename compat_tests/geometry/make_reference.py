"""Writes what NEURON makes of the recipes and of the morphology files.

python -m compat_tests.geometry.make_reference                     remakes reference_data/geometry
python -m compat_tests.geometry.make_reference OUT FIRST_SEED N    the same for other seeds, elsewhere
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

from compat_tests.geometry import asc_files, swc_files
from compat_tests.geometry.measure import Numbers, measure, points
from compat_tests.geometry.recipes import build_drawing, build_forest

REFERENCE = Path(__file__).parents[2] / "reference_data" / "geometry"
N_SEED = 120


def neuron_h() -> Any:
    """Returns NEURON's `h` with the libraries that are used."""
    from neuron import h

    for file in ("stdlib.hoc", "import3d.hoc"):
        h.load_file(file)
    return h


def neuron_forest(h: Any, seed: int) -> Numbers:
    """Returns NEURON's numbers of a forest, with the order of its nodes and its matrix."""
    sections = build_forest(h, seed, h.finitialize)
    h.finitialize()
    h.fcurrent()
    numbers = measure(h, sections, seed)
    slots = [(section, segment) for section in sections for segment in section.allseg()]
    numbers["node"] = np.array([segment.node_index() for _, segment in slots], float)
    numbers["a"] = np.array([h.fmatrix(segment.x, 1, sec=section) for section, segment in slots])
    numbers["b"] = np.array([h.fmatrix(segment.x, 3, sec=section) for section, segment in slots])
    return numbers


def neuron_drawing(h: Any, seed: int) -> Numbers:
    """Returns NEURON's points and lengths after define_shape."""
    sections = build_drawing(h, seed)
    return {"points": points(sections), "length": np.array([section.L for section in sections])}


def write_forests(folder: Path, first: int, n_seed: int) -> None:
    """Writes forests.npz and drawings.npz."""
    h = neuron_h()
    seeds = range(first, first + n_seed)
    for name, make in (("forests", neuron_forest), ("drawings", neuron_drawing)):
        arrays = {f"{seed}/{key}": values for seed in seeds for key, values in make(h, seed).items()}
        np.savez_compressed(folder / f"{name}.npz", **arrays)


def write_imports(folder: Path) -> None:
    """Writes swc.json and asc.json."""
    h = neuron_h()
    for name, files in (("swc", swc_files), ("asc", asc_files)):
        found = {file: files.describe_import(h, text) for file, text in files.FILES.items()}
        (folder / f"{name}.json").write_text(json.dumps(found, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    if len(sys.argv) == 4:
        write_forests(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
    else:
        REFERENCE.mkdir(parents=True, exist_ok=True)
        write_forests(REFERENCE, 0, N_SEED)
        write_imports(REFERENCE)
