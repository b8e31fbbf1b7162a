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
from jneuron.nmodl.verbatim.chunks import known_tags, parse, pieces
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
        self._definitions: dict[str, tuple[Any, CType]] = {}
        self._reasons: dict[str, str] = {}
        self._written: dict[str, PythonWriter] = {}
        self._statics: list[tuple[str, str]] = []
        self._typedefs = ""

    # ---- gathering

    def add_file_level(self, blocks: Iterable[ast.Verbatim]) -> None:
        """Takes the C at file level."""
        texts = []
        for block in blocks:
            line = self._source.position(block.span.start).line
            texts.append(f"#line {line}\n{preprocess(block.text, self._macros)}\n")
        text = "".join(texts)
        self._typedefs = known_tags(text) + "\n"
        try:
            items = parse(text, self._typedefs)
        except NotTranslatedError:
            items = self._parsed_pieces(texts)
        for item in items:
            self._add(item)
        names = dict.fromkeys(item.name for item in items if isinstance(item, c_ast.Typedef))
        self._typedefs = " ".join(f"typedef int {name};" for name in names) + "\n"

    def _parsed_pieces(self, texts: list[str]) -> list[Any]:
        """Returns what can be parsed piece by piece; a function that can't is refused when it is called."""
        items: list[Any] = []
        for text in texts:
            first, _, rest = text.partition("\n")
            start = int(first.split()[1])
            for piece in pieces(rest):
                header, _, body = piece.partition("\n")
                line = int(header.split()[1]) + start - 1
                try:
                    items += parse(f"#line {line}\n{body}", self._typedefs)
                except NotTranslatedError as error:
                    name = re.search(r"(\w+)\s*\([^()]*\)[^(){};]*\{", body)
                    if name is not None:
                        self._reasons[name.group(1)] = f"line {line} is C that is not translated ({error})"
                        self._names.functions[name.group(1)] = CFunction(name.group(1), DOUBLE, ())
        return items

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
        self._definitions[f"={item.name}"] = (item, kind)

    def _add_function(self, item: c_ast.FuncDef) -> None:
        name, kind = item.decl.name, self._names.types.of(item.decl)
        assert isinstance(kind, Function)
        parameters = [self._names.types.of(p) for _, p in _parameters(item)]
        self._names.functions[name] = CFunction(name, kind.result, tuple(parameters))
        self._definitions[name] = (item, kind.result)

    def add_nmodl(
        self, functions: Mapping[str, ast.Function], kernels: Iterable[KernelBlock], bridged: Mapping[str, Effects]
    ) -> None:
        """Takes FUNCTIONs, PROCEDUREs and kernels; the functions in `bridged` are called in their other form."""
        for name, function in functions.items():
            parameters = (DOUBLE,) * len(function.arguments)
            self._names.functions[name] = CFunction(name, DOUBLE, parameters)
        receive = self._symbols.net_receive
        arguments = tuple(a.name for a in receive.arguments) if receive is not None else ()
        for name, effects in bridged.items():
            self._bridge(name, effects)
        for name, function in functions.items():
            if name in bridged:
                continue
            self._add_c(name, function.body, [a.name for a in function.arguments], function.word == "FUNCTION", ())
        for kernel in kernels:
            net = arguments if kernel.name.startswith("net_") else ()
            self._names.instance |= dict.fromkeys((*net, "flag"), DOUBLE) if net or kernel.name == "net_receive" else {}
            self._add_c(KERNEL + kernel.name, kernel.body, [], False, net)

    def _bridge(self, name: str, effects: Effects) -> None:
        writer = self._written[name] = PythonWriter()
        with writer.indented(f"def {function_text(name)}(I, *values):"):
            writer.line(f"return C.bridge({name!r}, I, values)")
        reads = {each for each in effects.reads if not each.startswith("@")}
        self._names.used[name], self._names.written[name] = reads | set(effects.writes), set(effects.writes)

    def _add_c(self, name: str, body: ast.Block, arguments: list[str], is_function: bool, net: tuple[str, ...]) -> None:
        local = [*arguments, name] if is_function else arguments
        writer = CWriter(self._source, self._macros.copy(), local, net, self._symbols.constants)
        try:
            writer.block(body)
            parameters = ", ".join(f"double _l{argument}" for argument in arguments) or "void"
            result = (f"double _l{name} = 0.0;", f"return _l{name};") if is_function else ("", "")
            word = "double" if is_function else "void"
            text = "\n".join((f"{word} {name}({parameters}) {{", result[0], *writer.lines, result[1], "}"))
            item = parse(text, self._typedefs)[-1]
            self._definitions[name] = (item, DOUBLE if is_function else VOID)
        except NotTranslatedError as error:
            self._reasons[name] = str(error)

    @property
    def c_functions(self) -> frozenset[str]:
        """Functions that C defines at file level."""
        return frozenset(self._names.functions)

    # ---- writing

    def write(self) -> HostCode:
        """Returns the host code."""
        for name, (item, kind) in self._definitions.items():
            if not name.startswith("="):
                self._write_function(name, item, kind)
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

    def _write_function(self, name: str, item: c_ast.FuncDef, result: CType) -> None:
        writer = PythonWriter()
        scope = Scope(self._names, name, pointed_at(item.body))
        body = StatementWriter(scope, writer, result)
        try:
            parameters = [scope.declare(p, k) for p, k in zip((n for n, _ in _parameters(item)), self._types_of(item))]
            texts = [p.text for p in parameters]
            with writer.indented(f"def {function_text(name)}({', '.join(['I', *texts])}):"):
                for parameter in parameters:
                    if parameter.boxed:
                        kind, text = letter(parameter.type), parameter.text
                        writer.line(f"{text} = numbers({kind!r}, 1, ({text},))" if kind else f"{text} = [{text}]")
                body.body(item.body.block_items or [])
            self._written[name] = writer
            self._statics += body.statics
        except (NotTranslatedError, *ODD_C) as error:
            where = writer.origin or (item.coord.line if item.coord else 0)
            self._reasons[name] = f"line {where} is C that is not translated ({error}): {self._shown(where)}"

    def _types_of(self, item: c_ast.FuncDef) -> list[CType]:
        return [decayed(self._names.types.of(p)) for _, p in _parameters(item)]

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
        for name, (item, kind) in self._definitions.items():
            if not name.startswith("="):
                continue
            try:
                out.line(f"{attribute('G', item.name)} = {body.initial(kind, item.init)}")
            except NotTranslatedError:
                out.line(f"{attribute('G', item.name)} = {empty_value(kind, self._names.types)}")
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
