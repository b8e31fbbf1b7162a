"""The numbering of nodes, and what holds for every cable."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from jneuron.geometry.discretise import discretise
from jneuron.geometry.node_order import order_nodes
from jneuron.ir.cable import Cable
from jneuron.model.model import Model

PLACES = st.sampled_from([0.0, 0.3, 0.5, 1.0])


@st.composite
def forests(draw: st.DrawFn) -> Model:
    """Draws a model of a few trees."""
    model = Model()
    sections = [model.create_section(f"s{i}") for i in range(draw(st.integers(1, 8)))]
    for i, section in enumerate(sections):
        model.set_nseg(section, draw(st.integers(1, 4)))
        section.rallbranch = draw(st.sampled_from([1.0, 2.0]))
        if i and draw(st.booleans()):
            parent = sections[draw(st.integers(0, i - 1))]
            model.connect(section, parent, parent_x=draw(PLACES), child_x=draw(st.sampled_from([0.0, 1.0])))
    return model


def test_trees_are_numbered_breadth_first_one_after_another() -> None:
    model = Model()
    a, b, c, d, e = (model.create_section(name) for name in "abcde")
    model.connect(c, a, parent_x=1.0, child_x=0.0)
    model.connect(d, a, parent_x=0.0, child_x=0.0)
    model.connect(e, d, parent_x=1.0, child_x=0.0)
    assert [section.name for section in order_nodes(model).sections] == ["a", "d", "c", "e", "b"]
    assert b.parent is None


def test_of_two_children_at_one_place_the_newer_comes_first() -> None:
    model = Model()
    a, b, c = (model.create_section(name) for name in "abc")
    for child in (b, c):
        model.connect(child, a, parent_x=1.0, child_x=0.0)
    assert [section.name for section in order_nodes(model).sections] == ["a", "c", "b"]


def test_turning_a_section_round_turns_its_children_round() -> None:
    model = Model()
    a, b, near, far = (model.create_section(name) for name in ("a", "b", "near", "far"))
    model.connect(near, b, parent_x=0.0, child_x=0.0)
    model.connect(far, b, parent_x=1.0, child_x=0.0)
    model.connect(b, a, parent_x=1.0, child_x=1.0)
    assert [section.name for section in order_nodes(model).sections] == ["a", "b", "far", "near"]


def test_section_connected_by_its_far_end_is_numbered_backwards() -> None:
    model = Model()
    a, b = model.create_section("a"), model.create_section("b")
    model.set_nseg(b, 3)
    model.connect(b, a, parent_x=1.0, child_x=1.0)
    order = order_nodes(model)
    assert order.slot_of_node[order.section_of_node == 1].tolist() == [3, 2, 1, 0]


def test_branches_multiply_what_the_parent_feels() -> None:
    model = Model()
    a, b = model.create_section("a"), model.create_section("b")
    model.connect(b, a, parent_x=0.5, child_x=0.0)
    single = discretise(model)
    b.rallbranch = 3.0
    triple = discretise(model)
    first = int(np.flatnonzero(single.section_of_node == 1)[0])
    assert triple.a[first] == 3.0 * single.a[first]
    assert triple.b[first] == single.b[first]


@settings(max_examples=50, deadline=None)
@given(forests())
def test_parents_precede_children_and_rows_are_unique(model: Model) -> None:
    cable = discretise(model)
    nodes = np.arange(cable.n_node)
    assert (cable.parent[cable.n_root :] < nodes[cable.n_root :]).all()
    assert (cable.parent[: cable.n_root] == -1).all()
    assert (cable.node_of_row[cable.row_of_node] == nodes).all()
    assert (cable.cell[cable.n_root :] == cable.cell[cable.parent[cable.n_root :]]).all()


@settings(max_examples=50, deadline=None)
@given(forests())
def test_without_branches_currents_leave_a_node_as_they_enter_its_parent(model: Model) -> None:
    for section in model.sections.values():
        section.rallbranch = 1.0
    cable = discretise(model)
    child, parent = slice(cable.n_root, None), cable.parent[cable.n_root :]
    np.testing.assert_allclose(cable.a[child] * cable.area[parent], cable.b[child] * cable.area[child], rtol=1e-14)


@settings(max_examples=50, deadline=None)
@given(forests())
def test_every_slot_has_a_node(model: Model) -> None:
    cable: Cable = discretise(model)
    for section in model.sections.values():
        rows = [model.node_row(section, slot) for slot in range(section.nseg + 2)]
        assert (cable.node_of_row[rows] >= 0).all()


def test_arrays_cannot_be_written() -> None:
    model = Model()
    model.create_section("a")
    cable = discretise(model)
    assert not any(getattr(cable, name).flags.writeable for name in ("parent", "area", "ri", "a", "b", "node_of_row"))
