"""Keeps everything that a script records, so that an arbitrary script can be compared.

`attach` puts itself between the script and two methods: `Vector.record` is how samples come about,
`NetCon.record` is how spikes do. It holds the Vectors, so that those of a function's locals
survive it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class Recorder:
    """The Vectors that were recorded into, in the order of the calls."""

    def __init__(self) -> None:
        self._recorded: list[tuple[str, Any]] = []

    def attach(self) -> None:
        """Starts watching the `h` that `import neuron` gives."""
        from neuron import h

        self._watch(h.Vector, "record", self._keep_samples)
        self._watch(h.NetCon, "record", self._keep_spikes)

    def results(self, names: dict[str, Any]) -> dict[str, Any]:
        """Returns what was recorded, each under the script's own name for it, or a number."""
        results: dict[str, Any] = {}
        for number, (kind, vector) in enumerate(self._recorded, 1):
            label = next((name for name, value in names.items() if _is_same(value, vector)), f"number {number}")
            results.setdefault(f"{kind} {label}", vector)
        return results

    def _keep_samples(self, vector: Any, arguments: tuple[Any, ...]) -> None:
        self._recorded.append(("samples", vector))

    def _keep_spikes(self, netcon: Any, arguments: tuple[Any, ...]) -> None:
        self._recorded += [("spikes", argument) for argument in arguments if hasattr(argument, "to_python")]

    @staticmethod
    def _watch(owner: type, method: str, keep: Callable[[Any, tuple[Any, ...]], None]) -> None:
        # NEURON's methods are not attributes of the class; they are found through `baseattr`
        original = getattr(owner, method, None)

        def watched(self: Any, *arguments: Any, **keywords: Any) -> Any:
            call = self.baseattr(method) if original is None else original.__get__(self, owner)
            outcome = call(*arguments, **keywords)
            keep(self, arguments)
            return outcome

        setattr(owner, method, watched)


def _is_same(value: Any, vector: Any) -> bool:
    return hasattr(value, "to_python") and bool(value == vector)
