"""Which columns a program's state holds, and which live within a step only."""

from __future__ import annotations

from jneuron.ir.program import Key, Program

STARTING = ("initial", "before_initial", "after_initial")
"""Kernels that run at initialisation and in no step."""


def state_keys(program: Program) -> frozenset[Key]:
    """Returns the columns that the state holds."""
    keys: set[Key] = {("node", "v")}
    keys |= {(spec.name, name) for spec in program.groups for name in spec.kept}
    keys |= {(f"{spec.name}@global", name) for spec in program.groups for name in spec.shared}
    keys |= {(f"{ion.name}_ion", name) for ion in program.ions for name in ion.dynamic}
    if program.net is not None:
        keys.add(("weight", "weight"))
    return frozenset(keys)


def transient_keys(program: Program) -> frozenset[Key]:
    """Returns the columns that a step works out and does not keep."""
    keys: set[Key] = {("node", "i_cap"), ("node", "i_membrane_")} if program.n_node else set()
    for spec in program.groups:
        own, shared = {v.name for v in spec.type.variables}, {v.name for v in spec.type.globals}
        for name, kernel in spec.type.kernels.items():
            if name not in STARTING:
                keys |= {(spec.name, written) for written in kernel.writes & own if written not in spec.kept}
                keys |= {(f"{spec.name}@global", written) for written in (kernel.writes & shared) - spec.shared}
    for ion in program.ions:
        currents = {f"i{ion.name}", f"di{ion.name}_dv_"} - ion.dynamic
        keys |= {(f"{ion.name}_ion", name) for name in currents}
    return frozenset(keys)


def lasting_positions(program: Program) -> frozenset[int]:
    """Returns the positions in a row of samples of what lasts from one step to the next."""
    pending = transient_keys(program)
    keys = [key for key, n in program.probes for _ in range(n)]
    return frozenset(position for position, key in enumerate(keys) if key not in pending)
