"""Eigenvalues and eigenvectors of a small matrix, as NEURON's library for matrices computes them.

A symmetric outline of a soma leaves its centre line to rounding: which of two equal extremes is the first. So the same
operations are carried out in the same order: reduction to Hessenberg form by Householder reflections, Francis' double-shift QR
steps to the real Schur form, eigenvectors by back substitution. Eigenvalues come in no particular order.

Source: Golub & Van Loan, Matrix Computations, 4th ed., sections 7.4 and 7.5.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from jneuron.morph.imported import Floats

ROUNDING = float(np.finfo(float).eps)
SMALLEST = float(np.finfo(float).tiny)
MOST_STEPS = 40


@dataclass(frozen=True, eq=False, slots=True)
class EigenPairs:
    """Eigenvalues and, in columns, eigenvectors of length 1."""

    values: Floats
    vectors: Floats


def symmetric_eigen(matrix: Floats) -> EigenPairs:
    """Returns the eigenvalues and eigenvectors of a symmetric matrix."""
    n = len(matrix)
    scale = float(np.abs(matrix).max())
    if scale < SMALLEST:
        return EigenPairs(np.zeros(n), np.eye(n))
    schur, basis = _hessenberg(matrix / scale)
    _reduce_to_schur(schur, basis)
    schur *= scale
    values = schur.diagonal().copy()
    return EigenPairs(values, _eigenvectors(schur, basis, values))


@dataclass(frozen=True, slots=True)
class _Reflection:
    # I - tau v v' with v = (1, rest); it takes a vector to (beta, 0 ...)
    rest: Floats
    tau: float
    beta: float


def _reflection(vector: Floats) -> _Reflection:
    first, rest = float(vector[0]), vector[1:]
    square = _dot(rest, rest)
    if square <= SMALLEST:
        return _Reflection(np.zeros(len(rest)), 0.0, first)
    beta = math.sqrt(first * first + square)
    if first >= 0.0:
        beta = -beta
    return _Reflection(rest / (first - beta), (beta - first) / beta, beta)


def _dot(one: Floats, other: Floats) -> float:
    # products added up in order
    total = 0.0
    for a, b in zip(one.tolist(), other.tolist(), strict=True):
        total += a * b
    return total


def _reflect_rows(block: Floats, reflection: _Reflection) -> None:
    if reflection.tau == 0.0:
        return
    sums = np.array([_dot(reflection.rest, column) for column in block[1:].T]) + block[0]
    block[0] -= reflection.tau * sums
    block[1:] -= np.outer(reflection.tau * reflection.rest, sums)


def _reflect_columns(block: Floats, reflection: _Reflection) -> None:
    if reflection.tau == 0.0:
        return
    sums = np.array([_dot(row, reflection.rest) for row in block[:, 1:]]) + block[:, 0]
    block[:, 0] -= reflection.tau * sums
    block[:, 1:] -= np.outer(reflection.tau * sums, reflection.rest)


def _hessenberg(matrix: Floats) -> tuple[Floats, Floats]:
    # returns the matrix with nothing below its first subdiagonal, and the basis that does it
    n = len(matrix)
    reduced, reflections = matrix.copy(), []
    for i in range(n - 1):
        reflection = _reflection(reduced[i + 1 :, i])
        reduced[i + 1, i] = reflection.beta
        reduced[i + 2 :, i] = 0.0
        _reflect_rows(reduced[i + 1 :, i + 1 :], reflection)
        _reflect_columns(reduced[:, i + 1 :], reflection)
        reflections.append(reflection)
    basis = np.eye(n)
    for i in range(n - 2, -1, -1):
        _reflect_rows(basis[i + 1 :, i + 1 :], reflections[i])
    return reduced, basis


def _reduce_to_schur(t: Floats, basis: Floats) -> None:
    # one or two rows at a time split off at the lower end
    norm = sum(float(np.abs(t[: min(len(t), j + 2), j]).sum()) for j in range(len(t)))
    negligible = max(norm * ROUNDING * ROUNDING, SMALLEST)
    last, n_step = len(t) - 1, 0
    while last >= 0 and norm != 0.0:
        start = _small_subdiagonal(t, last, negligible)
        if start == last:
            if last > 0:
                t[last, last - 1] = 0.0
            last, n_step = last - 1, 0
        elif start == last - 1:
            _split_two(t, basis, last)
            last, n_step = last - 2, 0
        else:
            _francis_step(t, basis, start, last)
            n_step += 1
            if n_step > MOST_STEPS:
                raise ArithmeticError("the eigenvalues of a symmetric matrix did not converge")


def _small_subdiagonal(t: Floats, last: int, negligible: float) -> int:
    row = last
    while row > 0:
        size = abs(t[row - 1, row - 1]) + abs(t[row, row])
        if abs(t[row, row - 1]) <= max(size * ROUNDING, negligible):
            break
        row -= 1
    return row


def _split_two(t: Floats, basis: Floats, last: int) -> None:
    # a rotation makes the lower block of two rows triangular; a symmetric matrix has real eigenvalues
    first = last - 1
    p = 0.5 * (t[first, first] - t[last, last])
    q = p * p + t[last, first] * t[first, last]
    z = math.sqrt(abs(q))
    cosine, sine = _givens(p + z if p >= 0.0 else p - z, t[last, first])
    _rotate(t[first, first:], t[last, first:], cosine, -sine)
    _rotate(t[: last + 1, first], t[: last + 1, last], cosine, -sine)
    _rotate(basis[:, first], basis[:, last], cosine, -sine)
    t[last, first] = 0.0
    if first > 0:
        t[first, first - 1] = 0.0


def _givens(p: float, q: float) -> tuple[float, float]:
    if q == 0.0:
        return (-1.0 if p < 0.0 else 1.0), 0.0
    if p == 0.0:
        return 0.0, (1.0 if q < 0.0 else -1.0)
    if abs(p) > abs(q):
        t = q / p
        u = math.copysign(math.sqrt(1.0 + t * t), p)
        cosine = 1.0 / u
        return cosine, -t * cosine
    t = p / q
    u = math.copysign(math.sqrt(1.0 + t * t), q)
    sine = -1.0 / u
    return -t * sine, sine


def _rotate(x: Floats, y: Floats, cosine: float, sine: float) -> None:
    old = x.copy()
    x[:] = cosine * old + sine * y
    y[:] = -sine * old + cosine * y


def _francis_step(t: Floats, basis: Floats, start: int, last: int) -> None:
    first, vector = _first_vector(t, start, last)
    for k in range(first, last - 1):
        column = vector if k == first else t[k : k + 3, k - 1].copy()
        reflection = _reflection(column)
        if reflection.beta == 0.0:
            continue
        if k == first and k > start:
            t[k, k - 1] = -t[k, k - 1]
        elif k != first:
            t[k, k - 1] = reflection.beta
        _reflect_rows(t[k : k + 3, k:], reflection)
        _reflect_columns(t[: min(last, k + 3) + 1, k : k + 3], reflection)
        _reflect_columns(basis[:, k : k + 3], reflection)
    reflection = _reflection(t[last - 1 : last + 1, last - 2].copy())
    if reflection.beta != 0.0:
        t[last - 1, last - 2] = reflection.beta
        _reflect_rows(t[last - 1 : last + 1, last - 1 :], reflection)
        _reflect_columns(t[: last + 1, last - 1 : last + 1], reflection)
        _reflect_columns(basis[:, last - 1 : last + 1], reflection)
    for i in range(first + 2, last + 1):
        t[i, i - 2] = 0.0
        if i > first + 2:
            t[i, i - 3] = 0.0


def _first_vector(t: Floats, start: int, last: int) -> tuple[int, Floats]:
    # where the step begins, and the first column of the shifted square
    shift = (t[last, last], t[last - 1, last - 1], t[last, last - 1] * t[last - 1, last])
    for m in range(last - 2, start - 1, -1):
        r, s = shift[0] - t[m, m], shift[1] - t[m, m]
        vector = np.array([(r * s - shift[2]) / t[m + 1, m] + t[m, m + 1], t[m + 1, m + 1] - t[m, m] - r - s, t[m + 2, m + 1]])
        if m == start:
            break
        below = t[m, m - 1] * (abs(vector[1]) + abs(vector[2]))
        beside = vector[0] * (abs(t[m - 1, m - 1]) + abs(t[m, m]) + abs(t[m + 1, m + 1]))
        if abs(below) < ROUNDING * beside:
            break
    return m, vector


def _eigenvectors(t: Floats, basis: Floats, values: Floats) -> Floats:
    n = len(t)
    norm = sum(float(np.abs(t[j, max(j - 1, 0) :]).sum()) for j in range(n))
    solved = t.copy()
    for k in range(n - 1, -1, -1):
        solved[k, k] = 1.0
        for i in range(k - 1, -1, -1):
            residue = _dot(solved[i, i + 1 : k + 1], solved[i + 1 : k + 1, k])
            gap = solved[i, i] - values[k]
            solved[i, k] = -residue / gap if gap != 0.0 else -residue / (ROUNDING * norm)
    vectors = np.empty((n, n))
    for k in range(n):
        column = np.array([_dot(row, solved[: k + 1, k]) for row in basis[:, : k + 1]])
        # made of length 1 by a division of complex numbers, which multiplies by the divisor first
        length = math.sqrt(_dot(column, column))
        vectors[:, k] = column * length / (length * length)
    return vectors
