"""Every .mod file that the client packages ship behaves as in NEURON, under every protocol, at every step.

Needs the packages, whose .mod files are read where they are installed: without them there is nothing to run. The numbers of
NEURON are kept; NEURON is not needed. A few subjects run every time, all of them with JNEURON_ALL_PROTOCOLS=1.
"""

from __future__ import annotations

import hashlib
import json
import os

import pytest

from compat_tests.nmodl.protocols.files import NOT_BUILT, Subject, subjects
from compat_tests.nmodl.protocols.in_jneuron import compare
from compat_tests.nmodl.protocols.make_reference import MANIFEST, UNITS
from compat_tests.nmodl.protocols.storage import TOLERANCE, path_of
from jneuron.lang.source import read_source
from jneuron.nmodl.units_check import check_units

EVERY_DAY = ("SK-", "NaV-", "hh2-", "TC_ITGHK-", "AMPA_NMDA-", "CaDynamics-", "km-")
"""Subjects of every test run, one for each kind of thing that mechanisms do."""

ALL = bool(os.environ.get("JNEURON_ALL_PROTOCOLS"))
"""Whether to run all subjects: some seven minutes."""

SUBJECTS = [
    pytest.param(subject, id=subject.key)
    for subject in subjects()
    if subject.place not in NOT_BUILT and (ALL or any(f"/{name}" in subject.key for name in EVERY_DAY))
]

pytestmark = pytest.mark.clients


@pytest.mark.parametrize("subject", SUBJECTS)
def test_same_as_neuron_at_every_step(subject: Subject) -> None:
    if not path_of(subject.key).exists():
        pytest.skip("the installed package ships another version of this file")
    verdict = compare(subject)
    wrong = {name: difference for name, difference in verdict.differences.items() if difference > TOLERANCE}
    assert not wrong


def test_kept_numbers_are_those_of_the_manifest() -> None:
    manifest = json.loads(MANIFEST.read_text(encoding="utf-8"))
    for key, digest in manifest["sha256"].items():
        assert hashlib.sha256(path_of(key).read_bytes()).hexdigest() == digest, key


@pytest.mark.parametrize("subject", [pytest.param(subject, id=subject.key) for subject in subjects()])
def test_units_are_judged_as_by_modlunit(subject: Subject) -> None:
    line = json.loads(UNITS.read_text(encoding="utf-8")).get(subject.key)
    if line is None:
        pytest.skip("the installed package ships another version of this file")
    findings = check_units(read_source(subject.path))
    lines = {findings.source.position(error.span.start)[0] for error in findings.errors}
    assert line in lines if line else not lines
