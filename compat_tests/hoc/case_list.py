"""The hoc cases, and where their stored runs under NEURON are."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from compat_tests.hoc.random_programs import program
from jneuron.validate.capture import Capture
from jneuron.validate.server import Runner

ROOT = Path(__file__).parents[2]
CASES = Path(__file__).parent / "cases"
DRIVER = Path(__file__).parent / "drive.py"
MODELS = Path(__file__).parent / "models"
RUNS = ROOT / "reference_data" / "hoc"
MANIFEST = RUNS / "MANIFEST.json"
RANDOM = RUNS / "random_programs.json"
RANDOM_SEEDS = range(80)
MISTAKES = 0.05
"""How likely a statement of a random program is one that NEURON refuses."""


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


class RandomRun(NamedTuple):
    """What a random program leaves.

    Attributes:
        program: SHA-256 of its text.
        stdout: What it prints.
        error: The error that ended it, in lines, if one did.
    """

    program: str
    stdout: str
    error: list[str]


def run_random(seed: int, runner: Runner) -> RandomRun | None:
    """Runs a random program; returns None where the process did not survive it."""
    text = program(seed, mistakes=MISTAKES)
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"random_{seed}.hoc"
        path.write_text(text, encoding="utf-8")
        capture = runner.run(DRIVER, [str(path)])
    if capture.failure is not None:
        return None
    return RandomRun(hashlib.sha256(text.encode()).hexdigest(), _unplaced(capture.stdout), list(capture.texts.get("error", [])))


def _unplaced(text: str) -> str:
    return re.sub(r"0x[0-9a-f]+", "0x", text)


def script_hash(name: str) -> str:
    """Returns the SHA-256 of a case and of what drives it."""
    return hashlib.sha256(script_of(name).read_bytes() + DRIVER.read_bytes()).hexdigest()
