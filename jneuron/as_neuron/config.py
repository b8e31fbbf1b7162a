"""The module `neuron.config`: how this NEURON was built."""

from __future__ import annotations

arguments: dict[str, object] = {
    "NRN_ENABLE_CORENEURON": False,
    "NRN_ENABLE_INTERVIEWS": False,
    "NRN_ENABLE_MPI": False,
    "NRN_ENABLE_PYTHON": True,
    "NRN_ENABLE_RX3D": False,
    "NRN_ENABLE_THREADS": False,
}
