"""Sections that wait for their rows."""

from __future__ import annotations

import pytest

from jneuron.model.model import Model
from jneuron.model.section import SectionDecl


@pytest.fixture
def model() -> Model:
    return Model()


def _value(model: Model, section: SectionDecl, segment: int) -> float:
    return model.value_in_segment(section, "capacitance", "cm", segment)


def test_values_of_single_segments_need_no_rows(model: Model) -> None:
    section = model.create_section("a")
    model.set_nseg(section, 3)
    model.set_in_segment(section, "capacitance", "cm", 1, 2.5)
    assert [_value(model, section, i) for i in range(3)] == [1.0, 2.5, 1.0]
    assert section.plan is not None


@pytest.mark.parametrize("is_placed", [False, True])
def test_a_division_takes_values_along(model: Model, *, is_placed: bool) -> None:
    section = model.create_section("a")
    model.set_nseg(section, 3)
    for i in range(3):
        model.set_in_segment(section, "capacitance", "cm", i, float(i))
    if is_placed:
        model.waiting.place()
    model.set_nseg(section, 5)
    assert [_value(model, section, i) for i in range(5)] == [0.0, 0.0, 1.0, 2.0, 2.0]


def test_rows_hold_what_the_plan_held(model: Model) -> None:
    sections = model.create_sections(["a", "b", "c"], None, "")
    for i, section in enumerate(sections):
        model.set_nseg(section, 2)
        model.set_in_segment(section, "capacitance", "cm", 1, float(i))
    model.set_in_section(sections[2], "capacitance", "cm", 9.0)
    model.waiting.place()
    assert [[_value(model, section, i) for i in range(2)] for section in sections] == [[1.0, 0.0], [1.0, 1.0], [9.0, 9.0]]
    assert all(section.plan is None for section in sections)


def test_sections_still_being_made_wait_on(model: Model) -> None:
    first, second = model.create_section("a"), model.create_section("b")
    assert first.mechanisms
    assert second.plan is not None


def test_all_get_rows_once_none_is_being_made(model: Model) -> None:
    sections = model.create_sections(["a", "b", "c"], None, "")
    assert sections[0].mechanisms
    assert sections[1].mechanisms
    assert sections[2].plan is None


def test_point_processes_move_with_a_division_of_a_plan(model: Model) -> None:
    placed, waiting = model.create_section("a"), model.create_section("b")
    assert placed.mechanisms
    for section in (placed, waiting):
        model.set_nseg(section, 4)
        section.point_processes = [type("Process", (), {"slot": slot})() for slot in range(6)]
        model.set_nseg(section, 2)
    assert [p.slot for p in waiting.point_processes] == [p.slot for p in placed.point_processes]


def test_only_the_section_asked_for_gets_rows_while_others_are_being_made(model: Model) -> None:
    first, second, third = model.create_sections(["a", "b", "c"], None, "")
    assert second.mechanisms
    assert first.plan is not None
    assert third.plan is not None
