"""The cases: unmodified NEURON scripts, and how far each result may be off.

A case is a script a NEURON user could have written; it leaves what it claims in a module-level dictionary `result`.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from jneuron.validate.capture import Capture
from jneuron.validate.metrics import Bound
from jneuron.validate.server import Runner

ROOT = Path(__file__).parent.parent
CASES = Path(__file__).parent / "cases"
TRACES = ROOT / "reference_data" / "traces"
MANIFEST = ROOT / "reference_data" / "MANIFEST.json"

# scripts that keep no `result`: everything they record is compared
TUTORIALS = {"tutorial_reconstructed_neuron": ROOT / "docs" / "tutorials" / "reconstructed_neuron.py"}

# results whose rounding the model itself amplifies: case -> result -> bound
BOUNDS: dict[str, dict[str, Bound]] = {
    "clamp_vclamp": {"i": Bound("samples", 1e-8, "the amplifier multiplies the rounding of v by its gain of 1e5")},
}


def case_names() -> list[str]:
    """Returns the names of all cases in order."""
    return sorted([*TUTORIALS, *(path.relative_to(CASES).with_suffix("").as_posix() for path in CASES.rglob("*.py"))])


def script_of(name: str) -> Path:
    """Returns the path of a case's script."""
    return TUTORIALS.get(name, CASES / f"{name}.py")


def run_case(name: str, runner: Runner) -> Capture:
    """Runs a case under one of the two programs."""
    return runner.run(script_of(name), record_all=name in TUTORIALS)


def stem_of(name: str) -> Path:
    """Returns the path, but for its suffix, of a case's stored run under NEURON."""
    return TRACES / name


def script_hash(name: str) -> str:
    """Returns the SHA-256 of a case's script: a stored run belongs to exactly one text."""
    return hashlib.sha256(script_of(name).read_bytes()).hexdigest()
