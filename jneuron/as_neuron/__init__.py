"""Registers jneuron as `neuron`, with its submodules, so that scripts and packages written for NEURON import it unchanged.

    import jneuron.as_neuron
    from neuron import h, gui
    from neuron.units import ms, mV

Submodules are loaded when they are first imported. `nrn` and `hoc` are registered under their bare names too, as NEURON does.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

from jneuron.as_neuron.children import FOR_CHILDREN

SOURCES = {
    "neuron": "package",
    "neuron.hoc": "hoc",
    "hoc": "hoc",
    "nrn": "nrn",
    "neuron.units": "units",
    "neuron.gui": "gui",
    "neuron.hclass3": "hclass3",
    "neuron.psection": "psection",
    "neuron.expect_hocerr": "expect_hocerr",
    "neuron.coreneuron": "coreneuron",
    "neuron.config": "config",
}
"""The module of this package that stands behind each of NEURON's."""

UNSUPPORTED = {
    "neuron.rxd": "reaction-diffusion is not there yet.",
    "neuron.crxd": "reaction-diffusion is not there yet.",
    "neuron.gui2": "there are no windows; see jneuron.plot.",
    "neuron.sections": "ExtendedSection is not there yet.",
    "neuron.neuroml": "reading NeuroML is not there yet.",
    "neuron.nmodl": "the syntax tree of .mod files is not open to Python yet.",
    "neuron.nonvint_block_supervisor": "solvers written in Python are not called yet.",
    "neuron.doc": "NEURON's manual is not part of this package.",
    "neuron.tests": "NEURON's tests are not part of this package.",
}
"""NEURON's modules that can be imported and not used."""


PACKAGES = ("neuron", "neuron.rxd", "neuron.crxd", "neuron.gui2")

RXD_MODULES = (
    *("constants", "dimension3", "export", "generalizedReaction", "geometry", "gui", "initializer", "multiCompartmentReaction"),
    *("node", "nodelist", "options", "plugins", "rangevar", "rate", "reaction", "region", "rxd", "rxdException", "rxdmath"),
    *("rxdsection", "section1d", "species"),
)
"""What packages import from `neuron.rxd` by the way, without using it."""


class _Finder(MetaPathFinder):
    def find_spec(self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        if fullname in SOURCES or fullname in UNSUPPORTED or fullname.startswith(("neuron.rxd.", "neuron.crxd.")):
            # packages look at where NEURON is installed
            origin = str(Path(__file__).with_name(f"{SOURCES.get(fullname, 'unsupported')}.py"))
            spec = ModuleSpec(fullname, _Loader(), origin=origin, is_package=fullname in PACKAGES)
            if fullname in PACKAGES:
                spec.submodule_search_locations = [str(Path(__file__).parent)]
            return spec
        if fullname.partition(".")[0] == "neuron":
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)
        return None


class _Loader(Loader):
    def create_module(self, spec: ModuleSpec) -> ModuleType:
        if spec.name in SOURCES:
            module = importlib.import_module(f"jneuron.as_neuron.{SOURCES[spec.name]}")
            if spec.name == "neuron":
                # `from neuron import gui` looks for <the package's __name__>.gui
                module.__name__ = "neuron"
            return module
        from jneuron.as_neuron.unsupported import UnsupportedModule

        submodules = RXD_MODULES if spec.name in ("neuron.rxd", "neuron.crxd") else ()
        return UnsupportedModule(spec.name, UNSUPPORTED.get(spec.name, UNSUPPORTED["neuron.rxd"]), submodules)

    def exec_module(self, module: ModuleType) -> None:
        return


def register() -> None:
    """Makes `import neuron` find jneuron from now on; raises if NEURON itself has been imported already."""
    present = sys.modules.get("neuron")
    if present is not None and not present.__name__.startswith(("jneuron", "neuron")):
        raise ImportError("NEURON has been imported already in this process")
    if present is not None and not hasattr(present, "jneuron_session"):
        raise ImportError("NEURON has been imported already in this process")
    if not any(isinstance(finder, _Finder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Finder())
    if FOR_CHILDREN not in sys.path:
        # behind the script's own folder, before what is installed
        sys.path.insert(1, FOR_CHILDREN)


register()
