"""The network cases: unmodified NEURON scripts that leave spike trains, and the .mod files that they load."""

from __future__ import annotations

import hashlib
from pathlib import Path

from jneuron.validate.metrics import Bound

ROOT = Path(__file__).parents[2]
CASES = Path(__file__).parent / "cases"
MECHANISMS = CASES / "mod"
REFERENCE = ROOT / "reference_data" / "network"
MANIFEST = REFERENCE / "MANIFEST.json"

# results whose rounding the model itself amplifies: case -> result -> bound
BOUNDS: dict[str, dict[str, Bound]] = {}


def case_names() -> list[str]:
    """Returns the names of all cases in order."""
    return sorted(path.stem for path in CASES.glob("*.py"))


def script_of(name: str) -> Path:
    """Returns the path of a case's script."""
    return CASES / f"{name}.py"


def stem_of(name: str) -> Path:
    """Returns the path, but for its suffix, of a case's stored run under NEURON."""
    return REFERENCE / name


def script_hash(name: str) -> str:
    """Returns the SHA-256 of a case's script and, where it loads mechanisms, of all .mod files."""
    text = script_of(name).read_bytes()
    digest = hashlib.sha256(text)
    if b"load_mechanisms" in text:
        for path in sorted(MECHANISMS.glob("*.mod")):
            digest.update(path.read_bytes())
    return digest.hexdigest()
