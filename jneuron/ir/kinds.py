"""The kinds of mechanisms, and of their variables."""

from __future__ import annotations

from enum import Enum


class MechanismKind(Enum):
    """Where instances of a mechanism live."""

    DENSITY = "density"
    POINT = "point"
    ARTIFICIAL = "artificial"
    FUNCTIONS = "functions"


class VariableKind(Enum):
    """What an instance variable is.

    A RANDOM variable is a column of ten unsigned numbers (see base/random123.py), shape (10, instance); where its default is
    -1 it belongs to C code and has no stream, and a 4 as fifth number, until C sets one. A HANDLE is the number of an object
    that C code holds, 0 for none: see `MechanismType.host`. A VECTOR variable, `space elements`, is how kernels see the Vector
    that the HANDLE `space` means: its size, -1 where there is none, then its elements, shape (1 + capacity, instance).
    """

    PARAMETER = "parameter"
    STATE = "state"
    ASSIGNED = "assigned"
    POINTER = "pointer"
    RANDOM = "random"
    HANDLE = "handle"
    VECTOR = "vector"
