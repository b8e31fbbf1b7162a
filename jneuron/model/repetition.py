"""Blocks of code that do to one section what they have done to another.

Cells of a kind are made by the same code: `dend { nseg = 3  insert pas  g_pas = 1e-4 }` is executed for each of them, on a
section that has gone the same way before. What such a section is (its shape, values, length, 3-D points ...) is a state, which
all sections that went this way share, and what a block makes of it is kept there: the second time costs a lookup.

That holds for blocks whose outcome depends on nothing but their section and a few numbers; the numbers are a part of the
block's key. A section takes part until it gets rows. Whatever else changes it makes it differ from the state it had, which is
looked at before anything is repeated: what a state holds is never changed in place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from jneuron.model.points import NO_POINTS, Points

if TYPE_CHECKING:
    from jneuron.model.model import Model
    from jneuron.model.placement import Shape
    from jneuron.model.section import SectionDecl

DEEPEST = 64
"""How many blocks of a section are kept: one that many are executed for is not one of many alike."""
MOST_OF_BLOCK, MOST = 4096, 65536
"""How much is kept of one block, and of all: numbers that are new each time would never be met again."""

NO_VALUES: Mapping[tuple[str, str], Any] = MappingProxyType({})


class State:
    """What a section without rows is.

    Attributes:
        shape: Its mechanisms and segments.
        values: What has been assigned, the same in all segments.
        length: L. [um]
        resistivity: Ra. [Ohm cm]
        rallbranch: As in NEURON.
        points: Its 3-D points, which are shared.
        depth: How many blocks led to it.
        after: What each block makes of it, by the block's key.
    """

    __slots__ = ("after", "depth", "length", "points", "rallbranch", "resistivity", "shape", "values")

    def __init__(self, shape: Shape) -> None:
        self.shape, self.values = shape, NO_VALUES
        self.length, self.resistivity, self.rallbranch = 100.0, 35.4, 1.0
        self.points: Points = NO_POINTS
        self.depth = 0
        self.after: dict[Hashable, State] = {}


class Repetition:
    """Repeats blocks of code, and learns what they do."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._states: dict[Hashable, State] = {}
        self._n_learnt: Counter[Hashable] = Counter()

    def repeat(self, section: SectionDecl, block: int, *numbers: float) -> bool:
        """Does to a section that has a state what a block does, if that is known; else the block has to be executed.

        Args:
            numbers: What the block's outcome depends on besides the section.
        """
        plan: Any = section.plan
        plan.before = None
        state = plan.state
        # nothing else has changed the section, and blocks mean the same to it as to others
        if (
            plan.values is not state.values
            or plan.shape is not state.shape
            or section.points is not state.points
            or section.length != state.length
            or section.Ra != state.resistivity
            or section.rallbranch != state.rallbranch
            or section.length_of_points
            or section.point_processes
            or section.child_x
            or self._model.points_fixed
        ):
            plan.state = None
            return False
        after = state.after.get((block, numbers) if numbers else block)
        if after is None:
            plan.before = state
            return False
        shape = plan.shape = after.shape
        section.nseg = len(shape.listings)
        section.length, section.Ra, section.rallbranch = after.length, after.resistivity, after.rallbranch
        section.points, plan.values, plan.state = after.points, after.values, after
        return True

    def learn(self, section: SectionDecl, block: int, *numbers: float) -> None:
        """Notes what a block has done to a section without rows, of which `repeat` did not know it."""
        plan: Any = section.plan
        before = plan.before
        plan.before = plan.state = None
        if not plan.is_even or before.depth == DEEPEST:
            return
        if self._n_learnt[block] == MOST_OF_BLOCK or len(self._states) == MOST:
            return
        self._n_learnt[block] += 1
        plan.state = before.after[(block, numbers) if numbers else block] = self._state_of(section, before.depth + 1)

    def _state_of(self, section: SectionDecl, depth: int) -> State:
        # sections that are the same share one state, whichever way they came
        plan, points = section.plan, section.points
        assert plan is not None
        described = points.description() if points is not NO_POINTS else None
        numbers = section.L, section.Ra, section.rallbranch
        key = (id(plan.shape), tuple(plan.values.items()), numbers, described)
        state = self._states.get(key)
        if state is None:
            state = self._states[key] = State(plan.shape)
            state.values = MappingProxyType(plan.values) if type(plan.values) is dict else plan.values
            state.length, state.resistivity, state.rallbranch = numbers
            state.points, points.is_shared = points, True
            state.depth = depth
        section.points, plan.values = state.points, state.values
        return state
