"""What is compared of a forest: every number that its geometry decides, read through `h`."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from compat_tests.geometry.recipes import Draw

Numbers = dict[str, npt.NDArray[np.float64]]
N_PATH = 40


def measure(h: Any, sections: list[Any], seed: int) -> Numbers:
    """Returns the numbers of a forest whose geometry is settled."""
    index = {section.name(): i for i, section in enumerate(sections)}
    slots = [segment for section in sections for segment in section.allseg()]
    return {
        "children": np.array([index[child.name()] for section in sections for child in section.children()], float),
        "length": np.array([section.L for section in sections]),
        "diam": np.array([segment.diam for section in sections for segment in section]),
        "area": np.array([segment.area() for segment in slots]),
        "ri": np.array([segment.ri() for segment in slots]),
        "points": points(sections),
        "distance": _distances(h, sections, seed),
        "lambda_f": np.array([h.lambda_f(100, sec=section) for section in sections if _has_width(section)]),
    }


def points(sections: list[Any]) -> npt.NDArray[np.float64]:
    """Returns x, y, z, diam, arc and spine of all 3-D points. (point, 6)"""
    rows = [
        (s.x3d(i), s.y3d(i), s.z3d(i), s.diam3d(i), s.arc3d(i), float(s.spine3d(i))) for s in sections for i in range(s.n3d())
    ]
    return np.array(rows, float).reshape(-1, 6)


def _has_width(section: Any) -> bool:
    # a section of no length has no length constant
    return section.n3d() < 2 or section.L > 1e-6


def _distances(h: Any, sections: list[Any], seed: int) -> npt.NDArray[np.float64]:
    draw = Draw(seed)
    pairs = [(draw.pick(sections)(draw.place()), draw.pick(sections)(draw.place())) for _ in range(N_PATH)]
    return np.array([h.distance(one, other) for one, other in pairs])
