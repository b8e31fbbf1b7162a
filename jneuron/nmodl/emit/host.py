"""Emits what runs on the host: the Python of a file's C, and kernels and procedures made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jneuron.ir.mechanism_type import VariableKind
from jneuron.lang.python_writer import PythonWriter
from jneuron.lang.visitor import walk
from jneuron.nmodl import ast
from jneuron.nmodl.passes.kernels import KernelBlock
from jneuron.nmodl.symbols import NODE_VARIABLES, SIMULATION_VARIABLES, Symbols
from jneuron.nmodl.verbatim.host import NUMBER, ORDER
from jneuron.nmodl.verbatim.host_module import KERNEL, used_names
from jneuron.nmodl.verbatim.plan import HostPlan, column_kind

_REQUESTS = {"initial": ("send", "event"), "net_initial": ("send",), "net_receive": ("send", "event", "move")}
_N_REQUEST = 4


@dataclass(frozen=True)
class HostKernelText:
    """A kernel of host code that has been written.

    Attributes:
        function: Its Python name.
        reads, writes: As in `Kernel`.
        sends: Whether it may ask for events.
    """

    function: str
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    sends: bool = False


def emit_host_code(writer: PythonWriter, plan: HostPlan) -> None:
    """Writes the functions of the host code, and the module that runs them."""
    writer.line("from jneuron.nmodl.verbatim.host import Bridge, HostKernel, HostModule")
    if plan.bridged:
        writer.line("from jneuron.nmodl.support import NUMPY_OPS")
    names = used_names(plan.code.lines)
    if names:
        writer.line(f"from jneuron.nmodl.verbatim.runtime import {', '.join(names)}")
    writer.line()
    writer.line()
    for line, origin in zip(plan.code.lines, plan.code.origins):
        writer.origin = origin
        writer.line(line)
    writer.origin = 0
    writer.line()
    writer.line()
    writer.line("HOST = HostModule(host_code)")


def emit_host_kernel(writer: PythonWriter, plan: HostPlan, symbols: Symbols, kernel: KernelBlock) -> HostKernelText:
    """Writes a kernel that runs on the host."""
    name = f"{KERNEL}{kernel.name}"
    described = plan.code.functions[name]
    reads = dict.fromkeys((*sorted(described.reads), *kernel.sums))
    writes = [each for each in sorted(described.writes) if each not in SIMULATION_VARIABLES | NODE_VARIABLES]
    if not any(symbols.variables.get(each) for each in reads):
        reads |= dict.fromkeys(_first_variable(symbols))
    asks = _asks(kernel, symbols)
    kinds = {each: _kind(each, kernel, symbols) for each in reads}
    if not kernel.name.startswith("net_"):
        kinds[ORDER] = ORDER
        reads[ORDER] = None
    function = f"host_{kernel.name}"
    writer.line(f"{function} = HOST.kernel(")
    writer.line(f"    HostKernel({name!r}, {kinds!r}, {tuple(writes)!r}, {kernel.sums!r}, {asks!r})")
    writer.line(")")
    results = [*writes, *(["@current"] if kernel.sums else [])]
    results += [f"@{word}" for word, n in zip(("send", "event", "move"), asks) if n is not None]
    return HostKernelText(function, tuple(reads), tuple(results), any(n is not None for n in asks))


def emit_bridges(writer: PythonWriter, procedures: Mapping[str, tuple[str, tuple[str, ...]]], plan: HostPlan) -> None:
    """Writes what C code calls of the module's other functions.

    Args:
        procedures: For each function the Python name of its door and what it reads.
    """
    if not plan.bridged:
        return
    with writer.indented("HOST.bridges |= {"):
        for name in sorted(plan.bridged & procedures.keys()):
            function, reads = procedures[name]
            writer.line(f'"{name}": Bridge({function}, {reads!r}, NUMPY_OPS),')
    writer.line("}")


def _kind(name: str, kernel: KernelBlock, symbols: Symbols) -> str:
    receive = symbols.net_receive
    arguments = {a.name for a in receive.arguments} if receive is not None and kernel.name.startswith("net_") else set()
    return NUMBER if name in arguments or name == "flag" else column_kind(name, symbols)


def _first_variable(symbols: Symbols) -> list[str]:
    """Returns a variable that tells how many instances there are."""
    plain = [v.name for v in symbols.variables.values() if not v.length and v.kind is not VariableKind.POINTER]
    return plain[:1] or (["v"] if symbols.has_node else [])


def _asks(kernel: KernelBlock, symbols: Symbols) -> tuple[int | None, int | None, int | None]:
    """Returns how many events a kernel may ask for: some more than its text has calls, since C may ask in a loop."""
    allowed = _REQUESTS.get(kernel.name, ())
    n_call = sum(isinstance(n, ast.Call) and n.name.startswith("net_") for n in walk(kernel.body))
    n = max(_N_REQUEST, n_call) if kernel.name != "net_initial" else _N_REQUEST
    send, event, move = (n if word in allowed else None for word in ("send", "event", "move"))
    return send, event, move


def emit_host_procedure(writer: PythonWriter, plan: HostPlan, symbols: Symbols, function: ast.Function) -> HostKernelText:
    """Writes the door through which the host calls a FUNCTION or PROCEDURE."""
    described = plan.code.functions[function.name]
    kinds = {each: column_kind(each, symbols) for each in sorted(described.reads)}
    writes = tuple(each for each in sorted(described.writes) if each not in SIMULATION_VARIABLES | NODE_VARIABLES)
    name = f"call_{function.name}"
    writer.line(f"{name} = HOST.procedure(HostKernel({function.name!r}, {kinds!r}, {writes!r}))")
    return HostKernelText(name, tuple(kinds), writes)
