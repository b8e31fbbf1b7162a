"""The command `jneuron`: runs scripts that were written for NEURON, and the tools around them.

jneuron script.py [args]       an unmodified script that says `from neuron import h`
jneuron -m module [args]       a module
jneuron -c "code" [args]       a line of Python
jneuron [options] files - args hoc and Python files in order, with nrniv's options; a lone - reads statements, as oc> prompt
jneuron compare script.py      the same script under NEURON and under jneuron, every difference in one report
jneuron mod FILE...            what .mod files contain, and what is wrong with them
jneuron nrnivmodl [DIR...]     checks .mod files and notes where they are, in place of NEURON's command
jneuron hoc2py FILE...         the Python that hoc files mean, for people who port a model
jneuron coverage               what of NEURON's interface is there
jneuron --plots DIR file       any of the first three, and what it would have shown on the screen as pictures in DIR
jneuron --version
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

from jneuron.base.version import VERSION
from jneuron.facade.functions import NEURON_VERSION

COMMANDS = {
    "compare": "jneuron.validate.cli",
    "coverage": "jneuron.coverage.cli",
    "hoc2py": "jneuron.as_neuron.hoc2py",
    "mod": "jneuron.nmodl.cli",
    "nrnivmodl": "jneuron.mech.nrnivmodl",
}
"""Modules whose `main(argv)` returns an exit status; each is loaded when it is asked for."""

HOC_SUFFIXES = (".hoc", ".ses", ".oc", ".nrn")
NRNIV_OPTIONS = ("-nogui", "-nobanner", "-notatty", "-isatty", "-python", "-gui", "-NSTACK", "-NFRAME", "-dll")


def main(argv: Sequence[str] | None = None) -> int:
    """Runs what the command line says; returns the exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not arguments:
        print(_usage(), file=sys.stderr)
        return 2
    if "--plots" in arguments:
        return _run_with_plots(arguments)
    return _run(arguments)


def _run(arguments: list[str]) -> int:
    first, rest = arguments[0], arguments[1:]
    if first in ("-h", "--help"):
        print(_usage())
        return 0
    if first in ("-V", "--version"):
        print(_version())
        return 0
    if first in COMMANDS:
        return int(import_module(COMMANDS[first]).main(rest))
    if is_nrniv_style(arguments) and first != "-m" and not first.endswith(".py"):
        return _run_as_nrniv(arguments)
    if first in ("-m", "-c"):
        return _run_text(first, rest)
    if first.startswith("-"):
        print(f"jneuron: unknown option {first}\n\n{_usage()}", file=sys.stderr)
        return 2
    return _run_file(first, rest)


def _run_with_plots(arguments: list[str]) -> int:
    # lazily: only what runs a model needs it
    from jneuron.as_neuron import plots

    folder, rest = plots.take_option(arguments, HOC_SUFFIXES)
    return plots.run_and_draw(folder, lambda: _run(rest)) if folder and rest else _run(rest)


def _run_text(option: str, rest: Sequence[str]) -> int:
    if not rest:
        print(f"jneuron: argument expected for the {option} option", file=sys.stderr)
        return 2
    # the import makes jneuron stand in for NEURON, which is for scripts only
    from jneuron.as_neuron import script

    run = script.run_module if option == "-m" else script.run_code
    return run(rest[0], rest[1:])


def _run_file(path: str, argv: Sequence[str]) -> int:
    from jneuron.as_neuron import script

    return script.run_script(path, argv)


def is_nrniv_style(arguments: Sequence[str]) -> bool:
    """Tells whether a command line is one for nrniv: a hoc file, a lone `-`, or an option that only nrniv has."""
    return any(a == "-" or a in NRNIV_OPTIONS or a.lower().endswith(HOC_SUFFIXES) for a in arguments)


def _run_as_nrniv(arguments: Sequence[str]) -> int:
    # lazily: the import makes jneuron stand in for NEURON
    from jneuron.as_neuron import nrniv

    return nrniv.main(arguments)


def _usage() -> str:
    assert __doc__ is not None
    return __doc__.partition("\n\n")[2].rstrip()


def _version() -> str:
    return f"jneuron {VERSION}, NEURON {NEURON_VERSION}'s interface"


if __name__ == "__main__":
    sys.exit(main())
