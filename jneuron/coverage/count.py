"""Counts NEURON's names that work here: the inventory, and what carries `@implements`."""

from __future__ import annotations

from dataclasses import dataclass
from types import NoneType

from jneuron import Session
from jneuron.facade import classes
from jneuron.facade.functions import LATER, find_function
from jneuron.facade.implements import IMPLEMENTED
from jneuron.facade.inventory import inventory
from jneuron.facade.unsupported import UnsupportedName
from jneuron.mech.library import Library

COMMON = frozenset({"baseattr", "hname", "hocobjptr", "same"})
ALWAYS = COMMON | {"Section", "cvode"}
"""What `h` has without being registered."""

NAMELESS = frozenset({"hoc_keyword", "range_variable", "ion"})
"""Kinds of names that can't be used at the top level."""


@dataclass(frozen=True)
class Area:
    """A group of NEURON's names.

    Attributes:
        title: What they have in common.
        present, missing: The names that work, and those that don't.
    """

    title: str
    present: tuple[str, ...]
    missing: tuple[str, ...]


def areas() -> list[Area]:
    """Returns the top level, the objects about sections, and each class."""
    classes.load_all()
    for name in LATER:
        find_function(name)
    known = inventory()
    library = set(Library())
    top = [name for name, (kind, _) in known["h"].items() if kind not in NAMELESS]
    found = [_area("h", top, "", library | set(classes.CLASSES) | ALWAYS | _of_mechanisms(top))]
    # a segment's mechanisms and a mechanism's variables come with the .mod file
    own = library | {variable.name for variable in Library().get("hh").variables} | set(Library().get("hh").functions)
    found += [_area(name, members, f"{name}.", own) for name, members in known["objects"].items()]
    found += [
        _area(name, [member for member in members if member not in COMMON], f"{name}.", _members_of(name, library))
        for name, members in known["classes"].items()
    ]
    return found


def _of_mechanisms(names: list[str]) -> set[str]:
    """Returns the names that come with a mechanism or an ion (`rates_hh`, `nai0_na_ion`) and that a top level answers to."""
    h = Session().h
    endings = tuple(f"_{mechanism}" for mechanism in Library())
    return {
        name for name in names if name.endswith(endings) and not isinstance(getattr(h, name, None), (UnsupportedName, NoneType))
    }


def _members_of(name: str, library: set[str]) -> set[str]:
    # a mechanism's members come with its .mod file
    if name in library:
        return set(inventory()["classes"][name])
    make = classes.SOURCES.get(name)
    return {member for member in inventory()["classes"][name] if make is not None and f"{name}.{member}" in IMPLEMENTED}


def _area(title: str, names: list[str], prefix: str, also: set[str]) -> Area:
    works = {name for name in names if f"{prefix}{name}" in IMPLEMENTED or name in also}
    return Area(title, tuple(sorted(works)), tuple(sorted(set(names) - works)))
