"""The hoc cases, and where their stored runs under NEURON are."""

from __future__ import annotations

import hashlib
from pathlib import Path

from jneuron.validate.capture import Capture
from jneuron.validate.server import Runner

ROOT = Path(__file__).parents[2]
CASES = Path(__file__).parent / "cases"
DRIVER = Path(__file__).parent / "drive.py"
MODELS = Path(__file__).parent / "models"
RUNS = ROOT / "reference_data" / "hoc"
MANIFEST = RUNS / "MANIFEST.json"


def case_names() -> list[str]:
    """Returns the names of all cases in order."""
    return sorted(path.stem for path in CASES.glob("*.hoc"))


def model_names() -> list[str]:
    """Returns the names of the whole models: folders with a mosinit.hoc."""
    return sorted(path.parent.name for path in MODELS.glob("*/mosinit.hoc"))


def output_of(name: str) -> Path:
    """Returns the file that has what a model prints under NEURON."""
    return RUNS / "models" / f"{name}.txt"


def script_of(name: str) -> Path:
    """Returns the path of a case."""
    return CASES / f"{name}.hoc"


def run_case(name: str, runner: Runner) -> Capture:
    """Runs a case under one of the two programs."""
    return runner.run(DRIVER, [str(script_of(name))])


def script_hash(name: str) -> str:
    """Returns the SHA-256 of a case and of what drives it."""
    return hashlib.sha256(script_of(name).read_bytes() + DRIVER.read_bytes()).hexdigest()
