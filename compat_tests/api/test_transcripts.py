"""What each statement answers, prints and refuses is what NEURON's interface does."""

from __future__ import annotations

import json
from typing import Any

import pytest

from compat_tests.api.make_transcripts import STORED, names, transcript

RELATIVE = 1e-10


@pytest.mark.parametrize("name", names())
def test_every_statement_does_what_neuron_does(name: str) -> None:
    expected = json.loads((STORED / f"{name}.json").read_text(encoding="utf-8"))
    got = transcript("jneuron", name)
    assert [entry["code"] for entry in got] == [entry["code"] for entry in expected], "remake the stored transcripts"
    different = [(one, other) for one, other in zip(expected, got, strict=True) if not same(one, other)]
    assert not different, "\n".join(f"NEURON  {one}\njneuron {other}" for one, other in different)


def same(expected: Any, got: Any) -> bool:
    """Tells whether two pieces of a transcript agree: numbers to `RELATIVE`, the rest exactly."""
    if isinstance(expected, dict) and isinstance(got, dict):
        return expected.keys() == got.keys() and all(same(expected[key], got[key]) for key in expected)
    if isinstance(expected, list) and isinstance(got, list):
        return len(expected) == len(got) and all(same(one, other) for one, other in zip(expected, got, strict=True))
    if isinstance(expected, int | float) and isinstance(got, int | float) and type(expected) is not bool:
        return bool(abs(expected - got) <= RELATIVE * max(abs(expected), abs(got)))
    return bool(expected == got)
