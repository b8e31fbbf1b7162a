"""What is drawn from `h.Random` to be compared, and its digest: the same code runs under NEURON and under jneuron."""

from __future__ import annotations

import hashlib
from typing import Any

import numpy as np

N_DRAW = 10_000
N_SHOWN = 20

GENERATORS: dict[str, tuple[Any, ...]] = {
    "default": (),
    "seed": ("Random", 77),
    "seed and size": ("Random", 3, 8),
    "Random123": ("Random123", 1, 2, 3),
    "Random123 of large ids": ("Random123", 4294967295, 305419896, 2147483648),
    "MCellRan4": ("MCellRan4", 5),
    "MCellRan4 with a low index": ("MCellRan4", 12345, 678),
}

DISTRIBUTIONS: dict[str, tuple[float, ...]] = {
    "uniform": (2, -0.7),
    "discunif": (-3, 12),
    "normal": (1.5, 3),
    "lognormal": (2, 1.7),
    "binomial": (12, 0.3),
    "poisson": (3.2,),
    "geometric": (0.4,),
    "hypergeo": (2, 5.5),
    "negexp": (2.5,),
    "erlang": (3, 2),
    "weibull": (2.2, 1.3),
}


def generator(h: Any, name: str) -> Any:
    """Returns a Random with one of the generators."""
    which, *arguments = GENERATORS[name] or ("Random",)
    if which == "Random":
        return h.Random(*arguments)
    random = h.Random()
    getattr(random, which)(*arguments)
    return random


def draw_one_by_one(h: Any, name: str, distribution: str) -> dict[str, Any]:
    """Draws by the distribution's method and then by `repick`."""
    random = generator(h, name)
    first = getattr(random, distribution)(*DISTRIBUTIONS[distribution])
    drawn = [first, *(random.repick() for _ in range(N_DRAW - 1))]
    return summary(drawn, random)


def draw_at_once(h: Any, name: str, distribution: str) -> dict[str, Any]:
    """Draws the same numbers by `Vector.setrand`, in two uneven parts."""
    random = generator(h, name)
    drawn = h.Vector(N_DRAW, getattr(random, distribution)(*DISTRIBUTIONS[distribution]))
    drawn.setrand(random, 1, 334)
    drawn.setrand(random, 335, N_DRAW - 1)
    return summary(list(drawn), random)


def summary(drawn: list[float], random: Any) -> dict[str, Any]:
    """Returns the digest of the numbers' bytes, the first of them, and where the stream has got to."""
    return {
        "sha256": hashlib.sha256(np.array(drawn, "<f8").tobytes()).hexdigest(),
        "first": drawn[:N_SHOWN],
        "seq": random.seq(),
    }
