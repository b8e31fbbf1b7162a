"""Vectors to and from files: text by `scanf` and `scantil`, bytes by `fread`, `fwrite`, `vread` and `vwrite`.

What `vwrite` writes: the number of elements and the type, as 32-bit integers; for types 1 and 2 the scale and the smallest
element as doubles; then the elements, for these two types as their places in the whole range of the type.
"""

from __future__ import annotations

import struct
from typing import Any

import numpy as np

from jneuron.facade.calls import Arguments, Refusal
from jneuron.facade.vector.core import Vector
from jneuron.facade.vector.ranges import elements, whole_or_range

DOUBLE = 4
STORED_TYPES = {1: "<i1", 2: "<u2", 3: "<f4", DOUBLE: "<f8", 5: "<i4"}
PLAIN_TYPES = {1: "<i1", 2: "<u2", 3: "<f4", DOUBLE: "<f8", 5: "<i2"}
SCALED_TYPES = {1: (255.0, -128.0), 2: (65535.0, 0.0)}
"""Types that hold places in a range: its width and its lower end."""
HEADER, RANGE = struct.Struct("<ii"), struct.Struct("<dd")


def vwrite(vector: Vector, given: Arguments) -> float:
    """`vwrite(file[, type])`: writes type and elements: 1 in a byte, 2 in two, 3 floats, 4 doubles, 5 integers."""
    file, kind = given.of_class(0, "File"), int(given.checked(1, 1, 5, DOUBLE))
    values = elements(vector)
    parts = [HEADER.pack(len(values), kind)]
    if kind in SCALED_TYPES and len(values):
        width, low_end = SCALED_TYPES[kind]
        low, high = float(values.min()), float(values.max())
        scale = width / (high - low) if high > low else 1.0
        parts.append(RANGE.pack(scale, low))
        values = np.trunc((values - low) * scale + low_end)
    with np.errstate(all="ignore"):
        parts.append(values.astype(STORED_TYPES[kind]).tobytes())
    file.write_bytes(b"".join(parts))
    return 1.0


def vread(vector: Vector, given: Arguments) -> float:
    """`vread(file)`: reads what `vwrite` wrote; returns 0 where that is not what comes next."""
    file = given.of_class(0, "File")
    file.opened.flush()
    header = file.read_bytes(HEADER.size)
    size, kind = HEADER.unpack(header) if len(header) == HEADER.size else (0, 0)
    if kind not in STORED_TYPES or size < 0:
        return 0.0
    scale, low, low_end = 1.0, 0.0, 0.0
    if kind in SCALED_TYPES and size:
        scale, low = RANGE.unpack(file.read_bytes(RANGE.size))
        low_end = SCALED_TYPES[kind][1]
    values = _read(file, size, STORED_TYPES[kind])
    vector._buffer.assign((values - low_end) / scale + low)
    return 1.0


def fwrite(vector: Vector, given: Arguments) -> int:
    """`fwrite(file[, start, end])`: writes elements as doubles; returns how many."""
    file = given.of_class(0, "File")
    values = whole_or_range(vector, given, 1)
    file.write_bytes(values.astype("<f8").tobytes())
    return len(values)


def fread(vector: Vector, given: Arguments) -> float:
    """`fread(file[, n[, type]])`: reads bytes, as many elements as the Vector has unless n is given; absent ones are 0."""
    file = given.of_class(0, "File")
    n = int(given.number(1, float(len(vector))))
    vector._buffer.resize(n)
    kind = int(given.checked(2, 1, 5, DOUBLE))
    vector._buffer.assign(_read(file, n, PLAIN_TYPES[kind]))
    return 1.0


def scanf(vector: Vector, given: Arguments) -> int:
    """`scanf(file[, n][, column, n_column])`: reads numbers from a text, of one column if that is given.

    Returns how many; without n, or with a negative n, it reads to the end.
    """
    file = given.of_class(0, "File")
    n, column, n_column = -1, 1, 1
    if given.has(3):
        n, column, n_column = (int(given.number(k)) for k in (1, 2, 3))
    elif given.has(2):
        column, n_column = int(given.number(1)), int(given.number(2))
    elif given.has(1):
        n = int(given.number(1))
    vector._buffer.assign([])
    while len(vector) != n and not file.at_end():
        _skip(file, column - 1)
        vector._buffer.append(_next_or_none(file) or 0.0)
        _skip(file, n_column - column)
    return len(vector)


def scantil(vector: Vector, given: Arguments) -> int:
    """`scantil(file, sentinel[, column, n_column])`: reads numbers until one is the sentinel; returns how many."""
    file, sentinel = given.of_class(0, "File"), given.number(1)
    column, n_column = (int(given.number(2)), int(given.number(3))) if given.has(2) else (1, 1)
    vector._buffer.assign([])
    while True:
        for _ in range(column - 1):
            file.next_number()
        value = file.next_number()
        if value == sentinel:
            return len(vector)
        vector._buffer.append(value)
        for _ in range(n_column - column):
            file.next_number()


def _read(file: Any, n: int, kind: str) -> Any:
    size = np.dtype(kind).itemsize
    data = file.read_bytes(n * size)
    values = np.zeros(n)
    n_read = len(data) // size
    values[:n_read] = np.frombuffer(data[: n_read * size], kind)
    return values


def _skip(file: Any, n: int) -> None:
    for _ in range(n):
        _next_or_none(file)


def _next_or_none(file: Any) -> float | None:
    try:
        return file.next_number()  # type: ignore[no-any-return]
    except Refusal:
        return None


METHODS = {"fread": fread, "fwrite": fwrite, "scanf": scanf, "scantil": scantil, "vread": vread, "vwrite": vwrite}
