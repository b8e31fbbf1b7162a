"""C's memory and arithmetic in Python: pointers, numbers of fixed width, and what C computes where Python raises."""

from __future__ import annotations

import math
import struct
from array import array
from collections.abc import Callable
from typing import Any

Memory = Any


class Ptr:
    """A pointer: a place `o` in a memory `m`, which is a memoryview of numbers or a list of anything else."""

    __slots__ = ("m", "o")

    def __init__(self, m: Memory, o: int = 0) -> None:
        self.m, self.o = m, o

    def __add__(self, n: int) -> Ptr:
        return Ptr(self.m, self.o + n)

    def __sub__(self, other: Any) -> Any:
        return self.o - other.o if isinstance(other, Ptr) else Ptr(self.m, self.o - other)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Ptr) and other.m is self.m and other.o == self.o

    def __lt__(self, other: Ptr) -> bool:
        return self.o < other.o

    def __le__(self, other: Ptr) -> bool:
        return self.o <= other.o

    def __gt__(self, other: Ptr) -> bool:
        return self.o > other.o

    def __ge__(self, other: Ptr) -> bool:
        return self.o >= other.o

    def __hash__(self) -> int:
        return hash((id(self.m), self.o))


class Attributes:
    """The attributes of an object as memory of one place each: what `&variable` of an instance points into."""

    __slots__ = ("_name", "_owner")

    def __init__(self, owner: Any, name: str) -> None:
        self._owner, self._name = owner, name

    def __getitem__(self, index: int) -> Any:
        value = getattr(self._owner, self._name)
        return value if index == 0 and not isinstance(value, memoryview | list) else value[index]

    def __setitem__(self, index: int, value: Any) -> None:
        present = getattr(self._owner, self._name)
        if isinstance(present, memoryview | list):
            present[index] = value
        else:
            setattr(self._owner, self._name, value)


def place_of(owner: Any, name: str) -> Ptr:
    """Returns `&owner.name`."""
    value = getattr(owner, name)
    return Ptr(value) if isinstance(value, memoryview) else Ptr(Attributes(owner, name))


class Bytes:
    """What malloc returns until a cast says what lies in it."""

    __slots__ = ("n",)

    def __init__(self, n: int) -> None:
        self.n = n


def numbers(letter: str, n: int, values: Any = ()) -> memoryview:
    """Returns memory for `n` numbers, the first of them given."""
    memory = memoryview(bytearray(n * struct.calcsize(letter))).cast(letter)  # type: ignore[call-overload]
    for place, value in enumerate(values):
        memory[place] = value
    return memory


def as_pointer_to(value: Any, letter: str, size: int, make: Callable[[], Any] | None = None) -> Any:
    """Returns a pointer cast to another type of `size` bytes; fresh memory becomes memory of that type.

    Args:
        letter: Of a number's type; empty for what is no number.
        make: Makes one empty item of what is no number.
    """
    if isinstance(value, Bytes):
        n = value.n // size
        if letter:
            return Ptr(numbers(letter, n))
        return Ptr([make() if make is not None else None for _ in range(n)])
    if letter and isinstance(value, Ptr) and isinstance(value.m, memoryview) and value.m.format != letter:
        raw = value.m.cast("B")
        start = value.o * value.m.itemsize
        usable = (len(raw) - start) // size * size
        return Ptr(raw[start : start + usable].cast(letter))  # type: ignore[call-overload]
    return value


def resized(value: Any, n_byte: int, letter: str, size: int, make: Callable[[], Any] | None = None) -> Any:
    """Returns realloc's result: a pointer to new memory with the old contents."""
    new = as_pointer_to(Bytes(n_byte), letter, size, make)
    if isinstance(value, Ptr):
        n = min(len(value.m) - value.o, len(new.m))
        for place in range(n):
            new.m[place] = value.m[value.o + place]
    return new


def text(value: bytes | str) -> Ptr:
    """Returns a pointer to characters with the zero at their end."""
    data = value.encode("latin-1", "replace") if isinstance(value, str) else value
    return Ptr(memoryview(bytearray(data + b"\0")).cast("b"))


def string(pointer: Any) -> str:
    """Returns the characters up to the zero."""
    if isinstance(pointer, str):
        return pointer
    raw = bytes(pointer.m.cast("B"))[pointer.o :]
    return raw[: raw.index(0)].decode("latin-1") if 0 in raw else raw.decode("latin-1")


# ---- whole numbers


def to_int(value: Any) -> int:
    """Returns a double cut to a 64-bit whole number, as the processor does it."""
    try:
        whole = int(value)
    except (OverflowError, ValueError):
        return -(2**63)
    return whole if -(2**63) <= whole < 2**63 else -(2**63)


def int32(value: Any) -> int:
    """Returns a double cut to int."""
    try:
        whole = int(value)
    except (OverflowError, ValueError):
        return -(2**31)
    return whole if -(2**31) <= whole < 2**31 else -(2**31)


def wrap(value: int, bits: int) -> int:
    """Returns a signed number of so many bits."""
    value &= (1 << bits) - 1
    return value - (1 << bits) if value >> (bits - 1) else value


def idiv(a: int, b: int) -> int:
    """Returns the quotient cut towards zero."""
    if b == 0:
        raise ZeroDivisionError("whole numbers divided by zero in C")
    quotient = abs(a) // abs(b)
    return quotient if (a < 0) == (b < 0) else -quotient


def imod(a: int, b: int) -> int:
    """Returns the remainder that has the sign of `a`."""
    return a - b * idiv(a, b)


# ---- doubles: what C computes where Python raises


def div(a: float, b: float) -> float:
    """Returns a / b."""
    try:
        return a / b
    except ZeroDivisionError:
        if a == 0 or a != a:
            return math.nan
        return math.copysign(math.inf, a) * math.copysign(1.0, b)


def float32(value: float) -> float:
    """Returns the nearest single-precision number."""
    try:
        return float(array("f", (value,))[0])
    except OverflowError:
        return math.copysign(math.inf, value)


def lenient(function: Callable[..., float], overflow: float = math.inf) -> Callable[..., float]:
    """Returns a function of the mathematical library that gives NaN or infinity where Python's raises."""

    def call(*values: float) -> float:
        try:
            return function(*values)
        except ValueError:
            return math.nan
        except OverflowError:
            return overflow

    return call


def log(x: float) -> float:
    """Returns the natural logarithm."""
    return math.log(x) if x > 0 else -math.inf if x == 0 else math.nan


def log10(x: float) -> float:
    """Returns the logarithm to the base 10."""
    return math.log10(x) if x > 0 else -math.inf if x == 0 else math.nan


def power(x: float, y: float) -> float:
    """Returns x to the power of y."""
    try:
        return math.pow(x, y)
    except OverflowError:
        return -math.inf if x < 0 and y % 2 == 1 else math.inf
    except ValueError:
        return math.inf if x == 0 else math.nan


def rounded(x: float) -> float:
    """Returns the nearest whole number, halves away from zero."""
    return math.copysign(math.floor(abs(x) + 0.5), x) if math.isfinite(x) else x


def sorted_in_place(pointer: Ptr, n: int, compare: Callable[..., int]) -> None:
    """Sorts `n` items as qsort does with a function of two pointers."""
    import functools

    items: list[Any] = [pointer.m[pointer.o + place] for place in range(n)]
    letter = pointer.m.format if isinstance(pointer.m, memoryview) else ""
    boxes: list[Any] = [numbers(letter, 1, (item,)) if letter else [item] for item in items]

    def compared(a: int, b: int) -> int:
        return compare(Ptr(boxes[a]), Ptr(boxes[b]))

    order = sorted(range(n), key=functools.cmp_to_key(compared))
    for place, source in enumerate(order):
        pointer.m[pointer.o + place] = items[source]
