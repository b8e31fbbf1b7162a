"""Made-up drawings, distances and length constants."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from jneuron.base.errors import HocError
from jneuron.geometry.define_shape import define_shape
from jneuron.geometry.dimensions import set_diameter, set_length
from jneuron.geometry.paths import UNREACHABLE, Place, distance, lambda_f
from jneuron.geometry.points import set_points, set_style_point
from jneuron.model.model import Model
from jneuron.model.section import SectionDecl


def chain(n_section: int) -> tuple[Model, list[SectionDecl]]:
    """Returns sections of 100 um connected end to end."""
    model = Model()
    sections = [model.create_section(f"s{i}") for i in range(n_section)]
    for parent, child in pairwise(sections):
        model.connect(child, parent, parent_x=1.0, child_x=0.0)
    return model, sections


def silent(text: str) -> None:
    """Takes what is printed."""


def test_roots_are_drawn_along_x_and_stacked_along_z() -> None:
    model, (first,) = chain(1)
    second = model.create_section("second")
    define_shape(model, silent)
    assert [list(first.points.x), list(first.points.z)] == [[0.0, 50.0, 100.0], [0.0] * 3]
    assert list(second.points.z) == [100.0] * 3


def test_drawing_keeps_length_and_diameter() -> None:
    model, (section,) = chain(1)
    set_length(model, section, 33.3)
    set_diameter(model, section, 2.5)
    define_shape(model, silent)
    assert section.L == 33.3
    assert list(section.points.diam) == [2.5] * 3


def test_branch_from_the_middle_stands_at_right_angles() -> None:
    model, (trunk,) = chain(1)
    branch = model.create_section("branch")
    model.connect(branch, trunk, parent_x=0.5, child_x=0.0)
    define_shape(model, silent)
    assert branch.points.x[-1] == pytest.approx(50.0, abs=1e-5)
    assert branch.points.y[-1] == pytest.approx(100.0, abs=1e-5)


def test_drawn_section_moves_to_where_it_hangs() -> None:
    model, (parent, child) = chain(2)
    set_points(model, child, [[7, 7, 7, 1], [7, 17, 7, 1]])
    define_shape(model, silent)
    assert child.points.to_array()[:, :3].tolist() == [[100, 0, 0], [100, 10, 0]]
    assert len(parent.points) == 3


def test_style_point_moves_to_where_the_section_hangs() -> None:
    model, (_, child) = chain(2)
    set_points(model, child, [[7, 7, 7, 1], [7, 17, 7, 1]])
    set_style_point(child, (0, 7, 7))
    define_shape(model, silent)
    assert child.points.to_array()[0, :3].tolist() == [107, 0, 0]


def test_parent_seen_end_on_is_reported() -> None:
    model, (parent, _) = chain(2)
    set_points(model, parent, [[0, 0, 0, 1], [0, 0, 10, 1]])
    printed: list[str] = []
    define_shape(model, printed.append)
    assert printed == ["nrn_define_shape: s0 first and last 3-d point at same (x,y)\n"]


def test_distance_runs_along_the_tree() -> None:
    model, (a, b, c) = chain(3)
    model.set_nseg(c, 5)
    assert distance(Place(a, 1), Place(b, 1)) == 100.0
    assert distance(Place(c, 5), Place(a, 0)) == pytest.approx(290.0, rel=1e-15)
    assert distance(Place(c, 2), Place(c, 4)) == pytest.approx(40.0, rel=1e-15)


def test_distance_between_trees_is_neurons_mark() -> None:
    model, (a,) = chain(1)
    assert distance(Place(a, 1), Place(model.create_section("other"), 1)) == UNREACHABLE


def test_length_constant_of_a_cylinder_is_the_closed_form() -> None:
    model, (section,) = chain(1)
    set_diameter(model, section, 2.0)
    assert lambda_f(model, section, 100.0) == pytest.approx(1e5 * math.sqrt(2.0 / (4 * math.pi * 100 * 35.4 * 1.0)), rel=1e-15)


def test_length_constant_of_a_drawn_cylinder_is_that_of_a_cylinder() -> None:
    model, (plain, drawn) = chain(2)
    set_diameter(model, plain, 2.0)
    set_points(model, drawn, [[0, 0, 0, 2], [30, 0, 0, 2], [100, 0, 0, 2]])
    assert lambda_f(model, drawn, 50.0) == pytest.approx(lambda_f(model, plain, 50.0), rel=1e-14)


def test_length_constant_refuses_a_point_without_width() -> None:
    model, (section,) = chain(1)
    set_points(model, section, [[0, 0, 0, 0], [30, 0, 0, 2]])
    with pytest.raises(HocError, match=r"0 diameter for 3d point 0 of s0\."):
        lambda_f(model, section, 100.0)
