"""Runs the protocols in jneuron and compares with what is kept of NEURON's numbers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from compat_tests.nmodl.protocols.experiment import Condition, conditions, run
from compat_tests.nmodl.protocols.files import Subject
from compat_tests.nmodl.protocols.storage import Condensed, difference, load
from jneuron import Session

OWN = Path(__file__).parent / "mods"
NOT_THE_MECHANISMS = frozenset({"v", "times"})


@dataclass(frozen=True)
class Verdict:
    """How a subject compares.

    Attributes:
        differences: The largest difference of each trace, relative to its range.
    """

    differences: dict[str, float]

    @property
    def worst(self) -> float:
        """The largest of all."""
        return max(self.differences.values(), default=0.0)


def traces_of(subject: Subject, condition: Condition, names: tuple[str, ...]) -> dict[str, np.ndarray]:
    """Returns jneuron's traces of a subject under one condition, from a session of its own."""
    session = Session()
    for path in (subject.path, *OWN.glob("*.mod")):
        session.library.add_file(path)
    return run(session.h, subject, condition, names)


def own_names(kept: dict[str, Condensed], subject: Subject) -> tuple[str, ...]:
    """Returns the variables of the mechanism among what is kept, in their order."""
    of_ions = {name for ion in subject.ions for name in (*ion.reads, *ion.writes)}
    plain = [name.partition("/")[2].partition(" ")[2] for name in kept]
    return tuple(dict.fromkeys(name for name in plain if name not in NOT_THE_MECHANISMS and name not in of_ions))


def compare(subject: Subject) -> Verdict:
    """Runs a subject under all conditions and compares every trace with NEURON's."""
    kept = load(subject.key)
    differences: dict[str, float] = {}
    for condition in conditions(subject):
        ours = traces_of(subject, condition, own_names(kept, subject))
        wanted = {name: each for name, each in kept.items() if name.startswith(condition.name + "/")}
        for name, each in wanted.items():
            differences[name] = difference(ours[name.partition("/")[2]], each)
    return Verdict(differences)
