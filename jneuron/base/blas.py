"""Imports NumPy so that the idle threads of its linear algebra go to sleep soon.

OpenBLAS's threads spin for 2^26 clock ticks before they sleep, also right after they are made: importing NumPy costs each of
them some 0.03 s of CPU, as much as all of this package. 2^20 ticks, a third of a millisecond, still bridge the gaps between
calls that follow one another. Who has imported NumPy before, or set the variable, keeps what they have.
"""

from __future__ import annotations

import os
import sys

SETTING = "OPENBLAS_THREAD_TIMEOUT"
EXPONENT = "20"


def import_numpy() -> None:
    """Imports NumPy with a short patience of its threads; the environment is as before afterwards."""
    if "numpy" in sys.modules or SETTING in os.environ:
        return
    os.environ[SETTING] = EXPONENT
    try:
        import numpy  # noqa: F401 - for what it does when it is first imported
    finally:
        del os.environ[SETTING]


import_numpy()
