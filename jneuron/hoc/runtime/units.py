"""Emitted Python made into functions: compiled when first called, and anew when one of its names has changed its meaning."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jneuron.hoc.runtime.failures import FILE
from jneuron.hoc.syntax import ast
from jneuron.hoc.syntax.emit.scope import Scope
from jneuron.hoc.syntax.emit.statements import Emitted, emit_procedure


class Units:
    """The procedures of one interpreter.

    Attributes:
        namespace: The globals of all emitted functions.
        provide: Puts what code needs into the namespace, by the key it has there.
    """

    def __init__(self, namespace: dict[str, Any], provide: Callable[[str], None]) -> None:
        self.namespace, self.provide = namespace, provide
        # name -> what has to be done when it comes to mean something else
        self._dependants: dict[str, dict[int, Callable[[], None]]] = {}

    def changed(self, name: str) -> None:
        """Forgets all code that was emitted with another meaning of a name."""
        for forget in self._dependants.pop(name, {}).values():
            forget()

    def on_change(self, emitted: Emitted, forget: Callable[[], None]) -> None:
        """Calls `forget` once one of the names that some code has changes its meaning."""
        for name in emitted.depends:
            self._dependants.setdefault(name, {})[id(forget)] = forget

    def load(self, emitted: Emitted) -> Callable[..., Any]:
        """Returns the function that some code defines."""
        for key in emitted.needs:
            if key not in self.namespace:
                self.provide(key)
        self.namespace.update(emitted.constants)
        own: dict[str, Any] = {}
        exec(compile(emitted.text, FILE, "exec", dont_inherit=True, optimize=2), self.namespace, own)
        return own[emitted.function]  # type: ignore[no-any-return]

    def define(self, procedure: ast.Procedure, scope: Scope, put: Callable[[Callable[..., Any]], None]) -> None:
        """Defines a procedure: `put` gets a function to put in its place, now and after every change."""

        def compile_now() -> Callable[..., Any]:
            emitted = emit_procedure(procedure, scope)
            function = self.load(emitted)
            put(function)
            self.on_change(emitted, lie_in_wait)
            return function

        def lie_in_wait() -> None:
            def first_call(*arguments: Any) -> Any:
                return compile_now()(*arguments)

            put(first_call)

        lie_in_wait()
