"""Writes docs/mechanisms.md: every file, what was done with it, how far it is from NEURON.

python -m compat_tests.nmodl.protocols.table
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from compat_tests.nmodl.protocols.experiment import conditions
from compat_tests.nmodl.protocols.files import NOT_BUILT, PACKAGES, Subject, subjects
from compat_tests.nmodl.protocols.in_jneuron import compare
from compat_tests.nmodl.protocols.storage import TOLERANCE, load

PAGE = Path(__file__).parents[3] / "docs" / "mechanisms.md"
HEAD = """# Mechanisms of other packages

<!-- written by: python -m compat_tests.nmodl.protocols.table -->

Every .mod file that these packages ship is run in NEURON 9.0.2 and in jneuron, in single compartments under the protocols of
`compat_tests/nmodl/protocols/experiment.py`: voltage steps, current steps with hh's spikes and a calcium current,
steps of the concentrations that the mechanism reads, trains of events through two connections; at two temperatures and two
steps, and with its tables switched off where it has any. Every state, every visible ASSIGNED variable and every variable of
its ions is compared at every step. *Worst* is the largest difference, relative to the range of the variable; asked is
{tolerance:g}. A file that several folders ship is run once.

| package | files | contents | agree | worst |
|---|---|---|---|---|
"""


class Row(NamedTuple):
    """A subject in the table.

    Attributes:
        worst: The largest relative difference; None where it did not run.
        reason: Why it did not.
    """

    subject: Subject
    n_traces: int
    worst: float | None
    reason: str = ""

    @property
    def agrees(self) -> bool:
        """Whether it is within the tolerance."""
        return self.worst is not None and self.worst <= TOLERANCE


def row_of(subject: Subject) -> Row:
    """Runs a subject."""
    if subject.place in NOT_BUILT:
        return Row(subject, 0, None, "NEURON 9.0.2 does not build it")
    try:
        verdict = compare(subject)
    except Exception as error:  # whatever goes wrong belongs into the table
        return Row(subject, len(load(subject.key)), None, f"{type(error).__name__}: {str(error).splitlines()[0]}")
    return Row(subject, len(verdict.differences), verdict.worst)


def page(rows: Iterable[Row]) -> str:
    """Returns the page."""
    rows = list(rows)
    text = HEAD.format(tolerance=TOLERANCE) + "".join(_summary(package, rows) for package in PACKAGES)
    for package in PACKAGES:
        mine = [row for row in rows if row.subject.package == package]
        text += f"\n## {package}\n\n| file | mechanism | kind | runs | variables | worst |\n|---|---|---|---|---|---|\n"
        text += "".join(_line(row) for row in mine)
    return text


def _summary(package: str, rows: list[Row]) -> str:
    mine = [row for row in rows if row.subject.package == package]
    n_files, n_good = sum(row.subject.copies for row in mine), sum(row.agrees for row in mine)
    worst = max((row.worst for row in mine if row.worst is not None), default=0.0)
    return f"| {package} | {n_files} | {len(mine)} | {n_good} | {worst:.0e} |\n"


def _line(row: Row) -> str:
    subject = row.subject
    file = "/".join(PurePosixPath(subject.place).parts[-3:])
    n_runs = len(conditions(subject))
    shown = row.reason if row.worst is None else f"{row.worst:.0e}" + ("" if row.agrees else " (differs)")
    return f"| {file} | {subject.name} | {subject.kind.value} | {n_runs} | {row.n_traces} | {shown} |\n"


def main() -> int:
    """Writes the page; returns 1 where a file does not agree."""
    rows = []
    for subject in subjects():
        rows.append(row_of(subject))
        print(_line(rows[-1]), end="", file=sys.stderr)
    PAGE.write_text(page(rows), encoding="utf-8")
    return 0 if all(row.agrees for row in rows if row.subject.place not in NOT_BUILT) else 1


if __name__ == "__main__":
    sys.exit(main())
