"""Tells whether NEURON may run a mechanism on several threads, which decides when it fills TABLEs.

Of a thread-safe mechanism NEURON looks at the TABLEs before INITIAL blocks and before each step; of another one when the
procedure is called, so that what INITIAL has set up to there counts.
"""

from __future__ import annotations

from jneuron.lang.visitor import walk
from jneuron.nmodl import ast
from jneuron.nmodl.symbols import Symbols

_SERIAL_BLOCKS = ("LINEAR", "NONLINEAR", "DISCRETE")
_SERIAL_DRAWS = frozenset({"scop_random", "normrand", "exprand", "poisrand", "set_seed"})
_SHARED = ("POINTER", "BBCOREPOINTER", "EXTERNAL")


def is_thread_safe(module: ast.Module, symbols: Symbols) -> bool:
    """Tells whether NEURON counts a module as thread-safe; the word THREADSAFE lets C and shared variables pass."""
    nodes = [node for item in module.items for node in walk(item)]
    if any(_is_serial(node, symbols) for node in nodes):
        return False
    if symbols.threadsafe and not _says_so_late(nodes):
        return True
    return not any(_is_shared(node) for node in nodes) and not _set_a_global(nodes, symbols)


def _is_serial(node: object, symbols: Symbols) -> bool:
    """Whether NEURON has one node's code for one thread only, whatever the file says."""
    if isinstance(node, ast.CodeBlock):
        return node.word in _SERIAL_BLOCKS
    if isinstance(node, ast.Solve):
        block = symbols.blocks.get(node.block)
        return node.method == "runge" or (block is not None and block.word == "KINETIC" and node.method != "sparse")
    return isinstance(node, ast.Call) and node.name in _SERIAL_DRAWS - symbols.functions.keys()


def _says_so_late(nodes: list[object]) -> bool:
    """Whether THREADSAFE follows a POINTER or the like, for which it then does not count."""
    words = [node.word for node in nodes if isinstance(node, ast.Flag | ast.NameList)]
    return any(word in _SHARED for word in words[: words.index("THREADSAFE")]) if "THREADSAFE" in words else False


def _is_shared(node: object) -> bool:
    if isinstance(node, ast.NameList):
        return node.word in _SHARED
    return isinstance(node, ast.Verbatim)


def _set_a_global(nodes: list[object], symbols: Symbols) -> bool:
    """Whether one of the nodes sets a GLOBAL elsewhere than under PROTECT."""
    shared = {name for name, variable in symbols.globals.items() if variable.visible}
    protected = {id(inner) for node in nodes if isinstance(node, ast.Protect) for inner in walk(node)}
    return any(isinstance(node, ast.Assign) and node.target.name in shared and id(node) not in protected for node in nodes)
