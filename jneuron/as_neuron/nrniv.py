"""A command line in nrniv's manner: hoc and Python files in order."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from jneuron import default_session
from jneuron.as_neuron import script
from jneuron.hoc.runtime import command_line


def main(arguments: Sequence[str]) -> int:
    """Does what the command line says; returns the exit status."""
    # a script sees the whole command line, as under nrniv
    program = sys.argv[0]
    return command_line.main(arguments, default_session(), lambda path: script.run_script(path, arguments, program=program))
