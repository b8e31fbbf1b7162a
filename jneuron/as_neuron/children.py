"""Where processes that a script starts find `neuron`."""

from __future__ import annotations

from pathlib import Path

FOR_CHILDREN = str(Path(__file__).with_name("for_children"))
"""A folder whose `neuron` is this package: processes that multiprocessing and joblib start take over `sys.path`."""
