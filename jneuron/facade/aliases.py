"""Aliases: names that `StringFunctions.alias` gives to an object, for a number or another object.

They are looked for where an object has no member of that name, so that objects without any pay nothing.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from jneuron.facade.objects import HocObject

_PLACE = HocObject.__dict__["_hoc_aliases"]


class Alias(NamedTuple):
    """What an alias stands for.

    Attributes:
        content: The place of a number, or an object.
        is_place: Whether it is a place.
    """

    content: Any
    is_place: bool


def aliases_of(owner: HocObject) -> dict[str, Alias]:
    """Returns the aliases of an object, by name."""
    try:
        return _PLACE.__get__(owner)  # type: ignore[no-any-return]
    except AttributeError:
        return {}


def set_alias(owner: HocObject, name: str, alias: Alias) -> None:
    """Gives an object another name for a place or an object."""
    known = aliases_of(owner)
    known[name] = alias
    _PLACE.__set__(owner, known)


def find_alias(owner: HocObject, name: str) -> tuple[Any, ...]:
    """Returns the present value of an alias, or for `_ref_name` its place, alone; nothing where there is no such alias."""
    known = aliases_of(owner)
    if not known:
        return ()
    alias = known.get(name)
    if alias is not None:
        return (alias.content.get() if alias.is_place else alias.content,)
    alias = known.get(name[5:]) if name.startswith("_ref_") else None
    if alias is None:
        return ()
    if not alias.is_place:
        raise TypeError(f"Hoc pointer error, {name[5:]} is not a hoc variable or range variable or strdef")
    return (alias.content,)


def write_alias(owner: HocObject, name: str, value: Any) -> bool:
    """Writes the number that an alias stands for; returns False where there is no such alias."""
    alias = aliases_of(owner).get(name)
    if alias is None:
        return False
    if not alias.is_place:
        raise TypeError("not assignable")
    alias.content.set(float(value))
    return True
