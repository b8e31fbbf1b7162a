"""Writes the C of a .mod file, and the NMODL around it, as Python that runs on the host."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pycparser import c_ast

from jneuron.ir.mechanism_type import VariableKind
from jneuron.lang.python_writer import PythonWriter
from jneuron.lang.source import Source
from jneuron.nmodl import ast
from jneuron.nmodl.effects import Effects
from jneuron.nmodl.passes.kernels import KernelBlock
from jneuron.nmodl.symbols import Symbols
from jneuron.nmodl.verbatim import runtime
from jneuron.nmodl.verbatim.as_c import CWriter
from jneuron.nmodl.verbatim.c_library import STREAM
from jneuron.nmodl.verbatim.c_types import (
    ADDRESS,
    DOUBLE,
    ODD_C,
    VOID,
    Array,
    CType,
    Function,
    NotTranslatedError,
    Struct,
    Types,
    decayed,
    letter,
)
from jneuron.nmodl.verbatim.chunks import functions_apart, known_tags, parse, pieces, statements_of
from jneuron.nmodl.verbatim.expressions import function_text
from jneuron.nmodl.verbatim.preprocess import Macro, Macros, preprocess
from jneuron.nmodl.verbatim.scopes import (
    CFunction,
    Names,
    Scope,
    attribute,
    empty_value,
    pointed_at,
    struct_class,
)
from jneuron.nmodl.verbatim.statements import StatementWriter, variable_of_file

KERNEL = "kernel_"
_WORD = re.compile(r"[A-Za-z_]\w*")


@dataclass(frozen=True)
class HostFunction:
    """A function of the host code.

    Attributes:
        reads: NMODL's variables that it, or what it calls, touches.
        writes: Those that may change.
        reason: Why it could not be translated; empty where it could.
        uses_interpreter: Whether it asks for arguments or the like.
        asks: Which events it may ask for.
    """

    reads: frozenset[str]
    writes: frozenset[str]
    reason: str = ""
    uses_interpreter: bool = False


@dataclass(frozen=True)
class _Definition:
    """A function to be written.

    Attributes:
        parameters: Their names and types.
        statements: The C.
        value: The variable that a FUNCTION returns at its end; empty where there is none.
    """

    parameters: tuple[tuple[str, CType], ...]
    statements: tuple[Any, ...]
    result: CType
    value: str = ""


@dataclass
class HostCode:
    """The host code of a file: Python lines with their origins, and what each function does."""

    lines: list[str] = field(default_factory=list)
    origins: list[int] = field(default_factory=list)
    functions: dict[str, HostFunction] = field(default_factory=dict)


class HostModuleWriter:
    """Gathers a file's C and NMODL, and writes all of it as one Python function that returns its functions."""

    def __init__(self, source: Source, symbols: Symbols, streams: Iterable[str], handles: Iterable[str]) -> None:
        self._source, self._symbols = source, symbols
        self._macros = Macros()
        self._macros.known |= {name: Macro(repr(value)) for name, value in symbols.constants.items()}
        self._names = Names(Types())
        self._names.instance = _instance_types(symbols, frozenset(streams), frozenset(handles))
        self._functions: dict[str, _Definition] = {}
        self._variables: dict[str, tuple[c_ast.Decl, CType]] = {}
        self._reasons: dict[str, str] = {}
        self._written: dict[str, PythonWriter] = {}
        self._statics: list[tuple[str, str]] = []
        self._typedefs = ""
        self._unparsed: dict[str, str] = {}
        self._addressed: set[str] = set()

    # ---- gathering

    def add_file_level(self, blocks: Iterable[ast.Verbatim]) -> None:
        """Takes the C at file level; its functions are parsed when something calls them."""
        texts = []
        for block in blocks:
            line = self._source.position(block.span.start).line
            texts.append((line, preprocess(block.text, self._macros)))
        whole = "".join(f"#line {line}\n{text}\n" for line, text in texts)
        self._typedefs = known_tags(whole)
        apart = functions_apart(texts)
        try:
            items = parse(whole if apart is None else apart.rest, self._typedefs)
        except NotTranslatedError:
            apart, items = None, self._parsed_pieces(texts)
        for item in items:
            self._add(item)
        names = dict.fromkeys(item.name for item in items if isinstance(item, c_ast.Typedef))
        self._typedefs = "".join(f"typedef int {name}; " for name in names)
        if apart is not None:
            self._unparsed = dict(apart.functions)
            self._addressed = set(re.findall(r"\w+", " ".join(re.findall(r"=([^;]*);", apart.rest))))

    def _parsed_pieces(self, texts: list[tuple[int, str]]) -> list[Any]:
        """Returns what can be parsed piece by piece; a function that can't is refused when it is called."""
        items: list[Any] = []
        for line, text in texts:
            for piece in pieces(text, line):
                items += self._parsed_or_refused(piece)
        return items

    def _parsed_or_refused(self, piece: str) -> list[Any]:
        """Returns what is declared in a piece of C that begins with its `#line`."""
        try:
            return parse(piece, self._typedefs)
        except NotTranslatedError as error:
            header, _, body = piece.partition("\n")
            name = re.search(r"(\w+)\s*\([^()]*\)[^(){};]*\{", body)
            if name is not None:
                self._reasons[name.group(1)] = f"line {header.split()[1]} is C that is not translated ({error})"
                self._names.functions[name.group(1)] = CFunction(name.group(1), DOUBLE, ())
            return []

    def _add(self, item: Any) -> None:
        types = self._names.types
        try:
            if isinstance(item, c_ast.Typedef):
                types.named[item.name] = types.of(item)
            elif isinstance(item, c_ast.FuncDef):
                self._add_function(item)
            elif isinstance(item, c_ast.Decl):
                self._add_declaration(item)
        except (NotTranslatedError, *ODD_C) as error:
            name = getattr(item, "name", None) or getattr(getattr(item, "decl", None), "name", "")
            self._reasons[str(name)] = self._located(str(error), item)

    def _add_declaration(self, item: c_ast.Decl) -> None:
        kind = self._names.types.of(item)
        if item.name is None or isinstance(kind, Function) or "extern" in item.storage:
            return
        if isinstance(kind, Array) and kind.length < 0 and item.init is not None:
            length = len(item.init.exprs) if isinstance(item.init, c_ast.InitList) else len(item.init.value) - 1
            kind = Array(kind.item, length)
        self._names.globals[item.name] = variable_of_file(item.name, kind)
        self._variables[item.name] = (item, kind)

    def _add_function(self, item: c_ast.FuncDef) -> None:
        name, kind = item.decl.name, self._names.types.of(item.decl)
        assert isinstance(kind, Function)
        parameters = tuple((each, self._names.types.of(declared)) for each, declared in _parameters(item))
        self._names.functions[name] = CFunction(name, kind.result, tuple(type_ for _, type_ in parameters))
        decays = tuple((each, decayed(type_)) for each, type_ in parameters)
        self._functions[name] = _Definition(decays, tuple(item.body.block_items or ()), kind.result)

    def add_nmodl(
        self,
        functions: Mapping[str, ast.Function],
        kernels: Iterable[KernelBlock],
        bridged: Mapping[str, Effects],
        wanted: Iterable[str],
    ) -> None:
        """Takes what is wanted of FUNCTIONs, PROCEDUREs and kernels, and all that these call.

        Args:
            bridged: Functions that are called in their other form, with what they do.
            wanted: Names of functions, and of kernels with `kernel_` before.
        """
        for name, function in functions.items():
            self._names.functions[name] = CFunction(name, DOUBLE, (DOUBLE,) * len(function.arguments))
        receive = self._symbols.net_receive
        arguments = tuple(a.name for a in receive.arguments) if receive is not None else ()
        blocks = {KERNEL + kernel.name: kernel for kernel in kernels}
        if receive is not None:
            self._names.instance |= dict.fromkeys((*arguments, "flag"), DOUBLE)
        waiting, met = [*self._addressed, *wanted], set[str]()
        while waiting:
            name = waiting.pop()
            if name in met:
                continue
            met.add(name)
            if name in bridged:
                self._bridge(name, bridged[name])
            elif name in functions:
                function = functions[name]
                own = [a.name for a in function.arguments]
                waiting += self._add_c(name, function.body, own, function.word == "FUNCTION", ())
            elif name in blocks:
                net = arguments if name.startswith(f"{KERNEL}net_") else ()
                waiting += self._add_c(name, blocks[name].body, [], False, net)
            elif name in self._unparsed:
                waiting += self._add_unparsed(name)

    def _add_unparsed(self, name: str) -> list[str]:
        """Takes a function of C at file level; returns the words in it."""
        text = self._unparsed.pop(name)
        for item in self._parsed_or_refused(text)[-1:]:
            self._add(item)
        return _WORD.findall(text)

    def _bridge(self, name: str, effects: Effects) -> None:
        writer = self._written[name] = PythonWriter()
        with writer.indented(f"def {function_text(name)}(I, *values):"):
            writer.line(f"return C.bridge({name!r}, I, values)")
        reads = {each for each in effects.reads if not each.startswith("@")}
        self._names.used[name], self._names.written[name] = reads | set(effects.writes), set(effects.writes)

    def _add_c(self, name: str, body: ast.Block, arguments: list[str], is_function: bool, net: tuple[str, ...]) -> list[str]:
        """Takes a FUNCTION, a PROCEDURE or a kernel; returns the words in it."""
        local = [*arguments, name] if is_function else arguments
        writer = CWriter(self._source, self._macros.copy(), local, net, self._symbols.constants)
        try:
            writer.block(body)
            statements = statements_of("\n".join(writer.lines), self._typedefs)
            parameters = tuple((f"_l{argument}", DOUBLE) for argument in arguments)
            value = f"_l{name}" if is_function else ""
            self._functions[name] = _Definition(parameters, statements, DOUBLE if is_function else VOID, value)
        except NotTranslatedError as error:
            line = self._source.position(body.span.start).line
            self._reasons[name] = f"in the block from line {line} on is C that is not translated ({error})"
        return _WORD.findall("\n".join(writer.lines))

    @property
    def c_functions(self) -> frozenset[str]:
        """Functions that C defines at file level."""
        return frozenset(self._names.functions) | self._unparsed.keys()

    # ---- writing

    def write(self) -> HostCode:
        """Returns the host code."""
        for name, definition in self._functions.items():
            self._write_function(name, definition)
        code = HostCode()
        out = PythonWriter()
        with out.indented("def host_code(C, S):"):
            out.line("G = C.statics")
            for tag, fields in self._names.types.structs.items():
                self._write_struct(out, tag, fields)
            for writer in self._written.values():
                out.line()
                for line, origin in zip(writer.lines, writer.origins):
                    out.origin = origin
                    out.line(line)
            out.origin = 0
            for name, reason in self._reasons.items():
                if name and not name.startswith("="):
                    out.line()
                    with out.indented(f"def {function_text(name)}(*_):"):
                        out.line(f"c_refused({name.removeprefix(KERNEL)!r}, {reason!r})")
            out.line()
            self._write_statics(out)
            names = [*self._written, *(name for name in self._reasons if name and not name.startswith("="))]
            out.line(f"return {{{', '.join(f'{name!r}: {function_text(name)}' for name in names)}}}")
        code.lines, code.origins = out.lines, out.origins
        code.functions = {name: self._describe(name) for name in (*self._written, *self._reasons)}
        return code

    def _write_function(self, name: str, definition: _Definition) -> None:
        writer = PythonWriter()
        statements = definition.statements
        scope = Scope(self._names, name, pointed_at(c_ast.Compound(list(statements))))
        body = StatementWriter(scope, writer, definition.result)
        try:
            parameters = [scope.declare(*each) for each in definition.parameters]
            texts = [p.text for p in parameters]
            with writer.indented(f"def {function_text(name)}({', '.join(['I', *texts])}):"):
                value = scope.declare(definition.value, DOUBLE) if definition.value else None
                if value is not None:
                    writer.line(f"{value.text} = 0.0")
                for variable in (*parameters, *([value] if value is not None else ())):
                    if variable.boxed:
                        kind, text = letter(variable.type), variable.text
                        writer.line(f"{text} = numbers({kind!r}, 1, ({text},))" if kind else f"{text} = [{text}]")
                body.body(list(statements))
                if value is not None:
                    writer.line(f"return {value.text}[0]" if value.boxed else f"return {value.text}")
            self._written[name] = writer
            self._statics += body.statics
        except (NotTranslatedError, *ODD_C) as error:
            where = writer.origin or _first_line(statements)
            self._reasons[name] = f"line {where} is C that is not translated ({error}): {self._shown(where)}"

    def _write_struct(self, out: PythonWriter, tag: str, fields: dict[str, CType]) -> None:
        out.line()
        if tag in self._names.types.unions:
            self._write_union(out, tag, fields)
            return
        with out.indented(f"class {struct_class(tag)}(Record):"):
            out.line(f"fields = {tuple(fields)!r}")
            out.line()
            with out.indented("def __init__(self, *values):"):
                for name, kind in fields.items():
                    out.line(f"{attribute('self', name)} = {empty_value(kind, self._names.types)}")
                out.line("self.fill(values)")

    def _write_union(self, out: PythonWriter, tag: str, fields: dict[str, CType]) -> None:
        shapes = []
        for name, kind in fields.items():
            item, length = (kind.item, kind.length) if isinstance(kind, Array) else (kind, 0)
            if not letter(item):
                raise NotTranslatedError(f"the union {tag} of what is no number")
            shapes.append((name, letter(item), length))
        out.line(f"{struct_class(tag)} = c_union({tuple(shapes)!r}, {self._names.types.size(Struct(tag))})")

    def _write_statics(self, out: PythonWriter) -> None:
        scope = Scope(self._names, "", frozenset())
        body = StatementWriter(scope, out, VOID)
        for name, (item, kind) in self._variables.items():
            try:
                out.line(f"{attribute('G', name)} = {body.initial(kind, item.init)}")
            except NotTranslatedError:
                out.line(f"{attribute('G', name)} = {empty_value(kind, self._names.types)}")
        for name, value in self._statics:
            out.line(f"G.{name} = {value}")

    # ---- what functions do

    def _describe(self, name: str) -> HostFunction:
        reached, waiting = set(), [name]
        while waiting:
            one = waiting.pop()
            if one not in reached:
                reached.add(one)
                waiting += self._names.calls.get(one, ())
                waiting += self._names.addressed if one in self._names.by_pointer else ()
        touched = set().union(*(self._names.used.get(one, ()) for one in reached))
        written = set().union(*(self._names.written.get(one, ()) for one in reached))
        # whoever touches a stream may draw from it
        written |= {each for each in touched if self._names.instance.get(each) == STREAM}
        reasons = [self._reasons[one] for one in (name, *sorted(reached)) if one in self._reasons]
        services = set().union(*(self._names.services.get(one, ()) for one in reached))
        return HostFunction(frozenset(touched | written), frozenset(written), reasons[0] if reasons else "", bool(services))

    def _located(self, reason: str, item: Any) -> str:
        line = item.coord.line if item.coord is not None else 0
        return f"line {line} is C that is not translated ({reason}): {self._shown(line)}"

    def _shown(self, line: int) -> str:
        lines = self._source.text.split("\n")
        text = lines[line - 1].strip() if 0 < line <= len(lines) else ""
        return text if len(text) <= 80 else text[:77] + "..."


def used_names(lines: Iterable[str]) -> list[str]:
    """Returns what the lines of host code take from the runtime."""
    known = {name for name in vars(runtime) if not name.startswith("_")} - {"math", "os", "sys", "clock", "Any", "annotations"}
    words = set(re.findall(r"\b[A-Za-z_]\w*", "\n".join(lines)))
    return sorted(known & words)


def _first_line(statements: Iterable[Any]) -> int:
    return next((item.coord.line for item in statements if item.coord is not None), 0)


def _parameters(item: c_ast.FuncDef) -> list[tuple[str, Any]]:
    """Returns the names and declarations of a function's parameters, of the old style too."""
    declared = {d.name: d for d in item.param_decls or ()}
    arguments = item.decl.type.args.params if item.decl.type.args is not None else []
    found: list[tuple[str, Any]] = []
    for argument in arguments:
        if isinstance(argument, c_ast.ID):
            found.append((argument.name, declared.get(argument.name) or argument))
        elif isinstance(argument, c_ast.Decl) and argument.name:
            found.append((argument.name, argument))
    return found


def _instance_types(symbols: Symbols, streams: frozenset[str], handles: frozenset[str]) -> dict[str, CType]:
    """Returns the C types of NMODL's variables."""
    types: dict[str, CType] = dict.fromkeys(("t", "dt", "celsius", "secondorder", *symbols.ion_names), DOUBLE)
    if symbols.has_node:
        types |= dict.fromkeys(("v", "diam", "area"), DOUBLE)
    for name in (*symbols.globals, *symbols.variables):
        types[name] = Array(DOUBLE, symbols.length(name)) if symbols.length(name) else DOUBLE
    types |= dict.fromkeys(handles, ADDRESS)
    random = {v.name for v in symbols.variables.values() if v.kind is VariableKind.RANDOM}
    return types | dict.fromkeys(streams | random, STREAM)
