"""What every file of the project keeps to: portable, of a readable size, introduced by a sentence."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "jneuron").rglob("*.py"))
MAX_LINES = 600

# folders that exist on one machine only; the tests' own temporary ones are made by pytest
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:home|Users|root|work|opt|mnt|private)/\w")
BINARY = {".npz", ".npy", ".png", ".bin"}


def tracked_files() -> list[Path]:
    """Returns the files under version control, or none outside a checkout."""
    done = subprocess.run(["git", "ls-files", "-z"], capture_output=True, text=True, cwd=ROOT)
    return [ROOT / name for name in done.stdout.split("\0") if name] if done.returncode == 0 else []


def test_no_file_names_a_path_of_one_machine() -> None:
    named = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in tracked_files()
        if path.suffix not in BINARY and path.is_file() and path != Path(__file__)
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if MACHINE_PATH.search(line)
    ]
    assert named == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_module_opens_with_a_sentence_and_stays_readable(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if text.strip():
        assert ast.get_docstring(ast.parse(text)), "no docstring"
    assert text.count("\n") <= MAX_LINES
