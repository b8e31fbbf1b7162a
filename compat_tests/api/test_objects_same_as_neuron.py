"""Every case of `object_cases` shows under jneuron what it shows under NEURON."""

from __future__ import annotations

import importlib
import json
import re

import pytest

import jneuron
from compat_tests.api.compare import differences
from compat_tests.api.make_object_reference import FOLDER, GROUPS
from compat_tests.api.observe import observe

ROUNDED = {
    # another library's decompositions
    r"\.(det|inverse|solv|symmeig|svd)\(": 1e-13,
    # NEURON's exponential of a matrix has this error
    r"a\.exp\(": 1e-12,
}

DEVIATIONS = {
    "head ( in hello": "Python's own words about a pattern",
    "tail ( in hello": "Python's own words about a pattern",
}

CASES = [
    pytest.param(reference, id=f"{group}: {name}")
    for group in GROUPS
    for name, reference in json.loads((FOLDER / f"{group}.json").read_text(encoding="utf-8")).items()
    if name not in DEVIATIONS
]


@pytest.mark.parametrize("reference", CASES)
def test_same_as_neuron(reference):
    body = reference["body"]
    tolerance = next((bound for pattern, bound in ROUNDED.items() if re.search(pattern, body)), 0.0)
    seen = json.loads(json.dumps(observe(body, jneuron.Session().h)))
    assert not differences(reference, seen, tolerance)


@pytest.mark.parametrize("group", GROUPS)
def test_stored_results_are_of_the_present_cases(group):
    cases = importlib.import_module(f"compat_tests.api.object_cases.{group}").CASES
    stored = json.loads((FOLDER / f"{group}.json").read_text(encoding="utf-8"))
    assert {name: reference["body"] for name, reference in stored.items()}.items() <= cases.items()
