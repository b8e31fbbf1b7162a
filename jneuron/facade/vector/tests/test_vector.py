"""What a Vector is to Python, and rules that no comparison with NEURON shows."""

from __future__ import annotations

import copy
import math
import pickle

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jneuron.base.errors import HocError
from jneuron.facade.objects import bind
from jneuron.facade.vector.core import Vector
from jneuron.facade.vector.fit import downhill_simplex
from jneuron.facade.vector.methods import METHODS
from jneuron.facade.vector.tests.session import LeastSession

finite = st.floats(-1e6, 1e6)


@pytest.fixture
def h():
    return LeastSession().h


def test_every_method_has_a_docstring():
    assert all(getattr(Vector, name).__doc__ for name in METHODS)


def test_as_numpy_does_not_copy(h):
    vector = h.Vector([1, 2, 3])
    vector.as_numpy()[1] = 9
    assert vector[1] == 9


def test_the_first_vector_of_a_session_is_number_zero():
    assert LeastSession().h.Vector().hname() == "Vector[0]"
    assert LeastSession().h.Vector().hname() == "Vector[0]"


def test_a_reference_outlives_its_vector(h):
    reference = h.Vector([1, 2])._ref_x[1]
    assert reference.get() == 2


def test_a_reference_follows_the_memory_of_its_vector(h):
    vector = h.Vector([1, 2])
    reference = vector._ref_x[1]
    vector.resize(1000)
    reference.set(5)
    assert vector[1] == 5


def test_a_reference_beyond_the_memory_is_refused(h):
    vector = h.Vector([1, 2])
    reference = vector._ref_x[1]
    with pytest.raises(IndexError):
        reference[10]


def test_a_copy_is_of_the_same_session(h):
    assert type(copy.deepcopy(h.Vector([1]))) is h.Vector


def test_pickling_keeps_every_bit(h, monkeypatch):
    monkeypatch.setattr(Vector, "_bound", [])
    mine = bind(Vector, h.Vector.session)
    values = [0.1, math.pi, -0.0, math.inf]
    restored = pickle.loads(pickle.dumps(mine(values)))
    assert np.array(restored).tobytes() == np.array(values).tobytes()
    assert type(restored) is mine


def test_two_dimensional_arrays_are_refused(h):
    with pytest.raises(HocError, match="item 0 is not a valid number"):
        h.Vector(np.zeros((2, 2)))


@pytest.mark.parametrize("name", ["plot", "line", "mark"])
def test_without_a_display_a_graph_need_not_be_given(h, name):
    vector = h.Vector([1, 2])
    assert getattr(vector, name)() is vector


def test_a_refused_call_leaves_the_vector_as_it_was(h):
    vector = h.Vector([4, -1])
    for call in (vector.sqrt, lambda: vector.where("=>", 1), lambda: vector.insrt(1, vector), lambda: vector.resize(-1)):
        with pytest.raises(HocError):
            call()
    assert vector.to_python() == [4, -1]


def test_adding_nonsense_is_refused_where_neuron_ignores_it(h):
    for method in ("add", "sub", "mul", "div", "append"):
        with pytest.raises(HocError, match="bad stack access"):
            getattr(h.Vector([1]), method)("a")


def test_deconvolution_undoes_convolution(h):
    source, response = h.Vector([1, 5, 2, 0, 3, 1, 0, 0]), h.Vector([4, 2, 1])
    blurred = h.Vector()
    blurred.convlv(source, response)
    restored = h.Vector()
    restored.convlv(blurred, response, -1)
    assert np.allclose(restored, source, atol=1e-12)


def test_deconvolution_by_nothing_is_refused(h):
    with pytest.raises(HocError, match="response zero"):
        h.Vector().convlv(h.Vector([1, 2]), h.Vector([0]), -1)


def test_median_filter_takes_out_single_spikes(h):
    vector = h.Vector([1, 1, 9, 1, 1, 1, 9, 9, 1])
    assert vector.medfltr().to_python() == [1, 1, 1, 1, 1, 1, 9, 9, 1]


def test_psth_ends_when_there_are_too_few_events(h):
    assert h.Vector().psth(h.Vector([0, 0, 0, 0, 1]), 0.5, 1, 2).to_python() == [400] * 5


def test_the_simplex_never_gets_worse():
    error = lambda p: (p[0] - 3) ** 2 + (p[1] + 1) ** 2  # noqa: E731
    start = [1.0, 1.0]
    assert error(downhill_simplex(error, start)) < error(start)


@given(st.lists(finite, min_size=1, max_size=64))
def test_fft_and_back_multiplies_by_half_the_padded_size(values):
    h = LeastSession().h
    there = h.Vector().fft(h.Vector(values), 1)
    back = h.Vector().fft(there, -1)
    size = len(back)
    expected = np.zeros(size)
    expected[: len(values)] = values
    factor = size / 2 if size > 1 else 1
    assert np.allclose(back, expected * factor, atol=1e-9 * max(1, np.abs(expected).max()) * size)


@given(st.lists(finite, max_size=50), st.lists(finite, max_size=50))
def test_append_joins(first, second):
    h = LeastSession().h
    assert h.Vector(first).append(h.Vector(second)).to_python() == first + second


@given(st.lists(finite, max_size=50))
def test_sortindex_sorts(values):
    vector = LeastSession().h.Vector(values)
    assert vector.ind(vector.sortindex()).to_python() == sorted(values)


@given(st.lists(finite, min_size=1, max_size=50), st.integers(-120, 120))
def test_rotating_there_and_back_changes_nothing(values, places):
    vector = LeastSession().h.Vector(values)
    assert vector.rotate(places).rotate(-places).to_python() == values


@pytest.mark.parametrize(
    "name",
    ["sum", "mean", "var", "stderr", "mag", "max", "median", "sumsq", "log", "sqrt", "tanh", "deriv", "integral"],
)
def test_infinity_passes_without_a_warning(h, name):
    getattr(h.Vector([math.inf, 1, math.inf, math.nan]), name)()
