"""What holds for every arrangement of trees into buckets."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from jneuron.geometry.discretise import discretise
from jneuron.ir.mechanism_type import Kernel
from jneuron.lower.buckets import arrange
from jneuron.lower.layout import Layout
from jneuron.model.model import Model
from jneuron.model.references import ColumnReference
from jneuron.model.table import Table

PLACES = st.sampled_from([0.0, 0.4, 1.0])


@st.composite
def forests(draw: st.DrawFn) -> Model:
    """Draws trees of a few shapes, several trees of each."""
    model = Model()
    for shape in range(draw(st.integers(1, 3))):
        n_section = draw(st.integers(1, 4))
        nseg = [draw(st.integers(1, 3)) for _ in range(n_section)]
        hang = [(draw(st.integers(0, max(i - 1, 0))), draw(PLACES)) for i in range(n_section)]
        for copy in range(draw(st.integers(1, 6))):
            sections = [model.create_section(f"s{shape}_{copy}_{i}") for i in range(n_section)]
            for i, section in enumerate(sections):
                model.set_nseg(section, nseg[i])
                if i:
                    model.connect(section, sections[hang[i][0]], parent_x=hang[i][1], child_x=0.0)
    return model


@settings(max_examples=30, deadline=None)
@given(forests())
def test_every_node_has_one_place(model: Model) -> None:
    cable = discretise(model)
    arrangement = arrange(cable)
    assert sorted(arrangement.node_at) == list(range(cable.n_node))
    assert (arrangement.place_of[arrangement.node_at] == np.arange(cable.n_node)).all()


def matrix(a: np.ndarray, b: np.ndarray, parent: np.ndarray) -> np.ndarray:
    """Returns the axial part of the equations, densely."""
    full = np.zeros((len(parent), len(parent)))
    for i, p in enumerate(parent):
        if p >= 0:
            full[p, i] += a[i]
            full[i, p] += b[i]
    return full


def parents_by_place(model: Model) -> tuple[Any, Any, np.ndarray]:
    """Returns cable, arrangement and the place of each place's parent, -1 for roots; checks that parents come first."""
    cable = discretise(model)
    arrangement = arrange(cable)
    parent_place, start = np.full(cable.n_node, -1), 0
    for bucket, parent in zip(arrangement.buckets, arrangement.parents, strict=True):
        places = start + np.arange(bucket.n_node * bucket.n_tree).reshape(bucket.n_node, bucket.n_tree)
        for i in range(bucket.n_root, bucket.n_node):
            assert parent[i] < i
            parent_place[places[i]] = places[parent[i]]
        start += bucket.n_node * bucket.n_tree
    assert start == cable.n_node
    return cable, arrangement, parent_place


@settings(max_examples=30, deadline=None)
@given(forests())
def test_the_arranged_equations_are_those_of_the_cable(model: Model) -> None:
    cable, arrangement, parent_place = parents_by_place(model)
    axial, at = arrangement.axial(cable), arrangement.node_at
    original = matrix(cable.a, cable.b, cable.parent)
    np.testing.assert_array_equal(matrix(axial["a"], axial["b"], parent_place), original[np.ix_(at, at)])


@settings(max_examples=30, deadline=None)
@given(forests())
def test_every_tree_has_one_root(model: Model) -> None:
    cable, arrangement, parent_place = parents_by_place(model)
    roots = arrangement.node_at[parent_place < 0]
    assert sorted(cable.cell[roots]) == list(range(cable.n_root))


def test_four_like_trees_share_a_bucket() -> None:
    model = Model()
    for k in range(4):
        model.create_section(f"s{k}")
    (bucket,) = arrange(discretise(model)).buckets
    assert (bucket.n_node, bucket.n_tree) == (3, 4)


def table_of(values: np.ndarray) -> Table:
    table = Table("x", {"a": 0.0})
    table.allocate(len(values))
    table.edit("a")[: len(values)] = values
    return table


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(6)), st.integers(1, 6))
def test_gather_and_scatter_are_inverse(order: list[int], n_here: int) -> None:
    table = table_of(np.arange(6.0) * 10.0)
    layout = Layout({"x": np.array(order[:n_here], np.int64)})
    column = layout.gather(table, "a")
    assert column.tolist() == [10.0 * row for row in order[:n_here]]
    layout.scatter(table, "a", column + 1.0)
    expected = [10.0 * row + (row in order[:n_here]) for row in range(6)]
    assert table.column("a")[:6].tolist() == expected


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(6)), st.integers(1, 6))
def test_find_leads_to_the_element_that_gather_puts_there(order: list[int], n_here: int) -> None:
    table = table_of(np.arange(6.0))
    layout = Layout({"x": np.array(order[:n_here], np.int64)})
    for row in range(6):
        found = layout.find(ColumnReference(table, "a", row))
        if row in order[:n_here]:
            assert found is not None
            assert layout.gather(table, "a")[found[1]] == row
        else:
            assert found is None


def test_elements_without_a_row_get_the_default() -> None:
    table = table_of(np.array([5.0, 6.0]))
    table.defaults["a"] = -1.0
    assert Layout({"x": np.array([1, -1, 0], np.int64)}).gather(table, "a").tolist() == [6.0, -1.0, 5.0]


def _nothing(ops: Any, columns: Any) -> dict[str, Any]:
    return {}


KERNEL = Kernel(_nothing, frozenset(), frozenset())
