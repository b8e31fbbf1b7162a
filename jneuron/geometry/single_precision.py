"""Trigonometry in single precision by the C library, as NEURON calls it.

These functions are not correctly rounded everywhere, and every C library has its own last bit: only the very same function
gives the very same coordinates.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable

import numpy as np


def single(value: float) -> float:
    """Returns `value` rounded to single precision."""
    return float(np.float32(value))


def _c_function(name: str, exact: Callable[..., float], n_argument: int) -> Callable[..., float]:
    try:
        function = getattr(ctypes.CDLL(None), name)
    except (AttributeError, OSError, TypeError):
        # no C library to be had by this door: the exact value rounded, mostly the same
        return lambda *arguments: single(exact(*arguments))
    function.restype, function.argtypes = ctypes.c_float, [ctypes.c_float] * n_argument
    return function  # type: ignore[no-any-return]


sin = _c_function("sinf", math.sin, 1)
cos = _c_function("cosf", math.cos, 1)
atan2 = _c_function("atan2f", math.atan2, 2)
