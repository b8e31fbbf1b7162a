"""What becomes of a section's segments when their number changes.

Every new segment takes its values from the old one in which its centre lies, of two the one farther from the connected end.
With more segments than before each old one goes on living as the new one at its centre; with fewer, those go on that others
take their values from. A point process goes to the new segment in which the centre of its old one lies.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from jneuron.model.table import Indices


class Redivision(NamedTuple):
    """How the segments of a section follow from those it had.

    Attributes:
        segments: For each new segment the old one that it takes its values from, counted from 0. (segment,)
        origins: The same as whole numbers.
        slots: The same for all slots (see `SectionDecl`). (slot,)
        moves: New slot of each old slot that goes on living.
        process_moves: New slot of the point processes of each old slot.
        kept: For each new segment the old slot that goes on living in it, 0 where it is a copy.
    """

    segments: Indices
    origins: tuple[int, ...]
    slots: Indices
    moves: dict[int, int]
    process_moves: dict[int, int]
    kept: tuple[int, ...]


@lru_cache(maxsize=1024)
def redivide(old: int, new: int, *, turned: bool) -> Redivision:
    """Returns what a change from `old` to `new` segments does.

    Args:
        turned: Whether the section is connected at its end x = 1.
    """
    centres = (np.arange(new) + 0.5) / new
    segments = np.minimum((centres * old).astype(np.int64), old - 1)

    # segments counted from 0 at the connected end; with fewer, a process between two goes to the one nearer to that end
    if new > old:
        kept = {i: min(int((i + 0.5) / old * new), new - 1) for i in range(old)}
        places = kept
    else:
        kept = {i: j for j, i in enumerate(segments.tolist())}
        places = {i: ((2 * i + 1) * new - 1) // (2 * old) for i in range(old)}

    # slots counted from the end x = 0
    if turned:
        segments = old - 1 - segments[::-1]
        kept = {old - 1 - i: new - 1 - j for i, j in kept.items()}
        places = {old - 1 - i: new - 1 - j for i, j in places.items()}
    moves = {0: 0, **{i + 1: j + 1 for i, j in kept.items()}, old + 1: new + 1}
    process_moves = {0: 0, **{i + 1: j + 1 for i, j in places.items()}, old + 1: new + 1}
    before = {after: slot for slot, after in moves.items()}
    slots = np.concatenate([[0], segments + 1, [old + 1]])
    segments.flags.writeable = slots.flags.writeable = False
    return Redivision(
        segments=segments,
        origins=tuple(segments.tolist()),
        slots=slots,
        moves=moves,
        process_moves=process_moves,
        kept=tuple(before.get(j + 1, 0) for j in range(new)),
    )
