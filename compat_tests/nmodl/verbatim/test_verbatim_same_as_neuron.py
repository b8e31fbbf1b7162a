"""C in VERBATIM does what it does in NEURON: the same numbers to the last bit, the same texts, the same files."""

from __future__ import annotations

import hashlib
import json
import math
from pathlib import Path
from typing import Any

import pytest

from compat_tests.nmodl.verbatim.protocols import PROTOCOLS
from compat_tests.nmodl.verbatim.run import MODS, REFERENCE, run, stored
from jneuron import Session

# voltages of compiled steps may differ in the last bits (see docs/numerics); what C draws, counts and writes may not
RELATIVE = 1e-11


@pytest.mark.parametrize("name", sorted(PROTOCOLS))
def test_does_what_it_does_in_neuron(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    session = Session()
    for path in sorted(MODS.glob("*.mod")):
        session.library.add_file(path)
    found = run(name, session.h)
    wanted = stored()[name]
    assert found["printed"] == wanted["printed"]
    assert _differences(found["result"], wanted["result"]) == []


def _differences(found: Any, wanted: Any, place: str = "") -> list[str]:
    if isinstance(wanted, list):
        if not isinstance(found, list) or len(found) != len(wanted):
            return [f"{place}: {found} is not {wanted}"]
        return [text for k, (a, b) in enumerate(zip(found, wanted)) for text in _differences(a, b, f"{place}[{k}]")]
    if isinstance(wanted, float) and isinstance(found, float | int):
        return [] if math.isclose(found, wanted, rel_tol=RELATIVE) else [f"{place}: {found!r} is not {wanted!r}"]
    return [] if found == wanted else [f"{place}: {found!r} is not {wanted!r}"]


def test_files_are_those_the_numbers_were_made_from() -> None:
    stored_hashes = json.loads(REFERENCE.read_text(encoding="ascii"))["files"]
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest()[:16] for path in sorted(MODS.glob("*.mod"))}
    assert found == stored_hashes
