"""`h.StateTransitionEvent`: a machine of states, changed when variables rise above what they are compared with."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from jneuron.facade.callbacks import callback
from jneuron.facade.calls import Arguments, HocMethodsObject, Refusal, attach, refuse
from jneuron.facade.implements import implements
from jneuron.model.reference import Reference

LEAST_ABOVE = -1e-12
"""A difference that is this near to 0 counts as above when its watching begins."""


@dataclass(eq=False, slots=True)
class Transition:
    """One way out of a state.

    Attributes:
        destination: The state that it leads to.
        variable, threshold: Where the two numbers are that are compared.
        call: What to call when it is taken, or None.
        above: Whether the variable was above when it was last looked at.
    """

    destination: int
    variable: Reference
    threshold: Reference
    call: Callable[[], Any] | None
    above: bool = True

    @property
    def difference(self) -> float:
        """What has to rise above 0."""
        return self.variable.get() - self.threshold.get()


@implements("StateTransitionEvent")
class StateTransitionEvent(HocMethodsObject):
    """States 0 to n - 1: `StateTransitionEvent(n)`.

    While a run goes on, the transitions from the present state are looked at before every step, so that steps are made one
    by one. `finitialize` ends the watching until `state(i)` is called.
    """

    hoc_name = "StateTransitionEvent"
    __slots__ = ("_state", "_transitions", "_watched")
    _state: int
    _transitions: list[list[Transition]]
    _watched: list[Transition]

    def __init__(self, *values: Any) -> None:
        super().__init__()
        write = object.__setattr__
        try:
            n_state = int(Arguments("StateTransitionEvent", values).checked(0, 1, 1e6))
        except Refusal as refusal:
            refuse(refusal, "StateTransitionEvent", values)
        write(self, "_state", 0)
        write(self, "_transitions", [[] for _ in range(n_state)])
        write(self, "_watched", [])
        this, runner = weakref.ref(self), self.session.runner

        def look() -> bool:
            machine = this()
            if machine is not None:
                machine.look()
            return machine is not None

        runner.before_step.append(look)

    def enter(self, state: int) -> None:
        """Makes a state the present one and watches its transitions."""
        object.__setattr__(self, "_state", state)
        object.__setattr__(self, "_watched", self._transitions[state])
        for transition in self._watched:
            transition.above = transition.difference >= LEAST_ABOVE

    def look(self) -> None:
        """Takes the first transition whose variable has risen since the last look."""
        session = self.session
        if session.runner.is_initializing:
            object.__setattr__(self, "_watched", [])
            return
        risen = []
        for transition in self._watched:
            above = transition.difference > 0.0
            if above and not transition.above:
                risen.append(transition)
            transition.above = above
        if risen:
            self.enter(risen[0].destination)
            if risen[0].call is not None:
                risen[0].call()


def _state(self: StateTransitionEvent, given: Arguments) -> int:
    """Returns the present state, after the argument has been made so where one is given."""
    if given.has(0):
        self.enter(int(given.checked(0, 0, len(self._transitions) - 1)))
    return self._state


def _transition(self: StateTransitionEvent, given: Arguments) -> float:
    """Adds a transition: `transition(from, to, variable_reference, threshold_reference[, callable_or_statement])`."""
    last = len(self._transitions) - 1
    origin, destination = int(given.checked(0, 0, last)), int(given.checked(1, 0, last))
    variable, threshold = given.reference(2), given.reference(3)
    call = callback(self.session, given.values[4], given.object(5) if given.has(5) else None) if given.has(4) else None
    self._transitions[origin].append(Transition(destination, variable, threshold, call))
    return 1.0


METHODS = {"state": _state, "transition": _transition}
attach(StateTransitionEvent, METHODS)
implements(*(f"StateTransitionEvent.{name}" for name in METHODS))(StateTransitionEvent)
