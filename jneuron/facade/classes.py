"""NEURON's classes by name: how each is bound to a session."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jneuron.facade.cvode import CVode
from jneuron.facade.import3d import Import3d_GUI, Import3d_Section
from jneuron.facade.import3d_readers import Import3d_Neurolucida3, Import3d_SWC_read
from jneuron.facade.initialize_handler import FInitializeHandler
from jneuron.facade.list import List
from jneuron.facade.netcon import NetCon
from jneuron.facade.objects import bind
from jneuron.facade.pointers import Pointer, PtrVector
from jneuron.facade.random.nmodl_random import NMODLRandom
from jneuron.facade.random.random import Random
from jneuron.facade.section_list import SectionList
from jneuron.facade.section_ref import SectionRef
from jneuron.facade.vector.methods import Vector


def _since(file: str, cls: type) -> Callable[[Any], type]:
    # a class that a file of the standard library defines
    def make(session: Any) -> type:
        if file not in session.interface.loaded:
            raise AttributeError(f"'hoc.HocObject' object has no attribute '{cls.__name__}'")
        return bind(cls, session)

    return make


CLASSES: dict[str, Callable[[Any], type]] = {
    "Vector": lambda session: bind(Vector, session),
    "Import3d_GUI": _since("import3d.hoc", Import3d_GUI),
    "Import3d_Neurolucida3": _since("import3d.hoc", Import3d_Neurolucida3),
    "Import3d_SWC_read": _since("import3d.hoc", Import3d_SWC_read),
    "Import3d_Section": _since("import3d.hoc", Import3d_Section),
    "CVode": lambda session: bind(CVode, session),
    "FInitializeHandler": lambda session: bind(FInitializeHandler, session),
    "List": lambda session: bind(List, session),
    "NMODLRandom": lambda session: bind(NMODLRandom, session),
    "NetCon": lambda session: bind(NetCon, session),
    "Pointer": lambda session: bind(Pointer, session),
    "PtrVector": lambda session: bind(PtrVector, session),
    "Random": lambda session: bind(Random, session),
    "SectionList": lambda session: bind(SectionList, session),
    "SectionRef": lambda session: bind(SectionRef, session),
}
"""What makes the class of a session, by name."""
