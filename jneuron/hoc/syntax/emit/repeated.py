"""Quiet code whose outcome depends on nothing but its section and a few numbers, and that changes nothing but the section.

Such a block is executed once for all sections that are in the same state before (`jneuron.model.repetition`).
"""

from __future__ import annotations

from jneuron.hoc.syntax import ast
from jneuron.hoc.syntax.emit.quiet import NUMERIC_FUNCTIONS, Kinds
from jneuron.hoc.syntax.kinds import Kind

DRAWING = frozenset({"pt3dadd", "pt3dclear"})
"""Functions that change a section's 3-D points and return nothing that matters."""
NUMBERS = frozenset({Kind.VARIABLE, Kind.LOCAL, Kind.BUILTIN_VARIABLE})
OF_SECTION = frozenset({Kind.RANGE, Kind.SECTION_VARIABLE})


class Dependence:
    """What the outcome of a block depends on besides its section.

    Attributes:
        is_plain: Whether the block is of the kind that can be repeated.
        numbers: The variables and arguments that it reads.
    """

    def __init__(self, node: ast.Statement, kinds: Kinds) -> None:
        self._kinds = kinds
        self.numbers: dict[tuple[str, str], ast.Name | ast.Argument] = {}
        self.is_plain = self._repeats(node)

    def _repeats(self, node: ast.Statement) -> bool:
        if isinstance(node, ast.Block):
            return all(map(self._repeats, node.body))
        if isinstance(node, ast.Insert):
            return node.word == "insert"
        if isinstance(node, ast.CallRun):
            return node.name == "pt3dadd" and self._kinds.kind(node.name) is Kind.BUILTIN_FUNCTION
        if not isinstance(node, ast.ExpressionStatement):
            return False
        value = node.value
        if isinstance(value, ast.Call) and not value.indices and value.name in DRAWING:
            is_function = self._kinds.kind(value.name) is Kind.BUILTIN_FUNCTION
            return is_function and all(map(self._is_known, value.arguments))
        return isinstance(value, ast.Assignment) and self._assigns(value)

    def _assigns(self, node: ast.Assignment) -> bool:
        target, value = node.target, node.value
        if not isinstance(target, ast.Name) or not self._is_own(target.name, target.indices):
            return False
        return self._assigns(value) if isinstance(value, ast.Assignment) else self._is_known(value)

    def _is_own(self, name: str, indices: tuple[ast.Expression, ...]) -> bool:
        # voltages lie in rows
        return not indices and name != "v" and self._kinds.kind(name) in OF_SECTION

    def _is_known(self, node: ast.Expression) -> bool:
        if isinstance(node, ast.Number):
            return True
        if isinstance(node, ast.Unary):
            return self._is_known(node.operand)
        if isinstance(node, ast.Binary):
            return self._is_known(node.left) and self._is_known(node.right)
        if isinstance(node, ast.Argument):
            is_number = not node.kind and bool(node.position) and not node.indices
            self.numbers["$", str(node.position)] = node
            return is_number
        if isinstance(node, ast.Name):
            return self._is_own(node.name, node.indices) or self._is_number(node)
        if isinstance(node, ast.Call) and not node.indices:
            is_function = node.name in NUMERIC_FUNCTIONS or node.name == "lambda_f"
            if is_function and self._kinds.kind(node.name) is Kind.BUILTIN_FUNCTION:
                return all(map(self._is_known, node.arguments))
        return False

    def _is_number(self, node: ast.Name) -> bool:
        if node.indices or self._kinds.is_array(node.name) or self._kinds.kind(node.name) not in NUMBERS:
            return False
        self.numbers["", node.name] = node
        return True
