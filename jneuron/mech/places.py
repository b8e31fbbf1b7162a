"""Where the .mod files are that a compiled library was made from, or that a folder of a model holds.

NEURON finds a library that nrnivmodl left in a folder named for the machine (`x86_64`). Here nothing is compiled, so what
counts is which .mod files it was made from: `jneuron nrnivmodl` leaves a list of them, NEURON's own nrnivmodl leaves C++
that names them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

LIST = "jneuron_mod_files.txt"
"""File in the machine's folder that names the .mod files, one a line, as seen from there where they are below its parent."""

USUAL_FOLDERS = ("mechanisms", "mod", "mods", "modfiles", "mod_files", "mod.files")
"""Names under which models keep the .mod files that their authors give to nrnivmodl."""

LIBRARIES = ("libnrnmech.so", "libnrnmech.dylib", ".libs/libnrnmech.so", LIST)
_MACHINES = ("x86_64", "aarch64", "arm64", "i686", "powerpc", "umac")
_GIVEN = re.compile(r'\\"([^"\\]+?)(?:\.mod)?\\"')
_TRANSLATED = re.compile(r'nmodl_filename = "([^"]+)"')


class Found(NamedTuple):
    """The .mod files of a folder.

    Attributes:
        built: Those that nrnivmodl was run on, in its order.
        loose: Others that lie where a model keeps them.
    """

    built: tuple[Path, ...]
    loose: tuple[Path, ...]


def mod_files(folder: Path) -> tuple[Path, ...]:
    """Returns the .mod files of a folder by name, nrnivmodl's order."""
    try:
        names = sorted(entry.name for entry in os.scandir(folder) if entry.name.endswith(".mod"))
    except OSError:
        return ()
    return tuple(folder / name for name in names)


def machine_folder(folder: Path) -> Path | None:
    """Returns the folder in which nrnivmodl left its result, or None."""
    for machine in dict.fromkeys((os.uname().machine, *_MACHINES)):
        here = folder / machine
        if here.is_dir() and any((here / library).exists() for library in LIBRARIES):
            return here
    return None


def files_of_library(library: Path) -> tuple[Path, ...]:
    """Returns the .mod files that a compiled library was made from; they may lie up to three folders above it."""
    folder = library.parent.parent if library.parent.name == ".libs" else library.parent
    return files_of_build(folder) or next(filter(None, map(mod_files, list(folder.parents)[:2])), ())


def files_of_build(folder: Path) -> tuple[Path, ...]:
    """Returns the .mod files that nrnivmodl's result in a machine's folder was made from."""
    return _listed(folder) or _named_in_code(folder) or mod_files(folder) or mod_files(folder.parent)


def files_of_folder(folder: Path) -> tuple[Path, ...]:
    """Returns what `load_mechanisms(folder)` loads: nrnivmodl's result there, else the .mod files."""
    built = machine_folder(folder)
    return files_of_build(built) if built is not None else mod_files(folder)


def find(folder: Path, *others: Path) -> Found:
    """Returns what belongs to a model: what is in the first of the folders that has any .mod files or a library.

    A library in `folder` is what NEURON itself would find; nothing else is.
    """
    for place in (folder, *others):
        built = machine_folder(place)
        files = files_of_build(built) if built is not None else ()
        loose = mod_files(place)
        if not files and not loose:
            loose = next(filter(None, (mod_files(place / name) for name in USUAL_FOLDERS)), ())
        if files or loose:
            known = {path.resolve() for path in files}
            loose = tuple(path for path in loose if path.resolve() not in known)
            return Found(files, loose) if place is folder else Found((), files + loose)
    return Found((), ())


def write_list(folder: Path, files: Iterable[Path]) -> None:
    """Notes in a machine's folder which .mod files nrnivmodl was run on."""
    home = folder.parent.resolve()
    lines = [os.path.relpath(path, folder) if path.is_relative_to(home) else str(path) for path in files]
    (folder / LIST).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _listed(folder: Path) -> tuple[Path, ...]:
    try:
        lines = (folder / LIST).read_text(encoding="utf-8").splitlines()
    except OSError:
        return ()
    return tuple(path for path in (folder / line for line in lines) if path.exists())


def _named_in_code(folder: Path) -> tuple[Path, ...]:
    """Returns the files that the C++ of NEURON's nrnivmodl names."""
    for suffix in ("cpp", "c"):
        try:
            text = (folder / f"mod_func.{suffix}").read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        found = [_original(folder, name, suffix) for name in dict.fromkeys(_GIVEN.findall(text))]
        return tuple(path for path in found if path is not None)
    return ()


def _original(folder: Path, name: str, suffix: str) -> Path | None:
    """Returns the .mod file of a name given to nrnivmodl: where its C++ says it was, else beside it or above."""
    stem = Path(name).name
    candidates = [folder.parent / f"{name}.mod", folder.parent / f"{stem}.mod", folder / f"{stem}.mod"]
    code = folder / f"{stem}.{suffix}"
    if code.exists():
        written = _TRANSLATED.search(code.read_text(encoding="utf-8", errors="replace"))
        if written:
            candidates.insert(0, folder / written.group(1))
    return next((path for path in candidates if path.exists()), None)
