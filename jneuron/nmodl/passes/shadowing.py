"""Gives LOCAL names and arguments that hide a variable of the file, and LOCALs that hide these, a name of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from jneuron.lang.visitor import walk
from jneuron.nmodl import ast

_OF_SIMULATOR = frozenset({"t", "dt", "v", "celsius", "diam", "area", "secondorder"})


def rename_hiding(module: ast.Module) -> ast.Module:
    """Returns a module in which no LOCAL hides another variable, and no argument of a function one that its callees use."""
    scope = _Scope(_file_names(module), _all_names(module))
    used = _used_by_callees([item for item in module.items if isinstance(item, ast.Function)])
    items = []
    for item in module.items:
        if isinstance(item, ast.Function):
            item = scope.function(item, used[item.name])
        elif isinstance(item, ast.NetReceive):
            arguments = frozenset(argument.name for argument in item.arguments)
            item = replace(item, body=scope.block(item.body, {}, scope.names | arguments))
        elif isinstance(item, ast.CodeBlock):
            item = replace(item, body=scope.block(item.body, {}, scope.names))
        items.append(item)
    return replace(module, items=tuple(items))


def _file_names(module: ast.Module) -> frozenset[str]:
    """Returns the names of variables at file level."""
    names = set(_OF_SIMULATOR)
    for item in module.items:
        if isinstance(item, ast.DeclarationBlock):
            names.update(declaration.name for declaration in item.declarations)
        elif isinstance(item, ast.LocalVariables):
            names.update(local.name for local in item.names)
        elif isinstance(item, ast.UnitsBlock):
            names.update(unit.name for unit in item.items if isinstance(unit, ast.UnitConstant))
        elif isinstance(item, ast.NeuronBlock):
            for entry in item.items:
                if isinstance(entry, ast.UseIon):
                    names.update((*entry.reads, *entry.writes))
    return frozenset(names)


def _all_names(module: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in walk(module):
        if isinstance(node, ast.Name | ast.LocalName | ast.Declaration | ast.Argument):
            names.add(node.name)
    return names


def _used_by_callees(functions: list[ast.Function]) -> dict[str, set[str]]:
    """Returns for each function the names that the functions it calls use, directly or through others."""
    own = {function.name: _free_names(function) for function in functions}
    calls = {
        function.name: {node.name for node in walk(function.body) if isinstance(node, ast.Call) and node.name in own}
        for function in functions
    }
    used: dict[str, set[str]] = {name: set() for name in own}
    while True:
        new = {name: set().union(*(own[each] | used[each] for each in called)) for name, called in calls.items()}
        if new == used:
            return used
        used = new


def _free_names(function: ast.Function) -> set[str]:
    arguments = {argument.name for argument in function.arguments}
    return {node.name for node in walk(function.body) if isinstance(node, ast.Name)} - arguments


class _Scope:
    """Renames within one module.

    Attributes:
        names: Variables at file level.
        taken: Every name that stands anywhere.
    """

    def __init__(self, names: frozenset[str], taken: set[str]) -> None:
        self.names, self.taken = names, taken

    def function(self, function: ast.Function, used: set[str]) -> ast.Function:
        """Returns a FUNCTION or PROCEDURE; `used` are the names that what it calls may mean."""
        hiding = [argument.name for argument in function.arguments if argument.name in self.names & used]
        renamed = {name: self._fresh(name) for name in hiding}
        arguments = tuple(replace(each, name=renamed.get(each.name, each.name)) for each in function.arguments)
        visible = self.names | {argument.name for argument in function.arguments}
        return replace(function, arguments=arguments, body=self.block(function.body, renamed, visible))

    def block(self, block: ast.Block, renamed: Mapping[str, str], visible: frozenset[str]) -> ast.Block:
        """Returns a block; `renamed` are the new names in force, `visible` the names that a LOCAL in it would hide."""
        renamed = dict(renamed)
        own: set[str] = set()
        statements = []
        for statement in block.statements:
            if isinstance(statement, ast.Local):
                statements.append(self._local(statement, renamed, visible, own))
            else:
                statements.append(self._inside(statement, renamed, visible | own))
        return replace(block, statements=tuple(statements))

    def _local(self, local: ast.Local, renamed: dict[str, str], visible: frozenset[str], own: set[str]) -> ast.Local:
        names = []
        for name in local.names:
            if name.name not in own and (name.name in visible or name.name in renamed):
                renamed[name.name] = self._fresh(name.name)
            own.add(name.name)
            names.append(replace(name, name=renamed.get(name.name, name.name)))
        return replace(local, names=tuple(names))

    def _fresh(self, stem: str) -> str:
        number = 2
        while f"{stem}_{number}" in self.taken:
            number += 1
        self.taken.add(f"{stem}_{number}")
        return f"{stem}_{number}"

    def _inside(self, node: Any, renamed: Mapping[str, str], visible: frozenset[str]) -> Any:
        """Returns a node with the new names in force, and its blocks treated as scopes of their own."""
        if isinstance(node, ast.Block):
            return self.block(node, renamed, visible)
        hidden: frozenset[str] = frozenset()
        if isinstance(node, ast.From):
            hidden = frozenset({node.variable})
        elif isinstance(node, ast.ForNetcons):
            hidden = frozenset(argument.name for argument in node.arguments)
        inner = {name: new for name, new in renamed.items() if name not in hidden}
        changes: dict[str, Any] = {}
        for field in fields(node):
            value = getattr(node, field.name)
            if field.name == "span":
                continue
            if isinstance(value, tuple):
                new: Any = tuple(self._inside(item, inner, visible | hidden) if is_dataclass(item) else item for item in value)
            elif is_dataclass(value):
                new = self._inside(value, inner, visible | hidden)
            elif field.name == "name" and isinstance(node, ast.Name | ast.Conductance):
                new = inner.get(value, value)
            else:
                continue
            if new != value or isinstance(value, tuple):
                changes[field.name] = new
        return replace(node, **changes) if changes else node
