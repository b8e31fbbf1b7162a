"""Frozen dataclasses that JAX takes apart and puts together again."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any, TypeVar, dataclass_transform

import jax

T = TypeVar("T")


def static(**options: Any) -> Any:
    """Declares a field that is structure, not data: it must be hashable, and a change of it compiles anew."""
    return field(metadata={"static": True}, **options)


@dataclass_transform(frozen_default=True, field_specifiers=(static, field))
def pytree(cls: type[T]) -> type[T]:
    """Makes `cls` a frozen dataclass whose fields, but for the static ones, are a pytree's children."""
    frozen: Any = dataclass(frozen=True, eq=False)(cls)
    data = [f.name for f in fields(frozen) if not f.metadata.get("static")]
    meta = [f.name for f in fields(frozen) if f.metadata.get("static")]
    jax.tree_util.register_dataclass(frozen, data_fields=data, meta_fields=meta)
    return frozen  # type: ignore[no-any-return]
