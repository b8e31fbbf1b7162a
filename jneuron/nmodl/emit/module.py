"""Emits a whole mechanism as one Python module: constants, functions, kernels, and the MechanismType that holds them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from types import ModuleType

from jneuron.ir.mechanism_type import GlobalVariable, MechanismKind, Variable, VariableKind
from jneuron.lang.python_writer import PythonWriter
from jneuron.lang.visitor import walk
from jneuron.nmodl import ast
from jneuron.nmodl.effects import block_effects
from jneuron.nmodl.emit.body import BodyEmitter, watched_difference
from jneuron.nmodl.emit.names import function_name, python_name
from jneuron.nmodl.emit.table_lookup import set_in_passing
from jneuron.nmodl.emit.values import Program
from jneuron.nmodl.lowered import TableLookup
from jneuron.nmodl.passes.diffusion import diffusion_plans
from jneuron.nmodl.passes.kernels import KernelBlock
from jneuron.nmodl.passes.tables import TablePlan
from jneuron.nmodl.symbols import SIMULATION_VARIABLES, Role

_IMPORTS = (
    "from jneuron.ir.mechanism_type import (",
    "    Diffusion, EventRequest, GlobalVariable, IonUse, Kernel, MechanismKind, MechanismType, NetReceive, Procedure,",
    "    SendRequest, Table, Variable, VariableKind, WatchRequest,",
    ")",
    "from jneuron.nmodl.solvers import (",
    "    choose, ghk, newton, none_active, recursive, refuse, solve_dense,",
    "    sparse, sparse_linear, steady_state, steady_state_linear,",
    ")",
)
_EVENT_LISTS = ("send", "event", "move")


@dataclass(frozen=True)
class EmittedKernel:
    """A kernel that has been written.

    Attributes:
        function: Its Python name.
        reads, writes, kept: As in `Kernel`.
        sends: Whether it asks for events.
    """

    function: str
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    sends: bool = False
    kept: frozenset[str] = frozenset()


def emit_module(program: Program, kernels: list[KernelBlock], tables: list[TablePlan], digest: str) -> PythonWriter:
    """Returns the Python of a mechanism."""
    writer = PythonWriter()
    writer.line(f'"""Emitted from {program.symbols.name}; edit the .mod file instead."""')
    for line in _IMPORTS:
        writer.line(line)
    writer.line()
    for name, value in program.symbols.constants.items():
        writer.line(f"{python_name(name)} = {value!r}")
    host = program.host
    if host is not None:
        _host().emit_host_code(writer, host)
    for function in program.functions.values():
        if host is None or function.name not in host.functions:
            _emit_function(writer, program, function)
    emitted = {kernel.name: _emit_kernel(writer, program, kernel) for kernel in kernels}
    watches = _emit_watches(writer, program)
    diffusion = _emit_diffusion(writer, program)
    _emit_table_functions(writer, program, tables)
    procedures = {
        name: _emit_procedure(writer, program, function)
        for name, function in program.functions.items()
        if not _is_exact(name, tables)
    }
    writer.origin = 0
    if host is not None:
        _host().emit_bridges(writer, {name: (kernel.function, kernel.reads) for name, kernel in procedures.items()}, host)
    _emit_variants(writer, program)
    for name, table in program.symbols.function_tables.items():
        procedures[name] = _emit_function_table(writer, name, len(table.arguments))
    _emit_type(writer, program, emitted, procedures, tables, watches, diffusion, digest)
    return writer


def _is_exact(name: str, tables: list[TablePlan]) -> bool:
    return any(plan.lookup.exact == name for plan in tables)


def _signature(reads: tuple[str, ...]) -> tuple[str, ...]:
    """Returns the variables among what code reads: `@function f` is a note about an unknown function."""
    return tuple(name for name in reads if not name.startswith("@function"))


def _emit_function(writer: PythonWriter, program: Program, function: ast.Function) -> None:
    effects = program.effects[function.name]
    reads = _signature(effects.reads)
    arguments = [argument.name for argument in function.arguments]
    values = {name: python_name(name) for name in reads}
    values |= {name: python_name(name) for name in arguments}
    emitter = BodyEmitter(writer, program, values, function.name)
    # an argument that hides a variable which a callee reads needs a name of its own
    parameters = [python_name(name) for name in arguments]
    hidden = [python_name(name) for name in reads]
    parameters = [f"{name}_argument" if name in hidden else name for name in parameters]
    values |= dict(zip(arguments, parameters))
    emitter.lengths |= dict.fromkeys((*arguments, function.name), 0)
    writer.line()
    writer.line()
    writer.origin = program.diagnostics.source.position(function.span.start).line
    is_recursive = function.name in program.recursive
    first = ("ops", "active") if is_recursive else ("ops",)
    with writer.indented(f"def {function_name(function.name)}({', '.join((*first, *parameters, *hidden))}):"):
        writer.line("xp = ops.xp")
        if is_recursive:
            # where nobody is left that calls, the depth ends
            emitter.conditions = ("active",)
            nothing = [values.get(name, "0.0") for name in effects.writes]
            nothing = ["0.0", *nothing] if function.word == "FUNCTION" else nothing
            single = len(nothing) == 1 and function.word == "FUNCTION"
            with writer.indented("if none_active(xp, active):"):
                writer.line(f"return {nothing[0]}" if single else f"return ({', '.join(nothing)},)")
        emitter.block(function.body)
        results = [emitter.values.get(name) or emitter.value(name, function.body) for name in effects.writes]
        if function.word == "FUNCTION":
            results.insert(0, emitter.values.get(function.name, "0.0"))
        if len(results) == 1 and function.word == "FUNCTION":
            writer.line(f"return {results[0]}")
        elif results:
            writer.line(f"return {', '.join(results)}" if len(results) > 1 else f"return ({results[0]},)")


def _emit_kernel(writer: PythonWriter, program: Program, kernel: KernelBlock) -> EmittedKernel:
    """Writes a kernel: load what it reads, run, return what it may have set."""
    symbols = program.symbols
    if program.host is not None and kernel.name in program.host.kernels:
        return EmittedKernel(**vars(_host().emit_host_kernel(writer, program.host, symbols, kernel)))
    receive = symbols.net_receive if _is_net(kernel, program) else None
    local = {"flag", *(a.name for a in receive.arguments)} if receive else set()
    effects = block_effects(kernel.body, symbols, program.effects)
    reads = [name for name in _signature(effects.reads) if symbols.role(name) or name in local or name.startswith("table ")]
    sums = (*kernel.sums, *(name for name, _ in kernel.conductances))
    inner = {name.name for statement in kernel.body.statements if isinstance(statement, ast.Local) for name in statement.names}
    reads += [name for name in sums if name not in effects.writes and name not in reads and name not in inner]
    writes = [name for name in effects.writes if name not in SIMULATION_VARIABLES and name not in symbols.constants]
    found = [node for node in walk(kernel.body) if isinstance(node, ast.Call | ast.Watch | ast.ForNetcons)]
    called = {node.name for node in found if isinstance(node, ast.Call)}
    events = [name for name in _EVENT_LISTS if f"net_{name}" in called]
    values = {name: python_name(name) for name in reads} | {"@outcome": "0"}
    emitter = BodyEmitter(writer, program, values, kernel.name)
    emitter.events = set(events)
    emitter.watches = [node for node in found if isinstance(node, ast.Watch)]
    resets_voltage = bool(emitter.watches) and symbols.has_node and "v" in writes
    if resets_voltage and "v" not in reads:
        reads.append("v")
    for_netcons = any(isinstance(node, ast.ForNetcons) for node in found)
    prints = receive is None and _prints(kernel.body, program)
    if prints and kernel.name == "current" and symbols.has_node and "v" not in reads:
        # NEURON works the current out twice
        reads.append("v")
    netcon_arguments = _netcon_arguments(program) if for_netcons else ()
    emitter.values |= {name: python_name(name) for name in netcon_arguments}
    own = zip(netcon_arguments, _argument_names(program), strict=False)
    emitter.own_arguments = {column: name for column, name in own if name in emitter.values}
    emitter.lengths |= dict.fromkeys(local, 0)
    function = f"{kernel.name}_kernel"
    writer.line()
    writer.line()
    writer.origin = program.diagnostics.source.position(kernel.body.span.start).line
    with writer.indented(f"def {function}(ops, columns):"):
        writer.line("xp = ops.xp")
        for name in reads:
            writer.line(f'{python_name(name)} = columns["{name}"]')
        if prints:
            writer.line("ops.gather_prints()")
        if resets_voltage:
            emitter.node_voltage = emitter.names.fresh("v")
            writer.line(f"{emitter.node_voltage} = v")
        for place, name in enumerate(netcon_arguments):
            writer.line(f'{python_name(name)} = columns["@netcons"][{place}]')
        if netcon_arguments:
            writer.line('is_own = columns["@own"]')
        for name in (*events, *(["watch"] if emitter.watches else [])):
            writer.line(f"{name} = []")
        emitter.block(kernel.body)
        emitter.write_own_arguments()
        if prints:
            writer.line('ops.print_out(columns.get("@order"))')
        results = {name: emitter.values.get(name, python_name(name)) for name in writes}
        if kernel.sums:
            results["@current"] = " + ".join(emitter.value(name, kernel.body) for name in kernel.sums)
        if kernel.conductances:
            results["@conductance"] = " + ".join(emitter.value(name, kernel.body) for name, _ in kernel.conductances)
            results |= {f"@conductance {ion}": emitter.value(name, kernel.body) for name, ion in kernel.conductances if ion}
        results |= {f"@{name}": f"tuple({name})" for name in events}
        if emitter.watches:
            results["@watch"] = "tuple(watch)"
        if netcon_arguments:
            results["@netcons"] = f"({', '.join(emitter.values[name] for name in netcon_arguments)},)"
        with writer.indented("return {"):
            for name, text in results.items():
                writer.line(f'"{name}": {text},')
        writer.line("}")
    reads += ["@netcons", "@own"] if netcon_arguments else []
    reads += ["@order"] if prints else []
    return EmittedKernel(function, tuple(reads), tuple(results), bool(events), effects.kept & set(reads))


def _prints(body: ast.Block, program: Program) -> bool:
    """Tells whether a block, or a function that it calls, prints."""
    seen: set[str] = set()
    blocks = [body]
    while blocks:
        for node in walk(blocks.pop()):
            name = node.exact if isinstance(node, TableLookup) else node.name if isinstance(node, ast.Call) else ""
            if name in ("printf", "fprintf", "prterr"):
                return True
            if name in program.functions and name not in seen:
                seen.add(name)
                blocks.append(program.functions[name].body)
    return False


def watches_of(body: ast.Block) -> list[ast.Watch]:
    """Returns the WATCH statements of a block, in the order of the text."""
    return [node for node in walk(body) if isinstance(node, ast.Watch)]


def _netcon_arguments(program: Program) -> tuple[str, ...]:
    """Returns the names under which FOR_NETCONS sees the arguments of all connections."""
    return tuple(f"netcon argument {place}" for place in range(len(_argument_names(program))))


def _argument_names(program: Program) -> tuple[str, ...]:
    """Returns the names of NET_RECEIVE's arguments."""
    receive = program.symbols.net_receive
    return () if receive is None else tuple(argument.name for argument in receive.arguments)


def _emit_diffusion(writer: PythonWriter, program: Program) -> list[str]:
    """Writes for each state that diffuses the function of its coefficient and volume; returns what makes the records."""
    records = []
    for place, plan in enumerate(diffusion_plans(program.symbols)):
        span = plan.coefficient.span
        statements = (ast.ExpressionStatement(plan.coefficient, span), ast.ExpressionStatement(plan.volume, span))
        reads = _signature(block_effects(ast.Block(statements), program.symbols, program.effects).reads)
        writer.origin = program.diagnostics.source.position(span.start).line
        writer.line()
        writer.line()
        with writer.indented(f"def diffusion_{place}(ops, columns):"):
            emitter = _columns_emitter(writer, program, reads, "LONGITUDINAL_DIFFUSION")
            coefficient, volume = emitter.number(plan.coefficient), emitter.number(plan.volume)
            writer.line(f'return {{"coefficient": {coefficient}, "volume": {volume}}}')
        kernel = _kernel(EmittedKernel(f"diffusion_{place}", reads, ("coefficient", "volume")))
        records.append(f"Diffusion({plan.state!r}, {plan.element!r}, {kernel})")
    return records


def _emit_watches(writer: PythonWriter, program: Program) -> list[EmittedKernel]:
    """Writes for each WATCH the function whose value passes zero when the condition becomes true."""
    if program.symbols.net_receive is None:
        return []
    emitted = []
    for place, watch in enumerate(watches_of(program.symbols.net_receive.body)):
        difference = watched_difference(watch)
        if difference is None:
            continue  # the kernel's emitter says so
        statement = ast.ExpressionStatement(difference, watch.span)
        reads = _signature(block_effects(ast.Block((statement,)), program.symbols, program.effects).reads)
        writer.origin = program.diagnostics.source.position(watch.span.start).line
        writer.line()
        writer.line()
        with writer.indented(f"def watch_{place}(ops, columns):"):
            emitter = _columns_emitter(writer, program, reads, "WATCH")
            writer.line(f'return {{"value": {emitter.number(difference)}}}')
        emitted.append(EmittedKernel(f"watch_{place}", reads, ("value",)))
    return emitted


def _is_net(kernel: KernelBlock, program: Program) -> bool:
    return kernel.name.startswith("net_") and program.symbols.net_receive is not None


def _emit_table_functions(writer: PythonWriter, program: Program, tables: list[TablePlan]) -> None:
    """Writes for each table the function that gives its limits and the one that fills it."""
    for plan in tables:
        lookup, stem = plan.lookup, python_name(plan.function)
        reads = _limits_reads(plan, program)
        writer.origin = program.diagnostics.source.position(lookup.span.start).line
        writer.line()
        writer.line()
        with writer.indented(f"def limits_of_{stem}(ops, columns):"):
            emitter = _columns_emitter(writer, program, reads, stem)
            low, high = emitter.number(lookup.low), emitter.number(lookup.high)
            writer.line(f'return {{"low": {low}, "high": {high}}}')
        writer.line()
        writer.line()
        exact = program.effects[lookup.exact]
        with writer.indented(f"def fill_{stem}(ops, columns):"):
            reads = tuple(dict.fromkeys((*reads, *_signature(exact.reads))))
            emitter = _columns_emitter(writer, program, reads, stem)
            low, high = emitter.number(lookup.low, 9), emitter.number(lookup.high, 9)
            writer.line(f"grid = ops.grid({low}, ({high} - {low}) / {float(lookup.intervals)!r}, {lookup.intervals} + 1)")
            arguments = ", ".join(("ops", "grid", *(python_name(name) for name in _signature(exact.reads))))
            targets = [python_name(name) for name in exact.writes]
            if program.functions[lookup.exact].word == "FUNCTION":
                targets.insert(0, python_name(lookup.outputs[0][0]))
            call = f"{function_name(lookup.exact)}({arguments})"
            single = len(targets) == 1 and program.functions[lookup.exact].word == "FUNCTION"
            writer.line(f"{targets[0]} = {call}" if single else f"{', '.join(targets)}, = {call}")
            rows = ", ".join(f"*{python_name(name)}" if length else python_name(name) for name, length in lookup.outputs)
            columns = f'"{lookup.key}": ops.stack_columns(({rows},), {lookup.intervals} + 1)'
            passing = [f'"{name}": xp.ravel(xp.asarray({python_name(name)}))[-1]' for name in set_in_passing(lookup, program)]
            writer.line(f"return {{{', '.join((columns, *passing))}}}")


def _limits_reads(plan: TablePlan, program: Program) -> tuple[str, ...]:
    """Returns what the limits of a TABLE are worked out from."""
    lookup = plan.lookup
    limits = tuple(ast.ExpressionStatement(limit, lookup.span) for limit in (lookup.low, lookup.high))
    return _signature(block_effects(ast.Block(limits, lookup.span), program.symbols, program.effects).reads)


def _columns_emitter(writer: PythonWriter, program: Program, reads: tuple[str, ...], owner: str) -> BodyEmitter:
    """Writes the loading of variables and returns an emitter that knows them."""
    writer.line("xp = ops.xp")
    for name in reads:
        writer.line(f'{python_name(name)} = columns["{name}"]')
    return BodyEmitter(writer, program, {name: python_name(name) for name in reads}, owner)


def _emit_procedure(writer: PythonWriter, program: Program, function: ast.Function) -> EmittedKernel:
    """Writes the door through which the host calls a FUNCTION or PROCEDURE."""
    if program.host is not None and function.name in program.host.functions:
        return EmittedKernel(**vars(_host().emit_host_procedure(writer, program.host, program.symbols, function)))
    effects = program.effects[function.name]
    reads = _signature(effects.reads)
    name = f"call_{python_name(function.name)}"
    arguments = [f"argument_{number}" for number in range(len(function.arguments))]
    writer.origin = program.diagnostics.source.position(function.span.start).line
    writer.line()
    writer.line()
    with writer.indented(f"def {name}({', '.join(('ops', 'columns', *arguments))}):"):
        loads = ["0" if read == "@outcome" else f'columns["{read}"]' for read in reads]
        first = ("ops", "True") if function.name in program.recursive else ("ops",)
        call = f"{function_name(function.name)}({', '.join((*first, *arguments, *loads))})"
        outputs = [python_name(write) for write in effects.writes]
        is_function = function.word == "FUNCTION"
        targets = (["value"] if is_function else []) + [f"new_{output}" for output in outputs]
        if not targets:
            writer.line(call)
        elif len(targets) == 1 and is_function:
            writer.line(f"value = {call}")
        else:
            writer.line(f"{', '.join(targets)}, = {call}")
        results = ", ".join(f'"{write}": new_{output}' for write, output in zip(effects.writes, outputs))
        writer.line(f"return {'value' if is_function else '0.0'}, {{{results}}}")
    return EmittedKernel(name, tuple(read for read in reads if read != "@outcome"), effects.writes)


def _emit_function_table(writer: PythonWriter, name: str, n_argument: int) -> EmittedKernel:
    """Writes the door through which the host looks a FUNCTION_TABLE up."""
    arguments = ", ".join(f"argument_{number}" for number in range(n_argument))
    writer.line()
    writer.line()
    with writer.indented(f"def call_{python_name(name)}(ops, columns, {arguments}):"):
        writer.line(f'return ops.function_table(columns["table {name}"], {arguments}), {{}}')
    return EmittedKernel(f"call_{python_name(name)}", (f"table {name}",), ())


def _host() -> ModuleType:
    # lazily: it needs the C parser, and few files need it
    from jneuron.nmodl.emit import host

    return host


def _emit_variants(writer: PythonWriter, program: Program) -> None:
    """Writes the forms on the host of kernels that have another form too."""
    if program.host is None or not program.host.variants:
        return
    emit, host = _host().emit_host_kernel, program.host
    written = {kernel.name: emit(writer, host, program.symbols, kernel) for kernel in host.variants}
    with writer.indented("HOST.variants |= {"):
        for name, kernel in written.items():
            writer.line(f'"{name}": {_kernel(EmittedKernel(**vars(kernel)))},')
    writer.line("}")


# the MechanismType


def _emit_type(
    writer: PythonWriter,
    program: Program,
    kernels: dict[str, EmittedKernel],
    procedures: dict[str, EmittedKernel],
    tables: list[TablePlan],
    watches: list[EmittedKernel],
    diffusion: list[str],
    digest: str,
) -> None:
    symbols = program.symbols
    net = {name: kernels.pop(name) for name in ("net_receive", "net_initial") if name in kernels}
    variables = [*symbols.variables.values(), *_hidden_ion_variables(program, (*kernels.values(), *net.values()))]
    carried = _carried(symbols.variables | {v.name: v for v in variables}, kernels, net)
    writer.line()
    writer.line()
    with writer.indented("MECHANISM = MechanismType("):
        writer.line(f"name={symbols.name!r},")
        writer.line(f"kind=MechanismKind.{symbols.kind.name},")
        _emit_tuple(writer, "variables", [_constructor(variable) for variable in variables])
        _emit_tuple(writer, "globals", [_constructor(variable) for variable in symbols.globals.values()])
        _emit_tuple(writer, "ions", [repr(use) for use in symbols.ions])
        writer.line(f"currents={symbols.currents!r},")
        writer.line(f"electrode_current={symbols.electrode_current},")
        with writer.indented("kernels={"):
            for name, kernel in kernels.items():
                writer.line(f'"{name}": {_kernel(kernel)},')
        writer.line("},")
        with writer.indented("functions={"):
            for name, kernel in procedures.items():
                if name in symbols.function_tables:
                    arguments = tuple(argument.name for argument in symbols.function_tables[name].arguments)
                    writer.line(f'"{name}": Procedure({name!r}, {arguments!r}, {_kernel(kernel)}, False),')
                    nothing = f"Kernel({kernel.function}, frozenset(), frozenset())"
                    writer.line(f'"table_{name}": Procedure("table_{name}", (), {nothing}, False, fills={name!r}),')
                    continue
                function = program.functions[name]
                arguments = tuple(argument.name for argument in function.arguments)
                is_procedure = function.word == "PROCEDURE"
                on_host = ", on_host=True" if program.host is not None and name in program.host.functions else ""
                writer.line(f'"{name}": Procedure({name!r}, {arguments!r}, {_kernel(kernel)}, {is_procedure}{on_host}),')
        writer.line("},")
        _emit_tuple(writer, "tables", [_table(plan, program) for plan in tables])
        if net:
            _emit_net_receive(writer, program, net, watches)
        if program.host is not None:
            writer.line("host=HOST,")
        tables_of_user = {name: len(table.arguments) for name, table in symbols.function_tables.items()}
        writer.line(f"function_tables={tables_of_user!r},")
        _emit_tuple(writer, "diffusion", diffusion)
        writer.line(f"carried=frozenset({sorted(carried)!r}),")
        writer.line("source=__file__,")
        writer.line(f"title={symbols.title!r},")
        writer.line(f"digest={digest!r},")
    writer.line(")")


def _emit_tuple(writer: PythonWriter, name: str, items: list[str]) -> None:
    with writer.indented(f"{name}=("):
        for item in items:
            writer.line(f"{item},")
    writer.line("),")


def _constructor(variable: Variable | GlobalVariable) -> str:
    """Returns a constructor call that names only what differs from the default."""
    parts = [repr(variable.name)]
    for item in fields(variable)[1:]:
        value = getattr(variable, item.name)
        if isinstance(value, VariableKind):
            parts.append(f"VariableKind.{value.name}")
        elif value != item.default:
            parts.append(f"{item.name}={value!r}")
    return f"{type(variable).__name__}({', '.join(parts)})"


def _kernel(kernel: EmittedKernel) -> str:
    sets = (kernel.reads, kernel.writes, *([kernel.kept] if kernel.kept else []))
    return f"Kernel({kernel.function}, {', '.join(f'frozenset({sorted(names)!r})' for names in sets)})"


def _table(plan: TablePlan, program: Program) -> str:
    stem, lookup = python_name(plan.function), plan.lookup
    reads = {*_signature(program.effects[lookup.exact].reads), *_limits_reads(plan, program)}
    outputs = tuple(name for name, _ in lookup.outputs)
    writes = sorted((lookup.key, *set_in_passing(lookup, program)))
    fill = f"Kernel(fill_{stem}, frozenset({sorted(reads)!r}), frozenset({writes!r}))"
    limits = f'Kernel(limits_of_{stem}, frozenset({sorted(reads)!r}), frozenset({{"low", "high"}}))'
    names = f"{plan.function!r}, {lookup.key!r}, {outputs!r}, {lookup.depends!r}"
    return f"Table({names}, {fill}, {limits}, {lookup.intervals}, {lookup.at_call})"


def _emit_net_receive(
    writer: PythonWriter, program: Program, net: dict[str, EmittedKernel], watches: list[EmittedKernel]
) -> None:
    assert program.symbols.net_receive is not None
    arguments = tuple(argument.name for argument in program.symbols.net_receive.arguments)
    sends = any(kernel.sends for kernel in net.values())
    initial = f", initial={_kernel(net['net_initial'])}" if "net_initial" in net else ""
    writer.line(f"net_receive=NetReceive({arguments!r}, {_kernel(net['net_receive'])}{initial}, sends={sends},")
    for_netcons = "@netcons" in net["net_receive"].reads
    conditions = "".join(f"{_kernel(watch)}, " for watch in watches)
    writer.line(f"    for_netcons={for_netcons}, watches=({conditions})),")


def _hidden_ion_variables(program: Program, kernels: tuple[EmittedKernel, ...]) -> list[Variable]:
    """Returns instance variables for the ion variables that the mechanism writes, doesn't READ, and yet reads itself."""
    symbols = program.symbols
    names = dict.fromkeys(name for kernel in kernels for name in kernel.reads)
    return [
        Variable(name, VariableKind.ASSIGNED, visible=False)
        for name in names
        if symbols.role(name) is Role.ION and name not in symbols.ion_reads and name not in symbols.variables
    ]


def _carried(variables: dict[str, Variable], kernels: dict[str, EmittedKernel], net: dict[str, EmittedKernel]) -> set[str]:
    """Returns the ASSIGNED variables that some kernel reads before it sets them."""
    assigned = {name for name, variable in variables.items() if variable.kind is VariableKind.ASSIGNED}
    return {name for kernel in (*kernels.values(), *net.values()) for name in kernel.reads if name in assigned}


def mechanism_kind(module: ast.Module) -> MechanismKind:
    """Returns the kind of a mechanism from its NEURON block alone."""
    for item in module.items:
        if isinstance(item, ast.NeuronBlock):
            for entry in item.items:
                if isinstance(entry, ast.Suffix):
                    if entry.name == "nothing":
                        return MechanismKind.FUNCTIONS
                    return {"SUFFIX": MechanismKind.DENSITY, "POINT_PROCESS": MechanismKind.POINT}.get(
                        entry.word, MechanismKind.ARTIFICIAL
                    )
    return MechanismKind.FUNCTIONS
