"""`record` and `play`: their argument forms, turned into declarations of the model."""

from __future__ import annotations

from typing import Any

from jneuron.facade.calls import OUT_OF_RANGE, Arguments, Refusal, is_number, is_reference
from jneuron.facade.hoc_names import StatementTarget
from jneuron.facade.point_process import PointProcess
from jneuron.facade.vector.core import Vector
from jneuron.model.probes import Probes

LARGEST_INTERVAL = 1e9
SMALLEST_INTERVAL = 1e-9


def record(vector: Vector, given: Arguments) -> Vector:
    """`record([point_process,] reference[, dt | times])`: records a variable during runs."""
    place, first = _place(given)
    target = given.any(first)
    if is_number(target):
        if first:
            given.reference(first)
        raise Refusal(
            "Vector.record: A number was provided instead of a pointer.\nDid you forget an _ref_ (Python) or an & (HOC)?"
        )
    reference = given.reference(first)
    if given.has(first + 1):
        dt, times = _interval_or_times(given, first + 1)
        _probes(vector).record(vector, reference, dt=dt, times=times, place=place)
    else:
        _check_section(vector)
        _probes(vector).record(vector, reference, place=place)
    return vector


def play(vector: Vector, given: Arguments) -> Vector:
    """Plays the elements into a variable or a statement during runs.

    `play([point_process,] target, dt)`, `play([point_process,] target, times[, continuous[, discontinuities]])`, where
    the target is a reference or hoc code with `$1`; `play(index)` executes the statements at once.
    """
    place, first = _place(given)
    target = given.any(first)
    if is_number(target):
        _play_now(vector, int(target))
        return vector
    target = StatementTarget(vector.session, given.string(first)) if given.is_string(first) else given.reference(first)
    dt, times = _interval_or_times(given, first + 1)
    continuous, discontinuities = _continuity(given, first + 2) if times is not None else (False, None)
    if not continuous:
        _check_section(vector)
    _probes(vector).play(
        vector, target, dt=dt, times=times, continuous=continuous, discontinuities=discontinuities, place=place
    )
    return vector


def play_remove(vector: Vector, given: Arguments) -> float:
    """Ends all playing from and recording into the Vector."""
    _probes(vector).remove(vector)
    return 1.0


def _place(given: Arguments) -> tuple[Any, int]:
    """Returns the point process in front of the arguments, or None, and the position of the next argument."""
    if not given.is_object(0):
        return None, 0
    place = given.object(0)
    if not isinstance(place, PointProcess):
        raise Refusal("Optional first arg is not a POINT_PROCESS")
    return place, 1


def _interval_or_times(given: Arguments, index: int) -> tuple[float, Any]:
    value = given.any(index)
    if is_number(value) or given.is_string(index) or is_reference(value):
        return given.checked(index, SMALLEST_INTERVAL, LARGEST_INTERVAL), None
    return 0.0, given.of_class(index, "Vector")


def _continuity(given: Arguments, index: int) -> tuple[bool, Any]:
    """Returns whether values are interpolated between times, and the Vector of indices where they jump, or None."""
    if not given.has(index):
        return False, None
    if given.is_number(index):
        return given.number(index) != 0, None
    return True, given.of_class(index, "Vector")


def _play_now(vector: Vector, index: int) -> None:
    for decl in list(_probes(vector).plays_of(vector)):
        if not 0 <= index < len(vector):
            raise Refusal(OUT_OF_RANGE)
        if isinstance(decl.reference, StatementTarget):
            decl.reference.set(vector[index])


def _check_section(vector: Vector) -> None:
    if not vector.session.model.sections:
        raise Refusal("Section access unspecified")


def _probes(vector: Vector) -> Probes:
    return vector.session.model.probes


METHODS = {"record": record, "play": play, "play_remove": play_remove}
