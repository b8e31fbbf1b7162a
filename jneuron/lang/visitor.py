"""Walks and rewrites trees of frozen dataclasses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

Node = TypeVar("Node")


@cache
def _child_fields(cls: type) -> tuple[str, ...]:
    """Names of the fields that may hold nodes."""
    return tuple(f.name for f in fields(cls) if f.name != "span" and f.type not in ("str", "int", "bool", "tuple[str, ...]"))


@cache
def _is_node(cls: type) -> bool:
    return is_dataclass(cls)


def children(node: Any) -> list[Any]:
    """Returns the nodes directly under a node, in the order of the text."""
    found: list[Any] = []
    for name in _child_fields(type(node)):  # type: ignore[arg-type]
        value = getattr(node, name)
        if isinstance(value, tuple):
            found += [item for item in value if _is_node(type(item))]  # type: ignore[arg-type]
        elif _is_node(type(value)):  # type: ignore[arg-type]
            found.append(value)
    return found


def walk(node: Any) -> Iterator[Any]:
    """Yields a node and everything under it, parents first."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(children(node))


def rewrite(node: Node, change: Callable[[Any], Any]) -> Node:
    """Returns the tree with `change` applied to every node, children first.

    `change` returns the node itself to keep it, another node, or, for an item of a tuple, a tuple of nodes in its place.
    """
    new: dict[str, Any] = {}
    for name in _child_fields(type(node)):  # type: ignore[arg-type]
        value = getattr(node, name)
        if isinstance(value, tuple):
            items = _rewrite_items(value, change)
            if items is not value:
                new[name] = items
        elif _is_node(type(value)):  # type: ignore[arg-type]
            item = rewrite(value, change)
            if item is not value:
                new[name] = item
    changed = replace(node, **new) if new else node  # type: ignore[type-var]
    return change(changed)


def _rewrite_items(items: tuple[Any, ...], change: Callable[[Any], Any]) -> tuple[Any, ...]:
    result: list[Any] = []
    same = True
    for item in items:
        if not _is_node(type(item)):  # type: ignore[arg-type]
            result.append(item)
            continue
        new = rewrite(item, change)
        same = same and new is item
        result.extend(new) if isinstance(new, tuple) else result.append(new)
    return items if same else tuple(result)
