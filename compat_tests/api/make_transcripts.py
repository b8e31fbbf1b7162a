"""Remakes the stored transcripts: runs every body under the NEURON that is installed.

python -m compat_tests.api.make_transcripts [name ...]
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from compat_tests.api.transcript import Entry

BODIES = Path(__file__).parent / "bodies"
STORED = Path(__file__).parents[2] / "reference_data" / "api"


def names() -> list[str]:
    """Returns the names of all bodies."""
    return sorted(path.stem for path in BODIES.glob("*.py"))


def transcript(simulator: str, name: str) -> list[Entry]:
    """Returns the transcript of a body, run in a process of its own."""
    command = [sys.executable, "-m", "compat_tests.api.transcript", simulator, str(BODIES / f"{name}.py")]
    run = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2], check=False)
    entries = [json.loads(line) for line in run.stdout.splitlines() if line.startswith('{"code"')]
    if run.returncode != 0:
        raise RuntimeError(f"{simulator} did not get through {name}; it ended after {len(entries)} statements\n{run.stderr}")
    return entries


def main(wanted: list[str]) -> None:
    """Stores the transcripts of the named bodies, or of all."""
    STORED.mkdir(parents=True, exist_ok=True)
    for name in wanted or names():
        lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in transcript("neuron", name))
        (STORED / f"{name}.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")
        print(name)


if __name__ == "__main__":
    main(sys.argv[1:])
