"""The compiler's passes, listed once, from text to Python.

parse            text to tree
splice_includes  INCLUDEd files in place
replace_defines  numbers for DEFINE'd names
keep_event_time  `_tsav` of C as a variable
translate_verbatim  NMODL in the place of C
rename_hiding    LOCAL names that hide others get names of their own
collect          what each name stands for
complain_of_misplaced  errors: what stands where it can't
split_tables     look-up and exact computation of each TABLE
plan_host        what of the C is left for the host to run, as Python
kernel_blocks    one block for each thing NEURON calls; SOLVE statements become plain statements
function_effects what functions read and set
emit_module      Python
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, replace

from jneuron.base.errors import ModSemanticError, ModSyntaxError, UnsupportedError
from jneuron.ir.mechanism_type import MechanismType
from jneuron.lang.diagnostics import Diagnostics
from jneuron.lang.python_loader import compile_emitted, run_emitted
from jneuron.lang.source import Source
from jneuron.lang.visitor import walk
from jneuron.nmodl import ast
from jneuron.nmodl.effects import function_effects, recursive_functions
from jneuron.nmodl.emit.module import emit_module
from jneuron.nmodl.emit.values import Program
from jneuron.nmodl.lexer import syntax_text
from jneuron.nmodl.library_functions import KNOWN
from jneuron.nmodl.parser import Parsed, parse_blocks
from jneuron.nmodl.passes.event_time import keep_event_time
from jneuron.nmodl.passes.include import replace_defines, splice_includes
from jneuron.nmodl.passes.kernels import KernelBlock, kernel_blocks, lower_solves
from jneuron.nmodl.passes.misplaced import complain_of_misplaced
from jneuron.nmodl.passes.shadowing import rename_hiding
from jneuron.nmodl.passes.tables import split_tables
from jneuron.nmodl.passes.thread_safety import is_thread_safe
from jneuron.nmodl.passes.verbatim import translate_verbatim
from jneuron.nmodl.refused_by_neuron import note_refusals
from jneuron.nmodl.symbols import Symbols, collect, keep_objects
from jneuron.nmodl.unparse import block_lines, unparse


@dataclass(frozen=True)
class Emitted:
    """Emitted Python and, for each of its lines, the line of the .mod file that it stands for."""

    text: str
    origins: tuple[int, ...]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Stage:
    """The module after one pass.

    Attributes:
        name: The pass.
        text: The module as text: NMODL until the last pass, then Python.
        emitted: The Python, after the last pass.
    """

    name: str
    text: str
    emitted: Emitted | None = None


def compile_source(source: Source, digest: str = "") -> Emitted:
    """Compiles a .mod file to Python.

    Raises:
        ModSyntaxError: The text is not NMODL.
        ModSemanticError: It is, and means nothing; every finding at once.
        UnsupportedError: It needs what is not there yet.
    """
    try:
        return _compile(source, digest, [])
    except (ModSyntaxError, ModSemanticError, UnsupportedError) as error:
        # where in the compiler it was noticed is of no use to anybody
        raise error.with_traceback(None) from None


def stages(source: Source) -> list[Stage]:
    """Compiles a .mod file and returns the module after each pass; raises as `compile_source` does."""
    trail: list[tuple[str, ast.Module | list[KernelBlock]]] = []
    emitted = _compile(source, "", trail)
    texts = [Stage(name, unparse(tree) if isinstance(tree, ast.Module) else _kernels_text(tree)) for name, tree in trail]
    return [*texts, Stage("emit", emitted.text, emitted)]


def _kernels_text(kernels: list[KernelBlock]) -> str:
    return "\n".join("\n".join(block_lines(kernel.name, kernel.body)) + "\n" for kernel in kernels)


def _compile(source: Source, digest: str, trail: list[tuple[str, ast.Module | list[KernelBlock]]]) -> Emitted:
    """Runs the passes; `trail` gets the module after each."""
    parsed = parse_blocks(source)
    if parsed.errors:
        raise _with_other_findings(parsed, source)
    trail.append(("parse", parsed.module))
    module = keep_event_time(replace_defines(splice_includes(parsed.module, source)))
    trail.append(("include", module))
    diagnostics = Diagnostics(source)
    try:
        return _emit(module, digest, diagnostics, trail)
    except Exception:
        # what comes after a mistake may stumble over it
        diagnostics.raise_errors()
        raise


def _with_other_findings(parsed: Parsed, source: Source) -> ModSyntaxError:
    """Returns the first error of a text that does not parse; what else is wrong with the file are its notes."""
    first, *others = parsed.errors
    notes = [syntax_text(error) for error in others]
    if parsed.all_declared:
        diagnostics = Diagnostics(source)
        with suppress(Exception):
            _emit(keep_event_time(replace_defines(splice_includes(parsed.module, source))), "", diagnostics, [])
        # what speaks of a block that is lost may come from that
        found = (f for f in diagnostics.errors if not parsed.lost.intersection(re.findall(r"`(\w+)`", f.message)))
        notes += [finding.render(source) for finding in found]
    for note in notes:
        first.add_note(note)
    return first


def _emit(
    original: ast.Module, digest: str, diagnostics: Diagnostics, trail: list[tuple[str, ast.Module | list[KernelBlock]]]
) -> Emitted:
    """Runs the passes behind the tree as it is written."""
    source = diagnostics.source
    verbatim = translate_verbatim(original, source)
    module = verbatim.module
    trail.append(("verbatim", module))
    module = rename_hiding(module)
    symbols = collect(module, diagnostics)
    note_refusals(original, symbols, diagnostics)
    complain_of_misplaced(original, symbols, diagnostics)
    keep_objects(symbols, verbatim.held.streams, verbatim.held.handles, verbatim.vectors)
    thread_safe = is_thread_safe(original, symbols)
    functions, tables = split_tables(symbols, diagnostics, at_call=not thread_safe)
    kernels = kernel_blocks(symbols, diagnostics)
    trail.append(("kernels", kernels))
    functions = {
        name: replace(function, body=lower_solves(function.body, symbols, diagnostics)) for name, function in functions.items()
    }
    symbols = replace(symbols, functions=functions)
    effects = function_effects(symbols, functions)
    host = None
    if _may_hold_c(original, symbols):
        # lazily: the C parser is needed by few files
        from jneuron.nmodl.verbatim.plan import plan_host

        host = plan_host(source, original, verbatim.held, functions, kernels, effects)
    program = Program(symbols, functions, effects, diagnostics, recursive_functions(functions), host, thread_safe)
    writer = emit_module(program, kernels, tables, digest)
    diagnostics.raise_errors()
    warnings = [finding.render(source) for finding in diagnostics.warnings]
    if host is not None:
        reasons = dict.fromkeys(function.reason for function in host.code.functions.values() if function.reason)
        warnings += [f"{source.path}: {reason}; it is refused when it is needed" for reason in reasons]
    return Emitted(writer.text(), tuple(writer.origins), tuple(warnings))


def _may_hold_c(module: ast.Module, symbols: Symbols) -> bool:
    """Whether a module has C, or calls what only C's library may know."""
    known = KNOWN | symbols.functions.keys() | symbols.function_tables.keys() | symbols.blocks.keys()
    return any(isinstance(n, ast.Verbatim) or (isinstance(n, ast.Call) and n.name not in known) for n in walk(module))


def load(emitted: Emitted, source: Source) -> MechanismType:
    """Runs emitted Python and returns the mechanism in it."""
    code = compile_emitted(emitted.text, emitted.origins, source.path)
    return run_emitted(code, source.path, source.text)["MECHANISM"]
