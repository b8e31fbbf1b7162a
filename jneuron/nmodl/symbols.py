"""What every name of a module stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from jneuron.ir.mechanism_type import GlobalVariable, IonUse, MechanismKind, Variable, VariableKind
from jneuron.lang.diagnostics import Diagnostics
from jneuron.lang.source import Span
from jneuron.lang.visitor import walk
from jneuron.nmodl import ast
from jneuron.nmodl.units import UnitTable, UnknownUnitError

NODE_VARIABLES = frozenset({"v", "diam", "area"})
SIMULATION_VARIABLES = frozenset({"t", "dt", "celsius", "secondorder"})


class Role(Enum):
    """What a name stands for at file level."""

    VARIABLE = "variable of an instance"
    GLOBAL = "variable that all instances share"
    CONSTANT = "constant"
    ION = "variable of an ion"
    SIMULATION = "variable of the simulator"
    FUNCTION = "FUNCTION or PROCEDURE"
    BLOCK = "block"


@dataclass
class Symbols:
    """The names of one module; filled by `collect`, then only read.

    Attributes:
        code: INITIAL, BREAKPOINT and the like, by word ("BEFORE STEP").
        blocks: DERIVATIVE, KINETIC and other blocks with a name.
        state_names: States, ion concentrations among them, in the order of declaration, with their lengths.
        starts: Initial values of states that have a START.
        tolerances: Of states that have one.
        verbatim_words: All words in VERBATIM text, any of which may declare a C variable.
    """

    name: str = ""
    kind: MechanismKind = MechanismKind.DENSITY
    title: str = ""
    variables: dict[str, Variable] = field(default_factory=dict)
    globals: dict[str, GlobalVariable] = field(default_factory=dict)
    constants: dict[str, float] = field(default_factory=dict)
    ions: tuple[IonUse, ...] = ()
    currents: tuple[str, ...] = ()
    electrode_current: bool = False
    functions: dict[str, ast.Function] = field(default_factory=dict)
    function_tables: dict[str, ast.FunctionTable] = field(default_factory=dict)
    blocks: dict[str, ast.CodeBlock] = field(default_factory=dict)
    code: dict[str, ast.CodeBlock] = field(default_factory=dict)
    net_receive: ast.NetReceive | None = None
    state_names: dict[str, int] = field(default_factory=dict)
    starts: dict[str, float] = field(default_factory=dict)
    tolerances: dict[str, float] = field(default_factory=dict)
    threadsafe: bool = False
    verbatim_words: frozenset[str] = frozenset()

    @property
    def ion_names(self) -> frozenset[str]:
        """Names of all ion variables that USEION mentions."""
        return frozenset(name for use in self.ions for name in (*use.reads, *use.writes))

    @property
    def ion_reads(self) -> frozenset[str]:
        """Names of ion variables in READ lists."""
        return frozenset(name for use in self.ions for name in use.reads)

    def role(self, name: str) -> Role | None:
        """Returns what a name stands for, None for an unknown one."""
        for role, names in self._roles:
            if name in names:
                return role
        return None

    @property
    def _roles(self) -> Iterator[tuple[Role, Mapping[str, object] | frozenset[str]]]:
        yield Role.ION, self.ion_names
        yield Role.VARIABLE, self.variables
        yield Role.GLOBAL, self.globals
        yield Role.CONSTANT, self.constants
        yield Role.SIMULATION, SIMULATION_VARIABLES | (NODE_VARIABLES if self.has_node else frozenset())
        yield Role.FUNCTION, self.functions
        yield Role.BLOCK, self.blocks

    @property
    def has_node(self) -> bool:
        """Whether instances sit at a node of a cable."""
        return self.kind in (MechanismKind.DENSITY, MechanismKind.POINT)

    def length(self, name: str) -> int:
        """Returns the length of an array variable, 0 for a scalar."""
        if name in self.variables:
            return self.variables[name].length
        return self.globals[name].length if name in self.globals else 0


_KINDS = {
    "SUFFIX": MechanismKind.DENSITY,
    "POINT_PROCESS": MechanismKind.POINT,
    "ARTIFICIAL_CELL": MechanismKind.ARTIFICIAL,
}


def collect(module: ast.Module, diagnostics: Diagnostics) -> Symbols:
    """Gathers the declarations of a module."""
    symbols = Symbols()
    lists: dict[str, dict[str, ast.NameList]] = {}
    for item in module.items:
        if isinstance(item, ast.NeuronBlock):
            _collect_neuron_block(item, symbols, lists, diagnostics)
    if not symbols.name:
        symbols.name, symbols.kind = "nothing", MechanismKind.FUNCTIONS
    _collect_units(module, symbols, diagnostics)
    for item in module.items:
        _collect_item(item, symbols, lists, diagnostics)
    verbatim = " ".join(node.text for node in walk(module) if isinstance(node, ast.Verbatim))
    symbols.verbatim_words = frozenset(re.findall(r"[A-Za-z_]\w*", verbatim))
    _collect_pointers(lists, symbols)
    _add_starts(module, lists, symbols)
    _add_usetable(symbols)
    _sort_variables(symbols)
    _complain_about_lists(lists, symbols, diagnostics)
    return symbols


def _collect_neuron_block(
    block: ast.NeuronBlock, symbols: Symbols, lists: dict[str, dict[str, ast.NameList]], diagnostics: Diagnostics
) -> None:
    ions: dict[str, IonUse] = {use.name: use for use in symbols.ions}
    currents = list(symbols.currents)
    for item in block.items:
        if isinstance(item, ast.Suffix):
            symbols.name, symbols.kind = item.name, _KINDS[item.word]
            if item.word == "SUFFIX" and item.name == "nothing":
                symbols.kind = MechanismKind.FUNCTIONS
        elif isinstance(item, ast.UseIon):
            old = ions.get(item.name, IonUse(item.name, (), ()))
            own = {f"e{item.name}", f"i{item.name}", f"{item.name}i", f"{item.name}o"}
            for name in (*item.reads, *item.writes):
                if name not in own:
                    diagnostics.error(item.span, f"`{name}` is no variable of the ion {item.name}: {', '.join(sorted(own))}")
            valence = item.valence if item.valence is not None else old.valence
            ions[item.name] = IonUse(item.name, old.reads + item.reads, old.writes + item.writes, valence)
            currents += [name for name in item.writes if name == f"i{item.name}" and name not in currents]
        elif isinstance(item, ast.NameList):
            lists.setdefault(item.word, {}).update(dict.fromkeys(item.names, item))
            if item.word in ("NONSPECIFIC_CURRENT", "ELECTRODE_CURRENT"):
                currents += [name for name in item.names if name not in currents]
                symbols.electrode_current |= item.word == "ELECTRODE_CURRENT"
        elif isinstance(item, ast.Flag):
            symbols.threadsafe |= item.word == "THREADSAFE"
    symbols.ions, symbols.currents = tuple(ions.values()), tuple(currents)


def _collect_units(module: ast.Module, symbols: Symbols, diagnostics: Diagnostics) -> None:
    table = UnitTable()
    constants: list[ast.UnitConstant] = []
    for item in module.items:
        for unit in item.items if isinstance(item, ast.UnitsBlock) else ():
            if isinstance(unit, ast.UnitDefinition):
                table.define(unit.name, unit.value)
            else:
                constants.append(unit)
    for constant in constants:
        if not constant.value.startswith("("):
            symbols.constants[constant.name] = number(constant.value, constant.span, diagnostics)
            continue
        try:
            value = table.parse(constant.value[1:-1]).factor / table.parse(constant.unit or "1").factor
        except UnknownUnitError as error:
            diagnostics.error(constant.span, f"there is no unit {error}")
            value = 1.0
        symbols.constants[constant.name] = value


def _collect_item(
    item: ast.Item, symbols: Symbols, lists: dict[str, dict[str, ast.NameList]], diagnostics: Diagnostics
) -> None:
    match item:
        case ast.Title():
            symbols.title = symbols.title or item.text
        case ast.DeclarationBlock():
            for declaration in item.declarations:
                _declare(item.word, declaration, symbols, lists, diagnostics)
        case ast.LocalVariables():
            for local in item.names:
                length = int(number(local.length, local.span, diagnostics))
                symbols.globals[local.name] = GlobalVariable(local.name, length=length, assigned=True, visible=False)
        case ast.Function():
            if item.name in symbols.functions:
                diagnostics.error(item.span, f"there is a second {item.word} `{item.name}`")
            symbols.functions[item.name] = item
        case ast.FunctionTable():
            symbols.function_tables[item.name] = item
        case ast.CodeBlock(name="") | ast.CodeBlock(word="BEFORE" | "AFTER"):
            _add_code(item, symbols)
        case ast.CodeBlock():
            if item.name in symbols.blocks:
                diagnostics.error(item.span, f"there is a second block `{item.name}`")
            symbols.blocks[item.name] = item
        case ast.NetReceive():
            if symbols.net_receive is not None:
                diagnostics.error(item.span, "there is a second NET_RECEIVE block")
            symbols.net_receive = item


def _add_code(item: ast.CodeBlock, symbols: Symbols) -> None:
    """Takes a block of code; what a second one of its kind says follows what the first does."""
    kind = f"{item.word} {item.name}".strip()
    before = symbols.code.get(kind)
    if before is not None:
        item = replace(item, body=replace(item.body, statements=before.body.statements + item.body.statements))
    symbols.code[kind] = item


def _declare(
    word: str,
    declaration: ast.Declaration,
    symbols: Symbols,
    lists: dict[str, dict[str, ast.NameList]],
    diagnostics: Diagnostics,
) -> None:
    name = declaration.name
    value = number(declaration.value, declaration.span, diagnostics)
    length = int(number(declaration.length, declaration.span, diagnostics))
    if word == "STATE":
        symbols.state_names[name] = length
        if declaration.start:
            _start(name, _rounded(number(declaration.start, declaration.span, diagnostics)), symbols)
        if declaration.tolerance:
            symbols.tolerances[name] = _rounded(number(declaration.tolerance, declaration.span, diagnostics))
    if word == "CONSTANT":
        symbols.constants[name] = value
        return
    value = _rounded(value)
    nodal = NODE_VARIABLES if symbols.has_node else frozenset()
    if name in SIMULATION_VARIABLES | nodal:
        return
    if name in symbols.ion_names:
        # a current's RANGE variable stands beside the ion's: the user sees each mechanism's own share
        if name in lists.get("RANGE", {}) and any(name == f"i{use.name}" for use in symbols.ions):
            symbols.variables[name] = Variable(name, VariableKind.ASSIGNED, 0.0, declaration.unit, length)
        return
    limits = [_rounded(number(limit, declaration.span, diagnostics)) for limit in declaration.limits or ()]
    low, high = limits or (None, None)
    is_parameter = word == "PARAMETER"
    in_range = name in lists.get("RANGE", {}) or name in symbols.currents
    is_shared = name in lists.get("GLOBAL", {}) or symbols.kind is MechanismKind.FUNCTIONS or (is_parameter and not in_range)
    if is_shared and not any(name in lists.get(word, {}) for word in ("POINTER", "BBCOREPOINTER", "EXTERNAL")):
        symbols.globals[name] = GlobalVariable(name, value, declaration.unit, length, assigned=not is_parameter)
        return
    kind = VariableKind.STATE if word == "STATE" else VariableKind.PARAMETER if is_parameter else VariableKind.ASSIGNED
    visible = (in_range and name not in NODE_VARIABLES) or word == "STATE"
    if name in symbols.variables and word != "STATE":
        return
    symbols.variables[name] = Variable(name, kind, value, declaration.unit, length, visible, low, high)


def number(text: str, span: Span, diagnostics: Diagnostics) -> float:
    """Returns the number that stands in a place for one; 0, with an error, where something else does."""
    try:
        return float(text or 0)
    except ValueError:
        diagnostics.error(span, f"`{text.lstrip('-')}` is not a number, nor DEFINE'd as one")
        return 0.0


def _rounded(value: float) -> float:
    """Returns a default, limit or start as NEURON keeps it: written with six digits."""
    return float(f"{value:g}")


def _collect_pointers(lists: dict[str, dict[str, ast.NameList]], symbols: Symbols) -> None:
    """Turns POINTER, EXTERNAL and RANDOM names into variables of their kind, declared elsewhere or not."""
    for word, kind in (
        ("POINTER", VariableKind.POINTER),
        ("BBCOREPOINTER", VariableKind.POINTER),
        ("EXTERNAL", VariableKind.POINTER),
        ("RANDOM", VariableKind.RANDOM),
    ):
        for name in lists.get(word, {}):
            if word == "EXTERNAL" and name in SIMULATION_VARIABLES:
                continue
            symbols.globals.pop(name, None)
            old = symbols.variables.pop(name, None)
            # nobody but the program sets where an EXTERNAL points
            symbols.variables[name] = Variable(name, kind, unit=old.unit if old else "", visible=word != "EXTERNAL")


def keep_objects(symbols: Symbols, streams: Iterable[str], handles: Iterable[str], vectors: Iterable[str]) -> None:
    """Turns variables that C uses to hold objects into variables of their kinds.

    Args:
        streams: Those that hold a Random123 stream, none at first.
        handles: Those that hold any other object.
        vectors: Those of them that hold a Vector whose elements kernels read.
    """
    for name in sorted(streams):
        symbols.globals.pop(name, None)
        symbols.variables[name] = Variable(name, VariableKind.RANDOM, default=-1.0, visible=False)
    for name in sorted(handles):
        symbols.globals.pop(name, None)
        symbols.variables[name] = Variable(name, VariableKind.HANDLE, visible=False)
    for name in sorted(vectors):
        symbols.variables[f"{name} elements"] = Variable(f"{name} elements", VariableKind.VECTOR, length=1, visible=False)
    _sort_variables(symbols)


def _start(state: str, value: float, symbols: Symbols) -> None:
    """Notes the START of a state, which counts more than the number of a parameter `m0` that stands before it."""
    symbols.starts[state] = value
    name = f"{state}0"
    if name in symbols.globals:
        symbols.globals[name] = replace(symbols.globals[name], default=value)
    elif name in symbols.variables:
        symbols.variables[name] = replace(symbols.variables[name], default=value)


def _add_starts(module: ast.Module, lists: dict[str, dict[str, ast.NameList]], symbols: Symbols) -> None:
    """Declares the start of a state, `m0` for `m`, where only RANGE, GLOBAL or code names it; there as a constant."""
    named = {node.name for node in walk(module) if isinstance(node, ast.Name)}
    for state in symbols.state_names:
        name, value = f"{state}0", symbols.starts.get(state, 0.0)
        if symbols.role(name) is not None:
            continue
        unit = symbols.variables[state].unit if state in symbols.variables else ""
        if name in lists.get("RANGE", {}):
            symbols.variables[name] = Variable(name, VariableKind.PARAMETER, value, unit)
        elif name in lists.get("GLOBAL", {}):
            symbols.globals[name] = GlobalVariable(name, value, unit)
        elif name in named:
            symbols.constants[name] = value


def _add_usetable(symbols: Symbols) -> None:
    for function in symbols.functions.values():
        if any(isinstance(statement, ast.Table) for statement in function.body.statements):
            symbols.globals["usetable"] = GlobalVariable("usetable", 1.0, static=True)
            return


_ORDER = (
    VariableKind.PARAMETER, VariableKind.ASSIGNED, VariableKind.STATE, VariableKind.POINTER, VariableKind.RANDOM,
    VariableKind.HANDLE, VariableKind.VECTOR,
)  # fmt: skip


def _sort_variables(symbols: Symbols) -> None:
    """Puts variables in NEURON's order: what users see by kind, then the hidden ones."""
    ordered = sorted(symbols.variables.values(), key=lambda variable: (not variable.visible, _ORDER.index(variable.kind)))
    symbols.variables = {variable.name: variable for variable in ordered}


def _complain_about_lists(lists: dict[str, dict[str, ast.NameList]], symbols: Symbols, diagnostics: Diagnostics) -> None:
    """Names of currents have to be declared; NEURON passes over others that are not, and so do we, with a warning."""
    for word in ("RANGE", "GLOBAL", "NONSPECIFIC_CURRENT", "ELECTRODE_CURRENT"):
        for name, item in lists.get(word, {}).items():
            if symbols.role(name) is None:
                complain = diagnostics.error if word.endswith("CURRENT") else diagnostics.warning
                complain(item.span, f"{word} names `{name}`, which is declared nowhere")
