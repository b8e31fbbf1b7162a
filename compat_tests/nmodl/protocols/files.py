"""The .mod files that installed packages ship: the subjects of the protocols.

Nothing is copied: files are found through the metadata of the packages. Packages ship many files several times; what counts
is the content, and each content is one subject, known by its first place.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path, PurePosixPath

from jneuron.ir.kinds import MechanismKind
from jneuron.lang.source import decode
from jneuron.mech.library import describe

PACKAGES = ("EModelRunner", "bmtk", "dendrotweaks", "hnn-core")
TEMPLATE = "default_templates"
"""Folder of a file that is no .mod file yet: a package fills it in."""
NOT_BUILT = frozenset(
    f"examples/synplas_sample_dir/mechanisms/optimized/{name}.mod" for name in ("ProbAMPANMDA_EMS", "ProbGABAAB_EMS")
)
"""Files that NEURON 9.0.2 does not build: their C declares NEURON's functions as older versions had them."""
_COMMENT = re.compile(r"[:?][^\n]*|^[ \t]*COMMENT\b.*?^[ \t]*ENDCOMMENT\b", re.M | re.S)
_USE = re.compile(r"USEION\s+(\w+)((?:\s+(?:READ|WRITE)\s+\w+(?:\s*,\s*\w+)*)*)")


@dataclass(frozen=True)
class IonNeeds:
    """What a mechanism reads and writes of an ion."""

    name: str
    reads: tuple[str, ...]
    writes: tuple[str, ...]


@dataclass(frozen=True)
class Subject:
    """One content of a .mod file.

    Attributes:
        package: The package that ships it.
        place: Its path in the package.
        path: The same on this machine.
        name: The mechanism's name; kind: where it lives.
        ions: What it needs of ions.
        tabled: Whether it has a TABLE.
        receives: Whether it has a NET_RECEIVE block.
        copies: How many files of all packages have this content.
    """

    package: str
    place: str
    path: Path
    name: str
    kind: MechanismKind
    ions: tuple[IonNeeds, ...]
    tabled: bool
    receives: bool
    digest: str
    copies: int = 1

    @property
    def key(self) -> str:
        """A name that is the subject's own, and stays it while the file's content does."""
        return f"{self.package}/{PurePosixPath(self.place).stem}-{self.digest[:8]}"


@cache
def subjects() -> tuple[Subject, ...]:
    """Returns all subjects of the packages that are installed here."""
    found: dict[str, Subject] = {}
    for package in PACKAGES:
        for place, path in _files(package):
            subject = look_at(package, place, path)
            known = found.get(subject.digest)
            found[subject.digest] = subject if known is None else _counted(known)
    return tuple(found.values())


def _counted(subject: Subject) -> Subject:
    return Subject(**{**vars(subject), "copies": subject.copies + 1})


def _files(package: str) -> list[tuple[str, Path]]:
    try:
        files = distribution(package).files or []
    except PackageNotFoundError:
        return []
    found = [(str(file), Path(str(file.locate()))) for file in files if file.suffix == ".mod" and TEMPLATE not in file.parts]
    return sorted(found)


def look_at(package: str, place: str, path: Path) -> Subject:
    """Returns the subject in a file, from a glance at its text."""
    data = path.read_bytes()
    text = _COMMENT.sub("", decode(data))
    entry = describe(path)
    ions = tuple(IonNeeds(name, *_needs(statement)) for name, statement in _USE.findall(text))
    tabled, receives = bool(re.search(r"\bTABLE\b", text)), bool(re.search(r"\bNET_RECEIVE\b", text))
    digest = hashlib.sha256(data).hexdigest()
    return Subject(package, place, path, entry.name, entry.kind, ions, tabled, receives, digest)


def _needs(statement: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    needs: dict[str, tuple[str, ...]] = {"READ": (), "WRITE": ()}
    for word, names in re.findall(r"(READ|WRITE)\s+(\w+(?:\s*,\s*\w+)*)", statement):
        needs[word] += tuple(re.split(r"\s*,\s*", names))
    return needs["READ"], needs["WRITE"]
