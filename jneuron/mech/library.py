"""All mechanisms of one simulator, in NEURON's order of registration; each compiled when it is first asked for."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from jneuron.base.errors import HocError, UnsupportedError
from jneuron.ir.kinds import MechanismKind
from jneuron.mech.places import Found, mod_files

if TYPE_CHECKING:
    from jneuron.ir.mechanism_type import MechanismType

_FOLDER = Path(__file__).parent / "mod"
_DENSITY, _POINT, _ARTIFICIAL = MechanismKind.DENSITY, MechanismKind.POINT, MechanismKind.ARTIFICIAL

# what is always there, in NEURON's order; a file name where the mechanism is one of ours
_BUILT_IN: tuple[tuple[str, MechanismKind, str], ...] = (
    ("morphology", _DENSITY, ""),
    ("capacitance", _DENSITY, ""),
    ("pas", _DENSITY, "pas"),
    ("extracellular", _DENSITY, ""),
    ("fastpas", _DENSITY, "fastpas"),
    ("IClamp", _POINT, "iclamp"),
    ("AlphaSynapse", _POINT, "alphasynapse"),
    ("ExpSyn", _POINT, "expsyn"),
    ("Exp2Syn", _POINT, "exp2syn"),
    ("SEClamp", _POINT, "seclamp"),
    ("VClamp", _POINT, "vclamp"),
    ("OClamp", _POINT, "oclamp"),
    ("APCount", _POINT, "apcount"),
    ("na_ion", _DENSITY, ""),
    ("k_ion", _DENSITY, ""),
    ("hh", _DENSITY, "hh"),
    ("NetStim", _ARTIFICIAL, "netstim"),
    ("IntFire1", _ARTIFICIAL, "intfire1"),
    ("IntFire2", _ARTIFICIAL, "intfire2"),
    ("IntFire4", _ARTIFICIAL, "intfire4"),
    ("PointProcessMark", _POINT, "ppmark"),
    ("PatternStim", _ARTIFICIAL, "patternstim"),
)
# NEURON's fastpas shows no current
_HIDDEN = {"fastpas": frozenset({"i"})}

_COMMENTS = re.compile(r"^[ \t]*COMMENT\b.*?^[ \t]*ENDCOMMENT\b|\bVERBATIM\b.*?\bENDVERBATIM\b|[:?][^\n]*", re.M | re.S)
_CALLABLE = re.compile(r"\b(?:FUNCTION|PROCEDURE|FUNCTION_TABLE)\s+(\w+)")
_GLOBAL = re.compile(r"\bGLOBAL\s+(\w+(?:\s*,\s*\w+)*)")
_DECLARED = re.compile(r"\b(?:PARAMETER|ASSIGNED)\s*\{([^}]*)\}")
_UNITS = re.compile(r"\([^()]*\)|<[^<>]*>|\[[^\[\]]*\]|=\s*[-+.\w]+")
_VARIABLE = re.compile(r"\b[A-Za-z]\w*")
_NEURON = re.compile(r"\bNEURON\s*\{([^}]*)\}")
_NAME = re.compile(r"\b(SUFFIX|POINT_PROCESS|ARTIFICIAL_CELL)\s+(\w+)")
_ION = re.compile(r"\bUSEION\s+(\w+)")
_KINDS = {"SUFFIX": _DENSITY, "POINT_PROCESS": _POINT, "ARTIFICIAL_CELL": _ARTIFICIAL}


class Entry(NamedTuple):
    """A mechanism that may not be compiled yet.

    Attributes:
        name: Its name; that of a file of functions is the file's, with its suffix.
        kind: Where its instances live.
        path: Its .mod file, None for the native ones.
        ions: Ions that it uses.
        brings: The names that a file of functions brings to the top level.
        is_loose: Whether it was found, and not loaded: what the user loads takes its place.
    """

    name: str
    kind: MechanismKind
    path: Path | None = None
    ions: tuple[str, ...] = ()
    brings: tuple[str, ...] = ()
    is_loose: bool = False


def describe(path: Path) -> Entry:
    """Returns the entry of a .mod file from a glance at its NEURON block."""
    # lazily: start-up looks at no .mod file
    from jneuron.lang.source import decode

    text = _COMMENTS.sub("", decode(path.read_bytes()))
    block = " ".join(_NEURON.findall(text))
    name = _NAME.search(block)
    if name is None or name.group(2) == "nothing":
        shared = [each for names in _GLOBAL.findall(block) for each in re.split(r"\s*,\s*", names)]
        blocks = " ".join(_DECLARED.findall(text))
        declared = _VARIABLE.findall(_UNITS.sub("", blocks))
        return Entry(
            path.name, MechanismKind.FUNCTIONS, path, brings=(*_CALLABLE.findall(text), *shared, *declared, "usetable")
        )
    return Entry(name.group(2), _KINDS[name.group(1)], path, tuple(dict.fromkeys(_ION.findall(block))))


class Library:
    """The mechanisms one simulator knows.

    Attributes:
        services: What their C code asks of the simulator; set by the session's interface.
    """

    def __init__(self) -> None:
        self.services: Any = None
        self._entries = {name: Entry(name, kind, _FOLDER / f"{file}.mod" if file else None) for name, kind, file in _BUILT_IN}
        self._compiled: dict[str, MechanismType] = {}

    def names(self, kind: MechanismKind | None = None) -> tuple[str, ...]:
        """Returns the names of all mechanisms, or of one kind, in the order of registration."""
        return tuple(entry.name for entry in self._entries.values() if kind is None or entry.kind is kind)

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def kind(self, name: str) -> MechanismKind:
        """Returns where instances of a mechanism live, without compiling it."""
        return self._entries[name].kind

    def path(self, name: str) -> Path | None:
        """Returns the .mod file of a mechanism, or None for the native ones."""
        return self._entries[name].path

    def get(self, name: str) -> MechanismType:
        """Returns a mechanism, compiling it at the first call.

        Raises:
            KeyError: There is none of that name.
            ModSyntaxError, ModSemanticError, UnsupportedError: Its file can't be compiled.
        """
        if name not in self._compiled:
            mechanism = self._compiled[name] = self._load(self._entries[name])
            if mechanism.host is not None:
                mechanism.host.services = self.services
        return self._compiled[name]

    def _load(self, entry: Entry) -> MechanismType:
        # lazily: start-up compiles nothing, and what finds compiled code on disk takes as long to import as all the rest
        from jneuron.mech.cache import load_mechanism
        from jneuron.mech.native import NATIVE, ion_type

        if entry.path is None:
            return NATIVE[entry.name] if entry.name in NATIVE else ion_type(entry.name.removesuffix("_ion"))
        if entry.name.endswith("_ion"):
            raise UnsupportedError(f"SUFFIX {entry.name}", "names that end in _ion are those of ions.", "choose another name.")
        mechanism = load_mechanism(entry.path)
        if entry.kind is MechanismKind.FUNCTIONS:
            return replace(mechanism, name=entry.name)
        hidden = _HIDDEN.get(entry.name, frozenset()) if entry.path.parent == _FOLDER else frozenset()
        if hidden:
            variables = tuple(replace(v, visible=v.visible and v.name not in hidden) for v in mechanism.variables)
            mechanism = replace(mechanism, variables=variables)
        return mechanism

    def add_ion(self, ion: str) -> None:
        """Makes an ion known, as `USEION` and `ion_register` do."""
        name = f"{ion}_ion"
        self._entries.setdefault(name, Entry(name, MechanismKind.DENSITY))

    def add_file(self, path: str | Path) -> str:
        """Registers a .mod file, to be compiled when it is first used; returns the mechanism's name.

        Raises:
            HocError: The name is taken.
        """
        entry = describe(Path(path).resolve())
        known = self._entries.get(entry.name)
        if known is not None and not self._gives_way(known, entry):
            raise HocError(f"The user defined name already exists: {entry.name}")
        self._register(entry)
        return entry.name

    def add_folder(self, path: str | Path) -> tuple[str, ...]:
        """Registers all .mod files of a folder, in NEURON's order: by name."""
        return tuple(self.add_file(file) for file in mod_files(Path(path)))

    def add_found(self, found: Found) -> None:
        """Registers the files that belong to a model as far as their names are free; says on stderr which are left out."""
        for path, is_loose in (*((path, False) for path in found.built), *((path, True) for path in found.loose)):
            with suppress(OSError):
                entry = describe(path.resolve())
                known = self._entries.get(entry.name)
                if known is None:
                    self._register(entry._replace(is_loose=is_loose))
                elif known.path != entry.path:
                    sys.stderr.write(f"NEURON: The user defined name already exists: {entry.name} ({path})\n")

    def bringing(self, name: str) -> tuple[str, ...]:
        """Returns the files of functions that bring a name to the top level."""
        return tuple(entry.name for entry in self._entries.values() if name in entry.brings)

    def _gives_way(self, known: Entry, new: Entry) -> bool:
        # what was found by itself gives way to what is loaded, unless it is another file and in use
        return known.is_loose and (known.path == new.path or known.name not in self._compiled)

    def _register(self, entry: Entry) -> None:
        for ion in entry.ions:
            self.add_ion(ion)
        self._entries[entry.name] = entry
