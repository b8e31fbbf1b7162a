"""What `psection` tells of a section."""

from __future__ import annotations

from typing import Any

from jneuron.facade.mechanism import variables_of
from jneuron.ir.kinds import MechanismKind


def psection(section: Any) -> dict[str, Any]:
    """Returns everything about a section as a dictionary, in NEURON's shape."""
    segments = list(section)
    return {
        "point_processes": _point_processes(section),
        "density_mechs": _mechanisms(section, ions=False),
        "ions": _mechanisms(section, ions=True),
        "morphology": {
            "L": section.L,
            "diam": [segment.diam for segment in segments],
            "pts3d": [(section.x3d(i), section.y3d(i), section.z3d(i), section.diam3d(i)) for i in range(section.n3d())],
            "parent": section.parentseg(),
            "trueparent": section.trueparentseg(),
        },
        "nseg": section.nseg,
        "Ra": section.Ra,
        "cm": [segment.cm for segment in segments],
        "regions": set(),
        "species": set(),
        "name": section.hname(),
        "hoc_internal_name": section.hoc_internal_name(),
        "cell": section.cell(),
    }


def _point_processes(section: Any) -> dict[str, set[Any]]:
    handles: dict[str, set[Any]] = {}
    for decl in section.decl.point_processes:
        handle = section.session.interface.point_process(decl)
        if handle is not None:
            handles.setdefault(decl.name, set()).add(handle)
    return {name: handles[name] for name in section.session.library.names(MechanismKind.POINT) if name in handles}


def _mechanisms(section: Any, *, ions: bool) -> dict[str, dict[str, list[Any]]]:
    found: dict[str, dict[str, list[Any]]] = {}
    for segment in section:
        for mechanism in segment:
            if mechanism.is_ion() is not ions:
                continue
            columns = found.setdefault(mechanism.name().removesuffix("_ion") if ions else mechanism.name(), {})
            for name in variables_of(mechanism):
                columns.setdefault(name, []).append(_plain(getattr(mechanism, name)))
    return found


def _plain(value: Any) -> Any:
    return list(value) if hasattr(value, "__len__") else value
