"""`jneuron nrnivmodl [FILE or FOLDER ...]`: stands in for NEURON's command of that name; it needs no C compiler.

All .mod files are checked and put into the cache, and every finding is shown. What it leaves in the machine's folder
(`x86_64`) is a list of the files, which makes `load_mechanisms`, `nrn_load_dll` and a start in this folder find them, and two
small files that Makefiles and scripts look for: `special`, which starts jneuron, and `libnrnmech.so`, which says what it is.
Results of a real NEURON are left as they are.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from jneuron.base.errors import ModSemanticError, ModSyntaxError, UnsupportedError
from jneuron.mech.cache import load_mechanism
from jneuron.mech.places import mod_files, write_list
from jneuron.nmodl.lexer import syntax_text

USAGE = """Usage: jneuron nrnivmodl [options] [mod files or directories with mod files]
Checks .mod files and notes where they are, so that models in this folder find them; nothing is compiled to C.
NEURON's options -coreneuron, -incflags, -loadflags, -nmodl and -nmodlflags are accepted; there is nothing for them to do.
Without files or directories the .mod files of the current directory are used."""
FLAGS = ("-coreneuron",)
FLAGS_WITH_A_VALUE = ("-incflags", "-loadflags", "-nmodl", "-nmodlflags")
LIBRARY_TEXT = "This stands where NEURON's nrnivmodl puts its library; the .mod files are listed beside it, for jneuron.\n"
SPECIAL_TEXT = '#!/bin/sh\nexec "{python}" -m jneuron "$@"\n'


class WrongArgument(Exception):  # noqa: N818 - becomes a message and an exit status
    """What can't be done with the command line."""


class Verdict(NamedTuple):
    """How a file was found.

    Attributes:
        text: What to show of it.
        is_right: Whether NEURON would have built it, as far as can be told.
    """

    text: str
    is_right: bool


def main(arguments: Sequence[str]) -> int:
    """Runs the command; returns 1 where the command line or a file is wrong, else 0."""
    if any(argument in ("-h", "--help") for argument in arguments):
        print(USAGE)
        return 0
    try:
        files = _files(_without_options(list(arguments)))
    except WrongArgument as wrong:
        print(wrong)
        return 1
    print(os.getcwd())
    print("Mod files:", *(f'"{file}"' for file in files))
    verdicts = [check(file) for file in files]
    for verdict in verdicts:
        print(verdict.text, file=sys.stdout if verdict.is_right else sys.stderr)
    n_wrong = sum(not verdict.is_right for verdict in verdicts)
    if n_wrong:
        print(f"{n_wrong} of {len(files)} files are wrong", file=sys.stderr)
        return 1
    folder = Path(os.uname().machine)
    leave(folder, files)
    print(f"Successfully created {folder}/special")
    return 0


def _without_options(arguments: list[str]) -> list[str]:
    while arguments and arguments[0].startswith("-"):
        option = arguments.pop(0)
        if option in FLAGS_WITH_A_VALUE and arguments:
            arguments.pop(0)
        elif option not in FLAGS:
            raise WrongArgument(f"{option} unrecognized, check available CLI options with --help")
    return arguments


def _files(arguments: Sequence[str]) -> list[Path]:
    """Returns the .mod files that the arguments mean."""
    if not arguments:
        return list(mod_files(Path()))
    files: list[Path] = []
    for argument in arguments:
        path, with_suffix = Path(argument), Path(f"{argument}.mod")
        if path.is_dir():
            files += mod_files(path)
        elif with_suffix.exists() or (path.suffix == ".mod" and path.exists()):
            files.append(with_suffix if with_suffix.exists() else path)
        elif path.suffix not in (".c", ".cpp") or not path.exists():
            raise WrongArgument(f'Arg Error: "{argument}" is not a folder or mod file name or prefix')
    return files


def check(path: Path) -> Verdict:
    """Compiles a file, so that it is in the cache, and returns what to say of it."""
    try:
        mechanism = load_mechanism(path.resolve())
    except ModSyntaxError as error:
        return Verdict("\n".join((syntax_text(error), *getattr(error, "__notes__", ()))), False)
    except ModSemanticError as error:
        return Verdict(f"{path}:\n{error}", False)
    except OSError as error:
        return Verdict(f"{path}: {error.strerror}", False)
    except UnsupportedError as error:
        return Verdict(f" -> {path}: can't be used yet: {error}", True)
    return Verdict(f" -> {path}: {mechanism.kind.value} {mechanism.name}", True)


def leave(folder: Path, files: Sequence[Path]) -> None:
    """Writes what a later start looks for."""
    folder.mkdir(exist_ok=True)
    write_list(folder, [file.resolve() for file in files])
    library, special = folder / "libnrnmech.so", folder / "special"
    if not library.exists():
        library.write_text(LIBRARY_TEXT, encoding="utf-8")
    if not special.exists():
        special.write_text(SPECIAL_TEXT.format(python=sys.executable), encoding="utf-8")
        special.chmod(0o755)
