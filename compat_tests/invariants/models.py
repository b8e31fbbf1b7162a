"""Small models that the invariants are stated on."""

from __future__ import annotations

from typing import Any

import numpy as np

from jneuron import Session


def new_session() -> Any:
    """Returns a session with the standard run library."""
    session = Session()
    session.h.load_file("stdrun.hoc")
    return session


def excited_cell(h: Any, name: str = "soma", *, amp: float = 0.3) -> list[Any]:
    """Returns an active soma with a passive dendrite, stimulated, and what keeps it alive."""
    soma, dendrite = h.Section(name=name), h.Section(name=f"{name}_dend")
    soma.L = soma.diam = 20
    soma.insert("hh")
    dendrite.L, dendrite.diam, dendrite.nseg = 200, 2, 3
    dendrite.insert("pas")
    dendrite.connect(soma(1))
    clamp = h.IClamp(soma(0.5))
    clamp.delay, clamp.dur, clamp.amp = 1.0, 5.0, amp
    return [soma, dendrite, clamp]


def driven_network(h: Any, n_cell: int = 3) -> list[Any]:
    """Returns cells in a ring, the first of them driven by a NetStim; `ring[k][0]` is a soma."""
    cells = []
    for k in range(n_cell):
        parts = excited_cell(h, f"c{k}", amp=0.0)
        synapse = h.ExpSyn(parts[1](0.5))
        synapse.tau = 2.0
        cells.append([*parts, synapse])
    stimulus = h.NetStim()
    stimulus.start, stimulus.interval, stimulus.number = 1.0, 4.0, 4
    connections = [h.NetCon(stimulus, cells[0][3], 0, 0.5, 0.05)]
    connections += [
        h.NetCon(cells[k][0](0.5)._ref_v, cells[(k + 1) % n_cell][3], 0.0, 1.0, 0.05, sec=cells[k][0]) for k in range(n_cell)
    ]
    return [*cells, [stimulus, *connections]]


def numbers(vector: Any) -> np.ndarray:
    """Returns a Vector as an array."""
    return np.array(list(vector))
