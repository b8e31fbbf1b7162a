"""Decides what of a module runs on the host, and has it written.

C that the translator into NMODL left, whatever calls it, and calls of C functions from NMODL run on the host; everything
else stays what it is. Where a variable holds a random stream, every kernel that reads it is written for the host too: an
`h.Random` in it is an object that only the host can draw from.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from jneuron.ir.mechanism_type import VariableKind
from jneuron.lang.diagnostics import Diagnostics
from jneuron.lang.source import Source
from jneuron.lang.visitor import walk
from jneuron.nmodl import ast
from jneuron.nmodl.effects import Effects
from jneuron.nmodl.library_functions import KNOWN
from jneuron.nmodl.lowered import LinearSolve, Newton, Sparse, TableLookup
from jneuron.nmodl.passes.kernels import KernelBlock, kernel_blocks, lower_solves
from jneuron.nmodl.passes.tables import split_tables
from jneuron.nmodl.symbols import Role, Symbols, collect
from jneuron.nmodl.verbatim.c_library import LIBRARY
from jneuron.nmodl.verbatim.host import ARRAY, GIVEN, HANDLE, NUMBER, SHARED, SHARED_ARRAY, STREAM
from jneuron.nmodl.verbatim.host_module import KERNEL, HostCode, HostModuleWriter
from jneuron.nmodl.verbatim.pointers import Held

CALLED_FROM_NMODL = frozenset(LIBRARY) - KNOWN


@dataclass(frozen=True)
class HostPlan:
    """What of a module runs on the host.

    Attributes:
        code: All of it as Python.
        functions: FUNCTIONs and PROCEDUREs that have no other form.
        kernels: Kernels that have no other form.
        variants: Kernels that have another form too.
        bridged: FUNCTIONs and PROCEDUREs that C code calls in their other form.
    """

    code: HostCode
    functions: frozenset[str] = frozenset()
    kernels: frozenset[str] = frozenset()
    variants: tuple[KernelBlock, ...] = ()
    bridged: frozenset[str] = frozenset()


def needs_host(functions: Mapping[str, ast.Function], c_names: Iterable[str]) -> frozenset[str]:
    """Returns the FUNCTIONs and PROCEDUREs that hold C, or call what does."""
    foreign = (frozenset(c_names) | CALLED_FROM_NMODL) - functions.keys()
    return _with_callers(functions, {name for name, function in functions.items() if holds_c(function.body, foreign)})


def _with_callers(functions: Mapping[str, ast.Function], found: set[str]) -> frozenset[str]:
    """Returns functions and all that call them, directly or through others."""
    called = {
        name: {node.name for node in walk(function.body) if isinstance(node, ast.Call)} for name, function in functions.items()
    }
    while more := {name for name, calls in called.items() if name not in found and calls & found}:
        found = found | more
    return frozenset(found)


def holds_c(body: ast.Block, calls: Iterable[str]) -> bool:
    """Whether a block holds C, or calls one of `calls`."""
    names = frozenset(calls)
    return any(isinstance(n, ast.Verbatim) or (isinstance(n, ast.Call) and n.name in names) for n in walk(body))


def plan_host(
    source: Source,
    original: ast.Module,
    held: Held,
    functions: Mapping[str, ast.Function],
    kernels: list[KernelBlock],
    effects: Mapping[str, Effects],
) -> HostPlan | None:
    """Returns what runs on the host; None where nothing does.

    Args:
        original: The module with all its C.
        held: Variables that hold objects.
        functions, kernels: What became of the module after C was translated where that was possible.
        effects: What these functions read and set.
    """
    file_level = [item for item in original.items if isinstance(item, ast.Verbatim)]
    bodies = [*(function.body for function in functions.values()), *(kernel.body for kernel in kernels)]
    if not (file_level or held.streams or any(_may_need(body) for body in bodies)):
        return None
    diagnostics = Diagnostics(source)
    symbols = collect(original, diagnostics)
    old_functions, _ = split_tables(symbols, diagnostics)
    old_functions = {
        name: replace(function, body=lower_solves(function.body, symbols, diagnostics))
        for name, function in old_functions.items()
    }
    writer = HostModuleWriter(source, symbols, held.streams, held.handles)
    writer.add_file_level(file_level)
    needed = needs_host(functions, writer.c_functions)
    calls = needed | (writer.c_functions | CALLED_FROM_NMODL) - functions.keys()
    kernels_needed = frozenset(kernel.name for kernel in kernels if holds_c(kernel.body, calls))
    if not (needed or kernels_needed or held.streams):
        return None
    bridged = {name: effects[name] for name, function in functions.items() if name not in needed and _is_special(function.body)}
    drawing = _drawing(held, functions, kernels)
    wanted = (*needed, *(f"{KERNEL}{name}" for name in kernels_needed | drawing))
    writer.add_nmodl(old_functions, kernel_blocks(symbols, diagnostics), bridged, wanted)
    code = writer.write()
    variants = tuple(kernel for kernel in kernels if kernel.name in drawing and f"{KERNEL}{kernel.name}" in code.functions)
    return HostPlan(code, needed, kernels_needed, variants, frozenset(bridged))


def _drawing(held: Held, functions: Mapping[str, ast.Function], kernels: list[KernelBlock]) -> frozenset[str]:
    """Returns the kernels that may draw from a stream."""
    if not held.streams:
        return frozenset()
    own = {name for name, function in functions.items() if _mentions(function.body, held.streams)}
    drawing = _with_callers(functions, own)
    return frozenset(k.name for k in kernels if _mentions(k.body, held.streams) or holds_c(k.body, drawing))


def _mentions(body: ast.Block, names: frozenset[str]) -> bool:
    return any(isinstance(n, ast.Name) and n.name in names for n in walk(body))


def _is_special(body: ast.Block) -> bool:
    """Whether a body holds what has no form in C: TABLEs and solvers."""
    return any(isinstance(n, TableLookup | Newton | Sparse | LinearSolve) for n in walk(body))


def _may_need(body: ast.Block) -> bool:
    return holds_c(body, CALLED_FROM_NMODL)


def column_kind(name: str, symbols: Symbols) -> str:
    """Returns how host code takes a column."""
    variable = symbols.variables.get(name)
    if variable is not None:
        kinds = {VariableKind.RANDOM: STREAM, VariableKind.HANDLE: HANDLE}
        return kinds.get(variable.kind, ARRAY if variable.length else NUMBER)
    if symbols.role(name) is Role.GLOBAL and name != "usetable":
        return SHARED_ARRAY if symbols.globals[name].length else SHARED
    if name == "usetable" or symbols.role(name) is None:
        return GIVEN
    return SHARED if name in ("t", "dt", "celsius", "secondorder") else NUMBER
