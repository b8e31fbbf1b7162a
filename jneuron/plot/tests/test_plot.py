"""What pictures, rasters and trees look like to matplotlib."""

from __future__ import annotations

import numpy as np
import pytest

from jneuron.plot.picture import Line, Mark, Picture, Text, color_name
from jneuron.plot.raster import raster, spikes
from jneuron.plot.shape import Branch, draw_branches
from jneuron.plot.traces import draw_picture

pytest.importorskip("matplotlib")


def test_a_picture_is_empty_until_something_can_be_seen() -> None:
    picture = Picture("Graph[0]", lines=[Line("v")])
    assert picture.is_empty
    picture.marks.append(Mark(1.0, 2.0))
    assert not picture.is_empty


def test_lines_keep_points_colour_and_label() -> None:
    picture = Picture("Graph[0]", lines=[Line("v", 2, 1, [0.0, 1.0], [-65.0, -60.0]), Line("none")])
    axes = draw_picture(picture)
    (line,) = axes.get_lines()
    assert line.get_xydata().tolist() == [[0.0, -65.0], [1.0, -60.0]]
    assert (line.get_color(), line.get_label()) == ("red", "v")


def test_bounds_are_those_of_size() -> None:
    axes = draw_picture(Picture("Graph[0]", lines=[Line("v", x=[0.0], y=[0.0])], bounds=(0.0, 5.0, -80.0, 40.0)))
    assert axes.get_xlim() == (0.0, 5.0)
    assert axes.get_ylim() == (-80.0, 40.0)


def test_texts_stand_within_the_window() -> None:
    axes = draw_picture(Picture("Graph[0]", texts=[Text("hello", 0.5, 0.5)]))
    assert [text.get_text() for text in axes.texts] == ["hello"]


def test_colours_go_round() -> None:
    assert color_name(12) == color_name(2) == "red"


def test_spikes_of_cells_come_in_order_of_time() -> None:
    found = spikes({7: [2.0, 5.0], 3: [1.0]})
    assert found.times.tolist() == [1.0, 2.0, 5.0]
    assert found.ids.tolist() == [3, 7, 7]


def test_spikes_beside_their_ids_are_taken_as_recorded() -> None:
    found = spikes([3.0, 1.0], [2.0, 4.0])
    assert found.times.tolist() == [1.0, 3.0]
    assert found.ids.tolist() == [4, 2]


def test_one_train_is_one_cell() -> None:
    assert spikes([1.0, 2.0]).ids.tolist() == [0, 0]


def test_a_raster_has_a_mark_for_every_spike() -> None:
    (line,) = raster([[1.0], [2.0, 3.0]]).get_lines()
    assert line.get_xydata().tolist() == [[1.0, 0.0], [2.0, 1.0], [3.0, 1.0]]


def test_a_branch_is_cut_into_its_segments() -> None:
    points = np.array([[0.0, 0, 0], [10.0, 0, 0], [10.0, 10.0, 0]])
    axes = draw_branches([Branch(points, np.ones(3), np.array([-65.0, -60.0, -55.0, -50.0]))])
    (lines,) = axes.collections
    assert len(lines.get_segments()) == 4
    assert lines.get_array().tolist() == [-65.0, -60.0, -55.0, -50.0]


def test_a_branch_without_values_has_its_colour() -> None:
    axes = draw_branches([Branch(np.array([[0.0, 0, 0], [0.0, 0, 5.0]]), np.ones(2), color=3)], plane="xz")
    (line,) = axes.get_lines()
    assert line.get_xydata().tolist() == [[0.0, 0.0], [0.0, 5.0]]
    assert line.get_color() == "blue"
