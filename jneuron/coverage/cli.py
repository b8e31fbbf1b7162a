"""`jneuron coverage [FILE]`: the table of what of NEURON's interface is there, printed or written to a file."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from jneuron.coverage.count import areas
from jneuron.coverage.table import render


def main(argv: Sequence[str]) -> int:
    """Prints, writes or checks the table; returns 1 where the check finds a file that is out of date."""
    options = _parser().parse_args(argv)
    table = render(areas())
    if options.file is None:
        sys.stdout.write(table)
        return 0
    if not options.check:
        options.file.write_text(table, encoding="utf-8")
        return 0
    if options.file.is_file() and options.file.read_text(encoding="utf-8") == table:
        return 0
    print(f"{options.file} is out of date: jneuron coverage {options.file} writes it anew", file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="jneuron coverage", description="Show what of NEURON's interface is there.")
    parser.add_argument("file", nargs="?", type=Path, help="where to write the table; without it, it is printed")
    parser.add_argument("--check", action="store_true", help="write nothing: tell whether FILE is up to date")
    return parser
