"""What .mod files say, NEURON does, and jneuron can't yet: refused by name when a model is run."""

from __future__ import annotations

from pathlib import Path

import pytest

from jneuron import Session
from jneuron.base.errors import UnsupportedError

JUMPING = """
NEURON { POINT_PROCESS Jumping }
ASSIGNED { v (mV) }
NET_RECEIVE (w) { v = -40 }
"""


def test_voltage_set_by_an_event_is_refused(tmp_path: Path) -> None:
    (tmp_path / "jumping.mod").write_text(JUMPING)
    session = Session()
    session.library.add_file(tmp_path / "jumping.mod")
    section = session.h.Section()
    process = session.h.Jumping(section(0.5))
    with pytest.raises(UnsupportedError, match="v set by NET_RECEIVE of Jumping"):
        session.h.finitialize(-65)
    assert process.get_segment() == section(0.5)
