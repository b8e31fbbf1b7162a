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

    A RANDOM variable is a column of six unsigned numbers (see base/random123.py), shape (6, instance); where its default is
    -1 it has no stream, and a 4 as fifth number, until a procedure of `MechanismType.stream_setters` sets one. A VECTOR
    variable holds the Vector that a user passed to a procedure of `MechanismType.vector_setters`: its size, -1 where
    there is none, then its elements, shape (1 + capacity, instance).
    """

    PARAMETER = "parameter"
    STATE = "state"
    ASSIGNED = "assigned"
    POINTER = "pointer"
    RANDOM = "random"
    VECTOR = "vector"
