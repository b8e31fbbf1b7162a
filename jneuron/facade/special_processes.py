"""Point processes with methods of their own, by name."""

from __future__ import annotations

from jneuron.facade.apcount import APCount
from jneuron.facade.netstim import NetStim
from jneuron.facade.point_process import PointProcess

SPECIAL: dict[str, type[PointProcess]] = {"APCount": APCount, "NetStim": NetStim}
"""The class to bind in place of PointProcess."""
