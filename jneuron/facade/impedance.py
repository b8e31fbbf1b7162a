"""`h.Impedance`: how far a small sinusoidal current is felt, at the state as it is."""

from __future__ import annotations

import cmath
import math
from typing import TYPE_CHECKING, Any

from jneuron.base.errors import UnsupportedError
from jneuron.facade.calls import Arguments, HocMethodsObject, Refusal, attach, check_keywords
from jneuron.facade.geometry_functions import place_of
from jneuron.geometry.paths import Place

if TYPE_CHECKING:
    from jneuron.session.impedance import LinearTree

DEFAULT_STEP = 0.001


class Impedance(HocMethodsObject):
    """NEURON's Impedance: `loc(segment)`, `compute(frequency)`, then `transfer`, `input` and `ratio` anywhere.

    Attributes:
        place: Where the current goes in, or None.
        source: The same at the latest computation, which is what counts.
        tree: What was computed, or None; worth nothing once sections came, went or were cut anew.
        responses: Voltages for a current into a node, by node.
        step: The difference of voltage that NEURON takes derivatives by.
        version: The model's counter when its sections were last looked at.
        shape: The sections at the computation: number, segments, parent and where.
    """

    hoc_name = "Impedance"
    __slots__ = ("place", "responses", "shape", "source", "step", "tree", "version")
    place: Place | None
    source: Place | None
    tree: LinearTree | None
    responses: dict[int, Any]
    step: float
    version: int
    shape: tuple[Any, ...]

    def __init__(self, *values: Any, **keywords: Any) -> None:
        check_keywords(keywords)
        super().__init__()
        start: dict[str, Any] = {
            "place": None,
            "source": None,
            "tree": None,
            "responses": {},
            "step": DEFAULT_STEP,
            "version": -1,
            "shape": (),
        }
        for name, value in start.items():
            self.keep(name, value)

    def keep(self, name: str, value: Any) -> None:
        """Writes one of its own attributes: the usual way is for users."""
        object.__setattr__(self, name, value)

    def between(self, source: Place, target: Place) -> complex:
        """Returns the voltage at one place for a current into another [MOhm]; 0 where nothing was computed."""
        model = self.session.model
        if self.tree is None or not self._is_valid():
            return 0j
        start, end = (self.tree.node_of_row[model.node_row(*place)] for place in (source, target))
        if start not in self.responses:
            self.responses[start] = self.tree.response(start)
        return complex(self.responses[start][end])

    def _is_valid(self) -> bool:
        """Tells whether the sections are those of the computation; other changes leave its numbers as they are."""
        version = self.session.model.changes.geometry
        if version != self.version:
            if _shape(self.session) != self.shape:
                return False
            self.keep("version", version)
        return True


def _shape(session: Any) -> tuple[Any, ...]:
    return tuple(
        (section.order, section.nseg, section.parent and section.parent.order, section.parent_x, section.child_x)
        for section in session.model.sections.values()
    )


def _loc(impedance: Impedance, given: Arguments) -> float:
    """`loc(segment)`, `loc(x, sec=section)`: sets where the current goes in; x = -1 takes it away."""
    if given.is_number(0) and given.number(0) == -1:
        impedance.keep("place", None)
    else:
        impedance.keep("place", place_of(impedance.session, given, 0))
    return 0.0


def _compute(impedance: Impedance, given: Arguments) -> float:
    """`compute(frequency)`: works out the response at a frequency [Hz] and the present state."""
    frequency = given.number(0)
    if given.number(1, 0.0) != 0.0:
        raise UnsupportedError(
            "Impedance.compute(frequency, 1)", "the part of gating at a frequency is not worked out.", "leave the 1 out."
        )
    if impedance.place is None or not impedance.place.section.alive:
        raise Refusal("Impedance stimulus location is not specified.")
    # lazily: what runs a model comes with JAX
    from jneuron.session.impedance import linear_tree

    impedance.keep("source", impedance.place)
    impedance.keep("tree", linear_tree(impedance.session, frequency))
    impedance.keep("version", impedance.session.model.changes.geometry)
    impedance.keep("shape", _shape(impedance.session))
    impedance.keep("responses", {})
    return 0.0


def _transfer_of(impedance: Impedance, given: Arguments) -> complex:
    place = place_of(impedance.session, given, 0)
    return 0j if impedance.source is None else impedance.between(impedance.source, place)


def _input_of(impedance: Impedance, given: Arguments) -> complex:
    place = place_of(impedance.session, given, 0)
    return impedance.between(place, place)


def _transfer(impedance: Impedance, given: Arguments) -> float:
    """Returns the transfer impedance between a place and where `loc` was at the computation [MOhm]."""
    return abs(_transfer_of(impedance, given))


def _input(impedance: Impedance, given: Arguments) -> float:
    """Returns the input impedance at a place [MOhm]."""
    return abs(_input_of(impedance, given))


def _ratio(impedance: Impedance, given: Arguments) -> float:
    """Returns the voltage at `loc` as a part of that at a place where the current goes in."""
    own = abs(_input_of(impedance, given))
    return abs(_transfer_of(impedance, given)) / own if own else math.nan


def _transfer_phase(impedance: Impedance, given: Arguments) -> float:
    """Returns the phase of the transfer impedance [rad]."""
    return cmath.phase(_transfer_of(impedance, given))


def _input_phase(impedance: Impedance, given: Arguments) -> float:
    """Returns the phase of the input impedance [rad]."""
    return cmath.phase(_input_of(impedance, given))


def _deltafac(impedance: Impedance, given: Arguments) -> float:
    """`deltafac([step])`: returns the difference of voltage for derivatives, after setting it if one is given."""
    if given.values:
        impedance.keep("step", given.number(0))
    return impedance.step


attach(
    Impedance,
    {
        "loc": _loc,
        "compute": _compute,
        "transfer": _transfer,
        "input": _input,
        "ratio": _ratio,
        "transfer_phase": _transfer_phase,
        "input_phase": _input_phase,
        "deltafac": _deltafac,
    },
)
