"""Graphs keep what they would have shown, where a NEURON without a display keeps nothing."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jneuron import Session


@pytest.fixture
def h() -> Iterator[Any]:
    top = Session().h
    top.load_file("stdrun.hoc")
    yield top


def cell(h: Any) -> Any:
    soma = h.Section(name="soma")
    soma.L = soma.diam = 10
    soma.insert("hh")
    return soma


def line(h: Any, graph: Any, index: int = 0) -> tuple[list[float], list[float]]:
    x, y = h.Vector(), h.Vector()
    assert graph.getline(index - 1, x, y) == index
    return x.to_python(), y.to_python()


def test_a_curve_has_what_a_vector_records(h: Any) -> None:
    soma, graph = cell(h), h.Graph()
    v, t = h.Vector().record(soma(0.5)._ref_v), h.Vector().record(h._ref_t)
    graph.addvar("v", soma(0.5)._ref_v)
    h.graphList[0].append(graph)
    h.run()
    assert line(h, graph) == (t.to_python(), v.to_python())


def test_a_curve_has_one_point_a_step_of_the_display(h: Any) -> None:
    soma, graph = cell(h), h.Graph()
    v = h.Vector().record(soma(0.5)._ref_v)
    graph.addvar("v", soma(0.5)._ref_v)
    h.graphList[0].append(graph)
    h.steps_per_ms = 10
    h.run()
    x, y = line(h, graph)
    assert len(x) == 51
    assert y == v.to_python()[::4]


def test_currents_stand_half_a_step_before(h: Any) -> None:
    soma, graph = cell(h), h.Graph()
    graph.addvar("i", soma(0.5).hh._ref_il)
    h.graphList[1].append(graph)
    h.tstop = 1
    h.run()
    assert line(h, graph)[0][:2] == [-0.0125, 0.0125]


@pytest.mark.parametrize("path", ["v(.5)", "soma.v(0.5)"])
def test_an_expression_that_is_a_path_is_recorded(h: Any, path: str) -> None:
    h("create soma")
    h("soma insert hh")
    graph = h.Graph()
    graph.addexpr(path)
    h.graphList[0].append(graph)
    h.run()
    assert graph.curves[0].is_recorded
    assert len(line(h, graph)[0]) == 201


def test_an_expression_is_worked_out_at_every_step(h: Any) -> None:
    h("create soma")
    graph = h.Graph()
    graph.addexpr("2 * t + 1")
    h.graphList[0].append(graph)
    h.tstop = 0.1
    h.run()
    x, y = line(h, graph)
    assert y == pytest.approx([2 * t + 1 for t in x])


def test_an_expression_that_means_nothing_ends_without_a_word(h: Any, capfd: pytest.CaptureFixture[str]) -> None:
    soma, graph = cell(h), h.Graph()
    graph.addexpr("no_such_thing * 2")
    graph.addvar("v", soma(0.5)._ref_v)
    h.graphList[0].append(graph)
    h.tstop = 1
    h.run()
    assert line(h, graph, 0) == ([], [])
    assert len(line(h, graph, 1)[0]) == 41
    assert capfd.readouterr().out == ""


def test_a_second_run_begins_anew_and_a_family_keeps_the_first(h: Any) -> None:
    soma, graph = cell(h), h.Graph()
    graph.addvar("v", soma(0.5)._ref_v)
    h.graphList[0].append(graph)
    h.tstop = 1
    h.run()
    h.v_init = -60
    h.run()
    assert [len(each.x) for each in graph.picture.lines] == [41]
    graph.family(1)
    h.run()
    assert [len(each.x) for each in graph.picture.lines] == [41, 41]


def test_a_run_in_pieces_is_one_curve(h: Any) -> None:
    soma, graph = cell(h), h.Graph()
    v = h.Vector().record(soma(0.5)._ref_v)
    graph.addvar("v", soma(0.5)._ref_v)
    h.graphList[0].append(graph)
    h.stdinit()
    h.continuerun(2)
    h.continuerun(3)
    assert line(h, graph)[1] == v.to_python()


def test_a_graph_added_in_mid_run_begins_there(h: Any) -> None:
    soma, graph = cell(h), h.Graph()
    h.stdinit()
    h.continuerun(2)
    graph.addvar("v", soma(0.5)._ref_v)
    h.graphList[0].append(graph)
    h.continuerun(3)
    x, _ = line(h, graph)
    assert x[0] == pytest.approx(2.025)
    assert len(x) == 40


def test_plot_by_hand_adds_points(h: Any) -> None:
    soma, graph = cell(h), h.Graph()
    graph.addvar("v", soma(0.5)._ref_v)
    h.finitialize(-65)
    graph.begin()
    graph.plot(3)
    assert line(h, graph) == ([3.0], [-65.0])


def test_line_info_tells_style_and_label(h: Any) -> None:
    graph, info = h.Graph(), h.Vector()
    graph.addexpr("t", 2, 3, 0.8, 0.9, 2)
    assert graph.line_info(-1, info) == 0.0
    assert info.to_python() == [2.0, 3.0, 0.8, 0.9, 2.0]
    assert info.label() == "t"
    assert graph.line_info(0, info) == -1.0


def test_vectors_leave_their_lines(h: Any) -> None:
    graph = h.Graph()
    h.Vector([4, 5]).line(graph, h.Vector([1, 2]), 3, 1)
    h.Vector([4, 5]).mark(graph, h.Vector([1, 2]), "o")
    assert line(h, graph) == ([1.0, 2.0], [4.0, 5.0])
    assert len(graph.picture.marks) == 2


def test_a_range_variable_plot_is_drawn_as_it_stands(h: Any) -> None:
    soma, graph = cell(h), h.Graph()
    graph.addobject(h.RangeVarPlot("v", soma(0), soma(1)))
    h.finitialize(-65)
    graph.flush()
    assert line(h, graph) == ([0.0, 5.0, 10.0], [-65.0] * 3)


def test_graphs_without_curves_record_nothing(h: Any) -> None:
    cell(h)
    h.graphList[0].append(h.Graph())
    h.run()
    assert not h.Section.session.model.probes.records


def test_a_graph_that_is_gone_is_recorded_no_more(h: Any) -> None:
    soma, graph = cell(h), h.Graph()
    graph.addvar("v", soma(0.5)._ref_v)
    h.graphList[0].append(graph)
    h.run()
    del graph
    assert len(h.Section.session.model.probes.records) == 1


MODEL = """
from neuron import h
h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("hh")
def show():
    g = h.Graph()
    g.addvar("v", soma(.5)._ref_v)
    h.graphList[0].append(g)
    s = h.PlotShape(False)
    s.variable("v")
show()
h.run()
"""


def test_the_command_line_writes_pictures(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    script, folder = tmp_path / "model.py", tmp_path / "pictures"
    script.write_text(MODEL, encoding="utf-8")
    command = [sys.executable, "-m", "jneuron", "--plots", str(folder), str(script)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["000_Graph0.png", "001_PlotShape0.png"]


def test_plot_shape_draws_on_matplotlib_and_marks(h: Any) -> None:
    pyplot = pytest.importorskip("matplotlib.pyplot")
    soma = cell(h)
    shape = h.PlotShape(False)
    shape.variable("v")
    figure = pyplot.figure()
    axes = shape.plot(figure, cmap="cool", line_width=3).mark(soma(0.5), "ob")
    (segments,) = axes.collections
    assert segments.get_array().tolist() == [-65.0]
    assert axes.get_lines()[-1].get_xydata().tolist() == [[5.0, 0.0]]
    pyplot.close(figure)
    with pytest.raises(NotImplementedError):
        shape.plot(3)
