"""Matrix methods that calculate."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from jneuron.base.errors import UnsupportedError
from jneuron.facade.calls import Arguments, Refusal
from jneuron.facade.matrix.core import Floats, Matrix
from jneuron.facade.matrix.elements import full_matrix, result_of, vector_elements, vector_of

WRONG_SIZE = "wrong size for Matrix or Vector operation"


def add(matrix: Matrix, given: Arguments) -> Matrix:
    """`add(matrix[, result])`: in place unless there is a result."""
    values, other = matrix.full(), full_matrix(given, 0).full()
    if other.shape != values.shape:
        raise Refusal(WRONG_SIZE)
    return _in_place_or(matrix, given, 1).become(values + other)


def muls(matrix: Matrix, given: Arguments) -> Matrix:
    """`muls(factor[, result])`: in place unless there is a result."""
    return _in_place_or(matrix, given, 1).become(matrix.full() * given.number(0))


def mulm(matrix: Matrix, given: Arguments) -> Matrix:
    """`mulm(matrix[, result])`: the product, in a new Matrix unless there is a result."""
    given.object(0)
    left, other = matrix.full(), full_matrix(given, 0)
    result = result_of(matrix, given, 1)
    if result is matrix or result is other:
        raise Refusal("matrix multiplication cannot be done in place")
    if left.shape[1] != other.shape[0]:
        largest, limit = max(left.shape[1], other.shape[0]), min(left.shape[1], other.shape[0])
        raise Refusal(f"Matrix index out of range: index={largest}  max_index={limit}\n")
    return result.become(left @ other.full())


def mulv(matrix: Matrix, given: Arguments) -> Any:
    """`mulv(vector[, result])`: the product with a Vector."""
    values = vector_elements(given, 0)
    if len(values) != matrix.shape[1]:
        raise Refusal(WRONG_SIZE)
    return vector_of(matrix, given, 1, matrix.array() @ values)


def transpose(matrix: Matrix, given: Arguments) -> Matrix:
    """`transpose([result])`."""
    values = matrix.full()
    return result_of(matrix, given, 0).become(values.T)


def inverse(matrix: Matrix, given: Arguments) -> Matrix:
    """`inverse([result])`."""
    values = _square(matrix)
    try:
        inverted = np.linalg.inv(values)
    except np.linalg.LinAlgError:
        raise _singular("Matrix.inverse") from None
    return result_of(matrix, given, 0).become(np.asarray(inverted, float))


def exponential(matrix: Matrix, given: Arguments) -> Matrix:
    """`exp([result])`: the matrix exponential."""
    from scipy.linalg import expm

    values = _square(matrix)
    result = result_of(matrix, given, 0)
    if result is matrix:
        raise Refusal("exponentiation  matrix operation cannot be done in place")
    return result.become(expm(values))


def power(matrix: Matrix, given: Arguments) -> Matrix:
    """`pow(n[, result])`: the product of n of it."""
    values = _square(matrix)
    n = int(given.checked(0, 0, 100))
    return result_of(matrix, given, 1).become(np.linalg.matrix_power(values, n))


def det(matrix: Matrix, given: Arguments) -> float:
    """`det(&exponent)`: returns the determinant as mantissa, between 1 and 10, and power of ten."""
    values = _square(matrix)
    exponent = given.reference(0)
    sign, logarithm = np.linalg.slogdet(values)
    if sign == 0.0:
        exponent.set(0.0)
        return 0.0
    determinant = float(np.linalg.det(values))
    power_of_ten = math.floor(logarithm / math.log(10.0))
    if determinant and math.isfinite(determinant):
        mantissa = determinant / 10.0**power_of_ten
    else:
        mantissa = float(sign * math.exp(logarithm - power_of_ten * math.log(10.0)))
    if abs(mantissa) >= 10.0:
        mantissa, power_of_ten = mantissa / 10.0, power_of_ten + 1
    exponent.set(float(power_of_ten))
    return mantissa


def solv(matrix: Matrix, given: Arguments) -> Any:
    """`solv(vector[, result][, 1])`: solves M x = vector; with 1, with the matrix as it was at the last call."""
    values = vector_elements(given, 0)
    n_row, n_column = matrix.shape
    if n_row != n_column or len(values) != n_row:
        raise Refusal(WRONG_SIZE)
    last = len(given.values) - 1
    again = last > 0 and given.is_number(last) and given.number(last) != 0.0
    if not again or matrix._factored is None or matrix._factored.shape != matrix.shape:
        matrix._factored = matrix.array().copy()
    try:
        solution = np.linalg.solve(matrix._factored, values)
    except np.linalg.LinAlgError:
        raise _singular("Matrix.solv") from None
    return vector_of(matrix, given, 1, np.asarray(solution, float))


def symmeig(matrix: Matrix, given: Arguments) -> Any:
    """`symmeig(vectors)`: eigenvalues of a symmetric matrix in a Vector; the columns of `vectors` are the eigenvectors.

    Deviation: an eigenvector may have the opposite sign.
    """
    values = _square(matrix)
    result = full_matrix(given, 0)
    eigenvalues, vectors = np.linalg.eig(values)
    result.become(np.real(vectors))
    return vector_of(matrix, given, len(given.values), np.real(eigenvalues))


def svd(matrix: Matrix, given: Arguments) -> Any:
    """`svd([u, v])`: singular values in a Vector; the matrix is u^T diag v."""
    left, singular, right = np.linalg.svd(matrix.full())
    if given.has(1):
        full_matrix(given, 0).become(left.T)
        full_matrix(given, 1).become(right)
    return vector_of(matrix, given, len(given.values), np.asarray(singular, float))


def _in_place_or(matrix: Matrix, given: Arguments, index: int) -> Matrix:
    return full_matrix(given, index) if given.has(index) else matrix


def _square(matrix: Matrix) -> Floats:
    values = matrix.full()
    if values.shape[0] != values.shape[1]:
        raise Refusal(WRONG_SIZE)
    return values


def _singular(name: str) -> UnsupportedError:
    return UnsupportedError(f"{name} of a singular matrix", "there is no solution; NEURON returns arbitrary numbers.")


METHODS = {
    "add": add,
    "det": det,
    "exp": exponential,
    "inverse": inverse,
    "mulm": mulm,
    "muls": muls,
    "mulv": mulv,
    "pow": power,
    "solv": solv,
    "svd": svd,
    "symmeig": symmeig,
    "transpose": transpose,
}
