"""Finds out which NMODL variables C uses to hold objects: random streams, and anything else that a pointer can mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_STREAMS = (
    re.compile(r"nrnran123_State\s*\*+\s*>?\s*\)?\s*\(?\s*&?\s*_p_(\w+)"),
    re.compile(r"nrnran123_\w+\s*\(\s*(?:\(\s*nrnran123_State\s*\*\s*\)\s*)?\(?\s*_p_(\w+)"),
    re.compile(r"\b_p_(\w+)\s*=\s*(?:\([^()]*\)\s*)?nrnran123_newstream"),
)
_HANDLES = (
    # (void**)(&space), (IvocVect**) &_p_ptr
    re.compile(r"\(\s*(?:struct\s+)?\w+\s*\*\s*\*+\s*\)\s*\(?\s*&\s*\(?\s*(?:_p_)?(\w+)"),
    # (FILE*)_p_file, (void*)(_p_ptr), but not (double*)_p_x
    re.compile(r"\(\s*(?!double\b|int\b|float\b)(?:struct\s+)?\w+\s*\*\s*\)\s*\(?\s*_p_(\w+)"),
    re.compile(r"\b_p_(\w+)\s*=(?!=)"),
    re.compile(r"\b(?:nrn_random_pick|nrn_random_\w+|vector_\w+|hoc_obj_\w+)\s*\(\s*(?:\([^()]*\)\s*)?&?\s*_p_(\w+)"),
    re.compile(r"\(\s*void\s*\*\s*\)\s*(?:0|NULL)\s*==\s*_p_(\w+)"),
)


@dataclass(frozen=True)
class Held:
    """What variables hold.

    Attributes:
        streams: A Random123 stream of their own, or an `h.Random`.
        handles: Some other object.
    """

    streams: frozenset[str] = frozenset()
    handles: frozenset[str] = frozenset()


def held_objects(text: str, declared: Iterable[str]) -> Held:
    """Returns which of the declared variables hold objects, by what C text (without macros) does with them."""
    known = frozenset(declared)
    streams = frozenset(name for pattern in _STREAMS for name in pattern.findall(text)) & known
    handles = frozenset(name for pattern in _HANDLES for name in pattern.findall(text)) & known
    return Held(streams, handles - streams)
