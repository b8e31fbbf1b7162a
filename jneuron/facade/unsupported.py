"""What NEURON has and this does not yet: refused by name when it is used."""

from __future__ import annotations

from typing import Any, NoReturn

from jneuron.base.errors import UnsupportedError

NOT_YET = "it is not there yet."
_REASONS = (
    (("Graph", "Shape", "PlotShape", "PPShape", "Glyph", "RangeVarPlot"), "drawing is not there yet.", "see jneuron.plot."),
    (("VBox", "HBox", "Deck", "PWManager", "TextEditor", "SymChooser", "ValueFieldEditor"), "there are no windows.", ""),
    (("KSChan", "KSGate", "KSState", "KSTrans"), "channels built from a scheme are not there yet.", "write a .mod file."),
    (("LinearMechanism",), "the tree solver has no place for further equations yet.", ""),
    (("BBSaveState",), "states can not be saved and restored yet.", ""),
    (("Impedance",), "linear analysis is not there yet.", ""),
)


class UnsupportedName:
    """Stands for one of NEURON's names; whoever calls it or takes something from it is told why it is not there."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __call__(self, *arguments: Any, **keywords: Any) -> NoReturn:
        raise unsupported(self._name)

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("__"):
            raise AttributeError(name)
        raise unsupported(self._name)

    def __repr__(self) -> str:
        return f"<h.{self._name}: not supported>"


def unsupported(name: str) -> UnsupportedError:
    """Returns the error for one of NEURON's names at the top level."""
    for names, reason, workaround in _REASONS:
        if name in names:
            return UnsupportedError(f"h.{name}", reason, workaround)
    return UnsupportedError(f"h.{name}", NOT_YET)
