"""Areas, resistances and diameters against closed forms."""

from __future__ import annotations

import math

import numpy as np
import pytest

from jneuron.base.errors import HocError
from jneuron.geometry.dimensions import set_diameter, set_length, set_resistivity, set_segment_diameter
from jneuron.geometry.discretise import discretise
from jneuron.geometry.points import add_point, clear_points, set_points
from jneuron.geometry.segments import refresh
from jneuron.model.model import Model
from jneuron.model.section import SectionDecl


def segment_values(model: Model, section: SectionDecl) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Returns area, ri (one more, of the far end) and diam of a section."""
    refresh(model, section)
    rows = slice(section.node_start + 1, section.node_start + section.nseg + 1)
    ri_rows = slice(section.node_start + 1, section.node_start + section.nseg + 2)
    start = section.mechanisms["morphology"]
    node = model.tables["node"]
    return (
        node.column("area")[rows],
        node.column("ri")[ri_rows],
        model.tables["morphology"].column("diam")[start : start + section.nseg],
    )


def cone(model: Model, *, d1: float, d2: float, length: float, nseg: int) -> SectionDecl:
    """Returns a section tapering from d1 to d2."""
    section = model.create_section("cone")
    set_points(model, section, [[0, 0, 0, d1], [length, 0, 0, d2]])
    model.set_nseg(section, nseg)
    return section


def test_cylinder_has_the_area_of_its_wall() -> None:
    model = Model()
    section = model.create_section("cylinder")
    set_length(model, section, 60.0)
    set_diameter(model, section, 2.0)
    model.set_nseg(section, 3)
    area, _, _ = segment_values(model, section)
    np.testing.assert_allclose(area, math.pi * 2.0 * 20.0, rtol=1e-15)


def test_resistance_runs_from_centre_to_centre() -> None:
    model = Model()
    section = model.create_section("cylinder")
    set_length(model, section, 60.0)
    set_diameter(model, section, 2.0)
    set_resistivity(model, section, 100.0)
    model.set_nseg(section, 3)
    _, ri, _ = segment_values(model, section)
    # Ra dx / (pi r^2), 1e-2 from Ohm cm/um to MOhm
    whole = 0.01 * 100.0 * 20.0 / math.pi
    np.testing.assert_allclose(ri, [whole / 2, whole, whole, whole / 2], rtol=1e-14)


@pytest.mark.parametrize("nseg", [1, 2, 5])
def test_cone_has_the_area_of_its_wall(nseg: int) -> None:
    model = Model()
    section = cone(model, d1=4.0, d2=1.0, length=50.0, nseg=nseg)
    area, _, _ = segment_values(model, section)
    slant = math.hypot(50.0, 1.5)
    assert area.sum() == pytest.approx(math.pi * 2.5 * slant, rel=1e-13)


@pytest.mark.parametrize("nseg", [1, 2, 5])
def test_cone_has_the_resistance_of_its_integral(nseg: int) -> None:
    model = Model()
    section = cone(model, d1=4.0, d2=1.0, length=50.0, nseg=nseg)
    _, ri, _ = segment_values(model, section)
    # the integral of 4 Ra / (pi d^2) over a linear taper is 4 Ra L / (pi d1 d2)
    assert ri.sum() == pytest.approx(0.04 * section.Ra * 50.0 / (math.pi * 4.0 * 1.0), rel=1e-13)


def test_diameter_is_the_mean_over_the_segment() -> None:
    model = Model()
    section = cone(model, d1=4.0, d2=1.0, length=50.0, nseg=2)
    _, _, diam = segment_values(model, section)
    np.testing.assert_allclose(diam, [3.25, 1.75], rtol=1e-14)


def test_points_within_a_segment_count() -> None:
    model = Model()
    section = model.create_section("bead")
    set_points(model, section, [[0, 0, 0, 1], [10, 0, 0, 1], [20, 0, 0, 5], [30, 0, 0, 1], [40, 0, 0, 1]])
    _, _, diam = segment_values(model, section)
    assert diam[0] == pytest.approx((1 * 10 + 3 * 10 + 3 * 10 + 1 * 10) / 40, rel=1e-14)


def test_spine_adds_its_area_to_its_segment() -> None:
    model = Model()
    model.spine_area = 2.5
    section = model.create_section("spiny")
    set_points(model, section, [[0, 0, 0, 1], [10, 0, 0, -1], [40, 0, 0, 1]])
    model.set_nseg(section, 2)
    area, _, _ = segment_values(model, section)
    np.testing.assert_allclose(area, [math.pi * 20 + 2.5, math.pi * 20], rtol=1e-14)


def test_section_connected_by_its_far_end_runs_backwards() -> None:
    model = Model()
    parent, child = model.create_section("parent"), cone(model, d1=4.0, d2=1.0, length=50.0, nseg=2)
    model.connect(child, parent, parent_x=1.0, child_x=1.0)
    _, _, diam = segment_values(model, child)
    np.testing.assert_allclose(diam, [1.75, 3.25], rtol=1e-14)


def test_setting_the_length_stretches_the_points() -> None:
    model = Model()
    section = model.create_section("section")
    set_points(model, section, [[1, 0, 0, 1], [11, 0, 0, 1]])
    set_length(model, section, 30.0)
    assert list(section.points.x) == [1.0, 31.0]
    assert section.L == 30.0


def test_fixed_points_make_the_length_deaf() -> None:
    model = Model()
    model.points_fixed = True
    section = model.create_section("section")
    set_points(model, section, [[0, 0, 0, 1], [10, 0, 0, 1]])
    set_length(model, section, 30.0)
    assert section.L == 10.0


def test_setting_a_segments_diameter_reaches_the_points_within_it() -> None:
    model = Model()
    section = model.create_section("section")
    set_points(model, section, [[x, 0, 0, 1] for x in (0, 10, 20, 30, 40)])
    model.set_nseg(section, 2)
    refresh(model, section)
    set_segment_diameter(model, section, 2, 3.0)
    assert list(section.points.diam) == [1.0, 1.0, 3.0, 3.0, 3.0]


def test_cleared_points_leave_length_and_diameter() -> None:
    model = Model()
    section = model.create_section("section")
    set_points(model, section, [[0, 0, 0, 3], [25, 0, 0, 3]])
    refresh(model, section)
    clear_points(section)
    discretise(model)
    _, _, diam = segment_values(model, section)
    assert (section.L, diam[0]) == (25.0, 3.0)


def test_diameter_zero_is_refused_once() -> None:
    model = Model()
    section = model.create_section("thin")
    set_diameter(model, section, 0.0)
    with pytest.raises(HocError, match=r"thin diameter diam = 0\. Setting to 1e-6"):
        discretise(model)
    assert discretise(model).n_node == 3


def test_points_added_one_by_one_are_those_added_at_once() -> None:
    model = Model()
    points = np.random.default_rng(1).uniform(-100, 100, (50, 4))
    one_by_one, at_once = model.create_section("a"), model.create_section("b")
    for point in points.tolist():
        add_point(model, one_by_one, point)
    set_points(model, at_once, points)
    assert one_by_one.points.arc == at_once.points.arc
    np.testing.assert_array_equal(one_by_one.points.to_array(), at_once.points.to_array())
