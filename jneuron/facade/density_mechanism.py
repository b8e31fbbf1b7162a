"""`h.hh`: a density mechanism as an object that can be inserted, with what its file says of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, ClassVar, NoReturn

from jneuron.base.errors import UnsupportedError
from jneuron.facade.implements import implements
from jneuron.ir.kinds import MechanismKind
from jneuron.lang.source import decode

_COMMENTS = re.compile(r"[:?][^\n]*|^[ \t]*COMMENT\b.*?^[ \t]*ENDCOMMENT\b", re.M | re.S)
_USE_OF_ION = re.compile(r"\bUSEION\s+(\w+)(.*?)(?=\bUSEION\b|\b[A-Z_]{5,}\b(?<!REPRESENTS)(?<!WRITE)(?<!VALENCE)|\})", re.S)
_TERM = r"REPRESENTS\s+(\[\s*)?(\w+:\w+)"


@implements(*(f"DensityMechanism.{name}" for name in ("name", "insert", "uninsert", "ions", "file", "code", "ontology_ids")))
class DensityMechanism:
    """A density mechanism of a session.

    Attributes:
        session: The simulator it belongs to.
        title: The TITLE of its file.
    """

    session: ClassVar[Any] = None
    title: ClassVar[str] = ""

    def __init__(self, name: str) -> None:
        library = self.session.library
        if name not in library or library.kind(name) is not MechanismKind.DENSITY:
            raise Exception(f"No DensityMechanism: {name}")
        self._name = name

    @property
    def name(self) -> str:
        """Its name."""
        return self._name

    def insert(self, secs: Any) -> None:
        """Inserts it into a section, or into each of several."""
        for section in self._each(secs):
            section.insert(self._name)

    def uninsert(self, secs: Any) -> None:
        """Takes it out of a section, or out of each of several."""
        for section in self._each(secs):
            section.uninsert(self._name)

    def _each(self, sections: Any) -> Iterable[Any]:
        return [sections] if isinstance(sections, self.session.interface.Section) else sections

    @property
    def ions(self) -> dict[str, dict[str, Any]]:
        """The ions it uses: what it reads and writes, by name."""
        terms = {name: re.search(_TERM, rest) for name, rest in _USE_OF_ION.findall(self._statements())}
        return {
            use.name: {
                "read": list(use.reads),
                "write": list(use.writes),
                "charge": None if use.valence is None else int(use.valence),
                "ontology_id": term.group(2) if (term := terms.get(use.name)) else None,
            }
            for use in self.session.library.get(self._name).ions
        }

    @property
    def ontology_ids(self) -> list[str]:
        """Terms of ontologies that the file says the mechanism stands for."""
        own = _USE_OF_ION.sub("", self._statements())
        return [term for _, term in re.findall(_TERM, own)]

    def _statements(self) -> str:
        return _COMMENTS.sub("", self.code)

    @property
    def file(self) -> str:
        """Path of its .mod file; empty for what has none."""
        path = self.session.library.path(self._name)
        return "" if path is None else str(path)

    @property
    def code(self) -> str:
        """Text of its .mod file; empty for what has none."""
        return decode(Path(self.file).read_bytes()) if self.file else ""

    @property
    def ast(self) -> NoReturn:
        """The syntax tree of NEURON's NMODL package."""
        raise UnsupportedError(
            "DensityMechanism.ast", "the syntax tree of .mod files is not open to Python yet.", "read `code`."
        )

    def __dir__(self) -> list[str]:
        return ["__repr__", "__str__", "ast", "code", "file", "insert", "ions", "ontology_ids", "uninsert"]

    def __repr__(self) -> str:
        return f"neuron.DensityMechanism('{self._name}')"


def density_mechanism(session: Any, name: str) -> DensityMechanism:
    """Returns `h.<name>`; each mechanism has a class of its own, as in NEURON, with the file's own words for documentation."""
    cls = type(name, (session.interface.DensityMechanism,), {"__module__": "neuron"})
    mechanism: DensityMechanism = cls(name)
    title, text = described(mechanism.code)
    # set on the class: `help` and `inspect` look there
    cls.title = title  # type: ignore[attr-defined]
    cls.__doc__ = f"{title}\n\n{text}".strip()
    return mechanism


def described(code: str) -> tuple[str, str]:
    """Returns the TITLE and the first COMMENT that come before all else in a .mod file."""
    title = ""
    lines = iter(code.splitlines())
    for line in lines:
        stripped = line.strip()
        word = stripped.lower()
        if word.startswith("title "):
            title = stripped[len("title ") :]
        elif word.startswith("comment"):
            return title, "\n".join(_until_end(lines))
        elif stripped:
            break
    return title, ""


def _until_end(lines: Iterable[str]) -> Iterable[str]:
    for line in lines:
        if line.strip().lower().startswith("endcomment"):
            return
        yield line
