"""What the object variables of the top level, or of an object of a template, hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jneuron.hoc.runtime.scope import Symbol
from jneuron.hoc.runtime.values import Boxes
from jneuron.hoc.syntax.kinds import Kind


def contents_of(
    symbols: Mapping[str, Symbol], contents: Mapping[str, Any], prefix: str, this: Any
) -> Iterator[tuple[str, list[Any]]]:
    """Yields the name of each object variable, and what its elements hold.

    Args:
        symbols: What names stand for.
        contents: The variables, by name with a prefix.
        prefix: That prefix.
        this: What the variable `this` of an object holds.
    """
    for name, symbol in symbols.items():
        if symbol.kind is not Kind.OBJECT or symbol.external:
            continue
        content = contents.get(f"{prefix}{name}")
        if name == "this" and this is not None:
            yield name, [this]
        elif isinstance(content, Boxes):
            yield name, [box._value for box in content.data]
        else:
            yield name, [getattr(content, "_value", None)]
