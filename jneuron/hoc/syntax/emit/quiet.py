"""Code that leaves the currently accessed section what it is and asks for it by nothing but range variables and the like.

`soma { insert hh  gnabar_hh = 0.1  for (x) v(x) = -65 }` needs no section on the stack while it runs: the emitter knows which
section is meant and says so in each access. What calls procedures, methods or constructors is not quiet, for these may look
at the stack or change it.
"""

from __future__ import annotations

from typing import Protocol

from jneuron.hoc.syntax import ast
from jneuron.hoc.syntax.emit.scope import Scope
from jneuron.hoc.syntax.kinds import Kind
from jneuron.lang.visitor import walk

NUMERIC_FUNCTIONS = frozenset(["abs", "atan", "atan2", "cos", "erf", "erfc", "exp", "int", "log", "log10", "sin", "sqrt"])
"""Functions of numbers alone."""
SECTION_FUNCTIONS = frozenset(
    {
        *("area", "arc3d", "diam3d", "distance", "lambda_f", "n3d", "pt3dadd", "pt3dchange", "pt3dclear"),
        *("ri", "spine3d", "x3d", "y3d", "z3d"),
    }
)
"""Functions of the currently accessed section and numbers."""

ALWAYS_QUIET = (
    *(ast.Number, ast.Text, ast.Name, ast.Argument, ast.Unary, ast.Binary, ast.Assignment, ast.Range),
    *(ast.ExpressionStatement, ast.Block, ast.If, ast.While, ast.ForCondition, ast.ForRange, ast.ForSegments),
    *(ast.Simple, ast.Return, ast.Insert),
)


class Kinds(Protocol):
    """What tells what names stand for."""

    scope: Scope

    def kind(self, name: str) -> Kind:
        """Returns what a name stands for."""
        ...

    def is_array(self, name: str) -> bool:
        """Tells whether a name has sizes."""
        ...


def is_quiet(node: ast.Statement | ast.Expression, kinds: Kinds) -> bool:
    """Tells whether a statement or an expression is quiet."""
    return all(_is_quiet_itself(each, kinds) for each in walk(node))


def _is_quiet_itself(node: ast.Statement | ast.Expression, kinds: Kinds) -> bool:
    if isinstance(node, ast.Call | ast.CallRun):
        kind = kinds.kind(node.name)
        if kind is Kind.BUILTIN_FUNCTION:
            return node.name in NUMERIC_FUNCTIONS or node.name in SECTION_FUNCTIONS
        return kind in (Kind.RANGE, Kind.SECTION_VARIABLE)
    if isinstance(node, ast.Member):
        # one without index may be a method, called without parentheses
        return bool(node.indices) or (_is_section(node.owner, kinds) and kinds.scope.is_range(node.name))
    if isinstance(node, ast.SectionStatement):
        return _is_section(node.section, kinds)
    return isinstance(node, ALWAYS_QUIET)


def _is_section(node: ast.Expression, kinds: Kinds) -> bool:
    return isinstance(node, ast.Name) and kinds.kind(node.name) is Kind.SECTION
