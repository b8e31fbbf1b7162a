"""Makes `_tsav`, the time of the last event, a variable of the instances where C speaks of it."""

from __future__ import annotations

import re
from dataclasses import replace

from jneuron.lang.visitor import walk
from jneuron.nmodl import ast

NAME = "_tsav"
LONG_AGO = "1e20"
_SPOKEN_OF = re.compile(rf"\b{NAME}\b")


def keep_event_time(module: ast.Module) -> ast.Module:
    """Returns the module with `_tsav` declared, set by INITIAL to long ago and by NET_RECEIVE to now."""
    has_events = any(isinstance(item, ast.NetReceive) for item in module.items)
    if not has_events or not any(isinstance(node, ast.Verbatim) and _SPOKEN_OF.search(node.text) for node in walk(module)):
        return module
    long_ago = ast.Assign(ast.Name(NAME), ast.Unary("-", ast.Number(LONG_AGO)))
    items: list[ast.Item] = []
    for item in module.items:
        if isinstance(item, ast.NetReceive):
            # INITIAL inside comes first, as everywhere
            inside = [s for s in item.body.statements if isinstance(s, ast.InitialInside)]
            rest = [s for s in item.body.statements if not isinstance(s, ast.InitialInside)]
            now = ast.Assign(ast.Name(NAME), ast.Name("t"))
            item = replace(item, body=replace(item.body, statements=(*inside, now, *rest)))
        elif isinstance(item, ast.CodeBlock) and item.word == "INITIAL":
            item = replace(item, body=replace(item.body, statements=(long_ago, *item.body.statements)))
        items.append(item)
    return replace(module, items=(ast.DeclarationBlock("ASSIGNED", (ast.Declaration(NAME),)), *items))
