"""Blocks that are repeated: what is shared stays what it is, and what differs is not repeated."""

from __future__ import annotations

import pytest

from jneuron.geometry.dimensions import set_diameter, set_length
from jneuron.geometry.points import add_point
from jneuron.model.model import Model
from jneuron.model.repetition import DEEPEST, Repetition
from jneuron.model.section import SectionDecl

BLOCK = 7


@pytest.fixture
def model() -> Model:
    return Model()


def execute(repetition: Repetition, model: Model, section: SectionDecl, block: int = BLOCK, length: float = 50.0) -> bool:
    """Executes a block as emitted code does; returns whether it was repeated."""
    plan = section.plan
    assert plan is not None
    if plan.state is not None and repetition.repeat(section, block, length):
        return True
    set_length(model, section, length)
    set_diameter(model, section, 2.0)
    add_point(model, section, (0.0, 0.0, 0.0, 1.0))
    add_point(model, section, (length, 0.0, 0.0, 1.0))
    if plan.before is not None:
        repetition.learn(section, block, length)
    return False


def test_a_second_section_gets_what_the_first_one_got(model: Model) -> None:
    repetition = Repetition(model)
    first, second = model.create_sections(["a", "b"], None, "")
    assert [execute(repetition, model, section) for section in (first, second)] == [False, True]
    assert second.L == first.L == 50.0
    assert second.points is first.points
    assert model.value_in_segment(second, "morphology", "diam", 0) == 2.0


def test_other_numbers_are_other_blocks(model: Model) -> None:
    repetition = Repetition(model)
    first, second = model.create_sections(["a", "b"], None, "")
    execute(repetition, model, first)
    assert not execute(repetition, model, second, length=60.0)
    assert (first.L, second.L) == (50.0, 60.0)


def test_a_section_that_was_changed_besides_is_not_repeated(model: Model) -> None:
    repetition = Repetition(model)
    first, second = model.create_sections(["a", "b"], None, "")
    execute(repetition, model, first)
    second.Ra = 200.0
    assert not execute(repetition, model, second)
    assert second.Ra == 200.0


def test_changing_one_section_leaves_those_alike_alone(model: Model) -> None:
    repetition = Repetition(model)
    first, second = model.create_sections(["a", "b"], None, "")
    execute(repetition, model, first)
    execute(repetition, model, second)
    add_point(model, second, (80.0, 0.0, 0.0, 1.0))
    set_diameter(model, second, 9.0)
    assert (first.L, len(first.points)) == (50.0, 2)
    assert model.value_in_segment(first, "morphology", "diam", 0) == 2.0
    assert model.value_in_segment(second, "morphology", "diam", 0) == 9.0


def test_one_section_that_a_block_is_executed_for_again_and_again_is_learnt_of_no_more(model: Model) -> None:
    repetition = Repetition(model)
    (section,) = model.create_sections(["a"], None, "")
    for place in range(DEEPEST + 2):
        execute(repetition, model, section, length=10.0 + place)
    assert section.plan is not None and section.plan.state is None
    assert not section.points.is_shared
