"""The command `jneuron hoc2py`."""

from __future__ import annotations

from collections.abc import Sequence

from jneuron import Session
from jneuron.hoc.runtime import hoc2py


def main(argv: Sequence[str]) -> int:
    """Prints the Python of hoc files; returns the exit status."""
    return hoc2py.main(argv, Session())
