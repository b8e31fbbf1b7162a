"""The module `neuron`: `h`, `n`, and the helpers beside them."""

from __future__ import annotations

import os
from itertools import pairwise
from typing import Any

from jneuron import default_session
from jneuron.as_neuron import config, hoc, nrn
from jneuron.as_neuron.hclass3 import HocBaseObject, hclass
from jneuron.as_neuron.psection import psection
from jneuron.base.errors import HocError, UnsupportedError
from jneuron.facade.functions import NEURON_VERSION

__all__ = [
    "DensityMechanism",
    "HocBaseObject",
    "HocError",
    "config",
    "h",
    "hclass",
    "hoc",
    "load_mechanisms",
    "n",
    "nrn",
    "psection",
]
__version__ = version = NEURON_VERSION

jneuron_session = default_session()
h = jneuron_session.h
nrn_dll_loaded = jneuron_session.interface.loaded_folders
DensityMechanism = jneuron_session.interface.DensityMechanism


class _Interface:
    """`neuron.n`: the same top level with Python's own calling manners."""

    def __getattr__(self, name: str) -> Any:
        return getattr(h, name)

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(h, name, value)

    def __call__(self, statement: str) -> Any:
        return h(statement)

    def __dir__(self) -> list[str]:
        return dir(h)

    def __repr__(self) -> str:
        return "<TopLevelNEURONInterface>"


n = _Interface()


def load_mechanisms(path: str, warn_if_already_loaded: bool = True) -> bool:
    """Registers the .mod files that NEURON would have found compiled below `path`; tells whether there were any."""
    return jneuron_session.interface.load_mechanisms(path, warn_if_already_loaded)  # type: ignore[no-any-return]


def _load_from_environment() -> None:
    # as NEURON does, with what it prints
    folders = os.environ.get("NRN_NMODL_PATH")
    if folders is not None:
        print(f"Auto-loading mechanisms:\nNRN_NMODL_PATH={folders}")
        for folder in folders.split(":"):
            load_mechanisms(folder)
        print("Done.\n")
    options = os.environ.get("NEURON_MODULE_OPTIONS", "").split()
    for option, library in pairwise(options):
        if option == "-dll":
            h.nrn_load_dll(library)


_load_from_environment()


def test(exitOnError: bool = True) -> None:
    """NEURON's own tests."""
    raise UnsupportedError("neuron.test", "NEURON's tests are not part of this package.")
