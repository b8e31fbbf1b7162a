"""What NEURON has and this does not yet: refused by name when it is used."""

from __future__ import annotations

from typing import Any, NoReturn

from jneuron.base.errors import UnsupportedError

NOT_YET = "it is not there yet."
_REASONS = (
    (
        ("CellBuild", "CellBuildSection", "CellGeometry", "CellMembrane", "CellManage", "SectionSubsets", "CellBuildTopology"),
        "cells that are kept in the cell builder's window are not built yet.",
        "export the cell from NEURON's cell builder as hoc.",
    ),
    (("ChannelBuild",), "channels built from a scheme are not there yet.", "write a .mod file."),
    (
        ("NetGUI", "NetReadyCell", "NetReadyCellGUI", "ArtCellGUI"),
        "networks kept in a builder's window are not built yet.",
        "export the network from NEURON's network builder as hoc.",
    ),
    (("LinearCircuit", "LinearCircuitNode"), "the tree solver has no place for further equations yet.", ""),
    (("MulRunFitter", "RunFitter", "FunctionFitter"), "fitting by windows is not there.", "fit with scipy.optimize."),
    (
        ("fit_praxis", "attr_praxis", "stop_praxis", "pval_praxis"),
        "the principal axis method is not there yet.",
        "fit with scipy.optimize.",
    ),
    (("LoadBalance", "BalanceInfo", "CellBalanceInfo"), "cells are not split over hosts.", "distribute whole cells."),
    (
        ("Import3d_MorphML", "Import3d_Eutectic_read"),
        "this format can't be read yet.",
        "convert the file to SWC or Neurolucida version 3.",
    ),
    (("KSChan", "KSGate", "KSState", "KSTrans"), "channels built from a scheme are not there yet.", "write a .mod file."),
    (("LinearMechanism",), "the tree solver has no place for further equations yet.", ""),
    (("BBSaveState",), "states are kept for a host, not for a cell.", "use SaveState."),
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
