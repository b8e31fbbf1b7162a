"""Every case of `vector_cases` shows under jneuron what it shows under NEURON."""

from __future__ import annotations

import importlib
import json
import re
from pathlib import Path

import pytest

import jneuron
from compat_tests.api.compare import differences
from compat_tests.api.make_vector_reference import FOLDER, GROUPS
from compat_tests.api.observe import observe
from jneuron.facade.classes import CLASSES

# rounding of library functions; sums run in NEURON's order
TOLERANCE = 1e-15
ROUNDED = {
    # NEURON's transforms are radix-two, NumPy's are not
    r"\.(fft|convlv|correl|filter|spctrm)\(": 1e-14,
    # NEURON's smhist goes through a transform, whose rounding is absolute
    r"\.smhist\(": 1e-11,
    # far out in a Gaussian the rounding of the exponent counts
    r"\.sumgauss\(": 1e-14,
    # a simplex amplifies rounding step by step
    r"\.fit\(": 1e-9,
}
DEVIATIONS = {
    "append a string": "NEURON ignores it in silence",
    "call": "Python's own words for calling what can't be called",
    "get of NaN": "NEURON casts NaN to an index",
    "inf that waits less than a step": "NEURON refuses when the last element is a spike",
    "insrt itself": "NEURON has cut the Vector off by the time it refuses",
    "rebin itself through the source": "NEURON overwrites what it has yet to read",
    "same without an argument": "Python's own words for a missing argument",
    "to_python into a list of another size": "NEURON prints another name than it raises",
}

NEED_HOC = {
    "a hoc function",
    "Pointer with a statement",
    "Pointer with a variable for a statement",
    "play at once",
}

CASES = [
    pytest.param(name, reference, id=f"{group}: {name}")
    for group in GROUPS
    for name, reference in json.loads((Path(FOLDER) / f"{group}.json").read_text()).items()
]


@pytest.mark.parametrize(("name", "reference"), CASES)
def test_same_as_neuron(name, reference):
    if name in DEVIATIONS:
        pytest.skip(DEVIATIONS[name])
    session = jneuron.Session()
    h, body = session.h, reference["body"]
    if "h.Random(" in body and "Random" not in CLASSES:
        pytest.skip("h.Random is not there yet")
    if name in NEED_HOC and getattr(session, "interpreter", None) is None:
        pytest.skip("the hoc interpreter is not there yet")
    tolerance = next((bound for pattern, bound in ROUNDED.items() if re.search(pattern, body)), TOLERANCE)
    seen = json.loads(json.dumps(observe(body, h)))
    assert not differences(reference, seen, tolerance)


@pytest.mark.parametrize("group", GROUPS)
def test_stored_results_are_of_the_present_cases(group):
    cases = importlib.import_module(f"compat_tests.api.vector_cases.{group}").CASES
    stored = json.loads((Path(FOLDER) / f"{group}.json").read_text())
    assert {name: reference["body"] for name, reference in stored.items()}.items() <= cases.items()
