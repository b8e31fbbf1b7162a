"""Warns of what NEURON 9 refuses and this compiler takes, as files written for older versions have it."""

from __future__ import annotations

from jneuron.lang.diagnostics import Diagnostics
from jneuron.lang.visitor import walk
from jneuron.nmodl import ast
from jneuron.nmodl.library_functions import KNOWN
from jneuron.nmodl.symbols import Symbols

_RESERVED = KNOWN | frozenset({
    "b_flux", "boundary", "deflate", "derivimplicit", "error", "euler", "expfit", "f_flux", "first_time", "force", "gauss",
    "harmonic", "hyperbol", "invert", "legendre", "newton", "perpulse", "perstep", "poisson", "pulse", "ramp", "revsawtooth",
    "revhyperbol", "revsigmoid", "romberg", "runge", "sawtooth", "schedule", "sigmoid", "simeq", "sparse", "spline",
    "squarewave", "step", "stepforce", "threshold",
})  # fmt: skip
_NOT_RESERVED = frozenset({"cbrt", "execerror", "expm1", "fmax", "fmin", "fprintf", "hypot", "log1p", "round", "trunc"})


def note_refusals(module: ast.Module, symbols: Symbols, diagnostics: Diagnostics) -> None:
    """Notes what a user who shares the file with NEURON has to change."""
    for name, function in symbols.functions.items():
        if name in _RESERVED - _NOT_RESERVED:
            diagnostics.warning(function.span, f"NEURON 9 refuses a {function.word} of the name `{name}`, which is its own")
    for item in module.items:
        if isinstance(item, ast.NeuronBlock):
            _names_of_functions(item, symbols, diagnostics)
        elif isinstance(item, ast.DeclarationBlock):
            _names_of_variables(item, symbols, diagnostics)
        elif isinstance(item, ast.CodeBlock | ast.Function | ast.NetReceive):
            for block in walk(item.body):
                if isinstance(block, ast.Block):
                    _late_locals(block, diagnostics)


def _names_of_variables(block: ast.DeclarationBlock, symbols: Symbols, diagnostics: Diagnostics) -> None:
    for declaration in block.declarations:
        if block.word == "CONSTANT" and declaration.name in symbols.ion_names:
            diagnostics.warning(declaration.span, f"NEURON 9 refuses a CONSTANT `{declaration.name}` beside USEION")
        elif declaration.name in _RESERVED - _NOT_RESERVED:
            message = f"NEURON 9 refuses a variable of the name `{declaration.name}`, which is its own"
            diagnostics.warning(declaration.span, message)


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
