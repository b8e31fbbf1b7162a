"""`jneuron mod FILE...`: checks .mod files, shows what is in them, and with --dump what each pass makes of them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from jneuron.base.errors import ModSemanticError, ModSyntaxError, UnsupportedError
from jneuron.ir.mechanism_type import MechanismType
from jneuron.lang.source import Source, read_source
from jneuron.lang.visitor import walk
from jneuron.nmodl import ast
from jneuron.nmodl.lexer import syntax_text
from jneuron.nmodl.parser import parse
from jneuron.nmodl.pipeline import Stage, load, stages
from jneuron.nmodl.units_check import check_units, render
from jneuron.nmodl.unparse import expression_text


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; returns 0, or 1 where a file is wrong."""
    parser = argparse.ArgumentParser(prog="jneuron mod", description="Check .mod files and show what is in them.")
    parser.add_argument("files", nargs="+", metavar="FILE", help="a .mod file, or a folder of them")
    parser.add_argument("--dump", metavar="DIR", type=Path, help="write the module after each pass to DIR")
    parser.add_argument("--units", action="store_true", help="check that units fit together, as modlunit does")
    parser.add_argument("--quiet", action="store_true", help="say nothing about files that are right")
    options = parser.parse_args(arguments)
    results = [_check(path, options) for path in _expand(options.files)]
    return 0 if all(results) else 1


def _expand(names: Sequence[str]) -> list[Path]:
    """Returns files, with the .mod files of folders in their order."""
    paths: list[Path] = []
    for name in names:
        path = Path(name)
        paths.extend(sorted(path.glob("*.mod")) if path.is_dir() else [path])
    return paths


def _check(path: Path, options: argparse.Namespace) -> bool:
    dump: Path | None = options.dump
    try:
        source = read_source(path)
        *passes, last = stages(source)
        if dump is not None:
            _write_stages([*passes, last], dump / path.stem)
        assert last.emitted is not None
        mechanism = load(last.emitted, source)
    except OSError as error:
        print(f"{path}: {error.strerror}", file=sys.stderr)
        return False
    except ModSyntaxError as error:
        print("\n".join((syntax_text(error), *getattr(error, "__notes__", ()))), file=sys.stderr)
        return False
    except (ModSemanticError, UnsupportedError) as error:
        print(f"{path}:\n{error}", file=sys.stderr)
        return False
    if not options.quiet:
        print("\n".join((*_report(mechanism, source), *last.emitted.warnings)))
    return _check_units(source) if options.units else True


def _check_units(source: Source) -> bool:
    """Says what is wrong with the units of a file; returns whether they are consistent."""
    diagnostics = check_units(source)
    for text in render(diagnostics):
        print(text, file=sys.stderr)
    return not diagnostics.errors


def _write_stages(passes: list[Stage], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number, stage in enumerate(passes):
        suffix = "py" if stage.emitted is not None else "mod"
        (folder / f"{number}_{stage.name}.{suffix}").write_text(stage.text, encoding="utf-8")


def _report(mechanism: MechanismType, source: Source) -> list[str]:
    """Returns what a user wants to know of a mechanism, as lines."""
    title = f": {mechanism.title}" if mechanism.title else ""
    lines = [f"{source.path}: {mechanism.kind.value} {mechanism.name}{title}"]
    for variable in mechanism.variables:
        if variable.visible:
            length = f"[{variable.length}]" if variable.length else ""
            default = f" = {variable.default:g}" if variable.kind.value == "parameter" else ""
            unit = f" ({variable.unit})" if variable.unit else ""
            lines.append(f"    {variable.kind.value:<10} {variable.name}{length}{default}{unit}")
    lines.extend(
        f"    {'global':<10} {shared.name} = {shared.default:g}" + (f" ({shared.unit})" if shared.unit else "")
        for shared in mechanism.globals
        if shared.visible
    )
    for ion in mechanism.ions:
        lines += [f"    {'ion':<10} {ion.name}: reads {_names(ion.reads)}, writes {_names(ion.writes)}"]
    if mechanism.currents:
        word = "electrode" if mechanism.electrode_current else "membrane"
        lines.append(f"    {'current':<10} {_names(mechanism.currents)} ({word})")
    return lines + [f"    {'relation':<10} {relation}" for relation in _relations(parse(source), mechanism.currents)]


def _relations(module: ast.Module, currents: Sequence[str]) -> list[str]:
    """Returns how BREAKPOINT works out each current, with what it works out for it on the way."""
    assigned: dict[str, ast.Expression] = {}
    for block in module.items:
        if isinstance(block, ast.CodeBlock) and block.word == "BREAKPOINT":
            assigned |= {node.target.name: node.value for node in walk(block.body) if isinstance(node, ast.Assign)}
    relations = []
    for current in currents:
        wanted, texts = [current], []
        for name in wanted:
            if name in assigned:
                texts.append(f"{name} = {expression_text(assigned[name])}")
                wanted += [n.name for n in walk(assigned[name]) if isinstance(n, ast.Name) and n.name not in wanted]
        if texts:
            relations.append(", ".join(texts))
    return relations


def _names(names: Sequence[str]) -> str:
    return ", ".join(names) or "nothing"
