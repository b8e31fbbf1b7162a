"""Centre lines of outlines, and the eigenvectors they rest on."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jneuron.morph.contours import centre_line, spread, stack_centre
from jneuron.morph.eigen import symmetric_eigen
from jneuron.morph.imported import Floats, Piece


def ellipse(a: float, b: float, *, z: float = 0.0, n: int = 200) -> Floats:
    """Returns an ellipse with half axes along x and y. (n, 3)"""
    angle = 2 * np.pi * np.arange(n) / n
    return np.column_stack([a * np.cos(angle), b * np.sin(angle), np.full(n, z)])


def outline(xyz: Floats) -> Piece:
    """Returns an outline."""
    return Piece(id=0, type=1, xyz=xyz, diam=np.zeros(len(xyz)), is_contour=True)


@settings(max_examples=100, deadline=None)
@given(st.integers(2, 5), st.integers(0, 2**31))
def test_eigenvectors_diagonalise(n: int, seed: int) -> None:
    factor = np.random.default_rng(seed).normal(size=(n, n))
    matrix = factor + factor.T
    pairs = symmetric_eigen(matrix)
    np.testing.assert_allclose(matrix @ pairs.vectors, pairs.vectors * pairs.values, atol=1e-12)
    np.testing.assert_allclose(np.sort(pairs.values), np.linalg.eigvalsh(matrix), atol=1e-12)


def test_zero_matrix_has_the_unit_vectors() -> None:
    pairs = symmetric_eigen(np.zeros((3, 3)))
    np.testing.assert_array_equal(pairs.vectors, np.eye(3))


def test_spread_points_lie_at_equal_distances() -> None:
    steps = np.diff(spread(np.array([[0.0, 0, 0], [1, 0, 0], [10, 0, 0], [10, 30, 0]])).xyz, axis=0)
    np.testing.assert_allclose(np.abs(steps).sum(axis=1), 0.4, rtol=1e-12)


def test_centre_line_of_an_ellipse_runs_along_its_major_axis() -> None:
    line = centre_line(outline(ellipse(20.0, 5.0, z=3.0)))
    assert line.shape == (21, 4)
    np.testing.assert_allclose(line[:, 1:3], [[0.0, 3.0]] * 21, atol=0.3)
    assert (np.diff(line[:, 0]) > 0).all()


def test_diameters_of_an_ellipse_are_its_width() -> None:
    line = centre_line(outline(ellipse(20.0, 5.0)))[2:-2]
    np.testing.assert_allclose(line[:, 3], 10.0 * np.sqrt(1 - (line[:, 0] / 20.0) ** 2), rtol=0.05)


def test_stack_becomes_a_point_for_each_outline() -> None:
    piece = outline(ellipse(10.0, 10.0))
    piece.contours = [outline(ellipse(8.0, 8.0, z=4.0)), outline(ellipse(6.0, 6.0, z=8.0))]
    line = centre_line(piece)
    np.testing.assert_allclose(line[:, 2], [0.0, 4.0, 8.0], atol=1e-12)
    np.testing.assert_allclose(line[:, 3], [20.0, 16.0, 12.0], rtol=0.01)


def test_centre_of_a_stack_is_half_way_along_it() -> None:
    piece = outline(ellipse(10.0, 10.0))
    piece.contours = [outline(ellipse(10.0, 10.0, z=2.0)), outline(ellipse(10.0, 10.0, z=8.0))]
    assert stack_centre(piece)[2] == pytest.approx(4.0, rel=1e-12)
