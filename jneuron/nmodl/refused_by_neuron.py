"""Warns of what NEURON 9 refuses and this compiler takes, as files written for older versions have it."""

from __future__ import annotations

from jneuron.lang.diagnostics import Diagnostics
from jneuron.lang.visitor import walk
from jneuron.nmodl import ast
from jneuron.nmodl.symbols import Symbols


def note_refusals(module: ast.Module, symbols: Symbols, diagnostics: Diagnostics) -> None:
    """Notes what a user who shares the file with NEURON has to change."""
    for item in module.items:
        if isinstance(item, ast.NeuronBlock):
            _names_of_functions(item, symbols, diagnostics)
        elif isinstance(item, ast.DeclarationBlock) and item.word == "CONSTANT":
            for declaration in item.declarations:
                if declaration.name in symbols.ion_names:
                    diagnostics.warning(declaration.span, f"NEURON 9 refuses a CONSTANT `{declaration.name}` beside USEION")
        elif isinstance(item, ast.CodeBlock | ast.Function | ast.NetReceive):
            for block in walk(item.body):
                if isinstance(block, ast.Block):
                    _late_locals(block, diagnostics)


def _names_of_functions(block: ast.NeuronBlock, symbols: Symbols, diagnostics: Diagnostics) -> None:
    for item in block.items:
        if isinstance(item, ast.NameList) and item.word in ("RANGE", "GLOBAL"):
            for name in item.names:
                if name in symbols.functions:
                    word = symbols.functions[name].word
                    diagnostics.warning(item.span, f"NEURON 9 refuses `{name}` as both {item.word} variable and {word}")


def _late_locals(block: ast.Block, diagnostics: Diagnostics) -> None:
    begun = False
    for statement in block.statements:
        if isinstance(statement, ast.Local):
            if begun:
                diagnostics.warning(statement.span, "NEURON 9 refuses LOCAL after other statements of a block")
        else:
            begun = True
