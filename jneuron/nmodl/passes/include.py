"""Splices INCLUDEd files in, and puts numbers in the place of DEFINE'd names."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from jneuron.lang.source import Source, read_source
from jneuron.lang.visitor import rewrite
from jneuron.nmodl import ast
from jneuron.nmodl.lexer import syntax_error
from jneuron.nmodl.parser import parse


def splice_includes(module: ast.Module, source: Source, seen: tuple[str, ...] = ()) -> ast.Module:
    """Replaces each INCLUDE by what the file, looked for beside the including one, contains.

    Places of included items are those of the INCLUDE.
    """
    if not any(isinstance(item, ast.Include) for item in module.items):
        return module
    items: list[ast.Item] = []
    for item in module.items:
        if not isinstance(item, ast.Include):
            items.append(item)
            continue
        path = Path(source.path).parent / item.path
        if not path.is_file():
            raise syntax_error(source, item.span, f"there is no file {item.path!r} beside this one")
        if str(path) in seen:
            raise syntax_error(source, item.span, f"{item.path!r} includes itself")
        inner_source = read_source(path)
        inner = splice_includes(parse(inner_source), inner_source, (*seen, str(path)))
        items.extend(rewrite(inner, partial(replace, span=item.span)).items)
    return replace(module, items=tuple(items))


def included_paths(module: ast.Module, source: Source) -> tuple[Path, ...]:
    """Returns the files that a module includes, directly or not, that exist."""
    paths: list[Path] = []
    for item in module.items:
        if isinstance(item, ast.Include):
            path = Path(source.path).parent / item.path
            if path.is_file() and path not in paths:
                paths.append(path)
                inner = read_source(path)
                paths.extend(included_paths(parse(inner), inner))
    return tuple(paths)


def replace_defines(module: ast.Module) -> ast.Module:
    """Puts the number of each DEFINE where its name stands, in expressions, lengths, defaults and tables."""
    values = {item.name: item.value for item in module.items if isinstance(item, ast.Define)}
    if not values:
        return module

    def change(node: object) -> object:
        if isinstance(node, ast.Name) and node.name in values and node.index is None:
            return ast.Number(values[node.name], "", node.span)
        if isinstance(node, ast.Assign) and isinstance(node.target, ast.Number):
            # nothing can be assigned to a DEFINE'd name: the name stays, and is complained about
            names = {number: name for name, number in values.items()}
            return replace(node, target=ast.Name(names[node.target.text], span=node.target.span))
        if isinstance(node, ast.Declaration):
            limits = tuple(_defined(limit, values) for limit in node.limits) if node.limits else None
            return replace(node, length=_defined(node.length, values), value=_defined(node.value, values), limits=limits)
        if isinstance(node, ast.LocalName):
            return replace(node, length=_defined(node.length, values))
        if isinstance(node, ast.Table):
            return replace(node, intervals=_defined(node.intervals, values))
        return node

    return rewrite(module, change)


def _defined(text: str, values: dict[str, str]) -> str:
    sign, name = ("-", text[1:]) if text.startswith("-") else ("", text)
    return sign + values[name] if name in values else text
