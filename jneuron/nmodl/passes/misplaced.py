"""Complains of what stands where it can't: names declared twice, events outside NET_RECEIVE, reactions outside KINETIC ..."""

from __future__ import annotations

from collections.abc import Iterator

from jneuron.ir.kinds import MechanismKind, VariableKind
from jneuron.lang.diagnostics import Diagnostics
from jneuron.lang.visitor import walk
from jneuron.nmodl import ast
from jneuron.nmodl.library_functions import KNOWN, RANDOM
from jneuron.nmodl.symbols import Symbols

_EVENTS = {"net_send": 2, "net_event": 1, "net_move": 1}
_CODE = ast.CodeBlock | ast.Function | ast.NetReceive


def complain_of_misplaced(module: ast.Module, symbols: Symbols, diagnostics: Diagnostics) -> None:
    """Notes what NEURON refuses, or what makes C++ that does not compile."""
    _declared_twice(module, diagnostics)
    for item in module.items:
        if isinstance(item, _CODE):
            nodes = list(walk(item.body))
            _statements(item, nodes, diagnostics)
            _events(item, nodes, symbols, diagnostics)
            _indices(item, nodes, symbols, diagnostics)
            _calls(nodes, symbols, diagnostics)
            _streams(nodes, symbols, diagnostics)
    receive = symbols.net_receive
    if receive is not None and symbols.kind is MechanismKind.DENSITY:
        diagnostics.error(receive.span, "NET_RECEIVE belongs into a POINT_PROCESS or an ARTIFICIAL_CELL")


def _declared_twice(module: ast.Module, diagnostics: Diagnostics) -> None:
    seen: dict[str, str] = {}
    for item in module.items:
        if not isinstance(item, ast.DeclarationBlock) or item.word not in ("PARAMETER", "ASSIGNED", "STATE"):
            continue
        for declaration in item.declarations:
            if declaration.name in seen:
                diagnostics.error(declaration.span, f"`{declaration.name}` is declared already, in {seen[declaration.name]}")
            seen.setdefault(declaration.name, item.word)
            if declaration.length.isdigit() and int(declaration.length) == 0:
                diagnostics.error(declaration.span, f"the array `{declaration.name}` needs a length above 0")


def _word(item: _CODE) -> str:
    if isinstance(item, ast.NetReceive):
        return "NET_RECEIVE"
    return f"{item.word} {item.name}".strip() if isinstance(item, ast.CodeBlock) else item.word


def _statements(item: _CODE, nodes: list[object], diagnostics: Diagnostics) -> None:
    """Looks at equations and reactions."""
    word = _word(item).partition(" ")[0]
    primes = [node for node in nodes if isinstance(node, ast.Assign) and node.target.prime]
    if word != "DERIVATIVE":
        for node in primes:
            diagnostics.error(node.span, f"an equation for {node.target.name}' belongs into a DERIVATIVE block")
    elif not primes:
        diagnostics.error(item.span, f"this {_word(item)} block has no equation such as m' = ...")
    for each in nodes:
        if isinstance(each, ast.Reaction) and word != "KINETIC":
            diagnostics.error(each.span, "a reaction belongs into a KINETIC block")
        elif isinstance(each, ast.Reaction):
            for rate in (rate for rate, is_open in zip(each.rates, each.open_rates, strict=False) if is_open):
                message = "only the last term of this rate is multiplied by the reactants, as in NEURON"
                diagnostics.warning(rate.span, f"{message}: put it into parentheses")
    if _word(item) == "AFTER BREAKPOINT":
        diagnostics.warning(item.span, "NEURON 9 refuses AFTER BREAKPOINT when it loads the mechanism")


def _events(item: _CODE, nodes: list[object], symbols: Symbols, diagnostics: Diagnostics) -> None:
    word = _word(item)
    receive = symbols.net_receive
    for node in nodes:
        if isinstance(node, ast.Call) and node.name in _EVENTS and node.name not in symbols.functions:
            if word != "NET_RECEIVE" and not (word == "INITIAL" and node.name == "net_send"):
                places = "INITIAL and NET_RECEIVE blocks" if node.name == "net_send" else "a NET_RECEIVE block"
                diagnostics.error(node.span, f"{node.name} can be in {places} only")
            elif len(node.arguments) != _EVENTS[node.name]:
                wanted = "a delay and a flag" if node.name == "net_send" else "a time"
                diagnostics.error(node.span, f"{node.name} takes {wanted}")
        elif isinstance(node, ast.ForNetcons) and receive is not None and len(node.arguments) != len(receive.arguments):
            n = len(receive.arguments)
            diagnostics.error(
                node.span, f"FOR_NETCONS takes as many arguments as NET_RECEIVE has: {n}, not {len(node.arguments)}"
            )


def _indices(item: _CODE, nodes: list[object], symbols: Symbols, diagnostics: Diagnostics) -> None:
    """Arrays need an index, and nothing else takes one."""
    inner = dict(_own_names(item, nodes))
    for node in nodes:
        if isinstance(node, ast.Conductance) and symbols.role(node.name) is None and node.name not in inner:
            diagnostics.error(node.span, f"CONDUCTANCE names `{node.name}`, which is declared nowhere")
        if not isinstance(node, ast.Name):
            continue
        variable = symbols.variables.get(node.name)
        if node.name in inner:
            is_array = inner[node.name]
        elif variable is not None and variable.kind in (VariableKind.PARAMETER, VariableKind.ASSIGNED, VariableKind.STATE):
            is_array = bool(variable.length)
        else:
            continue
        if is_array and node.index is None:
            diagnostics.error(node.span, f"`{node.name}` is an array and needs an index")
        elif not is_array and node.index is not None:
            diagnostics.error(node.span, f"`{node.name}` is no array and takes no index")


def _own_names(item: _CODE, nodes: list[object]) -> Iterator[tuple[str, bool]]:
    """Yields the names that a block declares itself, and whether they are arrays."""
    if isinstance(item, ast.Function | ast.NetReceive):
        yield from ((argument.name, False) for argument in item.arguments)
    for node in nodes:
        if isinstance(node, ast.LocalName):
            yield node.name, bool(node.length)
        elif isinstance(node, ast.From):
            yield node.variable, False
        elif isinstance(node, ast.ForNetcons):
            yield from ((argument.name, False) for argument in node.arguments)


def _streams(nodes: list[object], symbols: Symbols, diagnostics: Diagnostics) -> None:
    """RANDOM variables are for the functions that draw from them, and for nothing else."""
    streams = {name for name, variable in symbols.variables.items() if variable.kind is VariableKind.RANDOM}
    draws = [node for node in nodes if isinstance(node, ast.Call) and node.name in RANDOM.keys() - symbols.functions.keys()]
    statements = {id(node.value) for node in nodes if isinstance(node, ast.ExpressionStatement)}
    places = set()
    for call in draws:
        first = call.arguments[0] if call.arguments else None
        if not isinstance(first, ast.Name) or first.name not in streams:
            diagnostics.error(call.span, f"{call.name} takes a RANDOM variable first")
        elif len(call.arguments) - 1 not in RANDOM[call.name]:
            counts = " or ".join(str(count) for count in RANDOM[call.name])
            diagnostics.error(call.span, f"{call.name} takes a RANDOM variable and {counts} numbers")
        elif call.name.startswith("random_set") and id(call) not in statements:
            diagnostics.error(call.span, f"{call.name} has no value")
        places.add(id(first))
    for node in nodes:
        if isinstance(node, ast.Name) and node.name in streams and id(node) not in places:
            diagnostics.error(node.span, f"`{node.name}` is a RANDOM variable, which functions such as random_uniform take")


def _calls(nodes: list[object], symbols: Symbols, diagnostics: Diagnostics) -> None:
    """Without C in a file nothing but the file and the library can define a function."""
    if symbols.verbatim_words:
        return
    known = KNOWN | symbols.functions.keys() | symbols.function_tables.keys() | symbols.blocks.keys()
    for node in nodes:
        if isinstance(node, ast.Call) and node.name not in known:
            # lazily: it needs the C parser
            from jneuron.nmodl.verbatim.c_library import LIBRARY

            if node.name not in LIBRARY:
                diagnostics.error(node.span, f"the function `{node.name}` is defined nowhere")
