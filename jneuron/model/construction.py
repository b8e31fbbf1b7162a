"""CONSTRUCTOR and DESTRUCTOR blocks: run on the host when instances come and go."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jneuron.ir.mechanism_type import MechanismType
    from jneuron.model.table import Table

CONSTRUCTOR, DESTRUCTOR = "constructor", "destructor"


def run_block(tables: Mapping[str, Table], type_: MechanismType, block: str, start: int, n_instance: int = 1) -> None:
    """Runs a block, if a mechanism has it, on one instance after another; what is no variable of the mechanism's is 0.

    Args:
        tables: The model's.
        type_: The mechanism.
        block: `CONSTRUCTOR` or `DESTRUCTOR`.
        start: Row of the first instance.
        n_instance: Number of instances.
    """
    kernel = type_.kernels.get(block)
    if kernel is None:
        return
    # lazily: few mechanisms have such a block
    from jneuron.nmodl.support import run_kernel

    own, shared, hoc = tables[type_.name], tables.get(f"{type_.name}@global"), tables["hoc"]
    for row in range(start, start + n_instance):
        columns = {name: _value(name, row, own, shared, hoc) for name in kernel.reads}
        for name, value in run_kernel(kernel, columns).items():
            if name in own:
                own.edit(name)[..., row] = value
            elif shared is not None and name in shared:
                shared.edit(name)[..., 0] = value


def _value(name: str, row: int, own: Table, shared: Table | None, hoc: Table) -> Any:
    if name in own:
        return own.column(name)[..., row]
    if shared is not None and name in shared:
        return shared.column(name)[..., 0]
    return hoc.column(name)[0] if name in hoc else 0.0
