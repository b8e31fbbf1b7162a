"""The cases about windows: unmodified NEURON scripts, with stored runs of their own; see `compat_tests.case_list`."""

from __future__ import annotations

import hashlib
from pathlib import Path

FOLDER = Path(__file__).parent
CASES = FOLDER / "cases"
STORED = FOLDER.parent.parent / "reference_data" / "windows"
MANIFEST = STORED / "MANIFEST.json"


def case_names() -> list[str]:
    """Returns the names of all cases in order."""
    return sorted(path.stem for path in CASES.glob("*.py"))


def script_of(name: str) -> Path:
    """Returns the path of a case's script."""
    return CASES / f"{name}.py"


def stem_of(name: str) -> Path:
    """Returns the path, but for its suffix, of a case's stored run under NEURON."""
    return STORED / name


def script_hash(name: str) -> str:
    """Returns the SHA-256 of a case's script and of the models that the cases load."""
    digest = hashlib.sha256(script_of(name).read_bytes())
    for model in sorted((FOLDER / "models").iterdir()):
        if model.name in script_of(name).read_text(encoding="utf-8"):
            digest.update(model.read_bytes())
    return digest.hexdigest()
