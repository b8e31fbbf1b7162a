"""What has changed since a program was made, in three grades.

`topology` asks for a new lowering (sections, connections, nseg, mechanisms, point processes, NetCons, probes), `geometry`
for a new discretisation of the same trees (L, diam, Ra, 3-D points), and a changed value for nothing but a copy: that grade
is kept by the tables themselves (`Table.dirty`).
"""

from __future__ import annotations


class Changes:
    """Two counters that only grow."""

    def __init__(self) -> None:
        self.topology = 0
        self.geometry = 0

    def mark_topology(self) -> None:
        """Notes that programs must be lowered anew."""
        self.topology += 1
        self.geometry += 1

    def mark_geometry(self) -> None:
        """Notes that areas and axial coefficients must be worked out anew."""
        self.geometry += 1
