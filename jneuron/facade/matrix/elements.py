"""Matrix methods that read, write and move elements."""

from __future__ import annotations

import sys
from typing import Any

import numpy as np

from jneuron.facade.calls import Arguments, Refusal
from jneuron.facade.matrix.core import LARGEST_SIZE, Floats, Matrix

ELEMENT_FORMAT, ROW_END = " %-8.3g", "\n"


def nrow(matrix: Matrix, given: Arguments) -> int:
    """Returns the number of rows."""
    return matrix.shape[0]


def ncol(matrix: Matrix, given: Arguments) -> int:
    """Returns the number of columns."""
    return matrix.shape[1]


def getval(matrix: Matrix, given: Arguments) -> float:
    """`getval(row, column)`."""
    return matrix.array().item(row_index(matrix, given, 0), column_index(matrix, given, 1))


def setval(matrix: Matrix, given: Arguments) -> float:
    """`setval(row, column, value)`: returns the value."""
    place = row_index(matrix, given, 0), column_index(matrix, given, 1)
    value = given.number(2)
    matrix.put(place, value)
    return value


def set_all(matrix: Matrix, given: Arguments) -> Matrix:
    """`set(a, b, ...)`: writes all elements row by row."""
    n_row, n_column = matrix.shape
    for k in range(n_row * n_column):
        matrix.put(divmod(k, n_column), given.number(k))
    return matrix


def resize(matrix: Matrix, given: Arguments) -> Matrix:
    """`resize(n_row, n_column)`: keeps what fits; new elements are zero."""
    shape = int(given.checked(0, 1, LARGEST_SIZE)), int(given.checked(1, 1, LARGEST_SIZE))
    return matrix.become(_resized(matrix.full(), shape))


def copy(matrix: Matrix, given: Arguments) -> Matrix:
    """`c([result])`: a copy."""
    return result_of(matrix, given, 0).become(matrix.full())


def bcopy(matrix: Matrix, given: Arguments) -> Matrix:
    """`bcopy(row, column, n_row, n_column[, to_row, to_column][, result])`: copies a block."""
    row, column = row_index(matrix, given, 0), column_index(matrix, given, 1)
    n_row = int(given.checked(2, 1, matrix.shape[0] - row))
    n_column = int(given.checked(3, 1, matrix.shape[1] - column))
    has_target = given.is_number(4)
    to_row, to_column = (int(given.number(4)), int(given.number(5))) if has_target else (0, 0)
    if has_target and not given.has(6):
        raise Refusal("bcopy to a place needs the Matrix it goes to")
    result = result_of(matrix, given, 6 if has_target else 4)
    block = matrix.full()[row : row + n_row, column : column + n_column].copy()
    shape = max(result.shape[0], to_row + n_row), max(result.shape[1], to_column + n_column)
    values = _resized(result.full(), shape)
    values[to_row : to_row + n_row, to_column : to_column + n_column] = block
    return result.become(values)


def getrow(matrix: Matrix, given: Arguments) -> Any:
    """`getrow(row[, result])`: a row, in a Vector."""
    return vector_of(matrix, given, 1, matrix.full()[row_index(matrix, given, 0)])


def getcol(matrix: Matrix, given: Arguments) -> Any:
    """`getcol(column[, result])`: a column, in a Vector."""
    return vector_of(matrix, given, 1, matrix.full()[:, column_index(matrix, given, 0)])


def getdiag(matrix: Matrix, given: Arguments) -> Any:
    """`getdiag(k[, result])`: the k-th diagonal above the main one, by row; rows that it misses are 0."""
    rows, columns = _diagonal(matrix, given)
    values = np.zeros(matrix.shape[0])
    values[rows] = matrix.full()[rows, columns]
    return vector_of(matrix, given, 1, values)


def setrow(matrix: Matrix, given: Arguments) -> Matrix:
    """`setrow(row, number | Vector)`."""
    row = row_index(matrix, given, 0)
    values = _number_or_elements(matrix, given)
    _check_fits(values, matrix.shape[1])
    matrix.put((row, slice(None) if np.ndim(values) == 0 else slice(len(values))), values)
    return matrix


def setcol(matrix: Matrix, given: Arguments) -> Matrix:
    """`setcol(column, number | Vector)`."""
    column = column_index(matrix, given, 0)
    values = _number_or_elements(matrix, given)
    _check_fits(values, matrix.shape[0])
    matrix.put((slice(None) if np.ndim(values) == 0 else slice(len(values)), column), values)
    return matrix


def setdiag(matrix: Matrix, given: Arguments) -> Matrix:
    """`setdiag(k, number | Vector)`: elements of the Vector belong to rows, as in `getdiag`."""
    rows, columns = _diagonal(matrix, given)
    values = _number_or_elements(matrix, given)
    if np.ndim(values):
        _check_fits(values, matrix.shape[0])
        inside = rows < len(values)
        rows, columns = rows[inside], columns[inside]
        values = values[rows]
    matrix.put((rows, columns), values)
    return matrix


def zero(matrix: Matrix, given: Arguments) -> Matrix:
    """Sets all elements to 0."""
    matrix.array()[:] = 0.0
    return matrix


def ident(matrix: Matrix, given: Arguments) -> Matrix:
    """Makes it the identity matrix."""
    return matrix.become(np.eye(*matrix.shape))


def to_vector(matrix: Matrix, given: Arguments) -> Any:
    """`to_vector([result])`: all elements, column by column, in a Vector."""
    return vector_of(matrix, given, 0, matrix.array().ravel("F"))


def from_vector(matrix: Matrix, given: Arguments) -> Matrix:
    """Takes all elements from a Vector, column by column."""
    values = vector_elements(given, 0)
    if len(values) != matrix.array().size:
        raise Refusal("wrong size for Matrix or Vector operation")
    matrix.put(slice(None), values.reshape(matrix.shape, order="F"))
    return matrix


def sprowlen(matrix: Matrix, given: Arguments) -> int:
    """Returns how many elements of a sparse matrix's row are there."""
    return int(matrix.present()[row_index(matrix, given, 0)].sum())


def spgetrowval(matrix: Matrix, given: Arguments) -> float:
    """`spgetrowval(row, k, &column)`: returns the k-th element of a sparse matrix's row, and sets its column."""
    row = row_index(matrix, given, 0)
    columns = np.flatnonzero(matrix.present()[row])
    column = int(columns[int(given.checked(1, 0, len(columns) - 1))])
    given.reference(2).set(float(column))
    return matrix.array().item(row, column)


def printf(matrix: Matrix, given: Arguments) -> float:
    """`printf([element_format[, row_end]])`: prints to stdout."""
    sys.stdout.write(_text(matrix, given, 0))
    return 0.0


def fprint(matrix: Matrix, given: Arguments) -> float:
    """`fprint([0,] file[, element_format[, row_end]])`: writes the shape, unless there is a 0 in front, and the elements."""
    first = int(given.is_number(0))
    file = given.of_class(first, "File")
    if file.is_closed:
        raise Refusal(f"File not open: {file.name}")
    shape = "" if first and not given.number(0) else f"{matrix.shape[0]} {matrix.shape[1]}\n"
    file.write_bytes((shape + _text(matrix, given, first + 1)).encode())
    return 0.0


def scanf(matrix: Matrix, given: Arguments) -> float:
    """`scanf(file[, n_row, n_column])`: reads the shape, unless it is given, and the elements row by row."""
    file = given.of_class(0, "File")
    if given.has(1):
        n_row, n_column = int(given.number(1)), int(given.number(2))
    else:
        n_row, n_column = int(file.next_number()), int(file.next_number())
    values = [file.next_number() for _ in range(n_row * n_column)]
    matrix.become(np.reshape(values, (n_row, n_column)))
    return 0.0


# ---- arguments and results


def row_index(matrix: Matrix, given: Arguments, index: int) -> int:
    """Returns an argument that counts rows."""
    return int(given.checked(index, 0, matrix.shape[0] - 1))


def column_index(matrix: Matrix, given: Arguments, index: int) -> int:
    """Returns an argument that counts columns."""
    return int(given.checked(index, 0, matrix.shape[1] - 1))


def result_of(matrix: Matrix, given: Arguments, index: int) -> Matrix:
    """Returns the Matrix given for a result, or a new one."""
    if given.has(index) and given.object(index) is not None:
        return full_matrix(given, index)
    return matrix.session.h.Matrix()  # type: ignore[no-any-return]


def full_matrix(given: Arguments, index: int) -> Matrix:
    """Returns a Matrix argument that must not be sparse."""
    other: Matrix = given.of_class(index, "Matrix")
    if other._present is not None:
        raise Refusal("Matrix is not a FULL matrix (type 1)")
    return other


def vector_of(matrix: Matrix, given: Arguments, index: int, values: Floats) -> Any:
    """Returns the Vector given for a result, or a new one, with `values`."""
    vector = given.of_class(index, "Vector") if given.is_object(index) else matrix.session.h.Vector()
    vector.clear_samples()
    vector.add_samples(np.array(values, float))
    return vector


def vector_elements(given: Arguments, index: int) -> Floats:
    """Returns the elements of a Vector argument."""
    return np.array(given.of_class(index, "Vector").as_numpy(), float)


def _number_or_elements(matrix: Matrix, given: Arguments) -> Any:
    return given.number(1) if given.is_number(1) else vector_elements(given, 1)


def _check_fits(values: Any, size: int) -> None:
    if np.size(values) > size:
        raise Refusal(f"Matrix index out of range: index={np.size(values)}  max_index={size}\n")


def _diagonal(matrix: Matrix, given: Arguments) -> tuple[Any, Any]:
    n_row, n_column = matrix.shape
    k = int(given.checked(0, -(n_row - 1), n_column - 1))
    rows = np.arange(max(-k, 0), min(n_row, n_column - k))
    return rows, rows + k


def _resized(values: Floats, shape: tuple[int, int]) -> Floats:
    new = np.zeros(shape)
    n_row, n_column = min(values.shape[0], shape[0]), min(values.shape[1], shape[1])
    new[:n_row, :n_column] = values[:n_row, :n_column]
    return new


def _text(matrix: Matrix, given: Arguments, first: int) -> str:
    element = given.string(first) if given.has(first) else ELEMENT_FORMAT
    end = given.string(first + 1) if given.has(first + 1) else ROW_END
    return "".join("".join(element % value for value in row) + end for row in matrix.array().tolist())


METHODS = {
    "bcopy": bcopy,
    "c": copy,
    "fprint": fprint,
    "from_vector": from_vector,
    "getcol": getcol,
    "getdiag": getdiag,
    "getrow": getrow,
    "getval": getval,
    "ident": ident,
    "ncol": ncol,
    "nrow": nrow,
    "printf": printf,
    "resize": resize,
    "scanf": scanf,
    "set": set_all,
    "setcol": setcol,
    "setdiag": setdiag,
    "setrow": setrow,
    "setval": setval,
    "spgetrowval": spgetrowval,
    "sprowlen": sprowlen,
    "to_vector": to_vector,
    "zero": zero,
}
