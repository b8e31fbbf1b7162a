"""The class Matrix: numbers in rows and columns; its methods are functions in the modules beside this one."""

from __future__ import annotations

import operator
from typing import Any

import numpy as np
import numpy.typing as npt

from jneuron.base.errors import UnsupportedError
from jneuron.facade.calls import Arguments, HocMethodsObject, Refusal, as_float, check_keywords, refuse
from jneuron.facade.objects import visible_names

Floats = npt.NDArray[np.float64]

FULL, SPARSE, BAND = 1, 2, 3
LARGEST_SIZE = 1e9


class Matrix(HocMethodsObject):
    """NEURON's Matrix: `Matrix([n_row, n_column[, type]])`, where type 2 is a sparse one, which has fewer methods."""

    hoc_name = "Matrix"
    __slots__ = ("_factored", "_present", "_values")
    _values: Floats
    _present: npt.NDArray[np.bool_] | None
    _factored: Floats | None

    def __init__(self, *values: Any, **keywords: Any) -> None:
        check_keywords(keywords)
        super().__init__()
        given = Arguments("Matrix", values)
        try:
            n_row, n_column = (int(given.checked(k, 1, LARGEST_SIZE, 1.0)) for k in range(2))
            kind = int(given.checked(2, FULL, BAND, float(FULL)))
        except Refusal as refusal:
            refuse(refusal, "Matrix", values)
        if kind == BAND:
            raise UnsupportedError("Matrix of type 3", "there are no band matrices.", "use a full or a sparse one.")
        self._values = np.zeros((n_row, n_column))
        self._present = np.zeros((n_row, n_column), bool) if kind == SPARSE else None
        self._factored = None

    def __dir__(self) -> list[str]:
        internal = ("array", "become", "full", "hoc_name", "present", "put", "session", "shape")
        return visible_names(object.__dir__(self), internal)

    @property
    def shape(self) -> tuple[int, int]:
        """Number of rows and columns."""
        return self._values.shape  # type: ignore[return-value]

    def array(self) -> Floats:
        """Returns the numbers; shares memory."""
        return self._values

    def full(self) -> Floats:
        """Returns the numbers of a matrix that must not be sparse; shares memory."""
        if self._present is not None:
            raise Refusal("Matrix method not implemented for this type matrix")
        return self._values

    def present(self) -> npt.NDArray[np.bool_]:
        """Returns which elements of a sparse matrix are there."""
        if self._present is None:
            raise Refusal("Matrix method not implemented for this type matrix")
        return self._present

    def put(self, where: Any, values: Any) -> None:
        """Writes elements."""
        self._values[where] = values
        if self._present is not None:
            self._present[where] = True

    def become(self, values: Floats) -> Matrix:
        """Takes over numbers and their shape; returns itself."""
        self._values = np.array(values, float)
        if self._present is not None:
            self._present = self._values != 0.0
        return self

    @property
    def x(self) -> Rows:
        """The elements, in hoc's spelling: `m.x[i][j]`."""
        return Rows(self)

    @x.setter
    def x(self, value: object) -> None:
        raise TypeError("'x' requires subscript for assignment")

    @property
    def _ref_x(self) -> RowReferences:
        return RowReferences(self)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_ref_") and hasattr(type(self), name[5:]):
            raise TypeError(f"Hoc pointer error, {name[5:]} is not a hoc variable or range variable or strdef")
        return super().__getattr__(name)


class Rows:
    """What `m.x` is, and `m.x[i]` when a row is chosen."""

    __slots__ = ("_matrix", "_row")

    def __init__(self, matrix: Matrix, row: int | None = None) -> None:
        self._matrix, self._row = matrix, row

    def __len__(self) -> int:
        return self._matrix.shape[0 if self._row is None else 1]

    def __getitem__(self, index: Any) -> Any:
        place = _checked(self._matrix, index, len(self))
        return Rows(self._matrix, place) if self._row is None else self._matrix.array().item(self._row, place)

    def __setitem__(self, index: Any, value: Any) -> None:
        place = _checked(self._matrix, index, len(self))
        if self._row is None:
            raise TypeError("wrong number of subscripts")
        self._matrix.put((self._row, place), as_float(value))

    def __repr__(self) -> str:
        row = "" if self._row is None else f"[{self._row}]"
        return f"{self._matrix.hname()}.x{row}[?]"


class RowReferences:
    """What `m._ref_x` is, and `m._ref_x[i]`: a reference that lacks an index."""

    __slots__ = ("_matrix", "_row")

    def __init__(self, matrix: Matrix, row: int | None = None) -> None:
        self._matrix, self._row = matrix, row

    def __getitem__(self, index: Any) -> Any:
        n_row, n_column = self._matrix.shape
        if self._row is None:
            return RowReferences(self._matrix, _checked(self._matrix, index, n_row))
        return ElementReference(self._matrix, (self._row, _checked(self._matrix, index, n_column)))

    def __repr__(self) -> str:
        return "<incomplete pointer to hoc array x>"


class ElementReference:
    """One element of a Matrix."""

    __slots__ = ("matrix", "place")

    def __init__(self, matrix: Matrix, place: tuple[int, int]) -> None:
        self.matrix, self.place = matrix, place

    def get(self) -> float:
        """Returns the element."""
        return self.matrix.array().item(*self.place)

    def set(self, value: float) -> None:
        """Writes the element."""
        self.matrix.put(self.place, value)

    def __getitem__(self, offset: int) -> float:
        return self.matrix.array().item(*self._position(offset))

    def __setitem__(self, offset: int, value: float) -> None:
        self.matrix.put(self._position(offset), value)

    def _position(self, offset: int) -> tuple[int, int]:
        n_row, n_column = self.matrix.shape
        row, column = divmod(self.place[0] * n_column + self.place[1] + operator.index(offset), n_column)
        if not 0 <= row < n_row:
            raise IndexError("reference to an element that the Matrix does not have")
        return row, column

    def __repr__(self) -> str:
        row, column = self.place
        return f"data_handle<double>{{raw={self.matrix.array().ctypes.data + 8 * (row * self.matrix.shape[1] + column):#x}}}"


def _checked(matrix: Matrix, index: Any, size: int) -> int:
    if not hasattr(index, "__index__") or not 0 <= index < size:
        raise IndexError(f"{matrix.hname()}.x")
    return operator.index(index)
